"""Half- and full-width characters side by side, where the rest of the paper keeps to one of them."""

import re
from collections.abc import Iterator

from articles.pagetext.characters import HAN
from articles.proofreading.proofs import Hit, Issue, Proof

_QUOTES = "”’」』》）"
HALF_MARK = re.compile(rf"(?<=[{HAN}{_QUOTES}])(?:[,;!?]|[:](?!/)|[.](?![.\w]))(?=[{HAN}“‘「『《（]|\s?$)")
_FULL_MARK = re.compile("[，；：！？。]")
HALF_PAIR = re.compile(rf"\((?=[^()（）]{{0,200}}[{HAN}])[^()（）]{{1,200}}\)")
_FULL_BRACKET = re.compile("（")
WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_NARROW = re.compile("[0-9A-Za-z]+")
MIXED_PAIR = re.compile(r"（[^（）()]{0,200}\)|\([^（）()]{0,200}）")

_A_HABIT = 10  # so many times is no slip any more, but the paper's manner


def half_width_mark(proof: Proof) -> Iterator[Hit]:
    """你好,世界: a half-width mark between Chinese characters, in a paper that prints full-width ones."""
    if proof.is_latin or proof.issue.once(_prints_half_marks):
        return
    for text in proof.texts:
        for found in HALF_MARK.finditer(text.words):
            yield Hit(text, *found.span())


def half_width_brackets(proof: Proof) -> Iterator[Hit]:
    """(长三里) in a paper that prints （长三里）; a byline is as it is printed."""
    if proof.is_latin or proof.issue.once(_prints_half_brackets):
        return
    for text in proof.texts:
        if text.field != "byline":
            for found in HALF_PAIR.finditer(text.words):
                yield Hit(text, *found.span())


def mixed_brackets(proof: Proof) -> Iterator[Hit]:
    """（记者): a pair of two widths."""
    for text in proof.texts:
        for found in MIXED_PAIR.finditer(text.words):
            yield Hit(text, *found.span())


def wide_characters(proof: Proof) -> Iterator[Hit]:
    """２６日 in a paper that prints 26日; a byline is as it is printed."""
    if proof.issue.once(_prints_wide):
        return
    for text in proof.texts:
        if text.field != "byline":
            for found in WIDE.finditer(text.words):
                yield Hit(text, *found.span())


def _prints_half_marks(issue: Issue) -> bool:
    return _is_habit(issue, HALF_MARK, _FULL_MARK)


def _prints_half_brackets(issue: Issue) -> bool:
    return _is_habit(issue, HALF_PAIR, _FULL_BRACKET)


def _prints_wide(issue: Issue) -> bool:
    return _is_habit(issue, WIDE, _NARROW)


def _is_habit(issue: Issue, one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    words = [text.words for proof in issue.proofs for text in proof.texts]
    count = sum(len(one.findall(text)) for text in words)
    return count >= _A_HABIT and count > sum(len(other.findall(text)) for text in words)
