"""The records of a page as they were read: which are new, which are known, and where a person has the last word."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from articles.importing.forms import Fields, RecordForm
from articles.importing.matching import match
from articles.importing.merging import Proposal, merge
from articles.models import Page, Reading, RecordKind, Status


@dataclass(slots=True)
class ImportedRecords:
    """What became of the records of a page."""

    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)  # no longer in the text; they stay
    left_alone: list[str] = field(default_factory=list)  # deleted or moved by a person; they do not come back


class RecordWriter:
    """Writes the records of one page."""

    def __init__(self, page: Page, *, replace: bool) -> None:
        self.page = page
        self.replace = replace
        self.records = ImportedRecords()

    def write_all(self, form: RecordForm, read: Sequence[Fields]) -> None:
        """Write all records of one kind."""
        known = self._known(form)
        pairs = self._match(form, read, known)
        for index, fields in enumerate(read):
            if index in pairs:
                self._write_again(form, known[pairs[index]], fields)
            else:
                self._write_new(form, fields)
        found = set(pairs.values())
        for index, reading in enumerate(known):
            if index not in found and reading.record is not None and not reading.absent:
                self._note_absent(reading)

    def _known(self, form: RecordForm) -> list[Reading]:
        """The readings of this page, and one yet unwritten for each record that a person made."""
        readings = list(self.page.readings.filter(kind=form.kind).select_related("article", "photo", "card"))
        if form.kind == RecordKind.PAGE:
            return readings or [Reading(page=self.page, kind=form.kind, fields=_blank(form))]
        by_hand = form.model._default_manager.filter(page=self.page, reading=None)
        return readings + [
            Reading(page=self.page, kind=form.kind, fields=_blank(form), **{form.kind: record})
            for record in by_hand
        ]

    def _match(self, form: RecordForm, read: Sequence[Fields], known: Sequence[Reading]) -> dict[int, int]:
        if form.kind in (RecordKind.PAGE, RecordKind.CARD):  # one a page: nothing to tell apart
            return {0: 0} if read and known else {}
        return match(
            read, [reading.fields if reading.pk else form.present(reading.record) for reading in known]
        )

    def _write_new(self, form: RecordForm, fields: Fields) -> None:
        record = form.model(page=self.page)
        form.write(record, fields)
        Reading.objects.create(page=self.page, kind=form.kind, fields=fields, **{form.kind: record})
        self.records.created.append(str(record))

    def _write_again(self, form: RecordForm, reading: Reading, fields: Fields) -> None:
        record: Any = reading.record
        if record is None or (form.kind != RecordKind.PAGE and record.page != self.page):
            self.records.left_alone.append(_name(fields))
            return
        present = form.present(record)
        news = merge(present=present, imported=reading.fields, read=fields, locked=_is_locked(record))
        write = (
            {name: fields[name] for name in fields if fields[name] != present[name]}
            if self.replace
            else news.write
        )
        propose = {} if self.replace else news.propose
        if write:
            form.write(record, write)
            self.records.changed.append(str(record))
        self.records.proposals += [
            Proposal(str(record), name, present[name], value) for name, value in propose.items()
        ]
        reading.fields = _imported(reading.fields, fields, present | write)
        reading.proposed = propose
        reading.absent = False
        reading.save()

    def _note_absent(self, reading: Reading) -> None:
        self.records.absent.append(str(reading.record))
        if reading.pk:
            reading.absent = True
            reading.save()


def _blank(form: RecordForm) -> Fields:
    """As if an import had found nothing: what a person wrote differs from it, what is empty does not."""
    blank = form.model()
    fields: Fields = {name: getattr(blank, name) for name in form.columns}
    return fields | {form.rows.name: []} if form.rows else fields


def _imported(before: Fields, read: Fields, present: Fields) -> Fields:
    """What the import answers for now: the text's words where the record has them, the older ones elsewhere."""
    return {
        name: value if present[name] == value else before.get(name, value) for name, value in read.items()
    }


def _is_locked(record: Any) -> bool:
    """Whether a person has published it or taken it back; an import does not touch it then.

    A page is published with the first thing on it.
    """
    if isinstance(record, Page):
        return any(rows.exclude(status=Status.DRAFT).exists() for rows in (record.articles, record.photos))
    return bool(record.status != Status.DRAFT)


def _name(fields: Fields) -> str:
    return str(fields.get("headline") or fields.get("caption") or fields.get("title") or "")[:40]
