"""Which record of a page a newly read one is: told by its title block and text, not by its place."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

from articles.importing.forms import Fields
from articles.likeness import Shingles, likely_pairs, overlap, shingles

SHINGLE = 4  # characters
ALIKE = 0.4  # share of shingles in common from which two texts are versions of one
BLANK = re.compile(r"\s+")

Look = tuple[str, Shingles]  # title, and the runs of characters of title and text


def match(read: Sequence[Fields], known: Sequence[Fields]) -> dict[int, int]:
    """Pairs of indexes, newly read -> known, the closest first; each is used once at most."""
    new, old = [_look(fields) for fields in read], [_look(fields) for fields in known]
    pairs = _equal(new, old)
    while found := _closest(new, old, pairs):  # whom the others have left may be the likeliest of the rest
        pairs |= found
    return pairs


def _equal(new: Sequence[Look], old: Sequence[Look]) -> dict[int, int]:
    """What has not changed at all, in its order."""
    waiting: dict[Look, deque[int]] = defaultdict(deque)
    for j, look in enumerate(old):
        waiting[look].append(j)
    return {i: waiting[look].popleft() for i, look in enumerate(new) if waiting[look]}


def _closest(new: Sequence[Look], old: Sequence[Look], taken: dict[int, int]) -> dict[int, int]:
    i_left = [i for i in range(len(new)) if i not in taken]
    j_taken = set(taken.values())
    j_left = [j for j in range(len(old)) if j not in j_taken]
    likely = likely_pairs([_marked(new[i]) for i in i_left], [_marked(old[j]) for j in j_left])
    scored = _scored(new, old, ((i_left[i], j_left[j]) for i, j in likely))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def _scored(
    new: Sequence[Look], old: Sequence[Look], pairs: Iterator[tuple[int, int]]
) -> Iterator[tuple[float, int, int]]:
    for i, j in pairs:
        likeness = _likeness(new[i], old[j])
        if likeness >= ALIKE:
            yield -likeness, i, j


def _look(fields: Fields) -> Look:
    title = BLANK.sub("", "".join(fields.get(name, "") for name in ("kicker", "headline", "subtitle")))
    text = title + BLANK.sub("", fields.get("body", "") + fields.get("caption", ""))
    return title, shingles(text, SHINGLE)


def _marked(look: Look) -> Shingles:
    """An equal title alone makes two texts worth comparing, however short it is."""
    title, runs = look
    return runs | {f"title {title}"} if title else runs


def _likeness(one: Look, other: Look) -> float:
    """From 0 to 2: one for the same title, and the share of the text in common."""
    return (one[0] != "" and one[0] == other[0]) + overlap(one[1], other[1])
