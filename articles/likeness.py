"""Which texts are versions of one another, told in near-linear time by the runs of characters that they share."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest

Shingles = frozenset[str]

PROBED = 200  # shingles of a text that are looked up, the rarest first
NEAR = 32  # texts on each side that a common shingle leads to: versions mostly keep their places
COMPARED = 24  # candidates that are compared in full


def shingles(text: str, length: int) -> Shingles:
    """All runs of `length` characters; a shorter text is one run.

    >>> sorted(shingles("水清了", 2))
    ['水清', '清了']
    """
    return frozenset(text[at : at + length] for at in range(max(1, len(text) - length + 1)))


def overlap(one: Shingles, other: Shingles) -> float:
    """The share of runs in common, from 0 to 1."""
    return len(one & other) / (len(one | other) or 1)


def likely_pairs(new: Sequence[Shingles], old: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes, new and old, that are worth comparing: they share their rarest runs."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, runs in enumerate(old):
        for run in runs:
            places[run].append(j)
    for i, runs in enumerate(new):
        shared = sorted((run for run in runs if run in places), key=lambda run: (len(places[run]), run))
        votes = Counter(j for run in shared[:PROBED] for j in _near(places[run], i))
        ranked = ((-count, abs(i - j), j) for j, count in votes.items())
        yield from ((i, j) for _, _, j in nsmallest(COMPARED, ranked))


def _near(places: Sequence[int], index: int) -> Sequence[int]:
    if len(places) <= 2 * NEAR:
        return places
    at = min(max(bisect_left(places, index), NEAR), len(places) - NEAR)
    return places[at - NEAR : at + NEAR]
