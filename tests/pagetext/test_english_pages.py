"""Whatever English page is printed of known stories: nothing is lost, and no paragraph stands in another's story."""

import re

from hypothesis import given
from hypothesis import strategies as st

from articles.pagetext import parse_page

from .conservation import assert_no_hidden_character, assert_nothing_is_lost, assert_survives_the_round_trip
from .written_english import english_pages

AWKWARD = st.sampled_from("\n .,:;—-/|“”()[]AaBy1\t")
NUMBER = re.compile(r"\[(\d)\]")


def stories_in(text: str) -> list[set[str]]:
    """The numbers of the stories whose paragraphs stand in each article."""
    page = parse_page(text)
    return [set(NUMBER.findall(" ".join(block.text for block in article.body))) for article in page.articles]


@given(english_pages())
def test_no_paragraph_stands_in_another_story(text: str):
    assert all(len(numbers) <= 1 for numbers in stories_in(text)), stories_in(text)


@given(english_pages())
def test_every_signed_story_is_one_article(text: str):
    found = [numbers.pop() for numbers in stories_in(text) if numbers]
    assert found == sorted(set(NUMBER.findall(text)))


@given(english_pages())
def test_furniture_never_leaks_into_an_article(text: str):
    body = " ".join(block.text for article in parse_page(text).articles for block in article.body)
    for word in ("555-", "CORRECTION", "Fenwick", "is published every", "PAGE 6", "Layout:"):
        assert word not in body


@given(english_pages())
def test_nothing_is_lost_of_an_english_page(text: str):
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    assert_no_hidden_character(page)


@given(english_pages(), st.lists(st.tuples(st.integers(0, 3000), AWKWARD), max_size=12))
def test_nothing_is_lost_of_a_damaged_english_page(text: str, damages: list[tuple[int, str]]):
    for at, damage in damages:
        text = text[:at] + damage + text[at:]
    assert_nothing_is_lost(text, parse_page(text))


@given(english_pages())
def test_an_english_page_survives_the_round_trip(text: str):
    assert_survives_the_round_trip(parse_page(text))


@given(english_pages(), st.lists(st.integers(0, 60), min_size=1, max_size=6))
def test_an_english_page_marked_anywhere_loses_nothing(text: str, places: list[int]):
    lines = text.split("\n")
    for at in places:
        lines[at % len(lines)] = "[TEXT] " + lines[at % len(lines)]
    marked = "\n".join(lines)
    page = parse_page(marked)
    assert_nothing_is_lost(marked, page)
    assert_survives_the_round_trip(page)
