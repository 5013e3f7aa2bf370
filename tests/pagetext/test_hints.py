"""A hint saves asking the rules, and changes no answer."""

import re
from pathlib import Path

import pytest

from articles.pagetext import decode, marks
from articles.pagetext.lines import read_lines
from articles.pagetext.rules import Table

from .test_rules import ROWS

PAGES = sorted(Path(__file__).parent.glob("*/*.txt"))
HINTS = [name for name, value in vars(marks).items() if name.endswith("_HINT") and name.startswith("_")]


def marked(lines: list[str]) -> list[marks.Marked]:
    return marks.mark_lines(read_lines("\n\n".join(lines)).lines)


@pytest.mark.parametrize("hint", HINTS)
def test_a_line_is_the_same_whether_its_hint_is_asked_or_not(hint: str, monkeypatch: pytest.MonkeyPatch):
    lines = [line for path in PAGES for line in decode(path.read_bytes())[0].splitlines()]
    lines += [example for _, _, row in ROWS for example in (row.example, row.counter_example)]
    hinted = marked(lines)
    monkeypatch.setattr(marks, hint, re.compile(""))
    assert marked(lines) == hinted


@pytest.mark.parametrize(
    "rows",
    [value for value in vars(marks).values() if isinstance(value, Table)],
    ids=lambda rows: rows.rows[0].name,
)
def test_a_table_of_lines_has_a_hint(rows: Table):
    assert rows.hint.pattern
