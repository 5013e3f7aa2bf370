"""Admin classes whose forms, inlines, actions and deletions know the version they were opened with."""

import copy
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import actions as stock_actions
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.desk.conflicts import OPENED, Conflict, OpenForm, find_conflict, record_state, seal
from articles.desk.labels import DateAndTime, Moment
from articles.desk.sound import SoundAdmin


class GuardedAdmin(SoundAdmin):
    """A save, an action or a deletion that was prepared on an older version is refused, and nothing typed is lost."""

    change_form_template = "admin/articles/change_form.html"
    delete_confirmation_template = "admin/articles/delete_confirmation.html"
    delete_selected_confirmation_template = "admin/articles/delete_selected_confirmation.html"
    formfield_overrides = {models.DateTimeField: {"form_class": Moment, "widget": DateAndTime}}
    owner = ""  # the record on whose form this one has a row
    watched: tuple[str, ...] = ()  # fields without an input whose change by others matters to the editor

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        if request.method != "POST" or object_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        request.POST = self.sound(request)  # type: ignore[assignment]
        with transaction.atomic():
            self._find_conflict(request, object_id)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        heading = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, heading | (extra_context or {}))

    def lock(self, record: Any) -> None:
        """Make other savers of this record wait until the transaction ends.

        A row that has its own form and a place on its owner's is locked by both: the owner first, so that nobody waits
        in a circle.
        """
        if self.owner and (owner := getattr(record, f"{self.owner}_id")):
            field: Any = self.opts.get_field(self.owner)
            self._wait_for(field.related_model, pk=owner)
        self._wait_for(self.model, pk=record.pk)
        for inline in self.inlines:
            if inline.show_change_link:
                links = (field for field in inline.model._meta.fields if field.related_model is self.model)
                self._wait_for(inline.model, **{next(links).name: record.pk})

    def _wait_for(self, model: type[models.Model], **which: Any) -> None:
        rows = model._default_manager.select_for_update().order_by("pk").filter(**which)
        list(rows.values_list("pk"))

    def _find_conflict(self, request: HttpRequest, object_id: str) -> None:
        record = self.get_object(request, unquote(object_id))
        if record is None or not self.has_change_permission(request, record):
            return  # the stock view has the words for it
        self.lock(record)
        fresh = self.get_object(request, unquote(object_id))
        if fresh is None:
            return
        now = self._open_form(request, fresh)
        conflict = find_conflict(request.POST, request.FILES.keys(), now)
        if conflict is not None:
            request.POST = conflict.data  # type: ignore[assignment]
            request.desk_conflict = conflict  # type: ignore[attr-defined]

    def _open_form(self, request: HttpRequest, record: Any) -> OpenForm:
        """The form as somebody who opens it now would find it."""
        reading = copy.copy(request)
        reading.method = "GET"
        names = flatten_fieldsets(self.get_fieldsets(reading, record))
        form = self.get_form(reading, record, change=True, fields=names)(instance=record)
        formsets, inlines = self._create_formsets(reading, record, change=True)  # type: ignore[attr-defined]
        return self._opened(reading, record, form, zip(formsets, inlines, strict=True))

    def _opened(
        self, request: HttpRequest, record: Any, form: Any, formsets: Iterable[tuple[Any, Any]]
    ) -> OpenForm:
        changeable = [rows for rows, inline in formsets if inline.has_change_permission(request, record)]
        return OpenForm(form, tuple(changeable), {name: getattr(record, name) for name in self.watched})

    def get_form(self, request: HttpRequest, obj: Any = None, change: Any = None, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=bool(change), **kwargs)
        conflict = getattr(request, "desk_conflict", None)
        return form if conflict is None or request.method != "POST" else _refused(form)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        conflict: Conflict | None = getattr(request, "desk_conflict", None)
        context["opened_name"] = OPENED
        if obj is not None:  # the record itself is the heading; its kind stands in the path above
            context |= {"title": str(obj), "subtitle": None}
        if conflict is not None:
            context["conflict"] = conflict
            context["opened"] = conflict.data[OPENED]
        elif request.method == "POST":
            context["opened"] = request.POST.get(OPENED, "")
        elif obj is not None:
            pairs = [(rows.formset, rows.opts) for rows in context["inline_admin_formsets"]]
            context["opened"] = seal(self._opened(request, obj, context["adminform"].form, pairs).state)
        return super().render_change_form(request, context, *args, **kwargs, obj=obj)  # type: ignore[misc]

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))
        if record is not None and not self.has_delete_permission(request, record):
            raise PermissionDenied
        state = "" if record is None else record_state([record])
        if request.method == "POST" and record is not None and request.POST.get(OPENED) != state:
            self.message_user(
                request, _("“%s” has changed since you were asked. Look again.") % record, messages.ERROR
            )
            return HttpResponseRedirect(request.get_full_path())
        return super().delete_view(
            request, object_id, {**(extra_context or {}), "opened_name": OPENED, "opened": state}
        )


def delete_selected(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    """The stock action, which does not delete what has changed since the editor was asked."""
    state = record_state(queryset)
    if request.POST.get("post") and request.POST.get(OPENED) != state:
        modeladmin.message_user(
            request,
            _("Some of these have changed since you were asked. Nothing is deleted; look again."),
            messages.ERROR,
        )
        return None
    answer = stock_actions.delete_selected(modeladmin, request, queryset)
    if isinstance(answer, TemplateResponse) and answer.context_data is not None:
        answer.context_data |= {"opened_name": OPENED, "opened": state}
    return answer


delete_selected.allowed_permissions = ("delete",)  # type: ignore[attr-defined]
delete_selected.short_description = stock_actions.delete_selected.short_description  # type: ignore[attr-defined]


def _refused(form: type[forms.ModelForm]) -> type[forms.ModelForm]:
    """The form, never valid: the editor looks at it again first."""

    class Refused(form):  # type: ignore[misc, valid-type]
        def clean(self) -> Any:
            cleaned = super().clean()
            self.add_error(
                None,
                ValidationError(
                    _(
                        "Somebody has saved this after you opened it. Nothing is saved yet: look below, then save again."
                    ),
                    code="conflict",
                ),
            )
            return cleaned

    return Refused
