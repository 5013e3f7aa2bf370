from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("newspaper")
    default_auto_field = "django.db.models.BigAutoField"


class DeskConfig(AdminConfig):
    """The admin, with the desk's own site."""

    default_site = "articles.desk.site.DeskSite"
