"""Quotation marks and brackets that stand alone."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from articles.proofreading.proofs import Hit, Proof, Text

_CLOSE_OF = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "【": "】",
    "〔": "〕",
    "〖": "〗",
}
_OPEN_OF = {closing: opening for opening, closing in _CLOSE_OF.items()}
_HALF = {"(": "（", ")": "）"}  # of two widths they still are a pair; mixed-brackets tells
_CARRIED = frozenset("“‘「『")  # a speech may go on in the next paragraph
_MARK = re.compile("[“”‘’「」『』《》〈〉（）()【】〔〕〖〗]")
# 1) （a) 一） before an entry of a list, unless a bracket is open
_NUMBERING = re.compile(
    r"(?:^|(?<=[\s，。；：、！？,.;:]))(?:[0-9]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]"
)
# ’ in and behind words of Latin script, and :-)
_NO_PAIR = re.compile(r"(?<=[A-Za-z0-9.,])’|’(?=[A-Za-z0-9])|[:;]-?[()]")


@dataclass(frozen=True, slots=True)
class Mark:
    """An opening mark that waits for its other half."""

    character: str
    text: Text
    at: int

    def alone(self) -> Hit:
        return Hit(self.text, self.at, self.at + 1)


class OpenMarks:
    """What is open at a place of a text, innermost last."""

    def __init__(self) -> None:
        self._marks: list[Mark] = []
        self._count: Counter[str] = Counter()

    def __contains__(self, character: str) -> bool:
        return self._count[character] > 0

    def open(self, mark: Mark) -> None:
        self._marks.append(mark)
        self._count[mark.character] += 1

    def close(self, character: str) -> list[Mark]:
        """Close the innermost mark of a kind; returns what stood open inside it."""
        inside = []
        while (mark := self._marks.pop()).character != character:
            inside.append(mark)
        self._count -= Counter([mark.character, *(other.character for other in inside)])
        return inside

    def drop(self, characters: Collection[str]) -> list[Mark]:
        """Take out all marks of these kinds and return them."""
        dropped = [mark for mark in self._marks if mark.character in characters]
        if dropped:
            self._marks = [mark for mark in self._marks if mark.character not in characters]
            self._count = Counter(mark.character for mark in self._marks)
        return dropped


def unpaired_marks(proof: Proof) -> Iterator[Hit]:
    """Marks without their other half in the same text; a speech may run over paragraphs and over a jump."""
    body = proof.body()
    for text in proof.texts:
        if text.field != "body":
            yield from _in_texts([text])
    if body:
        article = proof.article
        assert article is not None
        yield from _in_texts(
            body,
            comes_from=bool(article.continued_from or article.previous_id),
            goes_on=bool(article.continues_on),
        )


def _in_texts(texts: Sequence[Text], *, comes_from: bool = False, goes_on: bool = False) -> Iterator[Hit]:
    """`comes_from`, `goes_on`: the first and the last speech may have their other half on another page."""
    opened = OpenMarks()
    taken_up = _taken_up(texts)
    for number, text in enumerate(texts):
        yield from _pair(text, opened, forgives=comes_from and number == 0)
        if goes_on and number == len(texts) - 1:
            return
        lost = [mark for mark in _CLOSE_OF if mark not in taken_up[number]]
        yield from (mark.alone() for mark in opened.drop(lost))


def _pair(text: Text, opened: OpenMarks, *, forgives: bool) -> Iterator[Hit]:
    passed = {at for found in _NO_PAIR.finditer(text.words) for at in range(*found.span())}
    numbering = {found.end() - 1 for found in _NUMBERING.finditer(text.words)}
    for found in _MARK.finditer(text.words):
        at, character = found.start(), _HALF.get(found[0], found[0])
        if at in passed or (at in numbering and "（" not in opened):
            continue
        if character in _CLOSE_OF:
            if not (at == 0 and character in opened):  # repeated at the head of each paragraph of a speech
                opened.open(Mark(character, text, at))
        elif _OPEN_OF[character] in opened:
            yield from (mark.alone() for mark in opened.close(_OPEN_OF[character]))
        elif not forgives:
            yield Hit(text, at, at + 1)


def _taken_up(texts: Sequence[Text]) -> list[frozenset[str]]:
    """For each text the quotation marks that, open at its end, a later one takes up: repeats first, or closes."""
    taken: list[frozenset[str]] = []
    following: frozenset[str] = frozenset()
    for text in reversed(texts):
        taken.append(following)
        following = frozenset(mark for mark in _CARRIED if _takes_up(mark, text, is_later=mark in following))
    return taken[::-1]


def _takes_up(mark: str, text: Text, *, is_later: bool) -> bool:
    if text.words.startswith(mark):
        return True
    first = re.search(f"[{mark}{_CLOSE_OF[mark]}]", text.words)
    return first[0] != mark if first else is_later and not text.is_subhead
