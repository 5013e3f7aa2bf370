"""Today: what waits for this editor, on the front page of the desk."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, cast

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.base import badge, change_address, person, written_time
from articles.desk.edition import state_of
from articles.desk.reviews import stage_badge
from articles.models import Article, Defect, Edition, Page, Photo, RawPage, Review, Stage, Status, Verdict
from articles.reviewing import PERMISSIONS, stages

SHOWN = 8  # lines of a box; the rest is a list away
CURRENT = 12  # editions that an editor still has in hand: older loose ends are for the lists


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits: what it is, where it is, and a word about it."""

    title: str
    url: str
    note: SafeString | str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A heading and what stands under it."""

    key: str
    title: str
    lines: Sequence[Line]
    nothing: str  # what is said where there is nothing
    more: str = ""  # address of the whole list


def today(request: HttpRequest) -> list[Box]:
    """The boxes this person may see, each in one query or two, whatever the size of the archive."""
    current = list(Edition.objects.order_by("-date")[:CURRENT])
    makers: list[tuple[str, Callable[[], Box | None]]] = [
        ("view_article", lambda: _to_sign(request)),
        ("view_article", _sent_back),
        ("view_edition", lambda: _going_out(current)),
        ("view_article", lambda: _waiting(current)),
        ("view_page", lambda: _defects(current)),
        ("view_photo", lambda: _without_picture(current)),
        ("view_rawpage", _imports),
    ]
    made = [make() for permission, make in makers if request.user.has_perm(f"articles.{permission}")]
    return [box for box in made if box is not None]


def _to_sign(request: HttpRequest) -> Box | None:
    """Drafts at a stage that is this person's, without those signed by the same hand already."""
    mine = [stage for stage in stages() if request.user.has_perm(PERMISSIONS[stage])]
    if not mine:
        return None
    before = dict(zip(stages(), (0, *stages()), strict=False))
    drafts = (
        Article.objects.filter(status=Status.DRAFT, signed_stage__in=[before[stage] for stage in mine])
        .exclude(signed_stage__gt=0, reviews__in=_signatures_of(request))
        .select_related("page__edition")
        .defer("body")
        .order_by("-pk")
    )
    return Box(
        "sign",
        _("To sign"),
        [Line(str(one), change_address(one), stage_badge(one), str(one.page)) for one in drafts[:SHOWN]],
        _("Nothing waits for your signature."),
        _list("article", waits=str(mine[0].value)) if len(mine) == 1 else _list("article", status="draft"),
    )


def _signatures_of(request: HttpRequest) -> QuerySet[Review]:
    return Review.objects.filter(person=person(request), verdict=Verdict.SIGNED)


def _sent_back() -> Box | None:
    """Drafts whose newest review sent them back; their notes are read here."""
    newest = (
        Review.objects.filter(
            verdict=Verdict.SENT_BACK, article__status=Status.DRAFT, article__signed_stage=0
        )
        .select_related("article__page__edition", "person")
        .defer("article__body")
    )
    lines = [
        Line(
            str(one.article),
            change_address(cast(Article, one.article)),
            f"{one.person}：{one.note}",
            written_time(one.at),
        )
        for one in newest[:SHOWN]
    ]
    return Box("back", _("Sent back"), lines, "") if lines else None


def _going_out(current: Sequence[Edition]) -> Box:
    now = timezone.now()
    due = [one for one in current if one.public_from is None or one.public_from > now]
    unsigned = _counted(
        Article.objects.filter(page__edition__in=due, status=Status.DRAFT).exclude(signed_stage=Stage.FINAL),
        "page__edition",
    )
    return Box(
        "editions",
        _("Editions"),
        [
            Line(str(one), change_address(one), badge(*state_of(one)), _unsigned(unsigned.get(one.pk, 0)))
            for one in due[:SHOWN]
        ],
        _("Every edition is out."),
        _list("edition"),
    )


def _unsigned(count: int) -> str:
    if not count:
        return _("every article is signed")
    return ngettext("%(count)d article unsigned", "%(count)d articles unsigned", count) % {"count": count}


def _waiting(current: Sequence[Edition]) -> Box:
    articles = (
        Article.objects.waiting()
        .filter(page__edition__in=current)
        .exclude(status=Status.WITHDRAWN)
        .select_related("page__edition")
        .defer("body")
        .order_by("-page__edition__date", "page__order", "position")
    )
    return Box(
        "jumps",
        _("Jumps that wait"),
        [
            Line(
                str(one),
                change_address(one),
                _("for page %(page)s") % {"page": one.continues_on},
                str(one.page),
            )
            for one in articles[:SHOWN]
        ],
        _("No jump waits for its page."),
        _list("article", jump="waiting"),
    )


def _defects(current: Sequence[Edition]) -> Box:
    counts = _counted(Defect.objects.filter(page__edition__in=current), "page")
    return Box(
        "defects",
        _("Doubtful readings"),
        [
            Line(
                str(page),
                change_address(page),
                ngettext("%(count)d defect", "%(count)d defects", counts[page.pk])
                % {"count": counts[page.pk]},
            )
            for page in _pages(counts)
        ],
        _("No page has a defect."),
        _list("page", defects="yes"),
    )


def _without_picture(current: Sequence[Edition]) -> Box:
    photos = Photo.objects.filter(page__edition__in=current, picture="").exclude(status=Status.WITHDRAWN)
    counts = _counted(photos, "page")
    return Box(
        "pictures",
        _("Photos without a file"),
        [
            Line(
                str(page),
                _list("photo", picture="no", page__id__exact=str(page.pk)),
                ngettext("%(count)d photo", "%(count)d photos", counts[page.pk]) % {"count": counts[page.pk]},
            )
            for page in _pages(counts)
        ],
        _("Every photo has its file."),
        _list("photo", picture="no"),
    )


def _imports() -> Box:
    newest = RawPage.objects.select_related("page__edition").only(
        "source", "imported_at", "page__number", "page__title", "page__edition__date"
    )
    return Box(
        "imports",
        _("Last imports"),
        [
            Line(
                str(one.page),
                change_address(one),
                PurePosixPath(one.source).name,
                written_time(one.imported_at),
            )
            for one in newest[:SHOWN]
        ],
        _("Nothing was imported yet."),
        _list("rawpage"),
    )


def _counted(rows: QuerySet[Any], owner: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(owner).annotate(Count("pk")))


def _pages(keys: Iterable[int]) -> Iterable[Page]:
    return (
        Page.objects.filter(pk__in=list(keys))
        .select_related("edition")
        .order_by("-edition__date", "order")[:SHOWN]
    )


def _list(model: str, **query: str) -> str:
    pairs = "&".join(f"{name}={value}" for name, value in query.items())
    return reverse(f"admin:articles_{model}_changelist") + (f"?{pairs}" if pairs else "")
