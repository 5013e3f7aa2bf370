"""What stands at each address. A view says what it shows; what readers may see is asked of `public()`."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page, require_safe

from articles.models import Article, Edition, Page, Photo
from articles.models.article import ArticleQuerySet
from articles.pictures import EXTENSIONS, PictureUnreadable, copy_of
from articles.previews import find_preview
from articles.reader.filters import EditionFilter
from articles.reader.layout import lay_out, lay_out_front
from articles.reader.leafing import newer_leaf, older_leaf
from articles.reader.lists import other_stories, stories_by, stories_of, story_leaf
from articles.reader.metadata import citation, tell_machines
from articles.story import has_earlier_part, preview_story, read_public_story

View = Callable[..., HttpResponseBase]


def to_be_read(view: View) -> View:
    """There is nothing to send here: the method is refused before anybody asks where a form came from."""
    return csrf_exempt(require_safe(view))


def for_readers(view: View) -> View:
    """An answer may be kept, but is asked for again each time: what is withdrawn is withdrawn at once."""
    return wraps(view)(to_be_read(conditional_page(cache_control(public=True, no_cache=True)(view))))


@for_readers
def home(request: HttpRequest) -> HttpResponse:
    newest = Edition.objects.public().order_by("-date").first()
    return _front(request, newest) if newest else render(request, "articles/no_edition.html")


@for_readers
def edition(request: HttpRequest, date: date) -> HttpResponse:
    return _front(request, get_object_or_404(Edition.objects.public(), date=date))


def _front(request: HttpRequest, edition: Edition) -> HttpResponse:
    shown = {"edition": edition, "pages": lay_out_front(edition), **_neighbours_of_edition(edition)}
    return render(request, "articles/edition.html", shown)


@for_readers
def page(request: HttpRequest, date: date, label: str) -> HttpResponse:
    pages = Page.objects.public().filter(edition__date=date)
    shown = get_object_or_404(pages.select_related("edition").prefetch_related("staff"), number=label)
    siblings = list(pages.select_related("edition").order_by("order"))
    return render(
        request,
        "articles/page.html",
        {
            "page": shown,
            "edition": shown.edition,
            "layout": lay_out(shown),
            "pages": siblings,
            **_neighbours(siblings, shown),
            **_neighbours_of_edition(shown.edition),
        },
    )


@for_readers
def article(request: HttpRequest, date: date, label: str, number: int) -> HttpResponse:
    address = {"page__edition__date": date, "page__number": label, "number": number}
    asked = Article.objects.public().filter(**address).first()
    if asked is None:
        taken_back = get_object_or_404(Article.objects.withdrawn().select_related("page__edition"), **address)
        return render(request, "articles/withdrawn.html", {"article": taken_back}, status=410)
    story = read_public_story(asked)
    if asked != story.first:
        return redirect(f"{story.first.get_absolute_url()}#{story.anchor_of(asked)}")
    beside = (
        Article.objects.public()
        .filter(~has_earlier_part(), page=asked.page_id)
        .select_related("page__edition")
    )
    stories = list(beside.defer("body").order_by("position", "number"))
    first = story.first
    context = {
        "story": story,
        "article": first,
        "page": first.page,
        "told": tell_machines(request, story),
        "linked_authors": [row for part in story.parts for row in part.article.authorships.all()],
        "beside": other_stories(first, story.authors),
        "citation": citation(story),
        "section": _address_of("reader:section", first.page.title),
    }
    return render(request, "articles/story.html", context | _neighbours(stories, asked))


@for_readers
def author(request: HttpRequest, author: str) -> HttpResponse:
    return _stories(request, author, stories_by(author), reverse("reader:author_feed", args=[author]))


@for_readers
def section(request: HttpRequest, section: str) -> HttpResponse:
    return _stories(request, section, stories_of(section), reverse("reader:section_feed", args=[section]))


def _stories(request: HttpRequest, name: str, stories: ArticleQuerySet, feed: str) -> HttpResponse:
    leaf = story_leaf(stories.defer("body"), request.GET.get("after", ""))
    if not leaf.stories:
        raise Http404
    return render(request, "articles/stories.html", {"name": name, "leaf": leaf, "feed": feed})


def _address_of(view: str, name: str) -> str:
    """The address of what a name stands for; "" for a name that no address can hold."""
    return reverse(view, args=[name]) if name and "/" not in name else ""


@for_readers
def archive(request: HttpRequest) -> HttpResponse:
    shown = Prefetch("pages", Page.objects.public().select_related("edition").order_by("order"))
    filters = EditionFilter(request.GET, Edition.objects.public().prefetch_related(shown))
    edge = filters.form.cleaned_data if filters.is_bound and not filters.errors else {}
    leaf = (
        newer_leaf(filters.qs)
        if edge.get("after")
        else older_leaf(filters.qs, from_the_newest=not edge.get("before"))
    )
    return render(request, "articles/archive.html", {"filters": filters, "leaf": leaf})


def for_the_bearer(view: View) -> View:
    """An answer for who holds the key of a preview: never stored, never indexed, and telling nobody its address."""

    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> HttpResponseBase:
        shown = never_cache(require_safe(view))(*args, **kwargs)
        shown.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        shown.headers["Referrer-Policy"] = "no-referrer"
        return shown

    return csrf_exempt(answer)


@for_the_bearer
def preview(request: HttpRequest, key: str) -> HttpResponse:
    asked = _previewed(key)
    story = preview_story(asked)
    context = {"story": story, "article": story.first, "page": story.first.page}
    pictures = {"picture_route": "reader:preview_picture", "picture_key": (key,)}
    return render(request, "articles/story.html", context | pictures | {"is_preview": True})


@for_the_bearer
def preview_picture(request: HttpRequest, key: str, photo: int, width: int, extension: str) -> HttpResponse:
    parts = [part.article for part in preview_story(_previewed(key)).parts]
    copy = _copy(get_object_or_404(Photo, pk=photo, article__in=parts), width, extension)
    return HttpResponse(copy.read_bytes(), content_type=EXTENSIONS[extension])


def _previewed(key: str) -> Article:
    asked = find_preview(key)
    if asked is None:
        raise Http404
    return asked


def _copy(photo: Photo, width: int, extension: str) -> Path:
    if not photo.picture:
        raise Http404
    try:
        return copy_of(photo.picture, width=width, extension=extension)
    except PictureUnreadable as error:
        raise Http404 from error


@to_be_read
def picture(request: HttpRequest, photo: int, width: int, extension: str) -> HttpResponseBase:
    copy = _copy(get_object_or_404(Photo.objects.public().with_picture(), pk=photo), width, extension)
    changed = int(copy.stat().st_mtime)
    answer = HttpResponse(copy.read_bytes(), content_type=EXTENSIONS[extension])
    answer.headers["Last-Modified"] = http_date(changed)
    answer.headers["ETag"] = etag = f'"{copy.parent.name}-{copy.name}"'
    answer.headers["Cache-Control"] = "public, no-cache"
    return get_conditional_response(request, etag, changed, answer) or answer


@to_be_read
def robots(request: HttpRequest) -> HttpResponse:
    maps = [request.build_absolute_uri(reverse(f"reader:{name}")) for name in ("sitemaps", "news")]
    lines = ["User-agent: *", "Disallow: /admin/", *(f"Sitemap: {address}" for address in maps), ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@to_be_read
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to put the paper on its first screen."""
    icon = {"src": static("articles/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}
    paper = {
        "name": settings.SITE_NAME,
        "short_name": settings.SITE_NAME,
        "start_url": reverse("reader:home"),
        "display": "minimal-ui",
        "background_color": "#fbf9f4",
        "theme_color": "#fbf9f4",
        "lang": get_language(),
        "icons": [icon],
    }
    return JsonResponse(
        paper, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False}
    )


@to_be_read
def canonical_page(request: HttpRequest, date: date, label: str) -> HttpResponse:
    return redirect("reader:page", date, label, permanent=True)


@to_be_read
def canonical_article(request: HttpRequest, date: date, label: str, number: int) -> HttpResponse:
    return redirect("reader:article", date, label, number, permanent=True)


def _neighbours(row: list[Any], one: Any) -> dict[str, Any]:
    """What stands before and after one thing in a row."""
    at = row.index(one)
    return {"previous": row[at - 1] if at else None, "next": row[at + 1] if at + 1 < len(row) else None}


def _neighbours_of_edition(edition: Edition) -> dict[str, Edition | None]:
    editions = Edition.objects.public()
    return {
        "older_edition": editions.filter(date__lt=edition.date).order_by("-date").first(),
        "newer_edition": editions.filter(date__gt=edition.date).order_by("date").first(),
    }
