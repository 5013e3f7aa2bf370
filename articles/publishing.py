"""Publishing and withdrawing: what readers see changes here and nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from articles.models import Article, ContactCard, Edition, Photo, Status
from articles.models.publication import Publication


@dataclass(frozen=True, slots=True)
class EditionReport:
    """What publishing an edition did: when it goes out, and how many of its records became public by it."""

    public_from: datetime
    published: int


def start_of(day: date) -> datetime:
    """00:00 of the printed date, in the paper's time zone."""
    return timezone.make_aware(datetime.combine(day, time.min))


@transaction.atomic
def publish_records(*, records: Iterable[Publication]) -> int:
    """Publish the drafts among the records; withdrawn ones stay withdrawn. Returns how many were published."""
    drafts = [record for record in records if record.status == Status.DRAFT]
    for record in drafts:
        record.status = Status.PUBLISHED
        record.save()
    return len(drafts)


@transaction.atomic
def publish_edition(*, edition: Edition, at: datetime | None = None) -> EditionReport:
    """Publish every draft of the edition, to be seen from `at` (now, where none is given).

    An edition that is out already keeps its time when late drafts are published now.
    """
    now = timezone.now()
    if at or edition.public_from is None or edition.public_from > now:
        edition.public_from = at or now
        edition.save()
    published = sum(
        publish_records(records=model.objects.filter(page__edition=edition))
        for model in (Article, Photo, ContactCard)
    )
    return EditionReport(public_from=edition.public_from, published=published)


@transaction.atomic
def hold_edition(*, edition: Edition) -> None:
    """Take an edition from readers' sight: it has no time any more. Its records stay as they are."""
    edition.public_from = None
    edition.save()


@transaction.atomic
def publish_articles(*, articles: Iterable[Article]) -> int:
    """Publish articles with their photos. Returns how many records were published."""
    articles = list(articles)
    return publish_records(records=articles) + publish_records(
        records=Photo.objects.filter(article__in=articles)
    )


@transaction.atomic
def return_to_draft(*, records: Iterable[Publication]) -> int:
    """Make published or withdrawn records drafts again. Returns how many became drafts."""
    shown = [record for record in records if record.status != Status.DRAFT]
    for record in shown:
        record.status = Status.DRAFT
        if isinstance(record, Article):
            record.withdrawal_notice = ""
        record.save()
    return len(shown)


@transaction.atomic
def open_archive(*, edition: Edition) -> None:
    """Give an edition that was in print already its time, where it has none."""
    if edition.public_from is None:
        edition.public_from = start_of(edition.date)
        edition.save()


@transaction.atomic
def withdraw_article(*, article: Article, notice: str = "") -> None:
    """Take a published article back; its address answers 410 with the notice."""
    article.status = Status.WITHDRAWN
    article.withdrawal_notice = notice
    article.save()
