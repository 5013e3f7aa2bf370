"""What an editor may not do is neither offered nor done."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Status
from tests.desk.forms import address, ask, changelist, do
from tests.factories import ArticleFactory, PhotoFactory, signed

pytestmark = pytest.mark.django_db

VIEWS = ("view_edition", "view_page", "view_article", "view_photo", "view_contactcard")
CHANGES = ("change_edition", "change_page", "change_article", "change_photo", "change_contactcard")


def test_a_reader_without_an_account_is_sent_to_log_in() -> None:
    article = ArticleFactory()
    assert Client().get(address(article)).status_code == 302
    assert Client().get(reverse("admin:articles_article_neighbours")).status_code == 302


@pytest.mark.parametrize("action", ["publish_now", "publish_at", "hold_back"])
def test_an_edition_is_not_published_by_who_may_only_change_it(editor, action: str) -> None:
    article = signed(ArticleFactory(status=Status.DRAFT))
    do(editor(*VIEWS, *CHANGES), action, article.page.edition, at_0="2031-05-04", at_1="06:30")
    article.refresh_from_db()
    before = article.page.edition.public_from
    article.page.edition.refresh_from_db()
    assert (article.status, article.page.edition.public_from) == (Status.DRAFT, before)


def test_an_edition_is_published_by_who_may_publish(editor) -> None:
    article = signed(ArticleFactory(status=Status.DRAFT))
    do(editor(*VIEWS, "publish_article"), "publish_now", article.page.edition)
    assert Article.objects.public().get() == article


@pytest.mark.parametrize("action", ["publish_with_photos", "withdraw", "back_to_draft"])
def test_an_article_is_left_alone_by_who_may_only_look(editor, action: str) -> None:
    article = ArticleFactory(status=Status.DRAFT if action == "publish_with_photos" else Status.PUBLISHED)
    before = article.status
    client = editor(*VIEWS)
    ask(client, action, article)
    do(client, action, article, notice="")
    article.refresh_from_db()
    assert article.status == before


def test_who_may_only_look_is_offered_no_action(editor) -> None:
    article = ArticleFactory()
    client = editor(*VIEWS)
    assert client.get(address(article)).context["form_actions"] == []
    assert client.get(address(article.page.edition)).context["form_actions"] == []


@pytest.mark.parametrize("view", ["picture", "thumbnail"])
def test_a_picture_is_not_for_who_may_not_see_photos(editor, view: str) -> None:
    photo = PhotoFactory()
    assert editor("view_article").get(address(photo, view)).status_code == 403


def test_the_search_is_not_for_who_may_not_see_articles(editor) -> None:
    query = {"app_label": "articles", "model_name": "article", "field_name": "previous"}
    assert editor("view_photo").get(reverse("admin:articles_article_neighbours"), query).status_code == 403


@pytest.mark.parametrize("kind", ["rawpage", "reading", "defect"])
def test_what_the_machine_keeps_nobody_adds(chief: Client, kind: str) -> None:
    assert chief.get(reverse(f"admin:articles_{kind}_add")).status_code == 403
    assert chief.get(reverse(f"admin:articles_{kind}_changelist")).context["has_add_permission"] is False


def test_who_may_only_look_sees_the_form_of_a_cut_article(editor) -> None:
    article = ArticleFactory(link="cut")
    assert editor(*VIEWS).get(address(article)).status_code == 200


def test_the_list_of_a_model_without_permission_is_closed(editor) -> None:
    assert editor("view_photo").get(changelist(Article)).status_code == 403
