"""Captions without a credit, told by the sentence that they cut in two."""

from collections.abc import Sequence

from .characters import is_latin
from .marks import LineKind, Marked
from .seams import is_finished

_LONGEST = 400


def cuts_a_sentence(lines: Sequence[Marked], at: int) -> bool:
    """Whether a whole sentence stands between a text that is not finished and one that goes on in small letters."""
    if not 0 < at < len(lines) - 1:
        return False
    above, line, below = lines[at - 1], lines[at], lines[at + 1]
    return (
        _is_plain(above)
        and _is_plain(line)
        and below.kind in (LineKind.TEXT, LineKind.SHORT)
        and is_latin(line.text)
        and len(line.text) <= _LONGEST
        and not is_finished(above.text)
        and is_finished(line.text)
        and line.text[:1].isupper()
        and below.text[:1].islower()
    )


def _is_plain(line: Marked) -> bool:
    return line.kind is LineKind.TEXT and not (line.lead or line.jump_in or line.jump_out or line.credit)
