"""Punctuation that no sentence has."""

import re
from collections.abc import Iterator

from articles.pagetext.characters import HAN
from articles.proofreading.proofs import Hit, Proof

_STOPS = "，。、；："
DOUBLED = re.compile(
    rf"[{_STOPS}]{{2,}}|[！？][{_STOPS}]+|[{_STOPS}]+[！？]|[。！？]”。|(?<![,.])(?:,,|[.][.]|,[.]|[.],(?=\s?[A-Z])|;;|::)(?![,.\w])"
)
_ABBREVIATED = re.compile(r"\b(?:[A-Za-z]|Inc|Co|Ltd|Jr|Sr|etc|St|No)$")
SPACE_BEFORE = re.compile(
    rf"(?<=[{HAN}]) +(?=[{_STOPS}！？”》）])|(?<=[A-Za-z]) +(?=[,;](?:\s|$))|(?<=[a-z]) +(?=[.](?:\s|$)(?! ?[.]))"
)
EMPTY_PAIR = re.compile(r"“\s*”|‘\s*’|《\s*》|(?<![A-Za-z])（\s*）|【\s*】|「\s*」|『\s*』")
FIRST_MARK = re.compile(rf"^[{_STOPS}！？”》）」』]+")


def doubled_mark(proof: Proof) -> Iterator[Hit]:
    """。。 or ，。 or ！。; not …… and not ？！"""
    for text in proof.texts:
        for found in DOUBLED.finditer(text.words):
            if not (found[0][0] == "." and _ABBREVIATED.search(text.words[: found.start()][-6:])):
                yield Hit(text, *found.span())


def space_before_mark(proof: Proof) -> Iterator[Hit]:
    for text in proof.texts:
        for found in SPACE_BEFORE.finditer(text.words):
            yield Hit(text, found.start(), found.end() + 1)


def empty_pair(proof: Proof) -> Iterator[Hit]:
    """“” or 《》 with nothing in it: a name that fell out."""
    for text in proof.texts:
        for found in EMPTY_PAIR.finditer(text.words):
            yield Hit(text, *found.span())


def mark_at_the_start(proof: Proof) -> Iterator[Hit]:
    """A paragraph that begins with 。 or ”, but for the first one after a jump."""
    for text in proof.texts:
        article = proof.article
        is_second_half = article and (article.continued_from or article.previous_id) and text.paragraph == 1
        if not is_second_half and (found := FIRST_MARK.match(text.words)):
            yield Hit(text, *found.span())
