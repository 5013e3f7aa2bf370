"""Inputs of the stock admin, mended: names for those shown to the eye alone, no deletion in passing."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AdminSplitDateTime, RelatedFieldWidgetWrapper
from django.http import HttpRequest


class DateAndTime(AdminSplitDateTime):
    """Two inputs, each named after the field and after itself: "Goes out at: date"."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        label = context["widget"]["attrs"].get("aria-label", "")
        parts = (context["date_label"], context["time_label"])
        for part, subwidget in zip(parts, context["widget"]["subwidgets"], strict=True):
            subwidget["attrs"]["aria-label"] = f"{label} · {part}".strip(" ·:：")
        return context


class Moment(forms.SplitDateTimeField):
    """A date and a time, whose inputs know what they are for."""

    widget = DateAndTime

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "aria-label": self.label or ""}


class _NamedCells:
    def add_fields(self, form: forms.BaseForm, index: int | None) -> None:
        super().add_fields(form, index)  # type: ignore[misc]
        for field in form.fields.values():
            if field.label and not field.widget.is_hidden:
                input_: Any = getattr(
                    field.widget, "widget", field.widget
                )  # in the frame with the green cross
                input_.attrs.setdefault("aria-label", field.label)


class NoStrayDeletion(BaseModelAdmin):
    """Nobody deletes a page from inside the form of an article on it."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        return field


class TableInline(NoStrayDeletion, admin.TabularInline):
    """Rows in a table: each input carries the name that stands at the head of its column."""

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        return type(formset.__name__, (_NamedCells, formset), {})
