"""A rule is a row: a pattern, a line that it is for, a line that it is not for.

A test walks every table: the example matches, the counter-example does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .scripts import both_scripts


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` is searched in a line; anchors are part of it. `name` says what is found."""

    name: str
    pattern: re.Pattern[str]
    example: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the order in which they are asked.

    `hint` finds something in every text that any row is for, and costs less than the rows: most lines end there.
    """

    rows: tuple[Rule, ...]
    hint: re.Pattern[str]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rows)

    def search(self, text: str) -> tuple[Rule, re.Match[str]] | None:
        """The first row that finds something, and what it finds."""
        if self.hint.search(text):
            for row in self.rows:
                if found := row.pattern.search(text):
                    return row, found
        return None

    def matches(self, text: str) -> bool:
        return self.search(text) is not None


def hint_of(*tables: Table) -> re.Pattern[str]:
    """Finds something in every text that any row of these tables is for: one question instead of one for each."""
    return re.compile("|".join(f"(?:{rows.hint.pattern})" for rows in tables))


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern for simplified and traditional characters alike."""
    return re.compile(both_scripts(pattern))


def rule(name: str, pattern: str, example: str, counter_example: str) -> Rule:
    return Rule(name, compiled(pattern), example, counter_example)


def table(*rows: Rule, hint: str = "") -> Table:
    return Table(rows, compiled(hint))
