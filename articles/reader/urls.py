"""The readers' addresses. They are permanent."""

from django.urls import path, register_converter

from articles.reader import converters, views

app_name = "reader"

register_converter(converters.DateConverter, "day")
register_converter(converters.LabelConverter, "label")
register_converter(converters.TypedLabelConverter, "typed_label")
register_converter(converters.NumberConverter, "number")
register_converter(converters.WidthConverter, "copy_width")
register_converter(converters.ExtensionConverter, "copy_extension")

urlpatterns = [
    path("", views.home, name="home"),
    path("archive/", views.archive, name="archive"),
    path("robots.txt", views.robots, name="robots"),
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
