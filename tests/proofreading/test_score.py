"""The official scoring: errors to ten thousand characters, weighted by the rule of 2020."""

from decimal import Decimal

import pytest

from articles.models import Status
from articles.proofreading import proofread_edition, score, waive
from articles.proofreading.official import SUPERFLUOUS, Score
from tests.factories import ArticleFactory, EditionFactory, PhotoFactory, UserFactory
from tests.proofreading.papers import article_of

pytestmark = pytest.mark.django_db
PLAIN = "村口的调解室昨日开门，当天就来了三户人家。"


def errors(*paragraphs: str, **fields: str) -> Decimal:
    return score(article_of(*paragraphs, **fields).page.edition).errors


@pytest.mark.parametrize(
    ("paragraph", "weight"),
    [
        ("渠长的的三里。", "1"),  # one character too many
        ("他同洪水斗争斗争了一辈子。", "2"),  # two to five
        ("青石县人民法院青石县人民法院受理此案。", "4"),  # more than five
        ("五年來，渠水进了村，村民们说这条渠开得好。", "0.5"),
        ("渠通了。。", "0.1"),
        ("2月30日开渠。", "1"),
        ("二〇二零年开渠。", "0.1"),
    ],
)
def test_an_error_weighs_what_the_rule_says(paragraph: str, weight: str) -> None:
    assert errors(paragraph) == Decimal(weight)


@pytest.mark.parametrize("field", ["column", "kicker", "headline", "subtitle"])
def test_an_error_in_a_title_counts_double(field: str) -> None:
    assert errors(PLAIN, **{field: "渠长的的三里"}) == 2


def test_the_same_error_counts_three_times_at_most() -> None:
    assert errors(*["渠长的的三里。"] * 5) == 3


def test_of_the_same_error_the_one_in_the_title_is_counted() -> None:
    assert errors(*["渠长的的三里。"] * 5, headline="长的的渠") == 4


def test_all_figures_against_the_standard_count_one_at_most() -> None:
    assert (
        errors(
            *[f"二〇{ones}零年开渠。" for ones in "一二三四五六七八九"],
            "二〇〇零年。",
            "二零〇三年。",
            "二零〇四年。",
        )
        == 1
    )


def test_doubts_stand_beside_the_errors_and_notes_nowhere() -> None:
    article = article_of(PLAIN + "渠长××里。", headline="渠" * 40)
    counted = score(article.page.edition)
    assert (counted.errors, counted.doubts) == (0, 1)
    assert counted.rate == 0 < counted.rate_with_doubts


def test_a_waived_finding_is_not_counted() -> None:
    article = article_of("渠长的的三里。")
    report = proofread_edition(article.page.edition)
    waive(finding=report.findings[0], reason="是地名", by=UserFactory())
    assert score(article.page.edition).errors == 0


def test_what_is_printed_is_counted_marks_too_and_blanks_not() -> None:
    article = article_of("渠 通了。", "## 水来了", headline="开渠", byline="苏禾", source="")
    PhotoFactory(page=article.page, caption="渠首\n与水", credit="程渡")
    assert score(article.page.edition).characters == 4 + 3 + 2 + 2 + 4 + 2


def test_foreign_text_counts_by_its_room() -> None:
    article = article_of("x" * 1000, headline="", byline="", source="", continued_from="5")
    assert score(article.page.edition).characters == 650


def test_withdrawn_articles_do_not_count() -> None:
    article = article_of(PLAIN)
    before = score(article.page.edition)
    ArticleFactory(page=article.page, body="的的", status=Status.WITHDRAWN)
    assert score(article.page.edition) == before


def test_the_rate_is_to_ten_thousand_characters_and_three_are_still_good() -> None:
    assert Score(20_000, Decimal(2), Decimal(0)).rate == 1  # the example of the rule
    assert Score(10_000, Decimal(3), Decimal(0)).is_good
    assert not Score(10_000, Decimal("3.004"), Decimal(0)).is_good
    assert Score(10_000, Decimal("3.004"), Decimal(0)).rate == Decimal("3.00")


def test_an_empty_edition_is_good() -> None:
    counted = score(EditionFactory())
    assert (counted.characters, counted.rate, counted.is_good) == (0, 0, True)


@pytest.mark.parametrize(("surplus", "weight"), [(1, 1), (2, 2), (5, 2), (6, 4)])
def test_superfluous_characters_are_weighed_by_their_number(surplus: int, weight: int) -> None:
    assert SUPERFLUOUS.weigh("渠" * surplus * 2) == weight
