"""Text to lines: what a line says, where it stands, how much white is above it."""

import re
from collections import deque
from dataclasses import dataclass, field
from itertools import islice

from .characters import OUT_OF_PLACE, squeeze
from .codes import one_code_too_many
from .passage import Passage, Range

# str.splitlines() also splits at VT, FF, NEL and U+2028; an editor's line 12 would then not be ours.
LINE_END = re.compile(r"\r\n|\r|\n")
_EDGE = 5  # lines at the head and at the foot of a page where a folio may stand
# Lines with something on them. A page has some hundreds, 8 MB of newspaper text has less than these; the bound keeps what
# is no page, a character a line, from taking more memory than the server has: a line read takes about 1.5 KB.
MOST_LINES = 220_000
_IS_MARKED = re.compile(r"\s*【")
_MARKED_LINES = 2  # that are written for a line of a page: its lead and its text, its text and its notice
_NARROW = 2  # characters: one, or one and its mark
_FEWEST_NARROW = (
    200  # lines that make a column set vertically: lists, scores and crosswords have fewer in a row
)
MOST_HIDDEN = 5_000  # runs of hidden characters: a page has some, a picture or a program has millions


@dataclass(slots=True)  # frozen in effect, see Passage
class Line:
    """`gap` counts the blank lines above; `edge` is true for the first and last lines of the page.

    `indent` is the white before it in half-width columns; `seams` are the hyphens of words that were joined in it.
    """

    passage: Passage
    gap: int
    edge: bool
    indent: int = 0
    seams: tuple[Passage, ...] = ()

    @property
    def number(self) -> int:
        return self.passage.line


@dataclass(slots=True)
class PageLines:
    """The lines with something on them, and what was taken out: hidden characters, columns set vertically, what was too much."""

    lines: list[Line] = field(default_factory=list)
    hidden: list[Passage] = field(default_factory=list)
    vertical: list[Passage] = field(default_factory=list)
    unread: Passage | None = None


def read_lines(source: str) -> PageLines:
    hidden = list(islice(OUT_OF_PLACE.finditer(source), MOST_HIDDEN + 1))
    limit = hidden.pop().start() if len(hidden) > MOST_HIDDEN else len(source)
    limit = min(limit, one_code_too_many(source) or limit)
    page = PageLines()
    stop, number = _read_to(source, limit, deque(run.span() for run in hidden), page)
    for line in (*page.lines[:_EDGE], *page.lines[-_EDGE:]):
        line.edge = True
    for column in page.vertical:
        column.text = source[slice(*column.ranges[0])]
    page.unread = _unread(source, stop, number)
    return page


def _read_to(source: str, limit: int, hidden: deque[Range], page: PageLines) -> tuple[int, int]:
    """Reads into the page what stands before the limit; returns how far it came, in characters and in lines."""
    last_written = after = number = narrow = 0
    most = MOST_LINES * _MARKED_LINES if _IS_MARKED.match(source) else MOST_LINES
    while after < limit and len(page.lines) < most:
        start = after
        end = LINE_END.search(source, start, limit)
        stop, after = end.span() if end else (limit, limit)
        number += 1
        if hidden and hidden[0][0] < stop:
            ranges, taken = _without_hidden(start, stop, hidden)
            page.hidden += (Passage(source, source[a:b], ((a, b),), number) for a, b in taken)
            text = squeeze("".join([source[a:b] for a, b in ranges]))
            narrow = -1  # a column in one piece has nothing hidden in it
        else:
            ranges = ((start, stop),)
            text = squeeze(source[start:stop])
        if not text:
            continue
        narrow = narrow + 1 if len(text) <= _NARROW else 0
        if narrow < _FEWEST_NARROW:
            passage = Passage(source, text, ranges, number)
            page.lines.append(Line(passage, number - last_written - 1, edge=False, indent=_indent(passage)))
        else:
            _take_column(page, narrow, stop)
        last_written = number
    return after, number


def _take_column(page: PageLines, narrow: int, stop: int) -> None:
    """Takes the last lines, so many and so narrow, out of the page as one column that reaches to `stop`.

    No story is told in hundreds of lines of a character or two; where such lines join, and in which order, the copy does
    not tell.
    """
    if narrow == _FEWEST_NARROW:
        page.vertical.append(page.lines[1 - narrow].passage)
        del page.lines[1 - narrow :]
    column = page.vertical[-1]
    column.ranges = ((column.ranges[0][0], stop),)


def _without_hidden(start: int, stop: int, hidden: deque[Range]) -> tuple[tuple[Range, ...], list[Range]]:
    """What of a line can be seen, and the runs in it that cannot, which are taken off `hidden`."""
    seen: list[Range] = []
    taken: list[Range] = []
    while hidden and hidden[0][0] < stop:
        taken.append(hidden.popleft())
        seen.append((start, taken[-1][0]))
        start = taken[-1][1]
    return tuple(part for part in [*seen, (start, stop)] if part[0] < part[1]), taken


def _indent(passage: Passage) -> int:
    """Width of the white before the first character, in half-width columns."""
    start, end = passage.ranges[0]
    if not passage.source[start].isspace():  # as most: they need no copy of the line
        return 0
    raw = passage.source[start:end]
    white = raw[: len(raw) - len(raw.lstrip())]
    return sum(2 if c == "\u3000" else 1 for c in white)


def _unread(source: str, start: int, number: int) -> Passage | None:
    return (
        Passage(source, source[start:], ((start, len(source)),), number + 1)
        if source[start:].strip()
        else None
    )
