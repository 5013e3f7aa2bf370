"""Which record of a page a newly read one is: told by its title block and text, not by its place."""

import re
from collections.abc import Sequence

from articles.importing.forms import Fields

SHINGLE = 4  # characters
ALIKE = 0.4  # share of shingles in common from which two texts are versions of one
BLANK = re.compile(r"\s+")


def match(read: Sequence[Fields], known: Sequence[Fields]) -> dict[int, int]:
    """Pairs of indexes, newly read -> known, the closest first; each is used once at most."""
    new, old = [_look(fields) for fields in read], [_look(fields) for fields in known]
    scores = ((_likeness(one, other), -i, -j) for i, one in enumerate(new) for j, other in enumerate(old))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted((row for row in scores if row[0] >= ALIKE), reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


Look = tuple[str, frozenset[str]]  # title, shingles


def _look(fields: Fields) -> Look:
    return _title(fields), _shingles(fields)


def _likeness(one: Look, other: Look) -> float:
    """From 0 to 2: one for the same title, and the share of the text in common."""
    return (one[0] != "" and one[0] == other[0]) + _overlap(one[1], other[1])


def _title(fields: Fields) -> str:
    return BLANK.sub("", "".join(fields.get(name, "") for name in ("kicker", "headline", "subtitle")))


def _shingles(fields: Fields) -> frozenset[str]:
    text = BLANK.sub("", _title(fields) + fields.get("body", "") + fields.get("caption", ""))
    return frozenset(text[at : at + SHINGLE] for at in range(max(1, len(text) - SHINGLE + 1)))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
