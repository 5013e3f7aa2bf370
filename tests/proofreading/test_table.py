"""Every check is a row: its own example is found, what only looks like it is left alone, and both languages tell of it."""

import re

import pytest
from django.utils import translation

from articles.proofreading import ROWS
from tests.proofreading.papers import article_of, found

pytestmark = pytest.mark.django_db
WITH_EXAMPLES = [row for row in ROWS if row.wrong]


@pytest.mark.parametrize("row", WITH_EXAMPLES, ids=lambda row: row.code)
def test_the_example_of_a_check_is_found(row) -> None:
    assert found(article_of(row.wrong), row.code)


@pytest.mark.parametrize("row", WITH_EXAMPLES, ids=lambda row: row.code)
def test_what_only_looks_like_it_is_left_alone(row) -> None:
    assert not found(article_of(row.right), row.code)


@pytest.mark.parametrize("row", WITH_EXAMPLES, ids=lambda row: row.code)
def test_a_finding_speaks_both_languages(row) -> None:
    finding = found(article_of(row.wrong), row.code)[0]
    with translation.override("en"):
        english = finding.sentence
    with translation.override("zh-hans"):
        chinese = finding.sentence
    assert "%(" not in english + chinese
    assert re.search("[a-z]{3}", english)
    assert re.search("[一-鿿]{3}", chinese)
    assert chinese != english
    assert finding.words in english
    assert finding.words in chinese


def test_codes_are_given_once() -> None:
    codes = [row.code for row in ROWS]
    assert len(codes) == len(set(codes))
