"""Where articles begin: at the title block above a byline, a lead or a 上接, else at a title that stands apart."""

from collections.abc import Sequence
from itertools import pairwise

from .characters import HAN
from .lonetitles import TITLE_KINDS, stands_alone
from .marks import LineKind, Marked, is_short
from .names import looks_glued
from .notices import cut_signature
from .rules import compiled
from .seams import is_finished

MOST_TITLE_LINES = 8
_UNSETTLED = (LineKind.NAME, LineKind.LABELLED, LineKind.SHORT)
_PEN_NAME = compiled(rf"(?![〇零一二三四五六七八九十]*[年月日])[{HAN}]{{2,4}}")


def settle_names(lines: Sequence[Marked]) -> list[Marked]:
    """A bare name is a byline between a title and a text, a title may have a colon; elsewhere they are what they look like."""
    return [
        line.of_kind(_settled(lines, at)) if line.kind in _UNSETTLED else line
        for at, line in enumerate(lines)
    ]


def _settled(lines: Sequence[Marked], at: int) -> LineKind:
    line = lines[at]
    above = lines[at - 1] if at else None
    below = lines[at + 1] if at + 1 < len(lines) else None
    if line.kind is LineKind.LABELLED:
        return LineKind.SHORT if _is_title_with_colon(line, above, below) else line.kind
    if line.kind is LineKind.SHORT:
        return LineKind.BYLINE if _is_pen_name(line, above, below) else line.kind
    if above and above.kind in TITLE_KINDS and below and (below.is_prose or below.kind is LineKind.VERSE):
        return LineKind.BYLINE
    if (
        above
        and above.kind is LineKind.TEXT
        and is_finished(above.text)
        and (below is None or below.kind in TITLE_KINDS)
        and not looks_glued(line.text)
    ):
        return LineKind.BYLINE
    return LineKind.SHORT


def _is_title_with_colon(line: Marked, above: Marked | None, below: Marked | None) -> bool:
    """民警支招：遇到骗子怎么办 has white around it and no other label：value beside it."""
    if not below or not line.gap or not is_short(line.text) or line.text[-1] in "，、。；":
        return False
    if above and (above.kind is LineKind.LABELLED or not is_finished(above.text) or above.text[-1] in "：:"):
        return False
    return below.gap > 0 and (
        below.lead is not None or below.kind in (LineKind.TEXT, LineKind.BYLINE, LineKind.SUBTITLE)
    )


def _is_pen_name(line: Marked, above: Marked | None, below: Marked | None) -> bool:
    """A few characters with white around them, between a title and a text: 陶然亭外."""
    return bool(
        above
        and above.kind in TITLE_KINDS
        and len(above.text) > len(line.text)
        and below
        and (below.is_prose or below.kind is LineKind.VERSE)
        and not below.lead
        and line.gap
        and below.gap
        and _PEN_NAME.fullmatch(line.text.replace(" ", ""))
    )


def openings(lines: Sequence[Marked]) -> list[int]:
    """The indexes of the lines at which an article begins, in order."""
    found: set[int] = set()
    start = 0
    for at in range(len(lines)):
        if _is_anchor(lines, at):
            start = _title_start(lines, at)
            found.add(start)
        elif stands_alone(lines, start, at):
            start = at
            found.add(start)
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
