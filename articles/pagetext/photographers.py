"""Captions without a credit: the byline of the story that they stand in may name who took the pictures (文/图)."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from .names import authors_of
from .records import ParsedArticle, ParsedPhoto
from .rules import rule, table

# `who` is what the photographer's name stands in
PHOTOGRAPHERS = table(
    rule("text and pictures", r"^(?P<who>.{2,40}?)\s?(?:文\s?[/／、]?\s?[图圖]|[图圖]\s?[/／]\s?文|摄影报道|攝影報導)$", "□记者 张某某 文/图", "张某某/文"),
    rule("text and pictures first", r"^(?:文\s?[/／]?\s?[图圖])\s?[/／：:]\s?(?P<who>.{2,40})$", "文图/张某某", "文/张某某"),
    rule("pictures", r"(?:^|[/／]\s?文\s|[\s、，])(?P<who>(?:[^/／\s文]\s[^/／\s文]|[^/／\s文]{2,8})(?:[、\s](?:[^/／\s文]\s[^/／\s文]|[^/／\s文]{2,8})){0,2})\s?[/／]\s?(?:[图圖]|[摄攝])", "张某某/文 李 某/图", "张某某/文"),
    rule("pictures first", r"[图圖]\s?[/／]\s?(?P<who>.{2,40})$", "文/张某某 图/李某某", "张某某/图"),
    hint=r"[图圖摄攝]",
)  # fmt: skip
_IN_BRACKETS = re.compile(r"[（(](?P<who>[^（）()]+)[）)]\s?$")


def credit_by_byline(
    photos: Iterable[ParsedPhoto], articles: Sequence[ParsedArticle], stated: Container[int] = ()
) -> tuple[ParsedPhoto, ...]:
    """The photos of a page, each with a credit where the story around it names its photographer.

    Those in the `stated` lines are taken at their word: one without a credit has none.
    """
    starts = [article.line for article in articles]
    return tuple(
        photo if photo.line in stated else _credited(photo, articles, bisect_right(starts, photo.line) - 1)
        for photo in photos
    )


def _credited(photo: ParsedPhoto, articles: Sequence[ParsedArticle], at: int) -> ParsedPhoto:
    if photo.credit or at < 0 or not articles[at].byline:
        return photo
    return replace(photo, credit=_photographer(articles[at].byline or ""))


def names_a_photographer(byline: str) -> bool:
    return PHOTOGRAPHERS.matches(_signed(byline))


def _photographer(byline: str) -> str | None:
    found = PHOTOGRAPHERS.search(_signed(byline))
    return " ".join(authors_of(found[1]["who"])) or None if found else None


def _signed(byline: str) -> str:
    """Who signs in an inline lead: what stands in its last brackets."""
    found = _IN_BRACKETS.search(byline)
    return found["who"].strip() if found else byline
