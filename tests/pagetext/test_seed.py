"""The seed page, which stays out of the project: tried where it lies beside it."""

import json
from pathlib import Path

import pytest

from articles.pagetext import decode, page_to_json, parse_page

from .conservation import assert_no_hidden_character, assert_nothing_is_lost

SEED = Path(__file__).parents[2].parent / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the seed page is not on this machine")


@pytest.fixture(scope="module")
def text() -> str:
    return decode(next(SEED.glob("*.txt")).read_bytes())[0]


def test_the_seed_is_read_as_its_gold_parse_says(text: str):
    gold = json.loads((SEED / "gold.json").read_text(encoding="utf-8"))
    read = page_to_json(parse_page(text), path="", encoding="utf-8")
    for name in ("page_title", "edition_date", "page_number", "staff", "contact_card"):
        assert read[name] == gold[name]
    for article, expected in zip(read["articles"], gold["articles"], strict=True):
        assert {name: article[name] for name in expected if name != "accept"} == {
            name: value for name, value in expected.items() if name != "accept"
        }
    assert [(p["caption"], p["credit"]) for p in read["photos"]] == [
        (p["caption"], p["credit"]) for p in gold["photos"]
    ]
    assert read["set_aside"] == []


def test_nothing_is_lost_of_the_seed(text: str):
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    assert_no_hidden_character(page)
