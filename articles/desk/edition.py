"""Editions and their pages."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.continuations import link_continuations
from articles.desk.articleform import jump_badges
from articles.desk.base import DeskAdmin, ReadOnly, badge, change_address, number_of, written_time
from articles.desk.deleted import DeletedPages
from articles.desk.editions import hold_back, publish_at, publish_now
from articles.desk.filters import EditionStateFilter, PageDefectFilter, PageProposalFilter, PageTitleFilter
from articles.desk.findings import edition_view
from articles.desk.importbutton import ImportButton
from articles.desk.labels import TableInline
from articles.desk.notes import list_defects
from articles.desk.proofs import ProofPages
from articles.desk.proposals import PageProposals, page_summary
from articles.filing import refile_page
from articles.models import Article, Defect, Edition, Page, Photo, RawPage, Reading, Staff, Waiver


class PageFormSet(BaseInlineFormSet):
    """The pages of an edition; two of them cannot exchange their numbers in one step, for the database checks each."""

    def clean(self) -> None:
        super().clean()
        stored = {form.instance.pk: form.initial.get("number") for form in self.initial_forms}
        for form in self.initial_forms:
            number = form.cleaned_data.get("number") if hasattr(form, "cleaned_data") else None
            others = {label for pk, label in stored.items() if pk != form.instance.pk}
            if form.has_changed() and number in others and number != stored[form.instance.pk]:
                form.add_error(
                    "number",
                    _("Another page has the number %(number)s. Give that one a free number first and save.")
                    % {"number": number},
                )


class PageInline(TableInline):
    model = Page
    formset = PageFormSet
    fields = ("number", "title")
    view_on_site = False
    show_change_link = True
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Page]:
        return super().get_queryset(request).select_related("edition")


@admin.register(Edition)
class EditionAdmin(ProofPages, DeletedPages, ImportButton, DeskAdmin):
    inlines = (PageInline,)
    actions = (publish_now, publish_at, hold_back)
    kept_by_machine = (Defect, Reading, RawPage, Waiver)

    list_display = (
        "date",
        "issue_number",
        "state",
        "page_count",
        "article_count",
        "waiting_count",
        "defect_count",
    )
    list_filter = (EditionStateFilter,)
    date_hierarchy = "date"
    search_fields = ("date", "issue_number")
    search_help_text = _("A date such as 2026-03-06, or an issue number.")

    fields = ("date", "issue_number", "state")
    readonly_fields = ("state",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                page_count=number_of(Page.objects.all(), "edition"),
                article_count=number_of(Article.objects.all(), "page__edition"),
                waiting_count=number_of(Article.objects.waiting(), "page__edition"),
                defect_count=number_of(Defect.objects.all(), "page__edition"),
            )
        )

    def get_urls(self) -> Any:
        view = self.admin_site.admin_view(partial(edition_view, self))
        return [
            path("<int:edition>/proofreading/", view, name="articles_edition_proofreading"),
            *super().get_urls(),
        ]

    def form_links(self, obj: Edition) -> Sequence[tuple[str, str]]:
        return [
            (reverse("admin:articles_edition_proofreading", args=[obj.pk]), gettext("Proofreading")),
            (reverse("admin:articles_edition_proofs", args=[obj.pk]), gettext("Proofs")),
            (reverse("admin:articles_edition_deleted", args=[obj.pk]), gettext("Deleted")),
        ]

    def fitting_actions(self, obj: Edition | None) -> Sequence[str]:
        if obj is None:
            return ()
        return (
            ("publish_now", "publish_at")
            if obj.public_from is None
            else ("publish_now", "publish_at", "hold_back")
        )

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.publish_article")

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        super().save_formset(request, form, formset, change)
        link_continuations(edition=form.instance)  # a page may have another number now

    @admin.display(description=_("state"), ordering="public_from")
    def state(self, edition: Edition) -> SafeString:
        return badge(*state_of(edition))

    @admin.display(description=_("pages"), ordering="page_count")
    def page_count(self, edition: Any) -> int:
        return int(edition.page_count)

    @admin.display(description=_("articles"), ordering="article_count")
    def article_count(self, edition: Any) -> int:
        return int(edition.article_count)

    @admin.display(description=_("waiting jumps"), ordering="waiting_count")
    def waiting_count(self, edition: Any) -> int:
        return int(edition.waiting_count)

    @admin.display(description=_("defects"), ordering="defect_count")
    def defect_count(self, edition: Any) -> int:
        return int(edition.defect_count)


def state_of(edition: Edition) -> tuple[str, str]:
    """When readers see the edition: the kind of badge, and the words on it."""
    if edition.public_from is None:
        return "draft", gettext("draft")
    time = {"time": written_time(edition.public_from)}
    if edition.public_from > timezone.now():
        return "scheduled", gettext("goes out at %(time)s") % time
    return "published", gettext("out since %(time)s") % time


class StaffInline(TableInline):
    model = Staff
    fields = ("role", "name", "position")
    extra = 0


class RecordInline(ReadOnly, admin.TabularInline):
    """What stands on the page, each row a link to its own form."""

    classes = ("desk-list",)
    view_on_site = False
    extra = 0

    @admin.display(description=_("title"))
    def title_link(self, record: Any) -> SafeString:
        url = change_address(record)
        return format_html('<a href="{}">{}</a>', url, record)

    @admin.display(description=_("status"))
    def status_words(self, record: Any) -> SafeString:
        return badge(record.status, record.get_status_display())


class ArticleInline(RecordInline):
    model = Article
    fields = readonly_fields = ("number", "title_link", "status_words", "jump")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).select_related("previous__page", "next__page")

    @admin.display(description=_("jump"))
    def jump(self, article: Article) -> SafeString | str:
        return jump_badges(article)


class PhotoInline(RecordInline):
    model = Photo
    fields = readonly_fields = ("title_link", "credit", "status_words")


class RawPageInline(RecordInline):
    model = RawPage
    fields = readonly_fields = ("title_link", "source")

    def get_queryset(self, request: HttpRequest) -> QuerySet[RawPage]:
        return super().get_queryset(request).defer("content", "reading").select_related("page__edition")


@admin.register(Page)
class PageAdmin(PageProposals, DeletedPages, ImportButton, DeskAdmin):
    inlines = (StaffInline, ArticleInline, PhotoInline, RawPageInline)
    owner = "edition"
    autocomplete_fields = ("edition",)
    kept_by_machine = (Defect, Reading, RawPage, Waiver)

    list_display = ("label", "title", "edition_date", "staff_line", "article_count", "defect_count")
    list_display_links = ("label", "title")
    list_filter = (PageDefectFilter, PageProposalFilter, ("title", PageTitleFilter))
    date_hierarchy = "edition__date"
    search_fields = ("title", "=number", "edition__date", "staff__name")
    search_help_text = _("A page title, a page number, a date or a name of the staff.")

    readonly_fields = ("defects_list", "proposals")

    def get_fieldsets(self, request: HttpRequest, obj: Page | None = None) -> Any:
        place = (None, {"fields": ["edition", "number", "title"]})
        return [place] if obj is None else [*self._notes(obj), place]

    def _notes(self, page: Page) -> list[Any]:
        notes = []
        if page.defects.exists():
            notes.append((_("To be looked at"), {"fields": ["defects_list"], "classes": ["desk-notes"]}))
        if any(page_summary(page)):
            notes.append((_("A newer text says"), {"fields": ["proposals"], "classes": ["desk-notes"]}))
        return notes

    def get_queryset(self, request: HttpRequest) -> QuerySet[Page]:
        return (
            super()
            .get_queryset(request)
            .select_related("edition")
            .prefetch_related("staff")
            .annotate(
                article_count=number_of(Article.objects.all(), "page"),
                defect_count=number_of(Defect.objects.all(), "page"),
            )
        )

    def form_links(self, obj: Page) -> Sequence[tuple[str, str]]:
        return [(reverse("admin:articles_page_deleted", args=[obj.pk]), gettext("Deleted"))]

    def save_model(self, request: HttpRequest, obj: Page, form: Any, change: Any) -> None:
        if change:
            refile_page(page=obj)
        else:
            obj.save()
            link_continuations(edition=obj.edition)

    @admin.display(description=_("page"), ordering="order")
    def label(self, page: Page) -> str:
        return page.number

    @admin.display(description=_("edition"), ordering="edition__date")
    def edition_date(self, page: Page) -> str:
        return str(page.edition)

    @admin.display(description=_("staff"))
    def staff_line(self, page: Page) -> SafeString:
        return format_html_join(" · ", "{}", ((row,) for row in page.staff.all()))

    @admin.display(description=_("articles"), ordering="article_count")
    def article_count(self, page: Any) -> int:
        return int(page.article_count)

    @admin.display(description=_("defects"), ordering="defect_count")
    def defect_count(self, page: Any) -> int:
        return int(page.defect_count)

    @admin.display(description=_("defects"))
    def defects_list(self, page: Page) -> str:
        return list_defects(page.defects.select_related("article"))

    @admin.display(description=_("proposals"))
    def proposals(self, page: Page) -> str:
        proposing, left_alone = page_summary(page)
        context = {"page": page, "proposing": proposing, "left_alone": left_alone}
        return render_to_string("admin/articles/_page_proposals.html", context)
