"""Leafing through the archive by date, so that a leaf stays the same whatever is printed after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from articles.models import Edition

LEAF = 31  # a month of a daily


@dataclass(frozen=True, slots=True)
class Leaf:
    """Some editions, newest first, and whether there are more on either side."""

    editions: Sequence[Edition]
    has_newer: bool
    has_older: bool

    @property
    def newest(self) -> str:
        return self.editions[0].date.isoformat()

    @property
    def oldest(self) -> str:
        return self.editions[-1].date.isoformat()


def older_leaf(editions: QuerySet[Edition], *, from_the_newest: bool) -> Leaf:
    """The newest of the editions."""
    found = list(editions.order_by("-date")[: LEAF + 1])
    return Leaf(found[:LEAF], has_newer=not from_the_newest, has_older=len(found) > LEAF)


def newer_leaf(editions: QuerySet[Edition]) -> Leaf:
    """The oldest of the editions: those that come right after the leaf that the reader leaves."""
    found = list(editions.order_by("date")[: LEAF + 1])
    return Leaf(found[:LEAF][::-1], has_newer=len(found) > LEAF, has_older=True)
