"""What a newer text proposes, answered by a person: taken over whole or by the paragraph, or declined."""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.continuations import link_continuations
from articles.difference import Change, Row, align, paragraph_difference, paragraphs
from articles.importing.forms import FORMS, Fields, ImportRefused, RecordForm
from articles.importing.merging import Proposal
from articles.models import Act, Article, Edition, Photo, Reading, RecordKind, Status, noted_as
from articles.models.publication import Publication
from articles.reviewing import ActRefused, note_stages

BY_PARAGRAPH = "body"


@dataclass(frozen=True, slots=True)
class ProposedParagraph:
    """A paragraph as it stands (`row.old`) beside the newer text's (`row.new`).

    `is_offered` where the newer text has something new there: what a person changed in an unchanged text stands.
    """

    key: str  # "body:3": what a person chooses it by
    row: Row
    imported: str  # what the last import read there; "" where nothing
    imported_index: int | None
    is_offered: bool


@dataclass(frozen=True, slots=True)
class ProposedField:
    """One field in three versions, as JSON has it: as imported, as it stands, as a newer text proposes it."""

    name: str
    imported: Any
    present: Any
    proposed: Any
    paragraphs: Sequence[ProposedParagraph] = ()  # of a text alone

    @property
    def offered(self) -> list[ProposedParagraph]:
        return [one for one in self.paragraphs if one.is_offered]


@dataclass(slots=True)
class AnswerReport:
    """What an answer did: what was taken over, which fields were declined, and which are still open."""

    taken: list[Proposal] = field(default_factory=list)
    declined: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def form_of(reading: Reading) -> RecordForm:
    return FORMS[RecordKind(reading.kind)]


def open_proposals(reading: Reading) -> list[ProposedField]:
    """The fields that a newer text has otherwise than the record, in the order of the record."""
    if reading.record is None:
        return []
    present = form_of(reading).present(reading.record)
    return [
        _three_versions(reading, name, present[name])
        for name in present
        if name in reading.proposed and reading.proposed[name] != present[name]
    ]


def seen_digest(reading: Reading) -> str:
    """SHA-256 of all that an answer depends on: the record, its state, and what is proposed."""
    record: Any = reading.record
    seen = [
        form_of(reading).present(record) if record else None,
        [reading.fields, reading.corrected, reading.proposed],
        getattr(record, "status", ""),
        is_signed(record),
    ]
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def why_not(record: Any) -> str:
    """Why nothing can be taken over into this record, with the way out; "" where nothing is in the way."""
    if record is None:
        return _("It was deleted by a person: there is nothing to take it over into.")
    if not isinstance(record, Publication) or record.status == Status.DRAFT:
        return ""
    if record.status == Status.WITHDRAWN:
        return _("“%(title)s” is withdrawn. Make it a draft again first.") % {"title": record}
    if isinstance(record, Article):
        return _(
            "“%(title)s” is published: its words change only by a correction. Correct it, or make it a draft again first."
        ) % {"title": record}
    return _("“%(title)s” is published. Make it a draft again first.") % {"title": record}


def is_signed(record: Any) -> bool:
    """Whether signatures would become void: its own, or those of the article that a photo belongs to."""
    article = record.article if isinstance(record, Photo) else record
    return isinstance(article, Article) and article.status == Status.DRAFT and article.signed_stage > 0


@transaction.atomic
@noted_as(Act.TAKE_OVER)
def answer_proposals(
    *,
    reading: Reading,
    digest: str,
    chosen: Collection[str],
    decline_rest: bool = False,
    void_signatures: bool = False,
) -> AnswerReport:
    """Take over what a person has chosen: fields by name, paragraphs by key; decline the rest where told so.

    `digest` is that of what the person has seen. What was declined is not proposed again while the text says the same.
    Raises ActRefused where anything has changed since, where the record is published or withdrawn, where it is signed
    and nobody has said that the signatures become void, and where a value cannot be stored.
    """
    fresh = _locked(reading)
    fields = open_proposals(fresh)
    _check(fresh, fields, digest, chosen, void_signatures=void_signatures)
    if not chosen and not decline_rest:
        raise ActRefused(_("Nothing is chosen. Tick what is to be taken over."))
    report = AnswerReport()
    values = {one.name: _value_with(one, chosen) for one in fields if _is_touched(one, chosen)}
    if values:
        _write(form_of(fresh), fresh.record, values)
    for one in fields:
        _settle(fresh, one, values, chosen, report, decline_rest=decline_rest)
    _forget_what_stands(fresh)
    fresh.save()
    return report


def _locked(reading: Reading) -> Reading:
    """The reading as it is stored, with its record; imports and other answers wait until the transaction ends."""
    page = getattr(reading.record, "page", reading.page)
    editions = {page.edition_id, reading.page.edition_id}
    list(Edition.objects.select_for_update().filter(pk__in=editions).order_by("pk"))
    fresh = Reading.objects.select_for_update().get(pk=reading.pk)
    if fresh.record is not None:
        type(fresh.record)._default_manager.select_for_update().get(pk=fresh.record.pk)
    return fresh


def _check(
    reading: Reading,
    fields: Sequence[ProposedField],
    digest: str,
    chosen: Collection[str],
    *,
    void_signatures: bool,
) -> None:
    record = reading.record
    known = {one.name for one in fields} | {row.key for one in fields for row in one.offered}
    if seen_digest(reading) != digest or not set(chosen) <= known:
        raise ActRefused(
            _("“%(title)s” has changed since you looked. Nothing is taken over yet: look again, then choose.")
            % {"title": record or ""}
        )
    if chosen and (refusal := why_not(record)):
        raise ActRefused(refusal)
    if chosen and is_signed(record) and not void_signatures:
        raise ActRefused(
            _("“%(title)s” is signed. Tick that its signatures become void, or have it sent back first.")
            % {"title": record}
        )


def _is_touched(one: ProposedField, chosen: Collection[str]) -> bool:
    return one.name in chosen or any(row.key in chosen for row in one.paragraphs)


def _value_with(one: ProposedField, chosen: Collection[str]) -> Any:
    """What the field holds once the chosen is taken over."""
    if one.name in chosen:
        return one.proposed
    lines = [row.row.new_text if row.key in chosen else row.row.old_text for row in one.paragraphs]
    return "\n".join(line for line in lines if line)


def _write(form: RecordForm, record: Any, values: Fields) -> None:
    try:
        form.write(record, values)
    except ImportRefused as refusal:
        raise ActRefused(str(refusal)) from refusal
    if isinstance(record, Article):
        note_stages([record])
        link_continuations(edition=record.page.edition)
    elif isinstance(record, Photo) and record.article:
        note_stages([record.article])


def _settle(
    reading: Reading,
    one: ProposedField,
    values: Fields,
    chosen: Collection[str],
    report: AnswerReport,
    *,
    decline_rest: bool,
) -> None:
    """Note how a field was answered: the import answers for the newer text from now on, as far as it was answered."""
    is_whole = one.name in chosen
    is_answered = is_whole or (bool(one.offered) and all(row.key in chosen for row in one.offered))
    if one.name in values:
        report.taken.append(Proposal(str(reading.record), one.name, one.present, values[one.name]))
    if is_answered:
        _close(reading, one.name, is_whole=is_whole)
    elif decline_rest:
        reading.decline(one.name, one.proposed)
        report.declined.append(one.name)
        _close(reading, one.name, is_whole=False)
    else:
        if one.name in values:
            answered = reading.corrected if one.name in reading.by_rule else reading.fields
            answered[one.name] = _answered(one, chosen)
        report.left.append(one.name)


def _close(reading: Reading, name: str, *, is_whole: bool) -> None:
    """The proposal is answered for: it is what was imported, whatever the record holds."""
    value = reading.proposed.pop(name)
    if name not in reading.by_rule:
        reading.fields[name] = value
        if is_whole:
            reading.corrected.pop(name, None)
        return
    reading.corrected[name] = value
    if (ruled := reading.by_rule.pop(name)) is not None:
        reading.fields[name] = ruled


def _answered(one: ProposedField, chosen: Collection[str]) -> str:
    """The imported text with what was taken over, so that only the rest of the newer text is news."""
    before, after = paragraphs(one.imported), paragraphs(one.proposed)
    taken = [row for row in one.paragraphs if row.key in chosen]
    come = {row.row.new_index for row in taken} - {None}
    gone = {row.imported_index for row in taken if row.row.change is Change.DELETED}
    lines = (
        after[j] if j is not None and j in come else None if k is None or k in gone else before[k]
        for k, j in align(before, after)
    )
    return "\n".join(line for line in lines if line)


def _forget_what_stands(reading: Reading) -> None:
    """What a person has written just as it is proposed needs no answer any more."""
    present = form_of(reading).present(reading.record) if reading.record else {}
    for name in [name for name in reading.proposed if present.get(name) == reading.proposed[name]]:
        _close(reading, name, is_whole=True)


def _three_versions(reading: Reading, name: str, present: Any) -> ProposedField:
    proposed = reading.proposed[name]
    imported = reading.imported(name) or type(proposed)()
    rows = _three_texts(imported, present, proposed) if name == BY_PARAGRAPH else ()
    return ProposedField(name, imported, present, proposed, tuple(rows))


def _three_texts(imported: str, present: str, proposed: str) -> list[ProposedParagraph]:
    """The text that stands beside the proposed one, each paragraph with what was imported there."""
    source, newer = paragraphs(imported), paragraphs(proposed)
    kept = {j: k for k, j in align(source, newer) if k is not None and j is not None}
    edited = {i: k for k, i in align(source, paragraphs(present)) if k is not None and i is not None}
    unchanged = {j for j, k in kept.items() if source[k] == newer[j]}
    rows = []
    for number, row in enumerate(paragraph_difference(present, proposed)):
        i, j = row.old_index, row.new_index
        k = edited.get(i) if i in edited else kept.get(j) if j is not None else None
        if row.change is Change.DELETED:
            is_news = k is not None and k not in kept.values()
        else:
            is_news = row.change is not Change.SAME and j not in unchanged
        key = f"{BY_PARAGRAPH}:{number}"
        rows.append(ProposedParagraph(key, row, "" if k is None else source[k], k, is_news))
    return rows
