"""What the proofreader found stands on the form, and is let stand with a reason that is kept."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.desk.conflicts import OPENED
from articles.models import Article, Status, Waiver
from articles.proofreading import proofread
from tests.desk.forms import address
from tests.factories import ArticleFactory, ContactCardFactory, PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    return ArticleFactory(
        status=Status.DRAFT, body="村口开会。\n两家人斗争斗争了八年。", byline="本报记者 苏禾"
    )


def waive_address(article: Article) -> str:
    finding = next(one for one in proofread(article) if one.code == "doubled-word")
    return reverse("admin:articles_finding_waive", args=[finding.kind.value, finding.record, finding.key])


def let_stand(client: Client, url: str, reason: str) -> Any:
    opened = client.get(url).context["opened"]
    return client.post(url, {"confirmed": "yes", "reason": reason, OPENED: opened})


def test_a_finding_stands_on_the_form_with_its_place(chief: Client, article: Article) -> None:
    words = chief.get(address(article)).content.decode()
    assert "<mark>斗争斗争</mark>" in words
    assert "text, paragraph 2" in words


def test_a_finding_is_let_stand_with_a_reason(chief: Client, article: Article) -> None:
    assert let_stand(chief, waive_address(article), "当事人原话").status_code == 302
    assert Waiver.objects.get().reason == "当事人原话"
    words = chief.get(address(article)).content.decode()
    assert "<mark>斗争斗争</mark>" not in words
    assert "1 finding was let stand." in words


@pytest.mark.parametrize("reason", ["", "  ", "理由\u202e"])
def test_without_a_good_reason_nothing_is_let_stand(chief: Client, article: Article, reason: str) -> None:
    assert let_stand(chief, waive_address(article), reason).status_code == 200
    assert not Waiver.objects.exists()


def test_nothing_is_let_stand_by_asking_alone(chief: Client, article: Article) -> None:
    chief.get(waive_address(article))
    assert not Waiver.objects.exists()


def test_who_may_not_waive_is_refused(editor: Any, article: Article) -> None:
    url = waive_address(article)
    assert editor("view_article", "change_article").get(url).status_code == 403


@pytest.mark.parametrize("tail", ["article/1/findings/nothing/", "x/1/findings/abc/", "page/1/findings/abc/"])
def test_a_finding_that_is_none_has_no_address(chief: Client, article: Article, tail: str) -> None:
    assert chief.get(f"/admin/articles/article/{tail}").status_code == 404


def test_an_edition_shows_all_its_findings_and_its_score(
    chief: Client, article: Article, django_assert_max_num_queries: Any
) -> None:
    PhotoFactory(page=article.page, credit="")
    ContactCardFactory(page=article.page)
    url = reverse("admin:articles_edition_proofreading", args=[article.page.edition_id])
    chief.get(url)
    with django_assert_max_num_queries(25):
        answer = chief.get(url)
    words = answer.content.decode()
    assert "斗争斗争" in words
    assert str(answer.context["score"].rate) in words
    assert {record for record, _address, _findings in answer.context["groups"]} >= {article}


def test_the_score_of_an_edition_is_for_who_may_see_articles(editor: Any, article: Article) -> None:
    url = reverse("admin:articles_edition_proofreading", args=[article.page.edition_id])
    assert editor("view_photo").get(url).status_code == 403


def test_the_number_of_characters_is_shown(chief: Client, article: Article) -> None:
    assert "<b>16</b> characters" in chief.get(address(article)).content.decode()


def test_a_finding_with_markup_in_it_is_text(chief: Client) -> None:
    article = ArticleFactory(status=Status.DRAFT, headline="<b>TK</b>待核<script>x</script>")
    assert "<script>x" not in chief.get(address(article)).content.decode()
