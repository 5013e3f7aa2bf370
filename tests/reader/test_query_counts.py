"""A public page asks the database as often for two rows as for twenty."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.continuations import link_continuations
from articles.models import Edition
from tests.factories import (
    ArticleFactory,
    AuthorshipFactory,
    ContactCardFactory,
    ContactEntryFactory,
    EditionFactory,
    PageFactory,
    PhotoFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


def print_edition(rows: int, day: datetime.date) -> Edition:
    """An edition with so many pages, each with so many articles, photos, staff and contact entries; a story through all."""
    edition = EditionFactory(date=day)
    for number in range(1, rows + 1):
        page = PageFactory(edition=edition, number=str(number))
        card = ContactCardFactory(page=page)
        ArticleFactory(
            page=page,
            headline="一条长河",
            continued_from=str(number - 1) if number > 1 else "",
            continues_on=str(number + 1) if number < rows else "",
        )
        for _ in range(rows if number in (1, 2) else 1):
            article = AuthorshipFactory(article__page=page).article
            PhotoFactory(page=page, article=article)
            PhotoFactory(page=page)
            StaffFactory(page=page)
            ContactEntryFactory(card=card)
    link_continuations(edition=edition)
    return edition


ADDRESSES = {
    "home": lambda day: "/",
    "edition": lambda day: f"/{day}/",
    "page": lambda day: f"/{day}/2/",
    "story": lambda day: f"/{day}/1/1/",
    "later part": lambda day: f"/{day}/2/1/",
    "archive": lambda day: "/archive/?section=法治望川",
}


@pytest.mark.parametrize("kind", ADDRESSES)
def test_the_number_of_queries_does_not_grow(client: Client, kind: str) -> None:
    print_edition(1, datetime.date(2026, 3, 5))
    counts = []
    for rows, day in ((2, datetime.date(2026, 3, 6)), (20, datetime.date(2026, 3, 7))):
        print_edition(rows, day)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(ADDRESSES[kind](day)).status_code in (200, 302)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 16
