"""The readers' addresses of all rows, public or not, in both languages."""

from articles.models import Article, Edition, Page, Photo
from articles.pictures import EXTENSIONS, WIDTHS


def every_page() -> list[str]:
    rows = [*Edition.objects.all(), *Page.objects.all(), *Article.objects.select_related("page__edition")]
    pages = ["/", "/archive/", "/nowhere/", *(row.get_absolute_url() for row in rows)]
    return [prefix + page for page in pages for prefix in ("", "/en")]


def every_picture() -> list[str]:
    photos = Photo.objects.values_list("pk", flat=True)
    return [f"/pictures/{pk}/{width}.{kind}" for pk in photos for width in WIDTHS for kind in EXTENSIONS]
