"""The contact card."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.desk.base import PublicationAdmin
from articles.desk.filters import ProposalFilter
from articles.desk.labels import TableInline
from articles.desk.notes import ProposalNote
from articles.desk.publications import back_to_draft, publish
from articles.models import ContactCard, ContactEntry, Reading, Waiver


class EntryInline(TableInline):
    model = ContactEntry
    fields = ("kind", "label", "value", "position")
    extra = 0


@admin.register(ContactCard)
class ContactCardAdmin(ProposalNote, PublicationAdmin):
    inlines = (EntryInline,)
    actions = (publish, back_to_draft)
    autocomplete_fields = ("page",)
    kept_by_machine = (Reading, Waiver)

    list_display = ("title", "page_label", "status_badge", "changed")
    list_filter = ("status", ProposalFilter)
    date_hierarchy = "page__edition__date"
    search_fields = ("title", "entries__label", "entries__value")
    search_help_text = _("The title, or words of an entry.")
    list_select_related = ("page__edition",)

    readonly_fields = ("status_badge", "modified_at", "proposals")
    fieldsets = (
        (None, {"fields": ("title", "page")}),
        (_("Publishing"), {"fields": ("status_badge", "public_from", "modified_at")}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: ContactCard | None = None) -> Any:
        return [*self.proposal_note(obj), *super().get_fieldsets(request, obj)]

    @admin.display(description=_("page"), ordering="page")
    def page_label(self, card: ContactCard) -> str:
        return str(card.page)
