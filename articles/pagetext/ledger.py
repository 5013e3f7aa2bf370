"""The page's account book: each thing found is entered with the passages it came from, and nothing is lost.

What no entry covers is set aside as unplaced when the book is closed. So conservation does not hang on any rule.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from .characters import escape_hidden
from .defects import Defect, DefectCode
from .lines import LINE_END
from .passage import VISIBLE, Passage, Range, Span
from .records import SetAside, SetAsideKind

_EXCERPT = 24
_BLOCK = re.compile(r".{1,100000}\S*", re.DOTALL)


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
        if text := _in_one_line(escape_hidden(passage.text)):
            self.set_asides.append(SetAside(kind, passage.line, text))

    def warn(self, code: DefectCode, line: int, **details: str) -> None:
        self.defects.append(Defect(code, line, {name: excerpt(text) for name, text in details.items()}))

    def warn_unplaced(self, passage: Passage) -> None:
        self.set_aside(SetAsideKind.UNPLACED, passage)
        self.warn(DefectCode.UNPLACED_TEXT, passage.line, text=escape_hidden(passage.text[: _EXCERPT * 2]))

    def close(self) -> None:
        """Sets aside what nothing covers, one piece a line, and puts everything in the order of the page."""
        self.spans.sort()
        for passage in _by_line(self.source, list(_uncovered(self.source, self.spans))):
            self.warn_unplaced(passage)
        self.spans.sort()
        self.set_asides.sort(key=lambda piece: piece.line)
        self.defects.sort(key=lambda defect: defect.line)


def excerpt(text: str) -> str:
    """The head of a text, for a sentence.

    >>> excerpt("渠" * 30) == "渠" * 24 + "…"
    True
    """
    return text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"


def _in_one_line(text: str) -> str:
    """By blocks of whole words: what was too much to read may have millions of them."""
    blocks = (" ".join(block[0].split()) for block in _BLOCK.finditer(text))
    return " ".join(block for block in blocks if block)


def _uncovered(source: str, covered: Iterable[Span]) -> Iterator[Range]:
    at = 0
    for start, end, _ in chain(covered, [Span(len(source), len(source), "")]):
        if at < start and VISIBLE.search(source, at, start):
            yield at, start
        at = max(at, end)


def _by_line(source: str, ranges: Iterable[Range]) -> Iterator[Passage]:
    at, number = 0, 1
    for start, end in ranges:
        number += sum(1 for _ in LINE_END.finditer(source, at, start))
        at = start
        while at < end:
            line_end = LINE_END.search(source, at, end)
            stop = line_end.end() if line_end else end
            if text := " ".join(source[at:stop].split()):
                yield Passage(source, text, ((at, stop),), number)
            number += line_end is not None
            at = stop
