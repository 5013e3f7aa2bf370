"""Accounts and groups: the stock forms, with groups and permissions named in the editor's language."""

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from articles.desk.base import person
from articles.desk.guarded import GuardedAdmin

ROLES = (
    gettext_noop("reporter"),
    gettext_noop("editor"),
    gettext_noop("final reviewer"),
    gettext_noop("operator"),
)
ACTS = {"add": _("may add"), "change": _("may change"), "delete": _("may delete"), "view": _("may view")}
RIGHTS = ("is_active", "is_staff", "groups")
CHIEFS_ALONE = ("is_superuser", "user_permissions")  # given by a superuser alone


def group_name(group: Group) -> str:
    """The groups that come with HSCMS are named in both languages; others as they were named."""
    return gettext(group.name)


def permission_name(permission: Permission) -> str:
    model = permission.content_type.model_class()
    act = permission.codename.removesuffix(f"_{permission.content_type.model}")
    subject = capfirst(model._meta.verbose_name) if model else permission.content_type.name
    return f"{subject} · {ACTS.get(act) or gettext(permission.name)}"


class NamedChoices(BaseModelAdmin):
    """Choices of groups and permissions in words of the editor's language."""

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest | None, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[arg-type]
        names = {Group: group_name, Permission: permission_name}
        if field is not None and db_field.related_model in names:
            field.label_from_instance = names[db_field.related_model]
        return field


admin.site.unregister([User, Group])


@admin.register(User)
class DeskUserAdmin(NamedChoices, GuardedAdmin, UserAdmin):
    """Who keeps the accounts gives rights to others, never to himself, and never a superuser's."""

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        sets: Any = super().get_fieldsets(request, obj)
        if person(request).is_superuser:
            return sets
        return [(title, {**set_, "fields": _without(set_["fields"], CHIEFS_ALONE)}) for title, set_ in sets]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        own = obj is not None and obj.pk == person(request).pk and not person(request).is_superuser
        return (*super().get_readonly_fields(request, obj), *(RIGHTS if own else ()))

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """A new password would open a superuser's account, too."""
        return super().has_change_permission(request, obj) and _is_theirs(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and _is_theirs(request, obj)


def _without(fields: Iterable[str], dropped: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in fields if name not in dropped)


def _is_theirs(request: HttpRequest, account: User | None) -> bool:
    return account is None or not account.is_superuser or person(request).is_superuser


@admin.register(Group)
class DeskGroupAdmin(NamedChoices, GuardedAdmin, GroupAdmin):  # type: ignore[misc]
    list_display = ("label",)

    @admin.display(description=_("name"), ordering="name")
    def label(self, group: Group) -> str:
        return group_name(group)
