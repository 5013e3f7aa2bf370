"""What the machine has to say about a record, to be read on its form: defects and proposals."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.importing import open_proposals
from articles.models import ContactEntry, Defect, Reading

EXCERPT = 60  # characters of a value, on the form of its record


def list_defects(defects: Iterable[Defect]) -> str:
    return render_to_string("admin/articles/_defects.html", {"defects": defects})


def list_proposals(reading: Reading) -> str:
    """The fields that a newer text has otherwise, in short, with the way to the screen where they are answered."""
    record: Any = reading.record
    fields = [
        (field_label(record, one.name), *(_excerpt(one.name, value) for value in (one.present, one.proposed)))
        for one in open_proposals(reading)
    ]
    address = reverse("admin:articles_reading_proposals", args=[reading.pk])
    context = {"fields": fields, "reading": reading, "address": address}
    return render_to_string("admin/articles/_proposals.html", context)


class ProposalNote:
    """A record's form that says first what a newer text proposes, where it does."""

    def proposal_note(self, record: Any) -> list[Any]:
        reading = getattr(record, "reading", None)
        if reading is None or not (reading.proposed or reading.absent):
            return []
        return [(_("A newer text says"), {"fields": ["proposals"], "classes": ["desk-notes"]})]

    @admin.display(description=gettext_lazy("proposals"))
    def proposals(self, record: Any) -> str:
        return list_proposals(record.reading)


def field_label(record: Model | type[Model], name: str) -> str:
    try:
        field: Any = record._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return str(
        capfirst(getattr(field, "verbose_name", None) or field.related_model._meta.verbose_name_plural)
    )


def printed_value(name: str, value: Any) -> str:
    """A field of a reading as one reads it: lists of names and rows on lines of their own; "" where it is empty."""
    if name == "entries":
        kinds = dict(ContactEntry.Kind.choices)
        value = [[kinds.get(kind, kind), *rest] for kind, *rest in value]
    if isinstance(value, list):
        return "\n".join(" ".join(map(str, row)) if isinstance(row, list) else str(row) for row in value)
    return "" if value is None else str(value)


def as_text(name: str, value: Any) -> str:
    """The same, with a word for what is empty."""
    return printed_value(name, value) or _("(empty)")


def _excerpt(name: str, value: Any) -> str:
    return Truncator(as_text(name, value)).chars(EXCERPT)
