"""Every page of the desk in a real browser: axe finds nothing in light or dark, the console is silent, no request
leaves the house, nothing is wider than 1024 pixels. The languages take turns."""

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin
from django.db.models import Model
from django.urls import URLPattern, reverse
from PIL import Image

from articles.models import Article, ContactCard, Edition, HouseWord, Photo, Status
from articles.proofs import mark_proof
from tests.browser.conftest import Visitor, faults_of
from tests.browser.test_a_page_from_paste_to_withdrawal import RAW
from tests.desk.rows import make_page
from tests.desk.test_every_page import ACTIONS
from tests.desk.test_findings import waive_address
from tests.factories import (
    ArticleFactory,
    ContactCardFactory,
    EditionFactory,
    PageFactory,
    PhotoFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

NO_PAGE = ("logout", "jsi18n", "autocomplete", "view_on_site", "neighbours", "copy", "picture", "thumbnail")
DOUBLED = "村口开会。\n两家人斗争斗争了八年。"  # the proofreader has something to say


@pytest.fixture
def paper(site: str) -> Edition:
    """An edition with a bit of everything, drafts to act on, and things deleted from it."""
    edition: Edition = EditionFactory()
    article = make_page(edition)
    page = article.page
    ArticleFactory(page=page, status=Status.DRAFT, body=DOUBLED)
    reader = UserFactory()
    mark_proof(edition=edition, by=reader, note="一校")
    for record in (
        article,
        edition,
        page,
        *Photo.objects.all(),
        ContactCard.objects.get(),
        HouseWord.objects.get(),
    ):
        record.save()  # a second version
    article.headline = "一座桥的三十一年"
    article.save()
    for photo in Photo.objects.exclude(picture=""):
        draw(Path(photo.picture.path))
    for gone in (
        ArticleFactory(page=page),
        PhotoFactory(page=page),
        ContactCardFactory(page=PageFactory(edition=edition)),
        PageFactory(edition=edition),
    ):
        gone.delete()
    return edition


def draw(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (120, 80), "#8a7a5a").save(path)


def patterns() -> Iterator[tuple[str, URLPattern]]:
    """The admin's own addresses with a page behind them, each with the name to reverse it by."""

    def below(several: Any) -> Iterator[URLPattern]:
        for one in several:
            yield from below(one.url_patterns) if hasattr(one, "url_patterns") else [one]

    for pattern in below(admin.site.urls[0]):
        if pattern.name and not pattern.name.endswith(NO_PAGE):
            yield f"admin:{pattern.name}", pattern


def model_of(name: str) -> type[Model] | None:
    models = {
        f"admin:{model._meta.app_label}_{model._meta.model_name}_": model for model in admin.site._registry
    }
    return next((model for start, model in models.items() if name.startswith(start)), None)


def key_of(name: str, model: Any) -> Any:
    if name.endswith("bring_back"):
        return model.history.filter(history_type="-").first().id
    return model._default_manager.order_by("pk").first().pk


def address_of(name: str, pattern: URLPattern) -> str:
    """The address with real keys in it: a new kind of key wants a word here."""
    if name.endswith("finding_waive"):
        return waive_address(Article.objects.get(body=DOUBLED))
    model, given = model_of(name), {}
    for word in pattern.pattern.regex.groupindex:
        if word == "app_label":
            given[word] = "articles"
        elif word == "version":
            given[word] = model.history.filter(id=key_of(name, model)).last().history_id
        else:
            given[word] = key_of(name, model)
    return reverse(name, kwargs=given) + query_of(name, model)


def query_of(name: str, model: Any) -> str:
    if name.endswith("history_difference"):
        versions = model.history.filter(id=key_of(name, model))
        return f"?old={versions.last().history_id}&new={versions.first().history_id}"
    return "?old=1" if name.endswith("proof_difference") else ""


class Walk:
    """Goes from page to page and notes what is wrong."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.languages = cycle(("zh-CN", "en"))
        self.faults: list[str] = []
        self.seen = 0

    def go(self, address: str) -> None:
        self.visitor.page.set_extra_http_headers({"Accept-Language": next(self.languages)})
        self.visitor.go(address)

    def look(self) -> None:
        self.faults += faults_of(self.visitor)
        self.seen += 1

    def end(self) -> None:
        console = [
            line for line in self.visitor.console if "the server responded with a status of 4" not in line
        ]
        self.visitor.console.clear()
        faults = self.faults + console
        assert not faults, f"{len(faults)} faults\n" + "\n".join(faults)


@pytest.fixture
def walk(visit: Callable[..., Visitor], paper: Edition) -> Walk:
    return Walk(visit("主编"))


def test_every_address_of_the_desk(walk: Walk) -> None:
    for name, pattern in patterns():
        walk.go(address_of(name, pattern))
        walk.look()
    walk.end()
    assert walk.seen > 80


def test_every_question_before_an_act(walk: Walk) -> None:
    Article.objects.update(status="draft")
    for model, actions in ACTIONS.items():
        for action in actions:
            walk.go(reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"))
            walk.visitor.page.locator("[name=_selected_action]").first.check()
            walk.visitor.page.select_option("[name=action]", action)
            walk.visitor.follow(walk.visitor.page.locator("[name=index]"))
            walk.look()
    walk.end()


def test_the_pages_of_a_refusal(walk: Walk) -> None:
    page = walk.visitor.page
    for _language in range(2):
        walk.go("/admin/articles/article/add/")
        page.fill("[name=headline]", "（" * 3)
        walk.visitor.follow(walk.visitor.page.locator("[name=_save]"))
        walk.look()
        walk.go("/admin/password_change/")
        for name, word in (("old_password", "x"), ("new_password1", "一"), ("new_password2", "二")):
            page.fill(f"[name={name}]", word)
        walk.visitor.follow(walk.visitor.page.locator(".submit-row [type=submit]"))
        walk.look()
        walk.go("/admin/articles/article/999999/change/")  # Today, with a word about it
        walk.look()
        walk.go("/admin/nothing/")
        walk.look()
    article = Article.objects.first()
    assert article
    Article.objects.update(status="draft")
    walk.go(f"/admin/articles/article/{article.pk}/change/")
    Article.objects.filter(pk=article.pk).update(headline="别人改过的标题")
    page.fill("[name=headline]", "我改的标题")
    walk.visitor.follow(walk.visitor.page.locator("[name=_save]"))
    assert page.locator(".desk-conflict").count() == 1
    walk.look()
    walk.end()


def test_the_door_of_the_desk(visit: Callable[..., Visitor]) -> None:
    walk = Walk(visit())
    for _language in range(2):
        walk.go("/admin/")
        walk.look()
        walk.visitor.page.fill("#id_username", "无人")
        walk.visitor.page.fill("#id_password", "wrong")
        with walk.visitor.page.expect_navigation():
            walk.visitor.page.press("#id_password", "Enter")
        walk.look()
    walk.end()


def test_the_steps_of_an_import(walk: Walk) -> None:
    for _language in range(2):
        walk.go("/admin/articles/rawpage/import/")
        walk.look()
        walk.visitor.page.fill("[name=text]", RAW.replace("调解员搬来", "调解员（搬来"))
        walk.visitor.follow(walk.visitor.page.locator(".submit-row [type=submit]"))
        walk.look()
    walk.end()
