"""Publishing an edition, now or at a time, and holding it back: actions that ask first."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy, pgettext

from articles.desk.base import person, written_time
from articles.desk.confirmation import Question, answer_form, settle
from articles.desk.labels import Moment
from articles.desk.publications import reason_field
from articles.models import Article, ContactCard, Defect, Edition, Photo, Stage, Status
from articles.models.fields import validate_year
from articles.publishing import EditionReport, hold_edition, publish_edition, start_of


@admin.action(description=gettext_lazy("Publish now"), permissions=["publish"])
def publish_now(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    editions = list(queryset)
    form = answer_form(request, _form(request, ReasonForm, forms.Form))
    question = Question(
        action="publish_now",
        title=_("Publish now?"),
        button=_("Publish now"),
        effects=[_seen_now(edition) for edition in editions],
        warnings=[warning for edition in editions for warning in _unfinished(edition)],
        form=form,
    )
    return settle(modeladmin, request, editions, question, _publish(request, editions, form))


class ReasonForm(forms.Form):
    """A superuser may publish without signatures, and says why."""

    reason = reason_field()


class TimeForm(forms.Form):
    """When an edition goes out."""

    at = Moment(
        label=gettext_lazy("Goes out at"),
        validators=[validate_year],
        help_text=gettext_lazy("In the paper's own time zone. Nothing else needs to be done at that time."),
    )


class TimeAndReasonForm(TimeForm):
    reason = reason_field()


def _form(request: HttpRequest, chief: type[forms.Form], others: type[forms.Form]) -> type[forms.Form]:
    return chief if person(request).is_superuser else others


@admin.action(description=gettext_lazy("Publish at a time"), permissions=["publish"])
def publish_at(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    editions = list(queryset)
    form = answer_form(
        request, _form(request, TimeAndReasonForm, TimeForm), initial={"at": _next_time(editions)}
    )
    question = Question(
        action="publish_at",
        title=_("Publish at a time?"),
        button=_("Publish at this time"),
        effects=[_seen_then(edition) for edition in editions],
        warnings=[
            *[_goes_from_sight(edition) for edition in editions if _is_out(edition)],
            *[warning for edition in editions for warning in _unfinished(edition)],
        ],
        form=form,
    )
    return settle(modeladmin, request, editions, question, _publish(request, editions, form))


@admin.action(description=gettext_lazy("Hold back"), permissions=["publish"])
def hold_back(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    editions = list(queryset)
    question = Question(
        action="hold_back",
        title=_("Hold back?"),
        button=_("Hold back"),
        effects=[
            _("Readers do not see the edition of %(date)s any more; its articles stay as they are.")
            % {"date": edition}
            for edition in editions
        ],
        is_grave=True,
    )

    def act() -> str:
        for edition in editions:
            hold_edition(edition=edition)
        return ngettext(
            "%(count)d edition is held back.", "%(count)d editions are held back.", len(editions)
        ) % {"count": len(editions)}

    return settle(modeladmin, request, editions, question, act)


def _publish(request: HttpRequest, editions: Iterable[Edition], form: forms.Form) -> Callable[[], str]:
    def act() -> str:
        at, reason = form.cleaned_data.get("at"), form.cleaned_data.get("reason", "")
        by = person(request)
        return " ".join(
            _said(edition, publish_edition(edition=edition, by=by, at=at, reason=reason))
            for edition in editions
        )

    return act


def _said(edition: Edition, report: EditionReport) -> str:
    sentence = _("The edition of %(date)s: public from %(time)s; drafts published: %(count)d.") % {
        "date": edition,
        "time": written_time(report.public_from),
        "count": report.published,
    }
    if not report.unsigned:
        return sentence
    unsigned = ngettext(
        "%(count)d article is not signed at every review and stays a draft.",
        "%(count)d articles are not signed at every review and stay drafts.",
        report.unsigned,
    )
    return f"{sentence} {unsigned % {'count': report.unsigned}}"


def _is_out(edition: Edition) -> bool:
    return edition.public_from is not None and edition.public_from <= timezone.now()


def _next_time(editions: list[Edition]) -> datetime:
    """The time the edition has, or the first hour of its date, in the paper's time zone."""
    return (
        timezone.localtime(editions[0].public_from or start_of(editions[0].date))
        if editions
        else timezone.now()
    )


def _seen_now(edition: Edition) -> str:
    if _is_out(edition):
        return _("The edition of %(date)s is out and keeps its time; readers will see %(what)s.") % {
            "date": edition,
            "what": _contents(edition),
        }
    return _("From now on readers see the edition of %(date)s: %(what)s.") % {
        "date": edition,
        "what": _contents(edition),
    }


def _seen_then(edition: Edition) -> str:
    return _("From that time readers see the edition of %(date)s: %(what)s.") % {
        "date": edition,
        "what": _contents(edition),
    }


def _goes_from_sight(edition: Edition) -> str:
    return _("The edition of %(date)s is out; with a later time readers lose it until then.") % {
        "date": edition
    }


def _contents(edition: Edition) -> str:
    """What of an edition readers see once all its drafts are published: "12 articles, 5 photos, 1 contact card"."""
    articles, photos, cards = (
        model.objects.filter(page__edition=edition).exclude(status=Status.WITHDRAWN).count()
        for model in (Article, Photo, ContactCard)
    )
    return pgettext("between parts of a list", ", ").join(
        [
            ngettext("%(count)d article", "%(count)d articles", articles) % {"count": articles},
            ngettext("%(count)d photo", "%(count)d photos", photos) % {"count": photos},
            ngettext("%(count)d contact card", "%(count)d contact cards", cards) % {"count": cards},
        ]
    )


UNFINISHED = {
    "waiting": ngettext_lazy(
        "%(count)d jump waits for a page that has not come.",
        "%(count)d jumps wait for pages that have not come.",
        "count",
    ),
    "without_picture": ngettext_lazy(
        "%(count)d photo has no picture file.", "%(count)d photos have no picture file.", "count"
    ),
    "doubtful": ngettext_lazy(
        "%(count)d defect is to be looked at.", "%(count)d defects are to be looked at.", "count"
    ),
    "unsigned": ngettext_lazy(
        "%(count)d article is not signed at every review and stays a draft.",
        "%(count)d articles are not signed at every review and stay drafts.",
        "count",
    ),
    "withdrawn": ngettext_lazy(
        "%(count)d article is withdrawn and stays so.",
        "%(count)d articles are withdrawn and stay so.",
        "count",
    ),
    "later": ngettext_lazy(
        "%(count)d article goes out later, at its own time.",
        "%(count)d articles go out later, at their own times.",
        "count",
    ),
}


def _unfinished(edition: Edition) -> list[str]:
    """What an editor may want to see to before an edition goes out."""
    articles = Article.objects.of_edition(edition)
    counts = {
        "waiting": articles.waiting().count(),
        "without_picture": Photo.objects.filter(page__edition=edition, picture="").count(),
        "doubtful": Defect.objects.filter(page__edition=edition).count(),
        "unsigned": articles.filter(status=Status.DRAFT).exclude(signed_stage=Stage.FINAL).count(),
        "withdrawn": articles.filter(status=Status.WITHDRAWN).count(),
        "later": articles.filter(public_from__gt=timezone.now()).count(),
    }
    return [f"{edition}: {UNFINISHED[name] % {'count': count}}" for name, count in counts.items() if count]
