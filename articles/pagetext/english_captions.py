"""Captions without a credit, told by the sentence that they cut in two."""

from collections.abc import Sequence

from .characters import is_latin
from .marks import LineKind, Marked
from .photocredits import Credit
from .seams import is_finished

_LONGEST = 400
_WHITE_OF_A_PHOTO = 3  # blank lines
_LONGEST_TITLE = 50
_MOST_PHOTO_LINES = 4


def cuts_a_sentence(lines: Sequence[Marked], at: int) -> bool:
    """Whether a whole sentence stands between a text that is not finished and one that goes on in small letters."""
    if not 0 < at < len(lines) - 1 or (lines[at + 1].kind is LineKind.CREDIT and not lines[at + 1].gap):
        return False
    above, line, below = lines[at - 1], lines[at], _below_photos(lines, at + 1)
    return (
        (_is_plain(above) or _is_short_text(lines, at - 1))
        and _is_plain(line)
        and below.kind in (LineKind.TEXT, LineKind.SHORT)
        and is_latin(line.text)
        and len(line.text) <= _LONGEST
        and not is_finished(above.text)
        and is_finished(line.text)
        and line.text[:1].isupper()
        and below.text[:1].islower()
    )


def stands_where_a_photo_was(lines: Sequence[Marked], at: int) -> bool:
    """The white of a photo above it, under what is finished, and no text below."""
    line = lines[at]
    if line.gap < _WHITE_OF_A_PHOTO or not _is_plain(line) or not is_latin(line.text):
        return False
    above, below = lines[at - 1], lines[at + 1] if at + 1 < len(lines) else None
    return (
        len(line.text) <= _LONGEST
        and is_finished(line.text)
        and (above.jump_out is not None or is_finished(above.text))
        and (below is None or (below.kind is not LineKind.TEXT and below.gap > 0))
    )


def _is_short_text(lines: Sequence[Marked], at: int) -> bool:
    """The beginning of a text may be as short as a title; it stands under a byline or a text."""
    return (
        at > 0 and lines[at].kind is LineKind.SHORT and lines[at - 1].kind in (LineKind.TEXT, LineKind.BYLINE)
    )


def _below_photos(lines: Sequence[Marked], at: int) -> Marked:
    """The first line that is of no other photo."""
    end = at
    while end < min(len(lines) - 1, at + _MOST_PHOTO_LINES) and _is_of_a_photo(lines, end):
        end += 1
    return lines[end]


def _is_of_a_photo(lines: Sequence[Marked], at: int) -> bool:
    return lines[at].kind in (LineKind.CAPTION, LineKind.CREDIT) or (
        lines[at + 1].kind is LineKind.CREDIT and not lines[at + 1].gap
    )


def _is_plain(line: Marked) -> bool:
    return line.kind is LineKind.TEXT and not (line.lead or line.jump_in or line.jump_out or line.credit)


def english_credit(line: Marked) -> Credit | None:
    """The credit of a line that is an English credit and nothing else."""
    is_one = line.kind is LineKind.CREDIT and line.credit and is_latin(line.credit.passage.text)
    return line.credit if is_one else None


def is_title_of_a_photo(lines: Sequence[Marked], at: int) -> bool:
    """A short line set apart, a caption that touches it, the credit with the caption; no text goes on below."""
    title, end = lines[at], at + 2
    if title.kind is not LineKind.SHORT or not title.gap or title.jump_in or len(title.text) > _LONGEST_TITLE:
        return False
    if end > len(lines) or lines[end - 1].gap or not is_latin(title.text):
        return False
    caption = lines[end - 1]
    if caption.kind is LineKind.TEXT and end < len(lines) and english_credit(lines[end]):
        end += lines[end].gap == 0
    elif not (caption.kind is LineKind.CAPTION and caption.credit):
        return False
    is_open = at > 0 and lines[at - 1].kind is LineKind.TEXT and not is_finished(lines[at - 1].text)
    return end > at + 2 - bool(caption.credit) and (
        end == len(lines) or (lines[end].gap > 0 and (is_open or lines[end].kind is not LineKind.TEXT))
    )


def is_caption_under_credit(lines: Sequence[Marked], at: int) -> bool:
    """PHOTO BY ADA STONE stands above its caption, and touches it."""
    if at + 1 >= len(lines) or lines[at + 1].gap or not english_credit(lines[at]):
        return False
    below, after = lines[at + 1], lines[at + 2] if at + 2 < len(lines) else None
    return (
        below.kind in (LineKind.TEXT, LineKind.SHORT, LineKind.CAPTION)
        and not (below.credit or below.lead or below.jump_out)
        and (after is None or after.gap > 0)
    )
