"""English title blocks whose lines look like text: they end in a mark, and stand over a byline."""

from collections.abc import Sequence
from dataclasses import replace

from .english_bylines import is_name, is_role
from .english_lines import LONGEST_TITLE, is_closed_head, is_deck_of_closed_head
from .lonetitles import TITLE_KINDS
from .marks import LineKind, Marked
from .seams import is_finished

_MOST_TITLE_LINES = 6


def settle_titles(lines: Sequence[Marked]) -> list[Marked]:
    """The lines that touch each other down to a byline are a title block, whatever marks they end in."""
    settled = _settle_decks_of_closed_heads(lines)
    for at, line in enumerate(lines):
        if line.gap > 1 or not (line.kind is LineKind.BYLINE or _is_bare_byline(lines, at)):
            continue
        start = _start_of_group(settled, at)
        if _can_stand_under(settled, start, at) and all(map(_can_be_of_a_title, settled[start:at])):
            settled[start:at] = [_as_title(title) for title in settled[start:at]]
    return settled


def _is_bare_byline(lines: Sequence[Marked], at: int) -> bool:
    """Nora Velasquez / Staff Writer"""
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is not None and below.gap == 0 and is_name(lines[at].text) and is_role(below.text)


def _settle_decks_of_closed_heads(lines: Sequence[Marked]) -> list[Marked]:
    """CARRIED AWAY BY ICE. / The Long Bridge Goes Out With a Roar. — the decks of old papers end in a full stop too."""
    settled = list(lines)
    in_title = False
    for at, line in enumerate(settled):
        is_deck = line.kind is LineKind.TEXT and line.gap <= 1 and is_deck_of_closed_head(line.text)
        in_title = (line.kind is LineKind.SHORT and (in_title or is_closed_head(line.text))) or (
            in_title and is_deck and not (line.lead or line.jump_in or line.jump_out)
        )
        if in_title:
            settled[at] = _as_title(line)
    return settled


def _can_stand_under(lines: Sequence[Marked], start: int, at: int) -> bool:
    """A title block stands under its first line, set apart, or under what is finished."""
    if not start or lines[start - 1].kind in TITLE_KINDS:
        return True
    above = lines[start - 1]
    ends = above.jump_out is not None or above.kind is LineKind.NOTICE or is_finished(above.text)
    return ends and lines[start].gap > 0 and lines[at - 1].kind in TITLE_KINDS


def _start_of_group(lines: Sequence[Marked], at: int) -> int:
    start = at - 1
    while start > max(0, at - _MOST_TITLE_LINES) and not lines[start].gap:
        start -= 1
    return max(start, 0)


def _can_be_of_a_title(line: Marked) -> bool:
    return (
        line.kind in (LineKind.TEXT, *TITLE_KINDS)
        and not (line.lead or line.jump_in or line.jump_out or line.credit)
        and len(line.text) <= LONGEST_TITLE
        and line.text[-1:] != "."
    )


def _as_title(line: Marked) -> Marked:
    return replace(line, kind=LineKind.SHORT) if line.kind is LineKind.TEXT else line
