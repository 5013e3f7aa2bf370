"""Who may import a page, and the button that leads there."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

PERMISSION = (
    "articles.add_rawpage"  # what is imported is the page as printed: no right to write articles is needed
)
ADDRESS = "admin:articles_rawpage_import"


def may_import(request: HttpRequest) -> bool:
    return request.user.has_perm(PERMISSION)


class ImportButton:
    """A list from which pages are imported."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        extra = {"import_address": reverse(ADDRESS)} if may_import(request) else {}
        return super().changelist_view(request, extra | (extra_context or {}))  # type: ignore[misc]
