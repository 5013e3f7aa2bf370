"""The head of an English page: masthead and section title, told apart by their words and by where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from .characters import is_latin
from .english_folio import is_motto, is_paper, is_section
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
    """What stands beside the folio, down to the first blank line, and a section set apart under it."""
    group = _first_group(lines)
    names = [line for line in group if line.kind not in _FURNITURE]
    if not names or not all(map(_can_be_of_a_head, names)):
        return Head()
    below = _section_below(lines, len(group))
    sections = [line for line in names if is_section(line.text)]
    if len(group) > 1 and not sections and (below or _is_chinese(group)):
        return Head(tuple(names), below)
    unknown = [line for line in names if not (is_paper(line.text) or is_motto(line.text) or line in sections)]
    if not (sections or unknown):
        return Head(tuple(names))
    if len(group) == 1:
        return Head()
    if not sections and len(unknown) > 1:
        unknown = _under_folio(group, unknown)
    if not sections and _stands_over_the_paper(names, unknown):
        return Head(tuple(names), below)
    section = (sections or unknown)[-1:]
    others = tuple(line for line in names if line not in section)
    if not sections and len(unknown) != 1:
        return Head(others) if _has_folio(group) and not unknown else Head()
    return Head(others, section[0])


def _is_chinese(group: Sequence[Marked]) -> bool:
    """栖川日报 / QICHUAN RIBAO: under a Chinese folio Latin letters spell the paper's name."""
    folios = [line for line in group if line.kind is LineKind.FOLIO]
    return bool(folios) and not any(is_latin(line.text) for line in folios)


def _section_below(lines: Sequence[Marked], end: int) -> Marked | None:
    """A section that stands alone, set apart from the names above it."""
    if end + 1 >= len(lines) or not lines[end + 1].gap:
        return None
    return lines[end] if _can_be_of_a_head(lines[end]) and is_section(lines[end].text) else None


def _stands_over_the_paper(names: Sequence[Marked], unknown: Sequence[Marked]) -> bool:
    """A motto; a section stands under the paper's name."""
    papers = [line.line.number for line in names if line not in unknown]
    return bool(papers) and len(unknown) == 1 and unknown[0].line.number < papers[0]


def _under_folio(group: Sequence[Marked], names: Sequence[Marked]) -> list[Marked]:
    """Of several names those under the date: above it stand the paper and its motto."""
    folios = [line.line.number for line in group if line.kind is LineKind.FOLIO]
    return [line for line in names if folios and line.line.number > folios[-1]]


def _has_folio(group: Sequence[Marked]) -> bool:
    return any(line.kind is LineKind.FOLIO for line in group)


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
        line.kind in (LineKind.SHORT, LineKind.COLUMN, LineKind.NAME, LineKind.TEXT)
        and (is_latin(line.text) or line.text.isascii())
        and (is_motto(line.text) or (line.kind is not LineKind.TEXT and len(line.text) <= _LONGEST_SECTION))
        and not line.jump_in
    )
