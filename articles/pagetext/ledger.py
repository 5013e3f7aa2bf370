"""The page's account book: each thing found is entered with the passages it came from, and nothing is lost.

What no entry covers is set aside as unplaced when the book is closed. So conservation does not hang on any rule.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter

from .characters import escape_hidden
from .defects import Defect, DefectCode
from .lines import LINE_END
from .passage import VISIBLE, Passage, Range, Span
from .records import SetAside, SetAsideKind

_EXCERPT = 24


@dataclass(slots=True)
class Ledger:
    source: str
    spans: list[Span] = field(default_factory=list)
    set_asides: list[SetAside] = field(default_factory=list)
    defects: list[Defect] = field(default_factory=list)

    def enter(self, owner: str, *passages: Passage | None) -> None:
        """These passages went into the field `owner` ("articles.0.headline")."""
        for passage in passages:
            if passage is not None:
                for start, end in passage.ranges:
                    self.spans.append(Span(start, end, owner))

    def set_aside(self, kind: SetAsideKind, passage: Passage) -> None:
        self.enter(f"set_aside.{kind}", passage)
        if text := " ".join(escape_hidden(passage.text).split()):
            self.set_asides.append(SetAside(kind, passage.line, text))

    def warn(self, code: DefectCode, line: int, **details: str) -> None:
        self.defects.append(Defect(code, line, {name: excerpt(text) for name, text in details.items()}))

    def warn_unplaced(self, passage: Passage) -> None:
        self.set_aside(SetAsideKind.UNPLACED, passage)
        self.warn(DefectCode.UNPLACED_TEXT, passage.line, text=escape_hidden(passage.text[: _EXCERPT * 2]))

    def close(self) -> None:
        """Sets aside what nothing covers, one piece a line, and puts everything in the order of the page."""
        starts = [0, *(m.end() for m in LINE_END.finditer(self.source))]
        rest = _uncovered(self.source, sorted((start, end) for start, end, _ in self.spans))
        for passage in _by_line(self.source, rest, starts):
            self.warn_unplaced(passage)
        self.spans.sort(key=itemgetter(0, 1))
        self.set_asides.sort(key=lambda piece: piece.line)
        self.defects.sort(key=lambda defect: defect.line)


def excerpt(text: str) -> str:
    """The head of a text, for a sentence.

    >>> excerpt("渠" * 30) == "渠" * 24 + "…"
    True
    """
    return text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"


def _uncovered(source: str, covered: Iterable[Range]) -> Iterable[Range]:
    at = 0
    for start, end in [*covered, (len(source), len(source))]:
        if at < start and VISIBLE.search(source, at, start):
            yield at, start
        at = max(at, end)


def _by_line(source: str, ranges: Iterable[Range], starts: list[int]) -> Iterable[Passage]:
    for start, end in ranges:
        for piece in _split_at_lines(start, end, starts):
            text = " ".join(source[piece[0] : piece[1]].split())
            if text:
                yield Passage(source, text, (piece,), bisect_right(starts, piece[0]))


def _split_at_lines(start: int, end: int, starts: list[int]) -> Iterable[Range]:
    while start < end:
        following = bisect_right(starts, start)
        stop = min(end, starts[following]) if following < len(starts) else end
        yield start, stop
        start = stop
