"""The acts: proofread an article or an edition, score it, let a finding stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from articles.models import Article, ContactCard, Edition, Photo, RecordKind, Waiver
from articles.proofreading.findings import Finding, Keys, Severity
from articles.proofreading.official import CountedError, Score, count_characters, weigh_all
from articles.proofreading.proofs import Hit, Issue, Proof, Record, pull_proofs
from articles.proofreading.table import ROWS, Row

_KINDS: dict[type[models.Model], RecordKind] = {
    Article: RecordKind.ARTICLE,
    Photo: RecordKind.PHOTO,
    ContactCard: RecordKind.CARD,
}
_ROWS = {row.code: row for row in ROWS}
_LONGEST_WORDS = 200  # of what a waiver keeps of a finding, for people to read
_WaivedKeys = frozenset[tuple[str, int, str]]


@dataclass(frozen=True, slots=True)
class ProofreadingReport:
    """What was found in an edition, in the order of the page, waived findings too; and its score without them."""

    findings: tuple[Finding, ...]
    score: Score

    def open(self, severity: Severity | None = None) -> list[Finding]:
        """What is still to be looked at."""
        return [f for f in self.findings if not f.is_waived and severity in (None, f.severity)]


def proofread(article: Article) -> list[Finding]:
    """What an editor should look at in an article and its photos, waived findings too.

    The article is read as it is given, the rest of its edition (for names, habits, jumps) as it is stored. Eight queries
    at most, whatever the length of the article and the size of the edition.
    """
    issue = pull_proofs(article.page.edition, instead=article)
    own = [proof for proof in issue.proofs if _belongs_to(article, proof.record)]
    own_key = models.Q(article=article.pk) | models.Q(photo__article=article.pk)
    waived = _waived_keys(Waiver.objects.filter(own_key) if article.pk else Waiver.objects.none())
    return [finding for proof in own for finding in findings_of(proof, waived)]


def proofread_edition(edition: Edition) -> ProofreadingReport:
    """Everything found in an edition but for withdrawn records, in seven queries."""
    issue = pull_proofs(edition)
    waived = _waived_keys(
        Waiver.objects.filter(
            models.Q(article__page__edition=edition)
            | models.Q(photo__page__edition=edition)
            | models.Q(card__page__edition=edition)
        )
    )
    findings = tuple(finding for proof in issue.proofs for finding in findings_of(proof, waived))
    return ProofreadingReport(findings, _score(issue, findings))


def score(edition: Edition) -> Score:
    """The edition by the official scoring for newspapers; see `official` for the rule."""
    return proofread_edition(edition).score


@transaction.atomic
def waive(*, finding: Finding, reason: str, by: Any) -> Waiver:
    """Let a finding stand, for a reason that is kept. Waived once more, it takes the newer reason and name.

    Raises ValidationError for an empty or unprintable reason.
    """
    same = {f"{finding.kind}_id": finding.record, "key": finding.key}
    waiver = Waiver.objects.filter(**same).first() or Waiver(**same)
    waiver.code, waiver.field, waiver.words = finding.code, finding.field, finding.words[:_LONGEST_WORDS]
    waiver.reason, waiver.waived_by = reason.strip(), by
    waiver.full_clean()
    waiver.save()
    return waiver


def _belongs_to(article: Article, record: Record) -> bool:
    if isinstance(record, Photo):
        return record.article_id is not None and record.article_id == article.pk
    return record is article


def _waived_keys(waivers: models.QuerySet[Waiver]) -> _WaivedKeys:
    keys = waivers.values_list("article", "photo", "card", "key")
    return frozenset(
        (kind, record, key)
        for *records, key in keys
        for kind, record in zip(("article", "photo", "card"), records, strict=True)
        if record
    )


def findings_of(proof: Proof, waived: _WaivedKeys = frozenset()) -> list[Finding]:
    """What all checks find in one proof, in the order of its texts."""
    keys = Keys()
    kept = defaultdict(list)
    places = {id(text): place for place, text in enumerate(proof.texts)}
    for row in ROWS:
        for hit in _worth_telling(row.check(proof), proof.issue.house_words):
            place = (places.get(id(hit.text), -1), hit.start, hit.end)
            kept[place].append(_finding(proof, row, hit, keys, waived))
    return [finding for place in sorted(kept) for finding in kept[place]]


def _worth_telling(hits: Iterable[Hit], house_words: Sequence[str]) -> Iterator[Hit]:
    """What does not lie inside a word that the paper writes so."""
    return (hit for hit in hits if not any(_covers(word, hit) for word in house_words))


def _covers(word: str, hit: Hit) -> bool:
    reach = len(word) - (hit.end - hit.start)
    around = hit.text.words[max(0, hit.start - reach) : hit.end + reach]
    return hit.start < hit.end and reach >= 0 and word in around


def _finding(proof: Proof, row: Row, hit: Hit, keys: Keys, waived: _WaivedKeys) -> Finding:
    text, kind = hit.text, _KINDS[type(proof.record)]
    record = proof.record.pk or 0
    key = keys.take(row.code, text.field, text.words, hit.start, hit.end)
    return Finding(
        code=row.code,
        severity=row.severity,
        kind=kind,
        record=record,
        field=text.field,
        start=text.offset + hit.start,
        end=text.offset + hit.end,
        paragraph=text.paragraph,
        words=hit.words,
        key=key,
        is_title=text.is_title,
        is_waived=(kind.value, record, key) in waived,
        template=row.sentence,
        details=hit.details,
    )


def _score(issue: Issue, findings: Iterable[Finding]) -> Score:
    counted = [finding for finding in findings if not finding.is_waived]
    return Score(
        characters=count_characters(issue.proofs),
        errors=weigh_all(_counted_error(f) for f in counted if f.severity == Severity.ERROR),
        doubts=weigh_all(_counted_error(f) for f in counted if f.severity == Severity.DOUBT),
    )


def _counted_error(finding: Finding) -> CountedError:
    return CountedError(finding.code, finding.words, finding.is_title, _ROWS[finding.code].weighing)
