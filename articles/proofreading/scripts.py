"""Stray traditional characters in a simplified text."""

import re
from collections.abc import Iterator
from functools import cache

from articles.proofreading.proofs import Hit, Issue, Proof

# 通用规范汉字表 (2013) allows them in names, and 乾 徵 著 藉 and their like in words of their own
ALLOWED = frozenset("昇陞氾")
NOT_ALLOWED = frozenset("後麽")  # in GB 2312, yet no simplified text has them
ENOUGH = 10  # characters that tell the script of a record

_IDEOGRAPHS = [chr(c) for c in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00))]
_KANA = re.compile("[ぁ-ヿ]")


def stray_traditional(proof: Proof) -> Iterator[Hit]:
    """Runs of characters that t2s of OpenCC changes and GB 2312 lacks.

    Silent in a text or a paper that is traditional, and beside kana: that is Japanese.
    """
    if is_traditional(proof):
        return
    traditional, _ = _characters()
    for text in proof.texts:
        if not _KANA.search(text.words):
            for found in traditional.finditer(text.words):
                yield Hit(text, *found.span(), {"simplified": _simplified(found[0])})


def is_traditional(proof: Proof) -> bool:
    """By what the record has more of; a record of few characters goes with its paper."""
    traditional, simplified = _count(proof)
    if traditional + simplified >= ENOUGH:
        return traditional > simplified
    return proof.issue.once(_is_traditional_paper)


def _is_traditional_paper(issue: Issue) -> bool:
    counts = [_count(proof) for proof in issue.proofs]
    return sum(t for t, _ in counts) > sum(s for _, s in counts)


def _count(proof: Proof) -> tuple[int, int]:
    traditional, simplified = _characters()
    words = "".join(text.words for text in proof.texts)
    return sum(map(len, traditional.findall(words))), sum(map(len, simplified.findall(words)))


@cache
def _characters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Runs of traditional, and runs of simplified characters."""
    to_simplified = zip(_IDEOGRAPHS, _converted("t2s", _IDEOGRAPHS), strict=True)
    traditional = {c for c, other in to_simplified if c != other and not _in_gb2312(c)}
    to_traditional = zip(_IDEOGRAPHS, _converted("s2t", _IDEOGRAPHS), strict=True)
    simplified = {c for c, other in to_traditional if c != other}
    stray = (traditional | NOT_ALLOWED) - ALLOWED
    return re.compile(f"[{''.join(stray)}]+"), re.compile(f"[{''.join(simplified - stray)}]+")


def _converted(direction: str, characters: list[str]) -> list[str]:
    import opencc

    # apart, so that no phrase is seen in what is only a list
    return opencc.OpenCC(direction).convert(" ".join(characters)).split(" ")


def _simplified(words: str) -> str:
    import opencc

    return opencc.OpenCC("t2s").convert(words)


def _in_gb2312(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False
