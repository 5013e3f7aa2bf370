"""Headlines: how long, and how they end."""

import re
import unicodedata
from collections.abc import Iterator

from django.conf import settings

from articles.proofreading.proofs import Hit, Proof

_STOP = re.compile("[，、；：。]$|(?<![.])[,;.]$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z][a-z]?|Inc|Ltd|Bros|etc|[.]\w)[.]$")


def long_headline(proof: Proof) -> Iterator[Hit]:
    """A headline over the paper's limit; a character of Latin script counts half, as it takes half the room."""
    headline = proof.of_field("headline")
    if proof.article and width(headline.words) > settings.HEADLINE_LIMIT:
        yield Hit(
            headline,
            0,
            len(headline.words),
            {"count": width(headline.words), "limit": settings.HEADLINE_LIMIT},
        )


def width(words: str) -> int:
    """How many Chinese characters wide a line is, rounded up.

    >>> [width("法治望川"), width("River"), width("")]
    [4, 3, 0]
    """
    halves = sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in words)
    return (halves + 1) // 2


def stop_in_headline(proof: Proof) -> Iterator[Hit]:
    """A headline that ends in a comma or a full stop."""
    headline = proof.of_field("headline")
    if proof.article and not _ABBREVIATION.search(headline.words) and (found := _STOP.search(headline.words)):
        yield Hit(headline, *found.span())
