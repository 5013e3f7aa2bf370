"""Filing: an article goes to another page or out of the paper, a page to another date or number."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from articles.continuations import link_continuations
from articles.models import Act, Article, Edition, Link, Page, Status, noted_as
from articles.reviewing import ActRefused


@transaction.atomic
@noted_as(Act.MOVE)
def move_article(*, article: Article, page: Page) -> None:
    """Put an article on another page, with its photos. It gets the next number there, and so a new address.

    Raises ActRefused where readers may have its address already.
    """
    check_move(article=article)
    editions = _lock(article.page.edition_id, page.edition_id)
    article.page = page
    article.number = page.take_article_number()
    article.save(update_fields=["page", "number", "modified_at"])
    for photo in article.photos.all():
        photo.page = page
        photo.save(update_fields=["page", "modified_at"])
    _relink(editions)
    article.refresh_from_db(fields=["previous", "link", "story_start", "part"])


def check_move(*, article: Article) -> None:
    """Raise ActRefused where an article cannot move: what was published is found at its address for good."""
    if article.status != Status.DRAFT:
        raise ActRefused(
            _("“%(title)s” is published, and readers have its address. Make it a draft first, then move it.")
            % {"title": article}
        )


@transaction.atomic
def delete_articles(*, articles: Iterable[Article]) -> None:
    """Take articles out of the paper; their photos stay on the page, and the jumps are computed anew."""
    articles = list(articles)
    editions = _lock(*{article.page.edition_id for article in articles})
    _let_go(Article.objects.filter(previous__in=articles))
    for article in articles:
        article.delete()
    _relink(editions)


@transaction.atomic
def refile_page(*, page: Page) -> None:
    """Save a page whose edition or number may have changed; its articles keep their numbers on it."""
    before = Page.objects.values_list("edition", flat=True).get(pk=page.pk)
    editions = _lock(before, page.edition_id)
    page.save()
    _relink(editions)


def _lock(*editions: int) -> list[Edition]:
    # in the order of their keys, so that two movers cannot wait for each other
    return list(Edition.objects.select_for_update().filter(pk__in=editions).order_by("pk"))


def _relink(editions: list[Edition]) -> None:
    for edition in editions:
        strays = Article.objects.of_edition(edition).exclude(previous=None)
        _let_go(strays.exclude(previous__page__edition=F("page__edition")))
    for edition in editions:
        link_continuations(edition=edition)


@noted_as(Act.LINK)
def _let_go(articles: Iterable[Article]) -> None:
    """A link whose other end is gone was made for nothing: the printed notices decide again."""
    for article in articles:
        article.previous, article.link = None, Link.NONE
        article.save(update_fields=["previous", "link", "modified_at"])
