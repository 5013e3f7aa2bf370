"""Names for inputs that the stock admin shows to the eye alone."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminSplitDateTime
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


class TableInline(admin.TabularInline):
    """Rows in a table: each input carries the name that stands at the head of its column."""

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        return type(formset.__name__, (_NamedCells, formset), {})
