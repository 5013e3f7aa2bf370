"""Stories in rows, newest edition first: by an author, of a section; leafed through by key and not by offset."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db.models import Exists, OuterRef, Q

from articles.models import Article, Authorship
from articles.models.article import ArticleQuerySet
from articles.story import has_earlier_part

LEAF = 30
BESIDE = 3


def beginnings() -> ArticleQuerySet:
    """Every public story once, by its first public part, in the order of print, newest edition first."""
    return (
        Article.objects.public()
        .filter(~has_earlier_part())
        .select_related("page__edition")
        .order_by("-page__edition__date", "page__order", "position", "pk")
    )


def stories_by(author: str) -> ArticleQuerySet:
    """Stories that the author has written, or a public part of them."""
    own = Q(article=OuterRef("pk")) | Q(
        article__story_start=OuterRef("pk"), article__in=Article.objects.public().values("pk")
    )
    return beginnings().filter(Exists(Authorship.objects.filter(own, author__name=author)))


def stories_of(section: str) -> ArticleQuerySet:
    """Stories that begin on a page with this title."""
    return beginnings().filter(page__title=section)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story stands in a row, as it is written in an address: 2026-03-06.5.3.17."""

    day: date
    page: int
    position: int
    key: int

    @classmethod
    def of(cls, article: Article) -> Self:
        return cls(article.page.edition.date, article.page.order, article.position, article.pk)

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The place written so; None where it is none."""
        day, *numbers = text.split(".")
        if len(numbers) != 3 or not all(one.isascii() and one.isdigit() and len(one) < 10 for one in numbers):
            return None
        try:
            return cls(date.fromisoformat(day), *map(int, numbers))
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.day.isoformat()}.{self.page}.{self.position}.{self.key}"

    def after(self) -> Q:
        """What stands behind this place."""
        return Q(page__edition__date__lt=self.day) | self._in_edition("gt")

    def before(self) -> Q:
        """What stands in front of it."""
        return Q(page__edition__date__gt=self.day) | self._in_edition("lt")

    def _in_edition(self, beyond: str) -> Q:
        same_day = Q(page__edition__date=self.day)
        same_page = same_day & Q(page__order=self.page)
        return (
            same_day & Q(**{f"page__order__{beyond}": self.page})
            | same_page & Q(**{f"position__{beyond}": self.position})
            | same_page & Q(position=self.position, **{f"pk__{beyond}": self.key})
        )


@dataclass(frozen=True, slots=True)
class StoryLeaf:
    """Some stories, and the place from which the next leaf goes on; None where there is none."""

    stories: Sequence[Article]
    last: Place | None


def story_leaf(stories: ArticleQuerySet, after: str) -> StoryLeaf:
    """The leaf behind a place as it is written in an address; the first where it is none."""
    place = Place.read(after)
    found = list((stories.filter(place.after()) if place else stories)[: LEAF + 1])
    shown = found[:LEAF]
    return StoryLeaf(shown, Place.of(shown[-1]) if len(found) > LEAF else None)


def other_stories(article: Article, authors: Sequence[str]) -> list[tuple[str, list[Article]]]:
    """Rows under a story: the ones before and after it in its section, and others by its first author; each with its name.

    Two queries and one for the author, whatever there is.
    """
    place, section = Place.of(article), stories_of(article.page.title).defer("body")
    newer = list(section.filter(place.before()).reverse()[:BESIDE])[::-1] if article.page.title else []
    older = list(section.filter(place.after())[:BESIDE]) if article.page.title else []
    mine = stories_by(authors[0]).defer("body").exclude(pk=article.pk) if authors else stories_by("").none()
    rows = [(article.page.title, [*newer, *older]), (authors[0] if authors else "", list(mine[:BESIDE]))]
    return [(name, stories) for name, stories in rows if stories]
