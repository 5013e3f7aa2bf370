"""Filling in the desk's forms as a browser does: everything that stands in them, and what the editor changes."""

from collections.abc import Mapping
from typing import Any

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.forms import BaseForm
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from articles.desk.conflicts import OPENED


def address(record: Model, view: str = "change") -> str:
    return reverse(f"admin:articles_{record._meta.model_name}_{view}", args=[record.pk])


def changelist(model: type[Model]) -> str:
    return reverse(f"admin:articles_{model._meta.model_name}_changelist")


def values(form: BaseForm) -> dict[str, Any]:
    filled = {}
    for field in form:
        value = field.value()
        if isinstance(value, list | tuple):
            filled |= {f"{field.html_name}_{index}": part or "" for index, part in enumerate(value)}
        elif hasattr(field.field.widget, "widgets"):
            parts = field.field.widget.decompress(value)
            filled |= {f"{field.html_name}_{index}": part or "" for index, part in enumerate(parts)}
        elif value is not None and value is not False and not isinstance(value, FieldFile):
            filled[field.html_name] = value
    return filled


def filled_in(client: Client, url: str) -> dict[str, Any]:
    """What a browser would send, had the editor changed nothing."""
    context = client.get(url).context
    filled = values(context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        filled |= values(inline.formset.management_form)
        for form in inline.formset.initial_forms:
            filled |= values(form)
    return filled | {OPENED: context.get("opened", "")}


def save(client: Client, record: Model, changes: Mapping[str, Any]) -> HttpResponse:
    """Change some fields of a record in its form and save it."""
    url = address(record)
    return client.post(url, filled_in(client, url) | dict(changes))


def do(client: Client, action: str, *records: Model, **answers: Any) -> HttpResponse:
    """Choose an action for records and confirm it."""
    chosen = {"action": action, ACTION_CHECKBOX_NAME: [record.pk for record in records]}
    asked = client.post(changelist(type(records[0])), chosen)
    context = asked.context or {}
    hidden = {OPENED: context.get("opened", "")}
    if (form := getattr(context.get("question"), "form", None)) and "seen" in form.fields:
        hidden["seen"] = form["seen"].value()
    return client.post(changelist(type(records[0])), chosen | {"confirmed": "yes"} | hidden | answers)


def ask(client: Client, action: str, *records: Model) -> HttpResponse:
    """Choose an action for records, to see what it would do."""
    chosen = {"action": action, ACTION_CHECKBOX_NAME: [record.pk for record in records]}
    return client.post(changelist(type(records[0])), chosen)


def errors(answer: HttpResponse, field: str) -> list[str]:
    """The sentences at a field, in English."""
    with override("en"):
        return list(answer.context["adminform"].form.errors[field])


def delete(client: Client, record: Model) -> HttpResponse:
    """Delete a record, having been asked."""
    asked = client.get(address(record, "delete"))
    return client.post(address(record, "delete"), {"post": "yes", OPENED: asked.context.get("opened", "")})
