"""What must hold of every reading of every text."""

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from articles.pagetext import ParsedPage, parse_page, to_marked_text
from articles.pagetext.asjson import page_to_json
from articles.pagetext.characters import HIDDEN, OUT_OF_PLACE
from articles.pagetext.markwords import find_mark


def assert_nothing_is_lost(text: str, page: ParsedPage) -> None:
    """Every visible character lies in exactly one span, and every field is what its spans hold."""
    at = 0
    for span in page.spans:
        assert span.start >= at, f"{span} overlaps"
        assert not text[at : span.start].strip(), f"{text[at : span.start]!r} is in no span"
        at = span.end
    assert not text[at:].strip(), f"{text[at:]!r} is in no span"
    printed = _printed_by_owner(text, page)
    for owner, field in _fields(page):
        assert visible(field) == printed[owner], owner


def assert_no_hidden_character(page: ParsedPage) -> None:
    for string in strings(page_to_json(page, path="", encoding="")):
        assert not HIDDEN.search(string), repr(string)


def assert_survives_the_round_trip(page: ParsedPage) -> None:
    """Marked text holds the same records, is what the page that is read from it is written down as, and loses nothing."""
    marked = to_marked_text(page)
    again = parse_page(marked)
    assert records(again) == records(page)
    assert to_marked_text(again) == marked
    assert_nothing_is_lost(marked, again)
    assert_no_hidden_character(again)


def records(page: ParsedPage) -> dict[str, Any]:
    """Everything that a reading says of a page, but for line numbers, spans and defects."""
    said = dataclasses.asdict(dataclasses.replace(page, spans=(), defects=()))
    for name in ("spans", "defects"):
        del said[name]
    for record in [*said["articles"], *said["photos"], *said["set_aside"], said["contact_card"]]:
        if record:
            del record["line"]
    return said


def visible(text: str) -> str:
    return "".join(text.split())


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def _printed_by_owner(text: str, page: ParsedPage) -> dict[str, str]:
    by_line: dict[tuple[str, int], str] = defaultdict(str)
    starts_its_line: dict[tuple[str, int], bool] = {}
    for span in page.spans:
        begin = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
        by_line[span.owner, begin] += text[span.start : span.end]
        starts_its_line.setdefault(
            (span.owner, begin), not OUT_OF_PLACE.sub("", text[begin : span.start]).strip()
        )
    printed: dict[str, str] = defaultdict(str)
    for where, piece in by_line.items():
        printed[where[0]] += visible(_without_mark(piece) if starts_its_line[where] else piece)
    return printed


def _without_mark(printed: str) -> str:
    """The mark of a marked line belongs to the span of its value, not to the value."""
    line = " ".join(printed.split())
    return re.split("[】\\]]", line, maxsplit=1)[1] if find_mark(line) else line


def _fields(page: ParsedPage) -> Iterator[tuple[str, str]]:
    for number, article in enumerate(page.articles):
        for name in ("kicker", "subtitle", "byline"):
            if value := getattr(article, name):
                yield f"articles.{number}.{name}", value
        if article.headline and not article.continued_from:  # 《》 of a quoted title go
            yield f"articles.{number}.headline", article.headline
        for at, block in enumerate(article.body):
            yield f"articles.{number}.body.{at}", block.text
    for number, photo in enumerate(page.photos):
        yield f"photos.{number}.caption", photo.caption
