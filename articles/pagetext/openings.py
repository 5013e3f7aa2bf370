"""Where articles begin: at the title block above a byline, a lead or a 上接, else at a title that stands apart."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .marks import LineKind, Marked
from .notices import cut_signature
from .seams import is_finished

TITLE_KINDS = (LineKind.SHORT, LineKind.SUBTITLE, LineKind.COLUMN)
MOST_TITLE_LINES = 8
_WIDE_GAP = 2  # blank lines; one stands between all blocks


def settle_names(lines: Sequence[Marked]) -> list[Marked]:
    """A bare name is a byline between a title and a text; elsewhere it is what any short line is."""
    return [
        replace(line, kind=_settled(lines, at)) if line.kind is LineKind.NAME else line
        for at, line in enumerate(lines)
    ]


def _settled(lines: Sequence[Marked], at: int) -> LineKind:
    above = lines[at - 1].kind if at else None
    below = lines[at + 1].kind if at + 1 < len(lines) else None
    if above in TITLE_KINDS and below is LineKind.TEXT:
        return LineKind.BYLINE
    if above is LineKind.TEXT and is_finished(lines[at - 1].text) and (below is None or below in TITLE_KINDS):
        return LineKind.BYLINE
    return LineKind.SHORT


def openings(lines: Sequence[Marked]) -> list[int]:
    """The indexes of the lines at which an article begins, in order."""
    found: set[int] = set()
    for at in range(len(lines)):
        if _is_anchor(lines, at):
            found.add(_title_start(lines, at))
        elif _is_title_of_its_own(lines, at):
            found.add(at)
    return sorted(found | _openings_by_signature(lines, sorted(found)))


def _openings_by_signature(lines: Sequence[Marked], known: list[int]) -> set[int]:
    """Titles under an article that is signed above, over a text that is signed below."""
    found = set()
    for start, end in pairwise([*known, len(lines)]):
        titles = [
            at
            for at in range(start + 1, end)
            if lines[at].kind in TITLE_KINDS and lines[at - 1].kind is LineKind.TEXT
        ]
        signed_above = any(
            line.lead or line.kind is LineKind.BYLINE
            for line in lines[start : titles[0] if titles else start]
        )
        if signed_above:
            found |= {at for at, below in pairwise([*titles, end]) if _is_signed(lines[below - 1])}
    return found


def _is_signed(line: Marked) -> bool:
    return (
        line.kind is LineKind.TEXT
        and cut_signature(line.core)[1] is not None
        and "参与采写" not in line.text[-12:]
    )


def _is_anchor(lines: Sequence[Marked], at: int) -> bool:
    line = lines[at]
    if line.jump_in:
        return True
    if line.lead:
        return not _belongs_to_the_article_above(lines, at)
    return line.kind is LineKind.BYLINE and at > 0 and lines[at - 1].kind in TITLE_KINDS


def _belongs_to_the_article_above(lines: Sequence[Marked], at: int) -> bool:
    """A lead under an editor's note, which stands under the title."""
    return (
        at > 1
        and lines[at - 1].text.startswith(("编者按", "编前", "开栏的话"))
        and lines[at - 2].kind in TITLE_KINDS
    )


def _title_start(lines: Sequence[Marked], at: int) -> int:
    start = at
    while (
        start
        and at - start < MOST_TITLE_LINES
        and lines[start - 1].kind in TITLE_KINDS
        and not lines[start - 1].jump_in
    ):
        start -= 1
    return start


def _is_title_of_its_own(lines: Sequence[Marked], at: int) -> bool:
    """A title without byline: first on the page, after the end of an article, set apart, or with a ——subtitle."""
    if lines[at].kind not in TITLE_KINDS or (at and lines[at - 1].kind in TITLE_KINDS):
        return False
    if (
        at == 0
        or lines[at].kind is LineKind.COLUMN
        or lines[at].gap >= _WIDE_GAP
        or _ends_article(lines[at - 1])
    ):
        return True
    return at + 1 < len(lines) and lines[at + 1].kind is LineKind.SUBTITLE


def _ends_article(line: Marked) -> bool:
    return line.jump_out is not None or (line.kind is LineKind.BYLINE)
