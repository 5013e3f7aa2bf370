"""Two or three stories mixed line by line, as some programs copy columns that stand side by side.

No text tells which line belongs where, so nothing is mended: the page is told of.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import add

from .characters import HAN, is_latin
from .lines import Line
from .seams import is_finished

_SHORTEST, _LONGEST = 8, 120  # characters of a line of a column
_SHORTEST_HALF = 4
_MOST_LINES = 2_000  # that are looked at
_FEWEST_OPEN = 8  # lines that end within a sentence
_FEWEST_FITS = 4
_WORDS_TO_ONE = 500  # of 7,000 words of English pages none stands beside one that it cannot
_PART = 40  # lines
_FEWEST_INDENTS = 4
_COLUMNS = (2, 3)  # that stand side by side

_GAP = re.compile(f"(?<=\\S)(?:[ \\t]{{2,}}|[\u3000\\xa0]+|(?<=[{HAN}，、。]) (?=[{HAN}]))(?=\\S)")
_WORD = re.compile(f"[{HAN}]{{2}}")
_AFTER_FIGURE = re.compile(
    r"[0-9%％]|[年月日时点分秒元角万亿千百个名人户家次岁级号版楼层栋间台辆米吨亩斤条项件处所倍届]"
)
_OPEN_END = re.compile(r"[《（“‘(][^》）”’)]{0,12}$")
_CLOSING_HEAD = re.compile(r"[^《（“‘(]{0,12}?[》）”’)]")
_CLOSES = dict(zip("《（“‘(", "》）”’)", strict=True))

# the of, with was: what stands side by side in no sentence
_ARTICLES = set("the a an its their his our my your every".split())
_NO_NOUNS = set(
    "of and was were is are had has have will would to in for by from that the a an at with who which but or on it they he she we".split()
)
_PREPOSITIONS = set("of with from by for into at".split())
_VERBS = set("of and was were is are had has have will would but or".split())
_ENDS = ".!?”\"'’"
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?][”\"’']?$")


def interleaved_at(lines: Sequence[Line]) -> Line | None:
    """The first line of a page whose columns are mixed line by line; None for other pages."""
    column = [line for line in lines[:_MOST_LINES] if _SHORTEST < len(line.passage.text) <= _LONGEST]
    unfinished = [line for line in column if not is_finished(line.passage.text)]
    if len(unfinished) < _FEWEST_OPEN:
        return None
    return unfinished[0] if _is_mixed(column) else None


def _is_mixed(column: Sequence[Line]) -> bool:
    texts = [line.passage.text for line in column]
    if is_latin("".join(text[:20] for text in texts[:_PART])):
        return _breaks_english(texts) or _has_indents_in_sentences(column)
    return _skips_lines(texts) or _skips_lines(_halves(column)) or _has_indents_in_sentences(column)


def _halves(column: Sequence[Line]) -> list[str]:
    """What stands left and right of the gap in lines that go across two columns; nothing where few do."""
    cut = [_GAP.split(_printed(line)) for line in column]
    across = [halves for halves in cut if len(halves) == 2 and min(map(len, halves)) >= _SHORTEST_HALF]
    return [half for halves in across for half in halves] if len(across) * 2 >= len(column) else []


def _printed(line: Line) -> str:
    """The line with its white as it is."""
    passage = line.passage
    return "".join(passage.source[start:end] for start, end in passage.ranges).strip()


def _skips_lines(texts: Sequence[str]) -> bool:
    """Whether lines go on in the line after the next rather than in the next: on the whole page, or on a part of it."""
    whole = "\n".join(texts)
    known = set(map(add, whole, whole[1:]))
    near = _fits(texts, 1, known)
    return any(_outweighs(_fits(texts, columns, known), near) for columns in _COLUMNS)


def _outweighs(far: Sequence[bool], near: Sequence[bool]) -> bool:
    parts = [(far[at : at + _PART], near[at : at + _PART]) for at in range(0, len(far), _PART // 2)]
    return any(_is_clear(sum(one), sum(other)) for one, other in [(far, near), *parts])


def _is_clear(far: int, near: int) -> bool:
    return far >= _FEWEST_FITS and (far >= near * 3 or (far > near and (far - near) ** 2 >= 9 * (far + near)))


def _fits(texts: Sequence[str], distance: int, known: set[str]) -> list[bool]:
    """For each line whether it goes on in the line at a distance."""
    return [_fit(left, right, known) for left, right in zip(texts, texts[distance:], strict=False)]


def _fit(left: str, right: str, known: set[str]) -> bool:
    """Whether there is a sign that one line goes on in another: a word, a figure or a bracket would be whole."""
    if left[-1].isdigit():
        return _AFTER_FIGURE.match(right) is not None
    if (opened := _OPEN_END.search(left)) and (closed := _CLOSING_HEAD.match(right)):
        return _CLOSES[opened[0][0]] == closed[0][-1]
    pair = left[-1] + right[0]
    return pair in known and _WORD.fullmatch(pair) is not None


def _breaks_english(texts: Sequence[str]) -> bool:
    seams = sum(_cannot_stand(left.split()[-1], right.split()[0]) for left, right in pairwise(texts))
    words = [text.split() for text in texts]
    inside = sum(_begins_small(left, right) for line in words for left, right in pairwise(line))
    return seams + inside >= _FEWEST_FITS and (seams + inside) * _WORDS_TO_ONE >= sum(map(len, words))


def _cannot_stand(left: str, right: str) -> bool:
    word = left.lower()
    no_phrase = (word in _ARTICLES and right in _NO_NOUNS) or (word in _PREPOSITIONS and right in _VERBS)
    return no_phrase or _begins_small(left, right)


def _begins_small(left: str, right: str) -> bool:
    return (
        right.islower() and right.isalpha() and left[-1] in _ENDS and _SENTENCE_END.search(left) is not None
    )


def _has_indents_in_sentences(lines: Iterable[Line]) -> bool:
    """Whether paragraphs open, by their indent, under lines whose sentence goes on."""
    above_opened = [
        is_finished(above.passage.text)
        for above, line in pairwise(lines)
        if line.number == above.number + 1 and 2 <= line.indent - above.indent <= 8
    ]
    broken = above_opened.count(False)
    return broken >= _FEWEST_INDENTS and broken > above_opened.count(True)
