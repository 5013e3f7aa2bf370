"""The whole road on a real page. It names real people, so it stays outside the project and may be missing."""

import datetime
import json
from itertools import permutations
from pathlib import Path

import pytest

from articles.importing import Filing, Outcome, import_sources
from articles.models import Article, ContactCard, Edition, Page, Photo
from articles.pagetext import decode, page_to_json, parse_page
from articles.pagetext.sources import Source
from articles.story import read_public_story

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not SEED.is_dir(), reason="the real page is not on this machine"),
]
FILING = Filing(day=datetime.date(2021, 9, 2), publish=True)


@pytest.fixture(scope="module")
def raw() -> bytes:
    return next(SEED.glob("*.txt")).read_bytes()


def read(raw: bytes):
    return parse_page(decode(raw)[0])


def take_in(raw: bytes, number: str) -> Outcome:
    filing = Filing(day=FILING.day, number=number, publish=True)
    (outcome,) = import_sources([Source(f"{number}.txt", lambda: raw)], filing=filing)
    assert not outcome.failure
    return outcome


def second_half(first: bytes, page: str) -> bytes:
    """An invented page that holds the rest of the story which jumps to it, under a shortened title."""
    title = next(article.headline for article in read(first).articles if article.continues_on == page)
    return f"{title[:6]}\n\n（上接第5版）后半部分从这里说起。该说的话，到这里才说完。\n".encode()


def test_every_field_is_read_as_the_gold_parse_has_it(raw) -> None:
    gold = json.loads((SEED / "gold.json").read_text(encoding="utf-8"))
    page = page_to_json(read(raw), path="5.txt", encoding="utf-8")
    for article in gold["articles"]:
        article.pop("accept", None)
    for mine, theirs in zip(page["articles"], gold["articles"], strict=True):
        assert theirs.items() <= mine.items()
    assert [(p["caption"], p["credit"]) for p in page["photos"]] == [
        (p["caption"], p["credit"]) for p in gold["photos"]
    ]
    assert {k: page[k] for k in ("page_title", "edition_date", "page_number", "staff", "contact_card")} == {
        k: gold[k] for k in ("page_title", "edition_date", "page_number", "staff", "contact_card")
    }


def test_the_page_becomes_rows_and_a_second_import_changes_nothing(raw) -> None:
    take_in(raw, "5")
    assert (Article.objects.public().count(), Photo.objects.public().count()) == (5, 2)
    assert all(photo.credit for photo in Photo.objects.all())
    assert ContactCard.objects.get().entries.count() == 5
    assert [row.role for row in Page.objects.get().staff.all()] == ["责编"]
    assert sorted(Article.objects.waiting().values_list("continues_on", flat=True)) == ["6", "8"]
    outcome = take_in(raw, "5")
    assert outcome.report is not None
    assert outcome.report.unchanged


@pytest.mark.parametrize("order", list(permutations(("5", "6", "8"))), ids="-".join)
def test_both_stories_are_whole_whatever_page_comes_first(raw, order) -> None:
    pages = {"5": raw, "6": second_half(raw, "6"), "8": second_half(raw, "8")}
    for number in order:
        take_in(pages[number], number)
    edition = Edition.objects.get()
    assert not Article.objects.of_edition(edition).waiting().exists()
    for number in ("6", "8"):
        story = read_public_story(Article.objects.get(page__number=number))
        assert [part.article.page.number for part in story.parts] == ["5", number]
        assert not story.missing_after
