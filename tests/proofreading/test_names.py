"""A name written in two ways within an edition."""

import pytest

from articles.proofreading import proofread, proofread_edition
from tests.factories import ArticleFactory
from tests.proofreading.papers import article_of, found

pytestmark = pytest.mark.django_db
CODE = "name-in-two-ways"


def test_the_rarer_spelling_is_found_with_the_other() -> None:
    article = article_of("法官张晓说，渠通了。", "法官张小介绍，水来了。", "法官张晓还说，人笑了。")
    (finding,) = found(article, CODE)
    assert (finding.words, finding.details["other"], finding.paragraph) == ("张小", "张晓", 2)


def test_it_is_found_over_articles_at_both_doors() -> None:
    article = article_of("法官张晓说，渠通了。")
    other = ArticleFactory(page=article.page, position=2, body="法官张小介绍，水来了。")
    assert found(article, CODE) == []
    assert [f.words for f in found(other, CODE)] == ["张小"]
    report = proofread_edition(article.page.edition)
    assert [(f.record, f.words) for f in report.findings] == [(other.pk, "张小")]


def test_a_byline_is_compared_with_the_text() -> None:
    article = article_of(
        "记者苏荷看到，渠通了。", "记者苏荷，昨日还在渠首。", byline="望川日报讯（记者 苏禾）"
    )
    assert [(f.field, f.words) for f in proofread(article) if f.code == CODE] == [("byline", "苏禾")]


def test_of_the_chief_of_one_place_any_other_character_tells() -> None:
    article = article_of("青石县水利局局长李明说，渠通了。", "青石县水利局局长李梁说，水来了。")
    assert [f.words for f in found(article, CODE)] == ["李梁"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["法官张晓说，渠通了。", "法官李晓说，水来了。"],  # another surname
        ["法官张晓说，渠通了。", "律师张小说，水来了。"],  # another office
        ["民警王明说，渠通了。", "民警王强说，水来了。"],  # nothing alike
        ["青石县水利局局长李明说，渠通了。", "云湄区水利局局长李梁说，水来了。"],  # another place
        ["青石县副县长李明说，渠通了。", "青石县副县长李梁说，水来了。"],  # there are several
        ["法官张晓说，渠通了。", "法官张晓明说，水来了。"],  # another length
        ["记者高兴地说，渠通了。", "记者高性能地说。"],
    ],
)
def test_two_people_are_left_alone(paragraphs: list[str]) -> None:
    assert found(article_of(*paragraphs), CODE) == []
