"""The lines of one article to a ParsedArticle."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from .characters import is_latin
from .defects import DefectCode
from .editorsnotes import is_note
from .jumps import Notice
from .leads import Lead, source_of
from .ledger import Ledger
from .lonetitles import TITLE_KINDS
from .marks import LineKind, Marked
from .names import authors_of, glued_names, join_padding
from .notices import cut_signature
from .passage import Passage, join
from .records import BodyBlock, BodyKind, ParsedArticle, SetAsideKind
from .seams import is_finished, unpaired_marks
from .titles import joined, split_title, take_suffix

# the title of the first half, quoted over the second
_NOTE = re.compile(r"^[（(].*[）)]$")
_QUOTATION = re.compile(r"^[“「].*[。！？…!?.][”」]$")
_NAMES_MORE = re.compile(r"(?:[—–-] ?)?(?:by|and|with|photos?|text) ", re.IGNORECASE)
_BULLET = re.compile(r"^[●■◆▲★☆□◎]\s?(?=\S)")
_QUOTED_TITLE = re.compile(r"^《\s?([^《》]*[^《》\s])\s?》$")


_LONGEST_LIST_ENTRY = 12  # characters; it ends in no mark
_MOST_LINES_OF_A_SUBHEAD = 3


@dataclass(slots=True)
class Draft:
    """An article while it is read; every passage is entered in the ledger under its field."""

    owner: str
    ledger: Ledger
    line: int
    titles: dict[str, str] = field(default_factory=dict)
    bylines: list[str] = field(default_factory=list)
    bylines_in_text: list[tuple[int, Passage]] = field(default_factory=list)  # under so many blocks
    authors: dict[str, None] = field(default_factory=dict)
    source: str | None = None
    dateline: str | None = None
    body: list[BodyBlock] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)  # on which the blocks of the body begin
    last_line: int = 0
    may_sign_from: int = 0  # the line of the last paragraph
    is_signed_in_parts: bool = False
    jump_out: Notice | None = None
    jump_in: Notice | None = None
    ends_in_verse: bool = False

    def enter(self, name: str, *passages: Passage | None) -> None:
        self.ledger.enter(f"{self.owner}.{name}", *passages)

    def warn(self, code: DefectCode, line: int, **details: str) -> None:
        self.ledger.warn(code, line, **details)


def read_article(lines: Sequence[Marked], index: int, ledger: Ledger) -> ParsedArticle:
    return finish(draft_article(lines, index, ledger))


def draft_article(lines: Sequence[Marked], index: int, ledger: Ledger) -> Draft:
    draft = Draft(f"articles.{index}", ledger, lines[0].line.number)
    notes = next((at for at, line in enumerate(lines) if not is_note(line)), 0)
    end = notes + _end_of_title(lines[notes:])
    _read_title(draft, lines[notes:end])
    read_text(draft, [*lines[:notes], *lines[end:]])
    return draft


def read_text(draft: Draft, lines: Sequence[Marked]) -> None:
    """What stands under a title: bylines, paragraphs, subheads, notices."""
    draft.may_sign_from = _last_text(lines)
    draft.is_signed_in_parts = _are_signed_one_by_one(lines)
    for block in _blocks(lines):
        _read_block(draft, block)


def finish(draft: Draft) -> ParsedArticle:
    _look_over(draft)
    return _finished(draft)


def _last_text(lines: Sequence[Marked]) -> int:
    """The number of the line under which a signature may stand: the last paragraph, a note in brackets apart."""
    texts = [line for line in lines if line.kind is LineKind.TEXT and not _NOTE.match(line.text)]
    return texts[-1].line.number if texts else 0


def _are_signed_one_by_one(lines: Sequence[Marked]) -> bool:
    """Briefs, each with its reporter: the last signature is not that of all."""
    signed = (line for line in lines if line.kind is LineKind.TEXT and cut_signature(line.core)[1])
    return next(signed, None) is not None and next(signed, None) is not None


def set_line_aside(line: Marked, ledger: Ledger) -> None:
    """A line that is of no article."""
    pieces = (
        line.jump_in and line.jump_in.passage,
        line.lead and line.lead.passage,
        line.core,
        line.jump_out and line.jump_out.passage,
    )
    for piece in pieces:
        if piece:
            ledger.warn_unplaced(piece)


def _end_of_title(lines: Sequence[Marked]) -> int:
    """Titles stand first; a 上接 alone may stand above them."""
    end = 1 if lines[0].kind is LineKind.NOTICE else 0
    while end < len(lines) and lines[end].kind in TITLE_KINDS:
        end += 1
    return end


def _read_title(draft: Draft, lines: Sequence[Marked]) -> None:
    for line in lines:
        take_notices(draft, line)
    block = split_title([line for line in lines if line.kind is not LineKind.NOTICE])
    headline, suffix = take_suffix(h) if (h := joined(block.headline)) else (None, None)
    headline = headline and _bare(draft, headline)
    parts = {
        "column": joined(block.column) or suffix,
        "kicker": joined(block.kicker),
        "headline": headline,
        "subtitle": joined(block.subtitle),
    }
    for name, passage in parts.items():
        if passage:
            draft.enter(name, passage)
            draft.titles[name] = passage.text
    if suffix and block.column:
        draft.enter("column", suffix)
    if "column" in draft.titles:
        draft.titles["column"] = join_padding(draft.titles["column"].strip("【】★[]（）()◆■●▲☆◎※ "))
    if block.doubtful:
        draft.warn(DefectCode.DOUBTFUL_TITLE_SPLIT, draft.line, text=_name_of(draft))


def _bare(draft: Draft, headline: Passage) -> Passage:
    """A headline without its bullet, and without the marks of a title that is quoted over a second half."""
    if bullet := _BULLET.match(headline.text):
        mark, headline = headline.cut(bullet.end())
        draft.ledger.enter("bullet", mark)
    return replace(headline, text=_QUOTED_TITLE.sub(r"\1", headline.text)) if draft.jump_in else headline


def _blocks(lines: Sequence[Marked]) -> Iterator[list[Marked]]:
    """Subheads of two lines are one block; everything else is one line a block."""
    block: list[Marked] = []
    for line in lines:
        if block and not (line.kind is LineKind.SHORT and block[-1].kind is LineKind.SHORT and not line.gap):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _read_block(draft: Draft, block: list[Marked]) -> None:
    first = block[0]
    take_notices(draft, first)
    if first.lead:
        _take_lead(draft, first.lead)
        warn_of_glued_names(draft, first.lead.who, first.line.number)
    if first.credit:
        draft.ledger.warn_unplaced(first.credit.passage)
    if not first.core:
        return
    draft.last_line = block[-1].line.number
    draft.ends_in_verse = first.kind is LineKind.VERSE
    if first.kind is LineKind.BYLINE:
        authors = () if _says_more(draft, first) else authors_of(first.text)
        take_byline(draft, first.core, authors, source_of(first.text))
        warn_of_glued_names(draft, first.text, first.line.number)
    else:
        _read_text_block(draft, block)


def _read_text_block(draft: Draft, block: list[Marked]) -> None:
    first = block[0]
    if first.kind in (LineKind.TEXT, LineKind.LABELLED, LineKind.VERSE):
        _read_paragraph(draft, first.core)
    elif len(block) > _MOST_LINES_OF_A_SUBHEAD:  # a table under its head
        has_head = not any(c.isdigit() for c in first.text)
        if has_head:
            enter_body(draft, BodyKind.SUBHEAD, first.core)
        for line in block[has_head:]:
            _read_paragraph(draft, line.core)
    elif first.kind is LineKind.SHORT and _is_paragraph(draft, first):
        for line in block:
            _read_paragraph(draft, line.core)
    else:
        enter_body(draft, BodyKind.SUBHEAD, join(line.core for line in block))


def _says_more(draft: Draft, line: Marked) -> bool:
    """Under the name of an English byline or signature: a role, a place."""
    return bool(draft.authors) and is_latin(line.text) and not _NAMES_MORE.match(line.text)


def _take_lead(draft: Draft, lead: Lead) -> None:
    if lead.signs:
        take_byline(draft, lead.passage, lead.authors, lead.source, lead.dateline)
        return
    draft.enter("dateline", lead.passage)
    draft.source = draft.source or lead.source
    draft.dateline = draft.dateline or lead.dateline


def _is_paragraph(draft: Draft, line: Marked) -> bool:
    """An item under a colon, a quotation of one line."""
    above = draft.body[-1].text if draft.body and draft.body[-1].kind is BodyKind.PARAGRAPH else ""
    return above.endswith(("：", ":")) or _QUOTATION.search(line.text) is not None


def _read_paragraph(draft: Draft, passage: Passage) -> None:
    text, signature = passage, None
    if (
        not draft.authors and not draft.is_signed_in_parts and passage.line >= draft.may_sign_from
    ):  # 本报讯 above, the reporter's name below
        text, signature = cut_signature(passage)
    if signature:
        take_byline(draft, signature, authors_of(signature.text), source_of(signature.text.strip("（()）")))
    if text:
        enter_body(draft, BodyKind.PARAGRAPH, text)


def enter_body(draft: Draft, kind: BodyKind, passage: Passage) -> None:
    draft.enter(f"body.{len(draft.body)}", passage)
    draft.body.append(BodyBlock(kind, passage.text))
    draft.lines.append(passage.line)


def warn_of_glued_names(draft: Draft, printed: str, line: int) -> None:
    for names in glued_names(printed):
        draft.warn(DefectCode.GLUED_NAMES, line, text=names)


def take_byline(
    draft: Draft, passage: Passage, authors: Sequence[str], source: str | None, dateline: str | None = None
) -> None:
    draft.enter("byline", passage)
    if draft.bylines and draft.body:
        draft.bylines_in_text.append((len(draft.body), passage))
    draft.bylines.append(passage.text)
    draft.authors |= dict.fromkeys(authors)
    draft.source = draft.source or source
    draft.dateline = draft.dateline or dateline


def take_notices(draft: Draft, line: Marked) -> None:
    if line.jump_in:
        draft.jump_in = keep_first(draft, "continued_from", draft.jump_in, line.jump_in)
    if line.jump_out:
        draft.jump_out = keep_first(draft, "continues_on", draft.jump_out, line.jump_out)


def keep_first(draft: Draft, name: str, kept: Notice | None, notice: Notice) -> Notice | None:
    if kept or not notice.label:
        code = DefectCode.SEVERAL_JUMPS if kept else DefectCode.JUMP_PAGE_IMPOSSIBLE
        draft.ledger.set_aside(SetAsideKind.NOTICE, notice.passage)
        draft.warn(code, notice.passage.line, text=notice.passage.text)
        return kept
    draft.enter(name, notice.passage)
    return notice


def _look_over(draft: Draft) -> None:
    title = draft.titles.get("headline")
    if draft.jump_in and draft.jump_in.title and not title:
        draft.titles["headline"] = draft.jump_in.title.strip()
    elif not title and draft.body:
        draft.warn(DefectCode.HEADLINE_MISSING, draft.line, text=draft.body[0].text)
    _warn_of_unpaired_marks(draft)
    _warn_of_bylines_in_text(draft)
    _warn_of_cut_off_sentences(draft)
    if not draft.body:
        draft.warn(DefectCode.TEXT_MISSING, draft.line, text=_name_of(draft))


def _name_of(draft: Draft) -> str:
    """What an editor knows an article by."""
    parts = (draft.titles.get(name) for name in ("headline", "kicker", "subtitle", "column"))
    return next((part for part in parts if part), " ".join(draft.bylines))


def _warn_of_bylines_in_text(draft: Draft) -> None:
    """A byline that has text above it and under it is of another article, whose title is not there."""
    for place, passage in draft.bylines_in_text:
        if place < len(draft.body):
            draft.warn(DefectCode.SEVERAL_BYLINES, passage.line, text=passage.text)


def _warn_of_cut_off_sentences(draft: Draft) -> None:
    for at, (block, following) in enumerate(pairwise(draft.body)):
        is_long = len(block.text) > _LONGEST_LIST_ENTRY
        if following.kind is BodyKind.SUBHEAD and is_long and _is_cut_off(block):
            draft.warn(DefectCode.SENTENCE_CUT_OFF, draft.lines[at], text=block.text[-16:])
    if draft.body and not draft.jump_out and not draft.ends_in_verse and _is_cut_off(draft.body[-1]):
        draft.warn(DefectCode.SENTENCE_CUT_OFF, draft.last_line, text=draft.body[-1].text[-16:])


def _is_cut_off(block: BodyBlock) -> bool:
    return block.kind is BodyKind.PARAGRAPH and not is_finished(block.text)


def _warn_of_unpaired_marks(draft: Draft) -> None:
    texts = [block.text for block in draft.body]
    for line, (text, following) in zip(draft.lines, pairwise([*texts, ""]), strict=True):
        for marks in unpaired_marks(text, following):
            draft.warn(DefectCode.UNPAIRED_MARKS, line, text=text, marks=marks)


def _finished(draft: Draft) -> ParsedArticle:
    return ParsedArticle(
        column=draft.titles.get("column") or None,
        kicker=draft.titles.get("kicker"),
        headline=draft.titles.get("headline"),
        subtitle=draft.titles.get("subtitle"),
        byline=" ".join(draft.bylines) or None,
        authors=tuple(draft.authors),
        source=draft.source,
        dateline=draft.dateline,
        body=tuple(draft.body),
        continues_on=draft.jump_out.label if draft.jump_out else None,
        continued_from=draft.jump_in.label if draft.jump_in else None,
        line=draft.line,
    )
