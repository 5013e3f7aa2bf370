"""The articles of a marked page: each begins at its first title mark, or at 【文章】.

Marked lines are taken at their word. The unmarked lines between two marks are read as on any page; what they are may
depend on the marks around them, so stand-ins of the marks are set about them while they are judged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from .defects import DefectCode
from .editorsnotes import join_heads
from .english_stories import settle_english
from .english_titleblocks import settle_titles
from .jumps import Notice
from .leads import byline_says
from .ledger import Ledger
from .lines import Line
from .lonetitles import TITLE_KINDS
from .markedpage import StoryLine, set_misplaced, stated_label, stated_names
from .marks import LineKind, Marked
from .markwords import TITLE_FIELDS, Field, Stated
from .openings import openings
from .passage import Passage
from .records import BodyKind, ParsedArticle
from .repairs import heal
from .settling import settle_names
from .stories import (
    Draft,
    draft_article,
    enter_body,
    finish,
    keep_first,
    read_text,
    set_line_aside,
    take_byline,
    take_notices,
    warn_of_glued_names,
)
from .titles import joined, split_title
from .verse import settle_verse

_KINDS_OF_MARKS = {Field.BYLINE: LineKind.BYLINE, Field.PARAGRAPH: LineKind.TEXT} | dict.fromkeys(
    TITLE_FIELDS, LineKind.SHORT
)
# under 【正文】 alone on its line these are paragraphs
_FORMS = (*TITLE_KINDS, LineKind.BYLINE, LineKind.NAME, LineKind.LABELLED)


@dataclass(slots=True)
class _Open:
    """An article that marks and lines may still add to.

    `title` are the unmarked lines of its title block, which stays open until something else comes; under a bare
    【正文】 every unmarked line is text. `given` are the source and the dateline where marks
    of their own say them, `stated_authors` the people; else they are derived from the byline.
    """

    draft: Draft
    title: list[Marked] = field(default_factory=list)
    stated_titles: dict[str, list[str]] = field(default_factory=dict)
    in_title: bool = True
    under_text: bool = False
    given: dict[str, str | None] = field(default_factory=dict)
    stated_authors: dict[str, None] | None = None
    stated_bylines: list[Stated] = field(default_factory=list)


def read_marked_articles(
    lines: Sequence[StoryLine], ledger: Ledger, *, english: bool = False
) -> list[ParsedArticle]:
    """The articles of these lines, marked and unmarked, in their order."""
    reader = _Reader(ledger, english)
    waiting: list[Marked] = []
    for line in lines:
        if isinstance(line, Marked):
            waiting.append(line)
        else:
            reader.read_unmarked(waiting, before=line)
            reader.take(line)
            waiting = []
    reader.read_unmarked(waiting, before=None)
    return [_finished(article) for article in reader.articles]


def unmarked_head(lines: Sequence[StoryLine]) -> list[Marked]:
    """The unmarked lines above all marks, and stand-ins of the two marks under them."""
    head = [line for line in takewhile(_is_unmarked, lines) if isinstance(line, Marked)]
    under = [_stand_in(line) for line in lines[len(head) : len(head) + 2] if isinstance(line, Stated)]
    return [*head, *under] if head else []


def _is_unmarked(line: StoryLine) -> bool:
    return isinstance(line, Marked)


def _stand_in(line: Stated) -> Marked:
    """What a marked line is to the unmarked lines above it."""
    return _as_if(_KINDS_OF_MARKS.get(line.field, LineKind.TEXT), line.line)


def _as_if(kind: LineKind, line: Line | None = None) -> Marked:
    passage = Passage("", "。", (), line.number if line else 0)
    stand_in = Line(passage, line.gap if line else 0, edge=False)
    return Marked(kind, passage, stand_in, stand_in.gap)


@dataclass(slots=True)
class _Reader:
    ledger: Ledger
    english: bool = False
    articles: list[_Open] = field(default_factory=list)

    def begin(self, line: int, title: Sequence[Marked] = ()) -> _Open:
        draft = Draft(f"articles.{len(self.articles)}", self.ledger, line)
        self.articles.append(_Open(draft, list(title)))
        return self.articles[-1]

    def current(self, line: int) -> _Open:
        return self.articles[-1] if self.articles else self.begin(line)

    # marked lines

    def take(self, line: Stated) -> None:
        article = self._article_of(line)
        article.under_text = False
        if line.field in TITLE_FIELDS:
            _take_title(article, line.field, line)
        elif line.field is Field.ARTICLE:
            _take_start(article, line)
        elif line.field is Field.CONTINUED_FROM:
            _take_jump(article, line)  # may stand above a title
        else:
            _close_title(article)
            _TAKERS[line.field](article, line)

    def _article_of(self, line: Stated) -> _Open:
        if line.field is Field.ARTICLE:
            return self.begin(line.number)
        if line.field in TITLE_FIELDS and not (self.articles and self.articles[-1].in_title):
            return self.begin(line.number)
        return self.current(line.number)

    # unmarked lines

    def read_unmarked(self, lines: Sequence[Marked], before: Stated | None) -> None:
        if not lines:
            return
        article = self.articles[-1] if self.articles else None
        if article and article.under_text:
            read_text(article.draft, [_as_text(line) for line in heal(lines, self.ledger)])
        elif self.english:
            self._read_story(*self._settled_english(lines, before), before)
        else:
            settled = self._settled(lines, before)
            self._read_story(settled, self._starts(settled, before), before)

    def _settled(self, lines: Sequence[Marked], before: Stated | None) -> list[Marked]:
        above, under = self._context(), [_stand_in(before)] if before else []
        settled = settle_names(settle_verse([*above, *join_heads(lines), *under]))
        return heal(settled[: len(settled) - len(under)], self.ledger)[len(above) :]

    def _context(self) -> list[Marked]:
        """What stands above the unmarked lines, as they would see it."""
        if not self.articles:
            return []
        article = self.articles[-1]
        if article.in_title:
            return [_as_if(LineKind.SHORT)]
        # under a signature, as under a 下转, a short line is the next title
        return [_as_if(LineKind.BYLINE if article.draft.jump_out else LineKind.TEXT)]

    def _settled_english(
        self, lines: Sequence[Marked], before: Stated | None
    ) -> tuple[list[Marked], list[int]]:
        """The lines that have a place, and where articles begin among them."""
        above, under = self._english_context(), [_stand_in(before)] if before else []
        if before and before.field in TITLE_FIELDS:
            under.append(_as_if(LineKind.BYLINE))  # a title stands over something
        kept, found, _ = settle_english(
            [*heal(settle_titles([*above, *lines]), self.ledger), *under], self.ledger
        )
        places = [at for at, line in enumerate(kept) if line.line.passage.ranges]
        return [kept[at] for at in places], [n for n, at in enumerate(places) if at in found]

    def _english_context(self) -> list[Marked]:
        above = self._context()
        if not self.articles or self.articles[-1].in_title:
            return above
        return [_as_if(LineKind.SHORT), _as_if(LineKind.TEXT), *above]

    def _read_story(self, lines: list[Marked], starts: list[int], before: Stated | None) -> None:
        titles = self._titles_of_the_next(lines, before)
        lines = lines[: len(lines) - len(titles)]
        starts = [start for start in starts if start < len(lines)]
        if lines and not starts and not self.articles:
            starts = [0]
        self._read_rest(lines[: starts[0] if starts else len(lines)])
        for start, end in pairwise([*starts, len(lines)]):
            draft = draft_article(lines[start:end], len(self.articles), self.ledger)
            self.articles.append(_Open(draft, in_title=False))
        if titles:
            self.begin(titles[0].line.number, titles)

    def _titles_of_the_next(self, lines: list[Marked], before: Stated | None) -> list[Marked]:
        """Unmarked lines of a title block right above a title mark."""
        if before is None or before.field not in TITLE_FIELDS:
            return []
        titles = list(takewhile(lambda line: line.kind in TITLE_KINDS, reversed(lines)))[::-1]
        if len(titles) == len(lines) and self.articles and self.articles[-1].in_title:
            return []
        return titles

    def _starts(self, lines: list[Marked], before: Stated | None) -> list[int]:
        above = self._context()
        under = [_stand_in(before)] if before else []
        found = [start - len(above) for start in openings([*above, *lines, *under])]
        return [start for start in found if 0 <= start < len(lines)]

    def _read_rest(self, lines: list[Marked]) -> None:
        """Lines before any that begins an article: of the article above, or of none."""
        if not self.articles:
            for line in lines:
                set_line_aside(line, self.ledger)
            return
        article = self.articles[-1]
        if article.in_title:
            titles = list(takewhile(lambda line: line.kind in TITLE_KINDS, lines))
            article.title += titles
            lines = lines[len(titles) :]
        if lines:
            _close_title(article)
            read_text(article.draft, lines)


def _as_text(line: Marked) -> Marked:
    return line.of_kind(LineKind.TEXT) if line.kind in _FORMS else line


def _take_title(article: _Open, name: str, line: Stated) -> None:
    article.stated_titles.setdefault(name, []).append(line.text)
    article.draft.enter(name, line.whole)


def _take_start(article: _Open, line: Stated) -> None:
    if line.text:
        _take_title(article, Field.HEADLINE, line)
    else:
        article.draft.ledger.enter(article.draft.owner, line.whole)


def _take_jump(article: _Open, line: Stated) -> None:
    draft, notice = article.draft, Notice(line.value, stated_label(line.text))
    if line.field is Field.CONTINUED_FROM:
        draft.jump_in = keep_first(draft, line.field, draft.jump_in, notice)
    else:
        draft.jump_out = keep_first(draft, line.field, draft.jump_out, notice)


def _take_byline(article: _Open, line: Stated) -> None:
    said = byline_says(line.text)
    take_byline(article.draft, line.value, said.authors, said.source, said.dateline)
    article.stated_bylines.append(line)


def _take_authors(article: _Open, line: Stated) -> None:
    if article.stated_authors is None:
        article.stated_authors = {}
    article.stated_authors.update(dict.fromkeys(stated_names(line.text)))
    article.draft.enter(line.field, line.whole)


def _take_given(article: _Open, line: Stated) -> None:
    if line.field in article.given:
        set_misplaced(line, article.draft.ledger, DefectCode.REPEATED_MARK)
        return
    article.given[line.field] = line.text or None
    article.draft.enter(line.field, line.whole)


def _take_paragraph(article: _Open, line: Stated) -> None:
    if line.text:
        _take_text(article, BodyKind.PARAGRAPH, line)
    else:
        article.under_text = True
        article.draft.enter("body", line.whole)


def _take_subhead(article: _Open, line: Stated) -> None:
    _take_text(article, BodyKind.SUBHEAD, line)


def _take_text(article: _Open, kind: BodyKind, line: Stated) -> None:
    enter_body(article.draft, kind, line.value)
    article.draft.last_line = line.number


_TAKERS = {
    Field.BYLINE: _take_byline,
    Field.AUTHORS: _take_authors,
    Field.SOURCE: _take_given,
    Field.DATELINE: _take_given,
    Field.PARAGRAPH: _take_paragraph,
    Field.SUBHEAD: _take_subhead,
    Field.CONTINUES_ON: _take_jump,
}


def _close_title(article: _Open) -> None:
    """Settles the unmarked lines of a title block beside what its marks say."""
    article.in_title = False
    lines, article.title = article.title, []
    article.draft.titles |= {name: " ".join(texts) for name, texts in article.stated_titles.items()}
    for line in lines:
        take_notices(article.draft, line)
    for name, passages in _unmarked_parts(article, lines):
        _enter_title(article.draft, name, passages)


def _unmarked_parts(article: _Open, lines: list[Marked]) -> Iterator[tuple[str | None, list[Passage]]]:
    """The parts of an unmarked title; a part that a mark has named already goes to the first that none has."""
    block = split_title(lines)
    if block.doubtful and not article.draft.titles:
        article.draft.warn(DefectCode.DOUBTFUL_TITLE_SPLIT, article.draft.line, text=lines[0].text)
    stated = set(article.draft.titles)
    home = next((name for name in _HOMES if name not in stated), None)
    parts: dict[str | None, list[Passage]] = {}
    for name in TITLE_FIELDS:
        parts.setdefault(home if name in stated else name, []).extend(getattr(block, name))
    for part, passages in parts.items():
        yield part, sorted(passages, key=lambda passage: passage.line)


_HOMES = (Field.HEADLINE, Field.SUBTITLE, Field.KICKER)


def _enter_title(draft: Draft, name: str | None, passages: list[Passage]) -> None:
    title = joined(passages)
    if title and name:
        draft.enter(name, title)
        draft.titles[name] = title.text
    elif title:
        draft.ledger.warn_unplaced(title)


def _finished(article: _Open) -> ParsedArticle:
    _close_title(article)
    if article.stated_authors is not None:
        article.draft.authors = article.stated_authors
    else:
        for line in article.stated_bylines:
            warn_of_glued_names(article.draft, line.text, line.number)
    article.draft.source = article.given.get(Field.SOURCE, article.draft.source)
    article.draft.dateline = article.given.get(Field.DATELINE, article.draft.dateline)
    return finish(article.draft)
