"""The readers' addresses of all rows, public or not, in both languages."""

from urllib.parse import quote

from articles.models import Article, Author, Edition, Page, Photo
from articles.pictures import EXTENSIONS, WIDTHS


def every_page() -> list[str]:
    rows = [*Edition.objects.all(), *Page.objects.all(), *Article.objects.select_related("page__edition")]
    names = [quote(f"/authors/{name}/") for name in Author.objects.values_list("name", flat=True)]
    names += [
        quote(f"/sections/{title}/")
        for title in Page.objects.values_list("title", flat=True).distinct()
        if title
    ]
    feeds = ["/feed/", *(f"{name}feed/" for name in names)]
    maps = ["/sitemap.xml", *(f"/sitemap-{one}.xml" for one in ("editions", "pages", "stories")), "/news.xml"]
    machines = [*feeds, *maps, "/robots.txt", "/manifest.webmanifest"]
    pages = ["/", "/archive/", "/nowhere/", *names, *machines, *(row.get_absolute_url() for row in rows)]
    return [prefix + page for page in pages for prefix in ("", "/en")]


def every_picture() -> list[str]:
    photos = Photo.objects.values_list("pk", flat=True)
    return [f"/pictures/{pk}/{width}.{kind}" for pk in photos for width in WIDTHS for kind in EXTENSIONS]
