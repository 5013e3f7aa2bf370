"""Restoring: an older version as a new one, and what was deleted at its old address. Nothing newer is lost by it."""

from typing import Any

from django.db import transaction
from django.db.models import Model, OuterRef, Subquery
from django.utils.translation import gettext as _

from articles.continuations import link_continuations
from articles.importing.forms import FORMS, Fields, ImportRefused, RecordForm
from articles.importing.matching import match
from articles.models import (
    Act,
    Article,
    ContactCard,
    Correction,
    Edition,
    Link,
    Page,
    Photo,
    Reading,
    RecordKind,
    Status,
    Waiver,
    note_rows,
    noted_as,
)
from articles.models.publication import Publication
from articles.reviewing import ActRefused, note_stages
from articles.versions import ROWS, Version, deleted_versions

RESTORED = {form.model: form for form in FORMS.values()}  # what is printed comes back; place and status stay


HUNG: dict[type[Model], tuple[tuple[Any, str], ...]] = {
    Article: ((Correction, "article"), (Waiver, "article")),
    Photo: ((Waiver, "photo"),),
    ContactCard: ((Waiver, "card"),),
}


def restored_fields(model: type[Model]) -> list[str]:
    """The fields that an older version brings back."""
    form = RESTORED[model]
    return [*form.columns, *(["picture"] if model is Photo else []), *([ROWS] if form.rows else [])]


def why_not_restored(record: Any) -> str:
    """Why older words cannot be restored here: a sentence that says the way out; "" where nothing is in the way."""
    if type(record) not in RESTORED:
        return _("Of this, older versions are only read. Change it in its form.")
    signed = record.article if isinstance(record, Photo) and record.article else record
    if isinstance(signed, Article) and signed.status != Status.DRAFT:
        return _(
            "“%(title)s” is not a draft. Published words change by a correction, or after the article was made a draft again."
        ) % {"title": signed}
    return ""


@transaction.atomic
@noted_as(Act.RESTORE)
def restore_version(*, record: Any, version: Version) -> None:
    """Write what an older version had printed into the record, as a new version; signatures lapse.

    Its page, number, links and status stay. Raises ActRefused with a sentence to the editor.
    """
    type(record).objects.select_for_update().order_by("pk").filter(pk=record.pk).first()
    record.refresh_from_db()
    refusal = why_not_restored(record)
    if refusal:
        raise ActRefused(refusal)
    form = RESTORED[type(record)]
    if isinstance(record, Photo):
        record.picture = version.picture
    _write(form, record, version, {name: getattr(version, name) for name in form.columns})
    page = record if isinstance(record, Page) else record.page
    if isinstance(record, Article):
        link_continuations(edition=page.edition)
    note_stages(_signed_with(record))


@transaction.atomic
@noted_as(Act.BRING_BACK)
def bring_back(*, version: Version) -> Any:
    """Make a deleted record again as it last was, with its old number where that is free, as a draft. Returns it.

    Raises ActRefused where its page is gone, or something else has taken its place.
    """
    record = version.instance
    edition = _edition_of(record)
    Edition.objects.select_for_update().get(pk=edition.pk)
    _check_place(record)
    _as_a_draft(record)
    record.save(force_insert=True)
    _write(RESTORED[type(record)], record, version, {})
    _know_again(record)
    _hang_on_again(record)
    if isinstance(record, Article):
        _take_photos_back(record)
    link_continuations(edition=edition)
    record.refresh_from_db()
    return record


def _write(form: RecordForm, record: Any, version: Version, fields: Fields) -> None:
    if form.rows:
        fields |= {form.rows.name: _rows_for(record, version)}
    try:
        form.write(record, fields)
    except ImportRefused as refusal:
        raise ActRefused(str(refusal)) from refusal
    if isinstance(record, Article):
        _write_roles(record, dict(version.rows))


def _rows_for(record: Model, version: Version) -> list[Any]:
    rows: list[Any] = getattr(version, ROWS)
    return [name for name, _role in rows] if isinstance(record, Article) else rows


def _write_roles(article: Article, roles: dict[str, str]) -> None:
    """An import knows no roles and leaves them alone; a version knows them."""
    for row in article.authorships.select_related("author"):
        row.role = roles[row.author.name]
        row.save()
    note_rows(article)


def _signed_with(record: Any) -> list[Article]:
    if isinstance(record, Article):
        return [record]
    return [record.article] if isinstance(record, Photo) and record.article else []


def _edition_of(record: Any) -> Edition:
    page = Page.objects.filter(pk=record.page_id).first() if not isinstance(record, Page) else record
    if page is None:
        raise ActRefused(_("Its page is deleted, too. Bring back the page first."))
    edition = Edition.objects.filter(pk=page.edition_id).first()
    if edition is None:
        raise ActRefused(_("Its edition is deleted. Make an edition of that date first."))
    return edition


def _check_place(record: Any) -> None:
    if type(record).objects.filter(pk=record.pk).exists():
        raise ActRefused(_("“%(title)s” is back already.") % {"title": record})
    if isinstance(record, ContactCard) and ContactCard.objects.filter(page=record.page).exists():
        raise ActRefused(_("The page has another contact card by now. Delete that one first."))
    if isinstance(record, Page) and record.edition.pages.filter(number=record.number).exists():
        raise ActRefused(
            _("Another page has the number %(number)s by now. Give that one another number first.")
            % {"number": record.number}
        )


def _as_a_draft(record: Any) -> None:
    """What came from others, or was decided about it, does not come back by itself."""
    if isinstance(record, Publication):
        record.status = Status.DRAFT
    if isinstance(record, Article):
        record.withdrawal_notice, record.signed_stage = "", 0
        record.previous, record.story_start, record.part = None, None, 1
        record.link = Link.CUT if record.link == Link.CUT else Link.NONE
        if record.page.articles.filter(number=record.number).exists():
            record.number = record.page.take_article_number()
    if isinstance(record, Photo):
        record.article = record.page.articles.filter(pk=record.article_id or 0, status=Status.DRAFT).first()


def _know_again(record: Any) -> None:
    """The reading that an import has left of it is its own again, so that the next import does not take it for new."""
    kind = RESTORED[type(record)].kind
    if kind == RecordKind.PAGE:
        return
    left = list(Reading.objects.filter(page=record.page, kind=kind, **{kind: None}))
    if kind == RecordKind.CARD:
        pairs = {0: 0} if left else {}
    else:
        pairs = match([RESTORED[type(record)].present(record)], [reading.written for reading in left])
    for at in pairs.values():
        setattr(left[at], kind, record)
        left[at].save()


def _hang_on_again(record: Any) -> None:
    """What readers were told was wrong and what editors have waived went with the record, and comes with it."""
    for model, name in HUNG.get(type(record), ()):
        for version in deleted_versions(model, **{f"{name}_id": record.pk}):
            version.instance.save(force_insert=True)


def _take_photos_back(article: Article) -> None:
    """Photos that stood with the article when it was deleted, and that nobody has touched since."""
    versions = Photo.history.filter(id=OuterRef("pk")).order_by("-history_id")
    loose = Photo.objects.filter(page=article.page, article=None)
    stood_with = Subquery(versions.values("article_id")[:1])
    for photo in loose.annotate(stood_with=stood_with).filter(stood_with=article.pk):
        photo.article = article
        photo.save()
