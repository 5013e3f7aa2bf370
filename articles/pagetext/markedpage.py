"""What marked lines say of the page itself: its head, staff, card, photos, and what is set aside.

The unmarked lines among them are read as on any page, one run of lines at a time.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from .card import Labelled, entry_of
from .characters import HAN
from .defects import DefectCode
from .folio import Folio, read_folio
from .furniture import Furniture, peel
from .labels import normalise_label
from .ledger import Ledger
from .lines import Line
from .marks import LineKind, Marked, mark
from .markwords import (
    CARD_FIELDS,
    HEAD_FIELDS,
    PAGE_FIELDS,
    PHOTO_FIELDS,
    Field,
    Stated,
    is_escaped,
    state,
    unknown_mark,
)
from .names import pair_singles
from .passage import join
from .records import CardEntry, EntryKind, ParsedCard, ParsedPhoto, SetAsideKind, StaffMember
from .wraps import unwrap

StoryLine = Stated | Marked

_PHOTO_SHAPES = (
    [Field.PHOTO_TITLE, Field.CAPTION, Field.CREDIT],
    [Field.PHOTO_TITLE, Field.CAPTION],
    [Field.CAPTION, Field.CREDIT],
    [Field.CAPTION],
)
_COLON = re.compile("：|:(?!//)")
_BETWEEN_NAMES = re.compile("[、，,/]")
_PADDED_NAMES = re.compile(f"[{HAN}· ]+")


def peel_marked(lines: Sequence[Line], ledger: Ledger) -> tuple[Furniture, list[StoryLine]]:
    """The furniture of a marked page, and the lines of its stories, marked and unmarked, in their order."""
    told = [state(line) for line in lines]
    stated = [line for line in told if isinstance(line, Stated)]
    found = Furniture()
    kept = _without_empty(stated, ledger)
    _read_cards([line for line in kept if line.field in CARD_FIELDS], found, ledger)
    head = _read_head([line for line in kept if line.field in HEAD_FIELDS], ledger)
    story = list(_story_lines(told, {line.number for line in kept}, found, ledger))
    _prefer(head, found)
    return found, story


def set_misplaced(line: Stated, ledger: Ledger, code: DefectCode = DefectCode.MISPLACED_MARK) -> None:
    """A marked line that no record can take: nothing of it is lost, and an editor is told."""
    ledger.set_aside(SetAsideKind.UNPLACED, line.whole)
    ledger.warn(code, line.number, text=line.whole.text)


def _without_empty(lines: Iterable[Stated], ledger: Ledger) -> list[Stated]:
    kept = []
    for line in lines:
        if line.text or line.mark.bare:
            kept.append(line)
        else:
            ledger.enter("mark", line.whole)
            ledger.warn(DefectCode.EMPTY_MARK, line.number, text=line.whole.text)
    return kept


# the head of the page


def _read_head(lines: Iterable[Stated], ledger: Ledger) -> tuple[Folio, Stated] | None:
    said: dict[Field, str] = {}
    first = None
    for line in lines:
        value = _head_value(line)
        if line.field in said or value is None:
            code = DefectCode.IMPOSSIBLE_VALUE if value is None else DefectCode.REPEATED_MARK
            set_misplaced(line, ledger, code)
            continue
        ledger.enter(line.field, line.whole)
        said[line.field] = value
        first = first or line
    date = said.get(Field.EDITION_DATE)
    folio = Folio(
        datetime.date.fromisoformat(date) if date else None,
        said.get(Field.PAGE_NUMBER),
        said.get(Field.PAGE_TITLE),
    )
    return (folio, first) if first else None


def _head_value(line: Stated) -> str | None:
    """The value in its canonical form; None for a date or a page that cannot be."""
    if line.field is Field.PAGE_NUMBER:
        return stated_label(line.text)
    if line.field is Field.EDITION_DATE:
        folio = read_folio(line.text, edge=False)
        return folio.date.isoformat() if folio and folio.date and not folio.title else None
    return line.text


def stated_label(text: str) -> str | None:
    """A page label as an editor writes it.

    >>> [stated_label(text) for text in ("8", "第08版", "A8", "Page 3", "封面")]
    ['8', '8', 'A8', '3', None]
    """
    return normalise_label(text.lower().removeprefix("page").removeprefix("第").removesuffix("版"))


def _prefer(head: tuple[Folio, Stated] | None, found: Furniture) -> None:
    """What a mark says of the page holds against every folio."""
    if head is None:
        return
    said, line = head
    agreed = [
        (
            Folio(said.date or folio.date, said.label or folio.label, said.title or folio.title),
            where,
        )
        for folio, where in found.folios
    ]
    found.folios = [(said, line.value), *agreed]


# card


def _read_cards(lines: Iterable[Stated], found: Furniture, ledger: Ledger) -> None:
    cards: list[list[Stated]] = []
    for line in lines:
        if line.field is Field.CARD:
            cards.append([line])
        elif cards:
            cards[-1].append(line)
        else:
            set_misplaced(line, ledger)
    for title, *entries in cards:
        if found.cards:
            ledger.set_aside(SetAsideKind.NOTICE, join([title.value, *(entry.value for entry in entries)]))
            ledger.warn(DefectCode.SEVERAL_CARDS, title.number, text=title.text)
            continue
        ledger.enter("contact_card.title", title.whole)
        ledger.enter("contact_card.entries", *(entry.whole for entry in entries))
        found.cards.append(ParsedCard(title.text, tuple(map(_entry, entries)), title.number))


def _entry(line: Stated) -> CardEntry:
    return entry_of(EntryKind(line.mark.kind), _labelled(line.text))


def _labelled(text: str) -> Labelled:
    """编辑部：0399-0123456, or a value alone."""
    colon = _COLON.search(text)
    if colon is None:
        return Labelled("", text)
    return Labelled(text[: colon.start()].strip(), text[colon.end() :].strip())


# down the page


def _story_lines(
    told: Sequence[Stated | Line], kept: set[int], found: Furniture, ledger: Ledger
) -> Iterator[StoryLine]:
    """Takes the furniture off, in the order of the page; what is left is of the stories."""
    for is_photo, run in groupby(told, key=_is_of_a_photo):
        lines = list(run)
        stated = [line for line in lines if isinstance(line, Stated) and line.number in kept]
        if is_photo:
            _read_photos(stated, found, ledger)
        elif is_photo is None:
            yield from _read_run([line for line in lines if isinstance(line, Line)], found, ledger)
        else:
            yield from (line for line in stated if not _take(line, found, ledger))


def _is_of_a_photo(line: Stated | Line) -> bool | None:
    """None for an unmarked line."""
    return line.field in PHOTO_FIELDS if isinstance(line, Stated) else None


def _read_run(lines: Sequence[Line], found: Furniture, ledger: Ledger) -> list[Marked]:
    marked = [mark(line) for line in unwrap([_without_escape(line, ledger) for line in lines])]
    for line in marked:
        name = unknown_mark(line.text)
        if name and line.kind in (LineKind.SHORT, LineKind.TEXT) and not line.lead:
            ledger.warn(DefectCode.UNKNOWN_MARK, line.line.number, text=name)
    return peel(marked, ledger, found)[1]


def _without_escape(line: Line, ledger: Ledger) -> Line:
    if not is_escaped(line.passage.text):
        return line
    escape, passage = line.passage.cut(1)
    ledger.enter("mark", escape)
    return replace(line, passage=passage)


def _take(line: Stated, found: Furniture, ledger: Ledger) -> bool:
    """Whether a line is of the page; if so it is entered, the head and the card before."""
    if line.field is Field.STAFF:
        _take_staff(line, found, ledger)
    elif line.field is Field.ASIDE and line.mark.kind == SetAsideKind.UNPLACED:
        ledger.warn_unplaced(line.value)
    elif line.field is Field.ASIDE:
        ledger.set_aside(SetAsideKind(line.mark.kind), line.value)
    return line.field in PAGE_FIELDS


def _take_staff(line: Stated, found: Furniture, ledger: Ledger) -> None:
    pair = Labelled(line.mark.kind, line.text) if line.mark.kind else _labelled(line.text)
    people = stated_names(pair.value)
    if not pair.label or not people:
        set_misplaced(line, ledger, DefectCode.IMPOSSIBLE_VALUE)
        return
    ledger.enter(f"staff.{len(found.staff)}", line.whole)
    found.staff += [StaffMember(pair.label, name) for name in people]


def stated_names(text: str) -> list[str]:
    """The people that an editor names in a line.

    >>> stated_names("宋知秋、何 雨"), stated_names("Ada Stone, Tom Reed")
    (['宋知秋', '何雨'], ['Ada Stone', 'Tom Reed'])
    """
    parts = [part.strip() for part in _BETWEEN_NAMES.split(text)]
    return [
        name
        for part in parts
        if part
        for name in (pair_singles(part.split()) if _PADDED_NAMES.fullmatch(part) else [part])
    ]


def _read_photos(lines: Sequence[Stated], found: Furniture, ledger: Ledger) -> None:
    """Photos that stand one under the other: each a title, or none, a caption, and a credit or none."""
    at = 0
    while at < len(lines):
        fields = [line.field for line in lines[at : at + 3]]
        end = next((at + len(shape) for shape in _PHOTO_SHAPES if fields[: len(shape)] == shape), at)
        if end > at:
            _enter_photo(lines[at:end], found, ledger)
        else:
            set_misplaced(lines[at], ledger)
        at = max(end, at + 1)


def _enter_photo(lines: Sequence[Stated], found: Furniture, ledger: Ledger) -> None:
    said = {line.field: line.text for line in lines}
    for line in lines:
        name = "title" if line.field is Field.PHOTO_TITLE else line.field
        ledger.enter(f"photos.{len(found.photos)}.{name}", line.whole)
    found.stated_photos.add(lines[0].number)
    found.photos.append(
        ParsedPhoto(said.get(Field.PHOTO_TITLE), said[Field.CAPTION], said.get(Field.CREDIT), lines[0].number)
    )
