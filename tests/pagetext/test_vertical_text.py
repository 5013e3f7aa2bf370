"""A column set vertically and copied a character a line: it is set aside in one piece, what stands around it is read."""

import pytest

from articles.pagetext import SetAsideKind, parse_page

from .conservation import assert_nothing_is_lost, assert_survives_the_round_trip

STORY = "渠水进了村\n\n望川日报讯（记者 宋知秋）3月1日，青石县的渠水进了村。\n\n"
COLUMN = "渠\n水\n，\n进村\n" * 60


@pytest.mark.parametrize("column", [COLUMN, COLUMN.replace("\n", "\n\n"), COLUMN.replace("渠", "\u3000渠 ")])
def test_a_column_of_single_characters_is_set_aside_in_one_piece(column: str):
    text = STORY + column + "\n" + STORY.replace("渠", "闸")
    page = parse_page(text)
    assert [article.headline for article in page.articles] == ["渠水进了村", "闸水进了村"]
    (piece,) = page.set_aside
    assert (piece.kind, piece.line) == (SetAsideKind.UNPLACED, 5)
    assert [defect.code.value for defect in page.defects] == ["vertical-text"]
    assert_nothing_is_lost(text, page)
    assert_survives_the_round_trip(page)


def test_a_page_of_nothing_else_is_not_called_empty():
    page = parse_page(COLUMN)
    assert [defect.code.value for defect in page.defects] == ["vertical-text"]


def test_a_list_of_short_words_is_no_such_column():
    page = parse_page(STORY + "各村果树：\n" + "桃树\n" * 100)
    assert page.set_aside == ()
    assert "vertical-text" not in [defect.code.value for defect in page.defects]


def test_hidden_characters_in_a_column_are_told_of_by_themselves():
    text = STORY + COLUMN + "渠\u202e\n\u202e\n" + COLUMN
    page = parse_page(text)
    assert [piece.kind for piece in page.set_aside].count(SetAsideKind.CONTROL) == 2
    assert_nothing_is_lost(text, page)
    assert_survives_the_round_trip(page)
