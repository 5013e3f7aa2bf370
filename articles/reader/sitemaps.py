"""The sitemap: exactly what readers may see, in both languages; and the stories of the last two days for news."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from articles.models import Article, Edition, Page
from articles.reader.lists import beginnings
from articles.reader.metadata import published_at
from articles.story import read_public_stories

RECENT = timedelta(hours=48)
MOST_NEWS = 1_000  # what a news sitemap may hold


class _InBothLanguages(Sitemap):
    i18n = True
    alternates = True
    limit = 5_000


class Editions(_InBothLanguages):
    def items(self) -> Any:
        return Edition.objects.public().order_by("-date")


class Pages(_InBothLanguages):
    def items(self) -> Any:
        return Page.objects.public().filter(edition__in=Edition.objects.public()).select_related("edition")


class Stories(_InBothLanguages):
    def items(self) -> Any:
        return beginnings().defer("body")

    def lastmod(self, item: Article) -> datetime:
        return item.modified_at


SITEMAPS = {"editions": Editions, "pages": Pages, "stories": Stories}


def news(request: HttpRequest) -> HttpResponse:
    """The stories that readers see since less than 48 hours."""
    since = timezone.now() - RECENT
    recent = beginnings().filter(Q(public_from__gt=since) | Q(page__edition__public_from__gt=since))
    stories = [one for one in read_public_stories(recent[:MOST_NEWS]) if published_at(one) > since]
    base = request.build_absolute_uri("/").rstrip("/")
    context = {"stories": [(one, published_at(one)) for one in stories], "base": base}
    return render(request, "articles/news.xml", context, content_type="application/xml")
