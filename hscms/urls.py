"""Every address: the desk, the probe, and the readers' pages, in English below /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from hscms.health import healthz

handler400 = "articles.reader.errors.bad_request"
handler403 = "articles.reader.errors.forbidden"
handler404 = "articles.reader.errors.not_found"
handler500 = "articles.reader.errors.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("healthz", healthz, name="healthz"),
    *i18n_patterns(path("", include("articles.reader.urls")), prefix_default_language=False),
]
