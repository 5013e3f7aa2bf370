"""The kinds of a line in the editor's words, and how a line is given another kind by its mark."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy

from articles.pagetext.lines import LINE_END
from articles.pagetext.markwords import Field, Mark, is_escaped, mark_for, split_mark, written
from articles.pagetext.records import EntryKind, SetAsideKind

# Groups as they stand in the choice; every mark that may stand before a text has its row.
KINDS: tuple[tuple[Any, tuple[tuple[Field, str, Any], ...]], ...] = (
    (
        gettext_lazy("Title"),
        (
            (Field.COLUMN, "", pgettext_lazy("kind of a line", "column label")),
            (Field.KICKER, "", pgettext_lazy("kind of a line", "kicker")),
            (Field.HEADLINE, "", pgettext_lazy("kind of a line", "headline")),
            (Field.SUBTITLE, "", pgettext_lazy("kind of a line", "subtitle")),
        ),
    ),
    (
        gettext_lazy("Text"),
        (
            (Field.BYLINE, "", pgettext_lazy("kind of a line", "byline")),
            (Field.PARAGRAPH, "", pgettext_lazy("kind of a line", "paragraph")),
            (Field.SUBHEAD, "", pgettext_lazy("kind of a line", "subhead")),
            (Field.CONTINUED_FROM, "", pgettext_lazy("kind of a line", "continued from page")),
            (Field.CONTINUES_ON, "", pgettext_lazy("kind of a line", "continues on page")),
            (Field.AUTHORS, "", pgettext_lazy("kind of a line", "authors")),
            (Field.SOURCE, "", pgettext_lazy("kind of a line", "source")),
            (Field.DATELINE, "", pgettext_lazy("kind of a line", "dateline")),
        ),
    ),
    (
        gettext_lazy("Photo"),
        (
            (Field.PHOTO_TITLE, "", pgettext_lazy("kind of a line", "photo title")),
            (Field.CAPTION, "", pgettext_lazy("kind of a line", "caption")),
            (Field.CREDIT, "", pgettext_lazy("kind of a line", "photo credit")),
        ),
    ),
    (
        gettext_lazy("Set aside"),
        (
            (Field.ASIDE, SetAsideKind.NOTICE, pgettext_lazy("kind of a line", "set aside")),
            (Field.ASIDE, SetAsideKind.FOLIO, pgettext_lazy("kind of a line", "set aside: folio")),
            (Field.ASIDE, SetAsideKind.TEASER, pgettext_lazy("kind of a line", "set aside: teaser")),
            (Field.ASIDE, SetAsideKind.ADVERT, pgettext_lazy("kind of a line", "set aside: advertisement")),
            (Field.ASIDE, SetAsideKind.IMPRINT, pgettext_lazy("kind of a line", "set aside: imprint")),
            (Field.ASIDE, SetAsideKind.CODE, pgettext_lazy("kind of a line", "set aside: code")),
            (
                Field.ASIDE,
                SetAsideKind.CONTROL,
                pgettext_lazy("kind of a line", "set aside: hidden characters"),
            ),
            (
                Field.ASIDE,
                SetAsideKind.UNPLACED,
                pgettext_lazy("kind of a line", "set aside: not recognised"),
            ),
        ),
    ),
    (
        gettext_lazy("Page"),
        (
            (Field.PAGE_TITLE, "", pgettext_lazy("kind of a line", "page title")),
            (Field.EDITION_DATE, "", pgettext_lazy("kind of a line", "date")),
            (Field.PAGE_NUMBER, "", pgettext_lazy("kind of a line", "page number")),
        ),
    ),
    (
        gettext_lazy("Staff"),
        (
            (Field.STAFF, "责编", pgettext_lazy("kind of a line", "page editor")),
            (Field.STAFF, "版式", pgettext_lazy("kind of a line", "layout")),
            (Field.STAFF, "校对", pgettext_lazy("kind of a line", "proofreader")),
            (Field.STAFF, "", pgettext_lazy("kind of a line", "staff")),
        ),
    ),
    (
        gettext_lazy("Contact card"),
        (
            (Field.CARD, "", pgettext_lazy("kind of a line", "card title")),
            (Field.ENTRY, EntryKind.PHONE, pgettext_lazy("kind of a line", "telephone")),
            (Field.ENTRY, EntryKind.EMAIL, pgettext_lazy("kind of a line", "e-mail")),
            (Field.ENTRY, EntryKind.ADDRESS, pgettext_lazy("kind of a line", "address")),
            (Field.ENTRY, EntryKind.WEB, pgettext_lazy("kind of a line", "web address")),
            (Field.ENTRY, EntryKind.OTHER, pgettext_lazy("kind of a line", "other contact")),
        ),
    ),
)
OPENING = pgettext_lazy("kind of a line", "article begins")
UNMARKED = pgettext_lazy("kind of a line", "without a mark")

_WORDS = {(field, kind): words for _, rows in KINDS for field, kind, words in rows}
_BY_VALUE = {f"{field}.{kind}": mark_for(field, kind) for field, kind in _WORDS}


def value_of(mark: Mark | None) -> str:
    """What stands for a kind in a form; empty for a line without a mark."""
    return f"{mark.field}.{mark.kind}" if mark else ""


def mark_of(value: str) -> Mark | None:
    return _BY_VALUE.get(value)


def words_of(mark: Mark | None) -> str:
    """A kind in the editor's language."""
    if mark is None:
        return str(UNMARKED)
    return str(_WORDS.get((mark.field, mark.kind), OPENING))


def options(value: str) -> SafeString:
    """The choice of kinds, as options of a select."""
    return _options(value, get_language() or "")


@cache
def _options(chosen: str, language: str) -> SafeString:
    none = format_html('<option value="" selected>{}</option>', str(UNMARKED)) if not chosen else ""
    groups = (
        (
            str(label),
            format_html_join(
                "",
                '<option value="{}"{}>{}</option>',
                (
                    (value, SafeString(" selected") if value == chosen else "", str(words))
                    for value, words in ((f"{field}.{kind}", words) for field, kind, words in rows)
                ),
            ),
        )
        for label, rows in KINDS
    )
    return format_html("{}{}", none, format_html_join("", '<optgroup label="{}">{}</optgroup>', groups))


@dataclass(frozen=True, slots=True)
class Remarked:
    """A marked text with other kinds, and the words of lines whose new kind found no line any more."""

    text: str
    lost: tuple[str, ...]


def with_kinds(shown: str, typed: str, chosen: Mapping[int, Mark], *, english: bool) -> Remarked:
    """Give lines another kind. They are chosen by their numbers in the text that was shown.

    In the text that the editor has typed meanwhile they may stand elsewhere; a line whose mark was typed anew
    keeps what was typed.
    """
    before, lines = LINE_END.split(shown), LINE_END.split(typed)
    now = _lines_now(before, lines)
    lost = []
    for number, mark in chosen.items():
        at = now.get(number - 1)
        if at is not None and split_mark(lines[at])[0] == split_mark(before[number - 1])[0]:
            lines[at] = _with_kind(lines[at], mark, english=english)
        elif at is None or split_mark(lines[at])[0] != mark:
            lost.append(split_mark(before[number - 1])[1])
    return Remarked("\n".join(lines), tuple(lost))


def _lines_now(before: list[str], now: list[str]) -> dict[int, int]:
    found: dict[int, int] = {}
    for change, a, b, c, d in SequenceMatcher(None, before, now).get_opcodes():
        if change == "equal" or (change == "replace" and b - a == d - c):
            found |= dict(zip(range(a, b), range(c, d), strict=True))
    return found


def _with_kind(line: str, mark: Mark, *, english: bool) -> str:
    old, words = split_mark(line)
    if old is None and is_escaped(words):
        words = words.removeprefix("\\")
    return written(mark, words, english=line.startswith("[") if old else english)
