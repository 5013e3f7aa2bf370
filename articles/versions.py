"""Reading versions: which fields differ between two of them, and how they differ for a reader."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.db import models
from django.db.models import Exists, ForeignKey, Max, OuterRef, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst

from articles.difference import Change, Piece, Row, character_difference, paragraph_difference
from articles.models import Page
from articles.models.fields import PrintedField

ROWS = "rows"  # the name under which the rows of a version are compared
Version = Any  # a row of a record's history


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field that two versions have otherwise: its label, and its paragraphs side by side."""

    label: str
    rows: Sequence[Row]


def compared_fields(versions: type[models.Model]) -> list[str]:
    """What of a record people write or see, by name; what the machine notes for itself is left out."""
    tracked: Iterable[models.Field[Any, Any]] = versions.tracked_fields  # type: ignore[attr-defined]
    names = [field.name for field in tracked if field.editable or field.name == "number"]
    return [name for name in names if name != "id"] + ([ROWS] if versions.rows_name else [])  # type: ignore[attr-defined]


def changed_fields(old: Version, new: Version, names: Iterable[str] | None = None) -> list[str]:
    """The names of the fields that two versions of one record have otherwise."""
    return [
        name
        for name in names or compared_fields(type(new))
        if getattr(old, _column(old, name)) != getattr(new, _column(new, name))
    ]


def differences(pairs: Sequence[tuple[Version, Version, Sequence[str]]]) -> list[list[FieldDifference]]:
    """For each pair of versions the named fields, side by side. As many queries as there are kinds of related records."""
    names = _Names([version for old, new, _fields in pairs for version in (old, new)])
    return [[_field_difference(old, new, name, names) for name in fields] for old, new, fields in pairs]


def label_of(versions: type[models.Model], name: str) -> str:
    """The field as editors know it."""
    model: Any = versions.instance_type  # type: ignore[attr-defined]
    if name == ROWS:
        relation = model._meta.get_field(versions.rows_name)  # type: ignore[attr-defined]
        return str(capfirst(relation.related_model._meta.verbose_name_plural))
    return str(capfirst(model._meta.get_field(name).verbose_name))


def changes_in(versions: Sequence[Version]) -> list[list[str]]:
    """For each of some versions, newest first, the labels of what differs from the one after it in the list."""
    return [
        [label_of(type(new), name) for name in changed_fields(old, new)] for new, old in pairwise(versions)
    ]


def newest_versions(versions: QuerySet[Any], at: datetime | None = None) -> QuerySet[Any]:
    """Of each record the version that held at a time (now, where none is given); deleted ones as their last."""
    then = versions if at is None else versions.filter(history_date__lte=at)
    # a record's versions are written one after the other, so the highest key is the newest
    return versions.filter(
        history_id__in=then.order_by().values("id").annotate(newest=Max("history_id")).values("newest")
    )


def _field_difference(old: Version, new: Version, name: str, names: "_Names") -> FieldDifference:
    before, after = names.text(old, name), names.text(new, name)
    return FieldDifference(label_of(type(new), name), _rows(type(new), name, before, after))


def _rows(versions: type[models.Model], name: str, before: str, after: str) -> list[Row]:
    if name == ROWS or isinstance(field := versions._meta.get_field(name), models.TextField):
        return paragraph_difference(before, after)
    if isinstance(field, PrintedField) and before and after:
        return [Row(Change.CHANGED, *character_difference(before, after))]
    return [Row(Change.CHANGED, _whole(before), _whole(after))]


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text, is_marked=True),) if text else ()


def _column(version: Version, name: str) -> str:
    return name if name == ROWS else str(version._meta.get_field(name).attname)


class _Names:
    """The values of versions as one reads them; records that they name are looked up once a kind."""

    def __init__(self, versions: Sequence[Version]) -> None:
        wanted: dict[Any, set[int]] = {}
        for version in versions:
            for field in version._meta.concrete_fields:
                if isinstance(field, ForeignKey) and field.name in compared_fields(type(version)):
                    wanted.setdefault(field.related_model, set()).add(getattr(version, field.attname))
        self.named = {model: self._look_up(model, keys - {None}) for model, keys in wanted.items()}

    def _look_up(self, model: Any, keys: set[int]) -> dict[int, str]:
        rows = model._default_manager.filter(pk__in=keys)
        rows = rows.select_related("edition") if model is Page else rows
        return {row.pk: str(row) for row in rows} if keys else {}

    def text(self, version: Version, name: str) -> str:
        if name == ROWS:
            return "\n".join(" ".join(filter(None, row)) for row in self._readable(version))
        field = version._meta.get_field(name)
        value = getattr(version, field.attname)
        if value in (None, ""):
            return ""
        if isinstance(field, ForeignKey):
            return self.named[field.related_model].get(value, f"#{value}")
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        if isinstance(value, datetime):
            return date_format(timezone.localtime(value), "Y-m-d H:i")
        return str(value)

    def _readable(self, version: Version) -> Iterable[list[str]]:
        """Rows with their choices in words."""
        relation = version.instance_type._meta.get_field(version.rows_name).related_model
        words = [_choices(relation, column) for column in version.row_columns]
        return (
            [str(known.get(cell, cell)) for known, cell in zip(words, row, strict=True)]
            for row in version.rows
        )


def _choices(model: Any, column: str) -> dict[str, Any]:
    return {} if "__" in column else dict(model._meta.get_field(column).flatchoices)


def deleted_versions(model: Any, **where: Any) -> QuerySet[Any]:
    """The last versions of records that are deleted and have not come back; `where` names their page or edition."""
    there = model._default_manager.filter(pk=OuterRef("id"))
    gone = model.history.filter(~Exists(there), history_type="-", **where)
    return newest_versions(gone)
