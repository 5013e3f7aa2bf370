"""What stands between the stories: folio, notices, staff, contact card, photos. Each is peeled off the lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .card import Labelled, is_card_title, is_contact, read_entry, read_labelled
from .defects import DefectCode
from .english_boxes import (
    end_of_results,
    end_of_staff,
    end_of_ways_to_reach,
    is_name_over_staff,
    staff_member,
)
from .english_notices import points_to_english_pages
from .folio import Folio, read_folio
from .heads import read_head
from .ledger import Ledger
from .marks import LineKind, Marked
from .noticeblocks import end_of_notice, start_of_notice
from .notices import kind_of_notice
from .passage import Passage, join
from .photos import peel_photos
from .records import ParsedCard, ParsedPhoto, SetAsideKind, StaffMember
from .rules import compiled
from .staff import read_staff

_FEWEST_ENTRIES = 3
_OWN_CONTACT = compiled(r"^(?:本[报版刊]|新闻|编辑部|读者|投稿|来稿|爆料|报料|广告|发行|订阅|责编)")
_SENTENCE = compiled(r"[。？！]")


@dataclass(slots=True)
class Furniture:
    folios: list[tuple[Folio, Passage]] = field(default_factory=list)
    section: Marked | None = None
    staff: list[StaffMember] = field(default_factory=list)
    cards: list[ParsedCard] = field(default_factory=list)
    photos: list[ParsedPhoto] = field(default_factory=list)
    stated_photos: set[int] = field(default_factory=set)  # the lines of those that marks tell of


def peel(
    lines: Sequence[Marked], ledger: Ledger, found: Furniture | None = None
) -> tuple[Furniture, list[Marked]]:
    """The furniture of a page, added to what was found before, and the lines of its stories."""
    found = Furniture() if found is None else found
    lines = list(_peel_codes(lines, ledger))
    kinds = {line.kind for line in lines}
    for step, wanted in _STEPS:
        if not kinds.isdisjoint(wanted):
            lines = list(step(lines, found, ledger))
    return found, lines


def _peel_rules(lines: Sequence[Marked], found: Furniture, ledger: Ledger) -> Iterator[Marked]:
    """Printed lines are ornament; a short line between two of them is a subhead."""
    for at, line in enumerate(lines):
        if line.kind is LineKind.RULE:
            ledger.set_aside(SetAsideKind.CODE, line.core)
        elif line.kind is LineKind.SHORT and _is_boxed(lines, at):
            yield line.of_kind(LineKind.SUBHEAD)
        else:
            yield line


def _peel_blurbs(lines: Sequence[Marked], found: Furniture, ledger: Ledger) -> Iterator[Marked]:
    """What stands right above HARBOR CITIES, PAGE 6 is told on that page."""
    for at, line in enumerate(lines):
        if line.kind in (LineKind.SHORT, LineKind.TEXT) and _is_blurb(lines, at):
            ledger.set_aside(SetAsideKind.TEASER, line.core)
        else:
            yield line


def _is_blurb(lines: Sequence[Marked], at: int) -> bool:
    for line in lines[at + 1 : at + 4]:
        if line.gap or line.kind not in (LineKind.SHORT, LineKind.TEXT, LineKind.ASIDE):
            return False
        if line.kind is LineKind.ASIDE:
            return points_to_english_pages(line.text)
    return False


def _is_boxed(lines: Sequence[Marked], at: int) -> bool:
    around = [*lines[at - 1 : at], *lines[at + 1 : at + 2]]
    return len(around) == 2 and all(line.kind is LineKind.RULE for line in around)


def _peel_codes(lines: Sequence[Marked], ledger: Ledger) -> Iterator[Marked]:
    for line in lines:
        for code in line.codes:
            ledger.set_aside(SetAsideKind.CODE, code)
        if line.line.seams:
            ledger.enter("seam", *line.line.seams)
        if line.core or line.lead or line.jump_in or line.jump_out or line.credit:
            yield line


def _peel_head(lines: Sequence[Marked], found: Furniture, ledger: Ledger) -> Iterator[Marked]:
    head = read_head(lines)
    found.section = head.section
    for masthead in head.mastheads:
        ledger.set_aside(SetAsideKind.FOLIO, masthead.core)
    taken = {line.line.number for line in (*head.mastheads, head.section) if line}
    return (line for line in lines if line.line.number not in taken)


def _peel_folios(lines: Sequence[Marked], found: Furniture, ledger: Ledger) -> Iterator[Marked]:
    for line in lines:
        folio = read_folio(line.text, edge=line.line.edge) if line.kind is LineKind.FOLIO else None
        if folio is None:
            yield line
            continue
        found.folios.append((folio, line.core))
        found.staff += read_staff(line.text)[0]
        ledger.set_aside(SetAsideKind.FOLIO, line.core)


def _peel_boxes(lines: Sequence[Marked], found: Furniture, ledger: Ledger) -> Iterator[Marked]:
    """English results, and the staff in lines of name and role under the paper's name."""
    at = 0
    while at < len(lines):
        if (end := end_of_results(lines, at)) > at:
            ledger.set_aside(SetAsideKind.NOTICE, join([line.core for line in lines[at:end]]))
        elif (end := end_of_staff(lines, at)) > at:
            for line in lines[at:end]:
                ledger.enter(f"staff.{len(found.staff)}", line.core)
                found.staff += [member] if (member := staff_member(line)) else []
        elif (end := end_of_ways_to_reach(lines, at)) > at:
            ledger.set_aside(SetAsideKind.IMPRINT, join([line.core for line in lines[at:end]]))
        elif is_name_over_staff(lines, at):
            ledger.set_aside(SetAsideKind.FOLIO, lines[at].core)
            end = at + 1
        else:
            yield lines[at]
            end = at + 1
        at = end


def _peel_staff(lines: Sequence[Marked], found: Furniture, ledger: Ledger) -> Iterator[Marked]:
    for line in lines:
        if line.kind is not LineKind.STAFF:
            yield line
            continue
        ledger.enter(f"staff.{len(found.staff)}", line.core)
        found.staff += read_staff(line.text)[0]


def _peel_cards(lines: Sequence[Marked], found: Furniture, ledger: Ledger) -> Iterator[Marked]:
    """A title, and under it three labelled lines or more, one of them a phone or a mail."""
    at = 0
    while at < len(lines):
        end = _end_of_run(lines, at + 1)
        if _is_card(lines[at], lines[at + 1 : end]):
            _enter_card(lines[at:end], found, ledger)
        else:
            for line in range(at, end):
                if _is_lone_contact(lines, line):
                    ledger.set_aside(SetAsideKind.IMPRINT, lines[line].core)
                else:
                    yield lines[line]
        at = end


def _end_of_run(lines: Sequence[Marked], at: int) -> int:
    first = at
    while at < len(lines) and _can_be_entry(lines[at]) and lines[at].gap <= (1 if at == first else 0):
        at += 1
    return at


def _can_be_entry(line: Marked) -> bool:
    """A label and a value; 问：… and 答：… are sentences."""
    return line.kind is LineKind.LABELLED and not _SENTENCE.search(line.text)


def _is_card(title: Marked, run: Sequence[Marked]) -> bool:
    pairs = _pairs(run)
    if title.kind not in (LineKind.SHORT, LineKind.COLUMN) or not any(is_contact(pair) for pair in pairs):
        return False
    return len(pairs) >= _FEWEST_ENTRIES or is_card_title(title.text)


def _is_lone_contact(lines: Sequence[Marked], at: int) -> bool:
    """A mail or a telephone of the paper's own, by its label or at the edge of the page, under no list."""
    line = lines[at]
    pairs = read_labelled(line.text) if line.kind is LineKind.LABELLED else []
    if not pairs or not all(is_contact(pair) for pair in pairs):
        return False
    if any(_OWN_CONTACT.search(pair.label) for pair in pairs) and line.gap:
        return True
    above = lines[at - 1] if at else None
    return line.line.edge and not (
        above
        and ((above.kind is LineKind.LABELLED and not above.is_prose) or above.text.endswith(("：", ":")))
    )


def _pairs(run: Sequence[Marked]) -> list[Labelled]:
    return [pair for line in run for pair in read_labelled(line.text)]


def _enter_card(lines: Sequence[Marked], found: Furniture, ledger: Ledger) -> None:
    title, *run = lines
    if found.cards:
        ledger.set_aside(SetAsideKind.NOTICE, join([line.core for line in lines]))
        ledger.warn(DefectCode.SEVERAL_CARDS, title.line.number, text=title.text)
        return
    entries = tuple(read_entry(pair) for pair in _pairs(run))
    ledger.enter("contact_card.title", title.core)
    ledger.enter("contact_card.entries", *(line.core for line in run))
    found.cards.append(ParsedCard(title.text, entries, title.line.number))


def _peel_asides(lines: Sequence[Marked], found: Furniture, ledger: Ledger) -> Iterator[Marked]:
    at = 0
    while at < len(lines):
        head = start_of_notice(lines, at)
        kind = kind_of_notice(lines[head].text) if lines[head].kind is LineKind.ASIDE else None
        end = end_of_notice(lines, head) if kind else at
        if kind and end > at:
            ledger.set_aside(kind, join([line.core for line in lines[at:end]]))
            at = end
        else:
            yield lines[at]
            at += 1


def _peel_photos(lines: Sequence[Marked], found: Furniture, ledger: Ledger) -> Iterator[Marked]:
    return peel_photos(lines, found.photos, ledger)


# The steps in their order, each with the kinds of line that it is for: a page without them is spared the step.
_STEPS = (
    (_peel_rules, {LineKind.RULE}),
    (_peel_blurbs, {LineKind.ASIDE}),
    (_peel_asides, {LineKind.ASIDE}),
    (_peel_head, set(LineKind)),
    (_peel_folios, {LineKind.FOLIO}),
    (_peel_staff, {LineKind.STAFF}),
    (_peel_boxes, {LineKind.SHORT, LineKind.BYLINE}),
    (_peel_cards, {LineKind.LABELLED}),
    (_peel_photos, set(LineKind)),
)
