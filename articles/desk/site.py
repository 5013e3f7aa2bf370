"""The desk as one place: its name, and Today as its front page."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from articles.desk.guarded import delete_selected


class DeskSite(AdminSite):
    site_header = _("HSCMS · The desk")
    site_title = _("HSCMS · The desk")
    index_title = _("Today")
    index_template = "admin/articles/today.html"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.disable_action("delete_selected")
        self.add_action(delete_selected, "delete_selected")

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        from articles.desk.today import today

        return super().index(request, {"boxes": today(request), **(extra_context or {})})
