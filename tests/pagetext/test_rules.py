"""Every rule is a row, and every row is tried on its example and its counter-example."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

from articles import pagetext
from articles.pagetext.rules import Rule, Table


def tables() -> Iterator[tuple[str, Table, Rule]]:
    for module in pkgutil.iter_modules(pagetext.__path__):
        for name, value in vars(importlib.import_module(f"articles.pagetext.{module.name}")).items():
            if isinstance(value, Table):
                yield from ((f"{module.name}.{name}: {row.name}", value, row) for row in value)


ROWS = list(tables())
IDS = [where for where, _, _ in ROWS]


def test_there_are_rules_to_walk():
    assert len(ROWS) > 60


@pytest.mark.parametrize(("where", "rows", "row"), ROWS, ids=IDS)
def test_a_rule_finds_its_example(where: str, rows: Table, row: Rule):
    assert row.pattern.search(row.example), where
    assert rows.search(row.example), "the hint of the table passes the example over"


@pytest.mark.parametrize(("where", "rows", "row"), ROWS, ids=IDS)
def test_a_rule_leaves_its_counter_example(where: str, rows: Table, row: Rule):
    assert not row.pattern.search(row.counter_example), where
