"""Accounts and groups: the stock forms, with groups and permissions named in the editor's language."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from articles.desk.guarded import GuardedAdmin

ROLES = (
    gettext_noop("reporter"),
    gettext_noop("editor"),
    gettext_noop("final reviewer"),
    gettext_noop("operator"),
)
ACTS = {"add": _("may add"), "change": _("may change"), "delete": _("may delete"), "view": _("may view")}


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
    pass


@admin.register(Group)
class DeskGroupAdmin(NamedChoices, GuardedAdmin, GroupAdmin):  # type: ignore[misc]
    list_display = ("label",)

    @admin.display(description=_("name"), ordering="name")
    def label(self, group: Group) -> str:
        return group_name(group)
