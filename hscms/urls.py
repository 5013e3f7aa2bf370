"""Every address: the desk, the probe, and the readers' pages, which carry /en/ in English and nothing in Chinese."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from hscms.health import healthz

urlpatterns = [
    path("admin/", admin.site.urls),
    path("healthz", healthz, name="healthz"),
    *i18n_patterns(path("", include("articles.reader.urls")), prefix_default_language=False),
]
