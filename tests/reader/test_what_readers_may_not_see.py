"""What a reader may not see does not exist, whoever guesses the address."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article, Edition, Page, Photo, Status
from articles.publishing import withdraw_article
from tests.factories import (
    ArticleFactory,
    ContactCardFactory,
    ContactEntryFactory,
    EditionFactory,
    PageFactory,
    PhotoFactory,
    StaffFactory,
)
from tests.reader.addresses import every_page

pytestmark = pytest.mark.django_db

CANARY = "金丝雀"
SOON = timedelta(hours=1)


def canary_article(page: Page, **fields: object) -> Article:
    named = dict.fromkeys(("column", "kicker", "headline", "subtitle", "byline", "source", "body"), CANARY)
    return ArticleFactory(page=page, **(named | fields))


@pytest.fixture
def page() -> Page:
    """A public page with one public article."""
    return ArticleFactory(page__title="法治望川").page


def assert_nowhere(client: Client) -> None:
    for address in every_page():
        answer = client.get(address, follow=True)
        assert CANARY not in answer.content.decode(), address


@pytest.mark.parametrize("kind", ["article", "page", "edition"])
def test_an_embargoed_edition_cannot_be_guessed(client: Client, kind: str) -> None:
    article = canary_article(
        PageFactory(title=CANARY, edition=EditionFactory(public_from=timezone.now() + SOON))
    )
    PhotoFactory(page=article.page, caption=CANARY)
    shown = {"article": article, "page": article.page, "edition": article.page.edition}[kind]
    assert client.get(shown.get_absolute_url()).status_code == 404
    assert_nowhere(client)


def test_an_edition_without_a_time_is_not_there(client: Client) -> None:
    article = ArticleFactory(page__edition__public_from=None)
    assert client.get(article.get_absolute_url()).status_code == 404
    assert client.get(article.page.get_absolute_url()).status_code == 404
    assert client.get(article.page.edition.get_absolute_url()).status_code == 404


def test_a_reader_cannot_guess_the_address_of_a_draft(client: Client, page: Page) -> None:
    draft = canary_article(page, status=Status.DRAFT)
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert_nowhere(client)


def test_an_article_whose_own_time_has_not_come_is_not_there(client: Client, page: Page) -> None:
    later = canary_article(page, public_from=timezone.now() + SOON)
    assert client.get(later.get_absolute_url()).status_code == 404
    assert_nowhere(client)


def test_a_page_with_nothing_but_drafts_is_not_there(client: Client, page: Page) -> None:
    other = PageFactory(edition=page.edition, title=CANARY)
    canary_article(other, status=Status.DRAFT)
    StaffFactory(page=other, name=CANARY)
    assert client.get(other.get_absolute_url()).status_code == 404
    assert_nowhere(client)


def test_the_title_of_a_page_of_drafts_is_no_choice_of_the_archive(client: Client, page: Page) -> None:
    canary_article(PageFactory(edition=page.edition, title=CANARY), status=Status.DRAFT)
    assert CANARY not in client.get("/archive/").content.decode()
    assert page.edition.date.isoformat() in client.get("/archive/", {"section": page.title}).content.decode()


def test_photos_and_cards_that_are_drafts_are_not_printed(client: Client, page: Page) -> None:
    PhotoFactory(page=page, caption=CANARY, credit=CANARY, status=Status.DRAFT)
    ContactEntryFactory(card=ContactCardFactory(page=page, title=CANARY, status=Status.DRAFT), value=CANARY)
    assert_nowhere(client)


def test_the_photo_of_a_withdrawn_article_goes_with_it(client: Client, page: Page) -> None:
    article = canary_article(page)
    PhotoFactory(page=page, article=article, caption=CANARY)
    withdraw_article(article=article)
    assert_nowhere(client)


def test_a_withdrawn_article_is_gone_and_says_why(client: Client, page: Page) -> None:
    article = canary_article(page)
    withdraw_article(article=article, notice="本文采访对象有误，已撤回。")
    answer = client.get(article.get_absolute_url())
    assert answer.status_code == 410
    assert "本文采访对象有误，已撤回。" in answer.content.decode()
    assert_nowhere(client)


def test_an_article_withdrawn_before_its_edition_was_out_is_not_there(client: Client) -> None:
    article = ArticleFactory(page__edition__public_from=timezone.now() + SOON)
    withdraw_article(article=article)
    assert client.get(article.get_absolute_url()).status_code == 404


def test_a_later_part_without_a_title_does_not_name_a_withdrawn_first(client: Client, page: Page) -> None:
    first = canary_article(page)
    ArticleFactory(
        page__edition=page.edition, headline="", story_start=first, part=2, continued_from=page.number
    )
    withdraw_article(article=first)
    assert_nowhere(client)


def test_what_is_public_is_shown_at_once(client: Client) -> None:
    article = canary_article(PageFactory(edition__public_from=timezone.now() + SOON), status=Status.DRAFT)
    Edition.objects.update(public_from=timezone.now())
    Article.objects.update(status=Status.PUBLISHED)
    Photo.objects.update(status=Status.PUBLISHED)
    for address in ("/", article.page.edition.get_absolute_url(), article.page.get_absolute_url()):
        assert CANARY in client.get(address).content.decode()
    assert CANARY in client.get(article.get_absolute_url()).content.decode()
