"""Every rule is a row, and every row is tried on its example and its counter-example."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

from articles import pagetext
from articles.pagetext.rules import Rule


def tables() -> Iterator[tuple[str, Rule]]:
    for module in pkgutil.iter_modules(pagetext.__path__):
        for name, value in vars(importlib.import_module(f"articles.pagetext.{module.name}")).items():
            if name.isupper() and isinstance(value, tuple) and value and isinstance(value[0], Rule):
                yield from ((f"{module.name}.{name}: {row.name}", row) for row in value)


ROWS = dict(enumerate(tables()))


def test_there_are_rules_to_walk():
    assert len(ROWS) > 60


@pytest.mark.parametrize(("where", "row"), ROWS.values(), ids=[where for where, _ in ROWS.values()])
def test_a_rule_finds_its_example(where: str, row: Rule):
    assert row.pattern.search(row.example), where


@pytest.mark.parametrize(("where", "row"), ROWS.values(), ids=[where for where, _ in ROWS.values()])
def test_a_rule_leaves_its_counter_example(where: str, row: Rule):
    assert not row.pattern.search(row.counter_example), where
