"""The records of a page as they were read: which are new, which are known, and where a person has the last word."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from articles.importing.forms import Fields, RecordForm
from articles.importing.matching import match
from articles.importing.merging import Proposal, merge
from articles.models import Article, Page, Photo, Reading, RecordKind, Status


@dataclass(slots=True)
class ImportedRecords:
    """What became of the records of a page."""

    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    writes: list[Proposal] = field(
        default_factory=list
    )  # what was written into known records, field by field
    proposals: list[Proposal] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)  # no longer in the text; they stay
    left_alone: list[str] = field(default_factory=list)  # deleted or moved by a person; they do not come back


class RecordWriter:
    """Writes the records of one page."""

    def __init__(self, page: Page, *, replace: bool, is_corrected: bool = False) -> None:
        self.page = page
        self.replace = replace
        self.is_corrected = is_corrected
        self.records = ImportedRecords()
        self.articles: dict[int, Article] = {}  # those that stand on the page, by their place in the reading

    def write_all(self, form: RecordForm, read: Sequence[Fields], by_rule: Sequence[Fields]) -> None:
        """Write all records of one kind.

        `by_rule` is what the rules alone make of the page: the same, unless an editor has corrected the reading. A
        record then knows both, so that a later import, which has the rules alone, takes nothing back.
        """
        ruled = self._ruled(form, read, by_rule)
        known = self._known(form)
        pairs = self._match(form, read, [self._look(form, reading) for reading in known])
        for index, fields in enumerate(read):
            if index in pairs:
                self._write_again(form, known[pairs[index]], fields, ruled[index])
                record = known[pairs[index]].record
            else:
                record = self._write_new(form, fields, ruled[index])
            if isinstance(record, Article) and record.page_id == self.page.pk:
                self.articles[index] = record
        found = set(pairs.values())
        rest = [reading for index, reading in enumerate(known) if index not in found]
        for reading in rest:
            if self._is_missed(reading):
                self._note_absent(reading)
        if self.is_corrected:
            self._note_dropped(
                form, [one for one in by_rule if all(one is not fields for fields in ruled)], rest
            )

    def _known(self, form: RecordForm) -> list[Reading]:
        """The readings of this page and of what a person moved here, and one yet unwritten for each record that a
        person made. Of several cards the one that stands here comes first."""
        readings = self.page.readings.filter(kind=form.kind).select_related("article", "photo", "card")
        if form.kind == RecordKind.PAGE:
            return list(readings) or [Reading(page=self.page, kind=form.kind, fields=_blank(form))]
        here = {f"{form.kind}__page": self.page}
        moved_here = Reading.objects.filter(kind=form.kind, **here).exclude(page=self.page)
        by_hand = form.model._default_manager.filter(page=self.page, reading=None)
        known = [
            *readings,
            *moved_here.select_related("article", "photo", "card"),
            *(
                Reading(page=self.page, kind=form.kind, fields=_blank(form), **{form.kind: record})
                for record in by_hand
            ),
        ]
        return sorted(known, key=self._is_gone) if form.kind == RecordKind.CARD else known

    def _is_gone(self, reading: Reading) -> bool:
        """Whether a person has deleted the record or moved it to another page."""
        return reading.record is None or self._is_elsewhere(reading)

    def _is_elsewhere(self, reading: Reading) -> bool:
        record: Any = reading.record
        return reading.kind != RecordKind.PAGE and record.page_id != self.page.pk

    def _look(self, form: RecordForm, reading: Reading) -> Fields:
        """What a record is known by: to the rules, what they have read of it last, taken over or not."""
        if not reading.pk:
            return form.present(reading.record) if form.kind != RecordKind.PAGE else reading.fields
        if self.is_corrected:
            return reading.written | reading.proposed
        by_rule = {name: value for name, value in reading.by_rule.items() if value is not None}
        return reading.fields | reading.proposed | by_rule if reading.fields else reading.corrected

    def _match(self, form: RecordForm, read: Sequence[Fields], known: Sequence[Fields]) -> dict[int, int]:
        if form.kind in (RecordKind.PAGE, RecordKind.CARD):  # one a page: nothing to tell apart
            return {0: 0} if read and known else {}
        return match(read, known)

    def _ruled(self, form: RecordForm, read: Sequence[Fields], by_rule: Sequence[Fields]) -> Sequence[Fields]:
        """What the rules alone read of each record; nothing where they see no such record."""
        if not self.is_corrected:
            return read
        pairs = self._match(form, read, by_rule)
        return [by_rule[pairs[index]] if index in pairs else {} for index in range(len(read))]

    def _write_new(self, form: RecordForm, fields: Fields, ruled: Fields) -> Model:
        record = form.model(page=self.page)
        form.write(record, fields)
        reading = Reading(page=self.page, kind=form.kind, fields={}, **{form.kind: record})
        _settle(reading, fields, ruled, fields)
        reading.save()
        self.records.created.append(str(record))
        return record

    def _write_again(self, form: RecordForm, reading: Reading, fields: Fields, ruled: Fields) -> None:
        if self._is_gone(reading):
            self.records.left_alone.append(_name(fields))
        if reading.record is None:
            self._note_still_deleted(reading, fields, ruled)
        elif self._is_elsewhere(reading):
            words = {name: fields[name] for name in fields if name != "position"}  # its place is another now
            self._merge(form, reading, words, ruled, may_write=False)
        else:
            self._merge(form, reading, fields, ruled, may_write=True)

    def _note_still_deleted(self, reading: Reading, fields: Fields, ruled: Fields) -> None:
        """The newer text of what a person deleted: it is known by that, stays deleted, and has news if it is brought back."""
        _propose(
            reading,
            {name: value for name, value in fields.items() if value != reading.written.get(name)},
            ruled,
        )
        reading.absent = False
        reading.save()

    def _merge(
        self, form: RecordForm, reading: Reading, fields: Fields, ruled: Fields, *, may_write: bool
    ) -> None:
        record: Any = reading.record
        present = form.present(record)
        # an editor may take back an editor's correction; the rules may not
        imported = reading.written if self.is_corrected else reading.fields
        locked = _locked_fields(record, fields) if may_write else set(fields)
        news = merge(present=present, imported=imported, read=fields, locked=locked)
        write, propose = news.write, news.propose
        if self.replace and may_write:
            write, propose = {name: fields[name] for name in fields if fields[name] != present[name]}, {}
        propose = {name: value for name, value in propose.items() if not reading.has_declined(name, value)}
        if write:
            form.write(record, write)
            self.records.changed.append(str(record))
        self.records.writes += [Proposal(str(record), name, present[name], write[name]) for name in write]
        self.records.proposals += [
            Proposal(str(record), name, present[name], value) for name, value in propose.items()
        ]
        _settle(reading, fields, ruled, present | write)
        _propose(reading, propose, ruled)
        reading.absent = False
        reading.save()

    def _note_absent(self, reading: Reading) -> None:
        if reading.record is not None:
            self.records.absent.append(str(reading.record))
        reading.absent = True
        reading.save()

    def _is_missed(self, reading: Reading) -> bool:
        """What only an editor has ever seen on the page is not missed by the rules, nor what came from elsewhere."""
        if not reading.pk or reading.page_id != self.page.pk or reading.absent:
            return False
        return self.is_corrected or bool(reading.fields) or not reading.corrected

    def _note_dropped(self, form: RecordForm, dropped: Sequence[Fields], known: Sequence[Reading]) -> None:
        """What an editor took out of the reading does not come with the next import: it is read, and deleted."""
        pairs = self._match(form, dropped, [one.fields for one in known if one.pk])
        for index, fields in enumerate(dropped):
            if index not in pairs:
                Reading.objects.create(page=self.page, kind=form.kind, fields=fields)


def _blank(form: RecordForm) -> Fields:
    """As if an import had found nothing: what a person wrote differs from it, what is empty does not."""
    blank = form.model()
    fields: Fields = {name: getattr(blank, name) for name in form.columns}
    return fields | {form.rows.name: []} if form.rows else fields


def _settle(reading: Reading, read: Fields, ruled: Fields, present: Fields) -> None:
    """Note what the import answers for now, field by field.

    Where the record holds what was read, that is what the rules read there, and what an editor made of it; what
    they answered for before stays where a person has other words.
    """
    for name, value in read.items():
        if present[name] != value:
            reading.fields.setdefault(name, ruled.get(name, value))
            continue
        reading.corrected.pop(name, None)
        if name in ruled:
            reading.fields[name] = ruled[name]
        if name not in ruled or ruled[name] != value:
            reading.corrected[name] = value


def _propose(reading: Reading, propose: Fields, ruled: Fields) -> None:
    reading.proposed = propose
    reading.by_rule = {name: ruled.get(name) for name in propose if ruled.get(name) != propose[name]}


def _locked_fields(record: Any, fields: Fields) -> set[str]:
    """What an import does not touch since a person has signed or published it, or taken it back.

    A page is published with the first thing on it; a photo is signed with its article. Places are no words: where an
    article comes in between, those that are out make room for it, or it would stand in the wrong place.
    """
    if isinstance(record, Page):
        is_out = any(rows.exclude(status=Status.DRAFT).exists() for rows in (record.articles, record.photos))
        return set(fields) if is_out else set()
    article: Any = record.article if isinstance(record, Photo) else record
    is_signed = bool(getattr(article, "signed_stage", 0))
    if record.status == Status.DRAFT and not is_signed:
        return set()
    if isinstance(record, Photo) and is_signed and article.status == Status.DRAFT:
        return set(fields)  # the order of its photos is signed with an article
    return set(fields) - {"position"}


def _name(fields: Fields) -> str:
    return str(fields.get("headline") or fields.get("caption") or fields.get("title") or "")[:40]
