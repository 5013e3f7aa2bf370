"""What a paragraph is, where the name of its style says so, to marked text.

A style is the best evidence there is: the person who set the page has said what the line is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.pagetext.characters import is_latin
from articles.pagetext.jumps import cut_jump_in_of_title
from articles.pagetext.markwords import TITLE_FIELDS, Field, Mark, find_mark, mark_for, written
from articles.pagetext.passage import Passage
from articles.pagetext.photocredits import cut_credit

# To teach a name of a style: add it to its row. Digits, blanks and brackets in a name do not count.
STYLES = (
    (Field.PAGE_TITLE, "版名 版面名称 版面名 pagetitle sectionname"),
    (Field.COLUMN, "栏目 栏目名 栏题 栏头 栏目题 columnlabel standinghead"),
    (Field.KICKER, "引题 肩题 眉题 引标题 kicker overline eyebrow"),
    (
        Field.HEADLINE,
        "标题 主题 正题 主标题 正标题 大标题 文章标题 新闻标题 title headline mainhead articletitle",
    ),
    (Field.SUBTITLE, "副题 副标题 subtitle deck standfirst"),
    (Field.BYLINE, "署名 作者 记者署名 作者署名 byline author"),
    (Field.SUBHEAD, "小标题 小题 插题 分题 文中标题 文内标题 subhead subheading crosshead"),
    (Field.CAPTION, "题注 图注 图说 图片说明 照片说明 caption photocaption cutline"),
)
_FIELDS = {name: field for field, names in STYLES for name in names.split()}
_TITLES = ("title", "标题")  # the style of that name in Word, in either language
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_IDLE = re.compile(r"[（(\[].*|[\d\s_.+·-]+")
_LONGEST_PAGE_TITLE, _LONGEST_LATIN_PAGE_TITLE = 8, 24


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text` may have line ends in it; `styles` are the names of its style and of those it is based on, nearest first."""

    text: str = ""
    styles: tuple[str, ...] = ()
    mark: Mark | None = None  # where something surer than a style says what it is


def marked_lines(paragraphs: Iterable[Paragraph]) -> str:
    """The paragraphs as lines, marked where their style is known; the others as they are."""
    known = list(paragraphs)
    headings = _fields_of_headings([one for one in known if one.text.strip()])
    lines = (line for one in known for line in _lines(one, headings))
    return "\n".join(lines) + "\n"


def _field(paragraph: Paragraph, headings: dict[str, Field]) -> Field | None:
    name = _told_by(paragraph)
    return headings.get(name) or _FIELDS.get(_key(name)) if name else None


def _told_by(paragraph: Paragraph) -> str | None:
    """The nearest of its styles that we know, as a key of the table or as `heading N`."""
    for name in paragraph.styles:
        if level := _HEADING.fullmatch(name.strip()):
            return f"heading {level[1]}"
        if _key(name) in _FIELDS:
            return _key(name)
    return None


def _key(name: str) -> str:
    """A style's name without its group, its number and what it looks like: 要闻:大标题2（三栏）.

    >>> _key("要闻:大标题2（三栏）"), _key("Page Title")
    ('大标题', 'pagetitle')
    """
    return _IDLE.sub("", re.split("[:：/]", name)[-1]).casefold()


def _fields_of_headings(paragraphs: Sequence[Paragraph]) -> dict[str, Field]:
    """What the numbered headings are of, and the title above them: of the page, or of its one article."""
    told = [_told_by(one) for one in paragraphs]
    levels = sorted({name for name in told if name and name.startswith("heading ")})
    if not levels:
        return {}
    fields = dict.fromkeys(levels, Field.SUBHEAD)
    titles = [name for name in told if name in _TITLES]
    if not titles and (levels[0] == "heading 1" or told[0] == levels[0]):
        fields[levels[0]] = Field.HEADLINE
    elif titles == told[:1] and told[1:2] == levels[:1] and _is_page_title(paragraphs[0].text):
        fields |= {titles[0]: Field.PAGE_TITLE, levels[0]: Field.HEADLINE}
    return fields


def _is_page_title(text: str) -> bool:
    return len(text.strip()) <= (_LONGEST_LATIN_PAGE_TITLE if is_latin(text) else _LONGEST_PAGE_TITLE)


def _lines(paragraph: Paragraph, headings: dict[str, Field]) -> Iterator[str]:
    field = _field(paragraph, headings)
    for line in paragraph.text.split("\n"):
        text = line.strip()
        if paragraph.mark:
            yield written(paragraph.mark, text)
        elif field is None or not text or find_mark(text):
            yield line
        elif field is Field.CAPTION:
            yield from _caption(text)
        elif field in TITLE_FIELDS:
            yield from _title(text, field)
        else:
            yield _line(field, text)


def _caption(text: str) -> Iterator[str]:
    """A mark is taken at its word, so the credit gets its own."""
    caption, credit = cut_credit(_passage(text))
    if credit and not caption:
        yield text
        return
    yield _line(Field.CAPTION, caption.text)
    if credit:
        yield _line(Field.CREDIT, credit.who)


def _title(text: str, field: Field) -> Iterator[str]:
    title, notice = cut_jump_in_of_title(_passage(text))
    if notice and notice.label and title:
        yield _line(field, title.text)
        yield _line(Field.CONTINUED_FROM, notice.label)
    else:
        yield _line(field, text)


def _line(field: Field, text: str) -> str:
    return written(mark_for(field), text)


def _passage(text: str) -> Passage:
    return Passage(text, text, ((0, len(text)),), 1)
