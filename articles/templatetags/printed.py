"""Printed things, as a page of the web needs them: their language, their copies, their links."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django import template
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.template import Context
from django.urls import reverse

from articles.models import ContactEntry, Photo
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
