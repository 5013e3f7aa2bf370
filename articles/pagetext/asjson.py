"""A parsed page as the JSON of `import_pages --json`."""

from typing import Any

from .records import ParsedArticle, ParsedCard, ParsedPage


def page_to_json(page: ParsedPage, *, path: str, encoding: str) -> dict[str, Any]:
    """A dictionary for json.dumps, its keys in the order of the contract.

    Date and page number are only what is printed on the page.
    """
    return {
        "path": path,
        "encoding": encoding,
        "page_title": page.page_title,
        "edition_date": page.edition_date.isoformat() if page.edition_date else None,
        "page_number": page.page_number,
        "staff": [{"role": member.role, "name": member.name} for member in page.staff],
        "articles": [_article(article) for article in page.articles],
        "photos": [
            {"title": photo.title, "caption": photo.caption, "credit": photo.credit} for photo in page.photos
        ],
        "contact_card": _card(page.contact_card) if page.contact_card else None,
        "set_aside": [
            {"kind": str(piece.kind), "line": piece.line, "text": piece.text} for piece in page.set_aside
        ],
        "defects": [
            {"code": str(defect.code), "line": defect.line, "message": defect.message}
            for defect in page.defects
        ],
    }


def _article(article: ParsedArticle) -> dict[str, Any]:
    return {
        "column": article.column,
        "kicker": article.kicker,
        "headline": article.headline,
        "subtitle": article.subtitle,
        "byline": article.byline,
        "source": article.source,
        "authors": list(article.authors),
        "dateline": article.dateline,
        "body": [{"kind": str(block.kind), "text": block.text} for block in article.body],
        "continues_on": article.continues_on,
        "continued_from": article.continued_from,
    }


def _card(card: ParsedCard) -> dict[str, Any]:
    return {
        "title": card.title,
        "entries": [{"kind": str(e.kind), "label": e.label, "value": e.value} for e in card.entries],
    }
