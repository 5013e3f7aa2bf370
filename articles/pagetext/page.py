"""A raw page, read: lines, marks, furniture, mended paragraphs, articles."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from .characters import is_latin, squeeze
from .columnlabels import mark_repeated
from .defects import DefectCode
from .editorsnotes import join_heads
from .english_folio import join_dates
from .english_stories import settle_english
from .english_titleblocks import settle_titles
from .furniture import Furniture, peel
from .garbled import garbles
from .interleaved import interleaved_at
from .ledger import Ledger
from .lines import Line, PageLines, read_lines
from .markedarticles import read_marked_articles, unmarked_head
from .markedpage import peel_marked
from .marks import LineKind, Marked, mark_lines
from .markwords import is_marked_text
from .nearnotices import warn_of_near_notices
from .openings import openings
from .passage import Passage
from .photographers import credit_by_byline
from .places import numbered
from .records import ParsedArticle, ParsedPage, SetAsideKind
from .repairs import heal
from .settling import settle_names
from .stories import read_article, set_line_aside
from .verse import settle_verse
from .wraps import unwrap

_Said = TypeVar("_Said")
_LONGEST_PAGE_TITLE = 8
_OPENING = 24  # characters of a column set vertically, white among them, that tell which it is
_LONGEST_LATIN_PAGE_TITLE = 32


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Python's garbage collector held off: a reading makes many records and no cycles, which it would look through in vain.

    That is a tenth of the time, and more the longer the text is.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_without_collecting()
def parse_page(text: str) -> ParsedPage:
    """Reads the text of one printed page. Never raises on content: what it cannot place it sets aside, with a defect."""
    ledger = Ledger(text)
    lines = read_lines(text)
    _set_unreadable_aside(lines, ledger)
    _warn_of_garbles(text, ledger)
    if is_marked_text(lines.lines):
        return _read_marked_page(lines.lines, ledger)
    _warn_of_mixed_columns(lines, ledger)
    furniture, story_lines = peel(mark_lines(join_dates(unwrap(lines.lines))), ledger)
    columns: dict[int, str] = {}  # of articles under a label that stands over several
    if _is_english(lines.lines):
        title, story_lines = _take_page_title(furniture, story_lines, ledger)
        settled = heal(settle_titles(story_lines), ledger)
        story_lines, starts, columns = settle_english(settled, ledger)
    else:
        settled = settle_names(settle_verse(join_heads(story_lines)))
        title, story_lines = _take_page_title(furniture, settled, ledger)
        story_lines = heal(story_lines, ledger)
        starts = openings(story_lines)
        story_lines = mark_repeated(story_lines, starts)
    articles = _read_articles(story_lines, starts, ledger)
    for at, column in columns.items():
        articles[at] = replace(articles[at], column=articles[at].column or column)
    return _page(title, furniture, articles, ledger)


def _is_english(lines: Sequence[Line]) -> bool:
    return is_latin("".join(line.passage.text[:20] for line in lines[:40]))


def _read_marked_page(lines: Sequence[Line], ledger: Ledger) -> ParsedPage:
    """A page on which lines say what they are; the others are read as usual."""
    furniture, story_lines = peel_marked(lines, ledger)
    head = unmarked_head(story_lines)
    title, kept = _take_page_title(furniture, settle_names(head), ledger)
    rest = story_lines[len(head) - len(kept) :]
    articles = read_marked_articles(rest, ledger, english=_is_english(lines))
    return _page(title, furniture, articles, ledger)


def _set_unreadable_aside(lines: PageLines, ledger: Ledger) -> None:
    for run in lines.hidden:
        ledger.set_aside(SetAsideKind.CONTROL, run)
        ledger.warn(DefectCode.CONTROL_CHARACTERS, run.line, text=ledger.set_asides[-1].text)
    for column in lines.vertical:
        ledger.set_aside(SetAsideKind.UNPLACED, column)
        ledger.warn(DefectCode.VERTICAL_TEXT, column.line, text=squeeze(column.text[:_OPENING]))
    if lines.unread:
        ledger.set_aside(SetAsideKind.UNPLACED, lines.unread)
        ledger.warn(DefectCode.PAGE_TOO_LONG, lines.unread.line)
    if not (lines.lines or lines.vertical):
        ledger.warn(DefectCode.EMPTY_PAGE, 1)


def _warn_of_garbles(text: str, ledger: Ledger) -> None:
    """One defect for garbled lines that follow each other."""
    last = -1
    for line, garbled in numbered(text, garbles(text)):
        if line > last + 1:
            ledger.warn(DefectCode.GARBLED_TEXT, line, text=garbled)
        last = line


def _warn_of_mixed_columns(lines: PageLines, ledger: Ledger) -> None:
    if first := interleaved_at(lines.lines):
        ledger.warn(DefectCode.INTERLEAVED_COLUMNS, first.number, text=first.passage.text)


def _take_page_title(
    furniture: Furniture, lines: list[Marked], ledger: Ledger
) -> tuple[str | None, list[Marked]]:
    """The 版名: right under the folio, in it, else a short line above everything with a title block under it."""
    if furniture.section:
        ledger.enter("page_title", furniture.section.core)
        return furniture.section.text, lines
    title = _title_in_folio(furniture)
    if not lines or not (_is_under_folio(furniture, lines) or (title is None and _is_page_title(lines))):
        return title, lines
    ledger.enter("page_title", lines[0].core)
    return lines[0].text, lines[1:]


def _title_in_folio(furniture: Furniture) -> str | None:
    folios = [folio for folio, _ in furniture.folios]
    if title := next((folio.title for folio in folios if folio.title), None):
        return title
    has_paper = any(folio.paper for folio in folios)
    return next((folio.weekly for folio in folios if folio.weekly and has_paper), None)


def _is_under_folio(furniture: Furniture, lines: Sequence[Marked]) -> bool:
    """The folio may break before the name of the page: 某报 第②版 / 要闻."""
    first = lines[0]
    touches = any(
        where.line == first.line.number - 1 and not folio.title for folio, where in furniture.folios
    )
    return (
        touches
        and first.gap == 0
        and first.kind in (LineKind.SHORT, LineKind.NAME)
        and len(first.text) <= _LONGEST_PAGE_TITLE
        and not is_latin(first.text)
        and len(lines) > 1
        and lines[1].gap > 0
    )


def _is_page_title(lines: Sequence[Marked]) -> bool:
    if len(lines) < 3 or lines[0].kind is not LineKind.SHORT or lines[0].jump_in:
        return False
    longest = _LONGEST_LATIN_PAGE_TITLE if is_latin(lines[0].text) else _LONGEST_PAGE_TITLE
    return (
        len(lines[0].text) <= longest
        and lines[1].gap > 0
        and lines[1].kind in (LineKind.SHORT, LineKind.COLUMN)
    )


def _read_articles(lines: Sequence[Marked], starts: list[int], ledger: Ledger) -> list[ParsedArticle]:
    if not starts and lines:
        starts = [0]  # a page of bare text is one article without a headline
    for line in lines[: starts[0] if starts else 0]:
        set_line_aside(line, ledger)
    sections = pairwise([*starts, len(lines)])
    return [read_article(lines[start:end], index, ledger) for index, (start, end) in enumerate(sections)]


def _page(
    title: str | None, furniture: Furniture, articles: list[ParsedArticle], ledger: Ledger
) -> ParsedPage:
    date = _agreed([(folio.date, where) for folio, where in furniture.folios], ledger)
    label = _agreed([(folio.label, where) for folio, where in furniture.folios], ledger)
    _check_jumps(articles, label, ledger)
    warn_of_near_notices(ledger)
    ledger.close()
    return ParsedPage(
        page_title=title,
        edition_date=date,
        page_number=label,
        staff=tuple(furniture.staff),
        articles=tuple(articles),
        photos=credit_by_byline(furniture.photos, articles, furniture.stated_photos),
        contact_card=furniture.cards[0] if furniture.cards else None,
        set_aside=tuple(ledger.set_asides),
        defects=tuple(ledger.defects),
        spans=tuple(ledger.spans),
    )


def _agreed(said: list[tuple[_Said | None, Passage]], ledger: Ledger) -> _Said | None:
    """What the folios say of one thing: nothing when they contradict each other."""
    known = [(value, where) for value, where in said if value is not None]
    for value, where in known[1:]:
        if value != known[0][0]:
            ledger.warn(DefectCode.CONTRADICTING_FOLIO, where.line, text=where.text)
            return None
    return known[0][0] if known else None


def _check_jumps(articles: Sequence[ParsedArticle], label: str | None, ledger: Ledger) -> None:
    for article in articles:
        for target in (article.continues_on, article.continued_from):
            if target and target == label:
                ledger.warn(DefectCode.JUMP_TO_ITSELF, article.line, text=target)
