"""Publishing and taking back, as actions that ask first."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.desk.base import person, written_time
from articles.desk.confirmation import Question, answer_form, settle
from articles.desk.labels import Moment
from articles.models import Article, Edition, Photo, Status
from articles.models.fields import validate_printable, validate_year
from articles.models.review import NOTE_LIMIT
from articles.publishing import publish_articles, publish_records, return_to_draft, withdraw_article
from articles.reviewing import standing


@admin.action(description=gettext_lazy("Publish"), permissions=["publish"])
def publish(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    records = list(queryset)
    drafts = _with(Status.DRAFT, records)
    question = Question(
        action="publish",
        title=_("Publish?"),
        button=_("Publish"),
        effects=[_will_be_published(drafts), *_when_seen(drafts)],
        warnings=_withdrawn_stay(records),
    )

    def act() -> str:
        count = publish_records(records=drafts)
        return ngettext("%(count)d record was published.", "%(count)d records were published.", count) % {
            "count": count
        }

    return settle(modeladmin, request, records, question, act)


class PublishForm(forms.Form):
    """A time of its own, where the article is to go out later than its edition."""

    at = Moment(
        required=False,
        label=gettext_lazy("Goes out at"),
        validators=[validate_year],
        help_text=gettext_lazy("Leave empty to go out with the edition. In the paper's own time zone."),
    )


def reason_field() -> forms.CharField:
    """A superuser may publish without signatures, and says why."""
    return forms.CharField(
        required=False,
        label=gettext_lazy("Reason to publish without signatures"),
        max_length=NOTE_LIMIT,
        validators=[validate_printable],
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy(
            "It stays on record under your name. Without a reason, unsigned articles stay drafts."
        ),
    )


class OverrideForm(PublishForm):
    reason = reason_field()


@admin.action(description=gettext_lazy("Publish with photos"), permissions=["publish"])
def publish_with_photos(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    articles = list(queryset)
    drafts = _with(Status.DRAFT, articles)
    ready = [article for article in drafts if standing(article).is_cleared]
    unsigned = [article for article in drafts if article not in ready]
    overriding = bool(unsigned) and person(request).is_superuser
    form: Any = answer_form(request, OverrideForm if overriding else PublishForm)
    question = Question(
        action="publish_with_photos",
        title=_("Publish?"),
        button=_("Publish"),
        effects=[_will_be_published(ready), *_photos_with(ready), *_when_seen(ready)],
        warnings=[*_unsigned_stay(unsigned), *_withdrawn_stay(articles), *_loose_ends(drafts)],
        form=form,
    )

    def act() -> str:
        reason = form.cleaned_data.get("reason", "")
        count = publish_articles(
            articles=drafts, by=person(request), at=form.cleaned_data["at"], reason=reason
        )
        return ngettext("%(count)d record was published.", "%(count)d records were published.", count) % {
            "count": count
        }

    return settle(modeladmin, request, articles, question, act)


@admin.action(description=gettext_lazy("Back to draft"), permissions=["publish"])
def back_to_draft(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    records = list(queryset)
    shown = [record for record in records if record.status != Status.DRAFT]
    count = len(shown)
    question = Question(
        action="back_to_draft",
        title=_("Make a draft again?"),
        button=_("Back to draft"),
        effects=[
            ngettext("%(count)d record becomes a draft.", "%(count)d records become drafts.", count)
            % {"count": count},
            _("Readers do not see it any more, and its address answers as if it had never been."),
        ],
        is_grave=True,
    )

    def act() -> str:
        done = return_to_draft(records=shown)
        return ngettext("%(count)d record is a draft again.", "%(count)d records are drafts again.", done) % {
            "count": done
        }

    return settle(modeladmin, request, records, question, act)


class NoticeForm(forms.Form):
    """What readers are told about a withdrawn article."""

    notice = forms.CharField(
        required=False,
        max_length=300,
        validators=[validate_printable],
        label=gettext_lazy("Notice to readers"),
        help_text=gettext_lazy(
            "One sentence that stands at the address instead of the text. It may be empty."
        ),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


@admin.action(description=gettext_lazy("Withdraw"), permissions=["withdraw"])
def withdraw(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    articles = list(queryset)
    published = _with(Status.PUBLISHED, articles)
    count = len(published)
    form = answer_form(request, NoticeForm)
    question = Question(
        action="withdraw",
        title=_("Withdraw?"),
        button=_("Withdraw"),
        effects=[
            ngettext(
                "%(count)d article is withdrawn: readers find the notice at its address, and nothing of it elsewhere.",
                "%(count)d articles are withdrawn: readers find the notice at their addresses, and nothing of them elsewhere.",
                count,
            )
            % {"count": count}
        ],
        warnings=[*_not_published(articles), *_parts_that_stay(published)],
        form=form,
        is_grave=True,
    )

    def act() -> str:
        for article in published:
            withdraw_article(article=article, notice=form.cleaned_data["notice"])
        return ngettext("%(count)d article was withdrawn.", "%(count)d articles were withdrawn.", count) % {
            "count": count
        }

    return settle(modeladmin, request, articles, question, act)


def _with(status: Status, records: Iterable[Any]) -> list[Any]:
    return [record for record in records if record.status == status]


def _will_be_published(drafts: list[Any]) -> str:
    count = len(drafts)
    if not count:
        return _("None of them is a draft: nothing will change.")
    return ngettext("%(count)d draft will be published.", "%(count)d drafts will be published.", count) % {
        "count": count
    }


def _photos_with(articles: list[Any]) -> list[str]:
    photos = Photo.objects.filter(article__in=articles, status=Status.DRAFT).count()
    if not photos:
        return []
    sentence = ngettext("%(count)d photo goes with them.", "%(count)d photos go with them.", photos)
    return [sentence % {"count": photos}]


def _unsigned_stay(articles: list[Article]) -> list[str]:
    return [
        _("“%(title)s” is not signed at every review and stays a draft.") % {"title": one} for one in articles
    ]


def _when_seen(records: Iterable[Any]) -> list[str]:
    """From when readers see records, a sentence for each edition they stand in."""
    editions = Edition.objects.filter(pk__in={record.page.edition_id for record in records})
    return [_when_out(edition) for edition in editions]


def _when_out(edition: Edition) -> str:
    if edition.public_from is None:
        return _("The edition of %(date)s has no time yet: readers see it once you publish the edition.") % {
            "date": edition
        }
    time = written_time(edition.public_from)
    if edition.public_from > timezone.now():
        return _("The edition of %(date)s goes out at %(time)s: readers see it from then.") % {
            "date": edition,
            "time": time,
        }
    return _("The edition of %(date)s is out: readers see it at once.") % {"date": edition}


def _withdrawn_stay(records: Iterable[Any]) -> list[str]:
    count = len(_with(Status.WITHDRAWN, records))
    if not count:
        return []
    sentence = ngettext(
        "%(count)d is withdrawn and stays so. Make it a draft first to publish it again.",
        "%(count)d are withdrawn and stay so. Make them drafts first to publish them again.",
        count,
    )
    return [sentence % {"count": count}]


def _not_published(articles: Iterable[Article]) -> list[str]:
    count = sum(article.status != Status.PUBLISHED for article in articles)
    if not count:
        return []
    sentence = ngettext(
        "%(count)d is not published and stays as it is.",
        "%(count)d are not published and stay as they are.",
        count,
    )
    return [sentence % {"count": count}]


def _loose_ends(articles: Iterable[Article]) -> list[str]:
    waiting = (
        Article.objects.waiting().filter(pk__in=[article.pk for article in articles]).select_related("page")
    )
    return [
        _(
            "“%(title)s” jumps to page %(page)s, which has not come: readers are told that the rest is not online yet."
        )
        % {"title": article, "page": article.continues_on}
        for article in waiting
    ]


def _parts_that_stay(articles: list[Article]) -> list[str]:
    """A story may have more parts than the chosen ones."""
    starts = {article.story_start_id or article.pk for article in articles}
    others = (
        (Article.objects.filter(pk__in=starts) | Article.objects.filter(story_start__in=starts))
        .filter(status=Status.PUBLISHED)
        .exclude(pk__in=[article.pk for article in articles])
        .select_related("page")
        .order_by("story_start", "part")
    )
    return [
        _("The part “%(title)s” on page %(page)s stays online. Choose it too if the whole story is to go.")
        % {"title": article, "page": article.page.number}
        for article in others
    ]
