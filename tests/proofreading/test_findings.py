"""A finding stands at its place, is known again in a changed text, and can be let stand."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article, Waiver
from articles.proofreading import Finding, Severity, proofread, proofread_edition, waive
from tests.factories import ArticleFactory, ContactCardFactory, ContactEntryFactory, PhotoFactory, UserFactory
from tests.proofreading.papers import article_of

pytestmark = pytest.mark.django_db


def one(article: Article, code: str = "doubled-word") -> Finding:
    (finding,) = [finding for finding in proofread(article) if finding.code == code]
    return finding


@pytest.mark.parametrize(
    ("body", "paragraph"),
    [
        ("渠通了。\n他斗争斗争了一辈子。", 2),
        ("\n\n  渠通了。 \n\n## 斗争斗争\n人笑了。", 2),
        ("## 开渠\n\\## 他斗争斗争了一辈子。", 2),
    ],
)
def test_the_place_is_that_of_the_stored_field(body: str, paragraph: int) -> None:
    article = article_of(body)
    finding = one(article)
    assert article.body[finding.start : finding.end] == finding.words == "斗争斗争"
    assert (finding.field, finding.paragraph, finding.kind, finding.record) == (
        "body",
        paragraph,
        "article",
        article.pk,
    )


def test_the_place_in_a_caption_of_several_lines() -> None:
    article = article_of("渠通了。")
    photo = PhotoFactory(page=article.page, article=article, caption="①渠首。\n②他斗争斗争过。")
    finding = one(article)
    assert photo.caption[finding.start : finding.end] == "斗争斗争"
    assert (finding.kind, finding.record, finding.paragraph) == ("photo", photo.pk, 2)


def test_every_field_of_the_title_block_is_a_title() -> None:
    article = article_of(
        "的的", column="的的一", kicker="的的二", headline="的的三", subtitle="的的四", byline="的的五"
    )
    assert [(f.field, f.is_title) for f in proofread(article) if f.code == "doubled-word"] == [
        ("column", True),
        ("kicker", True),
        ("headline", True),
        ("subtitle", True),
        ("byline", False),
        ("body", False),
    ]


def test_an_article_is_read_as_it_is_given_not_as_it_is_stored() -> None:
    article = article_of("渠通了。")
    article.body = "他斗争斗争了一辈子。"
    assert one(article).words == "斗争斗争"


def test_an_article_that_is_not_stored_is_read_too() -> None:
    article = article_of("渠通了。")
    new = Article(page=article.page, headline="的的确确是新的的", body="")
    assert "doubled-word" in {finding.code for finding in proofread(new)}


@pytest.mark.parametrize(
    "changed",
    [
        "前面新加一段。\n他同洪水斗争斗争了一辈子。\n水来了。",
        "他同洪水斗争斗争了一辈子。\n水又来了，渠又通了。",
        "另一个人也斗争斗争过。\n后来，他同洪水斗争斗争了一辈子。",
        "渠没通。他同洪水斗争斗争了一辈子。",
    ],
)
def test_the_key_holds_while_other_parts_change(changed: str) -> None:
    article = article_of("渠没通。他同洪水斗争斗争了一辈子。\n水来了。")
    key = one(article).key
    article.body = changed
    assert key in {finding.key for finding in proofread(article)}


def test_the_key_is_another_where_the_words_stand_in_other_words() -> None:
    article = article_of("他同洪水斗争斗争了一辈子。")
    key = one(article).key
    article.body = "她跟旱魃斗争斗争了半辈子。"
    assert one(article).key != key


def test_each_of_many_alike_has_its_own_key() -> None:
    article = article_of("的的。\n的的。\n的的。", headline="的的。")
    keys = [finding.key for finding in proofread(article) if finding.code == "doubled-word"]
    assert len(keys) == len(set(keys)) == 4


def test_a_waived_finding_says_so_and_stays_waived_when_other_text_changes() -> None:
    article = article_of("他同洪水斗争斗争了一辈子。")
    waive(finding=one(article), reason="是诗句", by=UserFactory())
    assert one(article).is_waived
    article.body = "渠通了。\n" + article.body
    article.save()
    assert one(article).is_waived
    assert one(article).severity is Severity.ERROR


def test_a_waiver_is_of_its_own_record_alone() -> None:
    article = article_of("他同洪水斗争斗争了一辈子。")
    twin = ArticleFactory(page=article.page, headline=article.headline, body=article.body)
    waive(finding=one(article), reason="是诗句", by=UserFactory())
    assert not one(twin).is_waived


def test_findings_of_photos_and_cards_are_waived_too() -> None:
    article = article_of("渠通了。")
    PhotoFactory(page=article.page, credit="")
    ContactEntryFactory(card=ContactCardFactory(page=article.page), value="0399-01")
    edition = article.page.edition
    for finding in proofread_edition(edition).open():
        waive(finding=finding, reason="读者来图", by=UserFactory())
    report = proofread_edition(edition)
    assert [(f.kind, f.code, f.is_waived) for f in report.findings] == [
        ("photo", "credit-missing", True),
        ("card", "impossible-telephone", True),
    ]
    assert report.open() == []


def test_a_waiver_keeps_who_when_why_and_what() -> None:
    article, person = article_of("他同洪水斗争斗争了一辈子。"), UserFactory()
    waiver = waive(finding=one(article), reason=" 是诗句 ", by=person)
    kept = Waiver.objects.get()
    assert kept == waiver
    assert (kept.record, kept.code, kept.field, kept.words) == (article, "doubled-word", "body", "斗争斗争")
    assert (kept.reason, kept.waived_by) == ("是诗句", person)
    assert kept.waived_at is not None


def test_waived_again_it_takes_the_newer_reason_and_the_old_one_is_in_its_history() -> None:
    article = article_of("他同洪水斗争斗争了一辈子。")
    for reason in ("是诗句", "是书名"):
        waive(finding=one(article), reason=reason, by=UserFactory())
    assert Waiver.objects.get().reason == "是书名"
    assert [version.reason for version in Waiver.history.all()] == ["是书名", "是诗句"]


@pytest.mark.parametrize("reason", ["", "   ", "是\u202e诗句", "两\n行"])
def test_a_waiver_without_a_reason_that_can_be_read_is_refused(reason: str) -> None:
    article = article_of("他同洪水斗争斗争了一辈子。")
    with pytest.raises(ValidationError):
        waive(finding=one(article), reason=reason, by=UserFactory())
    assert not Waiver.objects.exists()


def test_a_waiver_taken_back_lets_the_finding_count_again() -> None:
    article = article_of("他同洪水斗争斗争了一辈子。")
    waive(finding=one(article), reason="是诗句", by=UserFactory()).delete()
    assert not one(article).is_waived


def test_findings_come_in_the_order_of_the_page() -> None:
    article = article_of("他斗争斗争过。。", "五年的的渠。", headline="渠通了。")
    assert [(f.field, f.code) for f in proofread(article)] == [
        ("headline", "stop-in-headline"),
        ("body", "doubled-word"),
        ("body", "doubled-mark"),
        ("body", "doubled-word"),
    ]


def test_a_field_has_its_name_at_the_desk() -> None:
    assert one(article_of("的的")).field_name
