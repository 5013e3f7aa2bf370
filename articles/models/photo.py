"""Photos: a caption always, a picture file when there is one."""

from datetime import datetime
from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.fields import MOST, PrintedField, PrintedTextField
from articles.models.history import Versions
from articles.models.publication import Publication, PublicationQuerySet, Status

CAPTION_LIMIT = 2_000


class PhotoQuerySet(PublicationQuerySet["Photo"]):
    def public(self, at: datetime | None = None) -> Self:
        """A photo of an article is seen with its article; one that stands alone, by itself."""
        return super().public(at).filter(Q(article=None) | Q(article__in=Article.objects.public(at)))

    def with_picture(self) -> Self:
        return self.exclude(picture="")


class Photo(Publication):
    """A printed photo: caption and credit as printed."""

    page = models.ForeignKey("articles.Page", models.PROTECT, verbose_name=_("page"), related_name="photos")
    article = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("article"),
        related_name="photos",
        help_text=_("The article it belongs to; empty for a photo that stands alone on the page."),
    )
    position = models.PositiveIntegerField(
        _("position"), default=0, validators=[MOST], help_text=_("Its place in the print, from the top.")
    )
    title = PrintedField(_("title"))
    caption = PrintedTextField(_("caption"), max_length=CAPTION_LIMIT)
    credit = PrintedField(_("credit"), help_text=_("Who took it, without 摄."))
    picture = models.ImageField(
        _("picture file"),
        upload_to="photos/%Y/%m",
        blank=True,
        validators=[FileExtensionValidator(["jpg", "jpeg", "png", "webp"])],
        help_text=_(
            "JPEG, PNG or WebP. Readers get smaller copies without the camera's notes, never this file."
        ),
    )

    objects = PhotoQuerySet.as_manager()
    history = Versions()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["page", "position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="photo_status_is_known"),
        ]

    def __str__(self) -> str:
        return self.title or Truncator(self.caption).chars(24)

    def clean(self) -> None:
        if self.article and self.article.page_id != self.page_id:
            raise ValidationError(
                {"article": _("The photo and its article stand on the same page. Choose one of this page.")}
            )
