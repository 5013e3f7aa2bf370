"""Editions and their printed pages."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.fields import (
    FEW,
    MOST,
    PageLabelField,
    PrintedField,
    is_label,
    label_order,
    validate_year,
)
from articles.models.history import Versions
from articles.models.photo import Photo


class EditionQuerySet(models.QuerySet["Edition"]):
    def public(self, at: datetime | None = None) -> Self:
        """Editions whose time has come and that hold something a reader may see."""
        at = at or timezone.now()
        return self.filter(
            Exists(Page.objects.public(at).filter(edition=OuterRef("pk"))), public_from__lte=at
        )


class Edition(models.Model):
    """What is printed on one date."""

    date = models.DateField(
        _("date"), unique=True, validators=[validate_year], help_text=_("The date printed on the paper.")
    )
    issue_number = models.PositiveIntegerField(
        _("issue number"),
        null=True,
        blank=True,
        validators=[MOST],
        help_text=_("The running number of the issue (总期号), where the paper prints one."),
    )
    public_from = models.DateTimeField(
        _("public from"),
        null=True,
        blank=True,
        db_index=True,
        validators=[validate_year],
        help_text=_("From this time readers see what is published in this edition. Empty: not yet."),
    )

    objects = EditionQuerySet.as_manager()
    history = Versions()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-date"]
        get_latest_by = "date"

    def __str__(self) -> str:
        return self.date.isoformat()

    def get_absolute_url(self) -> str:
        return reverse("reader:edition", args=[self.date])


class PageQuerySet(models.QuerySet["Page"]):
    def public(self, at: datetime | None = None) -> Self:
        """Pages that show at least one article or photo to readers."""
        at = at or timezone.now()
        return self.filter(
            Exists(Article.objects.public(at).filter(page=OuterRef("pk")))
            | Exists(Photo.objects.public(at).filter(page=OuterRef("pk")))
        )


class Page(models.Model):
    """One printed page of an edition."""

    edition = models.ForeignKey(Edition, models.PROTECT, verbose_name=_("edition"), related_name="pages")
    number = PageLabelField(_("page number"), help_text=_("As printed, without leading zeros: 5 or A8."))
    order = models.PositiveIntegerField(
        _("order"), editable=False, help_text=_("Sorts 2 before 10 and 10 before A1.")
    )
    title = PrintedField(
        _("page title"), max_length=100, db_index=True, help_text=_("The name of the page (版名): 法治望川.")
    )
    last_article_number = models.PositiveIntegerField(_("last article number"), default=0, editable=False)

    objects = PageQuerySet.as_manager()
    history = Versions(rows="staff", columns=("role", "name"))

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["-edition__date", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "number"],
                name="one_page_a_label_in_an_edition",
                violation_error_message=_("This edition already has a page with this number."),
            ),
            is_label("number", "page_number_is_a_label"),
        ]

    def __str__(self) -> str:
        return f"{self.edition} · {self.number} {self.title}".rstrip()

    def save(self, **kwargs: Any) -> None:
        self.order = label_order(self.number)
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("reader:page", args=[self.edition.date, self.number])

    def take_article_number(self) -> int:
        """The next number of an article on this page. A number is never given again, whatever is deleted."""
        own = Page.objects.filter(pk=self.pk)
        own.update(last_article_number=F("last_article_number") + 1)
        self.last_article_number = own.values_list("last_article_number", flat=True).get()
        return self.last_article_number


class Staff(models.Model):
    """Who made a page, as printed at its foot: 责编 某某."""

    page = models.ForeignKey(Page, models.CASCADE, verbose_name=_("page"), related_name="staff")
    role = PrintedField(_("role"), blank=False, help_text=_("责编, 版式, 校对 …"))
    name = PrintedField(_("name"), blank=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0, validators=[FEW])

    class Meta:
        verbose_name = _("staff")
        verbose_name_plural = _("staff")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(role="") & ~Q(name=""), name="staff_has_role_and_name"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.name}"
