"""What editors tell the proofreader: house words, and findings that stand."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.desk.base import DeskAdmin, change_address
from articles.models import HouseWord, Waiver
from articles.proofreading import name_of


@admin.register(HouseWord)
class HouseWordAdmin(DeskAdmin):
    list_display = ("word", "note", "added_at")
    search_fields = ("word", "note")
    search_help_text = _("The word, or a part of the note.")
    fields = ("word", "note")


@admin.register(Waiver)
class WaiverAdmin(DeskAdmin):
    """Findings are waived where they are shown; deleted here, they are found again."""

    list_display = ("finding", "record_link", "reason", "waived_by", "waived_at")
    list_filter = ("code",)
    date_hierarchy = "waived_at"
    search_fields = ("words", "reason", "article__headline", "photo__caption", "card__title")
    search_help_text = _("The words found, the reason, a headline or a caption.")
    list_select_related = ("article", "photo", "card", "waived_by")
    fields = readonly_fields = ("finding", "words", "record_link", "reason", "waived_by", "waived_at")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("finding"), ordering="code")
    def finding(self, waiver: Waiver) -> str:
        return name_of(waiver.code)

    @admin.display(description=_("record"))
    def record_link(self, waiver: Waiver) -> SafeString:
        record = waiver.record
        url = change_address(record)
        return format_html('<a href="{}">{}</a>', url, record)
