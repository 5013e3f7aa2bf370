"""What the database itself refuses, on SQLite and on PostgreSQL alike."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models, transaction
from django.db.models import ProtectedError

from articles.models import Article, ContactEntry, Edition, Link, Page, Staff
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    AuthorshipFactory,
    ContactCardFactory,
    ContactEntryFactory,
    EditionFactory,
    PageFactory,
    PhotoFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


def refused(write: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            write()
    except (IntegrityError, DataError):
        return True
    return False


def set_on(row: models.Model, **values: object) -> Callable[[], object]:
    """Past every form and every save(): straight into the table."""
    return lambda: type(row)._default_manager.filter(pk=row.pk).update(**values)


def test_there_is_one_edition_a_date() -> None:
    edition = EditionFactory()
    assert refused(lambda: Edition.objects.create(date=edition.date))


def test_there_is_one_page_a_label_in_an_edition() -> None:
    page = PageFactory()
    assert refused(lambda: Page.objects.create(edition=page.edition, number=page.number))
    assert not refused(lambda: Page.objects.create(edition=EditionFactory(), number=page.number))


@pytest.mark.parametrize("label", ["", "0", "05", "a8", "A", "ABC1", "1000", "8版", "８"])
def test_a_page_number_is_a_label(label: str) -> None:
    assert refused(set_on(PageFactory(), number=label))


def test_there_is_one_article_a_number_on_a_page() -> None:
    article = ArticleFactory()
    other = ArticleFactory(page=article.page)
    assert refused(set_on(other, number=article.number))
    assert refused(set_on(other, number=0))


def test_nothing_continues_itself() -> None:
    article = ArticleFactory()
    assert refused(set_on(article, previous=article, link=Link.HAND))


def test_an_article_is_continued_by_one_at_most() -> None:
    first, second, third = ArticleFactory.create_batch(3, page=PageFactory())
    assert not refused(set_on(second, previous=first, link=Link.HAND))
    assert refused(set_on(third, previous=first, link=Link.HAND))


@pytest.mark.parametrize("link", [Link.NONE, Link.CUT])
def test_a_link_knows_who_made_it(link: Link) -> None:
    first, second = ArticleFactory.create_batch(2, page=PageFactory())
    assert refused(set_on(second, previous=first, link=link))


@pytest.mark.parametrize("field", ["continues_on", "continued_from"])
def test_a_jump_names_a_page_label_or_none(field: str) -> None:
    article = ArticleFactory()
    assert refused(set_on(article, **{field: "99999"}))
    assert not refused(set_on(article, **{field: "A8"}))


def test_a_text_ends_at_two_hundred_thousand_characters() -> None:
    article = ArticleFactory()
    assert not refused(set_on(article, body="字" * 200_000))
    assert refused(set_on(article, body="字" * 200_001))


def test_an_author_has_a_name_and_stands_once_on_an_article() -> None:
    row = AuthorshipFactory()
    assert refused(lambda: AuthorshipFactory(article=row.article, author=row.author))
    assert refused(set_on(row.author, name=""))
    assert refused(set_on(AuthorFactory(), name=row.author.name))


def test_a_staff_line_has_a_role_and_a_name() -> None:
    assert refused(set_on(StaffFactory(), name=""))
    assert refused(set_on(StaffFactory(), role=""))


def test_there_is_one_card_a_page() -> None:
    card = ContactCardFactory()
    assert refused(lambda: ContactCardFactory(page=card.page))


def test_an_entry_is_of_a_known_kind() -> None:
    assert refused(set_on(ContactEntryFactory(), kind="fax"))


@pytest.mark.parametrize("factory", [ArticleFactory, PhotoFactory, ContactCardFactory])
def test_a_status_is_a_known_one(factory: type[ArticleFactory]) -> None:
    assert refused(set_on(factory(), status="secret"))


def test_an_edition_or_page_that_holds_something_cannot_be_deleted() -> None:
    article = ArticleFactory()
    with pytest.raises(ProtectedError):
        article.page.delete()
    with pytest.raises(ProtectedError):
        article.page.edition.delete()


def test_a_deleted_article_lets_go_of_the_one_that_continued_it() -> None:
    first = ArticleFactory()
    second = ArticleFactory(page=first.page, previous=first, link=Link.RULE)
    first.delete()
    second.refresh_from_db()
    assert second.previous is None


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u202e", "\u200b", "\u2028", "\ue003"])
@pytest.mark.parametrize(
    ("field", "around"), [("headline", "{}标题"), ("body", "正文{}。"), ("byline", "记者{}")]
)
def test_hidden_characters_are_refused_in_every_printed_field(
    field: str, around: str, character: str
) -> None:
    article = ArticleFactory.build(page=PageFactory(), number=1, **{field: around.format(character)})
    with pytest.raises(ValidationError) as refusal:
        article.clean_fields()
    assert set(refusal.value.message_dict) == {field}


def test_a_title_is_one_line_and_a_text_ends_its_lines_in_one_way() -> None:
    article = ArticleFactory.build(page=PageFactory(), number=1, headline="两\n行", body="一段。\r\n又一段。")
    with pytest.raises(ValidationError, match="headline"):
        article.clean_fields()
    article.headline = "一行"
    article.clean_fields()
    assert article.body == "一段。\n又一段。"


@pytest.mark.parametrize(("typed", "stored"), [("08", "8"), ("a08", "A8"), ("八", "8"), ("②", "2")])
def test_a_label_is_stored_in_its_one_form(typed: str, stored: str) -> None:
    page = PageFactory.build(edition=EditionFactory(), number=typed)
    page.clean_fields(exclude=["order"])
    assert page.number == stored


@pytest.mark.parametrize("typed", ["头版", "0", "1000", "²", "9" * 5000])
def test_what_is_no_label_is_refused_with_a_sentence(typed: str) -> None:
    page = PageFactory.build(edition=EditionFactory(), number=typed)
    with pytest.raises(ValidationError, match="number"):
        page.clean_fields(exclude=["order"])


def test_pages_stand_in_the_order_of_leafing() -> None:
    edition = EditionFactory()
    for number in ("B1", "10", "A10", "2", "A2"):
        PageFactory(edition=edition, number=number)
    assert [page.number for page in edition.pages.all()] == ["2", "10", "A2", "A10", "B1"]


def test_numbers_of_articles_come_from_a_counter() -> None:
    page = PageFactory()
    first, second = ArticleFactory.create_batch(2, page=page)
    second.delete()
    assert (first.number, ArticleFactory(page=page).number) == (1, 3)


def test_the_cards_entries_go_with_it() -> None:
    entry = ContactEntryFactory()
    entry.card.delete()
    assert not ContactEntry.objects.exists()


def test_the_staff_go_with_their_page() -> None:
    StaffFactory().page.delete()
    assert not Staff.objects.exists()


def test_an_article_continues_only_one_of_its_own_date() -> None:
    article = ArticleFactory.build(page=PageFactory(), previous=ArticleFactory())
    with pytest.raises(ValidationError, match="previous"):
        article.clean()
    assert Article.objects.count() == 1


@pytest.mark.parametrize("field", ["headline", "kicker", "byline", "dateline"])
def test_a_printed_line_has_a_length_that_every_database_keeps_to(field: str) -> None:
    article = ArticleFactory()
    assert not refused(set_on(article, **{field: "字" * 500}))
    assert refused(set_on(article, **{field: "字" * 501}))
