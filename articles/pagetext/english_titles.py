"""How an English title block divides: a headline of one or more lines, and the deck under it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .english_lines import is_closed_head, is_in_capitals
from .english_subheads import HEADLINE_SIGNS
from .marks import Marked
from .passage import Passage

Lines = list[Passage]

_GOES_ON = re.compile(
    r"\b(?:to|of|in|the|at|for|a|an|and|or|with|on|by|from|as|is|are|his|her|its|their)$", re.I
)
_MOST_TITLE_LINES = 8
_SHORTEST_DECK = 40
_DECK_SHARE = 1.4  # a deck is set small: its line is so much longer than those of its headline


def split_english(lines: Sequence[Marked]) -> tuple[Lines, Lines, bool]:
    """Headline, subtitle, and whether that was a guess."""
    at = next((n for n, line in enumerate(lines) if n and line.gap), None)
    if at is not None:
        return [line.core for line in lines[:at]], [line.core for line in lines[at:]], True
    deck = _deck(lines)
    return [line.core for line in lines[:deck]], [line.core for line in lines[deck:]], deck < len(lines)


def _are_two_sentences(headline: str, deck: str) -> bool:
    """Each has its verb, and the second is longer: Bridge to close / Detour adds nine miles for farmers."""
    sentence_case = deck.split(" ", 2)[1:2]
    return (
        len(deck) > len(headline)
        and bool(sentence_case)
        and sentence_case[0][:1].islower()
        and HEADLINE_SIGNS.matches(headline)
        and HEADLINE_SIGNS.matches(deck)
    )


def _closes_the_headline(above: str, line: str) -> bool:
    """A full stop after capitals, and from capitals to small letters: MAYOR RESIGNS / Town hall has no heir."""
    return is_closed_head(above) or (is_in_capitals(above) and not is_in_capitals(line) and " " in above)


def _deck(lines: Sequence[Marked]) -> int:
    """Where, in lines that touch, the deck begins: at a capital, after a line that could end, and much longer."""
    for n, (above, line) in enumerate(pairwise(lines[:_MOST_TITLE_LINES]), 1):
        if not line.text[:1].isupper() or _GOES_ON.search(above.text):
            continue
        if (
            _closes_the_headline(above.text, line.text)
            or _are_two_sentences(" ".join(title.text for title in lines[:n]), line.text)
            or (
                len(line.text)
                >= max(_SHORTEST_DECK, _DECK_SHARE * max(len(title.text) for title in lines[:n]))
            )
        ):
            return n
    return len(lines)
