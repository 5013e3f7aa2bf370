"""What a newer text proposes: each field now and as proposed, side by side, to be taken over or declined."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite, ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from articles.desk.notes import field_label, printed_value
from articles.difference import Pieces, character_difference
from articles.importing.proposals import (
    ProposedField,
    ProposedParagraph,
    answer_proposals,
    is_signed,
    open_proposals,
    seen_digest,
    why_not,
)
from articles.models import Page, Reading, RecordKind
from articles.reviewing import ActRefused


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field as an editor compares it: both versions in pieces, and a text by its paragraphs."""

    name: str
    label: str
    now: Pieces
    proposed: Pieces
    imported: str  # where a person has changed it since, else ""
    runs: Sequence[tuple[bool, list[ProposedParagraph]]]  # paragraphs with news, and without, in turns


@dataclass(frozen=True, slots=True)
class Section:
    """One record with what a newer text says of it."""

    reading: Reading
    fields: Sequence[ShownField]
    seen: str
    refusal: str  # why nothing can be taken over, or ""
    is_signed: bool
    may_answer: bool
    chosen: Collection[str]  # what the editor had ticked when an answer was refused

    @property
    def record(self) -> Any:
        return self.reading.record

    @property
    def address(self) -> str:
        return reverse(f"admin:articles_{self.record._meta.model_name}_change", args=[self.record.pk])

    @property
    def moved_to(self) -> Page | None:
        page = getattr(self.record, "page", None)
        return page if page is not None and page != self.reading.page else None


class ReadingProposals(ModelAdmin):
    """The screen of one record."""

    def get_urls(self) -> Any:
        view = self.admin_site.admin_view(self.proposals_view)
        return [
            path("<int:key>/proposals/", view, name="articles_reading_proposals"),
            *super().get_urls(),
        ]

    def proposals_view(self, request: HttpRequest, key: int) -> HttpResponse:
        reading = get_object_or_404(_with_records(Reading.objects.all()), pk=key)
        if not _may(request, self.admin_site, reading, "view"):
            raise PermissionDenied
        if request.method != "POST":
            return self._show(request, reading)
        if not _may(request, self.admin_site, reading, "change"):
            raise PermissionDenied
        try:
            return self._settle(request, reading)
        except ActRefused as refusal:
            messages.error(request, str(refusal))
            fresh = _with_records(Reading.objects.filter(pk=key)).get()
            return self._show(request, fresh, request.POST.getlist("choose"))

    def _settle(self, request: HttpRequest, reading: Reading) -> HttpResponse:
        with transaction.atomic():
            report = answer_proposals(
                reading=reading,
                digest=request.POST.get("seen", ""),
                chosen=request.POST.getlist("choose"),
                decline_rest=request.POST.get("answer") == "finish",
                void_signatures="void" in request.POST,
            )
            said = _what_was_done(reading.record, [one.field for one in report.taken], report.declined)
            self.log_change(request, reading.record, said)
        messages.success(request, said)
        if request.POST.get("back") == "page":
            return HttpResponseRedirect(reverse("admin:articles_page_proposals", args=[reading.page_id]))
        if report.left:
            return HttpResponseRedirect(request.path)
        record: Any = reading.record
        return HttpResponseRedirect(
            reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk])
        )

    def _show(self, request: HttpRequest, reading: Reading, chosen: Collection[str] = ()) -> HttpResponse:
        sections = [_section(request, self.admin_site, reading, chosen)] if reading.record else []
        left_alone = [] if reading.record else [reading]
        title = _("What a newer text says of “%(title)s”") % {"title": reading.record or title_of(reading)}
        return _screen(self, request, title, reading.page, sections, left_alone)


class PageProposals(ModelAdmin):
    """The screen of a whole page: every record with open proposals, and what does not come back."""

    def get_urls(self) -> Any:
        view = self.admin_site.admin_view(self.proposals_view)
        return [path("<int:key>/proposals/", view, name="articles_page_proposals"), *super().get_urls()]

    def proposals_view(self, request: HttpRequest, key: int) -> HttpResponse:
        page = get_object_or_404(Page.objects.select_related("edition"), pk=key)
        if not self.has_view_permission(request, page):
            raise PermissionDenied
        readings = [
            reading
            for reading in _with_records(page.readings.all())
            if reading.record is None or _may(request, self.admin_site, reading, "view")
        ]
        sections = [
            _section(request, self.admin_site, one)
            for one in readings
            if one.record is not None and (one.absent or open_proposals(one))
        ]
        title = _("What the newer text of %(page)s says") % {"page": page}
        left_alone = [one for one in readings if is_left_alone(one)]
        return _screen(self, request, title, page, sections, left_alone, is_page=True)


def is_left_alone(reading: Reading) -> bool:
    """Whether the newest text holds what a person has deleted or moved to another page."""
    if reading.absent or reading.kind == RecordKind.PAGE:
        return False
    record: Any = reading.record
    return record is None or record.page_id != reading.page_id


def title_of(reading: Reading) -> str:
    """What a record that is gone was called in the text."""
    texts = (reading.written.get(name) for name in ("headline", "title", "caption", "body"))
    return str(next((text for text in texts if text), _("untitled")))[:40]


def _with_records(readings: QuerySet[Reading]) -> QuerySet[Reading]:
    return readings.select_related(
        "page__edition", "article__page__edition", "photo__page", "photo__article", "card__page"
    )


def _may(request: HttpRequest, site: AdminSite, reading: Reading, verb: str) -> bool:
    """Whether the person may view or change the record; of one that is gone, the reading."""
    record = reading.record or reading
    admin: Any = site.get_model_admin(type(record))
    allowed = admin.has_view_permission if verb == "view" else admin.has_change_permission
    return bool(allowed(request, record))


def _section(
    request: HttpRequest, site: AdminSite, reading: Reading, chosen: Collection[str] = ()
) -> Section:
    return Section(
        reading=reading,
        fields=[_shown(reading, one) for one in open_proposals(reading)],
        seen=seen_digest(reading),
        refusal=why_not(reading.record),
        is_signed=is_signed(reading.record),
        may_answer=_may(request, site, reading, "change"),
        chosen=chosen,
    )


def _shown(reading: Reading, one: ProposedField) -> ShownField:
    record: Any = reading.record
    imported, present, proposed = (
        printed_value(one.name, value) for value in (one.imported, one.present, one.proposed)
    )
    now, newer = character_difference(present, proposed) if not one.paragraphs else ((), ())
    return ShownField(
        name=one.name,
        label=field_label(record, one.name),
        now=now,
        proposed=newer,
        imported=imported if one.imported != one.present and not one.paragraphs else "",
        runs=[(news, list(rows)) for news, rows in groupby(one.paragraphs, key=lambda row: row.is_offered)],
    )


def _what_was_done(record: Any, taken: Iterable[str], declined: Iterable[str]) -> str:
    lists = [
        (_("Taken over into “%(title)s”: %(fields)s."), list(taken)),
        (_("Declined for “%(title)s”: %(fields)s."), list(declined)),
    ]
    return " ".join(
        sentence % {"title": record, "fields": ", ".join(field_label(record, name) for name in names)}
        for sentence, names in lists
        if names
    ) or _("Nothing was open any more.")


def _screen(  # noqa: PLR0917
    admin: ModelAdmin,
    request: HttpRequest,
    title: str,
    page: Page,
    sections: Sequence[Section],
    left_alone: Sequence[Reading],
    *,
    is_page: bool = False,
) -> HttpResponse:
    request.current_app = admin.admin_site.name
    context = {
        **admin.admin_site.each_context(request),
        "title": title,
        "opts": admin.opts,
        "page": page,
        "is_page": is_page,
        "sections": sections,
        "left_alone": [(reading, title_of(reading)) for reading in left_alone],
    }
    return TemplateResponse(request, "admin/articles/proposals.html", context)


def page_summary(page: Page) -> tuple[int, int]:
    """How many records of a page have proposals, and how many a person has taken out that the text holds."""
    printed = page.readings.filter(absent=False).exclude(kind=RecordKind.PAGE)
    here = Q(article__page=page) | Q(photo__page=page) | Q(card__page=page)
    return page.readings.proposing().count(), printed.exclude(here).count()
