"""English title blocks whose lines look like text: they end in a mark, and stand over a byline."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .english_bylines import is_name, is_name_in_capitals, is_role
from .english_lines import (
    LONGEST_TITLE,
    is_closed_head,
    is_deck_of_closed_head,
    is_in_capitals,
    is_item,
)
from .lonetitles import TITLE_KINDS
from .marks import LineKind, Marked
from .passage import join
from .seams import is_finished

_MOST_TITLE_LINES = 6
_LONGEST_DIVIDED = 60
_DIVIDES = (",", ";", ":", "?")
_MOST_WORDS_OF_A_CATCHWORD = 3


def settle_titles(lines: Sequence[Marked]) -> list[Marked]:
    """The lines that touch each other down to a byline are a title block, whatever marks they end in."""
    settled = _settle_catchwords(_settle_divided_heads(_settle_decks_of_closed_heads(lines)))
    for at, line in enumerate(lines):
        if line.gap > 1 or not _is_under_a_title(lines, at):
            continue
        start = _start_of_group(settled, at)
        if _can_stand_under(settled, start, at) and all(map(_can_be_of_a_title, settled[start:at])):
            settled[start:at] = [_as_title(title) for title in settled[start:at]]
    return settled


def _is_under_a_title(lines: Sequence[Marked], at: int) -> bool:
    line = lines[at]
    if line.kind is LineKind.NOTICE:
        return line.jump_in is not None and not line.gap
    return line.kind is LineKind.BYLINE or _is_bare_byline(lines, at)


def _settle_divided_heads(lines: Sequence[Marked]) -> list[Marked]:
    """Museum gives visitors gloves, / asks them to touch — two short lines set apart, the first of which cannot end."""
    settled = list(lines)
    for at, (first, second) in enumerate(pairwise(lines)):
        below = lines[at + 2] if at + 2 < len(lines) else None
        if (
            first.kind is LineKind.TEXT
            and first.text[-1:] in _DIVIDES
            and second.kind is LineKind.SHORT
            and not second.gap
            and max(len(first.text), len(second.text)) <= _LONGEST_DIVIDED
            and not (first.lead or first.jump_in or is_item(first.text))
            and (
                not at or (first.gap > 0 and (_is_closed(lines[at - 1]) or lines[at - 1].kind in TITLE_KINDS))
            )
            and below is not None
            and not below.text[:1].islower()
            and (below.gap > 0 or below.kind is LineKind.BYLINE or below.jump_in is not None)
        ):
            settled[at] = _as_title(first)
    return settled


def _settle_catchwords(lines: Sequence[Marked]) -> list[Marked]:
    """HOSPITAL, from A1 under a headline: the catchword of the first half is of the notice."""
    settled = list(lines)
    for at, (above, line) in enumerate(pairwise(lines), 1):
        is_catchword = (
            line.jump_in is not None
            and not line.gap
            and line.kind is LineKind.SHORT
            and above.kind is LineKind.SHORT
            and len(line.text.split()) <= _MOST_WORDS_OF_A_CATCHWORD
            and is_in_capitals(line.text)
            and not is_in_capitals(above.text)
        )
        if is_catchword and line.jump_in:
            notice = replace(line.jump_in, passage=join([line.core, line.jump_in.passage]))
            settled[at] = replace(line, kind=LineKind.NOTICE, core=line.core.cut(0)[0], jump_in=notice)
    return settled


def _is_closed(line: Marked) -> bool:
    return line.jump_out is not None or line.kind is LineKind.NOTICE or is_finished(line.text)


def _is_bare_byline(lines: Sequence[Marked], at: int) -> bool:
    """Nora Velasquez / Staff Writer"""
    below = lines[at + 1] if at + 1 < len(lines) else None
    name = lines[at].text
    return (
        below is not None
        and below.gap == 0
        and (is_name(name) or is_name_in_capitals(name))
        and is_role(below.text)
    )


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
    return (
        _is_closed(lines[start - 1])
        and lines[start].gap > 0
        and (lines[at - 1].kind in TITLE_KINDS or lines[at - 1].text[-1:] == "?")
    )


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
