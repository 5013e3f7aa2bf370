"""A rule is a row: a pattern, a line that it is for, a line that it is not for.

A test walks every table: the example matches, the counter-example does not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` is searched in a line; anchors are part of it. `name` says what is found, or what it means."""

    name: str
    pattern: re.Pattern[str]
    example: str
    counter_example: str


def rule(name: str, pattern: str, example: str, counter_example: str) -> Rule:
    return Rule(name, re.compile(pattern), example, counter_example)


def first_match(rules: Iterable[Rule], text: str) -> tuple[Rule, re.Match[str]] | None:
    """The first row of a table that finds something in the text."""
    for row in rules:
        if found := row.pattern.search(text):
            return row, found
    return None
