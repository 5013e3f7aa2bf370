"""A page between an action and its doing: it says what readers will see."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.desk.conflicts import OPENED, record_state
from articles.reviewing import ActRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What an editor is asked before something is done."""

    action: str
    title: str
    button: str
    effects: Sequence[str]  # what will be so afterwards, a sentence each
    warnings: Sequence[str] = ()
    form: forms.BaseForm | None = None
    is_grave: bool = False  # readers lose something by it
    back: str = ""  # where to go afterwards; where it is not said, to the form or the list one came from


def answer_form(request: HttpRequest, form: type[forms.BaseForm], **kwargs: Any) -> Any:
    """The form of a question: filled in where the editor has answered, empty where not."""
    return form(request.POST if "confirmed" in request.POST else None, **kwargs)


def settle(
    admin: ModelAdmin,
    request: HttpRequest,
    records: Collection[Any],
    question: Question,
    act: Callable[[], str],
) -> HttpResponse:
    """Ask; once the editor has confirmed, act and show the sentence that says what was done."""
    state = record_state(records)  # as stored: the form of a record writes into it when it is checked
    if "confirmed" not in request.POST or (question.form and not question.form.is_valid()):
        return _ask(admin, request, records, question, state)
    if request.POST.get(OPENED) != state:
        messages.error(
            request, _("Somebody has changed this since you were asked. Look again, then confirm.")
        )
        return _ask(admin, request, records, question, state)
    try:
        with transaction.atomic():
            done = act()
            for record in records:
                admin.log_change(request, record, question.button)
    except ActRefused as refusal:
        messages.error(request, str(refusal))
        return _ask(admin, request, records, question, state)  # with what was typed
    messages.success(request, done)
    return HttpResponseRedirect(question.back or _back(admin, request))


def _ask(
    admin: ModelAdmin, request: HttpRequest, records: Collection[Any], question: Question, state: str
) -> HttpResponse:
    request.current_app = admin.admin_site.name
    context = {
        **admin.admin_site.each_context(request),
        "title": question.title,
        "question": question,
        "records": records,
        "opts": admin.opts,
        "media": admin.media + question.form.media if question.form else admin.media,
        "checkbox_name": ACTION_CHECKBOX_NAME,
        "opened_name": OPENED,
        "opened": state,
        "from_form": request.POST.get("from_form", ""),
        "back": question.back or _back(admin, request),
    }
    return TemplateResponse(request, "admin/articles/confirmation.html", context)


def go_back(admin: ModelAdmin, request: HttpRequest) -> HttpResponseRedirect:
    return HttpResponseRedirect(_back(admin, request))


def _back(admin: ModelAdmin, request: HttpRequest) -> str:
    """The form of the one record the editor came from, or the list as it was filtered."""
    selected = request.POST.getlist(ACTION_CHECKBOX_NAME)
    if request.POST.get("from_form") and len(selected) == 1:
        return reverse(f"admin:{admin.opts.app_label}_{admin.opts.model_name}_change", args=selected)
    return request.get_full_path()
