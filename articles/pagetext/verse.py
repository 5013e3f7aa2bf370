"""Poems: short lines under a poet's name, each a paragraph of its own and no title."""

import re
from collections.abc import Sequence

from .characters import is_latin
from .marks import LineKind, Marked

_FEWEST_LINES = 4
_LONGEST_LINE = 20
_TITLE_LIKE = (LineKind.SHORT, LineKind.NAME)
_SENTENCE_ENDS = re.compile(r"[。！？；：]$")
_LONGEST_LABEL = 4
_LONGEST_TITLE_WITHIN = 8
_ENDS = re.compile(r"[。！？；：，、…—]$")


def settle_verse(lines: Sequence[Marked]) -> list[Marked]:
    """The lines, those of poems marked as verse.

    A poem is four short lines or more right under a byline that follows a title; the title block of the next article,
    known by what stands under it, is not of the poem.
    """
    settled = list(lines)
    at = 2
    while at < len(lines):
        end = _end_of_poem(lines, at) if _can_open_poem(lines, at) else at
        if end - at < _FEWEST_LINES:
            at += 1
            continue
        for n in range(at, end):
            kind = LineKind.SUBHEAD if _is_title_within(lines, n, end) else LineKind.VERSE
            settled[n] = settled[n].of_kind(kind)
        at = end
    return settled


def _is_title_within(lines: Sequence[Marked], at: int, end: int) -> bool:
    """One of several poems under one title: a few characters with white around them, over a stanza of two lines or more."""
    return (
        at + 2 < end
        and len(lines[at].text) <= _LONGEST_TITLE_WITHIN
        and lines[at].gap > 0
        and lines[at + 1].gap > 0
        and lines[at + 2].gap == 0
        and not _ENDS.search(lines[at].text)
    )


def _can_open_poem(lines: Sequence[Marked], at: int) -> bool:
    signed = lines[at - 1].kind in (LineKind.NAME, LineKind.BYLINE)
    return signed and lines[at - 2].kind in _TITLE_LIKE and _is_verse(lines[at])


def _is_verse(line: Marked) -> bool:
    return (
        line.kind in (LineKind.SHORT, LineKind.TEXT, LineKind.NAME)
        and 0 < len(line.text) <= _LONGEST_LINE
        and not is_latin(line.text)
        and not (line.lead or line.jump_in or line.jump_out)
    )


def _end_of_poem(lines: Sequence[Marked], at: int) -> int:
    end = at
    while end < len(lines) and _is_verse(lines[end]):
        end += 1
    if end == len(lines) or lines[end].kind is LineKind.COLUMN:  # a label opens the next title block
        return end
    return _without_next_title(lines, at, end)


def _without_next_title(lines: Sequence[Marked], at: int, end: int) -> int:
    """A short line over a text, a lead, a byline or a ——subtitle is a title, and a label may stand above it."""
    following = lines[end]
    if end - at > 1 and lines[end - 1].kind is LineKind.NAME and following.kind is LineKind.TEXT:
        end -= 1
    end = _start_of_group(lines, at, end)
    is_label = (
        end - 1 > at
        and len(lines[end - 1].text) <= _LONGEST_LABEL
        and not _SENTENCE_ENDS.search(lines[end - 1].text)
    )
    return end - 1 if is_label else end


def _start_of_group(lines: Sequence[Marked], at: int, end: int) -> int:
    """Where the lines begin that stand close together above `end`; only the last one where a stanza goes on."""
    start = end - 1
    while start > at and lines[start].gap == 0 and end - start < 3:
        start -= 1
    return start
