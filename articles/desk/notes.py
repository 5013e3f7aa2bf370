"""What the machine has to say about a record, to be read on its form: defects and proposals."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.models import Defect, Reading


@dataclass(frozen=True, slots=True)
class ProposedField:
    """One field that a newer text has otherwise than the record."""

    name: str
    present: str
    proposed: str


def list_defects(defects: Iterable[Defect]) -> str:
    return render_to_string("admin/articles/_defects.html", {"defects": defects})


def list_proposals(reading: Reading | None, record: Model) -> str:
    fields = [] if reading is None else proposed_fields(reading, record)
    return render_to_string("admin/articles/_proposals.html", {"fields": fields, "reading": reading})


def proposed_fields(reading: Reading, record: Model) -> list[ProposedField]:
    return [
        ProposedField(field_label(record, name), as_text(_present(record, name)), as_text(value))
        for name, value in reading.proposed.items()
    ]


def field_label(record: Model | type[Model], name: str) -> str:
    try:
        field: Any = record._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return str(
        capfirst(getattr(field, "verbose_name", None) or field.related_model._meta.verbose_name_plural)
    )


def _present(record: Model, name: str) -> object:
    value = getattr(record, name)
    return [str(row) for row in value.all()] if hasattr(value, "all") else value


def as_text(value: object) -> str:
    """A field of a reading as one reads it: lists of names and rows on lines of their own."""
    if isinstance(value, list):
        return "\n".join(" ".join(map(str, row)) if isinstance(row, list) else str(row) for row in value)
    return str(value) if value not in ("", None) else _("(empty)")
