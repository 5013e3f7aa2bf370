"""The raw page as it came, how it was read, and what is doubtful about it."""

import hashlib
import json
from typing import Any, Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.documents import read_text
from articles.models.article import Article
from articles.models.contact import ContactCard
from articles.models.fields import PrintedField
from articles.models.photo import Photo
from articles.pagetext.defects import MESSAGES


class RawPage(models.Model):
    """The text of a page exactly as it was imported."""

    page = models.ForeignKey(
        "articles.Page", models.PROTECT, verbose_name=_("page"), related_name="raw_pages"
    )
    source = PrintedField(_("file"), max_length=500, help_text=_("The path it was imported from."))
    content = models.BinaryField(_("content"), help_text=_("The bytes as they came."))
    encoding = models.CharField(_("encoding"), max_length=30)
    digest = models.CharField(
        _("digest"), max_length=64, help_text=_("SHA-256 of the text, line ends made equal.")
    )
    reading = models.JSONField(_("reading"), encoder=DjangoJSONEncoder, help_text=_("How the page was read."))
    marked_text = models.TextField(
        _("corrected reading"),
        blank=True,
        default="",
        help_text=_(
            "The marked text from which the records were written, where an editor has corrected the reading."
        ),
    )
    imported_at = models.DateTimeField(_("imported"), auto_now_add=True)

    class Meta:
        verbose_name = _("raw page")
        verbose_name_plural = _("raw pages")
        ordering = ["-imported_at", "-pk"]
        get_latest_by = ["imported_at", "pk"]
        indexes = [models.Index(fields=["page", "-imported_at", "-id"])]

    def __str__(self) -> str:
        return f"{self.page} · {timezone.localtime(self.imported_at):%Y-%m-%d %H:%M}"

    @property
    def text(self) -> str:
        return read_text(bytes(self.content), self.encoding)[0]


class RecordKind(models.TextChoices):
    PAGE = "page", _("page")
    ARTICLE = "article", _("article")
    PHOTO = "photo", _("photo")
    CARD = "card", _("contact card")


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:16]


class ReadingQuerySet(models.QuerySet["Reading"]):
    def proposing(self) -> Self:
        """Those with open proposals; of what was deleted, the newer text is only kept."""
        deleted = Q(article=None, photo=None, card=None) & ~Q(kind=RecordKind.PAGE)
        return self.exclude(proposed={}).exclude(deleted)


class Reading(models.Model):
    """What an import wrote into one record, field by field.

    It outlives its record: an article that a person deleted is known by its reading and does not come back.
    """

    page = models.ForeignKey("articles.Page", models.CASCADE, verbose_name=_("page"), related_name="readings")
    kind = models.CharField(_("kind"), max_length=10, choices=RecordKind)
    article = models.OneToOneField(
        Article, models.SET_NULL, null=True, verbose_name=_("article"), related_name="reading"
    )
    photo = models.OneToOneField(
        Photo, models.SET_NULL, null=True, verbose_name=_("photo"), related_name="reading"
    )
    card = models.OneToOneField(
        ContactCard, models.SET_NULL, null=True, verbose_name=_("contact card"), related_name="reading"
    )
    fields = models.JSONField(_("as imported"))
    corrected = models.JSONField(
        _("corrected"),
        default=dict,
        help_text=_("What an editor corrected before it was written; a later import leaves that alone."),
    )
    proposed = models.JSONField(
        _("proposed"),
        default=dict,
        help_text=_("What a newer text says in fields that people have changed since or that are public."),
    )
    by_rule = models.JSONField(
        _("by rule"),
        default=dict,
        help_text=_("What the rules alone read where an editor's corrected reading is proposed."),
    )
    declined = models.JSONField(
        _("declined"),
        default=dict,
        help_text=_("Digests of the values that a person has declined; they are not proposed again."),
    )
    absent = models.BooleanField(_("no longer in the text"), default=False)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["page", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.page}"

    @property
    def written(self) -> dict[str, Any]:
        """What the record holds as long as nobody has changed it."""
        return self.fields | self.corrected

    def imported(self, name: str) -> Any:
        """What the proposal for a field is compared with: the reading of the same kind before it."""
        return (self.written if name in self.by_rule else self.fields).get(name)

    def has_declined(self, name: str, value: Any) -> bool:
        """Whether a person has said no to this very value."""
        return _digest(value) in self.declined.get(name, ())

    def decline(self, name: str, value: Any) -> None:
        self.declined[name] = sorted({*self.declined.get(name, ()), _digest(value)})

    @property
    def record(self) -> models.Model | None:
        """The record it was written into; None where a person has deleted it."""
        return self.page if self.kind == RecordKind.PAGE else getattr(self, self.kind)


class DefectStage(models.TextChoices):
    READING = "reading", _("reading the page")
    LINKING = "linking", _("joining the jumps")


LINKING_MESSAGES = {
    "jump-to-itself": _("“%(title)s” jumps to its own page %(page)s. Check the printed page number."),
    "jump-in-a-circle": _(
        "“%(title)s” would continue itself over several pages. Check the page numbers of its notices."
    ),
    "jump-doubtful": _("“%(title)s” fits several articles on page %(page)s. Link it by hand."),
}


class Defect(models.Model):
    """Something an editor should look at."""

    page = models.ForeignKey("articles.Page", models.CASCADE, verbose_name=_("page"), related_name="defects")
    article = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, verbose_name=_("article"), related_name="defects"
    )
    stage = models.CharField(_("found while"), max_length=10, choices=DefectStage)
    code = models.CharField(_("code"), max_length=40)
    line = models.PositiveIntegerField(
        _("line"), null=True, blank=True, help_text=_("In the raw text, from 1.")
    )
    details = models.JSONField(_("details"), default=dict)

    class Meta:
        verbose_name = _("defect")
        verbose_name_plural = _("defects")
        ordering = ["page", "line", "pk"]

    def __str__(self) -> str:
        return self.message

    @property
    def message(self) -> str:
        """One sentence to the editor, in the editor's language."""
        read = next((gettext(text) for code, text in MESSAGES.items() if code == self.code), self.code)
        return str(LINKING_MESSAGES.get(self.code, read)) % self.details
