"""A piece of text that knows where in the source it came from.

The text of a passage differs from its source in white space alone. That is all it takes to say, for any cut in the
text, where the cut falls in the source: after as many visible characters.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

VISIBLE = re.compile(r"\S")

Range = tuple[int, int]


class Span(NamedTuple):
    """Characters start to end (exclusive) of the decoded text, and the field that they went into."""

    start: int
    end: int
    owner: str


@dataclass(slots=True)
class Passage:
    """`text` is clean; `ranges` are where its visible characters stand in `source`; `line` counts from 1.

    Nobody changes one. It is not declared frozen, for a page is made of thousands and freezing takes three times as long.
    """

    source: str = field(repr=False, compare=False)
    text: str
    ranges: tuple[Range, ...]
    line: int

    def __bool__(self) -> bool:
        return bool(self.text)

    def cut(self, at: int) -> tuple["Passage", "Passage"]:
        """The passage before and from text[at]; a blank at the seam belongs to neither."""
        left, right = _cut_ranges(self.source, self.ranges, at - self.text.count(" ", 0, at))
        return (
            Passage(self.source, self.text[:at].rstrip(), left, self.line),
            Passage(self.source, self.text[at:].lstrip(), right, self.line),
        )

    def split(self, bounds: Sequence[int]) -> list["Passage"]:
        """The pieces between text[0], each of the bounds, in their order, and the end."""
        if not bounds:
            return [self]
        middle = len(bounds) // 2  # by halves, or a line of a million codes would be copied a million times
        left, right = self.cut(bounds[middle])
        lost = len(self.text) - len(right.text)
        return left.split([min(at, len(left.text)) for at in bounds[:middle]]) + right.split(
            [max(at - lost, 0) for at in bounds[middle + 1 :]]
        )


def _cut_ranges(
    source: str, ranges: Sequence[Range], visible: int
) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    for index, (start, end) in enumerate(ranges):
        here = len("".join(source[start:end].split()))
        if visible < here:
            at = start + (visible if here == end - start else _offset_after(source[start:end], visible))
            left, right = [*ranges[:index], (start, at)], [(at, end), *ranges[index + 1 :]]
            return tuple(r for r in left if r[0] < r[1]), tuple(right)
        visible -= here
    return tuple(ranges), ()


def _offset_after(text: str, visible: int) -> int:
    """Where in text the given number of visible characters has been passed.

    >>> _offset_after("a bc", 2)
    3
    """
    last = next(islice(VISIBLE.finditer(text), visible - 1, None), None) if visible else None
    return last.end() if last else 0


def join(passages: Iterable[Passage], glue: str = " ") -> Passage:
    """One passage of several, in order; `glue` is blank or empty."""
    parts = list(passages)
    if len(parts) == 1:
        return parts[0]
    return replace(
        parts[0], text=glue.join(p.text for p in parts), ranges=tuple(r for p in parts for r in p.ranges)
    )
