"""Articles, their authors, and the links that make a jumped story one."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.models.fields import FEW, MOST, PageLabelField, PrintedField, PrintedTextField, is_label
from articles.models.history import Versions
from articles.models.publication import Publication, PublicationQuerySet, Status

BODY_LIMIT = 200_000  # PostgreSQL's search document ends at 1 MB


class Author(models.Model):
    """A person who writes for the paper, under the name as printed."""

    name = PrintedField(_("name"), max_length=200, blank=False, unique=True)

    history = Versions()

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="author_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Link(models.TextChoices):
    """How an article came to continue another, or came not to."""

    NONE = "", _("not linked")
    RULE = "rule", _("linked by rule")
    HAND = "hand", _("linked by hand")
    CUT = "cut", _("cut by hand")


class ArticleQuerySet(PublicationQuerySet["Article"]):
    def of_edition(self, edition: models.Model) -> Self:
        return self.filter(page__edition=edition)

    def waiting(self) -> Self:
        """Articles that jump to a page whose half has not come."""
        return self.filter(next=None).exclude(continues_on="")


class Article(Publication):
    """What stands under one headline on one page; a jumped story is a chain of articles."""

    page = models.ForeignKey("articles.Page", models.PROTECT, verbose_name=_("page"), related_name="articles")
    number = models.PositiveIntegerField(
        _("number"), editable=False, help_text=_("Its address on the page; given once and never again.")
    )
    position = models.PositiveIntegerField(
        _("position"), default=0, validators=[MOST], help_text=_("Its place in the print, from the top.")
    )

    column = PrintedField(_("column"), help_text=_("A standing label above the title (栏目)."))
    kicker = PrintedField(_("kicker"), help_text=_("The line above the headline (引题)."))
    headline = PrintedField(
        _("headline"), help_text=_("Empty only for a later part printed without a title.")
    )
    subtitle = PrintedField(
        _("subtitle"), help_text=_("The line below the headline (副题), with its dash if printed.")
    )
    byline = PrintedField(_("byline"), help_text=_("As printed: 望川日报讯（记者 某某）."))
    source = PrintedField(_("source"), help_text=_("The paper or agency the text comes from."))
    dateline = PrintedField(_("dateline"), help_text=_("Place and day of an agency report (电头)."))
    authors = models.ManyToManyField(
        Author, through="Authorship", verbose_name=_("authors"), related_name="articles"
    )
    body = PrintedTextField(
        _("text"),
        blank=True,
        max_length=BODY_LIMIT,
        help_text=_("One paragraph a line; a subhead is a line that begins with “## ”."),
    )

    continues_on = PageLabelField(
        _("continues on page"),
        blank=True,
        default="",
        help_text=_("The page of the printed notice: 下转第8版 is 8."),
    )
    continued_from = PageLabelField(
        _("continued from page"),
        blank=True,
        default="",
        help_text=_("The page of the printed notice: 上接第5版 is 5."),
    )
    previous = models.OneToOneField(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("continues the article"),
        related_name="next",
        help_text=_("The part of the story before this one."),
    )
    link = models.CharField(
        _("link"),
        max_length=4,
        choices=Link,
        default=Link.NONE,
        blank=True,
        help_text=_("Links made by rule are computed anew at each import; what was done by hand stays."),
    )
    story_start = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="later_parts",
        verbose_name=_("start of the story"),
    )
    part = models.PositiveSmallIntegerField(_("part"), default=1, editable=False)

    signed_stage = models.PositiveSmallIntegerField(
        _("signed up to"),
        default=0,
        editable=False,
        help_text=_("The last review signed on the present text; 0 where none is."),
    )
    withdrawal_notice = PrintedField(
        _("withdrawal notice"), help_text=_("What readers find at the address of a withdrawn article.")
    )

    objects = ArticleQuerySet.as_manager()
    history = Versions(rows="authorships", columns=("author__name", "role"))

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["page", "position", "number"]
        indexes = [
            models.Index(fields=["page", "position"]),
            models.Index(fields=["status", "signed_stage", "-id"]),
        ]
        permissions = [
            ("publish_article", _("Can publish articles and editions")),
            ("correct_article", _("Can correct published articles")),
            ("withdraw_article", _("Can withdraw published articles")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="one_article_a_number_on_a_page"),
            models.CheckConstraint(condition=Q(number__gte=1), name="article_numbers_start_at_one"),
            models.CheckConstraint(condition=~Q(previous=F("id")), name="no_article_continues_itself"),
            models.CheckConstraint(
                condition=Q(previous=None) | Q(link__in=[Link.RULE, Link.HAND]),
                name="a_link_knows_who_made_it",
            ),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="article_status_is_known"),
            is_label("continues_on", "continues_on_is_a_label", blank=True),
            is_label("continued_from", "continued_from_is_a_label", blank=True),
        ]

    def __str__(self) -> str:
        return self.headline or Truncator(self.body).chars(20) or str(_("untitled"))

    def save(self, **kwargs: Any) -> None:
        if self.number is None:
            self.number = self.page.take_article_number()
        super().save(**kwargs)

    def clean(self) -> None:
        if self.previous and self.page_id and self.previous.page.edition_id != self.page.edition_id:
            raise ValidationError(
                {"previous": _("A story jumps within one edition. Choose an article of the same date.")}
            )

    def get_absolute_url(self) -> str:
        return reverse("reader:article", args=[self.page.edition.date, self.page.number, self.number])


class Authorship(models.Model):
    """Who wrote an article, in which role and order."""

    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name=_("article"), related_name="authorships"
    )
    author = models.ForeignKey(Author, models.PROTECT, verbose_name=_("author"), related_name="authorships")
    role = PrintedField(_("role"), help_text=_("记者, 通讯员 … as printed."))
    position = models.PositiveSmallIntegerField(_("order"), default=0, validators=[FEW])

    class Meta:
        verbose_name = _("authorship")
        verbose_name_plural = _("authors")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "author"], name="an_author_stands_once_on_an_article"),
        ]

    def __str__(self) -> str:
        return str(self.author)
