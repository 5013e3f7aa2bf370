"""The three reviews: signatures by different people, each on exactly one text; the last one clears it for publication."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Review, Stage, Status, Verdict

PERMISSIONS = {
    Stage.FIRST: "articles.sign_first",
    Stage.SECOND: "articles.sign_second",
    Stage.FINAL: "articles.sign_final",
}
STAGES = {
    1: (Stage.FINAL,),
    2: (Stage.FIRST, Stage.FINAL),
    3: (Stage.FIRST, Stage.SECOND, Stage.FINAL),
}
# What a signature stands for: everything of an article that readers read.
TEXT_FIELDS = ("column", "kicker", "headline", "subtitle", "byline", "source", "dateline", "body")


class ActRefused(Exception):
    """What was asked for cannot be done; the message is a sentence to the editor."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an article stands in its reviews."""

    digest: str  # of the present text
    round: int
    signatures: Sequence[Review]  # those that hold, first stage first
    next_stage: Stage | None  # None: every stage is signed

    @property
    def is_cleared(self) -> bool:
        return self.next_stage is None

    @property
    def signed_stage(self) -> int:
        return self.signatures[-1].stage if self.signatures else 0


def stages() -> tuple[Stage, ...]:
    """The stages of this paper, in their order."""
    return STAGES[settings.REVIEW_STAGES]


def text_digest(article: Article) -> str:
    """SHA-256 of everything of the article that is signed: title block, byline, text, authors, photos."""
    photos = article.photos.values_list("title", "caption", "credit", "picture")
    text = [
        [getattr(article, name) for name in TEXT_FIELDS],
        list(article.authorships.values_list("author__name", "role")),
        list(photos.order_by("position", "pk")),
    ]
    return hashlib.sha256(json.dumps(text, ensure_ascii=False).encode()).hexdigest()


def standing(article: Article) -> Standing:
    """Where the article stands now; four queries."""
    digest = text_digest(article)
    last = article.reviews.order_by("-round", "-pk").first()
    if last is None:
        return Standing(digest, 1, (), stages()[0])
    if last.digest != digest or last.verdict == Verdict.SENT_BACK:
        return Standing(digest, last.round + 1, (), stages()[0])
    signed = {
        review.stage: review
        for review in article.reviews.filter(round=last.round, verdict=Verdict.SIGNED).select_related(
            "person"
        )
    }
    unsigned = [stage for stage in stages() if stage not in signed]
    holding = [signed[stage] for stage in sorted(signed)]
    return Standing(digest, last.round, holding, unsigned[0] if unsigned else None)


def why_not(person: User, standing: Standing) -> str:
    """Why this person cannot sign the next stage: a sentence; "" where nothing is in the way."""
    stage = standing.next_stage
    if stage is None:
        return _("Every review is signed.")
    if not person.has_perm(PERMISSIONS[stage]):
        return _("The %(stage)s comes next, and that is not yours to sign.") % {"stage": stage.label}
    if any(review.person_id == person.pk for review in standing.signatures):
        return _("You have signed this text already; the %(stage)s is for somebody else.") % {
            "stage": stage.label
        }
    return ""


@transaction.atomic
def sign(*, article: Article, digest: str, by: User, note: str = "") -> Review:
    """Sign the next stage on the text whose digest is given: the one the person has read.

    Raises ActRefused where the text has changed since, or the stage is not this person's to sign.
    """
    return _record(article=article, digest=digest, by=by, verdict=Verdict.SIGNED, note=note)


@transaction.atomic
def send_back(*, article: Article, digest: str, by: User, note: str) -> Review:
    """Give an article back to its writer with a note; signatures given so far are void."""
    return _record(article=article, digest=digest, by=by, verdict=Verdict.SENT_BACK, note=note)


@transaction.atomic
def override(*, article: Article, by: User, reason: str) -> Review:
    """A superuser lets an article out without the signatures that lack; the reason stays on record."""
    if not by.is_superuser:
        raise ActRefused(_("Only a superuser publishes without signatures."))
    return _write(article, standing(_locked(article)), Stage.FINAL, Verdict.OVERRIDDEN, by, reason)


@transaction.atomic
def note_correction(*, article: Article, by: User, text: str) -> Review:
    """Put on record who stands for the text of a published article after its correction."""
    return _write(article, standing(article), Stage.FINAL, Verdict.CORRECTED, by, text)


def note_stages(articles: Iterable[Article]) -> None:
    """Bring the articles' own notes of their signed stage up to date, after anything of their texts may have changed."""
    for article in articles:
        _note_stage(article)


def _note_stage(article: Article) -> None:
    stage = standing(article).signed_stage
    if stage != article.signed_stage:
        article.signed_stage = stage
        Article.objects.filter(pk=article.pk).update(signed_stage=stage)


def _locked(article: Article) -> Article:
    return Article.objects.select_for_update().get(pk=article.pk)


def _record(*, article: Article, digest: str, by: User, verdict: Verdict, note: str) -> Review:
    fresh = _locked(article)
    now = standing(fresh)
    if fresh.status != Status.DRAFT:
        raise ActRefused(_("“%(title)s” is no draft any more.") % {"title": fresh})
    if now.digest != digest:
        raise ActRefused(
            _("“%(title)s” has changed since you opened it. Read it again, then sign.") % {"title": fresh}
        )
    refusal = why_not(by, now)
    if refusal or now.next_stage is None:
        raise ActRefused(refusal)
    return _write(article, now, now.next_stage, verdict, by, note)


def _write(  # noqa: PLR0917
    article: Article, now: Standing, stage: Stage, verdict: Verdict, by: User, note: str
) -> Review:
    review = Review.objects.create(
        article=article,
        about=f"{article.page} · {article}",
        digest=now.digest,
        round=now.round,
        stage=stage,
        verdict=verdict,
        person=by,
        note=note,
    )
    _note_stage(article)
    return review
