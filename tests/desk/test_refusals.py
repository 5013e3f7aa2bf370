"""What cannot be saved is refused at its field with one sentence, never with an error of the server."""

import pytest
from django.test import Client

from articles.models import Article, Edition, Page, Status
from tests.desk.forms import do, errors, save
from tests.factories import ArticleFactory, EditionFactory, PageFactory, signed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["A", "0", "1000", "头版"])
def test_a_page_that_is_out_refuses_what_is_no_label(chief: Client, typed: str) -> None:
    page = ArticleFactory().page
    answer = save(chief, page, {"number": typed})
    assert answer.status_code == 200
    assert "is not a page label" in errors(answer, "number")[0]


def test_two_pages_do_not_exchange_their_numbers_in_one_step(chief: Client) -> None:
    edition = EditionFactory()
    for number in ("5", "8"):
        PageFactory(edition=edition, number=number)
    answer = save(chief, edition, {"pages-0-number": "8", "pages-1-number": "5"})
    assert answer.status_code == 200
    assert "free number" in answer.content.decode()
    assert sorted(Page.objects.values_list("number", flat=True)) == ["5", "8"]


def test_a_page_takes_a_free_number(chief: Client) -> None:
    page = PageFactory(number="5")
    assert save(chief, page.edition, {"pages-0-number": "8"}).status_code == 302
    assert Page.objects.get().number == "8"


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_nothing_goes_out_in_a_year_that_cannot_be_meant(chief: Client, year: str) -> None:
    article = ArticleFactory()
    edition = article.page.edition
    answer = do(chief, "publish_at", edition, at_0=f"{year}-01-01", at_1="00:00")
    assert answer.status_code == 200
    assert Edition.objects.get().public_from == edition.public_from
    draft = signed(ArticleFactory(status=Status.DRAFT))
    answer = do(chief, "publish_with_photos", draft, at_0=f"{year}-01-01", at_1="00:00")
    assert answer.status_code == 200
    assert not Article.objects.filter(pk=draft.pk).exclude(status=Status.DRAFT).exists()
