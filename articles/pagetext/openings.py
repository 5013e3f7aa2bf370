"""Where articles begin: at the title block above a byline, a lead or a 上接, else at a title that stands apart."""

from collections.abc import Sequence
from itertools import pairwise

from .characters import HAN
from .editorsnotes import is_note, notes_above
from .lonetitles import TITLE_KINDS, stands_alone
from .marks import LineKind, Marked, is_short
from .names import looks_glued
from .notices import cut_signature
from .rules import compiled, rule, table
from .seams import is_finished
from .titles import is_unfinished

MOST_TITLE_LINES = 8
_LONGEST_SUBHEAD_THAT_BREAKS_OFF = 12  # of two lines: 让每一户都有一个 / 看得见的窗口
BREAKS_OFF = table(
    rule(
        "no end of a title",
        r"(?:[还已共约只没]有|[就都也还不这那]是|均为|不仅|不但|因为|所以|如果|但是|并且|以及|或者|而且|一[个种名位条只]|这[个些种里]|那[个些种里]|[他她我你]们|自己|[把将被让给向往]|[其该每并而但或由于])$",
        "全县像这样的渠段一共还有",
        "全县的渠水都有了去处",
    ),
)
_UNSETTLED = (LineKind.NAME, LineKind.LABELLED, LineKind.SHORT)
_PEN_NAME = compiled(rf"(?![〇零一二三四五六七八九十]*[年月日])[{HAN}]{{2,4}}")


def settle_names(lines: Sequence[Marked]) -> list[Marked]:
    """A bare name is a byline between a title and a text, a title may have a colon; elsewhere they are what they look like."""
    return [
        line.of_kind(_settled(lines, at)) if line.kind in _UNSETTLED else line
        for at, line in enumerate(lines)
    ]


def _settled(lines: Sequence[Marked], at: int) -> LineKind:
    line = lines[at]
    above = lines[at - 1] if at else None
    below = lines[at + 1] if at + 1 < len(lines) else None
    if line.kind is LineKind.LABELLED:
        return LineKind.SHORT if _is_title_with_colon(line, above, below) else line.kind
    if line.kind is LineKind.SHORT:
        if _is_left_half(line, above, below):
            return LineKind.TEXT
        return LineKind.BYLINE if _is_pen_name(line, above, below) else line.kind
    if above and above.kind in TITLE_KINDS and below and _is_unsigned_text(below):
        return LineKind.BYLINE
    if (
        above
        and above.kind is LineKind.TEXT
        and is_finished(above.text)
        and (below is None or below.kind in TITLE_KINDS)
        and not looks_glued(line.text)
    ):
        return LineKind.BYLINE
    return LineKind.SHORT


def _is_unsigned_text(line: Marked) -> bool:
    return (line.is_prose and not line.lead) or line.kind is LineKind.VERSE


def _is_title_with_colon(line: Marked, above: Marked | None, below: Marked | None) -> bool:
    """民警支招：遇到骗子怎么办 has white around it and no other label：value beside it."""
    if not below or not line.gap or not is_short(line.text) or line.text[-1] in "，、。；":
        return False
    if above and (above.kind is LineKind.LABELLED or not is_finished(above.text) or above.text[-1] in "：:"):
        return False
    return below.gap > 0 and (
        below.lead is not None or below.kind in (LineKind.TEXT, LineKind.BYLINE, LineKind.SUBTITLE)
    )


def _is_left_half(line: Marked, above: Marked | None, below: Marked | None) -> bool:
    """A line between two texts that cannot be a title, for it breaks off: 全县像这样的渠段一共还有 / 九条。"""
    return bool(
        above
        and above.is_prose
        and not above.jump_out
        and below
        and below.kind is LineKind.TEXT
        and not (below.lead or below.jump_in)
        and len(line.text) > _LONGEST_SUBHEAD_THAT_BREAKS_OFF
        and (is_unfinished(line.text) or BREAKS_OFF.matches(line.text))
    )


def _is_pen_name(line: Marked, above: Marked | None, below: Marked | None) -> bool:
    """A few characters with white around them, between a title and a text: 陶然亭外."""
    return bool(
        above
        and above.kind in TITLE_KINDS
        and len(above.text) > len(line.text)
        and below
        and _is_unsigned_text(below)
        and line.gap
        and below.gap
        and _PEN_NAME.fullmatch(line.text.replace(" ", ""))
    )


def openings(lines: Sequence[Marked]) -> list[int]:
    """The indexes of the lines at which an article begins, in order."""
    found: set[int] = set()
    start = 0
    for at in range(len(lines)):
        if _is_anchor(lines, at):
            title = _title_start(lines, at)
        elif stands_alone(lines, start, at) or _is_under_a_note(lines, at):
            title = at
        else:
            continue
        start = title - notes_above(lines, title)
        found.add(start)
    return sorted(found | _openings_by_signature(lines, sorted(found)))


def _openings_by_signature(lines: Sequence[Marked], known: list[int]) -> set[int]:
    """Titles under an article that is signed above, over a text that is signed below."""
    found = set()
    for start, end in pairwise([*known, len(lines)]):
        titles = [
            at
            for at in range(start + 1, end)
            if lines[at].kind in TITLE_KINDS and lines[at - 1].kind is LineKind.TEXT
        ]
        signed_above = any(
            line.lead or line.kind is LineKind.BYLINE
            for line in lines[start : titles[0] if titles else start]
        )
        if signed_above:
            found |= {at for at, below in pairwise([*titles, end]) if _is_signed(lines[below - 1])}
    return found


def _is_signed(line: Marked) -> bool:
    return (
        line.kind is LineKind.TEXT
        and cut_signature(line.core)[1] is not None
        and "参与采写" not in line.text[-12:]
    )


def _is_anchor(lines: Sequence[Marked], at: int) -> bool:
    line = lines[at]
    if line.jump_in:
        return True
    if line.lead:
        return not _belongs_to_the_article_above(lines, at)
    return (line.kind is LineKind.BYLINE or is_note(line)) and at > 0 and lines[at - 1].kind in TITLE_KINDS


def _is_under_a_note(lines: Sequence[Marked], at: int) -> bool:
    return lines[at].kind in TITLE_KINDS and notes_above(lines, at) > 0


def _belongs_to_the_article_above(lines: Sequence[Marked], at: int) -> bool:
    """A lead under an editor's note, which stands under the title."""
    return (
        at > 1
        and lines[at - 1].text.startswith(("编者按", "编前", "开栏的话"))
        and lines[at - 2].kind in TITLE_KINDS
    )


def _title_start(lines: Sequence[Marked], at: int) -> int:
    start = at
    while (
        start
        and at - start < MOST_TITLE_LINES
        and lines[start - 1].kind in TITLE_KINDS
        and not lines[start - 1].jump_in
    ):
        start -= 1
    return start
