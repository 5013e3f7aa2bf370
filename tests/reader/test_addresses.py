"""Addresses are permanent, and a page has one."""

import datetime

import pytest
from django.test import Client
from django.utils.translation import override

from articles.models import Article
from tests.factories import ArticleFactory, EditionFactory, PageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    return ArticleFactory(
        page=PageFactory(edition=EditionFactory(date=datetime.date(2026, 3, 6)), number="A8")
    )


@pytest.mark.parametrize(
    "address",
    [
        "/2026-02-30/",
        "/2026-3-6/",
        "/0000-01-01/",
        "/2026-03-06/0/",
        "/2026-03-06/ABC8/",
        "/2026-03-06/A1000/",
        "/2026-03-06/８/",
        "/2026-03-06/A8/0/",
        "/2026-03-06/A8/01/",
        "/2026-03-06/A8/99999999999999999999/",
        "/2026-03-06/A8/²/",
        "/2026-03-06/A9/",
        "/2026-03-07/",
        "/pictures/1/481.jpg",
        "/pictures/1/480.gif",
        "/media/",
    ],
)
def test_what_is_no_address_is_not_there(client: Client, article: Article, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
@pytest.mark.parametrize("address", ["", "/", "/archive/", "/feed/", "/robots.txt", "/preview/x/"])
def test_a_reader_only_reads(article: Article, method: str, address: str) -> None:
    client = Client(enforce_csrf_checks=True)
    assert getattr(client, method)(address or article.get_absolute_url()).status_code == 405


@pytest.mark.parametrize("typed", ["a8", "A08", "a008"])
def test_a_label_as_typed_leads_to_the_one_form(client: Client, article: Article, typed: str) -> None:
    assert client.get(f"/2026-03-06/{typed}/").headers["Location"] == "/2026-03-06/A8/"
    answer = client.get(f"/en/2026-03-06/{typed}/1/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/en/2026-03-06/A8/1/")


def test_a_leading_zero_leads_to_the_one_form(client: Client, article: Article) -> None:
    answer = client.get("/2026-03-06/05/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/2026-03-06/5/")


def test_addresses_are_dates_labels_and_numbers(article: Article) -> None:
    assert article.page.edition.get_absolute_url() == "/2026-03-06/"
    assert article.page.get_absolute_url() == "/2026-03-06/A8/"
    assert article.get_absolute_url() == "/2026-03-06/A8/1/"
    with override("en"):
        assert article.get_absolute_url() == "/en/2026-03-06/A8/1/"


def test_robots_are_kept_from_the_desk_only(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")
    rules = [line for line in answer.content.decode().splitlines() if not line.startswith("Sitemap: ")]
    assert rules == ["User-agent: *", "Disallow: /admin/"]
