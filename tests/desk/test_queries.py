"""A list asks the database as often for twenty rows as for two."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from tests.desk.forms import address
from tests.desk.rows import make_page
from tests.factories import ArticleFactory, EditionFactory, PhotoFactory

pytestmark = pytest.mark.django_db

LISTS = (
    *("edition", "page", "article", "photo", "contactcard", "author", "rawpage", "reading", "defect"),
    *("houseword", "waiver"),
)


def queries(client: Client, url: str) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_as_often_for_many_rows_as_for_few(chief: Client, name: str) -> None:
    url = f"/admin/articles/{name}/"
    for _ in range(2):
        make_page(EditionFactory())
    queries(chief, url)  # content types are remembered after the first time
    few = queries(chief, url)
    for _ in range(18):
        make_page(EditionFactory())
    many = queries(chief, url)
    assert len(many) == len(few), "\n".join(many)


def test_a_page_asks_as_often_for_many_articles_as_for_few(chief: Client) -> None:
    article = make_page(EditionFactory())
    queries(chief, address(article.page))
    few = queries(chief, address(article.page))
    ArticleFactory.create_batch(18, page=article.page)
    PhotoFactory.create_batch(18, page=article.page)
    many = queries(chief, address(article.page))
    assert len(many) == len(few), "\n".join(many)


def test_an_edition_asks_as_often_for_many_pages_as_for_few(chief: Client) -> None:
    edition = EditionFactory()
    make_page(edition)
    queries(chief, address(edition))
    few = queries(chief, address(edition))
    for _ in range(10):
        make_page(edition)
    many = queries(chief, address(edition))
    assert len(many) == len(few), "\n".join(many)


def test_an_article_asks_as_often_in_a_big_edition_as_in_a_small_one(chief: Client) -> None:
    edition = EditionFactory()
    article = make_page(edition)
    queries(chief, address(article))
    few = queries(chief, address(article))
    for _ in range(10):
        make_page(edition)
    PhotoFactory.create_batch(5, page=article.page, article=article)
    many = queries(chief, address(article))
    assert len(many) == len(few), "\n".join(many)
    assert Article.objects.count() > 20


def test_a_search_asks_as_often_for_many_articles_as_for_few(chief: Client) -> None:
    url = "/admin/articles/article/neighbours/?app_label=articles&model_name=article&field_name=previous"
    make_page(EditionFactory())
    few = queries(chief, url)
    for _ in range(8):
        make_page(EditionFactory())
    assert len(queries(chief, url)) == len(few)
