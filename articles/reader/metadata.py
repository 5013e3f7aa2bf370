"""What a story's page tells machines: search engines, other people's link previews, reference managers."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from articles.pictures import PictureUnreadable, size_of, widths_of
from articles.publishing import start_of
from articles.story import Story
from articles.templatetags.printed import written_in

DESCRIPTION = 120  # characters


def published_at(story: Story) -> datetime:
    """From when readers see the story: its own time, else its edition's."""
    edition = story.first.page.edition
    return max(
        time for time in (story.first.public_from, edition.public_from, start_of(edition.date)) if time
    )


def changed_at(story: Story) -> datetime:
    """When readers were last told something new: its publication, or its last correction."""
    return max([published_at(story), *(correction.at for correction in story.corrections)])


def description(story: Story) -> str:
    text = next((block.text for part in story.parts for block in part.blocks), "")
    return text if len(text) <= DESCRIPTION else text[: DESCRIPTION - 1] + "…"


def citation(story: Story) -> str:
    """How the story is cited, by GB/T 7714: authors. title[N]. paper, date(page)."""
    first = story.first
    authors = f"{', '.join(story.authors)}. " if story.authors else ""
    printed = f"{settings.SITE_NAME}, {first.page.edition.date.isoformat()}({first.page.number})."
    return f"{authors}{first.headline}[N]. {printed}"


def tell_machines(request: HttpRequest, story: Story) -> dict[str, Any]:
    """Everything that the head of a story's page holds."""
    first, page = story.first, story.first.page
    address = request.build_absolute_uri(first.get_absolute_url())
    pictures = [request.build_absolute_uri(path) for path in _pictures(story)]
    return {
        "address": address,
        "headline": first.headline,
        "description": description(story),
        "picture": pictures[0] if pictures else "",
        "published": timezone.localtime(published_at(story)).isoformat(timespec="seconds"),
        "changed": timezone.localtime(changed_at(story)).isoformat(timespec="seconds"),
        "day": page.edition.date.strftime("%Y/%m/%d"),
        "authors": story.authors,
        "section": page.title,
        "pages": _pages(story),
        "linked_data": _linked_data(request, story, address, pictures),
    }


def _linked_data(request: HttpRequest, story: Story, address: str, pictures: list[str]) -> dict[str, Any]:
    """schema.org NewsArticle: the whole story as one, with the page and edition of its print."""
    first, edition = story.first, story.first.page.edition
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": address,
        "mainEntityOfPage": address,
        "headline": first.headline,
        "alternativeHeadline": first.subtitle.lstrip("—- "),
        "description": description(story),
        "inLanguage": written_in(first.body),
        "datePublished": timezone.localtime(published_at(story)).isoformat(timespec="seconds"),
        "dateModified": timezone.localtime(changed_at(story)).isoformat(timespec="seconds"),
        "author": [_author(request, name) for name in story.authors],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": settings.SITE_NAME,
            "url": request.build_absolute_uri(reverse("reader:home")),
        },
        "articleSection": first.page.title,
        "articleBody": "\n".join(block.text for part in story.parts for block in part.blocks),
        "dateline": first.dateline,
        "image": pictures,
        "printEdition": edition.date.isoformat()
        if edition.issue_number is None
        else str(edition.issue_number),
        "printPage": ", ".join(_pages(story)),
        "printSection": first.page.title,
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": one.text,
                "datePublished": timezone.localtime(one.at).isoformat(timespec="seconds"),
            }
            for one in story.corrections
        ],
        "isAccessibleForFree": True,
    }
    return {name: value for name, value in data.items() if value not in ("", [], None)}


def _author(request: HttpRequest, name: str) -> dict[str, str]:
    try:
        address = {"url": request.build_absolute_uri(reverse("reader:author", args=[name]))}
    except NoReverseMatch:  # a name with a slash in it has no page
        address = {}
    return {"@type": "Person", "name": name, **address}


def _pages(story: Story) -> list[str]:
    return [part.article.page.number for part in story.parts]


def _pictures(story: Story) -> list[str]:
    """The largest copy of each picture that can be read."""
    found = []
    for photo in (photo for part in story.parts for photo in part.photos if photo.picture):
        try:
            width = widths_of(size_of(photo.picture))[-1]
        except PictureUnreadable:
            continue
        found.append(reverse("reader:picture", args=[photo.pk, width, "jpg"]))
    return found
