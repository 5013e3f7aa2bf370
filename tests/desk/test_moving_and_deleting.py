"""An article goes to another page, a page to another date; what is full is not deleted."""

import pytest
from django.test import Client

from articles.continuations import link_by_hand, link_continuations
from articles.models import Article, Link, Page, Status
from tests.desk.forms import address, delete, errors, save
from tests.factories import ArticleFactory, AuthorshipFactory, EditionFactory, PageFactory, PhotoFactory

pytestmark = pytest.mark.django_db


def test_a_page_with_articles_is_not_deleted_and_says_why(chief: Client) -> None:
    article = ArticleFactory()
    answer = delete(chief, article.page)
    assert "It cannot be deleted while something stands in it." in answer.content.decode()
    assert Page.objects.filter(pk=article.page.pk).exists()


def test_an_edition_with_pages_is_not_deleted_and_says_why(chief: Client) -> None:
    article = ArticleFactory()
    answer = delete(chief, article.page.edition)
    assert "It cannot be deleted while something stands in it." in answer.content.decode()
    article.page.edition.refresh_from_db()


def test_a_page_with_articles_is_not_deleted_on_the_form_of_its_edition(chief: Client) -> None:
    page = ArticleFactory().page
    answer = save(chief, page.edition, {"pages-0-DELETE": "on"})
    assert answer.status_code == 200
    assert Page.objects.filter(pk=page.pk).exists()


def test_an_empty_page_is_deleted_on_the_form_of_its_edition(chief: Client) -> None:
    page = PageFactory()
    assert save(chief, page.edition, {"pages-0-DELETE": "on"}).status_code == 302
    assert not Page.objects.exists()


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.WITHDRAWN])
def test_what_readers_have_the_address_of_does_not_move(chief: Client, status: Status) -> None:
    article = ArticleFactory(status=status)
    answer = save(chief, article, {"page": PageFactory(edition=article.page.edition).pk})
    assert errors(answer, "page") == [
        f"“{article}” is published, and readers have its address. Make it a draft first, then move it."
    ]
    assert Article.objects.get().page == article.page


def test_an_article_that_moves_takes_the_next_number_of_its_new_page(chief: Client) -> None:
    article = ArticleFactory(status=Status.DRAFT)
    page = PageFactory(edition=article.page.edition)
    ArticleFactory(page=page).delete()
    assert save(chief, article, {"page": page.pk}).status_code == 302
    article.refresh_from_db()
    assert (article.page, article.number) == (page, 2)


def test_the_number_it_leaves_behind_is_never_given_again(chief: Client) -> None:
    article = ArticleFactory(status=Status.DRAFT)
    left = article.page
    save(chief, article, {"page": PageFactory(edition=left.edition).pk})
    assert ArticleFactory(page=Page.objects.get(pk=left.pk)).number == 2


def test_its_photos_go_with_it(chief: Client) -> None:
    article = ArticleFactory(status=Status.DRAFT)
    photo = PhotoFactory(page=article.page, article=article)
    page = PageFactory(edition=article.page.edition)
    assert save(chief, article, {"page": page.pk}).status_code == 302
    photo.refresh_from_db()
    assert (photo.page, photo.article) == (page, article)


def test_a_moved_half_is_joined_from_its_new_page(chief: Client) -> None:
    edition = EditionFactory()
    five, six, eight = (PageFactory(edition=edition, number=number) for number in ("5", "6", "8"))
    first = ArticleFactory(page=five, headline="一座桥", continues_on="8")
    second = ArticleFactory(page=six, headline="一座桥", continued_from="5", status=Status.DRAFT)
    assert save(chief, second, {"page": eight.pk}).status_code == 302
    second.refresh_from_db()
    assert (second.previous, second.link) == (first, Link.RULE)


def test_a_half_that_moves_to_another_date_leaves_its_story(chief: Client) -> None:
    _, second = joined_by_rule()
    page = PageFactory()
    assert save(chief, second, {"page": page.pk}).status_code == 302
    second.refresh_from_db()
    assert (second.page, second.previous, second.part) == (page, None, 1)


def test_a_half_linked_by_hand_asks_before_it_moves_to_another_date(chief: Client) -> None:
    first, second = joined_by_rule()
    link_by_hand(article=second, previous=first)
    answer = save(chief, second, {"page": PageFactory().pk})
    assert list(answer.context["adminform"].form.errors) == ["previous"]


def test_a_first_half_that_moves_to_another_date_lets_the_second_go(chief: Client) -> None:
    first, second = joined_by_rule()
    link_by_hand(article=second, previous=first)
    assert save(chief, first, {"page": PageFactory().pk}).status_code == 302
    second.refresh_from_db()
    assert (second.previous, second.link, second.story_start) == (None, Link.NONE, None)


def test_a_page_filed_under_the_wrong_number_finds_its_halves_when_corrected(chief: Client) -> None:
    edition = EditionFactory()
    first = ArticleFactory(page=PageFactory(edition=edition, number="5"), headline="一座桥", continues_on="8")
    second = ArticleFactory(
        page=PageFactory(edition=edition, number="9"), headline="一座桥", continued_from="5"
    )
    assert save(chief, second.page, {"number": "8"}).status_code == 302
    second.refresh_from_db()
    assert second.previous == first


def test_a_page_filed_under_the_wrong_date_is_moved_with_all_that_stands_on_it(chief: Client) -> None:
    first, second = joined_by_rule()
    link_by_hand(article=second, previous=first)
    edition = EditionFactory()
    assert save(chief, second.page, {"edition": edition.pk}).status_code == 302
    second.refresh_from_db()
    assert (second.page.edition, second.previous, second.link) == (edition, None, Link.NONE)


def test_deleting_a_first_half_lets_the_second_wait(chief: Client) -> None:
    first, second = joined_by_rule()
    assert delete(chief, first).status_code == 302
    second.refresh_from_db()
    assert (second.previous, second.link, second.story_start, second.part) == (None, Link.NONE, None, 1)


def test_deleting_an_article_leaves_its_photos_on_the_page(chief: Client) -> None:
    photo = PhotoFactory()
    article = ArticleFactory(page=photo.page)
    photo.article = article
    photo.save()
    assert delete(chief, article).status_code == 302
    photo.refresh_from_db()
    assert photo.article is None


def test_a_defect_does_not_keep_an_article_from_being_deleted(editor) -> None:
    article = ArticleFactory()
    article.defects.create(
        page=article.page, stage="linking", code="jump-to-itself", details={"title": "一", "page": "5"}
    )
    client = editor("view_article", "delete_article", "publish_article")
    assert delete(client, article).status_code == 302
    assert not Article.objects.exists()


def joined_by_rule() -> tuple[Article, Article]:
    edition = EditionFactory()
    five, eight = (PageFactory(edition=edition, number=number) for number in ("5", "8"))
    draft = Status.DRAFT
    first = ArticleFactory(page=five, headline="一座桥", continues_on="8", status=draft)
    second = ArticleFactory(page=eight, headline="一座桥", continued_from="5", status=draft)
    link_continuations(edition=edition)
    second.refresh_from_db()
    assert second.previous == first
    return first, second


def test_no_form_offers_to_delete_another_record_in_passing(chief: Client) -> None:
    article = AuthorshipFactory(article__status="draft").article
    words = chief.get(address(article)).content.decode()
    assert "delete-related" not in words
    assert "change-related" in words
