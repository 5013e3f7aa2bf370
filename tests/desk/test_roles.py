"""The groups of the newsroom: every permission has its place, and nobody gives himself a right."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from articles.desk.conflicts import OPENED
from tests.desk.forms import filled_in
from tests.desk.test_every_address import log_in

pytestmark = pytest.mark.django_db

# What no group may do, each with its reason.
IN_NO_GROUP = {
    r"admin\..*|sessions\..*|contenttypes\..*|auth\.\w+_permission": "Django's own tables",
    r"articles\.\w+_historical\w+": "the history is read at its record",
    r"articles\.(add|change|delete)_(reading|defect)": "kept by the machine",
    r"articles\.(change|delete)_rawpage": "a raw page stays as it came",
    r"articles\.change_waiver": "a waiver is given and taken back, not rewritten",
    r"auth\.delete_user": "an account is closed: its deeds stay on record",
    r"auth\.(add|change|delete)_group": "what a group may do, a superuser says",
}


def name_of(permission: Permission) -> str:
    return f"{permission.content_type.app_label}.{permission.codename}"


def test_every_permission_is_in_a_group_or_in_none_for_a_reason() -> None:
    placed = set(map(name_of, Permission.objects.filter(group__isnull=False).select_related("content_type")))
    every = set(map(name_of, Permission.objects.select_related("content_type")))
    in_none = {name for name in every for pattern in IN_NO_GROUP if re.fullmatch(pattern, name)}
    assert every - placed - in_none == set()
    assert placed & in_none == set()


def test_no_reason_is_without_a_permission() -> None:
    every = list(map(name_of, Permission.objects.select_related("content_type")))
    assert [one for one in IN_NO_GROUP if not any(re.fullmatch(one, name) for name in every)] == []


@pytest.mark.parametrize(("lesser", "greater"), [("reporter", "editor"), ("editor", "final reviewer")])
def test_who_stands_higher_may_do_what_the_lower_may(lesser: str, greater: str) -> None:
    may = {name: set(Group.objects.get(name=name).permissions.all()) for name in (lesser, greater)}
    assert may[lesser] < may[greater]


@pytest.fixture
def operator() -> Client:
    return log_in("operator")


def me() -> User:
    return User.objects.get(username="林一苇")


def send(client: Client, account: User, **rights: Any) -> Any:
    url = f"/admin/auth/user/{account.pk}/change/"
    return client.post(url, filled_in(client, url) | rights)


def groups() -> dict[str, int]:
    return dict(Group.objects.values_list("name", "pk"))


@pytest.mark.parametrize(
    "rights", [{"is_superuser": "on"}, {"groups": "final reviewer"}, {"user_permissions": "publish_article"}]
)
def test_an_operator_gives_himself_no_right(operator: Client, rights: dict[str, str]) -> None:
    if "groups" in rights:
        rights = {"groups": str(groups()["final reviewer"])}
    if "user_permissions" in rights:
        rights = {"user_permissions": str(Permission.objects.get(codename="publish_article").pk)}
    assert send(operator, me(), **rights).status_code == 302
    assert (me().is_superuser, [group.name for group in me().groups.all()]) == (False, ["operator"])
    assert not me().has_perm("articles.publish_article")


def test_an_operator_makes_nobody_a_superuser(operator: Client) -> None:
    colleague = User.objects.create_user("程渡")
    assert send(operator, colleague, is_superuser="on", is_staff="on").status_code == 302
    colleague.refresh_from_db()
    assert (colleague.is_superuser, colleague.is_staff) == (False, True)


def test_an_operator_makes_a_colleague_an_editor(operator: Client) -> None:
    colleague = User.objects.create_user("程渡")
    assert send(operator, colleague, groups=[groups()["editor"]]).status_code == 302
    assert colleague.groups.get().name == "editor"


def test_a_new_account_is_born_without_rights(operator: Client) -> None:
    password = {"password1": "wangchuan-2026", "password2": "wangchuan-2026", "usable_password": "true"}
    rights = {"is_superuser": "on", "is_staff": "on", "groups": groups()["final reviewer"]}
    assert (
        operator.post("/admin/auth/user/add/", {"username": "程渡", **password, **rights}).status_code == 302
    )
    made = User.objects.get(username="程渡")
    assert (made.is_superuser, made.is_staff, made.groups.count()) == (False, False, 0)


@pytest.mark.parametrize("view", ["change", "password", "delete"])
def test_a_superusers_account_is_closed_to_an_operator(operator: Client, view: str) -> None:
    chief = User.objects.create_user("程渡", is_superuser=True, password="wangchuan")
    new = {"password1": "qingshi-2026", "password2": "qingshi-2026", "is_active": "", OPENED: ""}
    assert operator.post(f"/admin/auth/user/{chief.pk}/{view}/", new).status_code == 403
    chief.refresh_from_db()
    assert chief.is_active
    assert chief.check_password("wangchuan")


def test_a_superuser_gives_every_right() -> None:
    client, colleague = log_in("superuser"), User.objects.create_user("程渡")
    assert send(client, colleague, is_superuser="on", is_staff="on").status_code == 302
    colleague.refresh_from_db()
    assert colleague.is_superuser
