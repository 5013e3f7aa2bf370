"""What a reader cannot see never reaches a record, and an editor is told."""

import pytest

from articles.pagetext import ParsedPage, SetAsideKind, parse_page
from articles.pagetext.lines import MOST_HIDDEN, MOST_LINES

from .conservation import assert_no_hidden_character, assert_nothing_is_lost

STORY = "渠水进了村\n\n望川日报讯（记者 宋知秋）3月1日，渠水{}进了村。\n"


def set_aside(page: ParsedPage, kind: SetAsideKind) -> list[str]:
    return [piece.text for piece in page.set_aside if piece.kind is kind]


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\u202e", "\\u202e"),
        ("\u2066\u2069", "\\u2066\\u2069"),
        ("\u200b", "\\u200b"),
        ("\ufeff", "\\ufeff"),
        ("\x00", "\\u0000"),
        ("\x0b", "\\u000b"),
        ("\x0c", "\\u000c"),
        ("\x85", "\\u0085"),
        ("\u2028", "\\u2028"),
        ("\ud800", "\\ud800"),
        ("\ue003", "\\ue003"),
        ("\U000e0041", "\\U000e0041"),
        ("\U0010ffff", "\\U0010ffff"),
    ],
)
def test_a_hidden_character_is_set_aside_escaped(hidden: str, shown: str):
    page = parse_page(STORY.format(hidden))
    assert page.articles[0].body[0].text == "3月1日，渠水进了村。"
    assert set_aside(page, SetAsideKind.CONTROL) == [shown]
    assert [(defect.code.value, defect.line) for defect in page.defects] == [("control-characters", 3)]


def test_only_real_line_ends_count_as_lines():
    page = parse_page("\x0b\x0c\x85\u2028\n" + STORY.format(""))
    assert page.articles[0].line == 2


def test_a_tower_of_accents_is_set_aside():
    page = parse_page(STORY.format("e" + "\u0301" * 5_000))
    assert page.articles[0].body[0].text == "3月1日，渠水e进了村。"


@pytest.mark.parametrize(
    "text", ["渠\u202e" * (MOST_HIDDEN + 5), "渠\n" * (MOST_LINES + 5), "渠\u202e\n" * (MOST_HIDDEN + 5)]
)
def test_what_is_no_page_is_read_up_to_a_bound(text: str):
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    assert_no_hidden_character(page)
    assert "page-too-long" in [defect.code.value for defect in page.defects]
