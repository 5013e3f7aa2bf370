"""Text to lines: what a line says, where it stands, how much white is above it."""

import re
from dataclasses import dataclass
from itertools import islice

from .characters import OUT_OF_PLACE, squeeze
from .passage import Passage, Range

# str.splitlines() also splits at VT, FF, NEL and U+2028; an editor's line 12 would then not be ours.
LINE_END = re.compile(r"\r\n|\r|\n")
_EDGE = 5  # lines at the head and at the foot of a page where a folio may stand
MOST_LINES = 100_000  # a printed page has some hundreds
MOST_HIDDEN = 5_000  # runs of hidden characters: a page has some, a picture or a program has millions


@dataclass(frozen=True, slots=True)
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
    written: list[tuple[Passage, int]] = []
    hidden: list[Passage] = []
    last_written = start = number = 0
    limit = _readable(source)
    while start < limit and number < MOST_LINES:
        end = LINE_END.search(source, start, limit)
        stop, after = (end.start(), end.end()) if end else (limit, limit)
        number += 1
        passage = _read_line(source, start, stop, number, hidden)
        if passage:
            written.append((passage, number - last_written - 1))
            last_written = number
        start = after
    count = len(written)
    lines = tuple(
        Line(passage, gap, edge=index < _EDGE or index >= count - _EDGE, indent=_indent(passage))
        for index, (passage, gap) in enumerate(written)
    )
    return PageLines(lines, tuple(hidden), _unread(source, start, number))


def _readable(source: str) -> int:
    """Up to where a text is read: to its end, or to where it shows that it is no text."""
    one_too_many = next(islice(OUT_OF_PLACE.finditer(source), MOST_HIDDEN, None), None)
    return one_too_many.start() if one_too_many else len(source)


def _read_line(source: str, start: int, stop: int, number: int, hidden: list[Passage]) -> Passage:
    raw = source[start:stop]
    if raw.isascii() and raw.isprintable():  # most lines of most pages hold nothing to take out
        return Passage(source, squeeze(raw), ((start, stop),) if raw else (), number)
    ranges: list[Range] = []
    at = start
    for run in OUT_OF_PLACE.finditer(raw):
        hidden.append(Passage(source, run[0], ((start + run.start(), start + run.end()),), number))
        ranges.append((at, start + run.start()))
        at = start + run.end()
    ranges.append((at, stop))
    kept = tuple(r for r in ranges if r[0] < r[1])
    return Passage(source, squeeze("".join(source[a:b] for a, b in kept)), kept, number)


def _indent(passage: Passage) -> int:
    """Width of the white before the first character, in half-width columns."""
    start, end = passage.ranges[0]
    raw = passage.source[start:end]
    white = raw[: len(raw) - len(raw.lstrip())]
    return sum(2 if c == "\u3000" else 1 for c in white)


def _unread(source: str, start: int, number: int) -> Passage | None:
    return (
        Passage(source, source[start:], ((start, len(source)),), number + 1)
        if source[start:].strip()
        else None
    )
