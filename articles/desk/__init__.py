"""The editors' side: the stock admin, taught the paper's words and rules."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.desk import accounts, article, contact, edition, photo, proofreading, rawpage, reviews
from articles.desk.guarded import delete_selected

__all__ = ["accounts", "article", "contact", "edition", "photo", "proofreading", "rawpage", "reviews"]

admin.site.site_header = _("HSCMS · The desk")
admin.site.site_title = _("HSCMS · The desk")
admin.site.index_title = _("The paper")
admin.site.disable_action("delete_selected")
admin.site.add_action(delete_selected, "delete_selected")
