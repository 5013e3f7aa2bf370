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
    """Publish every draft of the edition, to be seen from `at` (now, where none is given)."""
    edition.public_from = at or timezone.now()
    edition.save()
    published = sum(
        publish_records(records=model.objects.filter(page__edition=edition))
        for model in (Article, Photo, ContactCard)
    )
    return EditionReport(public_from=edition.public_from, published=published)


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
