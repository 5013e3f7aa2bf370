"""Two versions side by side, as the desk shows them: long runs without a change are folded away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.difference import Change, Row
from articles.versions import FieldDifference

AROUND = 1  # unchanged paragraphs that stay beside a change, so that one finds the place
LONG = 4  # fewer unchanged paragraphs are no longer than the line that would stand for them


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs that are shown, or that are folded behind their number."""

    rows: Sequence[Row]
    is_folded: bool


@dataclass(frozen=True, slots=True)
class FieldSideBySide:
    label: str
    stretches: Sequence[Stretch]


def side_by_side(fields: Sequence[FieldDifference]) -> list[FieldSideBySide]:
    return [FieldSideBySide(field.label, list(fold(field.rows))) for field in fields]


def fold(rows: Sequence[Row]) -> Iterator[Stretch]:
    """The paragraphs in stretches; in the middle of a long unchanged run they are folded."""
    at = 0
    for is_same, run in groupby(rows, key=lambda row: row.change is Change.SAME):
        paragraphs = list(run)
        head = AROUND if at else 0
        at += len(paragraphs)
        tail = AROUND if at < len(rows) else 0
        if not is_same or len(paragraphs) - head - tail < LONG:
            yield Stretch(paragraphs, is_folded=False)
            continue
        end = len(paragraphs) - tail
        yield from (
            Stretch(part, is_folded=folded)
            for part, folded in (
                (paragraphs[:head], False),
                (paragraphs[head:end], True),
                (paragraphs[end:], False),
            )
            if part
        )
