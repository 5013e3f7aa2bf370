"""Hard wraps: text copied from print with a line end at the width of its column."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .characters import is_latin
from .english_bylines import is_byline
from .lines import Line
from .passage import Passage, join
from .seams import glue_between, is_finished, is_hyphenated

_NARROWEST, _WIDEST = 20, 120  # half-width columns
_FEWEST = 8  # lines that stand close to the one above, before their width says anything
_HANGING = 2  # a mark of punctuation may hang out, a line may end a character early
_NO_FIGURES = re.compile(r"[A-Za-z@]|[0-9]{5}")
_SIGNED = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,3}, [A-Z][^.]*$")
_NO_CONTINUATION = ("——", "□", "■", "（上接", "(上接", "◀", "责编", "By ", "BY ", "【")


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """The lines as paragraphs, where a page is wrapped at a column's width; else the lines as they are."""
    width = column_width(lines)
    if width is None:
        return list(lines)
    margin = _margin(lines)
    runs: list[list[Line]] = []
    for line in lines:
        if (
            runs
            and line.indent < margin + 2
            and (
                _is_continued(runs[-1][-1], line, width)
                or (runs[-1][0].indent >= margin + 2 and _is_below_a_column(runs[-1][-1], line, width))
            )
        ):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [_joined(run) for run in runs]


def _is_below_a_column(above: Line, line: Line, width: int) -> bool:
    """The rest of a paragraph that the end of a column has cut: its last line is full and ends in no mark."""
    return (
        line.gap == 1
        and _is_full(above, width)
        and not is_finished(above.passage.text)
        and not line.passage.text.startswith(_NO_CONTINUATION)
        and not is_latin(line.passage.text)
    )


def _margin(lines: Sequence[Line]) -> int:
    """The indent that most lines have that stand close to the one above: none opens a paragraph there."""
    return Counter(line.indent for line in lines if line.gap == 0).most_common(1)[0][0]


def column_width(lines: Sequence[Line]) -> int | None:
    """The width that most lines of a hard-wrapped page have, in half-width columns; None for other pages."""
    wrapped = [_width(above) for above, line in pairwise(lines) if line.gap == 0]
    if len(wrapped) < _FEWEST:
        return None
    if is_latin("".join(line.passage.text[:20] for line in lines[:40])):
        return _ragged_width(wrapped, [_width(line) for line in lines])
    width, _ = Counter(wrapped).most_common(1)[0]
    full = sum(abs(w - width) <= _HANGING for w in wrapped)
    return width if full * 2 >= len(wrapped) and _NARROWEST <= width <= _WIDEST else None


def _ragged_width(widths: list[int], all_widths: list[int]) -> int | None:
    """English lines end at words: the column is as wide as all but the longest tenth. Where many more are longer, none is wrapped."""
    width = sorted(widths)[len(widths) * 9 // 10]
    if sum(w * 2 > width * 3 for w in all_widths) * 6 > len(all_widths):
        return None
    full = sum(w * 4 >= width * 3 for w in widths)
    return width * 3 // 4 if full * 2 >= len(widths) and _NARROWEST <= width <= _WIDEST else None


def _in_capitals(line: Line) -> bool:
    text = line.passage.text
    return text.isupper() and is_latin(text)


def _width(line: Line) -> int:
    """In half-width columns; in GB 18030 a wide character is two bytes."""
    if len(line.passage.text) > _WIDEST:
        return _WIDEST * 2
    return line.indent + len(line.passage.text.encode("gb18030", "replace"))


def _is_full(line: Line, width: int) -> bool:
    """Figures in a sentence may be set as wide as characters; those of a telephone fill no line."""
    text = line.passage.text
    figures = 0 if _NO_FIGURES.search(text) else sum(c.isdigit() for c in text)
    return _width(line) + figures >= width - _HANGING


def _is_continued(above: Line, line: Line, width: int) -> bool:
    if line.gap or line.indent >= above.indent + 2 or line.passage.text.startswith(_NO_CONTINUATION):
        return False
    if is_byline(above.passage.text):  # under it a role
        return False
    if _in_capitals(above) != _in_capitals(line):  # a headline and its deck, a masthead and its folio
        return False
    if _SIGNED.match(line.passage.text) and is_finished(above.passage.text):  # ISA RENDALL, Nortoun
        return False
    return _is_full(above, width)


def _joined(run: list[Line]) -> Line:
    if len(run) == 1:
        return run[0]
    parts: list[Passage] = []
    seams: list[Passage] = []
    for line in run:
        if parts and is_hyphenated(parts[-1].text, line.passage.text):
            parts[-1], seam = parts[-1].cut(len(parts[-1].text) - 1)
            seams.append(seam)
        parts.append(line.passage)
    hyphenated = {seam.line for seam in seams}
    glues = ["" if a.line in hyphenated else glue_between(a.text, b.text) for a, b in pairwise(parts)]
    text = parts[0].text + "".join(glue + part.text for glue, part in zip(glues, parts[1:], strict=True))
    return replace(run[0], passage=replace(join(parts), text=text), seams=tuple(seams))
