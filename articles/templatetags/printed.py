"""Printed things, as a page of the web needs them: their language, their copies, their links."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django import template
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.template import Context
from django.urls import reverse
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.models import Authorship, ContactEntry, Photo
from articles.pictures import PictureUnreadable, Size, size_of, widths_of

register = template.Library()

HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
TELEPHONE = re.compile(
    r"(?=(?:[^0-9]*[0-9]){3,15}$)\+?[0-9]+(?:-[0-9]+){0,3}"
)  # 110, 0399-0123456, +86-399-0123456


@register.filter
def written_in(text: str) -> str:
    """The language of printed text for a `lang` attribute: a paper of ours prints Chinese, and now and then English."""
    return "zh-Hans" if HAN.search(text) or not text else "en"


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies of a photo that a browser chooses from: candidates as `srcset` wants them, and the largest size."""

    webp: str
    jpeg: str
    middle: str
    largest: Size


@register.simple_tag(takes_context=True)
def copies(context: Context, photo: Photo) -> Copies | None:
    """None where there is no picture that could be shown; its caption stands as text then.

    Previews serve pictures at addresses of their own: `picture_route` with `picture_key` before the photo's number.
    """
    if not photo.picture:
        return None
    try:
        size = size_of(photo.picture)
    except PictureUnreadable:
        return None
    route: Any = context.get("picture_route", "reader:picture")
    key: Any = context.get("picture_key", ())
    widths = widths_of(size)

    def candidates(extension: str) -> str:
        return ", ".join(f"{at(width, extension)} {size.at_most(width).width}w" for width in widths)

    def at(width: int, extension: str) -> str:
        return reverse(route, args=[*key, photo.pk, width, extension])

    return Copies(
        webp=candidates("webp"),
        jpeg=candidates("jpg"),
        middle=at(widths[min(1, len(widths) - 1)], "jpg"),
        largest=size.at_most(widths[-1]),
    )


@register.filter
def address(entry: ContactEntry) -> str:
    """What a contact entry links to: only a value that is surely a telephone number, a mailbox or a page."""
    if entry.kind == ContactEntry.Kind.PHONE and TELEPHONE.fullmatch(entry.value):
        return f"tel:{entry.value}"
    if entry.kind == ContactEntry.Kind.EMAIL and _passes(validate_email, entry.value):
        return f"mailto:{quote(entry.value, safe='@')}"
    if entry.kind == ContactEntry.Kind.WEB and _passes(URLValidator(["http", "https"]), entry.value):
        return entry.value
    return ""


def _passes(validator: object, value: str) -> bool:
    try:
        validator(value)  # type: ignore[operator]
    except ValidationError:
        return False
    return True


@register.filter
def as_linked_data(data: dict[str, Any]) -> SafeString:
    """JSON for a script element that is data: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate({ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}))  # noqa: S308


@register.filter
def with_links(byline: str, authors: Iterable[Authorship]) -> SafeString:
    """The byline as printed, each author in it a link to what else that person has written."""
    names = {row.author.name: row.author.name for row in authors if "/" not in row.author.name}
    if not names:
        return conditional_escape(byline)
    # print pads short names: 张　晓
    found = re.compile(
        "|".join(r"\s*".join(map(re.escape, name)) for name in sorted(names, key=len, reverse=True))
    )
    pieces, end = [], 0
    for match in found.finditer(byline):
        name = "".join(match[0].split()) if "".join(match[0].split()) in names else match[0]
        pieces += [escape(byline[end : match.start()]), _author_link(name, match[0])]
        end = match.end()
    return SafeString("".join([*pieces, escape(byline[end:])]))


def _author_link(name: str, printed: str) -> SafeString:
    return format_html('<a rel="author" href="{}">{}</a>', reverse("reader:author", args=[name]), printed)
