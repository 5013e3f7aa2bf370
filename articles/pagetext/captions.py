"""Captions that no credit closes, and the titles of photos: told by the white around them and by what they cut."""

from collections.abc import Sequence

from .characters import is_latin
from .english_captions import cuts_a_sentence as cuts_an_english_sentence
from .marks import LineKind, Marked
from .photographers import names_a_photographer
from .rules import rule, table
from .seams import is_finished

WIDE_GAP = 2  # blank lines: where the photo was
_LONGEST = 120
_LONGEST_TITLE_THAT_TOUCHES = 12
_LONGEST_TITLE_APART = 8
_TITLE_KINDS = (LineKind.SHORT, LineKind.SUBTITLE, LineKind.COLUMN)

ONE_SENTENCE = table(
    rule("one", r"^[^。！？]{6,120}[。！？]”?$", "村民在渠边修补水闸。", "渠通了。村民来看水。"),
)


def is_bare_caption(lines: Sequence[Marked], at: int) -> bool:
    """A text without credit that can only be a caption: it stands where a photo was and cuts a sentence in two."""
    if cuts_an_english_sentence(lines, at):
        return True
    line = lines[at]
    if at == 0 or line.gap < WIDE_GAP or not _is_one_sentence(line):
        return False
    return (_is_open(lines[at - 1]) and _goes_on_below(lines, at)) or _stands_in_a_story_with_pictures(
        lines, at
    )


def is_photo_title(lines: Sequence[Marked], at: int) -> bool:
    """A few characters right above a caption: they touch it, or have the white of the photo above them."""
    title = lines[at]
    if title.kind not in (LineKind.SHORT, LineKind.NAME) or at + 1 == len(lines):
        return False
    caption = lines[at + 1]
    if caption.kind is not LineKind.CAPTION:
        return False
    if caption.gap == 0:
        return len(title.text) <= _LONGEST_TITLE_THAT_TOUCHES
    return (
        caption.gap == 1
        and len(title.text) <= _LONGEST_TITLE_APART
        and (title.gap >= WIDE_GAP or (at > 0 and _is_open(lines[at - 1])))
        and not (at and lines[at - 1].kind in _TITLE_KINDS)
    )


def _is_one_sentence(line: Marked) -> bool:
    return (
        line.kind is LineKind.TEXT
        and len(line.text) <= _LONGEST
        and not (line.lead or line.jump_in or line.jump_out or is_latin(line.text))
        and ONE_SENTENCE.matches(line.text)
    )


def _is_open(line: Marked) -> bool:
    return line.kind is LineKind.TEXT and not line.jump_out and not is_finished(line.text)


def _goes_on_below(lines: Sequence[Marked], at: int) -> bool:
    """Under the caption, or under other captions, stands more text."""
    below = next((line for line in lines[at + 1 : at + 5] if line.kind is not LineKind.CAPTION), None)
    return below is not None and below.kind in (LineKind.TEXT, LineKind.LABELLED) and not below.lead


def _stands_in_a_story_with_pictures(lines: Sequence[Marked], at: int) -> bool:
    """The byline above says 文/图, and a text goes on below."""
    for line in reversed(lines[max(0, at - 30) : at]):
        if line.lead or line.kind is LineKind.BYLINE:
            printed = line.lead.passage.text if line.lead else line.text
            return names_a_photographer(printed) and at + 1 < len(lines) and lines[at + 1].gap <= 1
    return False
