"""Where English articles begin, and which of their short lines are titles, labels, bylines, signatures or subheads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from .english_bylines import agency_of, is_name_in_capitals
from .english_lines import is_closed_head, is_in_capitals, is_label, is_signature, label_of, opens_letter
from .english_signers import settle_bylines
from .english_subheads import HEADLINE_SIGNS, weigh
from .ledger import Ledger
from .lonetitles import TITLE_KINDS
from .marks import LineKind, Marked
from .seams import is_finished

_WIDE_GAP = 2
_SAID_BELOW = 6  # what the catchword of a jump notice weighs
_JUMP_REACH = 30  # lines in which the notice is looked for
_STEM = 4
_CATCHWORD = re.compile(r"\b[A-Z]{4,}\b(?<!PAGE)(?<!TURN)(?<!FROM)(?<!PLEASE)(?<!COLUMN)(?<!CONTINUED)")
_OF_ONE_STORY = (*TITLE_KINDS, LineKind.TEXT, LineKind.NOTICE)
_NAMED_IN = 60  # characters in which a life names whose it is
_GROUPS = ("letters", "briefs", "obituaries")  # a label of these stands over several texts
_MOST_LABEL_WORDS_AT_TITLE = 5
_LABEL_AND_AUTHOR = 2  # lines above the headline of a column
_LONGEST_SECTION = 5  # paragraphs that are looked at
_SURE = 2  # from this weight on a short line is a headline, and from its opposite on a subhead


@dataclass(slots=True)
class _Reading:
    """What is known of the page down to a line."""

    lines: list[Marked]
    ledger: Ledger
    kept: list[Marked] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    group: str | None = None  # letters, briefs: a label that stands over several articles
    label: Marked | None = None
    closed: bool = True
    lost: bool = False  # nothing tells where the text belongs
    subheads: int = 0
    columns: dict[int, str] = field(default_factory=dict)  # of the articles in a group, by their place

    def open_article(self) -> None:
        if self.group in _GROUPS and self.label:
            self.columns[len(self.starts)] = self.label.text
        self.starts.append(len(self.kept))
        self.closed = self.lost = False
        self.subheads = 0

    def article(self) -> Sequence[Marked]:
        """The lines of the article that is open."""
        return self.kept[self.starts[-1] :] if self.starts else ()

    def keep(self, *lines: Marked) -> None:
        self.kept += lines

    def lose(self, *lines: Marked) -> None:
        for line in lines:
            for piece in (
                line.lead and line.lead.passage,
                line.core,
                line.jump_out and line.jump_out.passage,
            ):
                if piece and piece.ranges:  # what stands in for a mark is no print
                    self.ledger.warn_unplaced(piece)


def settle_english(lines: Sequence[Marked], ledger: Ledger) -> tuple[list[Marked], list[int], dict[int, str]]:
    """The lines of the stories with their kinds settled, the indexes at which an article begins, and the labels of the
    articles that stand under one for several.
    """
    reading = _Reading(settle_bylines(lines), ledger)
    at = 0
    while at < len(reading.lines):
        end = _end_of_run(reading.lines, at)
        if end > at:
            _read_run(reading, at, end)
        else:
            _read_line(reading, reading.lines[at])
        at = max(end, at + 1)
    return reading.kept, reading.starts, reading.columns


def _end_of_run(lines: Sequence[Marked], at: int) -> int:
    end = at
    while end < len(lines) and lines[end].kind in TITLE_KINDS:
        end += 1
    return end


# ── lines that are no titles ──


def _read_line(reading: _Reading, line: Marked) -> None:
    under_title = bool(reading.kept) and reading.kept[-1].kind in (
        *TITLE_KINDS,
        LineKind.BYLINE,
        LineKind.NOTICE,
    )
    if line.jump_in and not (reading.kept and reading.kept[-1].kind in TITLE_KINDS):
        reading.open_article()
    elif line.kind is LineKind.BYLINE and not under_title and not reading.closed:
        _read_byline_under_text(reading, line)
        return
    elif line.lead and not under_title:
        line = _with_its_lead(line)
    if reading.closed and not line.jump_in and line.kind is LineKind.TEXT and reading.starts:
        _read_text_without_title(reading, line)
        return
    reading.closed = reading.closed or line.jump_out is not None
    if reading.lost or not reading.starts:
        reading.lose(line)
    else:
        reading.keep(line)


def _read_byline_under_text(reading: _Reading, line: Marked) -> None:
    """By Ada Stone below a text signs it."""
    if reading.lost:
        reading.lose(line)
        return
    reading.keep(line)
    reading.closed = True


def _read_text_without_title(reading: _Reading, line: Marked) -> None:
    """Under a letter that is signed begins another; under a jump notice nothing tells."""
    if reading.group == "letters":
        reading.open_article()
        reading.keep(line)
        return
    reading.lost = True
    reading.lose(line)


def _with_its_lead(line: Marked) -> Marked:
    """ASHBY — … within a text is how a paragraph begins, and no dateline."""
    if line.lead is None or line.lead.signs:
        return line
    lead, core = line.lead.passage, line.core
    whole = replace(lead, text=f"{lead.text} {core.text}".strip(), ranges=lead.ranges + core.ranges)
    return replace(line, core=whole, lead=None)


# ── runs of short lines ──


def _read_run(reading: _Reading, at: int, end: int) -> None:
    lines = reading.lines[at:end]
    below = reading.lines[end] if end < len(reading.lines) else None
    above = reading.kept[-1] if reading.kept else None
    lines = _take_signature(reading, lines, above, below)
    if not lines:
        return
    if (
        above
        and above.kind is LineKind.NOTICE
        and above.jump_in
        and reading.starts[-1:] == [len(reading.kept) - 1]
    ):
        reading.keep(*lines)  # From Page A1 stands above its title
        return
    if _is_list(lines, above, below):
        reading.keep(*(line.of_kind(LineKind.TEXT) for line in lines))
        return
    if _is_over_its_author(lines):
        _read_column(reading, lines)
        return
    lines = _settle_labels(reading, lines, below)
    weight = weigh(lines, reading.article(), _section(reading.lines, end), reading.subheads)
    weight += _SAID_BELOW * _whose_jump(lines, reading.article(), reading.lines[end : end + _JUMP_REACH])
    if _opens(reading, lines, above, below, weight):
        reading.open_article()
        reading.keep(*lines)
        reading.closed = any(line.jump_out for line in lines)
    elif below is None or reading.lost or weight > -_SURE:
        reading.lost = reading.lost or below is not None
        reading.lose(*lines)
    else:
        reading.subheads += 1
        reading.keep(*(line.of_kind(LineKind.SUBHEAD) for line in lines))


def _read_column(reading: _Reading, lines: Sequence[Marked]) -> None:
    """A column that stands under its name and its author's."""
    label, author, *titles = lines
    reading.group, reading.label = None, None
    reading.open_article()
    reading.keep(label.of_kind(LineKind.COLUMN), *titles, author.of_kind(LineKind.BYLINE))


def _take_signature(
    reading: _Reading, lines: list[Marked], above: Marked | None, below: Marked | None
) -> list[Marked]:
    """Name and place under a letter; — Name under anything."""
    if above is None or above.kind is not LineKind.TEXT or not is_finished(above.text):
        return lines
    if agency_of(lines[0].text) and lines[0].text == lines[0].text.upper():
        reading.keep(replace(lines[0], kind=LineKind.BYLINE))
        reading.closed = True
        return lines[1:]
    dashed = lines[0].text.startswith(("—", "–", "-"))
    alone = len(lines) > 1 and lines[1].gap > 0
    signs = is_signature(lines[0].text) and (
        dashed
        or (
            reading.group == "letters"
            and (
                _is_untitled(reading) or alone or len(lines) > 2 or below is None or opens_letter(below.text)
            )
        )
    )
    if not signs:
        return lines
    taken = 2 if _is_place(lines) else 1
    reading.keep(*(line.of_kind(LineKind.BYLINE) for line in lines[:taken]))
    reading.closed = True
    return lines[taken:]


def _is_untitled(reading: _Reading) -> bool:
    return not any(line.kind is LineKind.SHORT for line in reading.article())


def _is_place(lines: Sequence[Marked]) -> bool:
    """The second line of a signature: it touches the first, and white follows."""
    return (
        len(lines) > 1
        and lines[1].gap == 0
        and (len(lines) == 2 or lines[2].gap > 0)
        and all(word[:1].isupper() or word in ("of", "the", "and") for word in lines[1].text.split())
    )


def _is_list(lines: Sequence[Marked], above: Marked | None, below: Marked | None) -> bool:
    """Short lines under a colon."""
    if above is None or above.kind is not LineKind.TEXT or not above.text.endswith(":"):
        return False
    return below is None or (below.kind is LineKind.TEXT and not below.lead)


def _settle_labels(reading: _Reading, lines: list[Marked], below: Marked | None) -> list[Marked]:
    """A label stands over the title, which is no label itself."""
    at = next(
        (
            n
            for n, line in enumerate(lines[:-1])
            if (n == 0 or line.gap)
            and _is_label(line, lines[n + 1])
            and _is_title_under_label(lines[n + 1], line)
        ),
        None,
    )
    if at is None and label_of(lines[-1].text) == "letters" and below and below.kind is LineKind.TEXT:
        at = len(lines) - 1  # letters without titles
    if at is None:
        if lines[0].kind is LineKind.COLUMN:
            return lines
        return [line.of_kind(LineKind.SHORT) if line.kind is LineKind.COLUMN else line for line in lines]
    group = label_of(lines[at].text)
    if group and at + 2 < len(lines) and is_in_capitals(lines[at + 1].text) and is_label(lines[at + 1].text):
        at += 1  # Across the country / HAIPING / Old trams find new homes
    reading.lose(*lines[:at])
    reading.label = lines[at].of_kind(LineKind.COLUMN)
    reading.group = group or label_of(lines[at].text)
    return [reading.label, *lines[at + 1 :]]


def _is_over_its_author(lines: Sequence[Marked]) -> bool:
    """ON THE CORNER / RICK DANTONI, and the headline set apart under them."""
    return (
        len(lines) > _LABEL_AND_AUTHOR
        and is_label(lines[0].text)
        and is_in_capitals(lines[0].text)
        and is_name_in_capitals(lines[1].text)
        and not is_name_in_capitals(lines[0].text)
        and not lines[1].gap
        and lines[2].gap > 0
        and not is_in_capitals(lines[2].text)
    )


def _is_title_under_label(title: Marked, label: Marked) -> bool:
    return label_of(label.text) is not None or not is_in_capitals(title.text)


def _is_label(line: Marked, title: Marked) -> bool:
    """In capitals, a few words; a few more where they touch the title. MAYOR RESIGNS is a headline over its deck."""
    if label_of(line.text):
        return True
    if is_closed_head(line.text) or HEADLINE_SIGNS.matches(line.text.lower()):
        return False
    if is_label(line.text):
        return True
    words = len(line.text.split())
    return is_in_capitals(line.text) and title.gap == 0 and words <= _MOST_LABEL_WORDS_AT_TITLE


def _section(lines: Sequence[Marked], at: int) -> Sequence[Marked]:
    """The paragraphs under a short line, down to the next."""
    end = at
    while end < min(len(lines), at + _LONGEST_SECTION) and lines[end].kind is LineKind.TEXT:
        end += 1
    return lines[at:end]


def _is_of_a_life(title: Sequence[Marked], below: Marked) -> bool:
    """Its text begins with the name that stands above it: Everett Colby / Everett J. Colby, 88, died."""
    names = set(re.findall(r"[a-z’']{3,}", title[-1].text.lower()))
    return bool(names & set(re.findall(r"[a-z’']{3,}", below.text[:_NAMED_IN].lower())))


def _whose_jump(lines: Sequence[Marked], article: Sequence[Marked], below: Sequence[Marked]) -> int:
    """See DRONES, page 4 under the next texts: -1 where the headline above speaks of drones, 1 where these lines do."""
    texts = takewhile(lambda line: line.kind in _OF_ONE_STORY and not (line.lead or line.jump_in), below)
    jump = next((line.jump_out for line in texts if line.jump_out), None)
    catchword = _CATCHWORD.search(jump.passage.text) if jump else None
    if not catchword:
        return 0
    word = catchword[0].lower()[:_STEM]
    here = word in " ".join(line.text for line in lines).lower()
    above = word in " ".join(line.text for line in article if line.kind in TITLE_KINDS).lower()
    return here - above


def _opens(
    reading: _Reading, lines: Sequence[Marked], above: Marked | None, below: Marked | None, weight: int
) -> bool:
    if lines[0].kind is LineKind.COLUMN:
        return True
    if below is None:
        return False
    if below.kind is LineKind.BYLINE or below.lead or below.jump_in or any(line.jump_in for line in lines):
        if below.kind is LineKind.BYLINE or not below.lead or reading.group == "letters":
            reading.group = None  # news again
        return True
    if below.kind is LineKind.NOTICE or not below.core:
        return False
    if reading.group == "obituaries" and not _is_of_a_life(lines, below):
        reading.group = None
        return True
    if reading.group in _GROUPS or reading.closed or above is None or lines[0].gap >= _WIDE_GAP:
        return True
    return (above.kind is LineKind.TEXT and not is_finished(above.text)) or weight >= _SURE
