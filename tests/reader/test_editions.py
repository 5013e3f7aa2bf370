"""The front of an edition, and the newest one at home."""

import datetime

import pytest
from django.test import Client

from tests.factories import ArticleFactory, EditionFactory, PageFactory, PhotoFactory

pytestmark = pytest.mark.django_db


def test_before_the_first_edition_home_says_so(client: Client) -> None:
    answer = client.get("/en/")
    assert answer.status_code == 200
    assert "The first edition is not out yet." in answer.content.decode()


def test_an_edition_that_holds_only_photos_has_a_front(client: Client) -> None:
    photo = PhotoFactory(caption="河上的船。")
    assert client.get(photo.page.edition.get_absolute_url()).status_code == 200


def test_home_is_the_newest_edition(client: Client) -> None:
    for day, headline in ((6, "旧的"), (7, "新的")):
        edition = EditionFactory(date=datetime.date(2026, 3, day))
        ArticleFactory(page=PageFactory(edition=edition), headline=headline)
    html = client.get("/").content.decode()
    assert "新的" in html
    assert "旧的" not in html
    assert 'rel="prev" href="/2026-03-06/"' in html


def test_the_front_has_every_page_with_its_headlines(client: Client) -> None:
    edition = EditionFactory()
    for number in ("1", "5", "A8"):
        page = PageFactory(edition=edition, number=number)
        for place in ("上", "下"):
            ArticleFactory(page=page, headline=f"{number}版{place}")
    html = client.get(edition.get_absolute_url()).content.decode()
    places = [html.index(f">{number}版{place}<") for number in ("1", "5", "A8") for place in ("上", "下")]
    assert places == sorted(places)


def test_dates_are_written_as_each_language_writes_them(client: Client) -> None:
    ArticleFactory(page__edition__date=datetime.date(2026, 3, 6))
    assert "Friday, 6 March 2026" in client.get("/en/").content.decode()
