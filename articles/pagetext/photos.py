"""The photos of a page, peeled off the lines of its stories: captions, their titles and their credits."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .captions import WIDE_GAP, bare_captions, is_kind_of_picture, is_one_sentence, is_photo_title
from .english_boxes import (
    is_advertisement_in_a_sentence,
    name_under_caption,
    opens_letters,
    shares_its_credit,
)
from .english_captions import english_credit, is_caption_under_credit, is_title_of_a_photo
from .ledger import Ledger
from .marks import LineKind, Marked
from .records import ParsedPhoto, SetAsideKind
from .rules import compiled

_WIDEST_GAP_IN_GROUP = 3  # each photo of a group may leave its white
_MOST_IN_GROUP = 6
_REPORTS = compiled(r"摄影报道|图文报道")
_OF_ALL = compiled(r"[（(]?(?:本[版组刊报]|以上|上述|文中|均|除署名)")
_CAPTION_NUMBER = compiled(r"^[图圖]?\s?([①-⑳])\S")


def peel_photos(lines: Sequence[Marked], photos: list[ParsedPhoto], ledger: Ledger) -> Iterator[Marked]:
    """A caption, with its title above and its credit below, where they touch it; or a group of captions."""
    lines = _settle_name_credits(lines)
    at = 0 if _may_hold_photos(lines) else len(lines)
    last_end = -1  # where the last photo ended
    yield from lines[:at]
    bare = bare_captions(lines) if at < len(lines) else frozenset()
    while at < len(lines):
        if (end := _end_of_group(lines, at)) > at:
            _enter_group(lines[at:end], photos, ledger)
        elif is_advertisement_in_a_sentence(lines, at):
            end = at + 1
            ledger.set_aside(SetAsideKind.ADVERT, lines[at].core)
        elif (end := _end_of_photo(lines, at, bare)) > at:
            _enter_photo(lines[at:end], photos, ledger)
            if at == last_end:
                _share_credit(lines[at:end], photos)
            last_end = end
        elif _is_credit_of_all(lines[at]):
            end = at + 1
            _credit_all(lines[at], photos, ledger)
        elif credit := english_credit(lines[at]):
            end = at + 1
            ledger.warn_unplaced(credit.passage)  # a credit without its picture
        else:
            end = at + 1
            yield lines[at]
        at = end


def _is_credit_of_all(line: Marked) -> bool:
    """本版图片均由本报记者 张某某 摄: on a line of its own."""
    return (
        line.kind is LineKind.CREDIT
        and line.credit is not None
        and bool(_OF_ALL.match(line.credit.passage.text))
    )


def _credit_all(line: Marked, photos: list[ParsedPhoto], ledger: Ledger) -> None:
    """The photos above without a credit of their own."""
    if line.credit is None:
        return
    uncredited = [at for at, photo in enumerate(photos) if photo.credit is None]
    for at in uncredited:
        photos[at] = replace(photos[at], credit=line.credit.who)
    if uncredited:
        ledger.enter(f"photos.{uncredited[-1]}.credit", line.credit.passage)
    else:
        ledger.set_aside(SetAsideKind.IMPRINT, line.credit.passage)


def _may_hold_photos(lines: Sequence[Marked]) -> bool:
    """A caption, a credit, the white of a photo, or an English sentence that something may cut; most short texts have none."""
    return any(
        line.kind in (LineKind.CAPTION, LineKind.CREDIT, LineKind.BYLINE)
        or line.gap >= WIDE_GAP
        or line.text[:1].islower()
        for line in lines
    )


def _end_of_group(lines: Sequence[Marked], at: int) -> int:
    """Captions ① ② ③ and one credit for all of them, below or at the end of the last."""
    end = at
    while end < len(lines) and _is_numbered_caption(lines[end], end - at) and not lines[end].credit:
        end += 1
    if end > at and _is_credit(lines, end, _WIDEST_GAP_IN_GROUP):
        return end + 1
    if end == at and (last := _end_of_plain_group(lines, at)) > at:
        return last
    is_last = end > at and end < len(lines) and _is_numbered_caption(lines[end], end - at)
    return end + 1 if is_last else at


def _end_of_plain_group(lines: Sequence[Marked], at: int) -> int:
    """Sentences under the white of photos, and one credit that says that it is of them all: （本组图片由张某某摄）."""
    end = at
    while (
        end < len(lines)
        and end - at < _MOST_IN_GROUP
        and is_one_sentence(lines[end])
        and (end == at or lines[end].gap == 1)
    ):
        end += 1
    is_group = lines[at].gap >= WIDE_GAP and end > at + 1 and _is_credit(lines, end)
    return end + 1 if is_group and _is_credit_of_all(lines[end]) else at


def _is_numbered_caption(line: Marked, place: int) -> bool:
    number = _CAPTION_NUMBER.match(line.text)
    return (
        number is not None
        and number[1] == chr(ord("①") + place)
        and line.kind in (LineKind.TEXT, LineKind.SHORT, LineKind.CAPTION)
        and line.gap <= _WIDEST_GAP_IN_GROUP
        and not (line.jump_in or line.jump_out or line.lead)
    )


def _enter_group(lines: Sequence[Marked], photos: list[ParsedPhoto], ledger: Ledger) -> None:
    credit = lines[-1].credit
    last = len(photos)
    for line in lines:
        if line.core:
            ledger.enter(f"photos.{len(photos)}.caption", line.core)
            last = len(photos)
            photos.append(ParsedPhoto(None, line.text, credit.who if credit else None, line.line.number))
    if credit:
        ledger.enter(f"photos.{last}.credit", credit.passage)


def _end_of_photo(lines: Sequence[Marked], at: int, bare: frozenset[int]) -> int:
    """Where the photo that begins at this line ends; the line itself when there is none."""
    end = at
    if _is_photo_report(lines, at):
        return at + 3
    if is_caption_under_credit(lines, at):
        return at + 2
    if is_photo_title(lines, at, bare) or is_title_of_a_photo(lines, at) or is_kind_of_picture(lines[at]):
        end += 1
    if end in bare:
        return end + 1
    if end < len(lines) and lines[end].kind is LineKind.CAPTION:
        end += 1
        return end + (lines[end - 1].credit is None and _is_credit(lines, end))
    if (
        end < len(lines)
        and lines[end].kind in (LineKind.TEXT, LineKind.SHORT)
        and _is_credit(lines, end + 1)
        and lines[end + 1].gap == 0
    ):
        return end + 2
    return at


def _is_photo_report(lines: Sequence[Marked], at: int) -> bool:
    """A title, a text, and on a line of its own 张某某 摄影报道."""
    credit = lines[at + 2].credit if _is_credit(lines, at + 2) else None
    return (
        credit is not None
        and _REPORTS.search(credit.passage.text) is not None
        and lines[at].kind is LineKind.SHORT
        and lines[at].gap > 0
        and lines[at + 1].kind is LineKind.TEXT
        and not (lines[at + 1].lead or lines[at + 1].jump_out)
    )


def _share_credit(lines: Sequence[Marked], photos: list[ParsedPhoto]) -> None:
    """Photos by Ada Stone, under the second of two captions."""
    credit = next((line.credit for line in lines if line.credit), None)
    if credit and shares_its_credit(credit) and photos[-2].credit is None:
        photos[-2] = replace(photos[-2], credit=credit.who)


def _is_credit(lines: Sequence[Marked], at: int, widest_gap: int = 1) -> bool:
    return at < len(lines) and lines[at].kind is LineKind.CREDIT and lines[at].gap <= widest_gap


def _enter_photo(lines: Sequence[Marked], photos: list[ParsedPhoto], ledger: Ledger) -> None:
    owner = f"photos.{len(photos)}"
    credit = next((line.credit for line in lines if line.credit), None)
    texts = [line for line in lines if line.kind is not LineKind.CREDIT]
    title = texts[0] if len(texts) > 1 else None
    caption = texts[-1]
    ledger.enter(f"{owner}.caption", caption.core)
    if title:
        ledger.enter(f"{owner}.title", title.core)
    if credit:
        ledger.enter(f"{owner}.credit", credit.passage)
    photos.append(
        ParsedPhoto(
            title.text if title else None, caption.text, credit.who if credit else None, lines[0].line.number
        )
    )


def _settle_name_credits(lines: Sequence[Marked]) -> list[Marked]:
    """A photographer's bare name under an English caption."""
    settled: list[Marked] = []
    in_letters = False
    for at, line in enumerate(lines):
        in_letters = in_letters or opens_letters(line)
        credit = name_under_caption(lines, at, in_letters=in_letters)
        settled.append(
            replace(line, kind=LineKind.CREDIT, core=line.core.cut(0)[0], credit=credit) if credit else line
        )
    return settled
