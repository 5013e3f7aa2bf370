"""Headlines: their length and their end."""

import pytest

from tests.proofreading.papers import article_of, found

pytestmark = pytest.mark.django_db


def test_a_headline_over_the_limit_is_remarked_on() -> None:
    assert not found(article_of("渠通了。", headline="渠" * 36), "headline-too-long")
    (finding,) = found(article_of("渠通了。", headline="渠" * 37), "headline-too-long")
    assert (finding.details["count"], finding.details["limit"]) == (37, 36)


def test_a_latin_letter_counts_half() -> None:
    assert not found(article_of("It is open.", headline="canal " * 12), "headline-too-long")


def test_the_limit_is_the_papers_own(settings) -> None:
    settings.HEADLINE_LIMIT = 5
    assert found(article_of("渠通了。", headline="青石县开渠"), "headline-too-long") == []
    assert found(article_of("渠通了。", headline="青石县开渠了"), "headline-too-long")


@pytest.mark.parametrize("headline", ["渠通了。", "渠通了，", "The canal is open."])
def test_a_stop_at_the_end_is_found(headline: str) -> None:
    (finding,) = found(article_of("渠通了。", headline=headline), "stop-in-headline")
    assert (finding.words, finding.end) == (headline[-1], len(headline))


@pytest.mark.parametrize(
    "headline", ["渠通了！", "渠通了吗？", "渠通了……", "“渠通了”", "Canal of Harrow Inc.", "It goes on..."]
)
def test_other_ends_are_left_alone(headline: str) -> None:
    assert not found(article_of("渠通了。", headline=headline), "stop-in-headline")
