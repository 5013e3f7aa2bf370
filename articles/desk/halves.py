"""Choosing an article among those of its edition: the other half of a jump, the article of a photo."""

from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect

from articles.models import Article


def page_and_title(article: Article) -> str:
    """ "8 · 一座桥的三十年": within an edition that is enough to know an article by."""
    return f"{article.page.number} · {article}"


class NeighbourView(AutocompleteJsonView):
    """Articles of one edition whose title block, byline or authors hold the words; of all, where none is named."""

    def get_queryset(self) -> Any:
        articles = super().get_queryset()
        edition, article = (self.request.GET.get(name, "") for name in ("edition", "article"))
        if _is_key(edition):
            articles = articles.filter(page__edition=edition)
        return articles.exclude(pk=article) if _is_key(article) else articles

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        title = page_and_title(obj)
        known = _is_key(self.request.GET.get("edition", ""))
        return {"id": str(obj.pk), "text": title if known else f"{obj.page.edition} · {title}"}


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


class NeighbourSelect(AutocompleteSelect):
    """The choice as the editor sees it; the form tells it of which edition."""

    url_name = "%s:articles_article_neighbours"
    edition: int | None = None
    article: int | None = None

    def get_url(self) -> str:
        known = {"edition": self.edition, "article": self.article}
        query = "&".join(f"{name}={key}" for name, key in known.items() if key)
        return super().get_url() + (f"?{query}" if query else "")
