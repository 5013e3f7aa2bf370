"""Text to lines: what a line says, where it stands, how much white is above it."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines with something on them, the hidden characters taken out of them, and what was too much to read."""

    lines: tuple[Line, ...]
    hidden: tuple[Passage, ...]
    unread: Passage | None


def read_lines(source: str) -> PageLines:
    hidden = list(islice(OUT_OF_PLACE.finditer(source), MOST_HIDDEN + 1))
    limit = hidden.pop().start() if len(hidden) > MOST_HIDDEN else len(source)
    limit = min(limit, one_code_too_many(source) or limit)
    written, runs, stop, number = _written_lines(source, limit, hidden)
    count = len(written)
    lines = tuple(
        Line(passage, gap, edge=index < _EDGE or index >= count - _EDGE, indent=_indent(passage))
        for index, (passage, gap) in enumerate(written)
    )
    return PageLines(lines, tuple(runs), _unread(source, stop, number))


def _written_lines(
    source: str, limit: int, hidden: Sequence[re.Match[str]]
) -> tuple[list[tuple[Passage, int]], list[Passage], int, int]:
    """The lines with something on them, each with the gap above it; the hidden runs taken out of them; and how far the
    source was read, in characters and in lines.
    """
    written: list[tuple[Passage, int]] = []
    runs: list[Passage] = []
    last_written = start = number = 0
    waiting = deque(run.span() for run in hidden)
    most = MOST_LINES * _MARKED_LINES if _IS_MARKED.match(source) else MOST_LINES
    while start < limit and len(written) < most:
        end = LINE_END.search(source, start, limit)
        stop, after = end.span() if end else (limit, limit)
        number += 1
        ranges: tuple[Range, ...] = ((start, stop),)
        if waiting and waiting[0][0] < stop:
            ranges, taken = _without_hidden(start, stop, waiting)
            runs += (Passage(source, source[a:b], ((a, b),), number) for a, b in taken)
        text = squeeze("".join([source[a:b] for a, b in ranges]))
        if text:
            written.append((Passage(source, text, ranges, number), number - last_written - 1))
            last_written = number
        start = after
    return written, runs, start, number


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
    if not passage.source[start].isspace():
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
