"""Three people sign exactly one text; a change of it, or a return, voids what they signed."""

import datetime
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import IntegrityError, transaction
from django.utils.translation import override

from articles.importing import RawText, import_page
from articles.models import Article, Review, Stage, Status, Verdict
from articles.pagetext import parse_page
from articles.publishing import ActRefused, correct_article, publish_articles, publish_edition
from articles.reviewing import note_stages, send_back, sign, standing, text_digest
from tests.factories import ArticleFactory, AuthorshipFactory, PhotoFactory, UserFactory, signed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with override("en"):
        yield


@pytest.fixture
def draft() -> Article:
    article = ArticleFactory(status=Status.DRAFT)
    AuthorshipFactory(article=article)
    PhotoFactory(page=article.page, article=article, status=Status.DRAFT)
    return article


def member(*groups: str) -> User:
    person = UserFactory()
    person.groups.set(Group.objects.filter(name__in=groups))
    return person


def sign_now(article: Article, person: User) -> Review:
    return sign(article=article, digest=text_digest(article), by=person)


def test_three_people_clear_an_article(draft: Article) -> None:
    for expected in (Stage.FIRST, Stage.SECOND):
        assert standing(draft).next_stage == expected
        sign_now(draft, member("editor"))
    sign_now(draft, member("final reviewer"))
    assert standing(draft).is_cleared
    draft.refresh_from_db()
    assert draft.signed_stage == Stage.FINAL


def test_nobody_signs_twice(draft: Article) -> None:
    chief = member("final reviewer")
    sign_now(draft, chief)
    with pytest.raises(ActRefused, match="somebody else"):
        sign_now(draft, chief)


def test_a_reporter_signs_nothing(draft: Article) -> None:
    with pytest.raises(ActRefused, match="not yours"):
        sign_now(draft, member("reporter"))


def test_an_editor_does_not_sign_the_final_review(draft: Article) -> None:
    signed(draft, up_to=Stage.SECOND)
    with pytest.raises(ActRefused, match="not yours"):
        sign_now(draft, member("editor"))


@pytest.mark.parametrize(
    ("stages", "order"),
    [(1, [Stage.FINAL]), (2, [Stage.FIRST, Stage.FINAL]), (3, [Stage.FIRST, Stage.SECOND, Stage.FINAL])],
)
def test_the_paper_sets_how_many_sign(draft: Article, settings, stages: int, order: list[Stage]) -> None:
    settings.REVIEW_STAGES = stages
    signed(draft)
    assert standing(draft).is_cleared
    assert list(draft.reviews.order_by("pk").values_list("stage", flat=True)) == order


def change_headline(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(headline="另一个标题")


def change_caption(article: Article) -> None:
    article.photos.update(caption="另一句图说。")


def change_picture(article: Article) -> None:
    article.photos.update(picture="photos/b.jpg")


def add_photo(article: Article) -> None:
    PhotoFactory(page=article.page, article=article)


def change_role(article: Article) -> None:
    article.authorships.update(role="通讯员")


@pytest.mark.parametrize("change", [change_headline, change_caption, change_picture, add_photo, change_role])
def test_every_change_of_what_readers_read_voids_the_signatures(draft: Article, change) -> None:
    signed(draft)
    change(draft)
    fresh = Article.objects.get(pk=draft.pk)
    assert standing(fresh).next_stage == Stage.FIRST
    note_stages([fresh])
    assert Article.objects.get(pk=draft.pk).signed_stage == 0


def test_the_place_in_the_print_is_no_part_of_the_signed_text(draft: Article) -> None:
    signed(draft)
    Article.objects.filter(pk=draft.pk).update(position=9, continues_on="8")
    assert standing(Article.objects.get(pk=draft.pk)).is_cleared


def test_who_has_read_an_older_text_does_not_sign_the_newer_one(draft: Article) -> None:
    seen = text_digest(draft)
    change_headline(draft)
    with pytest.raises(ActRefused, match="has changed"):
        sign(article=draft, digest=seen, by=member("editor"))
    assert not Review.objects.exists()


def test_an_article_sent_back_begins_again_with_its_reason_on_record(draft: Article) -> None:
    signed(draft, up_to=Stage.FIRST)
    send_back(article=draft, digest=text_digest(draft), by=member("editor"), note="导语太长。")
    assert standing(draft).next_stage == Stage.FIRST
    assert draft.reviews.filter(verdict=Verdict.SENT_BACK).get().note == "导语太长。"


def test_the_same_people_sign_again_after_a_change(draft: Article) -> None:
    editor = member("editor")
    sign_now(draft, editor)
    change_headline(draft)
    fresh = Article.objects.get(pk=draft.pk)
    assert sign_now(fresh, editor).round == 2


def test_the_database_itself_refuses_a_second_signature_of_one_person(draft: Article) -> None:
    review = sign_now(draft, UserFactory(is_superuser=True))
    review.pk, review.stage = None, Stage.SECOND
    with pytest.raises(IntegrityError), transaction.atomic():
        review.save(force_insert=True)


def test_the_record_outlives_the_article(draft: Article) -> None:
    signed(draft)
    title = draft.headline
    draft.photos.all().delete()
    draft.delete()
    assert all(title in review.about for review in Review.objects.all())
    assert Review.objects.count() == 3


def test_an_unsigned_article_is_not_published(draft: Article) -> None:
    signed(draft, up_to=Stage.SECOND)
    assert publish_articles(articles=[draft], by=member("final reviewer"), reason="急") == 0
    assert Article.objects.get().status == Status.DRAFT


def test_a_note_of_the_stage_that_lags_behind_publishes_nothing(draft: Article) -> None:
    signed(draft)
    change_headline(draft)  # signed_stage still says: final
    assert publish_articles(articles=[draft], by=member("final reviewer")) == 0


def test_a_superuser_gives_a_reason_that_stays_on_record(draft: Article) -> None:
    chief = UserFactory(is_superuser=True)
    assert publish_articles(articles=[draft], by=chief) == 0
    assert publish_articles(articles=[draft], by=chief, reason="总编辑电话签发") == 2
    review = draft.reviews.get()
    assert (review.verdict, review.note, review.person) == (Verdict.OVERRIDDEN, "总编辑电话签发", chief)


def test_an_edition_goes_out_with_its_signed_articles_alone(draft: Article) -> None:
    ready = signed(ArticleFactory(page=draft.page, status=Status.DRAFT))
    report = publish_edition(edition=draft.page.edition, by=member("final reviewer"))
    assert (report.published, report.unsigned) == (1, 1)
    assert list(Article.objects.public()) == [ready]
    assert draft.photos.get().status == Status.DRAFT


def test_a_correction_changes_the_words_and_stands_at_the_article() -> None:
    article = ArticleFactory(body="青石县有三个村。")
    correct_article(
        article=article,
        digest=text_digest(article),
        changes={"body": "青石县有四个村。"},
        text="村数应为四个。",
        by=member("final reviewer"),
    )
    article.refresh_from_db()
    assert article.body == "青石县有四个村。"
    assert article.corrections.get().text == "村数应为四个。"
    assert article.reviews.get().verdict == Verdict.CORRECTED


def test_a_correction_of_an_older_text_is_refused() -> None:
    article = ArticleFactory()
    seen = text_digest(article)
    change_headline(article)
    with pytest.raises(ActRefused, match="has changed"):
        correct_article(
            article=article, digest=seen, changes={"body": "。"}, text="改。", by=member("final reviewer")
        )


def test_an_import_does_not_write_into_what_is_signed() -> None:
    text = "法治望川\n\n老渡口有了新桥\n\n望川日报讯（记者 苏禾）渡口昨日通桥，两岸的人走过来。\n"
    take_in(text)
    article = signed(Article.objects.get(), up_to=Stage.FIRST)
    take_in(text.replace("两岸的人", "两岸的乡亲"))
    article.refresh_from_db()
    assert "两岸的人走过来" in article.body
    assert "乡亲" in article.reading.proposed["body"]
    assert standing(article).signed_stage == Stage.FIRST


def take_in(text: str) -> None:
    raw = RawText(content=text.encode(), encoding="utf-8", text=text, source="05.txt")
    import_page(parsed=parse_page(text), raw=raw, day=datetime.date(2026, 3, 6), number="5")


@pytest.mark.parametrize("name", ["reporter", "editor", "final reviewer", "operator"])
def test_a_group_comes_with_the_migrations(name: str) -> None:
    assert Group.objects.get(name=name).permissions.exists()


def test_only_final_reviewers_publish() -> None:
    may = Permission.objects.get(codename="publish_article").group_set.values_list("name", flat=True)
    assert list(may) == ["final reviewer"]
