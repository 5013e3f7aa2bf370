"""What is different between two versions of a text: paragraph by paragraph, and by character within a paragraph."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from articles.likeness import likely_pairs, overlap, shingles

ALIKE = 0.25  # share of runs in common from which two paragraphs are versions of one
MOST = 1_000_000  # pairs of characters that are compared one by one; beyond, sentences are
TOKEN = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+|\s+|.", re.DOTALL)
SENTENCE = re.compile(r"[^。！？；.!?;\n]*[。！？；.!?;\n]?")
FILLER = re.compile(r"\W{0,2}|.", re.DOTALL)  # too little in common between two changes to read them apart


class Change(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of one version, and whether the other version has not got it."""

    text: str
    is_marked: bool


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph in both versions: `old` is empty where it was inserted, `new` where it was deleted.

    The indexes count the paragraphs of a version from 0; None where it has no such paragraph.
    """

    change: Change
    old: Pieces
    new: Pieces
    old_index: int | None = None
    new_index: int | None = None

    @property
    def old_text(self) -> str:
        return "".join(piece.text for piece in self.old)

    @property
    def new_text(self) -> str:
        return "".join(piece.text for piece in self.new)


def paragraph_difference(old: str, new: str) -> list[Row]:
    """The paragraphs of two versions side by side, a row each, in their order; a paragraph is a line.

    Blank lines are nothing. A paragraph that changed its place is deleted and inserted.

    >>> [row.change.value for row in paragraph_difference("甲。\\n水清了。", "水又清了。\\n乙。")]
    ['deleted', 'changed', 'inserted']
    """
    before, after = paragraphs(old), paragraphs(new)
    return [_row(before, after, i, j) for i, j in align(before, after)]


def align(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Which paragraph of the new version is which of the old: pairs of indexes in order, None where there is none."""
    pairs: list[tuple[int | None, int | None]] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            pairs += zip(range(i, i_end), range(j, j_end), strict=True)
        else:
            versions = _versions(old[i:i_end], new[j:j_end])
            pairs += _with_gaps([(i + a, j + b) for a, b in versions], (i, i_end), (j, j_end))
    return pairs


def character_difference(old: str, new: str) -> tuple[Pieces, Pieces]:
    """Both versions in pieces, those marked that the other has not got. Words and figures are never split.

    >>> [piece.text for piece in character_difference("三起纠纷", "四起纠纷")[1] if piece.is_marked]
    ['四']
    """
    left: list[Piece] = []
    right: list[Piece] = []
    for is_marked, before, after in _joined(_runs(old, new)):
        left += [Piece(before, is_marked)] if before else []
        right += [Piece(after, is_marked)] if after else []
    return tuple(left), tuple(right)


def paragraphs(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def _row(old: Sequence[str], new: Sequence[str], i: int | None, j: int | None) -> Row:
    before = None if i is None else old[i]
    after = None if j is None else new[j]
    if before is None:
        return Row(Change.INSERTED, (), (Piece(after or "", is_marked=True),), i, j)
    if after is None:
        return Row(Change.DELETED, (Piece(before, is_marked=True),), (), i, j)
    if before == after:
        same = (Piece(before, is_marked=False),)
        return Row(Change.SAME, same, same, i, j)
    return Row(Change.CHANGED, *character_difference(before, after), i, j)


def _versions(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of unequal paragraphs that are versions of one another, in order: the chain most alike on the whole."""
    before = [_look(text) for text in old]
    after = [_look(text) for text in new]
    scored = ((j, i, overlap(before[j], after[i])) for i, j in likely_pairs(after, before))
    return _heaviest_chain([(i, j, score) for i, j, score in scored if score >= ALIKE])


def _look(text: str) -> frozenset[str]:
    return shingles(text, 1) | shingles(text, 2)


def _heaviest_chain(pairs: Iterable[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The chain of pairs, rising on both sides, with the greatest weight."""
    ends: list[
        int
    ] = []  # the second index a chain ends at, rising, each with a heavier chain than the one before
    chains: list[tuple[float, tuple[object, int, int] | None]] = []
    # for one first index, the higher second index first: none of them can follow another
    for i, j, weight in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        at = bisect_left(ends, j)
        total, before = chains[at - 1] if at else (0.0, None)
        chain = (total + weight, (before, i, j))
        beaten = at
        while beaten < len(ends) and chains[beaten][0] <= chain[0]:
            beaten += 1
        if beaten > at or at == len(ends) or ends[at] != j:
            ends[at:beaten], chains[at:beaten] = [j], [chain]
    return _unrolled(chains[-1][1] if chains else None)


def _unrolled(chain: tuple[object, int, int] | None) -> list[tuple[int, int]]:
    pairs = []
    while chain is not None:
        before, i, j = chain
        pairs.append((i, j))
        chain = before  # type: ignore[assignment]
    return pairs[::-1]


def _with_gaps(
    pairs: Iterable[tuple[int, int]], old: tuple[int, int], new: tuple[int, int]
) -> Iterator[tuple[int | None, int | None]]:
    """The pairs, with what stands between them on either side."""
    i, j = old[0], new[0]
    for a, b in [*pairs, (old[1], new[1])]:
        yield from ((index, None) for index in range(i, a))
        yield from ((None, index) for index in range(j, b))
        if a < old[1]:
            yield a, b
        i, j = a + 1, b + 1


Run = tuple[bool, str, str]  # whether it is different, in the old version, in the new


def _runs(old: str, new: str) -> Iterator[Run]:
    """What two versions share and where they differ, in order."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    if len(before) * len(after) <= MOST:
        yield from _compare(before, after)
        return
    sentences = _compare(SENTENCE.findall(old), SENTENCE.findall(new))
    for differs, one, other in sentences:
        small = len(one) * len(other) <= MOST
        yield from _compare(TOKEN.findall(one), TOKEN.findall(other)) if small else [(differs, one, other)]


def _compare(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    # what every text repeats (commas, 的) is no junk while the text is short
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > MOST)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        yield tag != "equal", "".join(old[i:i_end]), "".join(new[j:j_end])


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Changes with next to nothing between them, as one: a reader cannot make sense of crumbs."""
    waiting = list(runs)
    joined: list[Run] = []
    for at, (is_changed, old, new) in enumerate(waiting):
        is_between = 0 < at < len(waiting) - 1
        differs = is_changed or (is_between and FILLER.fullmatch(old) is not None)
        if joined and joined[-1][0] == differs:
            joined[-1] = (differs, joined[-1][1] + old, joined[-1][2] + new)
        else:
            joined.append((differs, old, new))
    return joined
