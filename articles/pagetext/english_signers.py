"""Which short lines of an English page sign the text under them, and which are titles although they end in a mark."""

import re
from collections.abc import Sequence

from .english_bylines import is_agency, is_name, is_name_in_capitals, is_role
from .english_lines import is_in_capitals
from .lonetitles import TITLE_KINDS
from .marks import LineKind, Marked
from .seams import is_finished

_SMALL_WORD_AT_END = re.compile(
    r"\b(?:to|of|in|the|at|for|a|an|and|with|on|by|from|as|is|are)$", re.IGNORECASE
)
_LONGEST_QUESTION = 90
_MOST_QUESTION_WORDS = 7
_QUESTION = re.compile(r"[A-Z][^.,;:?!“”\"]*[?]")


def settle_bylines(lines: Sequence[Marked]) -> list[Marked]:
    settled: list[Marked] = []
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        settled.append(line.of_kind(_settled(settled, line, below)))
    return settled


def _settled(above: Sequence[Marked], line: Marked, below: Marked | None) -> LineKind:
    last = above[-1] if above else None
    if line.kind is LineKind.SHORT and last and last.jump_in and line.text[:1].islower():
        return LineKind.TEXT  # the second half goes on in mid-sentence
    if line.kind is LineKind.SHORT and last and _is_end_of_text(last, below):
        return LineKind.TEXT
    if line.kind in (LineKind.SHORT, LineKind.NAME) and last:
        return LineKind.BYLINE if _is_under_title_or_byline(last, line, below) else LineKind.SHORT
    is_title = line.kind is LineKind.TEXT and below and _is_title_with_mark(line, last)
    if is_title and below and (below.kind is LineKind.BYLINE or _is_question_between(last, line, below)):
        return LineKind.SHORT
    return line.kind


def _is_end_of_text(above: Marked, below: Marked | None) -> bool:
    """No title stands right above Continued on page 14."""
    is_notice = below is not None and below.kind is LineKind.NOTICE and below.jump_out is not None
    return is_notice and above.kind is LineKind.TEXT and not above.jump_out


def _is_under_title_or_byline(above: Marked, line: Marked, below: Marked | None) -> bool:
    if above.kind is LineKind.BYLINE and line.gap <= 1:
        return is_role(line.text) or (line.gap == 0 and is_agency(line.text))
    if above.kind not in TITLE_KINDS or below is None:
        return False
    if below.kind is LineKind.TEXT and is_agency(line.text):
        return True
    if below.kind is LineKind.TEXT and not below.lead and is_name_in_capitals(line.text):
        return not is_in_capitals(above.text)
    if (is_name(line.text) or is_name_in_capitals(line.text)) and not _SMALL_WORD_AT_END.search(above.text):
        return (below.gap == 0 and is_role(below.text)) or (
            line.gap > 0 and below.kind is LineKind.TEXT and is_name(line.text)
        )
    return False


def _is_question_between(above: Marked | None, line: Marked, below: Marked) -> bool:
    """Who pays? — with white around it, between two paragraphs."""
    return (
        above is not None
        and _QUESTION.fullmatch(line.text) is not None
        and len(line.text.split()) <= _MOST_QUESTION_WORDS
        and (above.kind in TITLE_KINDS or (above.kind is LineKind.TEXT and is_finished(above.text)))
        and below.kind is LineKind.TEXT
        and line.gap > 0
        and below.gap > 0
    )


def _is_title_with_mark(line: Marked, above: Marked | None) -> bool:
    """Who took the pie? — a question over a byline is a headline."""
    if (
        line.jump_in
        or line.jump_out
        or line.lead
        or len(line.text) > _LONGEST_QUESTION
        or line.text[-1] == "."
    ):
        return False
    return above is None or above.jump_out is not None or is_finished(above.text) or above.kind in TITLE_KINDS
