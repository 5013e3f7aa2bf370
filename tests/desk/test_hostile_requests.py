"""Whatever is sent to the desk or to a reader's address, the server answers and does not break."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.test import Client
from django.urls import reverse

from articles.desk.base import ReadOnly
from articles.desk.conflicts import OPENED
from articles.models import Article, Waiver
from tests.desk.forms import address, filled_in
from tests.desk.rows import make_page
from tests.factories import EditionFactory

pytestmark = pytest.mark.django_db

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
CHANGED = [
    model
    for model in MODELS
    if not issubclass(type(admin.site._registry[model]), ReadOnly) and model is not Waiver
]
HUGE = "9" * 30
# what a parameter of an address may be given, beside what it is for; as it stands in an address
ODD = (
    "x",
    "",
    HUGE,
    "-1",
    "%00",
    "a%00b",
    "%ED%A0%80",
    "%F0%9F",
    "(",
    "%27%22%3Cb%3E",
    "1e999",
    "²",
    "2026-02-30",
)
QUERIES = (
    *(f"{name}={value}" for name in ("q", "p", "o") for value in ODD),
    *("e=x", "all=", "_facets=x"),
    *("o=99", "o=1.99", "o=-99.1", "q=" + "桥" * 3000, "q=" + "a " * 800, "p=99999999"),
    *(
        "body__regex=(",
        "headline__regex=(",
        "pk=x",
        "pk__in=x",
        "id__exact=%00",
        f"id__exact={HUGE}",
        f"id={HUGE}",
    ),
    *("nothing=1", "nothing__at__all=%00", "__=1", "page__title=%00", "page__edition__date__year=x"),
    *(
        "_popup=1",
        "_popup=x",
        "_to_field=id",
        "_to_field=password",
        "_to_field=%00",
        "_changelist_filters=%00",
    ),
    *("password__startswith=a", "history__id=1", "page__in=x,y", f"page__id__exact={HUGE}"),
)
DAYS = (
    ("year", ("0", "x", "99999", "%00", HUGE, "-1")),
    ("month", ("0", "13", "x")),
    ("day", ("0", "32", "x")),
)


def lists() -> list[tuple[str, Any]]:
    return [
        (
            reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"),
            admin.site._registry[model],
        )
        for model in MODELS
    ]


def parameters(model_admin: Any) -> Iterator[str]:
    """Every parameter that a list of its own understands, with odd values."""
    names = [
        one.parameter_name if hasattr(one, "parameter_name") else one if isinstance(one, str) else one[0]
        for one in model_admin.list_filter
    ]
    for name in names:
        for value in ODD:
            yield f"{name}={value}"
        yield from (f"{name}__{end}={HUGE}" for end in ("exact", "isnull", "in", "gte", "regex"))
        yield from (f"{name}__{end}=%00&{name}__exact=x" for end in ("in", "isnull"))
    if model_admin.date_hierarchy:
        for part, values in DAYS:
            known = "".join(
                f"&{model_admin.date_hierarchy}__{before}={number}"
                for before, number in (("year", 2026), ("month", 2))
                if before != part and part != "year" and (before, part) != ("month", "month")
            )
            yield from (f"{model_admin.date_hierarchy}__{part}={value}{known}" for value in values)


@pytest.fixture
def article() -> Article:
    return make_page(EditionFactory())


@pytest.fixture
def desk(chief: Client) -> Client:
    chief.raise_request_exception = False
    return chief


def broken(client: Client, addresses: Iterator[str] | list[str]) -> list[str]:
    """Those of the addresses whose answer is an error of the server."""
    return [one for one in addresses if client.get(one).status_code >= 500]


@pytest.mark.parametrize(("url", "model_admin"), lists(), ids=[model._meta.label_lower for model in MODELS])
def test_no_query_breaks_a_list(desk: Client, article: Article, url: str, model_admin: Any) -> None:
    assert broken(desk, [f"{url}?{query}" for query in (*QUERIES, *parameters(model_admin))]) == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label_lower)
def test_no_query_breaks_a_form(desk: Client, article: Article, model: Any) -> None:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    record = model._default_manager.earliest("pk")
    keys = ("x", "0", HUGE, "_00", "%00", "%ED%A0%80", "-1", "_5F", "..")
    views = ("", "change/", "history/", "delete/")
    odd = [f"{reverse(f'{name}_changelist')}{key}/{view}" for key in keys for view in views]
    query = (
        "?_changelist_filters=%00&_popup=x&_to_field=x&page=x&edition=x&previous=x&article=%00&old=x&new=%00"
    )
    own = [reverse(f"{name}_{view}", args=[record.pk]) + query for view in ("change", "history", "delete")]
    initial = [
        f"{reverse(f'{name}_add')}?{field.name}={value}"
        for field in model._meta.fields
        for value in ("x", "%00", HUGE)
    ]
    assert broken(desk, [*odd, *own, *initial]) == []


@pytest.mark.parametrize(
    "query",
    [
        *(f"term={value}" for value in ODD),
        *(f"page={value}" for value in ODD),
        *(f"edition={value}&article={value}" for value in ODD),
        *("field_name=x", "field_name=%00", "model_name=x", "model_name=%00", "app_label=x"),
    ],
)
@pytest.mark.parametrize(
    ("name", "field"), [("articles_article_neighbours", "previous"), ("autocomplete", "page")]
)
def test_no_query_breaks_a_choice(desk: Client, article: Article, name: str, field: str, query: str) -> None:
    known = {"app_label": "articles", "model_name": "article", "field_name": field}
    own = query.partition("=")[0]
    rest = "&".join(f"{key}={value}" for key, value in known.items() if key != own)
    assert broken(desk, [f"{reverse(f'admin:{name}')}?{rest}&{query}"]) == []


CHOSEN = ("x", HUGE, "-1", "\x00", "\ud800")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label_lower)
def test_no_choice_breaks_an_action(desk: Client, article: Article, model: Any) -> None:
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    actions = admin.site._registry[model].get_actions(desk.get("/admin/").wsgi_request)
    for action in (*actions, "nothing", "\x00"):
        for key in CHOSEN:
            for more in (
                {},
                {"confirmed": "yes", "post": "yes", OPENED: key, "seen": key, "at_0": key, "at_1": key},
            ):
                sent = {"action": action, ACTION_CHECKBOX_NAME: key, "index": key} | more
                body = "&".join(
                    f"{name}={quote(value, errors='surrogatepass')}" for name, value in sent.items()
                )
                answer = desk.post(url, body, content_type="application/x-www-form-urlencoded")
                assert answer.status_code < 500, (action, sent)


@pytest.mark.parametrize("model", CHANGED, ids=lambda model: model._meta.label_lower)
@pytest.mark.parametrize("odd", ["x", "", HUGE, "\x00"])
def test_no_form_breaks_by_what_is_typed(desk: Client, article: Article, model: Any, odd: str) -> None:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    url = reverse(f"{name}_change", args=[model._default_manager.earliest("pk").pk])
    opened = filled_in(desk, url)
    for field in [*opened, OPENED, "_popup", "_to_field"]:
        body = "&".join(
            f"{quote(key)}={quote(str(value), errors='surrogatepass')}"
            for key, value in (opened | {field: odd}).items()
        )
        answer = desk.post(url, body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code < 500, field


def test_an_address_with_a_nul_is_refused_in_one_sentence(desk: Client) -> None:
    for url in ("/admin/articles/article/?headline=%00", "/archive/?%00=1", "/authors/%00/"):
        answer = desk.get(url)
        assert answer.status_code == 400, url


def test_a_pattern_is_no_filter(desk: Client) -> None:
    assert desk.get("/admin/articles/article/?body__regex=(").status_code == 400


def test_a_choice_that_is_not_in_the_list_is_told_so(desk: Client, article: Article) -> None:
    answer = desk.post(
        "/admin/articles/article/", {"action": "withdraw", ACTION_CHECKBOX_NAME: "x"}, follow=True
    )
    assert "not in this list" in answer.content.decode()


def test_a_form_from_elsewhere_is_refused_on_a_page_of_the_paper(desk: Client, article: Article) -> None:
    desk.handler.enforce_csrf_checks = True
    for url in (
        "/admin/login/",
        "/admin/articles/article/",
        address(article),
        "/admin/articles/rawpage/import/",
    ):
        answer = desk.post(url, {"headline": "一题"})
        assert answer.status_code == 403, url
        assert "load the page again" in answer.content.decode()


READERS = (
    "/",
    "/archive/",
    "/feed/",
    "/sitemap.xml",
    "/news.xml",
    "/en/archive/",
    "/2026-03-06/",
    "/robots.txt",
)
READERS_QUERIES = (
    "before",
    "after",
    "q",
    "page",
    "year",
    "month",
    "from",
    "to",
    "section",
    "cursor",
    "p",
    "author",
)


@pytest.mark.parametrize("url", READERS)
def test_no_query_breaks_an_address_of_readers(client: Client, article: Article, url: str) -> None:
    client.raise_request_exception = False
    assert broken(client, [f"{url}?{name}={value}" for name in READERS_QUERIES for value in ODD]) == []


@pytest.mark.parametrize("odd", [*(one for one in ODD if one), "9" * 5000, "桥" * 500])
def test_no_name_breaks_an_address_of_readers(client: Client, article: Article, odd: str) -> None:
    client.raise_request_exception = False
    places = (
        "/{}/",
        "/2026-03-06/{}/",
        "/2026-03-06/5/{}/",
        "/authors/{}/",
        "/sections/{}/",
        "/authors/{}/feed/",
    )
    more = (
        "/preview/{}/",
        "/pictures/{}/480.webp",
        "/pictures/1/{}.webp",
        "/sitemap-{}.xml",
        "/archive/?before={}",
    )
    assert broken(client, [place.format(odd) for place in (*places, *more)]) == []
