"""One page as it was read, to rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from django.db import transaction

from articles.continuations import LinkReport, link_continuations
from articles.importing.forms import FORMS, printed_fields
from articles.importing.records import ImportedRecords, RecordWriter
from articles.models import (
    Act,
    Article,
    Defect,
    DefectStage,
    Edition,
    Page,
    RawPage,
    RecordKind,
    Status,
    noted_as,
)
from articles.models.publication import Publication
from articles.pagetext import ParsedPage, page_to_json, parse_page, text_digest
from articles.pagetext.corrected import owners_by_line, read_corrected, trace
from articles.publishing import open_archive, publish_records
from articles.reviewing import note_stages


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """A raw page as it came: its bytes, the text in them, and where they came from.

    `marked_text` is the reading as an editor has corrected it; empty where the rules alone have read it.
    """

    content: bytes
    encoding: str
    text: str
    source: str
    marked_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What one import did."""

    page: Page
    unchanged: bool  # the same text was imported before, and no other correction of it
    records: ImportedRecords
    published: int
    links: LinkReport


@transaction.atomic
@noted_as(Act.IMPORT)
def import_page(
    *, parsed: ParsedPage, raw: RawText, day: date, number: str, publish: bool = False, replace: bool = False
) -> ImportReport:
    """File a page as it was read under its date and page number.

    `parsed` is what the rules read. Where the raw text comes with a corrected reading, that is written instead, and
    later imports leave it alone as they do what people write.

    The same text again changes nothing. A field is written only where it still is as an import left it and its
    record is a draft; everything else becomes a proposal. `replace` overrides that; history keeps the old.
    Raises ImportRefused where a text cannot be stored.
    """
    page = _open_page(day, number)
    unchanged = _is_known(page, raw)
    writer = RecordWriter(page, replace=replace, is_corrected=bool(raw.marked_text))
    if replace or not unchanged:
        reading = _write(writer, parsed, raw)
        note_stages(page.articles.exclude(signed_stage=0))
        if not unchanged:
            _keep(page, reading, raw, writer.articles)
    return ImportReport(
        page=page,
        unchanged=unchanged,
        records=writer.records,
        published=_publish(page) if publish else 0,
        links=link_continuations(edition=page.edition),
    )


@transaction.atomic
def foresee_import(*, parsed: ParsedPage, raw: RawText, day: date, number: str) -> ImportReport:
    """What import_page would do. Nothing of it stays."""
    report = import_page(parsed=parsed, raw=raw, day=day, number=number)
    transaction.set_rollback(True)
    return report


def _write(writer: RecordWriter, parsed: ParsedPage, raw: RawText) -> ParsedPage:
    """Write the records of a page; gives the reading that they were written from."""
    by_rule = printed_fields(parsed)
    reading = read_corrected(raw.text, raw.marked_text) if raw.marked_text else parsed
    for kind, read in printed_fields(reading).items():
        writer.write_all(FORMS[kind], read, by_rule[kind])
    return reading


def _open_page(day: date, number: str) -> Page:
    """The page, made if it is new; its edition stays locked until the transaction ends."""
    Edition.objects.get_or_create(date=day)
    edition = Edition.objects.select_for_update().get(date=day)
    page, _ = Page.objects.get_or_create(edition=edition, number=number)
    return page


def _is_known(page: Page, raw: RawText) -> bool:
    digest, marked_text = page.raw_pages.values_list("digest", "marked_text").first() or ("", "")
    return digest == text_digest(raw.text) and raw.marked_text in ("", marked_text)


def _keep(page: Page, parsed: ParsedPage, raw: RawText, articles: Mapping[int, Article]) -> None:
    """Keep the text as it came, with how it was read and what is doubtful about it."""
    RawPage.objects.create(
        page=page,
        source=raw.source[-500:],
        content=raw.content,
        encoding=raw.encoding,
        digest=text_digest(raw.text),
        marked_text=raw.marked_text,
        reading=page_to_json(parsed, path=raw.source, encoding=raw.encoding),
    )
    page.defects.filter(stage=DefectStage.READING).delete()
    places = _articles_by_line(parsed, raw) if parsed.defects else {}
    Defect.objects.bulk_create(
        Defect(
            page=page,
            article=articles.get(places.get(one.line, -1)),
            stage=DefectStage.READING,
            code=one.code,
            line=one.line,
            details=dict(one.details),
        )
        for one in parsed.defects
    )


def _articles_by_line(parsed: ParsedPage, raw: RawText) -> dict[int, int]:
    """Which article of the reading a line of the raw text went into; lines of several articles are left out."""
    articles: dict[int, set[int]] = defaultdict(set)
    for line, owner in _owners(parsed, raw):
        if owner.startswith("articles."):
            articles[line].add(int(owner.split(".")[1]))
    return {line: numbers.pop() for line, numbers in articles.items() if len(numbers) == 1}


def _owners(parsed: ParsedPage, raw: RawText) -> Iterator[tuple[int, str]]:
    """Lines of the raw text with the fields they went into, as the reading's account book knows."""
    if raw.marked_text:
        for line in trace(raw.text, parse_page(raw.text), raw.marked_text):
            yield from product(line.raw, line.owners)
    else:
        for number, owners in owners_by_line(raw.text, parsed).items():
            yield from product((number,), owners)


def _was_published(record: Any) -> bool:
    """Whether it has been out before: that it is a draft now is a person's decision, which stays."""
    return record.history.filter(status=Status.PUBLISHED).exists()


def _publish(page: Page) -> int:
    """Publish what an import wrote on this page and nobody has changed since."""
    if not page.edition.history.exclude(public_from=None).exists():
        open_archive(edition=page.edition)
    readings = page.readings.filter(absent=False).select_related("article", "photo", "card")
    return publish_records(
        records=[
            record
            for reading in readings
            if isinstance(record := reading.record, Publication)
            and not _was_published(record)
            and FORMS[RecordKind(reading.kind)].present(record) == reading.written
        ]
    )
