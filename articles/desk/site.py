"""The desk as one place: its name, and Today as its front page."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from articles.desk.guarded import delete_selected

# In the order of an editor's day; what the machine keeps stands last.
ORDER = (
    "Edition",
    "Page",
    "Article",
    "Photo",
    "ContactCard",
    "Author",
    "HouseWord",
    "RawPage",
    "Reading",
    "Defect",
    "Review",
    "Correction",
    "Waiver",
)


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
        # admin classes register at this site, so it is made before them
        from articles.desk.importbutton import may_import
        from articles.desk.today import today

        return super().index(
            request, {"boxes": today(request), "may_import": may_import(request), **(extra_context or {})}
        )

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        apps: list[Any] = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=_place)
        return sorted(apps, key=lambda app: app["app_label"] != "articles")


def _place(model: dict[str, Any]) -> tuple[int, str]:
    name = model["object_name"]
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)
