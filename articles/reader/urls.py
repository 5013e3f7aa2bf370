"""The readers' addresses. They are permanent."""

from django.contrib.sitemaps import views as sitemap_views
from django.urls import path, register_converter

from articles.reader import converters, views
from articles.reader.feeds import AuthorFeed, PaperFeed, SectionFeed
from articles.reader.sitemaps import SITEMAPS, news
from articles.reader.views import for_readers as feed

app_name = "reader"
SITEMAP = {"sitemaps": SITEMAPS}

register_converter(converters.DateConverter, "day")
register_converter(converters.LabelConverter, "label")
register_converter(converters.TypedLabelConverter, "typed_label")
register_converter(converters.NumberConverter, "number")
register_converter(converters.WidthConverter, "copy_width")
register_converter(converters.ExtensionConverter, "copy_extension")

urlpatterns = [
    path("", views.home, name="home"),
    path("archive/", views.archive, name="archive"),
    path("authors/<str:author>/", views.author, name="author"),
    path("authors/<str:author>/feed/", feed(AuthorFeed()), name="author_feed"),
    path("sections/<str:section>/", views.section, name="section"),
    path("sections/<str:section>/feed/", feed(SectionFeed()), name="section_feed"),
    path("feed/", feed(PaperFeed()), name="feed"),
    path("robots.txt", views.robots, name="robots"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path(
        "sitemap.xml",
        feed(sitemap_views.index),
        SITEMAP | {"sitemap_url_name": "reader:sitemap"},
        name="sitemaps",
    ),
    path("sitemap-<slug:section>.xml", feed(sitemap_views.sitemap), SITEMAP, name="sitemap"),
    path("news.xml", feed(news), name="news"),
    path(
        "pictures/<number:photo>/<copy_width:width>.<copy_extension:extension>", views.picture, name="picture"
    ),
    path("preview/<str:key>/", views.preview, name="preview"),
    path(
        "preview/<str:key>/pictures/<number:photo>/<copy_width:width>.<copy_extension:extension>",
        views.preview_picture,
        name="preview_picture",
    ),
    path("<day:date>/", views.edition, name="edition"),
    path("<day:date>/<label:label>/", views.page, name="page"),
    path("<day:date>/<label:label>/<number:number>/", views.article, name="article"),
    path("<day:date>/<typed_label:label>/", views.canonical_page),
    path("<day:date>/<typed_label:label>/<number:number>/", views.canonical_article),
]
