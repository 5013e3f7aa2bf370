"""Columns that were copied line by line across are told of; a page in order is never taken for one."""

import textwrap
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path

import pytest

from articles.pagetext import decode, parse_page
from articles.pagetext.characters import is_latin

from .conservation import assert_nothing_is_lost

HERE = Path(__file__).parent
PAGES = sorted(
    [*HERE.glob("pages/*.txt"), *HERE.glob("newspapers/*.txt"), *HERE.parents[1].glob("sample/*/*.txt")]
)


def read(path: Path) -> str:
    return decode(path.read_bytes())[0]


@cache
def paragraphs(*, latin: bool) -> list[str]:
    """The text of all articles of all pages of a language, a good number of characters."""
    bodies = (block.text for path in PAGES for one in parse_page(read(path)).articles for block in one.body)
    return [text for text in bodies if len(text) > 40 and is_latin(text) == latin]


def wrapped(texts: list[str], width: int, indent: str = "") -> Iterator[str]:
    for text in texts:
        if is_latin(text):
            yield from textwrap.wrap(indent + text, width)
        else:
            line = indent + text
            yield from (line[at : at + width] for at in range(0, len(line), width))


def columns(width: int, *, latin: bool = False, indent: str = "", count: int = 2) -> list[list[str]]:
    texts = paragraphs(latin=latin)
    share = min(len(texts) // count, 24)
    return [list(wrapped(texts[at * share : (at + 1) * share], width, indent)) for at in range(count)]


def mixed(parts: list[list[str]], glue: str = "\n") -> str:
    rows = zip_longest(*parts, fillvalue="")
    return "\n".join(glue.join(line for line in row if line) for row in rows)


def found(text: str) -> list[str]:
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    return [one.details["text"] for one in page.defects if one.code == "interleaved-columns"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_page_of_a_newspaper_is_taken_for_mixed(path: Path):
    assert found(read(path)) == []


@pytest.mark.parametrize("width", [12, 16, 20, 28])
@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
def test_columns_in_order_are_not_taken_for_mixed(width: int, indent: str):
    for column in columns(width, indent=indent):
        assert found("\n".join(column)) == []


@pytest.mark.parametrize("width", [24, 34, 50])
def test_english_columns_in_order_are_not_taken_for_mixed(width: int):
    for column in columns(width, latin=True):
        assert found("\n".join(column)) == []


@pytest.mark.parametrize("width", [12, 16, 20, 28])
@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_columns_mixed_line_by_line_are_one_defect(width: int, indent: str, between: str):
    parts = columns(width, indent=indent)
    (first,) = found(between.join(mixed(parts).split("\n")))
    assert first.rstrip("…") in parts[0][0] + parts[1][0]


@pytest.mark.parametrize("width", [24, 34, 50])
def test_english_columns_mixed_line_by_line_are_one_defect(width: int):
    assert len(found(mixed(columns(width, latin=True)))) == 1


def test_three_columns_mixed_are_one_defect():
    assert len(found(mixed(columns(16, count=3)))) == 1


@pytest.mark.parametrize("gap", [" ", "    ", "\u3000", "\t\t"])
def test_lines_that_go_across_two_columns_are_one_defect(gap: str):
    assert len(found(mixed(columns(16), glue=gap))) == 1


@pytest.mark.parametrize("gap", [" ", "    "])
def test_english_lines_that_go_across_two_columns_are_one_defect(gap: str):
    assert len(found(mixed(columns(30, latin=True), glue=gap))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "青山不老 绿水长流\n" * 20,
        "\n".join(f"第{n}小组 宋知秋许听澜何雨" for n in range(30)),
        "\n".join(f"白菜　　　每斤{n}元五角" for n in range(30)),
        "The end of\n" * 2 + "A night at the play\n" * 20,
    ],
)
def test_tables_lists_and_verse_are_no_columns(text: str):
    assert found(text) == []


def test_marked_text_says_itself_what_its_lines_are():
    assert found("【正文】渠水\n" + mixed(columns(16))) == []
