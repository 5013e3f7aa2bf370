"""A reading written down as text in which every line says what it is: parse_page() reads the same page from it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from .leads import BylineSays, byline_says
from .markwords import Field, mark_for, written
from .records import BodyKind, ParsedArticle, ParsedCard, ParsedPage, ParsedPhoto, SetAside, StaffMember

_BODY = {BodyKind.PARAGRAPH: Field.PARAGRAPH, BodyKind.SUBHEAD: Field.SUBHEAD}
_ROLES = ("责编", "版式", "校对")


def to_marked_text(page: ParsedPage) -> str:
    """The records of a page and what was set aside, a marked line each; no line numbers, no defects.

    parse_page() of it gives the same records and the same set-aside texts.
    """
    blocks = [
        _head(page),
        *_articles(page.articles),
        *map(_photo, page.photos),
        _card(page.contact_card) if page.contact_card else (),
        _staff(page.staff),
        map(_aside, page.set_aside),
    ]
    texts = ["\n".join(block) for block in blocks]
    return "\n\n".join(text for text in texts if text) + "\n"


def _line(field: Field, text: str | None = "", kind: str = "") -> str:
    return written(mark_for(field, kind), text or "")


def _lines(*parts: tuple[Field, str | None]) -> Iterator[str]:
    """A line for each field that has a value."""
    return (_line(field, text) for field, text in parts if text)


def _head(page: ParsedPage) -> Iterator[str]:
    return _lines(
        (Field.PAGE_TITLE, page.page_title),
        (Field.EDITION_DATE, page.edition_date.isoformat() if page.edition_date else None),
        (Field.PAGE_NUMBER, page.page_number),
    )


def _articles(articles: Iterable[ParsedArticle]) -> Iterator[Iterator[str]]:
    above: ParsedArticle | None = None
    for article in articles:
        yield _article(article, is_apart=above is None or bool(above.body))
        above = article


def _article(article: ParsedArticle, *, is_apart: bool) -> Iterator[str]:
    """`is_apart`: a title is enough to begin the article, for the one above it, if any, has ended in text."""
    titles = list(
        _lines(
            (Field.COLUMN, article.column),
            (Field.KICKER, article.kicker),
            (Field.HEADLINE, article.headline),
            (Field.SUBTITLE, article.subtitle),
        )
    )
    if not (titles and is_apart):
        yield _line(Field.ARTICLE)
    yield from titles
    yield from _lines((Field.CONTINUED_FROM, article.continued_from), (Field.BYLINE, article.byline))
    yield from _signed(article)
    yield from (_line(_BODY[block.kind], block.text) for block in article.body)
    yield from _lines((Field.CONTINUES_ON, article.continues_on))


def _signed(article: ParsedArticle) -> Iterator[str]:
    """Who wrote it, for which paper, where: only what the byline does not say."""
    said = byline_says(article.byline) if article.byline else BylineSays()
    if article.authors != said.authors:
        yield _line(Field.AUTHORS, "、".join(article.authors))
    if article.source != said.source:
        yield _line(Field.SOURCE, article.source)
    if article.dateline != said.dateline:
        yield _line(Field.DATELINE, article.dateline)


def _photo(photo: ParsedPhoto) -> Iterator[str]:
    yield from _lines((Field.PHOTO_TITLE, photo.title))
    yield _line(Field.CAPTION, photo.caption)
    yield from _lines((Field.CREDIT, photo.credit))


def _card(card: ParsedCard) -> Iterator[str]:
    yield _line(Field.CARD, card.title)
    for entry in card.entries:
        yield _line(Field.ENTRY, f"{entry.label}：{entry.value}", entry.kind)


def _staff(staff: Iterable[StaffMember]) -> Iterator[str]:
    """Who stands side by side in one role stands in one line."""
    for role, members in groupby(staff, key=lambda member: member.role):
        names = "、".join(member.name for member in members)
        yield _line(Field.STAFF, names, role) if role in _ROLES else _line(Field.STAFF, f"{role}：{names}")


def _aside(piece: SetAside) -> str:
    return _line(Field.ASIDE, piece.text, piece.kind)
