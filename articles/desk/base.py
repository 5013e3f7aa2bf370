"""What all admin classes of the desk have in common."""

from collections.abc import Sequence
from typing import Any, cast

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import User
from django.db.models import Count, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.desk.deleted import BringBack
from articles.desk.guarded import GuardedAdmin
from articles.desk.history import VersionPages
from articles.desk.labels import NoStrayDeletion
from articles.models import Status, note_rows

NOTHING = "—"


def person(request: HttpRequest) -> User:
    """Who is at the desk; the admin lets nobody in without an account."""
    return cast(User, request.user)


def may_change(request: HttpRequest, *models: type[Model]) -> bool:
    """Whether the person may change rows of all these models."""
    return all(
        request.user.has_perm(f"{model._meta.app_label}.{get_permission_codename('change', model._meta)}")
        for model in models
    )


def change_address(record: Model) -> str:
    """Where the form of a record stands."""
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def badge(kind: str, words: object) -> SafeString:
    """A state in words, with a mark that the style sheet colours."""
    return format_html('<span class="desk-badge desk-badge-{}">{}</span>', kind, words)


def written_time(moment: Any) -> str:
    """A moment as editors write it, in the paper's time zone."""
    return date_format(timezone.localtime(moment), "Y-m-d H:i")


def number_of(rows: QuerySet[Any], owner: str) -> Coalesce:
    """How many of the rows belong to the row outside, as a column of the same query."""
    counted = rows.order_by().filter(**{owner: OuterRef("pk")}).values(owner).annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number"), output_field=IntegerField()), 0)


class DeskAdmin(NoStrayDeletion, VersionPages, BringBack, GuardedAdmin):
    """An admin class whose lists stay quick with many rows."""

    list_per_page = 50
    show_full_result_count = False
    empty_value_display = NOTHING
    view_on_site = False
    # rows that go with a record, and that nobody deletes by hand
    kept_by_machine: tuple[type[Model], ...] = ()

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """Only where readers see it: a draft has no address for them."""
        rows: Any = self.model._default_manager.all()
        if obj is None or not hasattr(rows, "public") or not hasattr(obj, "get_absolute_url"):
            return None
        # as it is stored: a form that was refused has left its own values on the object
        shown = rows.public().filter(pk=obj.pk).first()
        return shown.get_absolute_url() if shown else None

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        deleted, counts, needed, protected = super().get_deleted_objects(objs, request)
        return (
            deleted,
            counts,
            needed - {model._meta.verbose_name for model in self.kept_by_machine},
            protected,
        )

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        """The actions that fit the record stand above its form too."""
        actions = self.get_actions(request) if obj is not None else {}
        fitting = [actions.get(name) for name in self.fitting_actions(obj)]
        context["form_actions"] = [action[1:] for action in fitting if action]
        context["form_links"] = self.form_links(obj) if obj is not None else []
        return super().render_change_form(request, context, *args, **kwargs, obj=obj)

    def fitting_actions(self, obj: Any) -> Sequence[str]:
        return ()

    def form_links(self, obj: Any) -> Sequence[tuple[str, str]]:
        """Other pages of the record, to stand above its form: address and words."""
        return ()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        super().save_related(request, form, formsets, change)
        note_rows(form.instance)


class ReadOnly(BaseModelAdmin):
    """Rows that the machine keeps: to be read, never written."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class PublicationAdmin(DeskAdmin):
    """Records that are published by themselves: their status changes by actions alone."""

    watched = ("status",)

    @admin.display(description=_("status"), ordering="status")
    def status_badge(self, obj: Any) -> SafeString:
        return badge(obj.status, obj.get_status_display())

    @admin.display(description=_("changed"), ordering="modified_at")
    def changed(self, obj: Any) -> str:
        return written_time(obj.modified_at)

    def fitting_actions(self, obj: Any) -> Sequence[str]:
        if obj is None:
            return ()
        return ("publish",) if obj.status == Status.DRAFT else ("back_to_draft",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What readers see is changed only by those who may publish it."""
        return super().has_change_permission(request, obj) and _is_in_hand(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and _is_in_hand(request, obj)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may_change(request, self.model) and request.user.has_perm("articles.publish_article")


def _is_in_hand(request: HttpRequest, obj: Any) -> bool:
    is_draft = obj is None or obj.status == Status.DRAFT
    return is_draft or request.user.has_perm("articles.publish_article")
