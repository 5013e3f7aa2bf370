"""The three reviews at the desk: signing and sending back as actions that ask first, and their record."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.desk.base import NOTHING, DeskAdmin, ReadOnly, badge, person, written_time
from articles.desk.confirmation import Question, answer_form, go_back, settle
from articles.models import Article, Correction, Review, Stage, Status, Verdict
from articles.models.fields import validate_printable
from articles.models.review import NOTE_LIMIT
from articles.reviewing import PERMISSIONS, Standing, send_back, sign, stages, standing, why_not


class SignForm(forms.Form):
    """A note to the signature, and which texts the person has before them."""

    seen = forms.CharField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=NOTE_LIMIT,
        validators=[validate_printable],
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=gettext_lazy("For your colleagues; it stays on record with the signature."),
    )

    def digest_of(self, article: Article) -> str:
        """The text of the article as it was when the question was asked."""
        seen = dict(pair.partition(":")[::2] for pair in self.cleaned_data["seen"].split())
        return seen.get(str(article.pk), "")


class SendBackForm(SignForm):
    """Who sends an article back says why."""

    note = forms.CharField(
        label=gettext_lazy("What is to be changed"),
        max_length=NOTE_LIMIT,
        validators=[validate_printable],
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=gettext_lazy("For the writer; it stays on record."),
    )


@dataclass(frozen=True, slots=True)
class Chosen:
    """The articles an editor has ticked: which of them they may sign now, at which stage, and what is in the way."""

    signable: list[tuple[Article, Stage]]
    refusals: list[str]
    seen: str

    @classmethod
    def of(cls, request: HttpRequest, articles: QuerySet[Article]) -> "Chosen":
        signable, refusals, seen = [], [], []
        for article in articles:
            now = standing(article)
            refusal = _why_not(request, article, now)
            if refusal:
                refusals.append(f"“{article}”: {refusal}")
            elif now.next_stage is not None:
                signable.append((article, now.next_stage))
                seen.append(f"{article.pk}:{now.digest}")
        return cls(signable, refusals, " ".join(seen))


def _why_not(request: HttpRequest, article: Article, now: Standing) -> str:
    if article.status != Status.DRAFT:
        return _("only drafts are signed.")
    return why_not(person(request), now)


@dataclass(frozen=True, slots=True)
class Word:
    """What a reviewer says of an article, signed or sent back: how it is asked, done and told."""

    action: str
    title: str
    button: str
    effect: str  # a sentence on %(title)s at %(stage)s
    form: type[SignForm]
    act: Callable[..., Review]
    told: Callable[[int], str]  # what was done to so many articles


@admin.action(description=gettext_lazy("Sign"), permissions=["sign"])
def sign_articles(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    word = Word(
        action="sign_articles",
        title=_("Sign?"),
        button=_("Sign"),
        effect=_("%(stage)s of “%(title)s”: you sign exactly the text that stands there now."),
        form=SignForm,
        act=sign,
        told=lambda count: ngettext(
            "%(count)d article was signed.", "%(count)d articles were signed.", count
        ),
    )
    return _say(word, modeladmin, request, queryset)


@admin.action(description=gettext_lazy("Send back"), permissions=["sign"])
def send_articles_back(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    word = Word(
        action="send_articles_back",
        title=_("Send back?"),
        button=_("Send back"),
        effect=_("“%(title)s” goes back to its writer; signatures given so far are void."),
        form=SendBackForm,
        act=send_back,
        told=lambda count: ngettext(
            "%(count)d article was sent back.", "%(count)d articles were sent back.", count
        ),
    )
    return _say(word, modeladmin, request, queryset)


def _say(word: Word, modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    chosen = Chosen.of(request, queryset)
    if not chosen.signable:
        modeladmin.message_user(request, " ".join(chosen.refusals), messages.ERROR)
        return go_back(modeladmin, request)
    form: Any = answer_form(request, word.form, initial={"seen": chosen.seen})
    question = Question(
        action=word.action,
        title=word.title,
        button=word.button,
        effects=[word.effect % {"stage": stage.label, "title": one} for one, stage in chosen.signable],
        warnings=chosen.refusals,
        form=form,
    )

    def act() -> str:
        by, note = person(request), form.cleaned_data["note"]
        for article, _stage in chosen.signable:
            word.act(article=article, digest=form.digest_of(article), by=by, note=note)
        count = len(chosen.signable)
        return word.told(count) % {"count": count}

    return settle(modeladmin, request, list(queryset), question, act)


def may_sign(request: HttpRequest) -> bool:
    """Whether the person has a stage of this paper to sign."""
    return any(request.user.has_perm(PERMISSIONS[stage]) for stage in stages())


def stage_badge(article: Article) -> SafeString | str:
    """How far a draft has come, in words."""
    if article.status != Status.DRAFT:
        return NOTHING
    if not article.signed_stage:
        return badge("draft", _("unsigned"))
    if article.signed_stage == Stage.FINAL:
        return badge("published", _("cleared"))
    return badge("scheduled", _("%(stage)s signed") % {"stage": Stage(article.signed_stage).label})


def list_reviews(article: Article) -> str:
    """The record of an article, newest first, each with whether it holds for the present text."""
    now = standing(article)
    holding = {review.pk for review in now.signatures}
    rows = [
        (review, review.pk in holding, written_time(review.at))
        for review in article.reviews.select_related("person")
    ]
    return render_to_string(
        "admin/articles/_reviews.html",
        {"rows": rows, "next_stage": now.next_stage, "is_draft": article.status == Status.DRAFT},
    )


class StageFilter(admin.SimpleListFilter):
    """Drafts, by the review they wait for."""

    title = gettext_lazy("waits for")
    parameter_name = "waits"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [*((str(stage.value), stage.label) for stage in stages()), ("cleared", _("publication"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        steps = [0, *(stage.value for stage in stages())]
        waits = {str(after): before for before, after in pairwise(steps)}
        waits["cleared"] = Stage.FINAL.value
        if self.value() not in waits:
            return queryset
        return queryset.filter(status=Status.DRAFT, signed_stage=waits[str(self.value())])


@admin.register(Review)
class ReviewAdmin(ReadOnly, DeskAdmin):
    """The record: read, never written."""

    list_display = ("at_time", "stage", "verdict_badge", "article_title", "person", "note")
    list_filter = ("stage", "verdict")
    date_hierarchy = "at"
    search_fields = ("about", "person__username", "note")
    search_help_text = gettext_lazy("Words of a title or a note, or a name.")
    list_select_related = ("person",)
    fields = readonly_fields = ("about", "stage", "verdict_badge", "person", "at", "note", "round", "digest")

    @admin.display(description=gettext_lazy("time"), ordering="at")
    def at_time(self, review: Review) -> str:
        return written_time(review.at)

    @admin.display(description=gettext_lazy("verdict"), ordering="verdict")
    def verdict_badge(self, review: Review) -> SafeString:
        kind = "published" if review.verdict == Verdict.SIGNED else "waiting"
        return badge(kind, review.get_verdict_display())

    @admin.display(description=gettext_lazy("article"), ordering="about")
    def article_title(self, review: Review) -> str:
        return review.about


@admin.register(Correction)
class CorrectionAdmin(ReadOnly, DeskAdmin):
    """What readers were told; a new one is made from the article."""

    list_display = ("at_time", "article", "text", "person")
    date_hierarchy = "at"
    search_fields = ("text", "article__headline")
    search_help_text = gettext_lazy("Words of the correction or of the headline.")
    list_select_related = ("person", "article")
    fields = readonly_fields = ("article", "text", "at", "person")

    @admin.display(description=gettext_lazy("time"), ordering="at")
    def at_time(self, correction: Correction) -> str:
        return written_time(correction.at)
