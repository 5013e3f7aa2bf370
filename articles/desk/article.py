"""Articles and their authors."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.db.models import ForeignKey, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.desk.articleform import ArticleForm, AuthorshipInline, PhotoInline, jump_badges
from articles.desk.base import DeskAdmin, PublicationAdmin, number_of, person
from articles.desk.corrections import correct
from articles.desk.filters import (
    ArticleDefectFilter,
    ArticlePictureFilter,
    JumpFilter,
    PageTitleFilter,
    ProposalFilter,
)
from articles.desk.findings import list_findings, waive_view
from articles.desk.halves import NeighbourSelect, NeighbourView
from articles.desk.notes import ProposalNote, list_defects
from articles.desk.previews import list_links, make_link, preview, revoke_links
from articles.desk.publications import back_to_draft, publish_with_photos, withdraw
from articles.desk.reviews import (
    StageFilter,
    list_reviews,
    may_sign,
    send_articles_back,
    sign_articles,
    stage_badge,
)
from articles.filing import delete_articles, move_article
from articles.models import (
    Article,
    Author,
    Authorship,
    Correction,
    Defect,
    Link,
    Photo,
    Presence,
    PreviewLink,
    Reading,
    Status,
    Waiver,
)
from articles.models.body import read_body
from articles.reviewing import TEXT_FIELDS, note_stages

KEPT_BY_ACTS = ("page", "number", "previous", "link", "story_start", "part")


@admin.register(Article)
class ArticleAdmin(ProposalNote, PublicationAdmin):
    form = ArticleForm
    inlines = (AuthorshipInline, PhotoInline)
    autocomplete_fields = ("page",)
    actions = (
        sign_articles,
        send_articles_back,
        publish_with_photos,
        correct,
        withdraw,
        back_to_draft,
        make_link,
        revoke_links,
    )
    kept_by_machine = (PreviewLink, Defect, Reading, Waiver, Presence, Correction)

    list_display = ("headline_or_text", "page_label", "status_badge", "stage", "jump_state", "byline")
    list_filter = (
        "status",
        StageFilter,
        JumpFilter,
        ArticlePictureFilter,
        ArticleDefectFilter,
        ProposalFilter,
        ("page__title", PageTitleFilter),
    )
    date_hierarchy = "page__edition__date"
    search_fields = (
        "headline",
        "kicker",
        "subtitle",
        "column",
        "byline",
        "source",
        "authors__name",
        "=page__number",
    )
    search_help_text = _("Words of the title block or the byline, an author, or a page number.")

    readonly_fields = (
        "number",
        "status_badge",
        "public_from",
        "modified_at",
        "jump_state",
        "link",
        "defects_list",
        "proposals",
        "reviews",
        "preview_links",
        "findings",
        "length",
    )

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        jump: list[Any] = [("continues_on", "continued_from"), "previous"]
        if obj is not None:
            jump += ["jump_state", "link"] if obj.link else ["jump_state"]
            if obj.link in (Link.HAND, Link.CUT) and self.has_change_permission(request, obj):
                jump.append("by_rule")
        title = ["column", "kicker", "headline", "subtitle"]
        sets: list[Any] = [
            (_("Title"), {"fields": title}),
            (_("Byline"), {"fields": ["byline", ("source", "dateline")]}),
            (_("Text"), {"fields": ["body"] if obj is None else ["body", "length"]}),
            (_("Place"), {"fields": ["page", ("position", "number") if obj else "position"]}),
            (
                _("Jump"),
                {
                    "fields": jump,
                    "description": _("What is chosen here by hand stays, whatever is imported later."),
                },
            ),
            (_("Publishing"), {"fields": self._publishing_fields(obj)}),
        ]
        if obj is not None:
            sets.insert(3, (_("Proofreading"), {"fields": ["findings"], "classes": ["desk-notes"]}))
            sets.append((_("Reviews"), {"fields": ["reviews"], "classes": ["desk-notes"]}))
        return sets if obj is None else [*self._notes(obj), *sets]

    def _publishing_fields(self, obj: Article | None) -> list[Any]:
        if obj is None:
            return ["status_badge"]
        notice = ["withdrawal_notice"] if obj.status == Status.WITHDRAWN else []
        return ["status_badge", "public_from", *notice, "preview_links", "modified_at"]

    def _notes(self, obj: Article) -> list[Any]:
        """Defects and proposals stand first, and only where there are any."""
        notes = []
        if obj.defects.exists():
            notes.append((_("To be looked at"), {"fields": ["defects_list"], "classes": ["desk-notes"]}))
        return [*notes, *self.proposal_note(obj)]

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "previous":
            kwargs["widget"] = NeighbourSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "body":
            field.widget.attrs.update({"rows": 24, "class": "vLargeTextField desk-text"})
        if db_field.name == "previous":
            field.widget.can_add_related = False
            field.widget.can_change_related = False
        return field

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> tuple[str, ...]:
        """What was published is changed by a correction alone; what was withdrawn, not at all."""
        if obj is None or obj.status == Status.DRAFT:
            return (*self.readonly_fields, "withdrawal_notice")
        if obj.status == Status.WITHDRAWN and self.has_withdraw_permission(request):
            return (*self.readonly_fields, *TEXT_FIELDS)
        return (*self.readonly_fields, *TEXT_FIELDS, "withdrawal_notice")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        joined = super().get_queryset(request).select_related("page__edition", "previous__page", "next__page")
        return joined.defer("previous__body", "next__body")

    def photo_histories(self, key: int) -> Sequence[tuple[str, str]]:
        photos = Photo.objects.filter(article=key)
        return [(reverse("admin:articles_photo_history", args=[photo.pk]), str(photo)) for photo in photos]

    def get_urls(self) -> Any:
        neighbours = self.admin_site.admin_view(NeighbourView.as_view(admin_site=self.admin_site))
        view = self.admin_site.admin_view
        return [
            path("neighbours/", neighbours, name="articles_article_neighbours"),
            path("<int:article>/preview/", view(preview), name="articles_article_preview"),
            path(
                "<str:kind>/<int:record>/findings/<slug:key>/",
                view(partial(waive_view, self)),
                name="articles_finding_waive",
            ),
            *super().get_urls(),
        ]

    def form_links(self, obj: Article) -> Sequence[tuple[str, str]]:
        return [(reverse("admin:articles_article_preview", args=[obj.pk]), gettext("Preview"))]

    def fitting_actions(self, obj: Article | None) -> Sequence[str]:
        if obj is None:
            return ()
        if obj.status == Status.DRAFT:
            return ("sign_articles", "send_articles_back", "publish_with_photos", *self._links(obj))
        if obj.status == Status.PUBLISHED:
            return ("correct", "withdraw", "back_to_draft")
        return ("back_to_draft",)

    def _links(self, article: Article) -> list[str]:
        some = PreviewLink.objects.open().filter(article=article).exists()
        return ["make_link", "revoke_links"] if some else ["make_link"]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.publish_article")

    def has_correct_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.correct_article")

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.withdraw_article")

    def has_sign_permission(self, request: HttpRequest) -> bool:
        return may_sign(request)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: Any) -> None:
        page = obj.page
        if change:
            obj.refresh_from_db(fields=KEPT_BY_ACTS)
        else:
            obj.previous = None
        obj.save()
        if obj.page_id != page.pk:
            move_article(article=obj, page=page)
            self._tell_new_address(request, obj)
        form.settle_link(obj)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Article | None = None, **kwargs: Any
    ) -> Any:
        if obj is not None and self.has_change_permission(request, obj):
            here, me = Presence.objects.filter(article=obj), person(request)
            context["open_elsewhere"] = here.holding().exclude(person=me).select_related("person")
            Presence.objects.update_or_create(article=obj, person=me, defaults={"since": timezone.now()})
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        Presence.objects.filter(article=obj, person=person(request)).delete()
        return super().response_change(request, obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        super().save_related(request, form, formsets, change)
        note_stages([form.instance])

    def _tell_new_address(self, request: HttpRequest, article: Article) -> None:
        self.message_user(
            request,
            gettext("The article is number %(number)d of page %(page)s now; its old address is gone.")
            % {"number": article.number, "page": article.page.number},
            messages.WARNING,
        )

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        delete_articles(articles=[obj])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        delete_articles(articles=queryset)

    @admin.display(description=_("headline"), ordering="headline")
    def headline_or_text(self, article: Article) -> str:
        return str(article)

    @admin.display(description=_("page"), ordering="page")
    def page_label(self, article: Article) -> str:
        return str(article.page)

    @admin.display(description=_("jump"))
    def jump_state(self, article: Article) -> SafeString | str:
        return jump_badges(article)

    @admin.display(description=_("reviews"), ordering="signed_stage")
    def stage(self, article: Article) -> SafeString | str:
        return stage_badge(article)

    @admin.display(description=_("reviews"))
    def reviews(self, article: Article) -> str:
        return list_reviews(article)

    @admin.display(description=_("findings"))
    def findings(self, article: Article) -> str:
        return list_findings(article)

    @admin.display(description=_("length"))
    def length(self, article: Article) -> str:
        return format_html(
            "<b>{}</b> {}",
            sum(len("".join(block.text.split())) for block in read_body(article.body)),
            gettext("characters, blanks and marks of subheads left out"),
        )

    @admin.display(description=_("preview links"))
    def preview_links(self, article: Article) -> SafeString | str:
        return list_links(article)

    @admin.display(description=_("defects"))
    def defects_list(self, article: Article) -> str:
        return list_defects(article.defects.all())


@admin.register(Author)
class AuthorAdmin(DeskAdmin):
    list_display = ("name", "article_count")
    search_fields = ("name",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        return (
            super()
            .get_queryset(request)
            .annotate(article_count=number_of(Authorship.objects.all(), "author"))
        )

    @admin.display(description=_("articles"), ordering="article_count")
    def article_count(self, author: Any) -> int:
        return int(author.article_count)
