"""Who has an article open at the desk."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article

HOLDS = timedelta(minutes=30)  # a form left open longer is taken for abandoned


class PresenceQuerySet(models.QuerySet["Presence"]):
    def holding(self) -> Self:
        return self.filter(since__gt=timezone.now() - HOLDS)


class Presence(models.Model):
    """A person has the form of an article open; a courtesy, not a lock."""

    article = models.ForeignKey(Article, models.CASCADE, verbose_name=_("article"), related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("person"), related_name="+"
    )
    since = models.DateTimeField(_("since"), default=timezone.now)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["article", "person"], name="one_presence_a_person_and_article")
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.article}"
