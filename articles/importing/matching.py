"""Which record of a page a newly read one is: told by its title block and text, not by its place."""

import re
from collections.abc import Sequence

from articles.importing.forms import Fields

SHINGLE = 4  # characters
ALIKE = 0.4  # share of shingles in common from which two texts are versions of one
BLANK = re.compile(r"\s+")


def match(read: Sequence[Fields], known: Sequence[Fields]) -> dict[int, int]:
    """Pairs of indexes, newly read -> known, the closest first; each is used once at most."""
    scores = ((_likeness(new, old), -i, -j) for i, new in enumerate(read) for j, old in enumerate(known))
    pairs: dict[int, int] = {}
    for score, i, j in sorted(scores, reverse=True):
        if score >= ALIKE and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _likeness(one: Fields, other: Fields) -> float:
    """From 0 to 2: one for the same title, and the share of the text in common."""
    title = _title(one)
    return (title != "" and title == _title(other)) + _overlap(_shingles(one), _shingles(other))


def _title(fields: Fields) -> str:
    return BLANK.sub("", "".join(fields.get(name, "") for name in ("kicker", "headline", "subtitle")))


def _shingles(fields: Fields) -> frozenset[str]:
    text = BLANK.sub("", _title(fields) + fields.get("body", "") + fields.get("caption", ""))
    return frozenset(text[at : at + SHINGLE] for at in range(max(1, len(text) - SHINGLE + 1)))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
