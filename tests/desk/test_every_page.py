"""Every page of the desk opens, in both languages, under the content policy, with nothing inline."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Article, ContactCard, Edition, Page, Photo, Reading, Status
from tests.desk.forms import changelist
from tests.desk.rows import make_page
from tests.factories import ArticleFactory, EditionFactory

pytestmark = pytest.mark.django_db

LANGUAGES = ("zh-CN,zh;q=0.9", "en")
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
KEPT_BY_MACHINE = ("rawpage", "reading", "defect", "review", "correction")
PLAIN = ("index", "password_change", "login", "logout")
ACTIONS = {
    Article: (
        "sign_articles",
        "send_articles_back",
        "publish_with_photos",
        "correct",
        "withdraw",
        "back_to_draft",
        "make_link",
        "revoke_links",
        "delete_selected",
    ),
    Photo: ("publish", "back_to_draft", "delete_selected"),
    ContactCard: ("publish", "back_to_draft"),
    Edition: ("publish_now", "publish_at", "hold_back", "delete_selected"),
    Page: ("delete_selected",),
}


class Inline(HTMLParser):
    """What the content policy would refuse, or a browser would run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if (
                name == "style"
                or name.startswith("on")
                or (value or "").strip().lower().startswith("javascript:")
            ):
                self.found.append(f"<{tag} {name}={value!r}>")
            if name in ("src", "srcset") and (value or "").startswith(("data:", "http", "//")):
                self.found.append(f"<{tag} {name}={value!r}>")


def check(answer: HttpResponse, status: int = 200) -> None:
    assert answer.status_code == status
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    parser = Inline()
    parser.feed(answer.content.decode())
    assert parser.found == []


@pytest.fixture(params=LANGUAGES)
def desk(request: pytest.FixtureRequest, chief: Client) -> Client:
    chief.defaults["HTTP_ACCEPT_LANGUAGE"] = request.param
    Group.objects.create(name="编辑")
    make_page(EditionFactory())
    return chief


def addresses(model: type) -> Iterator[str]:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    yield reverse(f"{name}_changelist")
    for record in model._default_manager.all():
        yield reverse(f"{name}_change", args=[record.pk])
        yield reverse(f"{name}_history", args=[record.pk])


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label_lower)
def test_the_lists_and_forms_open(desk: Client, model: type) -> None:
    for address in addresses(model):
        check(desk.get(address))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label_lower)
def test_the_forms_for_new_records_and_for_deletion_open(desk: Client, model: type) -> None:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    machine = model._meta.model_name in KEPT_BY_MACHINE
    record = model._default_manager.first()
    # a waiver is given where its finding is shown
    check_or_closed(desk.get(reverse(f"{name}_add")), machine=machine or model._meta.model_name == "waiver")
    check_or_closed(desk.get(reverse(f"{name}_delete", args=[record.pk])), machine=machine)


def check_or_closed(answer: HttpResponse, *, machine: bool) -> None:
    check(answer, 403 if machine else 200)


@pytest.mark.parametrize("model", [Article, Photo, ContactCard, Page])
def test_the_pages_of_versions_open(desk: Client, model: type) -> None:
    name, record = f"admin:articles_{model._meta.model_name}", model._default_manager.first()
    record.status = Status.DRAFT
    record.title = record.headline = "新题"
    record.save()
    new, old = record.history.order_by("-history_id").values_list("history_id", flat=True)[:2]
    check(desk.get(reverse(f"{name}_history_difference", args=[record.pk]), {"old": old, "new": new}))
    if model is Photo:  # signed with its article
        record.article = None
        record.save()
    check(desk.get(reverse(f"{name}_restore", args=[record.pk, old])))


def test_the_pages_of_proofs_and_of_what_was_deleted_open(desk: Client) -> None:
    edition, photo = Edition.objects.get(), Photo.objects.first()
    proofs = reverse("admin:articles_edition_proofs", args=[edition.pk])
    check(desk.post(proofs, {"note": "一校"}), 302)
    photo.delete()
    Article.objects.last().delete()
    check(desk.get(proofs))
    check(desk.get(reverse("admin:articles_edition_proof_difference", args=[edition.pk]), {"old": "1"}))
    check(desk.get(reverse("admin:articles_edition_deleted", args=[edition.pk])))
    check(desk.get(reverse("admin:articles_page_deleted", args=[edition.pages.get().pk])))
    gone = Photo.history.filter(history_type="-").get()
    check(desk.get(reverse("admin:articles_photo_bring_back", args=[gone.id])))


@pytest.mark.parametrize("name", PLAIN)
def test_the_plain_pages_open(desk: Client, name: str) -> None:
    if name == "login":
        desk.logout()
    check(desk.post(reverse("admin:logout")) if name == "logout" else desk.get(reverse(f"admin:{name}")))


def test_the_page_of_the_newspaper_opens(desk: Client) -> None:
    check(desk.get(reverse("admin:app_list", args=["articles"])))


@pytest.mark.parametrize(
    ("model", "action"), [(model, action) for model, actions in ACTIONS.items() for action in actions]
)
def test_the_questions_open(desk: Client, model: type, action: str) -> None:
    keys = list(model._default_manager.values_list("pk", flat=True))
    if action in ("correct", "make_link"):
        keys = keys[:1]  # one at a time
    if action in ("sign_articles", "send_articles_back"):
        keys = [ArticleFactory(status=Status.DRAFT).pk]
    check(desk.post(changelist(model), {"action": action, ACTION_CHECKBOX_NAME: keys}))


def test_every_action_has_its_question_tested(chief: Client) -> None:
    for model, asked in ACTIONS.items():
        offered = set(admin.site._registry[model].get_actions(chief.get("/admin/").wsgi_request))
        assert offered - {"delete_selected"} == set(asked) - {"delete_selected"}


def test_a_form_with_mistakes_opens_again(desk: Client) -> None:
    check(desk.post(reverse("admin:articles_article_add"), {"headline": "x" * 400}))


@pytest.mark.parametrize(
    "query",
    [
        "article/?q=桥",
        "article/?q=8",
        "article/?jump=waiting",
        "article/?jump=joined",
        "article/?jump=cut",
        "article/?jump=hand",
        "article/?jump=none",
        "article/?picture=yes",
        "article/?picture=no",
        "article/?defects=yes",
        "article/?proposals=yes",
        "article/?proposals=no",
        "article/?page__title=法治望川",
        "article/?_facets=True",
        "edition/?q=2026-03",
        "edition/?q=abc",
        "edition/?state=draft",
        "edition/?state=scheduled",
        "edition/?state=out",
        "edition/?_facets=True",
        "page/?q=5",
        "page/?q=2026-03-06",
        "page/?defects=no",
        "page/?proposals=yes",
        "photo/?proposals=yes",
        "contactcard/?proposals=no",
        "photo/?picture=no",
        "photo/?with_article=yes",
        "photo/?q=河堤",
        "contactcard/?q=编辑部",
        "author/?q=苏",
        "rawpage/?q=05",
        "reading/?q=桥",
        "reading/?proposals=yes",
        "defect/?q=桥",
        "houseword/?q=渡口",
        "waiver/?q=桥名",
        "waiver/?code=doubled-word",
    ],
)
def test_searches_and_filters_open(desk: Client, query: str) -> None:
    check(desk.get(f"/admin/articles/{query}"))


def test_waiting_jumps_are_found_by_their_filter(desk: Client) -> None:
    found = desk.get("/admin/articles/article/?jump=hand").context["cl"].queryset
    assert [article.part for article in found] == [2]


def test_the_raw_page_shows_its_lines_with_their_defects(desk: Client) -> None:
    (address,) = (one for one in addresses(raw_pages()) if one.endswith("/change/"))
    words = desk.get(address).content.decode()
    assert 'id="line-3"' in words
    assert "一座桥的三十年" in words
    assert 'class="desk-doubtful"' in words
    assert 'class="desk-aside"' in words


def raw_pages() -> type:
    return next(model for model in MODELS if model._meta.model_name == "rawpage")


def test_what_a_newer_text_proposes_stands_on_the_form(desk: Client) -> None:
    article = Article.objects.get(reading__proposed__headline="一座新桥")
    words = desk.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert "一座新桥" in words


def test_the_screens_of_proposals_open(desk: Client) -> None:
    for kind, records in (("reading", Reading.objects.all()), ("page", Page.objects.all())):
        for record in records:
            check(desk.get(reverse(f"admin:articles_{kind}_proposals", args=[record.pk])))


def test_text_from_a_page_is_text_at_the_desk(desk: Client) -> None:
    evil = "<script>alert(1)</script>"
    Article.objects.update(headline=evil, byline=evil)
    Page.objects.update(title=evil)
    Photo.objects.update(caption=evil, credit=evil)
    for model in (Article, Page, Photo, Edition):
        for address in addresses(model):
            words = desk.get(address).content.decode()
            assert evil not in words
