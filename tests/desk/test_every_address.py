"""Every address of the desk, for everyone who may come to it: what a look at it and an empty form sent to it answer.

The table is the law: a new address without a row fails, and so does a row whose address is gone. The records behind the
addresses are a published page with all that belongs to it, and the account of a colleague.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from articles.models import Article, Photo, Status
from tests.desk.forms import address
from tests.desk.rows import make_page
from tests.factories import ArticleFactory, EditionFactory, PhotoFactory

pytestmark = pytest.mark.django_db

ROLES = ("anonymous", "reporter", "editor", "final reviewer", "operator", "superuser")
# GET/POST: 200 it is shown, or a form is shown again; 302 on to somewhere else, for the anonymous to the login;
# 403 not for you; 404 not there; 405 only to be looked at. A "(?P<url>.*)$" is every other address.
TABLE = """
index                                   302/302   200/200   200/200   200/200   200/200   200/200
login                                   200/200   302/200   302/200   302/200   302/200   302/200
logout                                  302/302   405/200   405/200   405/200   405/200   405/200
password_change                         302/302   200/200   200/200   200/200   200/200   200/200
password_change_done                    302/302   200/405   200/405   200/405   200/405   200/405
autocomplete                            302/302   200/405   200/405   200/405   200/405   200/405
jsi18n                                  302/302   200/405   200/405   200/405   200/405   200/405
view_on_site                            302/302   302/302   302/302   302/302   302/302   302/302
auth_user_password_change               302/302   403/403   403/403   403/403   200/200   200/200
auth_user_changelist                    302/302   403/403   403/403   403/403   200/200   200/200
auth_user_add                           302/302   403/403   403/403   403/403   200/200   200/200
auth_user_history                       302/302   403/403   403/403   403/403   200/200   200/200
auth_user_delete                        302/302   403/403   403/403   403/403   403/403   200/302
auth_user_change                        302/302   403/403   403/403   403/403   200/200   200/200
auth/user/<path:object_id>/             302/302   302/302   302/302   302/302   302/302   302/302
auth_group_changelist                   302/302   403/403   403/403   403/403   200/200   200/200
auth_group_add                          302/302   403/403   403/403   403/403   403/403   200/200
auth_group_history                      302/302   403/403   403/403   403/403   200/200   200/200
auth_group_delete                       302/302   403/403   403/403   403/403   403/403   200/302
auth_group_change                       302/302   403/403   403/403   403/403   200/403   200/200
auth/group/<path:object_id>/            302/302   302/302   302/302   302/302   302/302   302/302
articles_photo_copy                     302/302   200/405   200/405   200/405   200/405   200/405
articles_photo_picture                  302/302   200/405   200/405   200/405   200/405   200/405
articles_photo_thumbnail                302/302   200/405   200/405   200/405   200/405   200/405
articles_photo_history_difference       302/302   302/302   302/302   302/302   302/302   302/302
articles_photo_restore                  302/302   403/403   403/403   302/302   403/403   302/302
articles_photo_bring_back               302/302   404/404   404/404   404/404   403/403   404/404
articles_photo_changelist               302/302   200/200   200/200   200/200   200/200   200/200
articles_photo_add                      302/302   200/200   200/200   200/200   403/403   200/200
articles_photo_history                  302/302   200/200   200/200   200/200   200/200   200/200
articles_photo_delete                   302/302   403/403   403/403   200/302   403/403   200/302
articles_photo_change                   302/302   200/403   200/403   200/200   200/403   200/200
articles/photo/<path:object_id>/        302/302   302/302   302/302   302/302   302/302   302/302
articles_review_changelist              302/302   200/200   200/200   200/200   200/200   200/200
articles_review_add                     302/302   403/403   403/403   403/403   403/403   403/403
articles_review_history                 302/302   200/200   200/200   200/200   200/200   200/200
articles_review_delete                  302/302   403/403   403/403   403/403   403/403   403/403
articles_review_change                  302/302   200/403   200/403   200/403   200/403   200/403
articles/review/<path:object_id>/       302/302   302/302   302/302   302/302   302/302   302/302
articles_correction_history_difference  302/302   302/302   302/302   302/302   302/302   302/302
articles_correction_restore             302/302   403/403   403/403   403/403   403/403   403/403
articles_correction_changelist          302/302   200/200   200/200   200/200   200/200   200/200
articles_correction_add                 302/302   403/403   403/403   403/403   403/403   403/403
articles_correction_history             302/302   200/200   200/200   200/200   200/200   200/200
articles_correction_delete              302/302   403/403   403/403   403/403   403/403   403/403
articles_correction_change              302/302   200/403   200/403   200/403   200/403   200/403
articles/correction/<path:object_id>/   302/302   302/302   302/302   302/302   302/302   302/302
articles_article_neighbours             302/302   200/405   200/405   200/405   200/405   200/405
articles_article_preview                302/302   200/405   200/405   200/405   200/405   200/405
articles_finding_waive                  302/302   403/403   404/404   404/404   403/403   404/404
articles_article_history_difference     302/302   302/302   302/302   302/302   302/302   302/302
articles_article_restore                302/302   403/403   403/403   302/302   403/403   302/302
articles_article_bring_back             302/302   404/404   404/404   404/404   403/403   404/404
articles_article_changelist             302/302   200/200   200/200   200/200   200/200   200/200
articles_article_add                    302/302   200/200   200/200   200/200   403/403   200/200
articles_article_history                302/302   200/200   200/200   200/200   200/200   200/200
articles_article_delete                 302/302   403/403   403/403   200/302   403/403   200/302
articles_article_change                 302/302   200/403   200/403   200/200   200/403   200/200
articles/article/<path:object_id>/      302/302   302/302   302/302   302/302   302/302   302/302
articles_author_history_difference      302/302   302/302   302/302   302/302   302/302   302/302
articles_author_restore                 302/302   403/403   302/302   302/302   403/403   302/302
articles_author_changelist              302/302   200/200   200/200   200/200   200/200   200/200
articles_author_add                     302/302   200/200   200/200   200/200   403/403   200/200
articles_author_history                 302/302   200/200   200/200   200/200   200/200   200/200
articles_author_delete                  302/302   403/403   403/403   200/302   403/403   200/302
articles_author_change                  302/302   200/403   200/200   200/200   200/403   200/200
articles/author/<path:object_id>/       302/302   302/302   302/302   302/302   302/302   302/302
articles_contactcard_history_difference 302/302   302/302   302/302   302/302   302/302   302/302
articles_contactcard_restore            302/302   403/403   403/403   302/302   403/403   302/302
articles_contactcard_bring_back         302/302   403/403   404/404   404/404   403/403   404/404
articles_contactcard_changelist         302/302   200/200   200/200   200/200   200/200   200/200
articles_contactcard_add                302/302   403/403   200/200   200/200   403/403   200/200
articles_contactcard_history            302/302   200/200   200/200   200/200   200/200   200/200
articles_contactcard_delete             302/302   403/403   403/403   200/302   403/403   200/302
articles_contactcard_change             302/302   200/403   200/403   200/200   200/403   200/200
articles/contactcard/<path:object_id>/  302/302   302/302   302/302   302/302   302/302   302/302
articles_edition_proofreading           302/302   200/200   200/200   200/200   200/200   200/200
articles_edition_proofs                 302/302   200/403   200/200   200/200   200/403   200/200
articles_edition_proof_difference       302/302   302/302   302/302   302/302   302/302   302/302
articles_edition_deleted                302/302   200/200   200/200   200/200   200/200   200/200
articles_edition_history_difference     302/302   302/302   302/302   302/302   302/302   302/302
articles_edition_restore                302/302   403/403   302/302   302/302   403/403   302/302
articles_edition_changelist             302/302   200/200   200/200   200/200   200/200   200/200
articles_edition_add                    302/302   403/403   200/200   200/200   403/403   200/200
articles_edition_history                302/302   200/200   200/200   200/200   200/200   200/200
articles_edition_delete                 302/302   403/403   403/403   200/302   403/403   200/302
articles_edition_change                 302/302   200/403   200/200   200/200   200/403   200/200
articles/edition/<path:object_id>/      302/302   302/302   302/302   302/302   302/302   302/302
articles_page_proposals                 302/302   200/200   200/200   200/200   200/200   200/200
articles_page_deleted                   302/302   200/200   200/200   200/200   200/200   200/200
articles_page_history_difference        302/302   302/302   302/302   302/302   302/302   302/302
articles_page_restore                   302/302   403/403   302/302   302/302   403/403   302/302
articles_page_bring_back                302/302   403/403   404/404   404/404   403/403   404/404
articles_page_changelist                302/302   200/200   200/200   200/200   200/200   200/200
articles_page_add                       302/302   403/403   200/200   200/200   403/403   200/200
articles_page_history                   302/302   200/200   200/200   200/200   200/200   200/200
articles_page_delete                    302/302   403/403   403/403   200/302   403/403   200/302
articles_page_change                    302/302   200/403   200/200   200/200   200/403   200/200
articles/page/<path:object_id>/         302/302   302/302   302/302   302/302   302/302   302/302
articles_houseword_history_difference   302/302   302/302   302/302   302/302   302/302   302/302
articles_houseword_restore              302/302   403/403   302/302   302/302   403/403   302/302
articles_houseword_changelist           302/302   200/200   200/200   200/200   200/200   200/200
articles_houseword_add                  302/302   403/403   200/200   200/200   403/403   200/200
articles_houseword_history              302/302   200/200   200/200   200/200   200/200   200/200
articles_houseword_delete               302/302   403/403   200/302   200/302   403/403   200/302
articles_houseword_change               302/302   200/403   200/200   200/200   200/403   200/200
articles/houseword/<path:object_id>/    302/302   302/302   302/302   302/302   302/302   302/302
articles_waiver_history_difference      302/302   302/302   302/302   302/302   302/302   302/302
articles_waiver_restore                 302/302   403/403   403/403   403/403   403/403   403/403
articles_waiver_changelist              302/302   200/200   200/200   200/200   200/200   200/200
articles_waiver_add                     302/302   403/403   403/403   403/403   403/403   403/403
articles_waiver_history                 302/302   200/200   200/200   200/200   200/200   200/200
articles_waiver_delete                  302/302   403/403   200/302   200/302   403/403   200/302
articles_waiver_change                  302/302   200/403   200/403   200/403   200/403   200/403
articles/waiver/<path:object_id>/       302/302   302/302   302/302   302/302   302/302   302/302
articles_rawpage_import                 302/302   403/403   200/200   200/200   200/200   200/200
articles_rawpage_changelist             302/302   200/200   200/200   200/200   200/200   200/200
articles_rawpage_add                    302/302   403/403   403/403   403/403   403/403   403/403
articles_rawpage_history                302/302   200/200   200/200   200/200   200/200   200/200
articles_rawpage_delete                 302/302   403/403   403/403   403/403   403/403   403/403
articles_rawpage_change                 302/302   200/403   200/403   200/403   200/403   200/403
articles/rawpage/<path:object_id>/      302/302   302/302   302/302   302/302   302/302   302/302
articles_reading_proposals              302/302   200/403   200/403   200/200   200/403   200/200
articles_reading_changelist             302/302   200/200   200/200   200/200   200/200   200/200
articles_reading_add                    302/302   403/403   403/403   403/403   403/403   403/403
articles_reading_history                302/302   200/200   200/200   200/200   200/200   200/200
articles_reading_delete                 302/302   403/403   403/403   403/403   403/403   403/403
articles_reading_change                 302/302   200/403   200/403   200/403   200/403   200/403
articles/reading/<path:object_id>/      302/302   302/302   302/302   302/302   302/302   302/302
articles_defect_changelist              302/302   200/200   200/200   200/200   200/200   200/200
articles_defect_add                     302/302   403/403   403/403   403/403   403/403   403/403
articles_defect_history                 302/302   200/200   200/200   200/200   200/200   200/200
articles_defect_delete                  302/302   403/403   403/403   403/403   403/403   403/403
articles_defect_change                  302/302   200/403   200/403   200/403   200/403   200/403
articles/defect/<path:object_id>/       302/302   302/302   302/302   302/302   302/302   302/302
app_list                                302/302   200/200   200/200   200/200   200/200   200/200
(?P<url>.*)$                            302/302   404/404   404/404   404/404   404/404   404/404
"""
QUERIES = {
    "autocomplete": "?app_label=articles&model_name=article&field_name=page&term=5",
    "articles_article_neighbours": "?app_label=articles&model_name=article&field_name=previous",
}
HOLES = re.compile(r"\(\?P<(\w+)>[^()]*\)|<(?:\w+:)?(\w+)>")


def routes(patterns: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """The name and the route of every address of the desk; what has no name goes by its route."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns, route)
        else:
            yield pattern.name or route, route


def record_behind(route: str) -> Any:
    if route.startswith("auth/user/"):
        return User.objects.get(username="程渡")
    kind = re.match(r"(?:auth|articles)/(\w+)/", route)
    model: Any = next(
        (one for one in admin.site._registry if kind and one._meta.model_name == kind[1]), Article
    )
    return model._default_manager.earliest("pk")


def fill_in(route: str) -> str:
    """The address of a real record."""
    record = record_behind(route)
    versions = getattr(record, "history", None)
    known = {
        "width": 480,
        "extension": "webp",
        "content_type_id": ContentType.objects.get_for_model(record).pk,
        "version": versions.latest().history_id if versions else None,
        "app_label": "articles",
        "url": "nowhere",
        "kind": "article",
    }
    filled = HOLES.sub(lambda hole: str(known.get(hole[1] or hole[2], record.pk)), route)
    return f"/admin/{filled.strip('^$')}"


def make_rows() -> None:
    make_page(EditionFactory())
    file = BytesIO()
    Image.new("RGB", (640, 400)).save(file, "JPEG")
    Photo.objects.earliest("pk").picture.save("桥.jpg", ContentFile(file.getvalue()))
    User.objects.create_user("程渡", is_staff=True)


def log_in(role: str) -> Client:
    client = Client(headers={"accept-language": "en"})
    if role != "anonymous":
        person, _ = User.objects.get_or_create(
            username="林一苇", is_staff=True, is_superuser=role == "superuser"
        )
        person.groups.set(Group.objects.filter(name=role))
        client.force_login(person)
    return client


def status(answer: Any) -> int:
    if (
        answer.streaming
    ):  # a picture is an open file; read to its end, the client closes it, and not the database
        b"".join(answer.streaming_content)
    return int(answer.status_code)


def test_every_address_has_its_row() -> None:
    assert list(rows()) == [name for name, _ in routes(admin.site.get_urls())]


def rows() -> dict[str, list[str]]:
    lines = (line.split() for line in TABLE.strip().splitlines())
    return {name: answers for name, *answers in lines}


@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_everyone_as_the_table_says(role: str) -> None:
    make_rows()
    found = {}
    client = log_in(role)
    for name, route in routes(admin.site.get_urls()):
        url = fill_in(route) + QUERIES.get(name, "")
        found[name] = f"{status(client.get(url))}/{status(client.post(url))}"
        if name == "logout":
            client = log_in(role)
    assert found == {name: answers[ROLES.index(role)] for name, answers in rows().items()}


@pytest.mark.parametrize("role", ROLES[1:])
def test_a_draft_is_written_by_all_who_write(role: str) -> None:
    article = ArticleFactory(status=Status.DRAFT)
    photo = PhotoFactory(status=Status.DRAFT)
    may = {"operator": 403}.get(role, 200)
    client = log_in(role)
    assert [client.post(address(record)).status_code for record in (article, photo)] == [may, may]
