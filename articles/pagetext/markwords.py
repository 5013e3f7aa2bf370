"""The marks of marked text: a word in 【】 at the head of a line says what the line is.

Every mark has a Chinese and an English name. 【标题】, 【headline】 and [HEADLINE] are the same; in [] a name is in
capitals, for [photo] may be print.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from .lines import Line
from .passage import Passage
from .records import EntryKind, SetAsideKind


class Field(StrEnum):
    """What a mark is for: a field of a record."""

    PAGE_TITLE = "page_title"
    EDITION_DATE = "edition_date"
    PAGE_NUMBER = "page_number"
    ARTICLE = "article"
    COLUMN = "column"
    KICKER = "kicker"
    HEADLINE = "headline"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    AUTHORS = "authors"
    SOURCE = "source"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    CONTINUES_ON = "continues_on"
    CONTINUED_FROM = "continued_from"
    PHOTO_TITLE = "photo_title"
    CAPTION = "caption"
    CREDIT = "credit"
    CARD = "card"
    ENTRY = "entry"
    STAFF = "staff"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Mark:
    """`kind` tells the entries of a card and the things set aside apart; `bare` marks may stand without a value."""

    field: Field
    chinese: str
    english: str
    kind: str = ""
    bare: bool = False


# To add a mark: one row, and a row in docs/reading.md and docs/reading.zh-CN.md.
MARKS = (
    Mark(Field.PAGE_TITLE, "版名", "PAGE TITLE"),
    Mark(Field.EDITION_DATE, "日期", "DATE"),
    Mark(Field.PAGE_NUMBER, "版次", "PAGE"),
    Mark(Field.ARTICLE, "文章", "ARTICLE", bare=True),
    Mark(Field.COLUMN, "栏目", "COLUMN"),
    Mark(Field.KICKER, "引题", "KICKER"),
    Mark(Field.HEADLINE, "标题", "HEADLINE"),
    Mark(Field.SUBTITLE, "副题", "SUBTITLE"),
    Mark(Field.CONTINUED_FROM, "上接", "CONTINUED FROM"),
    Mark(Field.BYLINE, "署名", "BYLINE"),
    Mark(Field.AUTHORS, "作者", "AUTHORS", bare=True),
    Mark(Field.SOURCE, "来源", "SOURCE", bare=True),
    Mark(Field.DATELINE, "电头", "DATELINE", bare=True),
    Mark(Field.PARAGRAPH, "正文", "TEXT", bare=True),
    Mark(Field.SUBHEAD, "小标题", "SUBHEAD"),
    Mark(Field.CONTINUES_ON, "下转", "CONTINUES ON"),
    Mark(Field.PHOTO_TITLE, "图题", "PHOTO TITLE"),
    Mark(Field.CAPTION, "图", "PHOTO", bare=True),
    Mark(Field.CREDIT, "摄", "CREDIT"),
    Mark(Field.CARD, "名片", "CARD", bare=True),
    Mark(Field.ENTRY, "电话", "PHONE", EntryKind.PHONE),
    Mark(Field.ENTRY, "邮箱", "EMAIL", EntryKind.EMAIL),
    Mark(Field.ENTRY, "地址", "ADDRESS", EntryKind.ADDRESS),
    Mark(Field.ENTRY, "网址", "WEB", EntryKind.WEB),
    Mark(Field.ENTRY, "联系", "CONTACT", EntryKind.OTHER),
    Mark(Field.STAFF, "人员", "STAFF"),
    Mark(Field.STAFF, "责编", "EDITOR", "责编"),
    Mark(Field.STAFF, "版式", "LAYOUT", "版式"),
    Mark(Field.STAFF, "校对", "PROOFREADER", "校对"),
    Mark(Field.ASIDE, "略", "ASIDE", SetAsideKind.NOTICE),
    Mark(Field.ASIDE, "略·报头", "ASIDE FOLIO", SetAsideKind.FOLIO),
    Mark(Field.ASIDE, "略·导读", "ASIDE TEASER", SetAsideKind.TEASER),
    Mark(Field.ASIDE, "略·广告", "ASIDE ADVERT", SetAsideKind.ADVERT),
    Mark(Field.ASIDE, "略·出版信息", "ASIDE IMPRINT", SetAsideKind.IMPRINT),
    Mark(Field.ASIDE, "略·代码", "ASIDE CODE", SetAsideKind.CODE),
    Mark(Field.ASIDE, "略·隐藏字符", "ASIDE HIDDEN", SetAsideKind.CONTROL),
    Mark(Field.ASIDE, "略·未识别", "ASIDE UNPLACED", SetAsideKind.UNPLACED),
)

TITLE_FIELDS = (Field.COLUMN, Field.KICKER, Field.HEADLINE, Field.SUBTITLE)
PHOTO_FIELDS = (Field.PHOTO_TITLE, Field.CAPTION, Field.CREDIT)
CARD_FIELDS = (Field.CARD, Field.ENTRY)
HEAD_FIELDS = (Field.PAGE_TITLE, Field.EDITION_DATE, Field.PAGE_NUMBER)
# what stands on a page beside its stories: such a mark ends no story
PAGE_FIELDS = (*HEAD_FIELDS, *PHOTO_FIELDS, *CARD_FIELDS, Field.STAFF, Field.ASIDE)

_BLANKS = re.compile(r"[\s·・：:_/-]+")
_HEAD = re.compile(
    r"(?P<escape>\\)?(?:【(?P<name>[^【】\[\]]{1,24})】|\[(?P<capitals>[A-Z][A-Z ·:_/-]{0,23})\])\s?"
)


def _key(name: str) -> str:
    return _BLANKS.sub("", name).casefold()


_BY_NAME = {_key(name): mark for mark in MARKS for name in (mark.chinese, mark.english)}

_BY_FIELD = {(mark.field, mark.kind): mark for mark in MARKS}


@dataclass(frozen=True, slots=True)
class Stated:
    """A line that states what it is. `text` is what stands behind its mark; the passage is the whole line."""

    mark: Mark
    line: Line
    text: str

    @property
    def field(self) -> Field:
        return self.mark.field

    @property
    def number(self) -> int:
        return self.line.number

    @property
    def whole(self) -> Passage:
        """The line as printed, mark and all."""
        return self.line.passage

    @property
    def value(self) -> Passage:
        """The text, in the place of the whole line: a mark belongs to the span of its value."""
        return replace(self.line.passage, text=self.text)


def find_mark(text: str) -> Mark | None:
    """The mark that a line begins with.

    >>> [mark and mark.field.value for mark in map(find_mark, ("【标题】渠水", "[HEADLINE] 渠水", "【渠边快评】", "渠水"))]
    ['headline', 'headline', None, None]
    """
    found = _HEAD.match(text)
    return None if found is None or found["escape"] else _mark_of(found)


def _mark_of(found: re.Match[str]) -> Mark | None:
    return _BY_NAME.get(_key(found["name"] or found["capitals"]))


def unknown_mark(text: str) -> str | None:
    """The name of what looks like a mark before a text, where there is no such mark.

    >>> [unknown_mark(text) for text in ("【标体】渠水", "【渠边快评】", "【标题】渠水")]
    ['标体', None, None]
    """
    found = _HEAD.match(text)
    if found is None or found["escape"] or found.end() == len(text) or _mark_of(found):
        return None
    return found["name"] or found["capitals"]


def is_escaped(text: str) -> bool:
    r"""Whether a backslash says that what follows is print and no mark.

    >>> [is_escaped(text) for text in (r"\【标题】", r"\n", "【标题】")]
    [True, False, False]
    """
    found = _HEAD.match(text)
    return bool(found and found["escape"])


def is_marked_text(lines: Iterable[Line]) -> bool:
    """Whether any line begins with a mark, be it escaped."""
    heads = (_HEAD.match(line.passage.text) for line in lines if line.passage.text[0] in "【[\\")
    return any(_mark_of(found) for found in heads if found)


def state(line: Line) -> Stated | Line:
    """A marked line as what it states, any other as it is."""
    found = _HEAD.match(line.passage.text)
    if found is None or found["escape"] or not (mark := _mark_of(found)):
        return line
    return Stated(mark, line, line.passage.text[found.end() :])


def split_mark(text: str) -> tuple[Mark | None, str]:
    r"""The mark that a line begins with, and what stands behind it.

    >>> [(mark and mark.english, text) for mark, text in map(split_mark, ("【标题】渠水", r"\【标题】渠水", "渠水"))]
    [('HEADLINE', '渠水'), (None, '\\【标题】渠水'), (None, '渠水')]
    """
    found = _HEAD.match(text)
    if found is None or found["escape"] or not (mark := _mark_of(found)):
        return None, text
    return mark, text[found.end() :]


def mark_for(field: Field, kind: str = "") -> Mark:
    """The mark under which a field is written down."""
    return _BY_FIELD[field, kind]


def written(mark: Mark, text: str = "", *, english: bool = False) -> str:
    """
    >>> written(mark_for(Field.HEADLINE), "渠水"), written(mark_for(Field.HEADLINE), "Water", english=True)
    ('【标题】渠水', '[HEADLINE] Water')
    """
    return f"[{mark.english}] {text}".rstrip() if english else f"【{mark.chinese}】{text}"
