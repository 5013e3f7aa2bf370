"""What the machine keeps and people read: raw pages, readings, defects."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.desk.base import NOTHING, DeskAdmin, ReadOnly, badge, change_address
from articles.desk.filters import PageTitleFilter, ReadingProposalFilter
from articles.desk.importbutton import ADDRESS, ImportButton, may_import
from articles.desk.importpage import import_view
from articles.desk.notes import as_text, field_label, list_proposals
from articles.desk.proposals import ReadingProposals
from articles.models import Defect, DefectStage, RawPage, Reading

LINE_END = re.compile(r"\r\n|\r|\n")  # as the reader of raw pages counts lines


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line of the raw text, what is doubtful about it, and whether it was set aside."""

    number: int
    text: str
    defects: list[str]
    set_aside: bool


def numbered_lines(raw: RawPage) -> list[NumberedLine]:
    defects: dict[int, list[str]] = defaultdict(list)
    for line, message in _defects_of(raw):
        defects[line].append(message)
    aside = {one["line"] for one in raw.reading.get("set_aside", [])}
    lines = enumerate(LINE_END.split(raw.text), start=1)
    return [NumberedLine(number, text, defects[number], number in aside) for number, text in lines]


def _defects_of(raw: RawPage) -> list[tuple[int, str]]:
    """Rows are kept for the newest text of a page only; an older one has what its reading noted, in English."""
    newest = RawPage.objects.filter(page=raw.page).only("pk").first()
    if newest == raw:
        rows = raw.page.defects.filter(stage=DefectStage.READING).exclude(line=None)
        return [(row.line, row.message) for row in rows if row.line is not None]
    return [(one["line"], one["message"]) for one in raw.reading.get("defects", [])]


class PageColumn:
    @admin.display(description=_("page"), ordering="page")
    def page_link(self, obj: Any) -> SafeString:
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:articles_page_change", args=[obj.page_id]), obj.page
        )


@admin.register(RawPage)
class RawPageAdmin(ImportButton, PageColumn, ReadOnly, DeskAdmin):
    list_display = ("imported_at", "page_link", "where_from", "encoding", "read_by")
    list_filter = ("encoding",)
    date_hierarchy = "page__edition__date"
    search_fields = ("source", "page__title", "=page__number")
    search_help_text = _("Part of a file name, a page title or a page number.")
    readonly_fields = (
        "page_link",
        "where_from",
        "imported_at",
        "encoding",
        "digest",
        "read_by",
        "lines",
        "marked_text",
    )

    def get_fieldsets(self, request: HttpRequest, obj: RawPage | None = None) -> Any:
        *facts, lines, marked_text = self.readonly_fields
        sets: list[Any] = [(None, {"fields": facts}), (_("Raw text"), {"fields": [lines]})]
        if obj is not None and obj.marked_text:
            sets.insert(1, (_("Corrected reading"), {"fields": [marked_text], "classes": ["collapse"]}))
        return sets

    def get_urls(self) -> Any:
        view = self.admin_site.admin_view(import_view(self))
        return [path("import/", view, name="articles_rawpage_import"), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        if obj is not None and may_import(request):
            context["read_again"] = f"{reverse(ADDRESS)}?raw_page={obj.pk}"
        return super().render_change_form(request, context, *args, **kwargs, obj=obj)

    def get_queryset(self, request: HttpRequest) -> QuerySet[RawPage]:
        return (
            super()
            .get_queryset(request)
            .select_related("page__edition")
            .defer("content", "reading", "digest")
        )

    @admin.display(description=_("file"), ordering="source")
    def where_from(self, raw: RawPage) -> str:
        return raw.source or gettext("pasted")

    @admin.display(description=_("reading"))
    def read_by(self, raw: RawPage) -> SafeString:
        if raw.marked_text:
            return badge("hand", gettext("corrected by hand"))
        return badge("draft", gettext("automatic"))

    @admin.display(description=_("text"))
    def lines(self, raw: RawPage) -> str:
        return render_to_string("admin/articles/_raw_lines.html", {"lines": numbered_lines(raw)})


@admin.register(Reading)
class ReadingAdmin(ReadingProposals, PageColumn, ReadOnly, DeskAdmin):
    list_display = ("kind_and_record", "page_link", "has_proposals", "is_absent")
    list_filter = ("kind", ReadingProposalFilter, "absent")
    date_hierarchy = "page__edition__date"
    search_fields = ("article__headline", "photo__caption", "card__title", "page__title", "=page__number")
    search_help_text = _("A headline, a caption, a page title or a page number.")
    list_select_related = ("page__edition", "article", "photo", "card")
    fields = readonly_fields = ("kind", "record_link", "page_link", "as_imported", "proposals", "absent")

    @admin.display(description=_("record"), ordering="kind")
    def kind_and_record(self, reading: Reading) -> str:
        return f"{reading.get_kind_display()} · {reading.record or '—'}"

    @admin.display(description=_("record"))
    def record_link(self, reading: Reading) -> SafeString | str:
        record = reading.record
        if record is None:
            return gettext("deleted by a person")
        url = change_address(record)
        return format_html('<a href="{}">{}</a>', url, record)

    @admin.display(description=_("proposals"))
    def has_proposals(self, reading: Reading) -> SafeString | str:
        return badge("waiting", len(reading.proposed)) if reading.proposed and reading.record else NOTHING

    @admin.display(description=_("no longer in the text"), ordering="absent")
    def is_absent(self, reading: Reading) -> SafeString | str:
        return badge("waiting", _("yes")) if reading.absent else NOTHING

    @admin.display(description=_("as imported"))
    def as_imported(self, reading: Reading) -> str:
        model: Any = reading._meta.get_field(reading.kind).related_model
        fields = [(field_label(model, name), as_text(name, value)) for name, value in reading.written.items()]
        return render_to_string("admin/articles/_as_imported.html", {"fields": fields})

    @admin.display(description=_("proposals"))
    def proposals(self, reading: Reading) -> str:
        return list_proposals(reading) if reading.record else NOTHING


@admin.register(Defect)
class DefectAdmin(PageColumn, ReadOnly, DeskAdmin):
    list_display = ("message", "page_link", "line", "stage")
    list_filter = ("stage", "code", ("page__title", PageTitleFilter))
    date_hierarchy = "page__edition__date"
    search_fields = ("code", "article__headline", "page__title", "=page__number")
    search_help_text = _("A headline, a page title or a page number.")
    list_select_related = ("page__edition",)
    fields = readonly_fields = ("message", "page_link", "article_link", "stage", "line")

    @admin.display(description=_("defect"), ordering="code")
    def message(self, defect: Defect) -> str:
        return defect.message

    @admin.display(description=_("article"))
    def article_link(self, defect: Defect) -> SafeString | str:
        if defect.article is None:
            return NOTHING
        return format_html(
            '<a href="{}">{}</a>',
            reverse("admin:articles_article_change", args=[defect.article_id]),
            defect.article,
        )
