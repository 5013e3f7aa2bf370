"""Which fields of a record an import writes, and how they are read back and written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from articles.models import (
    Article,
    Author,
    Authorship,
    ContactCard,
    ContactEntry,
    Page,
    Photo,
    RecordKind,
    Staff,
    note_rows,
)
from articles.models.body import write_body
from articles.pagetext import ParsedArticle, ParsedCard, ParsedPage, ParsedPhoto

Fields = dict[str, Any]  # what is printed, field by field, as JSON has it


class ImportRefused(Exception):
    """A page cannot be stored; the message is a sentence to the editor that names the way out."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A field that is a list of rows of its own: the authors of an article, the entries of a card."""

    name: str
    read: Callable[[Any], list[Any]]
    write: Callable[[Any, list[Any]], None]


@dataclass(frozen=True, slots=True)
class RecordForm:
    """The fields of one kind of record."""

    kind: RecordKind
    model: type[Model]
    columns: tuple[str, ...]
    rows: Rows | None = None

    def present(self, record: Any) -> Fields:
        """What the record holds now."""
        fields = {name: getattr(record, name) for name in self.columns}
        return fields | {self.rows.name: self.rows.read(record)} if self.rows else fields

    def write(self, record: Any, fields: Mapping[str, Any]) -> None:
        """Write some fields of a record, new or old. Raises ImportRefused where one cannot be stored."""
        for name in self.columns:
            if name in fields:
                setattr(record, name, fields[name])
        _check(record)
        record.save()
        if self.rows and self.rows.name in fields:
            self.rows.write(record, fields[self.rows.name])
            note_rows(record)


def _check(record: Model) -> None:
    try:
        record.clean_fields(exclude={"number"})
    except ValidationError as error:
        name, sentences = next(iter(error.message_dict.items()))
        field = record._meta.get_field(name)
        raise ImportRefused(
            _("%(record)s, %(field)s: %(problem)s")
            % {
                "record": str(record)[:40],
                "field": getattr(field, "verbose_name", name),
                "problem": " ".join(sentences),
            }
        ) from error


def _create(row: Model) -> None:
    _check(row)
    row.save(force_insert=True)


def _read_authors(article: Article) -> list[str]:
    return [row.author.name for row in article.authorships.select_related("author")]


def _write_authors(article: Article, names: list[str]) -> None:
    roles = dict(article.authorships.values_list("author__name", "role"))  # printed in no field; an editor's
    article.authorships.all().delete()
    for position, name in enumerate(dict.fromkeys(names)):
        author = Author.objects.filter(name=name).first() or Author(name=name)
        if author.pk is None:
            _create(author)
        _create(Authorship(article=article, author=author, role=roles.get(name, ""), position=position))


def _read_staff(page: Page) -> list[list[str]]:
    return [[row.role, row.name] for row in page.staff.all()]


def _write_staff(page: Page, staff: list[list[str]]) -> None:
    page.staff.all().delete()
    for position, (role, name) in enumerate(staff):
        _create(Staff(page=page, role=role, name=name, position=position))


def _read_entries(card: ContactCard) -> list[list[str]]:
    return [[row.kind, row.label, row.value] for row in card.entries.all()]


def _write_entries(card: ContactCard, entries: list[list[str]]) -> None:
    card.entries.all().delete()
    for position, (kind, label, value) in enumerate(entries):
        _create(ContactEntry(card=card, kind=kind, label=label, value=value, position=position))


PAGE = RecordForm(RecordKind.PAGE, Page, ("title",), Rows("staff", _read_staff, _write_staff))
ARTICLE = RecordForm(
    RecordKind.ARTICLE,
    Article,
    (
        "position",
        "column",
        "kicker",
        "headline",
        "subtitle",
        "byline",
        "source",
        "dateline",
        "body",
        "continues_on",
        "continued_from",
    ),
    Rows("authors", _read_authors, _write_authors),
)
PHOTO = RecordForm(RecordKind.PHOTO, Photo, ("position", "title", "caption", "credit"))
CARD = RecordForm(RecordKind.CARD, ContactCard, ("title",), Rows("entries", _read_entries, _write_entries))
FORMS = {form.kind: form for form in (PAGE, ARTICLE, PHOTO, CARD)}


def printed_fields(parsed: ParsedPage) -> dict[RecordKind, list[Fields]]:
    """The records of a parsed page, kind by kind, as fields."""
    printed: list[ParsedArticle | ParsedPhoto] = [*parsed.articles, *parsed.photos]
    printed.sort(key=lambda record: record.line)
    position = {id(record): at for at, record in enumerate(printed, start=1)}
    return {
        RecordKind.PAGE: [
            {"title": parsed.page_title or "", "staff": [[row.role, row.name] for row in parsed.staff]}
        ],
        RecordKind.ARTICLE: [_article_fields(one, position[id(one)]) for one in parsed.articles],
        RecordKind.PHOTO: [_photo_fields(one, position[id(one)]) for one in parsed.photos],
        RecordKind.CARD: [_card_fields(parsed.contact_card)] if parsed.contact_card else [],
    }


def _article_fields(article: ParsedArticle, position: int) -> Fields:
    names = (
        "column",
        "kicker",
        "headline",
        "subtitle",
        "byline",
        "source",
        "dateline",
        "continues_on",
        "continued_from",
    )
    return {
        **{name: getattr(article, name) or "" for name in names},
        "position": position,
        "body": write_body(article.body),
        "authors": list(dict.fromkeys(article.authors)),
    }


def _photo_fields(photo: ParsedPhoto, position: int) -> Fields:
    return {
        "position": position,
        "title": photo.title or "",
        "caption": photo.caption,
        "credit": photo.credit or "",
    }


def _card_fields(card: ParsedCard) -> Fields:
    return {"title": card.title, "entries": [[row.kind.value, row.label, row.value] for row in card.entries]}
