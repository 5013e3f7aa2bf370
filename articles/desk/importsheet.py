"""A raw page on its way through the import screen: it travels in the form, signed, and nowhere else."""

import base64
import datetime
import hashlib
import json
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.core import signing
from django.utils.translation import get_language

from articles.importing import ImportReport, RawText, read_raw
from articles.models import RawPage
from articles.pagetext import ParsedPage, parse_page
from articles.pagetext.corrected import marked_for_editing, read_corrected
from articles.pagetext.lines import LINE_END
from articles.pagetext.markwords import split_mark
from articles.pagetext.sources import Source, date_and_label_from_path

_SALT = "articles.desk.import"


class SheetChanged(Exception):
    """What came back in the form is not what went out."""


@dataclass(frozen=True, slots=True)
class Came:
    """A page as it came: its bytes, its file's name, its encoding where a person chose it, and where it is filed
    already, if it is."""

    content: bytes
    source: str = ""
    encoding: str = ""
    filed: tuple[str, str] | None = None  # date and page number

    def read(self) -> RawText:
        """Raises PageFailed."""
        return read_raw(Source(self.source, lambda: self.content), self.encoding or None)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A raw page, how the rules read it, and how the editor has it read.

    `draft` is the rules' reading as marked text; while `marked` says the same, the reading is the rules' own.
    """

    came: Came
    raw: RawText
    by_rule: ParsedPage
    draft: str
    marked: str

    @cached_property
    def is_corrected(self) -> bool:
        return _said(self.marked) != _said(self.draft)

    @cached_property
    def reading(self) -> ParsedPage:
        return read_corrected(self.raw.text, self.marked) if self.is_corrected else self.by_rule

    @property
    def to_write(self) -> RawText:
        """What the import gets; where the rules alone have read, the page is kept without a corrected reading."""
        return replace(self.raw, marked_text=self.marked if self.is_corrected else "")

    @property
    def place_in_path(self) -> tuple[datetime.date | None, str | None]:
        return date_and_label_from_path(self.raw.source)


def in_english() -> bool:
    return (get_language() or "").startswith("en")


def spread(came: Came, marked: str | None = None) -> Sheet:
    """Lay a page out, as the rules read it unless a marked text is given. Raises PageFailed."""
    raw = came.read()
    by_rule = parse_page(raw.text)
    draft = marked_for_editing(raw.text, by_rule, english=in_english())
    return Sheet(came=came, raw=raw, by_rule=by_rule, draft=draft, marked=draft if marked is None else marked)


def _said(marked: str) -> list[object]:
    """What a marked text says line by line, in whatever language its marks are."""
    return [split_mark(line.strip()) for line in LINE_END.split(marked) if line.strip()]


# ── in the form ──


def sign_page(came: Came) -> str:
    """A page for a hidden field."""
    text = base64.b64encode(came.content).decode("ascii")
    return signing.dumps([text, came.source, came.encoding, came.filed], salt=_SALT, compress=True)


def unsign_page(signed: str) -> Came:
    """Raises SheetChanged."""
    text, source, encoding, filed = _loads(signed)
    return Came(base64.b64decode(text), source, encoding, tuple(filed) if filed else None)


def sign_text(text: str) -> str:
    return signing.dumps(text, salt=_SALT, compress=True)


def unsign_text(signed: str) -> str:
    """Raises SheetChanged."""
    return str(_loads(signed))


def _loads(signed: str) -> Any:
    try:
        return signing.loads(signed, salt=_SALT)
    except (signing.BadSignature, ValueError) as error:
        raise SheetChanged from error


# ── what was agreed to ──


def newest_text(day: datetime.date, number: str) -> int | None:
    """Which raw page is the newest of a page; None where there is none."""
    found = RawPage.objects.filter(page__edition__date=day, page__number=number)
    return found.values_list("pk", flat=True).first()


def outcome(sheet: Sheet, newest: int | None, report: ImportReport) -> str:
    """A digest of what an import of this sheet does, to see whether it still does what an editor agreed to."""
    records, fields = report.records, (*report.records.writes, *report.records.proposals)
    facts = [
        hashlib.sha256(sheet.raw.content).hexdigest(),
        sheet.to_write.marked_text,
        str(report.page),
        newest,
        report.unchanged,
        records.created,
        [[one.record, one.field, one.present, one.proposed] for one in fields],
        records.absent,
        records.left_alone,
    ]
    return hashlib.sha256(json.dumps(facts, default=str).encode()).hexdigest()
