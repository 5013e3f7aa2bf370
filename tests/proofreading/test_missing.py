"""What an article or a photo lacks: headline, text, byline, credit, the other half of its story."""

import pytest

from articles.continuations import cut_by_hand, link_continuations
from articles.models import Article
from articles.proofreading import proofread, proofread_edition
from tests.factories import ArticleFactory, AuthorshipFactory, PageFactory, PhotoFactory
from tests.proofreading.papers import article_of, found

pytestmark = pytest.mark.django_db
LONG = "村口的调解室昨日开门，当天就来了三户人家。" * 20


def codes(article: Article) -> set[str]:
    return {finding.code for finding in proofread(article)}


def test_an_article_without_headline_is_found_but_no_later_part() -> None:
    assert "headline-missing" in codes(article_of("渠通了。", headline=""))
    assert "headline-missing" not in codes(article_of("渠通了。", headline="", continued_from="5"))


def test_an_article_without_text_is_found_unless_it_is_a_photo_with_a_title() -> None:
    article = article_of()
    assert "text-missing" in codes(article)
    PhotoFactory(page=article.page, article=article)
    assert "text-missing" not in codes(article)


def test_a_report_that_nobody_signs_is_found() -> None:
    (finding,) = found(article_of(LONG, byline="", source=""), "byline-missing")
    assert (finding.field, finding.start, finding.end, finding.words) == ("byline", 0, 0, "")


@pytest.mark.parametrize(
    ("paragraphs", "fields"),
    [
        (["渠通了。"], {}),  # a brief
        ([LONG], {"source": "望川日报"}),
        ([LONG], {"continued_from": "5"}),
        ([LONG, "（作者单位：青石县水利局）"], {}),
        ([LONG + "（本报记者 苏禾）"], {}),
        (["据新华社电 " + LONG], {}),
    ],
)
def test_what_is_signed_elsewhere_or_needs_no_signing_is_left_alone(
    paragraphs: list[str], fields: dict
) -> None:
    assert "byline-missing" not in codes(article_of(*paragraphs, **({"byline": "", "source": ""} | fields)))


def test_an_article_with_authors_is_signed() -> None:
    article = article_of(LONG, byline="", source="")
    AuthorshipFactory(article=article)
    assert "byline-missing" not in codes(article)


def test_a_photo_without_credit_is_found_at_the_photo() -> None:
    article = article_of("渠通了。")
    photo = PhotoFactory(page=article.page, article=article, credit="")
    (finding,) = found(article, "credit-missing")
    assert (finding.kind, finding.record, finding.field) == ("photo", photo.pk, "credit")


@pytest.mark.parametrize("caption", ["3月6日，渠通了。 程渡摄", "渠首。资料图片"])
def test_a_credit_in_the_caption_is_one(caption: str) -> None:
    article = article_of("渠通了。")
    PhotoFactory(page=article.page, article=article, credit="", caption=caption)
    assert "credit-missing" not in codes(article)


def test_a_byline_of_text_and_photos_credits_the_photos_of_its_article_alone() -> None:
    article = article_of("渠通了。", byline="望川日报记者 苏禾 文/图")
    PhotoFactory(page=article.page, article=article, credit="")
    alone = PhotoFactory(page=article.page, credit="")
    findings = [f for f in proofread_edition(article.page.edition).findings if f.code == "credit-missing"]
    assert [finding.record for finding in findings] == [alone.pk]


def jumping() -> tuple[Article, Article]:
    first = article_of("渠通了，水", continues_on="8")
    page = PageFactory(edition=first.page.edition, number="8")
    return first, ArticleFactory(page=page, headline="完全另外的题目", body="来了。", continued_from="99")


def test_a_jump_to_a_page_that_is_in_and_linked_to_nothing_is_found() -> None:
    first, _ = jumping()
    (finding,) = found(first, "dangling-jump")
    assert (finding.field, finding.details["page"]) == ("continues_on", "8")


def test_a_jump_to_a_page_that_has_not_come_waits() -> None:
    _, second = jumping()
    assert not found(second, "dangling-jump")


def test_a_second_half_without_its_first_is_found_until_it_is_cut_by_hand() -> None:
    article = article_of("来了。", continued_from="3")
    PageFactory(edition=article.page.edition, number="3")
    assert [finding.field for finding in found(article, "dangling-jump")] == ["continued_from"]
    cut_by_hand(article=article)
    article.refresh_from_db()
    assert not found(article, "dangling-jump")


def test_a_linked_jump_is_left_alone() -> None:
    first, second = jumping()
    Article.objects.filter(pk=second.pk).update(continued_from=first.page.number)
    link_continuations(edition=first.page.edition)
    assert not [f for f in proofread_edition(first.page.edition).findings if f.code == "dangling-jump"]
