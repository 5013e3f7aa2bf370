"""A reading put before an editor as marked text, and read again once it is corrected.

The corrected text is a text of its own, with lines of its own. What an editor asks is where a line stands on the
printed page; so every line of it is traced to lines of the raw text.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from .characters import HAN
from .lines import LINE_END
from .markedtext import to_marked_text
from .markwords import TITLE_FIELDS, Field, Mark, split_mark, written
from .page import parse_page
from .records import ParsedPage

Numbers = tuple[int, ...]  # of lines of the raw text, from 1

_MOST_SEARCHES = 1_000  # for new words in the raw text: an editor types some, not a whole page

_MOST_PARTS = 50  # more is no title, and its parts need not be told apart

# where the value of a mark stands on the page when the page has no such field of its own
_STAND_INS = {
    "page_title": ("set_aside.folio",),
    "edition_date": ("set_aside.folio",),
    "page_number": ("set_aside.folio",),
    "authors": ("byline",),
    "source": ("byline", "dateline"),
    "dateline": ("byline",),
    "headline": ("continued_from",),
    "credit": ("caption",),
}


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of marked text: its number, its mark, what stands behind it, the raw lines it comes from.

    `owners` are the fields that it went into, `is_kept` whether its words are still those of the first reading.
    """

    number: int
    mark: Mark | None
    text: str
    owners: tuple[str, ...]
    raw: Numbers
    is_kept: bool


def marked_for_editing(text: str, page: ParsedPage, *, english: bool = False) -> str:
    """The reading of a text as marked text in which every part of a title that can be told apart has its line.

    Lines of one title are joined again when they are read, so this is the same page; and to divide a title
    otherwise it is enough to change marks.
    """
    printed = {_compact(line) for line in LINE_END.split(text)}
    return "".join(
        f"{line}\n"
        for whole in to_marked_text(page).splitlines()
        for line in _rewritten(whole, printed, english=english)
    )


def trace(text: str, page: ParsedPage, marked: str) -> list[MarkedLine]:
    """The lines of a marked text that say something, each with the raw lines it comes from.

    `page` is the reading of `text`. A line keeps its origin as long as its words are kept, whatever its mark says
    now; a line with new words has that of the words it replaced, or of the same words elsewhere on the page.
    """
    first = list(_first_lines(text, page))
    now = [
        (number, *split_mark(line)) for number, line in enumerate(LINE_END.split(marked), 1) if line.strip()
    ]
    origins = _origins([line.text for line in first], [words for _, _, words in now])
    owners = owners_by_line(marked, parse_page(marked))
    find = _finder(text)
    lines = [
        MarkedLine(
            number,
            mark,
            words,
            tuple(owners[number]),
            first[origin].raw if origin is not None else find(words),
            is_kept=origin is not None and first[origin].text == words,
        )
        for (number, mark, words), origin in zip(now, origins, strict=True)
    ]
    return _with_openings(lines)


def read_corrected(text: str, marked: str) -> ParsedPage:
    """The page that a corrected marked text says, its lines numbered as in the raw text.

    What has no place in the raw text takes that of the line above it. The spans are those of the marked text.
    """
    page = parse_page(marked)
    place = _places(trace(text, parse_page(text), marked))
    return replace(
        page,
        articles=tuple(replace(one, line=place(one.line)) for one in page.articles),
        photos=tuple(replace(one, line=place(one.line)) for one in page.photos),
        contact_card=page.contact_card and replace(page.contact_card, line=place(page.contact_card.line)),
        set_aside=tuple(replace(one, line=place(one.line)) for one in page.set_aside),
        defects=tuple(replace(one, line=place(one.line)) for one in page.defects),
    )


def _with_openings(lines: Sequence[MarkedLine]) -> list[MarkedLine]:
    """A bare 【文章】 stands where the line under it stands."""
    return [
        replace(line, raw=lines[index].raw) if line.mark and not line.text and index < len(lines) else line
        for index, line in enumerate(lines, 1)
    ]


# ── writing it down ──


def _rewritten(line: str, printed: set[str], *, english: bool) -> Iterator[str]:
    mark, words = split_mark(line)
    if mark is None:
        yield line
        return
    parts = _title_parts(words, printed) if mark.field in TITLE_FIELDS else [words]
    yield from (written(mark, part, english=english) for part in parts)


def _title_parts(title: str, printed: set[str]) -> list[str]:
    """A title at the ends of its printed lines, and between Chinese words that are set apart.

    >>> _title_parts("渠水进村 田头开闸", set()), _title_parts("Mill wheel turns again", {"Millwheel", "turnsagain"})
    (['渠水进村', '田头开闸'], ['Mill wheel', 'turns again'])
    """
    parts: list[str] = []
    for word in title.split(" "):
        if parts and not (
            _compact(parts[-1]) in printed or _is_chinese(parts[-1][-1:]) or _is_chinese(word[:1])
        ):
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return parts if len(parts) <= _MOST_PARTS else [title]


_CHINESE = re.compile(f"[{HAN}“”‘’《》（）？！、，。…—]")


def _is_chinese(character: str) -> bool:
    return _CHINESE.fullmatch(character) is not None


def _compact(text: str) -> str:
    return "".join(text.split())


# ── tracing the first reading, by the account book ──


def _first_lines(text: str, page: ParsedPage) -> Iterator[MarkedLine]:
    """The lines of the reading as it was first written down."""
    marked = marked_for_editing(text, page)
    told = _Telling(text, page)
    owners = owners_by_line(marked, parse_page(marked))
    for number, line in enumerate(marked.splitlines(), 1):
        mark, words = split_mark(line)
        if line.strip():
            raw = told.lines_of(owners[number][0] if owners[number] else "", mark, words)
            yield MarkedLine(number, mark, words, tuple(owners[number]), raw, is_kept=True)


class _Telling:
    """Answers which raw lines went into a field."""

    def __init__(self, text: str, page: ParsedPage) -> None:
        self.printed = [_compact(line) for line in LINE_END.split(text)]
        self.by_owner: dict[str, list[int]] = defaultdict(list)
        for number, owners in owners_by_line(text, page).items():
            for owner in owners:
                self.by_owner[owner].append(number)
        self.aside = _lines_of_asides(page, self.by_owner)
        self.entries = list(self.by_owner.get("contact_card.entries", ()))

    def lines_of(self, owner: str, mark: Mark | None, words: str) -> Numbers:
        if mark and mark.field is Field.ASIDE:
            waiting = self.aside.get((mark.kind, words))
            return waiting.pop(0) if waiting else ()
        if mark and mark.field is Field.ENTRY and self.entries:
            return tuple(self.entries[:1] if len(self.entries) == 1 else [self.entries.pop(0)])
        lines = self._field(owner)
        if mark and mark.field in TITLE_FIELDS:
            sought = _compact(words)
            whole = [number for number in lines if sought in self.printed[number - 1]]
            return tuple(whole or lines)
        return tuple(lines)

    def _field(self, owner: str) -> list[int]:
        if owner in self.by_owner:
            return self.by_owner[owner]
        record, dot, name = owner.rpartition(".")
        if record == "staff":  # several people of one line are entered once, under the first
            entered = (self.by_owner.get(f"staff.{index}") for index in range(int(name), -1, -1))
            folios = self.by_owner.get("set_aside.folio", [])  # staff printed beside the date
            return next((lines for lines in entered if lines), folios)
        if name == "column":  # a label over several articles is entered once, under the first
            above = range(int(record.rpartition(".")[2]) - 1, -1, -1)
            return next((lines for n in above if (lines := self.by_owner.get(f"articles.{n}.column"))), [])
        for stand_in in _STAND_INS.get(name, ()):
            if lines := self.by_owner.get(stand_in if "." in stand_in else f"{record}{dot}{stand_in}"):
                return lines
        return []


def _lines_of_asides(
    page: ParsedPage, by_owner: dict[str, list[int]]
) -> dict[tuple[str, str], list[Numbers]]:
    """For each kind and text set aside, the lines of each piece: from its own to where the next of its kind begins."""
    found: dict[tuple[str, str], list[Numbers]] = defaultdict(list)
    starts: dict[str, list[int]] = defaultdict(list)
    for piece in page.set_aside:  # in the order of the page
        starts[piece.kind].append(piece.line)
    for piece in page.set_aside:
        begun, lines = starts[piece.kind], by_owner.get(f"set_aside.{piece.kind}", [])
        following = bisect_right(begun, piece.line)
        end = bisect_left(lines, begun[following]) if following < len(begun) else len(lines)
        own = lines[bisect_left(lines, piece.line) : end]
        found[piece.kind, piece.text].append(tuple(own) or (piece.line,))
    return found


def owners_by_line(text: str, page: ParsedPage) -> dict[int, list[str]]:
    """The fields that each line of a text went into, in the order of the line."""
    starts = [0, *(end.end() for end in LINE_END.finditer(text))]
    owners: dict[int, list[str]] = defaultdict(list)
    for span in page.spans:
        for number in range(bisect_right(starts, span.start), bisect_right(starts, span.end - 1) + 1):
            if span.owner not in owners[number]:
                owners[number].append(span.owner)
    return owners


# ── tracing what an editor has made of it ──


def _origins(before: Sequence[str], now: Sequence[str]) -> list[int | None]:
    """For each line now, which line it was before: the same words, or the words in whose place it stands."""
    found: list[int | None] = [None] * len(now)
    for change, a, b, c, d in SequenceMatcher(None, before, now).get_opcodes():
        if change == "equal" or (change == "replace" and b - a == d - c):
            found[c:d] = range(a, b)
    moved = defaultdict(list)
    for index in sorted(set(range(len(before))) - set(found)):
        moved[before[index]].append(index)
    for index, words in enumerate(now):
        if found[index] is None and moved.get(words):
            found[index] = moved[words].pop(0)
    return found


def _finder(text: str) -> Callable[[str], Numbers]:
    """Finds the lines of the raw text on which some words stand."""
    lines = [_compact(line) for line in LINE_END.split(text)]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    whole = "".join(lines)
    searches = iter(range(_MOST_SEARCHES))

    def find(words: str) -> Numbers:
        sought = _compact(words)
        at = whole.find(sought) if sought and next(searches, None) is not None else -1
        if at < 0:
            return ()
        return tuple(
            number
            for number in range(bisect_right(starts, at), bisect_right(starts, at + len(sought) - 1) + 1)
            if lines[number - 1]
        )

    return find


def _places(lines: Iterable[MarkedLine]) -> Callable[[int], int]:
    """From a line of marked text to its first line in the raw text."""
    known = [(line.number, line.raw[0]) for line in lines if line.raw]
    numbers = [number for number, _ in known]

    def place(number: int) -> int:
        at = bisect_right(numbers, number)
        return known[at - 1][1] if at else 1

    return place
