"""What a reader may see: published, not withdrawn, its own time come, and its edition's."""

import datetime

import pytest
from django.utils import timezone

from articles.models import Article, ContactCard, Edition, Page, Photo, Status
from tests.factories import ArticleFactory, ContactCardFactory, EditionFactory, PageFactory, PhotoFactory

pytestmark = pytest.mark.django_db

NOW = timezone.now()
EARLIER, LATER = NOW - datetime.timedelta(days=1), NOW + datetime.timedelta(days=1)
FACTORIES = {Article: ArticleFactory, Photo: PhotoFactory, ContactCard: ContactCardFactory}


@pytest.fixture(params=FACTORIES, ids=lambda model: model.__name__)
def model(request):
    return request.param


def make(model, edition_time=EARLIER, **fields):
    return FACTORIES[model](page=PageFactory(edition=EditionFactory(public_from=edition_time)), **fields)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_a_draft_and_a_withdrawn_record_are_not_public(model, status) -> None:
    make(model, status=status)
    assert not model.objects.public().exists()


@pytest.mark.parametrize("edition_time", [None, LATER])
def test_nothing_is_public_before_its_edition(model, edition_time) -> None:
    make(model, edition_time)
    assert not model.objects.public().exists()


def test_a_record_may_be_public_later_than_its_edition_but_not_earlier(model) -> None:
    make(model, public_from=LATER)
    make(model, LATER, public_from=EARLIER)
    assert not model.objects.public().exists()
    assert model.objects.public(LATER).count() == 2


def test_a_published_record_of_an_edition_that_is_out_is_public(model) -> None:
    record = make(model)
    assert list(model.objects.public()) == [record]


def test_a_photo_is_not_seen_without_its_article() -> None:
    article = make(Article, status=Status.DRAFT)
    photo = PhotoFactory(page=article.page, article=article)
    assert not Photo.objects.public().exists()
    Article.objects.update(status=Status.PUBLISHED)
    assert list(Photo.objects.public()) == [photo]


def test_a_page_and_an_edition_without_anything_public_are_not_public() -> None:
    make(Article, status=Status.DRAFT)
    make(ContactCard)
    PageFactory(edition=EditionFactory(public_from=EARLIER))
    assert not Page.objects.public().exists()
    assert not Edition.objects.public().exists()


def test_one_article_or_photo_makes_its_page_and_edition_public() -> None:
    pages = [make(Article).page, make(Photo).page]
    assert set(Page.objects.public()) == set(pages)
    assert set(Edition.objects.public()) == {page.edition for page in pages}


def test_only_what_readers_could_have_seen_counts_as_withdrawn() -> None:
    gone = make(Article, status=Status.WITHDRAWN)
    make(Article, LATER, status=Status.WITHDRAWN)
    make(Article, status=Status.WITHDRAWN, public_from=LATER)
    make(Article, status=Status.DRAFT)
    assert list(Article.objects.withdrawn()) == [gone]
