"""What was deleted in an edition or on a page, by whom; and bringing it back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.desk.confirmation import Question, settle
from articles.desk.history import moment, who
from articles.models import Article, ContactCard, Edition, Page, Photo
from articles.restoring import RESTORED, bring_back
from articles.versions import Version, deleted_versions

ROWS_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Deleted:
    """A deleted record in the list."""

    title: str
    kind: str
    page: str
    at: datetime
    who: str
    history: str
    bring_back: str  # address; "" for who may not


class DeletedPages(ModelAdmin):
    """The list of what was deleted, reached from the form of an edition or a page."""

    def get_urls(self) -> Any:
        view = self.admin_site.admin_view(self.deleted_view)
        return [
            path("<int:key>/deleted/", view, name=f"articles_{self.opts.model_name}_deleted"),
            *super().get_urls(),
        ]

    def deleted_view(self, request: HttpRequest, key: int) -> HttpResponse:
        record = self.get_object(request, str(key))
        if record is None:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        keys = [key for queryset in self._gone(request, record) for key in _keys(queryset)]
        page = Paginator(sorted(keys, reverse=True), ROWS_PER_PAGE).get_page(request.GET.get("page"))
        request.current_app = self.admin_site.name
        context = self.admin_site.each_context(request) | {
            "title": _("Deleted"),
            "subtitle": str(record),
            "record": record,
            "name": str(record),
            "opts": self.opts,
            "lines": self._lines(request, list(page)),
            "page": page,
            "page_numbers": page.paginator.get_elided_page_range(page.number),
        }
        return TemplateResponse(request, "admin/articles/deleted.html", context)

    def _gone(self, request: HttpRequest, record: Any) -> Iterable[Any]:
        """The deleted of each kind that the person may see."""
        if isinstance(record, Edition):
            pages = Page.history.filter(edition_id=record.pk).values("id")
            kinds = {model: {"page_id__in": pages} for model in (Article, Photo, ContactCard)}
            places: dict[Any, dict[str, Any]] = {Page: {"edition_id": record.pk}, **kinds}
        else:
            places = {model: {"page_id": record.pk} for model in (Article, Photo, ContactCard)}
        return (
            deleted_versions(model, **where)
            for model, where in places.items()
            if self.admin_site.get_model_admin(model).has_view_or_change_permission(request)
        )

    def _lines(self, request: HttpRequest, keys: Sequence[Any]) -> list[Deleted]:
        """The rows of one page of the list; two queries a kind at most."""
        found: dict[tuple[str, int], Version] = {}
        for model in (Page, Article, Photo, ContactCard):
            wanted = [key for _at, name, key in keys if name == model._meta.model_name]
            versions = model.history.filter(history_id__in=wanted).select_related("history_user")
            found |= {(str(model._meta.model_name), one.history_id): one for one in versions}
        labels = _labels(found.values())
        return [self._line(request, found[name, key], labels) for _at, name, key in keys]

    def _line(self, request: HttpRequest, version: Version, labels: dict[int, str]) -> Deleted:
        model = version.instance_type
        name = f"admin:articles_{model._meta.model_name}"
        may = self.admin_site.get_model_admin(model).has_add_permission(request)
        is_page = model is Page
        return Deleted(
            title=version.title if is_page else str(version.instance),
            kind=str(capfirst(model._meta.verbose_name)),
            page=version.number if is_page else labels.get(version.page_id, ""),
            at=version.history_date,
            who=who(version),
            history=reverse(f"{name}_history", args=[version.id]),
            bring_back=reverse(f"{name}_bring_back", args=[version.id]) if may else "",
        )


class BringBack(ModelAdmin):
    """Records that are brought back after they were deleted: asked first."""

    def get_urls(self) -> Any:
        if self.model not in RESTORED:
            return super().get_urls()
        view = self.admin_site.admin_view(self.bring_back_view)
        name = f"articles_{self.opts.model_name}_bring_back"
        return [path("<int:key>/bring-back/", view, name=name), *super().get_urls()]

    def bring_back_view(self, request: HttpRequest, key: int) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        version = deleted_versions(self.model, id=key).select_related("history_user").first()
        if version is None:
            raise Http404
        question = Question(
            action="bring_back",
            title=_("Bring it back?"),
            button=_("Bring back"),
            effects=[_effect(version)],
            back=_list_of(version),
        )

        def act() -> str:
            return _("“%(title)s” is back.") % {"title": bring_back(version=version)}

        return settle(self, request, [], question, act)


def _keys(versions: Any) -> Iterable[tuple[datetime, str, int]]:
    name = versions.model.instance_type._meta.model_name
    return ((at, name, key) for at, key in versions.values_list("history_date", "history_id"))


def _labels(versions: Iterable[Version]) -> dict[int, str]:
    """The numbers of the pages that the versions stood on, deleted pages too."""
    keys = {version.page_id for version in versions if version.instance_type is not Page}
    rows = Page.history.filter(id__in=keys).order_by("history_id") if keys else ()
    return {row.id: row.number for row in rows}


def _effect(version: Version) -> str:
    words = {
        "title": version.title if version.instance_type is Page else version.instance,
        "time": moment(version),
        "person": who(version),
    }
    if version.instance_type is Page:
        return (
            _("The page “%(title)s” stands in its edition again, as it was on %(time)s (%(person)s).") % words
        )
    return _("“%(title)s” is a draft again, as it was when it was deleted on %(time)s (%(person)s).") % words


def _list_of(version: Version) -> str:
    """The list that it is brought back from; the front page where its page is gone for good."""
    edition = version.edition_id if version.instance_type is Page else _edition_of(version.page_id)
    if edition is None or not Edition.objects.filter(pk=edition).exists():
        return reverse(f"{admin.site.name}:index")
    return reverse("admin:articles_edition_deleted", args=[edition])


def _edition_of(page: int) -> int | None:
    found: int | None = (
        Page.history.filter(id=page).order_by("-history_id").values_list("edition_id", flat=True).first()
    )
    return found
