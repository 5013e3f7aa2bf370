"""Proofs: the moments at which an edition was printed out to be read."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.edition import Edition
from articles.models.fields import PrintedField


class Proof(models.Model):
    """An edition as it was printed out at one moment; what it said then is in the versions of its records."""

    edition = models.ForeignKey(Edition, models.CASCADE, verbose_name=_("edition"), related_name="proofs")
    number = models.PositiveIntegerField(_("number"))
    at = models.DateTimeField(_("time"), default=timezone.now, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("person"), related_name="+"
    )
    note = PrintedField(_("note"))

    class Meta:
        verbose_name = _("proof")
        verbose_name_plural = _("proofs")
        ordering = ["-number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="one_proof_a_number_of_an_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.edition} · {self.number}"
