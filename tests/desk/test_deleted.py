"""What was deleted is listed with who did it, and comes back at its old address as a draft."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.desk.conflicts import OPENED
from articles.filing import delete_articles
from articles.models import (
    Article,
    ContactCard,
    Correction,
    Edition,
    Link,
    Page,
    Photo,
    Reading,
    RecordKind,
    Status,
)
from articles.restoring import bring_back
from articles.versions import deleted_versions
from tests.desk.forms import address, delete
from tests.desk.rows import make_page
from tests.desk.test_history import words
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


def deleted_list(record: Edition | Page) -> str:
    return address(record, "deleted")


def titles(client: Client, record: Edition | Page) -> list[str]:
    return [line.title for line in client.get(deleted_list(record)).context["lines"]]


def fetch_back(client: Client, model: type, key: int) -> Any:
    """Ask for a deleted record to be brought back, and confirm it."""
    url = reverse(f"admin:articles_{model._meta.model_name}_bring_back", args=[key])
    asked = client.get(url)
    opened = asked.context.get("opened", "") if asked.context else ""
    return client.post(url, {"confirmed": "yes", OPENED: opened}, follow=True)


def test_a_deleted_article_is_listed_at_its_edition_and_its_page_with_who_did_it(chief: Client) -> None:
    article, other = ArticleFactory(headline="删去的桥"), ArticleFactory()
    edition, page = article.page.edition, article.page
    delete(chief, article)
    (line,) = chief.get(deleted_list(edition)).context["lines"]
    assert (line.title, line.who, line.page) == ("删去的桥", "林一苇", page.number)
    assert titles(chief, page) == ["删去的桥"]
    assert titles(chief, other.page.edition) == []


def test_a_deleted_article_comes_back_with_its_old_number_as_a_draft(chief: Client) -> None:
    article = ArticleFactory(headline="删去的桥")
    AuthorshipFactory(article=article, author=AuthorFactory(name="苏禾"), role="摄影")
    article.save()
    key, number = article.pk, article.number
    delete(chief, article)
    ArticleFactory(page=article.page)
    answer = fetch_back(chief, Article, key)
    back = Article.objects.get(pk=key)
    assert (back.headline, back.number, back.status) == ("删去的桥", number, Status.DRAFT)
    assert list(back.authorships.values_list("author__name", "role")) == [("苏禾", "摄影")]
    assert "is back" in words(answer)
    assert titles(chief, back.page.edition) == []


def test_the_history_goes_on_where_it_ended(chief: Client) -> None:
    article = ArticleFactory()
    key = article.pk
    delete(chief, article)
    fetch_back(chief, Article, key)
    acts = [line.act for line in chief.get(address(article_of(key), "history")).context["lines"]]
    assert acts[0] == "brought back after deletion"
    assert "deleted" in acts
    assert acts[-1] == "created"


def article_of(key: int) -> Article:
    return Article.objects.get(pk=key)


def test_its_photos_stand_with_it_again() -> None:
    article = ArticleFactory()
    photo = PhotoFactory(page=article.page, article=article)
    touched = PhotoFactory(page=article.page, article=article)
    delete_articles(articles=[article])
    touched.refresh_from_db()
    touched.save()  # an editor has let it stand alone meanwhile
    back = bring_back(version=deleted_versions(Article).get())
    assert list(back.photos.all()) == [photo]


def test_its_jump_is_joined_again() -> None:
    page = PageFactory(number="5")
    first = ArticleFactory(page=page, headline="一座桥的三十年", continues_on="8")
    second = ArticleFactory(
        page=PageFactory(edition=page.edition, number="8"), headline="一座桥的三十年", continued_from="5"
    )
    delete_articles(articles=[first])
    back = bring_back(version=deleted_versions(Article).get())
    second.refresh_from_db()
    assert (second.previous, second.link) == (back, Link.RULE)


def test_an_import_knows_it_again() -> None:
    article = ArticleFactory(headline="删去的桥", body="桥修好了。")
    fields = {"headline": "删去的桥", "body": "桥修好了。", "kicker": "", "subtitle": ""}
    reading = Reading.objects.create(
        page=article.page, kind=RecordKind.ARTICLE, article=article, fields=fields
    )
    stranger = {"headline": "别的", "body": "全不相干的一段话。", "kicker": "", "subtitle": ""}
    Reading.objects.create(page=article.page, kind=RecordKind.ARTICLE, fields=stranger)
    delete_articles(articles=[article])
    back = bring_back(version=deleted_versions(Article).get())
    assert back.reading == reading


def test_what_hung_on_it_comes_with_it() -> None:
    article = make_page(EditionFactory())
    correction, waiver = article.corrections.get(), article.waivers.get()
    delete_articles(articles=[article])
    assert not Correction.objects.exists()
    back = bring_back(version=deleted_versions(Article).get())
    assert back.corrections.get() == correction
    assert back.corrections.get().at == correction.at
    assert back.waivers.get() == waiver


def test_a_page_a_photo_and_a_card_come_back(chief: Client) -> None:
    staff, entry, photo = StaffFactory(), ContactEntryFactory(), PhotoFactory()
    for record in (staff.page, entry.card, photo):
        record.save()
        key, model = record.pk, type(record)
        delete(chief, record)
        assert not model.objects.filter(pk=key).exists()
        fetch_back(chief, model, key)
        assert model.objects.filter(pk=key).exists()
    assert Page.objects.get(pk=staff.page.pk).staff.get().name == staff.name
    assert ContactCard.objects.get(pk=entry.card.pk).entries.get().value == entry.value


def test_what_is_not_deleted_is_not_brought_back(chief: Client) -> None:
    article = ArticleFactory()
    assert fetch_back(chief, Article, article.pk).status_code == 404


def test_an_article_without_its_page_says_what_comes_first(chief: Client) -> None:
    article = ArticleFactory()
    key, page = article.pk, article.page
    delete_articles(articles=[article])
    page.delete()
    assert "Bring back the page first." in words(fetch_back(chief, Article, key))
    assert not Article.objects.exists()


def test_a_page_whose_number_is_taken_says_so(chief: Client) -> None:
    page = PageFactory(number="5")
    key = page.pk
    page.delete()
    PageFactory(edition=page.edition, number="5")
    assert "Another page has the number 5 by now." in words(fetch_back(chief, Page, key))
    assert not Page.objects.filter(pk=key).exists()


def test_a_card_whose_place_is_taken_says_so(chief: Client) -> None:
    card = ContactCardFactory()
    key = card.pk
    card.delete()
    ContactCardFactory(page=card.page)
    assert "another contact card" in words(fetch_back(chief, ContactCard, key))


def test_who_may_not_add_articles_brings_none_back(editor: Any) -> None:
    article = ArticleFactory()
    key, edition = article.pk, article.page.edition
    delete_articles(articles=[article])
    client = editor("view_edition", "view_article")
    assert titles(client, edition) == [str(article)]
    assert "bring-back" not in client.get(deleted_list(edition)).content.decode()
    assert fetch_back(client, Article, key).status_code == 403


def test_who_may_not_see_articles_finds_none_in_the_list(editor: Any) -> None:
    article = ArticleFactory()
    photo = PhotoFactory(page=article.page)
    delete_articles(articles=[article])
    photo.delete()
    assert titles(editor("view_edition", "view_photo"), article.page.edition) == [str(photo)]


def test_a_long_list_comes_in_pages_and_asks_as_often_as_a_short_one(chief: Client) -> None:
    edition = EditionFactory()

    def fill(count: int) -> None:
        for _ in range(count):
            article, photo = ArticleFactory(page__edition=edition), PhotoFactory(page__edition=edition)
            delete_articles(articles=[article])
            photo.delete()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            chief.get(deleted_list(edition))
        return len(captured)

    fill(1)
    queries()
    few = queries()
    fill(40)
    assert queries() == few
    assert len(titles(chief, edition)) == 50
    assert Photo.objects.count() == 0
