"""Joining jumps: 下转第8版 meets 上接第5版.

Links are computed from all pages of an edition at once, so that the order in which pages arrive does not
matter. What a person linked or cut stays; everything else is computed anew.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.models import Act, Article, Defect, DefectStage, Edition, Link, noted_as

PUNCTUATION = re.compile(r"[\W_]+")
COMMON_SHARE = 0.6  # of the shorter title's characters, as shortened second titles of real papers keep


Links = tuple[int | None, str, int | None, int]  # previous, who made the link, start of the story, part


@dataclass(frozen=True, slots=True)
class LinkReport:
    """The jumps of an edition: how many are joined, and which articles still wait for their other half."""

    linked: int
    waiting: tuple[Article, ...]
    defects: tuple[Defect, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """An article and the one that continues it."""

    first: Article
    second: Article


@transaction.atomic
def link_continuations(*, edition: Edition) -> LinkReport:
    """Join the jumps of an edition, and store with each article where its story starts."""
    Edition.objects.select_for_update().get(pk=edition.pk)
    articles = list(
        Article.objects.of_edition(edition).select_related("page").order_by("page__order", "number")
    )
    pairs, doubtful = resolve(articles)
    sound = without_circles(articles, pairs)
    _store(articles, sound)
    defects = _note_defects(edition, articles, doubtful, [pair.second for pair in pairs if pair not in sound])
    continued = {article.previous_id for article in articles}
    return LinkReport(
        linked=sum(article.previous_id is not None for article in articles),
        waiting=tuple(a for a in articles if a.continues_on and a.pk not in continued),
        defects=tuple(defects),
    )


class LinkRefused(ValidationError):
    """Two articles cannot be joined; the message is a sentence to the editor."""


@transaction.atomic
def link_by_hand(*, article: Article, previous: Article) -> LinkReport:
    """Let an article continue another, as a person says. Raises LinkRefused."""
    check_link(article=article, previous=previous)
    return _decide(article, previous, Link.HAND)


@transaction.atomic
def cut_by_hand(*, article: Article) -> LinkReport:
    """Let an article stand for itself, whatever its notices say."""
    return _decide(article, None, Link.CUT)


@transaction.atomic
def link_by_rule(*, article: Article) -> LinkReport:
    """Take back what a person linked or cut: the printed notices decide again."""
    return _decide(article, None, Link.NONE)


def check_link(*, article: Article, previous: Article) -> None:
    """Raise LinkRefused where an article cannot continue another. Locks the edition until the transaction ends."""
    edition = Edition.objects.select_for_update().get(pk=article.page.edition_id)
    if previous.pk == article.pk:
        raise LinkRefused(_("An article cannot continue itself. Choose another article."))
    if previous.page.edition_id != edition.pk:
        raise LinkRefused(_("A story jumps within one edition. Choose an article of the same date."))
    continued = (
        Article.objects.filter(previous=previous).exclude(pk=article.pk).select_related("page").first()
    )
    if continued:
        raise LinkRefused(
            _("“%(title)s” is already continued on page %(page)s. Unlink that part first."),
            params={"title": str(previous), "page": continued.page.number},
        )
    chain = dict(Article.objects.of_edition(edition).values_list("pk", "previous"))
    if article.pk and _returns_to(article.pk, chain | {article.pk: previous.pk}):
        raise LinkRefused(
            _("“%(title)s” itself continues this article, so the story would go round in a circle."),
            params={"title": str(previous)},
        )


@noted_as(Act.LINK)
def _decide(article: Article, previous: Article | None, link: Link) -> LinkReport:
    edition = Edition.objects.select_for_update().get(pk=article.page.edition_id)
    article.previous, article.link = previous, link
    article.save(update_fields=["previous", "link", "modified_at"])
    report = link_continuations(edition=edition)
    article.refresh_from_db(fields=["previous", "link", "story_start", "part"])
    return report


def resolve(articles: list[Article]) -> tuple[list[Pair], list[Article]]:
    """The pairs that rule may join, and the later halves that fit more than one article.

    A pair needs both notices: the first half names the page of the second, the second that of the first. Of
    several halves between the same two pages the titles decide, from the closest likeness to the loosest; a
    pair is taken only when exactly one candidate remains on both sides.
    """
    taken = {a.previous_id for a in articles if a.link == Link.HAND}
    firsts: dict[tuple[str, str], list[Article]] = defaultdict(list)
    seconds: dict[tuple[str, str], list[Article]] = defaultdict(list)
    for article in articles:
        here = article.page.number
        if article.continues_on not in ("", here) and article.pk not in taken:
            firsts[here, article.continues_on].append(article)
        if article.continued_from not in ("", here) and article.link in (Link.NONE, Link.RULE):
            seconds[article.continued_from, here].append(article)
    pairs: list[Pair] = []
    doubtful: list[Article] = []
    for way, later in seconds.items():
        earlier = firsts.get(way, [])
        found = _pair_up(earlier, later)
        pairs += found
        joined = {pair.second.pk for pair in found}
        if len(found) < len(earlier):
            doubtful += [article for article in later if article.pk not in joined]
    return pairs, doubtful


def _pair_up(earlier: list[Article], later: list[Article]) -> list[Pair]:
    earlier, later = list(earlier), list(later)
    pairs: list[Pair] = []
    for alike in LIKENESSES:
        for pair in _only_candidates(earlier, later, alike):
            pairs.append(pair)
            earlier.remove(pair.first)
            later.remove(pair.second)
    return pairs


def _only_candidates(
    earlier: list[Article], later: list[Article], alike: Callable[[Article, Article], bool]
) -> list[Pair]:
    """Pairs in which each is the only candidate of the other."""
    fits = [Pair(first, second) for first in earlier for second in later if alike(first, second)]
    return [
        pair
        for pair in fits
        if sum(pair.first == other.first for other in fits) == 1
        and sum(pair.second == other.second for other in fits) == 1
    ]


def _title_key(*lines: str) -> str:
    return PUNCTUATION.sub("", "".join(lines)).casefold()


def _titles(article: Article) -> list[str]:
    """The forms in which a later half may repeat a title: the headline, or any deck of it."""
    decks = (article.kicker, article.headline, article.subtitle)
    return [key for key in {_title_key(*decks), *map(_title_key, decks)} if key]


def same_headline(first: Article, second: Article) -> bool:
    return _title_key(first.headline) == _title_key(second.headline) != ""


def same_title(first: Article, second: Article) -> bool:
    return bool(set(_titles(first)) & set(_titles(second)))


def contained_title(first: Article, second: Article) -> bool:
    return any(short in long for short in _titles(second) if len(short) >= 3 for long in _titles(first))


def common_words(first: Article, second: Article) -> bool:
    return any(_common_share(a, b) >= COMMON_SHARE for a in _titles(first) for b in _titles(second))


def _common_share(one: str, other: str) -> float:
    shared = sum(min(one.count(character), other.count(character)) for character in set(one))
    return shared / min(len(one), len(other))


def only_one_left(first: Article, second: Article) -> bool:
    """A new, shorter head is a usual kind of second title: with one half on each side, the notices are enough."""
    return True


LIKENESSES = (same_headline, same_title, contained_title, common_words, only_one_left)


def without_circles(articles: Iterable[Article], pairs: list[Pair]) -> list[Pair]:
    """The pairs that are part of no circle, whatever the order they were found in."""
    previous = {a.pk: a.previous_id for a in articles if a.link == Link.HAND}
    previous |= {pair.second.pk: pair.first.pk for pair in pairs}
    return [pair for pair in pairs if not _returns_to(pair.second.pk, previous)]


def _returns_to(start: int, previous: dict[int, int | None]) -> bool:
    seen: set[int] = set()
    at = previous.get(start)
    while at is not None and at != start and at not in seen:
        seen.add(at)
        at = previous.get(at)
    return at == start


@noted_as(Act.LINK)
def _store(articles: list[Article], pairs: list[Pair]) -> None:
    previous = {a.pk: a.previous_id for a in articles if a.link == Link.HAND}
    previous |= {pair.second.pk: pair.first.pk for pair in pairs}
    starts = {article.pk: _start_and_part(article.pk, previous) for article in articles}
    changed = [a for a in articles if _links(a) != _wanted_links(a, previous, starts)]
    _let_go(changed, previous)
    for article in changed:
        article.previous_id, article.link, article.story_start_id, article.part = _wanted_links(
            article, previous, starts
        )
        article.save(update_fields=["previous", "link", "story_start", "part"])


def _links(article: Article) -> Links:
    return article.previous_id, article.link, article.story_start_id, article.part


def _wanted_links(
    article: Article, previous: dict[int, int | None], starts: dict[int, tuple[int | None, int]]
) -> Links:
    link = article.link if article.link in (Link.HAND, Link.CUT) else Link.NONE
    before = previous.get(article.pk)
    if before is not None and link == Link.NONE:
        link = Link.RULE
    return before, link, *starts[article.pk]


def _start_and_part(article: int, previous: dict[int, int | None]) -> tuple[int | None, int]:
    """The first article of the chain (None where the article is it) and the place in the chain, from 1."""
    start, part = article, 1
    while (before := previous.get(start)) is not None:
        start, part = before, part + 1
    return (start if part > 1 else None), part


def _let_go(changed: list[Article], previous: dict[int, int | None]) -> None:
    """Links that move are undone first: an article is continued by one at most, at every moment."""
    moving = [a.pk for a in changed if a.previous_id is not None and a.previous_id != previous.get(a.pk)]
    Article.objects.filter(pk__in=moving).update(previous=None)


def _note_defects(
    edition: Edition, articles: list[Article], doubtful: list[Article], circling: list[Article]
) -> list[Defect]:
    Defect.objects.filter(page__edition=edition, stage=DefectStage.LINKING).delete()
    itself = [a for a in articles if a.page.number in (a.continues_on, a.continued_from)]
    found = (("jump-to-itself", itself), ("jump-doubtful", doubtful), ("jump-in-a-circle", circling))
    return Defect.objects.bulk_create(
        Defect(
            page=article.page,
            article=article,
            stage=DefectStage.LINKING,
            code=code,
            details={"title": str(article), "page": article.continued_from or article.page.number},
        )
        for code, concerned in found
        for article in concerned
    )
