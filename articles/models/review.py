"""The record of the three reviews (三审制), and what readers were told was wrong."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.fields import PrintedTextField
from articles.models.history import Versions

NOTE_LIMIT = 1_000


class Stage(models.IntegerChoices):
    """The reviews in their order; a paper with fewer of them keeps the last."""

    FIRST = 1, _("first review")
    SECOND = 2, _("second review")
    FINAL = 3, _("final review")


class Verdict(models.TextChoices):
    SIGNED = "signed", _("signed")
    SENT_BACK = "sent_back", _("sent back")
    OVERRIDDEN = "overridden", _("published without signatures")
    CORRECTED = "corrected", _("corrected")


class Review(models.Model):
    """One person's word on exactly one text of an article. Written once, and never changed.

    A round begins with every change of the text and after every return: signatures of earlier rounds are void.
    """

    article = models.ForeignKey(
        Article, models.SET_NULL, null=True, verbose_name=_("article"), related_name="reviews"
    )
    about = models.CharField(
        _("about"), max_length=600, help_text=_("The article as it was called then; it outlives the article.")
    )
    digest = models.CharField(
        _("digest"), max_length=64, help_text=_("SHA-256 of the text that was signed, captions included.")
    )
    round = models.PositiveIntegerField(_("round"))
    stage = models.PositiveSmallIntegerField(_("stage"), choices=Stage)
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("person"), related_name="+"
    )
    note = models.TextField(_("note"), blank=True, max_length=NOTE_LIMIT)
    at = models.DateTimeField(_("time"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)
        permissions = [
            ("sign_first", _("Can sign at the first review")),
            ("sign_second", _("Can sign at the second review")),
            ("sign_final", _("Can sign at the final review")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "round", "stage"],
                condition=Q(verdict=Verdict.SIGNED),
                name="a_stage_is_signed_once_in_a_round",
            ),
            models.UniqueConstraint(
                fields=["article", "round", "person"],
                condition=Q(verdict=Verdict.SIGNED),
                name="a_person_signs_once_in_a_round",
            ),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="review_stage_is_known"),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="review_verdict_is_known"),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.SIGNED) | ~Q(note=""), name="who_does_not_sign_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()} · {self.about}"


class Correction(models.Model):
    """What readers are told was wrong in a published article; it stands at the story, with its date."""

    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name=_("article"), related_name="corrections"
    )
    text = PrintedTextField(
        _("correction"),
        max_length=NOTE_LIMIT,
        help_text=_("What was wrong and what is right, in a sentence readers understand."),
    )
    at = models.DateTimeField(_("time"), default=timezone.now, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        verbose_name=_("person"),
        related_name="+",
    )

    history = Versions()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["at", "pk"]
        default_permissions = ("view",)
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="correction_says_something")]

    def __str__(self) -> str:
        return self.text
