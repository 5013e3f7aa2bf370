"""What a reader cannot see never reaches a record, and an editor is told."""

import pytest

from articles.pagetext import ParsedPage, SetAsideKind, parse_page, to_marked_text
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
    "text",
    ["渠\u202e" * (MOST_HIDDEN + 5), "渠水进村\n" * (MOST_LINES + 5), "渠\u202e\n" * (MOST_HIDDEN + 5)],
)
def test_what_is_no_page_is_read_up_to_a_bound(text: str):
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    assert_no_hidden_character(page)
    assert "page-too-long" in [defect.code.value for defect in page.defects]


@pytest.mark.parametrize(
    "loose", ["\n\u0301渠水", "\n\u200b\u0301渠水", "\n \u3000\u0301\u0301渠水", "渠 \u0301水"]
)
def test_a_combining_mark_without_a_letter_is_set_aside(loose: str):
    page = parse_page("渠水进了村\n\n" + "望川日报讯（记者 宋知秋）3月1日，青石县的" + loose + "进了村。\n")
    assert "\u0301" not in "".join(block.text for one in page.articles for block in one.body)
    assert set_aside(page, SetAsideKind.CONTROL)


def test_marks_at_a_seam_do_not_grow_into_a_tower():
    accents = "\u0301" * 6
    text = "\n".join(["渠水进了村", "", *[f"{accents}渠水进了村庄渠水进了村庄渠水e{accents}"] * 12, "村。"])
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    again = parse_page(to_marked_text(page))
    assert [one.body for one in again.articles] == [one.body for one in page.articles]
