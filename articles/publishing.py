"""Publishing, correcting and withdrawing: what readers see changes here and nowhere else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Act, Article, ContactCard, Correction, Edition, Photo, Status, noted_as
from articles.models.publication import Publication
from articles.reviewing import ActRefused, note_correction, override, standing, text_digest


@dataclass(frozen=True, slots=True)
class EditionReport:
    """What publishing an edition did: when it goes out, and what became of its drafts."""

    public_from: datetime
    published: int
    unsigned: int  # articles that stay drafts, since signatures lack


def start_of(day: date) -> datetime:
    """00:00 of the printed date, in the paper's time zone."""
    return timezone.make_aware(datetime.combine(day, time.min))


@transaction.atomic
@noted_as(Act.PUBLISH)
def publish_records(*, records: Iterable[Publication]) -> int:
    """Publish the drafts among the records; withdrawn ones stay withdrawn. Returns how many were published."""
    drafts = [record for record in records if record.status == Status.DRAFT]
    for record in drafts:
        record.status = Status.PUBLISHED
        record.save()
    return len(drafts)


@transaction.atomic
@noted_as(Act.PUBLISH)
def publish_edition(
    *, edition: Edition, by: User, at: datetime | None = None, reason: str = ""
) -> EditionReport:
    """Publish what of the edition may go out, to be seen from `at` (now, where none is given).

    An article goes out once every review of its present text is signed; with a reason a superuser lets all out.
    An edition that is out already keeps its time when late drafts are published now.
    """
    now = timezone.now()
    if at or edition.public_from is None or edition.public_from > now:
        edition.public_from = at or now
        edition.save()
    drafts = list(Article.objects.of_edition(edition).filter(status=Status.DRAFT))
    ready = [article for article in drafts if may_go_out(article, by=by, reason=reason)]
    held = {article.pk for article in drafts} - {article.pk for article in ready}
    photos = Photo.objects.filter(page__edition=edition).exclude(article__in=held)
    cards = ContactCard.objects.filter(page__edition=edition)
    published = sum(publish_records(records=records) for records in (ready, photos, cards))
    return EditionReport(public_from=edition.public_from, published=published, unsigned=len(held))


@transaction.atomic
@noted_as(Act.HOLD)
def hold_edition(*, edition: Edition) -> None:
    """Take an edition from readers' sight: it has no time any more. Its records stay as they are."""
    edition.public_from = None
    edition.save()


@transaction.atomic
@noted_as(Act.PUBLISH)
def publish_articles(
    *, articles: Iterable[Article], by: User, at: datetime | None = None, reason: str = ""
) -> int:
    """Publish those articles that may go out, with their photos. Returns how many records were published.

    With a time of their own (`at`) they go out then, where that is later than their edition.
    """
    ready = [
        article
        for article in Article.objects.select_for_update().filter(pk__in=[one.pk for one in articles])
        if article.status == Status.DRAFT and may_go_out(article, by=by, reason=reason)
    ]
    for article in ready:
        article.public_from = at or article.public_from
    return publish_records(records=ready) + publish_records(records=Photo.objects.filter(article__in=ready))


def may_go_out(article: Article, *, by: User, reason: str = "") -> bool:
    """Whether every review of its present text is signed; a superuser's reason stands in for signatures, on record."""
    if standing(article).is_cleared:
        return True
    if reason and by.is_superuser:
        override(article=article, by=by, reason=reason)
        return True
    return False


@transaction.atomic
@noted_as(Act.RETURN)
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
@noted_as(Act.PUBLISH)
def open_archive(*, edition: Edition) -> None:
    """Give an edition that was in print already its time, where it has none."""
    if edition.public_from is None:
        edition.public_from = start_of(edition.date)
        edition.save()


@transaction.atomic
@noted_as(Act.WITHDRAW)
def withdraw_article(*, article: Article, notice: str = "") -> None:
    """Take a published article back; its address answers 410 with the notice."""
    article.status = Status.WITHDRAWN
    article.withdrawal_notice = notice
    article.save()


@transaction.atomic
@noted_as(Act.CORRECT)
def correct_article(
    *, article: Article, digest: str, changes: Mapping[str, str], text: str, by: User
) -> Correction:
    """Change words of a published article and tell readers what was wrong.

    `digest` is that of the text the person has read. Raises ActRefused where it has changed since.
    """
    fresh = Article.objects.select_for_update().get(pk=article.pk)
    if fresh.status != Status.PUBLISHED:
        raise ActRefused(_("“%(title)s” is not published; change it in its form.") % {"title": fresh})
    if text_digest(fresh) != digest:
        raise ActRefused(
            _("“%(title)s” has changed since you opened it. Look at it again, then correct it.")
            % {"title": fresh}
        )
    for name, value in changes.items():
        setattr(fresh, name, value)
    fresh.save()
    note_correction(article=fresh, by=by, text=text)
    return Correction.objects.create(article=fresh, text=text, person=by)
