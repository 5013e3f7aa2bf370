"""Atom: the newest stories of the paper, of a section, by an author; each whole, and each once."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from articles.reader.lists import beginnings, stories_by, stories_of
from articles.reader.metadata import changed_at, published_at
from articles.story import Story, read_public_stories

ENTRIES = 30


class FullText(Atom1Feed):
    """Atom with the whole text of each entry."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["text"], {"type": "html"})


class PaperFeed(Feed):
    """The paper. What is corrected or withdrawn is so in the next answer."""

    feed_type = FullText

    def get_object(self, request: HttpRequest, **address: str) -> dict[str, Any]:
        self.base = request.build_absolute_uri("/").rstrip("/")
        return {"title": settings.SITE_NAME, "link": reverse("reader:home"), "stories": beginnings()}

    def title(self, feed: dict[str, Any]) -> str:
        return str(feed["title"])

    def link(self, feed: dict[str, Any]) -> str:
        return str(feed["link"])

    def items(self, feed: dict[str, Any]) -> list[Story]:
        return read_public_stories(feed["stories"][:ENTRIES])

    def item_title(self, item: Story) -> str:
        return item.first.headline or _("Untitled")

    def item_description(self, item: Story) -> str:
        return next((block.text for part in item.parts for block in part.blocks), "")

    def item_link(self, item: Story) -> str:
        return item.first.get_absolute_url()

    def item_author_name(self, item: Story) -> str:
        return "、".join(item.authors) or item.first.source or settings.SITE_NAME

    def item_pubdate(self, item: Story) -> datetime:
        return published_at(item)

    def item_updateddate(self, item: Story) -> datetime:
        return changed_at(item)

    def item_categories(self, item: Story) -> list[str]:
        return [item.first.page.title] if item.first.page.title else []

    def item_extra_kwargs(self, item: Story) -> dict[str, Any]:
        return {"text": render_to_string("articles/_feed_story.html", {"story": item, "base": self.base})}


class SectionFeed(PaperFeed):
    def get_object(self, request: HttpRequest, **address: str) -> dict[str, Any]:
        section = address["section"]
        link = reverse("reader:section", args=[section])
        return _some(super().get_object(request), section, link, stories_of(section))


class AuthorFeed(PaperFeed):
    def get_object(self, request: HttpRequest, **address: str) -> dict[str, Any]:
        author = address["author"]
        link = reverse("reader:author", args=[author])
        return _some(super().get_object(request), author, link, stories_by(author))


def _some(feed: dict[str, Any], name: str, link: str, stories: Any) -> dict[str, Any]:
    """A part of the paper; what readers find nothing under does not exist."""
    if not stories.exists():
        raise Http404
    return {"title": f"{name} · {feed['title']}", "link": link, "stories": stories}
