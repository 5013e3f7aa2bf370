"""docs/reading.md and its Chinese sister name every mark and every defect, and their example is true."""

import re
from pathlib import Path

import polib
import pytest

from articles.pagetext import parse_page, to_marked_text
from articles.pagetext.defects import MESSAGES
from articles.pagetext.markwords import MARKS

ROOT = Path(__file__).resolve().parents[2]
ENGLISH, CHINESE = "docs/reading.md", "docs/reading.zh-CN.md"
CATALOGUE = "articles/locale/zh_Hans/LC_MESSAGES/django.po"
both = pytest.mark.parametrize("name", [ENGLISH, CHINESE])


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    lines = [line.strip("| ") for line in read(name).splitlines() if line.startswith("|")]
    return [line.split(" | ") for line in lines]


@both
def test_every_mark_has_its_row(name: str):
    told = [row for row in rows(name) if row[0].startswith("`【")]
    assert [row[:2] for row in told] == [[f"`【{mark.chinese}】`", f"`[{mark.english}]`"] for mark in MARKS]
    assert all(row[2] for row in told)


def test_every_defect_has_its_row_and_its_sentence():
    told = {row[0]: row[-1] for row in rows(ENGLISH)}
    assert {f"`{code.value}`": sentence for code, sentence in MESSAGES.items()}.items() <= told.items()


def test_every_defect_has_its_row_and_its_chinese_sentence():
    told = {row[0]: row[-1] for row in rows(CHINESE)}
    chinese = {entry.msgid: entry.msgstr for entry in polib.pofile(str(ROOT / CATALOGUE))}
    for code, sentence in MESSAGES.items():
        assert told.get(f"`{code.value}`") == chinese[sentence]


@both
def test_no_row_tells_of_a_defect_that_is_no_more(name: str):
    codes = {row[0].strip("`") for row in rows(name) if re.fullmatch("`[a-z-]+`", row[0])}
    assert codes == {code.value for code in MESSAGES}


@both
def test_the_example_is_marked_text_as_we_write_it(name: str):
    (example,) = (block for block in re.findall(r"```text\n(.*?)```", read(name), re.DOTALL) if "【" in block)
    page = parse_page(example)
    assert to_marked_text(page) == example
    assert page.defects == ()
    assert page.contact_card is not None
    assert page.articles[0].authors == ("宋知秋",)


@both
def test_the_tables_of_rules_that_it_names_are_there(name: str):
    named = [(row[-1], re.findall(r"`(\w+)\.py`", row[-1])) for row in rows(name)]
    for cell, modules in named:
        for module in modules:
            code = read(f"articles/pagetext/{module}.py")
            for table in re.findall(r"`([A-Z_]+)`", cell):
                assert f"\n{table} = " in code, (module, table)
