"""An article as readers would see it: at the desk, and by a link for somebody without an account."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.desk.base import NOTHING, person, written_time
from articles.desk.confirmation import Question, answer_form, go_back, settle
from articles.models import Article, Photo, PreviewLink
from articles.pictures import EXTENSIONS, WIDTHS, PictureUnreadable, copy_of
from articles.previews import LONGEST, make_preview_link, preview_key, revoke_preview_links
from articles.story import preview_story


class DaysForm(forms.Form):
    """How long a link is good for."""

    days = forms.IntegerField(
        label=gettext_lazy("Valid for days"),
        initial=3,
        min_value=1,
        max_value=LONGEST.days,
        help_text=gettext_lazy(
            "Whoever has the link can read the article until then, unless you revoke it before."
        ),
    )


@admin.action(description=gettext_lazy("Make a preview link"), permissions=["change"])
def make_link(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    articles = list(queryset)
    if len(articles) != 1:
        modeladmin.message_user(request, _("Choose one article for a preview link."), messages.ERROR)
        return go_back(modeladmin, request)
    form = answer_form(request, DaysForm)
    question = Question(
        action="make_link",
        title=_("Make a preview link?"),
        button=_("Make the link"),
        effects=[
            _("Somebody without an account can read the article as it stands at the moment of reading.")
        ],
        form=form,
    )

    def act() -> SafeString:
        link = make_preview_link(
            article=articles[0], by=person(request), valid_for=timedelta(days=form.cleaned_data["days"])
        )
        address = address_of(request, link)
        return format_html(
            _('The link, valid until {time}: <a href="{address}">{address}</a>'),
            time=written_time(link.expires_at),
            address=address,
        )

    return settle(modeladmin, request, articles, question, act)


@admin.action(description=gettext_lazy("Revoke preview links"), permissions=["change"])
def revoke_links(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    articles = list(queryset)
    question = Question(
        action="revoke_links",
        title=_("Revoke preview links?"),
        button=_("Revoke"),
        effects=[
            _("Every preview link of “%(title)s” stops working at once.") % {"title": one} for one in articles
        ],
    )

    def act() -> str:
        count = sum(revoke_preview_links(article=article) for article in articles)
        return _("Links revoked: %(count)d.") % {"count": count}

    return settle(modeladmin, request, articles, question, act)


def address_of(request: HttpRequest, link: PreviewLink) -> str:
    return request.build_absolute_uri(reverse("reader:preview", args=[preview_key(link)]))


def list_links(article: Article) -> SafeString | str:
    """The links that still work, each with until when and by whom."""
    links = PreviewLink.objects.open().filter(article=article).select_related("made_by")
    rows = [
        (reverse("reader:preview", args=[preview_key(one)]), written_time(one.expires_at), one.made_by)
        for one in links
    ]
    return format_html_join("\n", '<p><a href="{}">{}</a> · {}</p>', rows) if rows else NOTHING


@require_safe
@never_cache
def preview(request: HttpRequest, article: int) -> HttpResponse:
    """The whole story as readers would see it, drafts and all; for who may see articles."""
    if not request.user.has_perm("articles.view_article") and not request.user.has_perm(
        "articles.change_article"
    ):
        raise PermissionDenied
    story = preview_story(get_object_or_404(Article, pk=article))
    context = {"story": story, "article": story.first, "page": story.first.page}
    return render(
        request,
        "articles/story.html",
        context | {"is_preview": True, "picture_route": "admin:articles_photo_copy"},
    )


@require_safe
@never_cache
def photo_copy(request: HttpRequest, photo: int, width: int, extension: str) -> HttpResponse:
    """A copy of a photo as readers would get it; for who may see photos."""
    if not request.user.has_perm("articles.view_photo"):
        raise PermissionDenied
    shown = get_object_or_404(Photo.objects.with_picture(), pk=photo)
    if extension not in EXTENSIONS or width not in WIDTHS:
        raise Http404
    try:
        copy = copy_of(shown.picture, width=width, extension=extension)
    except PictureUnreadable as error:
        raise Http404 from error
    return HttpResponse(copy.read_bytes(), content_type=EXTENSIONS[extension])
