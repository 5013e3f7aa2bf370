"""The form of an article: its fields and rules, its authors and photos, and the state of its jump in words."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.continuations import (
    LinkRefused,
    check_link,
    cut_by_hand,
    link_by_hand,
    link_by_rule,
    link_continuations,
)
from articles.desk.base import NOTHING, badge
from articles.desk.halves import page_and_title
from articles.desk.labels import TableInline
from articles.desk.photo import PhotoForm, PictureColumn, bring_to_page
from articles.filing import check_move
from articles.models import (
    Article,
    Authorship,
    Link,
    Photo,
    Status,
)
from articles.reviewing import ActRefused


class ArticleForm(forms.ModelForm):
    by_rule = forms.BooleanField(
        required=False,
        label=_("Link by rule again"),
        help_text=_("Forget what was linked or cut by hand; the printed notices decide again."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "previous" in self.fields:
            self._offer_halves(self.fields["previous"])

    def _offer_halves(self, field: Any) -> None:
        field.queryset = Article.objects.select_related("page")
        field.label_from_instance = page_and_title
        select = getattr(field.widget, "widget", field.widget)
        if self.instance.page_id:
            select.edition, select.article = self.instance.page.edition_id, self.instance.pk

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        # a link made by rule does not hold an article back from moving
        if (
            self.instance.link == Link.RULE
            and "page" in self.changed_data
            and "previous" not in self.changed_data
        ):
            cleaned["previous"] = None
        if self.instance.pk and "page" in self.changed_data:
            self._check_move()
        return cleaned

    def _check_move(self) -> None:
        try:
            check_move(article=self.instance)
        except ActRefused as refusal:
            self.add_error("page", str(refusal))

    def _get_validation_exclusions(self) -> set[str]:
        # check_link says it in better words
        return super()._get_validation_exclusions() | {"previous"}  # type: ignore[misc]

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        previous = self.cleaned_data.get("previous")
        if previous and self.instance.page_id and self._is_linked_by_hand():
            try:
                check_link(article=self.instance, previous=previous)
            except LinkRefused as refusal:
                self.add_error("previous", refusal)

    def _is_linked_by_hand(self) -> bool:
        if self.cleaned_data.get("by_rule"):
            return False
        return "previous" in self.changed_data or self.instance.link == Link.HAND

    def settle_link(self, article: Article) -> None:
        """Do what the editor decided about the jump, once the article is saved."""
        if self.cleaned_data.get("by_rule"):
            link_by_rule(article=article)
        elif "previous" not in self.changed_data:
            link_continuations(edition=article.page.edition)
        elif previous := self.cleaned_data["previous"]:
            link_by_hand(article=article, previous=previous)
        else:
            cut_by_hand(article=article)


class SignedInline(InlineModelAdmin):
    """Rows that are signed and published with their article: frozen with it."""

    def has_add_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return _is_open(obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return _is_open(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return _is_open(obj) and super().has_delete_permission(request, obj)


def _is_open(article: Article | None) -> bool:
    return article is None or article.status == Status.DRAFT


class AuthorshipInline(SignedInline, TableInline):
    model = Authorship
    fields = ("author", "role", "position")
    verbose_name = _("author")
    verbose_name_plural = _("authors")
    autocomplete_fields = ("author",)
    extra = 0


class PhotosOfArticle(forms.BaseInlineFormSet):
    """A photo of an article stands on the page of the article."""

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        bring_to_page(form.instance, self.instance)
        return form


class PhotoInline(PictureColumn, SignedInline, admin.StackedInline):
    model = Photo
    form = PhotoForm
    formset = PhotosOfArticle
    fields = (("thumbnail", "picture"), "caption", ("credit", "title", "position"), "status_words")
    readonly_fields = ("thumbnail", "status_words")
    extra = 0
    show_change_link = True

    @admin.display(description=_("status"))
    def status_words(self, photo: Photo) -> SafeString:
        return badge(photo.status, photo.get_status_display())


def jump_badges(article: Article) -> SafeString | str:
    """Both ends of an article's jump, each in words."""
    ends = [end for end in (_where_from(article), _where_to(article)) if end]
    return format_html_join(" ", "{}", ((end,) for end in ends)) if ends else NOTHING


def _where_from(article: Article) -> SafeString | None:
    if article.previous:
        words = gettext("from page %(page)s") % {"page": article.previous.page.number}
        return badge("hand" if article.link == Link.HAND else "joined", words)
    if article.link == Link.CUT:
        return badge("cut", gettext("cut by hand"))
    if article.continued_from:
        return badge("waiting", gettext("waiting for page %(page)s") % {"page": article.continued_from})
    return None


def _where_to(article: Article) -> SafeString | None:
    following = getattr(article, "next", None)
    if following:
        return badge("joined", gettext("on to page %(page)s") % {"page": following.page.number})
    if article.continues_on:
        return badge("waiting", gettext("waiting for page %(page)s") % {"page": article.continues_on})
    return None
