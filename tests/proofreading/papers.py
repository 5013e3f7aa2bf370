"""Editions to be proofread: what stands in them is given paragraph by paragraph."""

import datetime
from typing import Any

from articles.models import Article, Edition
from articles.proofreading import Finding, proofread
from tests.factories import ArticleFactory, EditionFactory, PageFactory

FRIDAY = datetime.date(2026, 3, 6)


def article_of(*paragraphs: str, printed: datetime.date = FRIDAY, **fields: Any) -> Article:
    """An article on a page of its own, with nothing in it that a check would find but what is given."""
    fields.setdefault("page", None)
    page = fields.pop("page") or PageFactory(edition=_edition(printed))
    fields.setdefault("headline", "青石县开渠通水")
    return ArticleFactory(page=page, body="\n".join(paragraphs), **fields)


def _edition(printed: datetime.date) -> Edition:
    return Edition.objects.filter(date=printed).first() or EditionFactory(date=printed)


def found(article: Article, code: str) -> list[Finding]:
    return [finding for finding in proofread(article) if finding.code == code]


def words_found(code: str, *paragraphs: str, **fields: Any) -> list[str]:
    """What a check finds in a text."""
    return [finding.words for finding in found(article_of(*paragraphs, **fields), code)]
