"""Editors publish, withdraw and take back; each act asks first and says what readers will see."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article, Edition, Photo, Status
from tests.desk.forms import address, ask, changelist, do
from tests.factories import (
    ArticleFactory,
    ContactCardFactory,
    EditionFactory,
    PageFactory,
    PhotoFactory,
    signed,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Edition:
    page = PageFactory(edition__public_from=None)
    article = ArticleFactory(page=page, status=Status.DRAFT, continues_on="8")
    PhotoFactory(page=page, article=article, status=Status.DRAFT)
    signed(article)
    ContactCardFactory(page=page, status=Status.DRAFT)
    return page.edition


def test_nothing_is_published_before_the_editor_confirms(chief: Client, draft: Edition) -> None:
    ask(chief, "publish_now", draft)
    draft.refresh_from_db()
    assert draft.public_from is None
    assert not Article.objects.exclude(status=Status.DRAFT).exists()


def test_the_question_says_what_readers_will_see_and_what_is_unfinished(
    chief: Client, draft: Edition
) -> None:
    words = ask(chief, "publish_now", draft).content.decode()
    assert "1 article, 1 photo, 1 contact card" in words
    assert "1 jump waits for a page that has not come." in words
    assert "1 photo has no picture file." in words


def test_publishing_now_shows_the_edition(chief: Client, draft: Edition) -> None:
    assert do(chief, "publish_now", draft).status_code == 302
    assert Edition.objects.public().get() == draft
    assert Article.objects.public().count() == Photo.objects.public().count() == 1


def test_publishing_at_a_time_shows_the_edition_from_then(chief: Client, draft: Edition) -> None:
    do(chief, "publish_at", draft, at_0="2031-05-04", at_1="06:30")
    draft.refresh_from_db()
    time = timezone.make_aware(datetime.datetime(2031, 5, 4, 6, 30))  # noqa: DTZ001
    assert draft.public_from == time
    assert not Article.objects.public().exists()
    assert Article.objects.public(at=time).exists()


@pytest.mark.parametrize("answer", [{}, {"at_0": "2031-05-04"}, {"at_0": "2031-02-30", "at_1": "06:30"}])
def test_a_time_that_cannot_be_is_asked_for_again(
    chief: Client, draft: Edition, answer: dict[str, str]
) -> None:
    assert do(chief, "publish_at", draft, **answer).status_code == 200
    draft.refresh_from_db()
    assert draft.public_from is None


def test_an_edition_that_is_out_keeps_its_time_when_late_drafts_follow(chief: Client) -> None:
    edition = EditionFactory()
    article = signed(ArticleFactory(page__edition=edition, status=Status.DRAFT))
    before = edition.public_from
    do(chief, "publish_now", edition)
    edition.refresh_from_db()
    article.refresh_from_db()
    assert (edition.public_from, article.status) == (before, Status.PUBLISHED)


def test_an_edition_held_back_is_seen_by_no_reader(chief: Client) -> None:
    article = ArticleFactory()
    do(chief, "hold_back", article.page.edition)
    assert not Article.objects.public().exists()
    article.refresh_from_db()
    assert article.status == Status.PUBLISHED


def test_an_article_is_published_with_its_photos(chief: Client) -> None:
    article = ArticleFactory(status=Status.DRAFT)
    PhotoFactory(page=article.page, article=article, status=Status.DRAFT)
    signed(article)
    do(chief, "publish_with_photos", article)
    assert Article.objects.public().count() == Photo.objects.public().count() == 1


def test_a_withdrawn_article_stays_withdrawn_when_its_edition_is_published(chief: Client) -> None:
    article = ArticleFactory(status=Status.WITHDRAWN)
    do(chief, "publish_now", article.page.edition)
    do(chief, "publish_with_photos", article)
    article.refresh_from_db()
    assert article.status == Status.WITHDRAWN


def test_withdrawing_leaves_the_notice(chief: Client) -> None:
    article = ArticleFactory()
    do(chief, "withdraw", article, notice="因事实有误，本文已撤回。")
    article.refresh_from_db()
    assert (article.status, article.withdrawal_notice) == (Status.WITHDRAWN, "因事实有误，本文已撤回。")


def test_what_was_done_stands_in_the_history_of_the_record(chief: Client) -> None:
    article = ArticleFactory()
    do(chief, "withdraw", article, notice="")
    assert "withdrawn" in chief.get(address(article, "history")).content.decode()


def test_a_draft_is_not_withdrawn(chief: Client) -> None:
    article = ArticleFactory(status=Status.DRAFT)
    do(chief, "withdraw", article, notice="")
    article.refresh_from_db()
    assert article.status == Status.DRAFT


def test_a_notice_with_a_hidden_direction_mark_is_refused(chief: Client) -> None:
    article = ArticleFactory()
    assert do(chief, "withdraw", article, notice="已撤回\u202e").status_code == 200
    article.refresh_from_db()
    assert article.status == Status.PUBLISHED


def test_the_question_names_the_parts_of_the_story_that_stay(chief: Client) -> None:
    first = ArticleFactory()
    second = ArticleFactory(
        page=PageFactory(edition=first.page.edition), previous=first, link="hand", story_start=first, part=2
    )
    assert (
        f"The part “{second}” on page {second.page.number} stays online."
        in ask(chief, "withdraw", first).content.decode()
    )


def test_a_withdrawn_article_goes_back_to_draft_without_its_notice(chief: Client) -> None:
    article = ArticleFactory(status=Status.WITHDRAWN, withdrawal_notice="已撤回。")
    do(chief, "back_to_draft", article)
    article.refresh_from_db()
    assert (article.status, article.withdrawal_notice) == (Status.DRAFT, "")


@pytest.mark.parametrize("factory", [PhotoFactory, ContactCardFactory])
def test_photos_and_cards_are_published_and_taken_back(chief: Client, factory) -> None:
    record = factory(status=Status.DRAFT)
    do(chief, "publish", record)
    record.refresh_from_db()
    assert record.status == Status.PUBLISHED
    do(chief, "back_to_draft", record)
    record.refresh_from_db()
    assert record.status == Status.DRAFT


def test_whoever_came_from_the_form_goes_back_to_it(chief: Client) -> None:
    article = ArticleFactory()
    assert do(chief, "withdraw", article, notice="", from_form="yes").url == address(article)


def test_whoever_came_from_the_list_goes_back_to_it(chief: Client) -> None:
    assert do(chief, "withdraw", ArticleFactory(), notice="").url == changelist(Article)


def test_the_form_cannot_change_the_status_past_the_question(chief: Client) -> None:
    article = ArticleFactory(status=Status.DRAFT)
    assert "status" not in chief.get(address(article)).context["adminform"].form.fields
    assert "public_from" not in chief.get(address(article.page.edition)).context["adminform"].form.fields


def test_a_published_article_is_corrected_with_the_words_that_were_typed(chief: Client) -> None:
    article = ArticleFactory(headline="三张板凳", body="一段。")
    seen = {name: getattr(article, name) for name in ("headline", "body", "byline", "source")}
    answer = do(chief, "correct", article, **seen | {"headline": "三张凳子"}, text="标题应为三张凳子。")
    assert answer.status_code == 302
    article.refresh_from_db()
    assert article.headline == "三张凳子"
    assert article.corrections.get().text == "标题应为三张凳子。"


def test_a_correction_that_changes_nothing_is_told_so(chief: Client) -> None:
    article = ArticleFactory(body="一段。")
    seen = {name: getattr(article, name) for name in ("headline", "body", "byline", "source")}
    assert (
        "Nothing is changed yet." in do(chief, "correct", article, **seen, text="没有错。").content.decode()
    )


def test_a_question_shows_no_label_of_what_it_hides(chief: Client) -> None:
    question = ask(chief, "sign_articles", ArticleFactory(status=Status.DRAFT)).content.decode()
    assert 'name="seen"' in question
    assert "Seen:" not in question
