"""The section's own card: how readers reach the editors."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.fields import FEW, PrintedField
from articles.models.history import Versions
from articles.models.publication import Publication, PublicationQuerySet, Status
from articles.pagetext import EntryKind


class ContactCardQuerySet(PublicationQuerySet["ContactCard"]):
    """Cards, by what a reader may see."""


class ContactCard(Publication):
    """A contact card, valid from the edition it is printed in."""

    page = models.OneToOneField(
        "articles.Page", models.PROTECT, verbose_name=_("printed on"), related_name="contact_card"
    )
    title = PrintedField(_("title"), blank=False, help_text=_("法治望川名片"))

    objects = ContactCardQuerySet.as_manager()
    history = Versions(rows="entries", columns=("kind", "label", "value"))

    class Meta:
        verbose_name = _("contact card")
        verbose_name_plural = _("contact cards")
        ordering = ["-page__edition__date", "page__order"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="card_status_is_known"),
        ]

    def __str__(self) -> str:
        return self.title


class ContactEntry(models.Model):
    """One line of a contact card: 编辑部：0399-0123456."""

    class Kind(models.TextChoices):
        PHONE = EntryKind.PHONE.value, _("telephone")
        EMAIL = EntryKind.EMAIL.value, _("e-mail")
        ADDRESS = EntryKind.ADDRESS.value, _("address")
        WEB = EntryKind.WEB.value, _("web address")
        OTHER = EntryKind.OTHER.value, _("other")

    card = models.ForeignKey(
        ContactCard, models.CASCADE, verbose_name=_("contact card"), related_name="entries"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PHONE)
    label = PrintedField(_("label"), help_text=_("Who or what it reaches: 编辑部."))
    value = PrintedField(
        _("value"), blank=False, help_text=_("0399-0123456, news@example.com or the address.")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0, validators=[FEW])

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in EntryKind]), name="entry_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.value}".strip()
