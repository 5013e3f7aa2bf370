"""How editors narrow a list down."""

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Defect, Link, Photo, Reading


class YesNoFilter(admin.SimpleListFilter):
    """A question with two answers; `condition` is the one that says yes."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [("yes", _("yes")), ("no", _("no"))]

    def condition(self) -> Any:
        raise NotImplementedError

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        answer = self.value()
        if answer not in ("yes", "no"):
            return queryset
        return queryset.filter(self.condition() if answer == "yes" else ~self.condition())


class PageTitleFilter(admin.AllValuesFieldListFilter):
    """The titles there are; a page printed without one has a word to be chosen by, too."""

    def choices(self, changelist: Any) -> Any:
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or _("(empty)")}


class JumpFilter(admin.SimpleListFilter):
    title = _("jump")
    parameter_name = "jump"
    conditions = {
        "waiting": (Q(next=None) & ~Q(continues_on=""))
        | (Q(previous=None) & ~Q(continued_from="") & ~Q(link=Link.CUT)),
        "joined": ~Q(previous=None) | ~Q(next=None),
        "hand": Q(link=Link.HAND),
        "cut": Q(link=Link.CUT),
        "none": Q(continues_on="", continued_from="", previous=None, next=None),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [
            ("waiting", _("waiting for a page")),
            ("joined", _("joined")),
            ("hand", _("linked by hand")),
            ("cut", _("cut by hand")),
            ("none", _("no jump")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        condition = self.conditions.get(self.value() or "")
        return queryset if condition is None else queryset.filter(condition)


class ArticlePictureFilter(YesNoFilter):
    title = _("picture")
    parameter_name = "picture"

    def condition(self) -> Any:
        return Exists(Photo.objects.with_picture().filter(article=OuterRef("pk")))


class PhotoPictureFilter(YesNoFilter):
    title = _("picture file")
    parameter_name = "picture"

    def condition(self) -> Any:
        return ~Q(picture="")


class StandsAloneFilter(YesNoFilter):
    title = _("belongs to an article")
    parameter_name = "with_article"

    def condition(self) -> Any:
        return ~Q(article=None)


class ArticleDefectFilter(YesNoFilter):
    title = _("defects")
    parameter_name = "defects"

    def condition(self) -> Any:
        return Exists(Defect.objects.filter(article=OuterRef("pk")))


class PageDefectFilter(YesNoFilter):
    title = _("defects")
    parameter_name = "defects"

    def condition(self) -> Any:
        return Exists(Defect.objects.filter(page=OuterRef("pk")))


class ProposalFilter(YesNoFilter):
    title = _("proposals of a newer text")
    parameter_name = "proposals"

    def condition(self) -> Any:
        return Q(reading__isnull=False) & ~Q(reading__proposed={})


class PageProposalFilter(YesNoFilter):
    title = _("proposals of a newer text")
    parameter_name = "proposals"

    def condition(self) -> Any:
        return Exists(Reading.objects.proposing().filter(page=OuterRef("pk")))


class ReadingProposalFilter(YesNoFilter):
    title = _("proposals of a newer text")
    parameter_name = "proposals"

    def condition(self) -> Any:
        return Exists(Reading.objects.proposing().filter(pk=OuterRef("pk")))


class EditionStateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [("draft", _("draft")), ("scheduled", _("goes out later")), ("out", _("out"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        now = timezone.now()
        states = {
            "draft": Q(public_from=None),
            "scheduled": Q(public_from__gt=now),
            "out": Q(public_from__lte=now),
        }
        state = states.get(self.value() or "")
        return queryset if state is None else queryset.filter(state)
