"""Where articles begin: at the title block above a byline, a lead or a 上接, else at a title that stands apart."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .editorsnotes import is_note, notes_above
from .lonetitles import TITLE_KINDS, Above, is_signed, share_told_again, stands_alone
from .marks import LineKind, Marked

MOST_TITLE_LINES = 8
_TOLD_AGAIN = 0.25  # one headline in two is told again so far, one subhead in a hundred


def openings(lines: Sequence[Marked]) -> list[int]:
    """The indexes of the lines at which an article begins, in order."""
    found: set[int] = set()
    above = Above(0)
    for at in range(len(lines)):
        if _is_anchor(lines, at):
            title = _title_start(lines, at)
        elif stands_alone(lines, above, at) or _is_under_a_note(lines, at):
            title = at
        else:
            continue
        above = Above(title - notes_above(lines, title))
        found.add(above.start)
    return sorted(found | _openings_by_signature(lines, sorted(found)))


def _openings_by_signature(lines: Sequence[Marked], known: list[int]) -> set[int]:
    """Titles under an article that is signed above, over a text that is signed below."""
    found: set[int] = set()
    for start, end in pairwise([*known, len(lines)]):
        titles = [
            at
            for at in range(start + 1, end)
            if lines[at].kind in TITLE_KINDS and lines[at - 1].is_prose and not is_note(lines[at - 1])
        ]
        signed_above = any(
            line.lead or line.kind is LineKind.BYLINE
            for line in lines[start : titles[0] if titles else start]
        )
        if signed_above:
            found.update(_likeliest_titles(lines, titles, end))
        elif (
            len(titles) == 1
            and share_told_again(lines, titles[0]) >= _TOLD_AGAIN
            and is_signed(lines[end - 1])
        ):
            found.update(titles)  # what stands above it nobody signed
    return found


def _likeliest_titles(lines: Sequence[Marked], titles: Sequence[int], end: int) -> Iterator[int]:
    """Of the short lines above each signature the one that its text says again; of those that say as much, the last."""
    group: list[int] = []
    for at, below in pairwise([*titles, end]):
        group.append(at)
        if is_signed(lines[below - 1]):
            yield max(group, key=lambda title: (share_told_again(lines, title), title))
            group = []


def _is_anchor(lines: Sequence[Marked], at: int) -> bool:
    line = lines[at]
    if line.jump_in:
        return True
    if line.lead:
        if not line.core and line.lead.passage.text[0] in "（(" and at and lines[at - 1].is_prose:
            return False  # （本报记者 某某）: a signature on a line of its own
        return not _belongs_to_the_article_above(lines, at)
    return (line.kind is LineKind.BYLINE or is_note(line)) and at > 0 and lines[at - 1].kind in TITLE_KINDS


def _is_under_a_note(lines: Sequence[Marked], at: int) -> bool:
    return lines[at].kind in TITLE_KINDS and notes_above(lines, at) > 0


def _belongs_to_the_article_above(lines: Sequence[Marked], at: int) -> bool:
    """A lead under a byline or an editor's note, which stand under the title."""
    above = at - 1
    while above > 0 and (lines[above].kind is LineKind.BYLINE or is_note(lines[above])):
        above -= 1
    return 0 <= above < at - 1 and lines[above].kind in TITLE_KINDS


def _title_start(lines: Sequence[Marked], at: int) -> int:
    start = at
    while (
        start
        and at - start < MOST_TITLE_LINES
        and lines[start - 1].kind in TITLE_KINDS
        and not lines[start - 1].jump_in
        and (start == at or lines[start].kind is not LineKind.COLUMN)  # a label stands on top
    ):
        start -= 1
    return start
