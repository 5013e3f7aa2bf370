"""Whatever the text: nothing is lost, nothing hidden gets in, nothing raises."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pagetext import page_to_json, parse_page

from .conservation import assert_no_hidden_character, assert_nothing_is_lost
from .written_pages import AWKWARD_CHARACTERS, pages

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
AWKWARD = st.sampled_from(AWKWARD_CHARACTERS)  # more often than chance would have it


def as_json(text: str) -> dict:
    return page_to_json(parse_page(text), path="", encoding="")


def check(text: str) -> None:
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    assert_no_hidden_character(page)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_nothing_is_lost_of_a_sample_page(path: Path):
    check(path.read_text(encoding="utf-8"))


@given(pages())
def test_nothing_is_lost_of_a_written_page(text: str):
    check(text)


@given(st.text())
def test_nothing_is_lost_of_any_text(text: str):
    check(text)


@given(st.text(AWKWARD, max_size=200))
def test_nothing_is_lost_of_awkward_text(text: str):
    check(text)


@given(pages(), st.lists(st.tuples(st.integers(0, 5000), AWKWARD), max_size=12))
def test_nothing_is_lost_of_a_damaged_page(text: str, damages: list[tuple[int, str]]):
    for at, damage in damages:
        text = text[:at] + damage + text[at:]
    check(text)


@given(pages(), st.sampled_from(["\r\n", "\r"]))
def test_line_ends_do_not_change_the_reading(text: str, line_end: str):
    assert as_json(text.replace("\n", line_end)) == as_json(text)


@given(pages())
def test_blank_lines_at_the_ends_change_line_numbers_only(text: str):
    def records(reading: dict) -> dict:
        return {name: value for name, value in reading.items() if name not in ("set_aside", "defects")}

    assert records(as_json("\n\n" + text + "\n\n")) == records(as_json(text))
