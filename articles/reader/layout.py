"""Printed pages as readers see them: what stands on them, in the order and with the weight of print."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Prefetch
from django.db.models.functions import Left

from articles.models import Article, ContactCard, Edition, Page, Photo
from articles.models.article import ArticleQuerySet
from articles.models.body import read_body
from articles.pagetext import BodyBlock, BodyKind
from articles.story import has_earlier_part

BRIEF = 320  # characters: what is not longer stands on its page whole
SLIGHT = 150  # characters: what is not longer does not fill columns side by side
SENTENCE_ENDS = "。！？"


@dataclass(frozen=True, slots=True)
class Measure:
    """How much of a text is shown before the story itself: whole paragraphs up to enough characters, none of them too long."""

    enough: int
    longest: int


LEAD = Measure(enough=420, longest=600)
OPENING = Measure(enough=200, longest=320)
FIRST_PARAGRAPH = Measure(enough=1, longest=320)


class Weight(StrEnum):
    LEAD = "lead"
    FEATURE = "feature"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True)
class Piece:
    """An article on its page: its title block and as much of its text as is shown there."""

    article: Article
    weight: Weight
    opening: Sequence[BodyBlock]
    is_whole: bool

    @property
    def is_slight(self) -> bool:
        return self.is_whole and len(self.article.body) <= SLIGHT


@dataclass(frozen=True, slots=True)
class Layout:
    """What a page shows between folio and foot: pieces and photos, in print order."""

    standing: Sequence[Piece | Photo]
    card: ContactCard | None


@dataclass(frozen=True, slots=True)
class FrontPage:
    """A page on the front of its edition: what begins on it, and the later parts of what began elsewhere."""

    page: Page
    lead: Piece | None
    others: Sequence[Article]
    later_parts: Sequence[Article]
    photo: Photo | None


def lay_out(page: Page) -> Layout:
    """What readers see of a page. Seven queries, whatever stands on it."""
    articles = list(_as_printed(Article.objects.public().filter(page=page)))
    photos = page.photos.public().order_by("position", "pk")
    lead = next((article for article in articles if not article.is_later_part), None)  # type: ignore[attr-defined]
    pieces = [_piece(article, _weight(article, lead)) for article in articles]
    return Layout(
        standing=sorted([*pieces, *photos], key=_place),
        card=ContactCard.objects.public().filter(page=page).prefetch_related("entries").first(),
    )


def lay_out_front(edition: Edition) -> list[FrontPage]:
    """The public pages of an edition with their headlines. Six queries, whatever it holds."""
    beginnings = _as_printed(
        Article.objects.public().annotate(beginning=Left("body", 2 * OPENING.longest)).defer("body")
    )
    pages = (
        Page.objects.public()
        .filter(edition=edition)
        .order_by("order")
        .select_related("edition")
        .prefetch_related(
            Prefetch("articles", beginnings, to_attr="printed"),
            Prefetch(
                "photos", Photo.objects.public().with_picture().order_by("position", "pk"), to_attr="pictures"
            ),
        )
    )
    return [
        _front_page(page, measure=FIRST_PARAGRAPH if index else OPENING) for index, page in enumerate(pages)
    ]


def _as_printed(articles: ArticleQuerySet) -> ArticleQuerySet:
    """In print order, with links to the public parts of their stories."""
    parts = Article.objects.public().select_related("page__edition").defer("body")
    return (
        articles.select_related("page__edition")
        .annotate(is_later_part=has_earlier_part())
        .prefetch_related(*(Prefetch(link, parts) for link in ("story_start", "previous", "next")))
        .order_by("position", "number")
    )


def _place(standing: Piece | Photo) -> tuple[int, int, int]:
    one = standing.article if isinstance(standing, Piece) else standing
    return one.position, isinstance(standing, Photo), one.pk


def _weight(article: Article, lead: Article | None) -> Weight:
    if article == lead:
        return Weight.LEAD
    return Weight.BRIEF if len(article.body) <= BRIEF else Weight.FEATURE


def _piece(article: Article, weight: Weight) -> Piece:
    blocks = read_body(article.body)
    if len(article.body) <= BRIEF:
        return Piece(article, weight, blocks, is_whole=True)
    return Piece(
        article,
        weight,
        opening_of(blocks, LEAD if weight == Weight.LEAD else OPENING),
        is_whole=False,
    )


def opening_of(blocks: Iterable[BodyBlock], measure: Measure) -> list[BodyBlock]:
    """The first paragraphs, until there is enough to read; a subhead leads to what is not shown here and is left out."""
    opening: list[BodyBlock] = []
    for block in blocks:
        if block.kind is BodyKind.SUBHEAD:
            continue
        opening.append(BodyBlock(block.kind, cut(block.text, measure.longest)))
        if sum(len(one.text) for one in opening) >= measure.enough:
            break
    return opening


def cut(text: str, longest: int) -> str:
    """A paragraph of bearable length, cut after a sentence where there is one.

    >>> cut("水清了。岸上有人，把船推了下去。", 8)
    '水清了。……'
    """
    if len(text) <= longest:
        return text
    end = max(text.rfind(mark, 0, longest) for mark in SENTENCE_ENDS)
    return text[: end + 1 or longest] + "……"


def _front_page(page: Page, *, measure: Measure) -> FrontPage:
    printed: list[Article] = page.printed  # type: ignore[attr-defined]
    pictures: list[Photo] = page.pictures  # type: ignore[attr-defined]
    beginning = [article for article in printed if not article.is_later_part]  # type: ignore[attr-defined]
    return FrontPage(
        page=page,
        lead=_front_lead(beginning[0], measure) if beginning else None,
        others=beginning[1:],
        later_parts=[article for article in printed if article not in beginning],
        photo=pictures[0] if pictures else None,
    )


def _front_lead(article: Article, measure: Measure) -> Piece:
    blocks = read_body(article.beginning)  # type: ignore[attr-defined]
    return Piece(article, Weight.LEAD, opening_of(blocks, measure), is_whole=False)
