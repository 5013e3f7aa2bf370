"""The one definition of what a reader may see."""

from datetime import datetime
from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.fields import validate_year


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


Record_co = TypeVar("Record_co", bound=models.Model, covariant=True)


class PublicationQuerySet(models.QuerySet[Record_co]):
    """Adjectives for what is printed on a page and published by itself."""

    def public(self, at: datetime | None = None) -> Self:
        """What readers may see at that time (now, where none is given)."""
        return self._out(at).filter(status=Status.PUBLISHED)

    def withdrawn(self, at: datetime | None = None) -> Self:
        """What readers could see and may not any more: their address says so."""
        return self._out(at).filter(status=Status.WITHDRAWN)

    def _out(self, at: datetime | None) -> Self:
        """Whose own time, if any, and whose edition's time have come."""
        at = at or timezone.now()
        return self.filter(Q(public_from=None) | Q(public_from__lte=at), page__edition__public_from__lte=at)


class Publication(models.Model):
    """Something on a page that is published by itself: an article, a photo, the contact card."""

    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status,
        default=Status.DRAFT,
        help_text=_("Readers see what is published, once its edition and its own time have come."),
    )
    public_from = models.DateTimeField(
        _("public from"),
        null=True,
        blank=True,
        validators=[validate_year],
        help_text=_("Leave empty to go out with the edition; fill in to go out later than it."),
    )
    modified_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        abstract = True
