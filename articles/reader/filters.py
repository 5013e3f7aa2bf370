"""How readers narrow the archive."""

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFilter, FilterSet

from articles.models import Edition, Page

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def page_titles() -> list[tuple[str, str]]:
    titles = (
        Page.objects.public().exclude(title="").order_by("title").values_list("title", flat=True).distinct()
    )
    return [(title, title) for title in titles]


class EditionFilter(FilterSet):
    """By date and page title. `before` and `after` are the edge of a leaf of the archive, not for people to fill in."""

    since = DateFilter(
        field_name="date", lookup_expr="gte", label=_("From"), widget=DAY, input_formats=["%Y-%m-%d"]
    )
    until = DateFilter(
        field_name="date", lookup_expr="lte", label=_("To"), widget=DAY, input_formats=["%Y-%m-%d"]
    )
    section = ChoiceFilter(
        label=_("Page title"), choices=page_titles, method="with_page", empty_label=_("All pages")
    )
    before = DateFilter(field_name="date", lookup_expr="lt", label=_("Before"), input_formats=["%Y-%m-%d"])
    after = DateFilter(field_name="date", lookup_expr="gt", label=_("After"), input_formats=["%Y-%m-%d"])

    class Meta:
        model = Edition
        fields: list[str] = []

    def with_page(self, editions: QuerySet[Edition], name: str, title: str) -> QuerySet[Edition]:
        """Editions in which readers may see such a page."""
        return editions.filter(Exists(Page.objects.public().filter(edition=OuterRef("pk"), title=title)))
