"""What editors have told the proofreader: words that stand as they are, findings that they have looked at."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.contact import ContactCard
from articles.models.fields import PrintedField
from articles.models.history import Versions
from articles.models.photo import Photo


class HouseWord(models.Model):
    """A word that the paper writes in its own way: a name with a traditional character, a title like 《的的》."""

    word = PrintedField(
        _("word"),
        max_length=100,
        blank=False,
        unique=True,
        help_text=_("Exactly as the paper prints it. What the proofreader finds inside it is left alone."),
    )
    note = PrintedField(
        _("note"), help_text=_("Why it is written so: a person's own spelling, for instance.")
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    history = Versions()

    class Meta:
        verbose_name = _("house word")
        verbose_name_plural = _("house words")
        ordering = ["word"]
        constraints = [
            models.CheckConstraint(condition=~Q(word=""), name="house_word_is_a_word"),
        ]

    def __str__(self) -> str:
        return self.word


class Waiver(models.Model):
    """A finding that somebody has looked at and lets stand, and why. It holds as long as the finding's key does."""

    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("article"),
        related_name="waivers",
    )
    photo = models.ForeignKey(
        Photo, models.CASCADE, null=True, blank=True, verbose_name=_("photo"), related_name="waivers"
    )
    card = models.ForeignKey(
        ContactCard,
        models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("contact card"),
        related_name="waivers",
    )
    key = models.CharField(_("key"), max_length=32, help_text=_("Knows the finding again in a changed text."))
    code = models.CharField(_("code"), max_length=40)
    field = models.CharField(_("field"), max_length=40)
    words = PrintedField(_("words found"))
    reason = PrintedField(_("reason"), blank=False, help_text=_("Why it stands as it is, in one sentence."))
    waived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("waived by"), related_name="waivers"
    )
    waived_at = models.DateTimeField(_("waived"), auto_now_add=True)

    history = Versions()

    class Meta:
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        ordering = ["-waived_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="one_waiver_a_finding_of_an_article"),
            models.UniqueConstraint(fields=["photo", "key"], name="one_waiver_a_finding_of_a_photo"),
            models.UniqueConstraint(fields=["card", "key"], name="one_waiver_a_finding_of_a_card"),
            models.CheckConstraint(
                condition=Q(article__isnull=False, photo=None, card=None)
                | Q(article=None, photo__isnull=False, card=None)
                | Q(article=None, photo=None, card__isnull=False),
                name="a_waiver_is_of_one_record",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_waiver_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.words or self.code} · {self.reason}"

    @property
    def record(self) -> models.Model:
        """The article, photo or contact card that it is of."""
        found = self.article or self.photo or self.card
        assert found is not None
        return found
