"""What the proofreader reads: the records of an edition, each as a proof with all its printed texts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from articles.models import (
    Article,
    Authorship,
    ContactCard,
    ContactEntry,
    Edition,
    HouseWord,
    Page,
    Photo,
    Status,
)
from articles.models.body import place_blocks
from articles.pagetext import BodyKind
from articles.pagetext.characters import is_latin

TITLE_FIELDS = ("column", "kicker", "headline", "subtitle")
SIGNED_FIELDS = ("byline", "source", "dateline")

Found = TypeVar("Found")
Record = Article | Photo | ContactCard


@dataclass(frozen=True, slots=True)
class Text:
    """One printed text: a field of a record, a paragraph of its text, a line of its caption, an entry of a card.

    `offset` is the place of its first character in the field as it is stored; `paragraph` counts from 1.
    """

    field: str
    words: str
    offset: int = 0
    paragraph: int | None = None
    is_title: bool = False
    is_subhead: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check has found: a place in a text, from `start` to before `end`.

    `details` fill the sentence of the check. An empty place is a finding on the field as a whole.
    """

    text: Text
    start: int = 0
    end: int = 0
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def words(self) -> str:
        return self.text.words[self.start : self.end]


class Proof:
    """One record to be proofread, with its texts in the order of print."""

    def __init__(self, record: Record, issue: "Issue") -> None:
        self.record = record
        self.issue = issue

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        return tuple(text for text in _texts_of(self.record) if text.words)

    @cached_property
    def is_latin(self) -> bool:
        return is_latin(" ".join(text.words for text in self.texts[-3:]))

    @property
    def article(self) -> Article | None:
        """The article that it is, for checks that read articles alone."""
        return self.record if isinstance(self.record, Article) else None

    @property
    def photo(self) -> Photo | None:
        return self.record if isinstance(self.record, Photo) else None

    def of_field(self, name: str) -> Text:
        """The text of a field of one line, printed or not."""
        return next((text for text in self.texts if text.field == name), Text(name, ""))

    def body(self) -> Sequence[Text]:
        return [text for text in self.texts if text.field == "body"]


class Issue:
    """All proofs of an edition, and what checks need to know of it besides."""

    def __init__(
        self,
        printed: date,
        *,
        house_words: Iterable[str] = (),
        pages: Iterable[str] = (),
        signed: Iterable[int] = (),
    ) -> None:
        self.date = printed
        self.house_words = tuple(house_words)
        self.pages = frozenset(pages)  # the labels of the pages that are in
        self.signed = frozenset(signed)  # the keys of the articles that have authors
        self.proofs: list[Proof] = []
        self._found: dict[Callable[[Issue], Any], Any] = {}

    def add(self, record: Record) -> Proof:
        self.proofs.append(Proof(record, self))
        return self.proofs[-1]

    def once(self, find: "Callable[[Issue], Found]") -> Found:
        """What a function finds in the whole edition; it looks but once."""
        if find not in self._found:
            self._found[find] = find(self)
        return self._found[find]


def pull_proofs(edition: Edition, instead: Article | None = None) -> Issue:
    """Everything printed in an edition that is not withdrawn, in six queries.

    `instead` is an article as somebody holds it; it is read in place of its stored row.
    """
    issue = Issue(
        edition.date,
        house_words=HouseWord.objects.values_list("word", flat=True),
        pages=Page.objects.filter(edition=edition).values_list("number", flat=True),
        signed=Authorship.objects.filter(article__page__edition=edition).values_list("article", flat=True),
    )
    for article in Article.objects.of_edition(edition).order_by("page__order", "position", "number"):
        if instead is not None and article.pk == instead.pk:
            issue.add(instead)
            instead = None
        elif article.status != Status.WITHDRAWN:
            issue.add(article)
    if instead is not None:  # not stored yet, or on another edition
        issue.add(instead)
    for photo in Photo.objects.filter(page__edition=edition).exclude(status=Status.WITHDRAWN):
        issue.add(photo)
    cards: dict[int, ContactCard] = {}
    entries = ContactEntry.objects.filter(card__page__edition=edition).select_related("card")
    for entry in entries.exclude(card__status=Status.WITHDRAWN):
        card = cards.setdefault(entry.card_id, entry.card)
        card.printed_entries = [*getattr(card, "printed_entries", ()), entry]  # type: ignore[attr-defined]
    for card in cards.values():
        issue.add(card)
    return issue


def _texts_of(record: Record) -> Iterator[Text]:
    if isinstance(record, Article):
        yield from (Text(name, getattr(record, name), is_title=True) for name in TITLE_FIELDS)
        yield from (Text(name, getattr(record, name)) for name in SIGNED_FIELDS)
        yield from _paragraphs(record.body)
    elif isinstance(record, Photo):
        yield Text("title", record.title, is_title=True)
        yield from _lines("caption", record.caption)
        yield Text("credit", record.credit)
    else:
        yield Text("title", record.title, is_title=True)
        yield from _entries(record)


def _paragraphs(body: str) -> Iterator[Text]:
    for number, (offset, block) in enumerate(place_blocks(body), start=1):
        yield Text("body", block.text, offset, number, is_subhead=block.kind is BodyKind.SUBHEAD)


def _lines(name: str, stored: str) -> Iterator[Text]:
    offset = 0
    for number, line in enumerate(stored.split("\n"), start=1):
        yield Text(name, line, offset, number)
        offset += len(line) + 1


def _entries(card: ContactCard) -> Iterator[Text]:
    """Label and value are fields of their own; `paragraph` is the number of the entry."""
    entries: Iterable[ContactEntry] = getattr(card, "printed_entries", ())
    for number, entry in enumerate(entries, start=1):
        yield Text("label", entry.label, paragraph=number)
        yield Text("telephone" if entry.kind == ContactEntry.Kind.PHONE else "value", entry.value, 0, number)
