"""What stands between English stories and is told by several lines together: results, the names of the staff, advertisements."""

import re
from collections.abc import Sequence

from .card import is_card_title
from .english_bylines import is_name_in_capitals
from .english_captions import cuts_a_sentence
from .english_folio import is_paper
from .english_lines import is_agate, is_head_of_table, label_of
from .english_notices import has_telephone
from .marks import LineKind, Marked
from .photocredits import Credit
from .records import StaffMember
from .rules import rule, table
from .seams import is_finished

NAMES_AND_ROLES = table(
    rule(
        "name and role",
        r"^(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}), (?P<role>(?:[A-Z][a-z]+ (?:and |of )?){0,3}"
        r"(?i:publishers?|editors?(?:[- ]in[- ]chief)?|chiefs?|managers?|directors?|president|reporters?|writers?|photographers?|designers?|circulation|advertising|production|correspondents?))$",
        "Sue Ann Birdwell, Advertising Manager",
        "Ada Stone, Upper Briar",
    ),
    hint=r", [A-Z]",
)
_FEWEST = 2
_MOST_HEADS = 3
_KINDS = (LineKind.SHORT, LineKind.NAME, LineKind.TEXT, LineKind.COLUMN)


def end_of_results(lines: Sequence[Marked], at: int) -> int:
    """Where the results end that begin at a line: names and numbers in lines that touch, and heads in capitals."""
    if not _may_open_results(lines[at].text):
        return at
    end, results = at, 0
    while end < len(lines) and (end == at or not lines[end].gap) and lines[end].kind in _KINDS:
        text = lines[end].text
        if is_agate(text):
            results += 1
        elif not is_head_of_table(text) or end - at - results == _MOST_HEADS:
            break
        end += 1
    return end if results >= _FEWEST else at


def _may_open_results(text: str) -> bool:
    """Both a result and the head of a table begin with a capital, or are of capitals: no Chinese line is asked further."""
    return text[:1].isupper() or text.isupper()


def end_of_staff(lines: Sequence[Marked], at: int) -> int:
    """Where the staff ends whose names stand one below the other, each with its role."""
    if not lines[at].text[:1].isupper():
        return at
    end = at
    while end < len(lines) and (end == at or not lines[end].gap) and NAMES_AND_ROLES.matches(lines[end].text):
        end += 1
    return end if end - at >= _FEWEST else at


def staff_member(line: Marked) -> StaffMember | None:
    hit = NAMES_AND_ROLES.search(line.text)
    return StaffMember(hit[1]["role"], hit[1]["name"]) if hit else None


def is_name_over_staff(lines: Sequence[Marked], at: int) -> bool:
    """The paper's name, printed again above its staff."""
    return at + 1 < len(lines) and end_of_staff(lines, at + 1) > at + 1 and is_paper(lines[at].text)


def end_of_ways_to_reach(lines: Sequence[Marked], at: int) -> int:
    """Where the lines end that say under HOW TO REACH US in sentences what a card says in labels and values."""
    end = at + 1
    if lines[at].kind is not LineKind.SHORT or not is_card_title(lines[at].text):
        return at
    while end < len(lines) and not lines[end].gap and lines[end].kind in (LineKind.TEXT, LineKind.SHORT):
        if not (has_telephone(lines[end].text) or "@" in lines[end].text):
            return at
        end += 1
    return end if end > at + 1 else at


def is_advertisement_in_a_sentence(lines: Sequence[Marked], at: int) -> bool:
    """What cuts a sentence in two and gives a telephone is no caption."""
    return has_telephone(lines[at].text) and cuts_a_sentence(lines, at)


def name_under_caption(lines: Sequence[Marked], at: int, *, in_letters: bool) -> Credit | None:
    """A name in capitals that touches a caption, with the story going on below: its credit."""
    if in_letters or not (0 < at < len(lines) - 1 and lines[at].text[:1].isupper()):
        return None
    caption, line, below = lines[at - 1 : at + 2]
    is_credit = (
        line.kind in (LineKind.SHORT, LineKind.NAME)
        and line.gap == 0
        and is_name_in_capitals(line.text)
        and caption.kind is LineKind.TEXT
        and caption.gap > 0
        and is_finished(caption.text)
        and not (caption.lead or caption.jump_in or caption.jump_out)
        and below.gap > 0
        and (
            (below.kind is LineKind.TEXT and not below.lead)
            or (at > 1 and lines[at - 2].jump_out is not None)  # no text goes on under a jump notice
        )
    )
    return Credit(line.core, line.text) if is_credit else None


def opens_letters(line: Marked) -> bool:
    # a Chinese line is asked no further: each such label begins with a letter of ASCII
    return line.text[:1].isascii() and len(line.text) <= 40 and label_of(line.text) == "letters"


def shares_its_credit(credit: Credit) -> bool:
    """Photos by Ada Stone: of all the captions above it."""
    return (
        re.match(r"[(\[]?(?:[\w’'.]+ )?(?i:photos|pictures|photographs)\b", credit.passage.text) is not None
    )
