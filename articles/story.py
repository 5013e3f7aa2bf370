"""A story as it is shown: all its parts as one, for readers and for the desk's preview."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, Q

from articles.models import Article, Correction, Photo
from articles.models.article import ArticleQuerySet
from articles.models.body import read_body
from articles.models.photo import PhotoQuerySet
from articles.pagetext import BodyBlock

SENTENCE_ENDS = "。！？!?.”’」』）)》：:；;…—"


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a story, as it stands on its page."""

    article: Article
    blocks: Sequence[BodyBlock]
    photos: Sequence[Photo]
    before: Article | None  # the part that readers have before this one
    anchor: str  # "page-8": unique in the story
    missing_before: str  # the label of a page that belongs before this part and is not to be had, or ""
    runs_on: bool  # its first paragraph goes on with the sentence of the part before


@dataclass(frozen=True, slots=True)
class Story:
    """A chain of articles read as one, in order; a story that does not jump has one part."""

    parts: Sequence[Part]
    missing_after: str  # the label of the page that holds the rest and is not to be had, or ""

    @property
    def first(self) -> Article:
        """The article whose address is the story's, and whose title block is."""
        return self.parts[0].article

    @property
    def corrections(self) -> list[Correction]:
        """What readers were told was wrong, in all parts, in order of time."""
        found = [one for part in self.parts for one in part.article.corrections.all()]
        return sorted(found, key=lambda correction: correction.at)

    @property
    def authors(self) -> list[str]:
        """Who wrote it, each name once, in the order of print."""
        return list(
            dict.fromkeys(row.author.name for part in self.parts for row in part.article.authorships.all())
        )

    def anchor_of(self, article: Article) -> str:
        return next(part.anchor for part in self.parts if part.article == article)


def read_public_story(article: Article, *, at: datetime | None = None) -> Story:
    """The story around a public article as readers have it at that time: its public parts only.

    Five queries, whatever its length.
    """
    return _read_story(Article.objects.public(at), Photo.objects.public(at), article)


def read_public_stories(beginnings: Iterable[Article], *, at: datetime | None = None) -> list[Story]:
    """The stories that begin with these articles, in their order, as readers have them. Five queries for all."""
    firsts = list(beginnings)
    starts = {first.story_start_id or first.pk for first in firsts}
    chains: dict[int, list[Article]] = defaultdict(list)
    for one in _parts(Article.objects.public(at), Photo.objects.public(at), starts):
        chains[one.story_start_id or one.pk].append(one)
    return [_assemble(chains[first.story_start_id or first.pk]) for first in firsts]


def has_earlier_part(*, at: datetime | None = None) -> Exists:
    """For a queryset of articles: whether readers find the beginning of the story elsewhere at that time.

    `Article.objects.public().filter(~has_earlier_part())` holds every story once, by its first public part.
    """
    earlier = Article.objects.public(at).filter(
        Q(pk=OuterRef("story_start")) | Q(story_start=OuterRef("story_start")), part__lt=OuterRef("part")
    )
    return Exists(earlier)


def preview_story(article: Article) -> Story:
    """The story around any article as it would read if all of it were public."""
    return _read_story(Article.objects.all(), Photo.objects.all(), article)


def _read_story(articles: ArticleQuerySet, photos: PhotoQuerySet, article: Article) -> Story:
    return _assemble(list(_parts(articles, photos, {article.story_start_id or article.pk})))


def _parts(articles: ArticleQuerySet, photos: PhotoQuerySet, starts: set[int]) -> ArticleQuerySet:
    """All parts of the stories that start with these keys, in order, with everything that is shown of them."""
    return (
        articles.filter(Q(pk__in=starts) | Q(story_start__in=starts))
        .select_related("page__edition")
        .prefetch_related("authorships__author", "corrections", Prefetch("photos", queryset=photos))
        .order_by("part")
    )


def _assemble(chain: Sequence[Article]) -> Story:
    parts: list[Part] = []
    for one in chain:
        parts.append(_part(one, parts))
    return Story(parts=parts, missing_after=chain[-1].continues_on)


def _part(article: Article, earlier: list[Part]) -> Part:
    before = earlier[-1] if earlier else None
    follows = before is not None and before.article.pk == article.previous_id
    blocks = read_body(article.body)
    return Part(
        article=article,
        blocks=blocks,
        photos=list(article.photos.all()),
        before=before.article if before else None,
        anchor=_anchor(article, earlier),
        missing_before="" if follows else article.continued_from,
        runs_on=follows and before is not None and bool(before.blocks) and _is_open(before.blocks[-1].text),
    )


def _anchor(article: Article, earlier: list[Part]) -> str:
    anchor = f"page-{article.page.number}"
    taken = any(part.anchor == anchor for part in earlier)
    return f"{anchor}-{article.number}" if taken else anchor


def _is_open(text: str) -> bool:
    """Whether a text breaks off in mid-sentence."""
    return not text.endswith(tuple(SENTENCE_ENDS))
