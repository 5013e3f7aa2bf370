"""Proofs of an edition: marking one, and what was changed between two of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max, Model

from articles.models import ContactCard, Edition, Page, Photo, Proof
from articles.models.article import Article
from articles.restoring import restored_fields
from articles.versions import FieldDifference, Version, changed_fields, differences, newest_versions

PLACE = {Article: ["page"], Photo: ["page"], ContactCard: ["page"], Page: ["number"]}


class Fate(StrEnum):
    """What became of a record between two proofs."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Changed:
    """A record that two proofs do not have alike: what became of it, and its fields side by side."""

    fates: tuple[Fate, ...]
    model: type[Model]
    key: int
    title: str
    page: str  # label of the page it stands on, or stood on last
    fields: Sequence[FieldDifference]


@transaction.atomic
def mark_proof(*, edition: Edition, by: User, note: str = "") -> Proof:
    """Note that the edition is printed out now, to be read. What changes from here on is told later."""
    locked = Edition.objects.select_for_update().get(pk=edition.pk)
    last = locked.proofs.aggregate(last=Max("number"))["last"] or 0
    return Proof.objects.create(edition=locked, number=last + 1, person=by, note=note)


def changes_between(*, edition: Edition, old: datetime, new: datetime | None = None) -> list[Changed]:
    """What is not in both proofs alike, page by page: pages, articles, photos, contact cards.

    `new` is now where none is given. The number of queries does not grow with the edition.
    """
    before, after = _snapshot(edition, old), _snapshot(edition, new)
    keys = sorted({**before, **after}, key=lambda key: _place(after.get(key) or before[key], before, after))
    reordered = _reordered(before, after)
    fates = {key: _fates(before.get(key), after.get(key), is_reordered=key in reordered) for key in keys}
    unequal = [key for key in keys if fates[key]]
    shown = differences([_side_by_side(before.get(key), after.get(key)) for key in unequal])
    return [
        _changed(after.get(key) or before[key], fates[key], fields, (before, after))
        for key, fields in zip(unequal, shown, strict=True)
    ]


Key = tuple[type, int]  # model and key
Snapshot = dict[Key, Version]  # the version of each record that held then


def _snapshot(edition: Edition, at: datetime | None) -> Snapshot:
    """The versions of everything that stood in the edition at a time; two queries a kind at most."""
    ever = Page.history.filter(edition_id=edition.pk).values("id")
    pages = [page for page in _then(Page, {"id__in": ever}, at) if page.edition_id == edition.pk]
    keys = {page.id for page in pages}
    found: list[Version] = list(pages)
    for model in (Article, Photo, ContactCard):
        touched = model.history.filter(page_id__in=keys).values("id")
        found += [version for version in _then(model, {"id__in": touched}, at) if version.page_id in keys]
    return {(version.instance_type, version.id): version for version in found}


def _then(model: Any, among: dict[str, Any], at: datetime | None) -> Iterator[Version]:
    versions = newest_versions(model.history.filter(**among), at)
    return (version for version in versions if version.history_type != "-")


def _fates(old: Version, new: Version, *, is_reordered: bool) -> tuple[Fate, ...]:
    if old is None or new is None:
        return (Fate.NEW,) if old is None else (Fate.GONE,)
    moved = is_reordered or changed_fields(old, new, PLACE[old.instance_type])
    changed = changed_fields(old, new, _printed(old))
    return tuple(fate for fate, fields in ((Fate.MOVED, moved), (Fate.CHANGED, changed)) if fields)


def _reordered(before: Snapshot, after: Snapshot) -> set[Key]:
    """What stands elsewhere on its page than before. What only makes way for something new has not moved."""
    found: set[Key] = set()
    for page in {key[1] for key in before if key[0] is Page}:
        old, new = _order(before, page, after), _order(after, page, before)
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        found |= set(old) - {key for block in blocks for key in old[block.a : block.a + block.size]}
    return found


def _order(snapshot: Snapshot, page: int, other: Snapshot) -> list[Key]:
    """The articles that stand on the page in both snapshots, in the order of the print."""
    standing = [
        (version.position, version.number, key)
        for key, version in snapshot.items()
        if key[0] is Article and version.page_id == page and key in other and other[key].page_id == page
    ]
    return [key for _position, _number, key in sorted(standing, key=lambda row: row[:2])]


def _printed(version: Version) -> list[str]:
    """What of a record readers read, its place left out."""
    return [name for name in restored_fields(version.instance_type) if name != "position"]


def _side_by_side(old: Version, new: Version) -> tuple[Version, Version, list[str]]:
    if old is None or new is None:
        return old or new, old or new, []
    return old, new, changed_fields(old, new, [*PLACE[old.instance_type], *_printed(old)])


def _place(version: Version, before: Snapshot, after: Snapshot) -> tuple[int, bool, int, int]:
    """Pages in the order of the paper, on a page in the order of the print."""
    page = _page_of(version, before, after)
    return page.order, version is not page, getattr(version, "position", 0), version.id


def _page_of(version: Version, before: Snapshot, after: Snapshot) -> Version:
    key = (Page, version.id if version.instance_type is Page else version.page_id)
    return after.get(key) or before[key]


def _changed(
    version: Version,
    fates: tuple[Fate, ...],
    fields: Sequence[FieldDifference],
    snapshots: tuple[Snapshot, Snapshot],
) -> Changed:
    return Changed(
        fates=fates,
        model=version.instance_type,
        key=version.id,
        title=_title(version),
        page=_page_of(version, *snapshots).number,
        fields=fields,
    )


def _title(version: Version) -> str:
    if version.instance_type is Page:  # its own words would ask for its edition
        return f"{version.number} {version.title}".strip()
    return str(version.instance)
