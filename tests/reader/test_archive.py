"""The archive: narrowed by address, leafed through by date."""

import datetime

import pytest
from django.test import Client

from articles.reader.filters import EditionFilter
from articles.reader.leafing import LEAF
from tests.factories import ArticleFactory, EditionFactory, PageFactory

pytestmark = pytest.mark.django_db

FIRST = datetime.date(2026, 1, 1)


def print_editions(count: int) -> list[str]:
    """The dates of so many editions, newest first."""
    days = [FIRST + datetime.timedelta(days=n) for n in range(count)]
    for day in days:
        ArticleFactory(page=PageFactory(edition=EditionFactory(date=day)))
    return [day.isoformat() for day in reversed(days)]


def shown(client: Client, **asked: str) -> list[str]:
    leaf = client.get("/archive/", asked).context["leaf"]
    return [edition.date.isoformat() for edition in leaf.editions]


@pytest.mark.parametrize(
    "asked", [{"since": "gestern"}, {"until": "2026-02-30"}, {"section": "没有"}, {"before": "gestern"}]
)
def test_what_cannot_be_asked_is_answered_all_the_same(client: Client, asked: dict[str, str]) -> None:
    print_editions(2)
    assert client.get("/archive/", asked).status_code == 200


def test_an_error_stands_beside_its_field(client: Client) -> None:
    html = client.get("/en/archive/", {"since": "gestern"}).content.decode()
    assert 'aria-invalid="true"' in html
    assert 'class="error"' in html


def test_when_nothing_matches_it_says_what_to_do(client: Client) -> None:
    print_editions(1)
    assert "No edition matches." in client.get("/en/archive/", {"until": "2025-12-31"}).content.decode()


def test_every_filter_has_a_label_of_its_own() -> None:
    assert all(one.extra.get("label") or one._label for one in EditionFilter.base_filters.values())


def test_dates_and_page_titles_narrow_it_together(client: Client) -> None:
    days = print_editions(4)
    ArticleFactory(page=PageFactory(edition__date=FIRST - datetime.timedelta(days=1), title="民生望川"))
    assert shown(client, since=days[2], until=days[1]) == days[1:3]
    assert shown(client, section="民生望川") == ["2025-12-31"]
    assert shown(client, section="民生望川", since=days[3]) == []


def test_leafing_shows_every_edition_once_and_keeps_the_filters(client: Client) -> None:
    days = print_editions(LEAF + 2)
    first = client.get("/archive/", {"section": "法治望川"})
    assert shown(client, section="法治望川") == days[:LEAF]
    assert f"before={days[LEAF - 1]}" in first.content.decode()
    assert "section=%E6%B3%95" in first.content.decode()
    assert shown(client, before=days[LEAF - 1]) == days[LEAF:]
    assert shown(client, after=days[LEAF]) == days[:LEAF]


def test_the_ends_of_the_archive_have_no_further_link(client: Client) -> None:
    days = print_editions(LEAF + 1)
    assert 'rel="prev"' not in client.get("/archive/").content.decode()
    assert 'rel="next"' not in client.get("/archive/", {"before": days[LEAF - 1]}).content.decode()
