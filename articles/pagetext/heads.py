"""The head of an English page: masthead and section title, told apart by their words and by where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from .characters import is_latin
from .english_folio import is_paper, is_section
from .marks import LineKind, Marked

_FURNITURE = (LineKind.FOLIO, LineKind.STAFF)
_MOST_LINES = 6
_LONGEST_SECTION = 40


@dataclass(frozen=True, slots=True)
class Head:
    """Names of the paper, which no reader needs again, and the line that names the section."""

    mastheads: tuple[Marked, ...] = ()
    section: Marked | None = None


def read_head(lines: Sequence[Marked]) -> Head:
    """What stands beside the folio, down to the first blank line."""
    group = _first_group(lines)
    if below := _section_below(lines, len(group)):
        return below
    others = [line for line in group if line.kind not in _FURNITURE]
    if not others or not all(map(_can_be_of_a_head, others)):
        return Head()
    papers = [line for line in others if is_paper(line.text)]
    sections = [line for line in others if line not in papers]
    if len(sections) == 2 and (known := [line for line in sections if is_section(line.text)]):
        papers, sections = [line for line in others if line is not known[-1]], known[-1:]
    if len(sections) == 1 and len(papers) + 1 == len(others) and len(group) > 1:
        return Head(tuple(papers), sections[0])
    return Head(tuple(papers)) if not sections else Head()


def _section_below(lines: Sequence[Marked], end: int) -> Head | None:
    """The paper's name beside its folio, whatever it is called, and under them, set apart, a section."""
    names = [line for line in lines[:end] if line.kind not in _FURNITURE]
    if end < 2 or end + 1 >= len(lines) or len(names) != 1 or not lines[end + 1].gap:
        return None
    section = lines[end]
    is_masthead = _can_be_of_a_head(names[0]) and not is_section(names[0].text)
    if is_masthead and _can_be_of_a_head(section) and is_section(section.text):
        return Head((names[0],), section)
    return None


def _first_group(lines: Sequence[Marked]) -> Sequence[Marked]:
    """The lines above the first blank one; a folio alone takes a section set apart under it."""
    end = _end_of_group(lines, 0)
    if all(line.kind in _FURNITURE for line in lines[:end]):
        following = _end_of_group(lines, end)
        if following == end + 1 and following < len(lines) and is_section(lines[end].text):
            end = following
    return lines[:end] if end < min(len(lines), _MOST_LINES + 1) else ()


def _end_of_group(lines: Sequence[Marked], at: int) -> int:
    end = at + 1
    while end < len(lines) and not lines[end].gap:
        end += 1
    return end


def _can_be_of_a_head(line: Marked) -> bool:
    return (
        line.kind in (LineKind.SHORT, LineKind.COLUMN, LineKind.NAME)
        and (is_latin(line.text) or line.text.isascii())
        and len(line.text) <= _LONGEST_SECTION
        and not line.jump_in
    )
