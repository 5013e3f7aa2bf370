"""Correcting a published article: the one way its words change, and readers are told."""

from copy import copy
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.base import person
from articles.desk.confirmation import Question, answer_form, go_back, settle
from articles.models import Article, Status
from articles.models.fields import validate_printable
from articles.models.review import NOTE_LIMIT
from articles.publishing import correct_article
from articles.reviewing import TEXT_FIELDS, text_digest


class CorrectionForm(forms.ModelForm):
    """The words of an article, and what readers are told about their change."""

    seen = forms.CharField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=gettext_lazy("Correction"),
        max_length=NOTE_LIMIT,
        validators=[validate_printable],
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=gettext_lazy(
            "What was wrong and what is right, in a sentence readers understand; it stands at the story with its date."
        ),
    )

    class Meta:
        model = Article
        fields = TEXT_FIELDS
        widgets = {
            **{
                name: forms.TextInput(attrs={"class": "vTextField"}) for name in TEXT_FIELDS if name != "body"
            },
            "body": forms.Textarea(attrs={"rows": 24, "class": "vLargeTextField desk-text"}),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not set(self.changed_data) & set(TEXT_FIELDS):
            raise forms.ValidationError(_("Nothing is changed yet. Change the words that are wrong."))
        return cleaned

    @property
    def changes(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in TEXT_FIELDS if name in self.changed_data}


@admin.action(description=gettext_lazy("Correct"), permissions=["correct"])
def correct(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    articles = list(queryset)
    if len(articles) != 1 or articles[0].status != Status.PUBLISHED:
        modeladmin.message_user(request, _("Choose one published article to correct."), messages.ERROR)
        return go_back(modeladmin, request)
    article = articles[0]
    # a copy: the form writes what was typed into it, and the article is still to be compared with what was seen
    form: Any = answer_form(
        request, CorrectionForm, instance=copy(article), initial={"seen": text_digest(article)}
    )
    question = Question(
        action="correct",
        title=_("Correct?"),
        button=_("Correct"),
        effects=[
            _("Readers see the new words at once, and the correction with today's date below the story.")
        ],
        form=form,
    )

    def act() -> str:
        correct_article(
            article=article,
            digest=form.cleaned_data["seen"],
            changes=form.changes,
            text=form.cleaned_data["text"],
            by=person(request),
        )
        return _("The correction stands at the story.")

    return settle(modeladmin, request, articles, question, act)
