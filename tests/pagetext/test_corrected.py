"""A reading is put before an editor line by line, and every line is traced to the printed page."""

import dataclasses
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pagetext import ParsedPage, decode, parse_page
from articles.pagetext.corrected import marked_for_editing, read_corrected, trace
from articles.pagetext.lines import LINE_END

from .test_conservation import AWKWARD
from .test_markedtext import PRINTED
from .written_pages import pages

TEXT = """法苑

渠水进了村
田头开了闸

望川日报讯（记者 宋知秋）3月1日，青石县的渠水
进了村。

渠水到了田头。何雨 摄

责编：白小川 石桥
"""
FIRST = marked_for_editing(TEXT, parse_page(TEXT))


def origins(marked: str) -> dict[str, tuple[int, ...]]:
    return {line.text: line.raw for line in trace(TEXT, parse_page(TEXT), marked)}


def records(page: ParsedPage) -> list[Any]:
    """What a page says, wherever it says it."""
    placed: list[Any] = [*page.articles, *page.photos]
    return [dataclasses.replace(one, line=0) for one in placed] + [page.staff, page.page_title]


@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.stem)
def test_what_an_editor_is_shown_reads_as_the_same_page(path: Path, english: bool) -> None:
    text = decode(path.read_bytes())[0]
    page = parse_page(text)
    assert records(parse_page(marked_for_editing(text, page, english=english))) == records(page)


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.stem)
def test_every_printed_line_stands_somewhere_in_the_reading(path: Path) -> None:
    text = decode(path.read_bytes())[0]
    page = parse_page(text)
    lines = trace(text, page, marked_for_editing(text, page))
    printed = {number for number, line in enumerate(LINE_END.split(text), 1) if line.strip()}
    assert {number for line in lines for number in line.raw} == printed
    assert all(line.raw and line.is_kept for line in lines)


@given(st.one_of(pages(), AWKWARD, st.text()), st.one_of(pages(), AWKWARD, st.text()))
def test_any_text_can_be_traced_in_any_other(text: str, marked: str) -> None:
    lines = trace(text, parse_page(text), marked)
    assert [line.number for line in lines] == [
        number for number, line in enumerate(LINE_END.split(marked), 1) if line.strip()
    ]
    last = len(LINE_END.split(text))
    assert all(1 <= number <= last for line in lines for number in line.raw)
    page = read_corrected(text, marked)
    assert all(1 <= one.line <= last for one in (*page.articles, *page.photos, *page.defects))


def test_each_printed_line_of_a_title_has_its_own_mark() -> None:
    assert "【标题】渠水进了村\n【标题】田头开了闸\n" in FIRST
    assert origins(FIRST)["田头开了闸"] == (4,)


def test_a_paragraph_over_two_lines_comes_from_both() -> None:
    assert origins(FIRST)["3月1日，青石县的渠水进了村。"] == (6, 7)


def test_everybody_of_a_line_of_staff_comes_from_it() -> None:
    found = origins(FIRST)
    assert found["白小川、石桥"] == (11,)


def test_a_line_keeps_its_origin_under_another_mark() -> None:
    assert origins(FIRST.replace("【标题】田头", "【副题】田头"))["田头开了闸"] == (4,)


def test_a_line_keeps_its_origin_in_another_place() -> None:
    moved = FIRST.replace("【标题】田头开了闸\n", "") + "【略】田头开了闸\n"
    assert origins(moved)["田头开了闸"] == (4,)


def test_changed_words_have_the_origin_of_those_they_replace() -> None:
    changed = FIRST.replace("田头开了闸", "田头开闸")
    lines = {line.text: line for line in trace(TEXT, parse_page(TEXT), changed)}
    assert (lines["田头开闸"].raw, lines["田头开闸"].is_kept) == ((4,), False)


def test_the_halves_of_a_divided_line_are_found_on_the_page() -> None:
    found = origins(FIRST.replace("渠水进了村\n", "渠水\n【副题】进了村\n"))
    assert (found["渠水"], found["进了村"]) == ((3,), (3,))


def test_words_that_are_not_on_the_page_come_from_nowhere() -> None:
    assert origins(FIRST + "【略】编后记\n")["编后记"] == ()


def test_the_records_of_a_corrected_reading_stand_at_their_printed_lines() -> None:
    page = read_corrected(TEXT, FIRST)
    assert (page.articles[0].line, page.photos[0].line) == (3, 9)


def test_a_text_of_thousands_of_equal_lines_is_traced_in_seconds() -> None:
    text = "甲\n" * 10_000
    begin = time.process_time()
    lines = trace(text, parse_page(text), "乙\n" + text)
    assert time.process_time() - begin < 20
    assert lines
