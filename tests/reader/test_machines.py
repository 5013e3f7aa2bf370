"""What machines read: feeds, sitemaps, linked data. Exactly what readers may see, each story once and whole."""

import json
import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Edition, Page, Status
from articles.previews import make_preview_link, preview_key
from articles.publishing import correct_article
from articles.reviewing import text_digest
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    AuthorshipFactory,
    EditionFactory,
    PageFactory,
    PhotoFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture
def story() -> Article:
    """A story of two parts, with an author."""
    first = ArticleFactory(headline="三张凳子", body="村口有人。\n话说到一半，", continues_on="8")
    ArticleFactory(
        page=PageFactory(edition=first.page.edition, number="8", title="综合"),
        headline="凳子",
        body="另一半在这里。",
        previous=first,
        link="hand",
        story_start=first,
        part=2,
    )
    AuthorshipFactory(article=first, author=AuthorFactory(name="苏禾"))
    return first


def hidden() -> list[Article]:
    """A draft, a withdrawn article, one whose time has not come, one of an edition whose time has not come."""
    author = AuthorFactory(name="程渡")
    tomorrow = timezone.now() + timedelta(days=1)
    articles = [
        ArticleFactory(headline="CANARY-draft", status=Status.DRAFT),
        ArticleFactory(headline="CANARY-withdrawn", status=Status.WITHDRAWN),
        ArticleFactory(headline="CANARY-later", public_from=tomorrow),
        ArticleFactory(
            headline="CANARY-edition", page__edition__public_from=tomorrow, page__title="CANARY-page"
        ),
    ]
    for article in articles:
        AuthorshipFactory(article=article, author=author)
    return articles


def entries(client: Client, address: str) -> list[Any]:
    read = feedparser.parse(client.get(address).content)
    assert not read.bozo, read.get("bozo_exception")
    return list(read.entries)


@pytest.mark.parametrize(
    "address", ["/feed/", "/authors/苏禾/feed/", "/sections/法治望川/feed/", "/en/feed/"]
)
def test_a_feed_has_each_story_once_and_whole(client: Client, story: Article, address: str) -> None:
    (entry,) = entries(client, address)
    assert entry.title == "三张凳子"
    assert urlsplit(entry.link).path.removeprefix("/en") == story.get_absolute_url()
    assert "村口有人。" in entry.content[0].value
    assert "另一半在这里。" in entry.content[0].value


@pytest.mark.parametrize(
    "address",
    [
        "/feed/",
        "/sitemap-stories.xml",
        "/sitemap-pages.xml",
        "/sitemap-editions.xml",
        "/news.xml",
        "/sitemap.xml",
    ],
)
def test_machines_see_nothing_that_readers_may_not(client: Client, story: Article, address: str) -> None:
    articles = hidden()
    answer = client.get(address).content.decode()
    assert "CANARY" not in answer
    assert all(article.get_absolute_url() not in answer for article in articles)


@pytest.mark.parametrize(
    "address", ["/authors/程渡/", "/authors/程渡/feed/", "/sections/CANARY-page/", "/authors/无人/"]
)
def test_what_has_nothing_public_under_it_does_not_exist(client: Client, address: str) -> None:
    hidden()
    assert client.get(address).status_code == 404


def test_the_sitemap_has_exactly_the_public_addresses(client: Client, story: Article) -> None:
    hidden()
    found = set()
    for one in ("editions", "pages", "stories"):
        tree = ElementTree.fromstring(client.get(f"/sitemap-{one}.xml").content)
        found |= {urlsplit(node.text or "").path for node in tree.iter(LOC)}
    rows = [
        *Edition.objects.public(),
        *Page.objects.public().filter(edition__in=Edition.objects.public()),
        story,
    ]
    addresses = {row.get_absolute_url() for row in rows}
    assert found == addresses | {f"/en{address}" for address in addresses}
    assert {client.get(address).status_code for address in found} == {200}


def test_the_news_sitemap_has_the_last_two_days(client: Client, story: Article) -> None:
    old = timezone.now() - timedelta(days=3)
    ArticleFactory(headline="旧闻", page__edition=EditionFactory(public_from=old, date=old.date()))
    answer = client.get("/news.xml").content.decode()
    assert "三张凳子" in answer
    assert "旧闻" not in answer
    ElementTree.fromstring(answer)


def linked_data(client: Client, article: Article) -> dict[str, Any]:
    html = client.get(article.get_absolute_url()).content.decode()
    (block,) = re.findall(r'<script type="application/ld\+json">([^<]*)</script>', html)
    data: dict[str, Any] = json.loads(block)
    return data


def test_a_story_tells_machines_its_print_and_its_whole_text(client: Client, story: Article) -> None:
    data = linked_data(client, story)
    assert data["@type"] == "NewsArticle"
    assert data["printPage"] == f"{story.page.number}, 8"
    assert data["articleBody"].endswith("另一半在这里。")
    assert data["author"] == [{"@type": "Person", "name": "苏禾", "url": data["author"][0]["url"]}]
    assert "correction" not in data


def test_a_correction_is_told_to_machines_too(client: Client, story: Article) -> None:
    before = entries(client, "/feed/")[0].updated
    correct_article(
        article=story,
        digest=text_digest(story),
        changes={"headline": "四张凳子"},
        text="应为四张。",
        by=UserFactory(),
    )
    data = linked_data(client, story)
    assert data["correction"][0]["text"] == "应为四张。"
    assert data["headline"] == "四张凳子"
    (entry,) = entries(client, "/feed/")
    assert entry.title == "四张凳子"
    assert "应为四张。" in entry.content[0].value
    assert entry.updated >= before


def test_no_text_ends_the_linked_data(client: Client) -> None:
    article = ArticleFactory(headline="</script><script>alert(1)</script>", body="a & b < c --> ]]>")
    assert linked_data(client, article)["headline"] == "</script><script>alert(1)</script>"


def test_a_feed_holds_any_text(client: Client) -> None:
    ArticleFactory(headline="]]> <b>&amp;</b>", body="</content> & ]]> <script>x</script>")
    (entry,) = entries(client, "/feed/")
    assert "<script>" not in entry.content[0].value


def test_each_author_of_the_byline_leads_to_what_else_they_wrote(client: Client, story: Article) -> None:
    html = client.get(story.get_absolute_url()).content.decode()
    assert re.search(r'<a rel="author" href="/authors/%E8%8B%8F%E7%A6%BE/">苏禾</a>', html)
    assert "三张凳子" in client.get("/authors/苏禾/").content.decode()


def test_a_padded_name_in_a_byline_is_the_author(client: Client) -> None:
    article = ArticleFactory(byline="□ 本报记者 张　晓")
    AuthorshipFactory(article=article, author=AuthorFactory(name="张晓"))
    assert ">张　晓</a>" in client.get(article.get_absolute_url()).content.decode()


def test_long_rows_are_leafed_through_by_key_and_miss_nothing(client: Client) -> None:
    page = PageFactory(title="民生")
    for position in range(65):
        ArticleFactory(page=page, position=position // 2)
    seen: list[Article] = []
    leaf = client.get("/sections/民生/").context["leaf"]
    while True:
        seen += leaf.stories
        if leaf.last is None:
            break
        leaf = client.get("/sections/民生/", {"after": str(leaf.last)}).context["leaf"]
    assert len(seen) == len(set(seen)) == 65


@pytest.mark.parametrize(
    "after", ["x", "2026-03-06", "2026-02-30.1.1.1", "2026-03-06.1.1.9999999999", "١.1.1.1"]
)
def test_a_place_that_is_none_shows_the_first_leaf(client: Client, story: Article, after: str) -> None:
    assert client.get("/sections/法治望川/", {"after": after}).context["leaf"].stories == [story]


def test_every_page_names_its_one_address_and_its_translation(client: Client, story: Article) -> None:
    html = client.get(f"/en{story.get_absolute_url()}").content.decode()
    assert f'<link rel="canonical" href="http://testserver/en{story.get_absolute_url()}">' in html
    assert f'hreflang="zh-hans" href="http://testserver{story.get_absolute_url()}"' in html


def test_a_preview_tells_machines_nothing(client: Client, story: Article) -> None:
    link = make_preview_link(article=story, by=UserFactory(), valid_for=timedelta(days=1))
    html = client.get(reverse("reader:preview", args=[preview_key(link)])).content.decode()
    assert "ld+json" not in html
    assert "og:title" not in html


def test_the_feed_costs_the_same_for_many_stories(client: Client, django_assert_max_num_queries: Any) -> None:
    for _ in range(2):
        PhotoFactory(article=ArticleFactory())
    with django_assert_max_num_queries(30) as few:
        client.get("/feed/")
    for _ in range(20):
        PhotoFactory(article=ArticleFactory())
    with django_assert_max_num_queries(len(few)):
        client.get("/feed/")


def test_the_manifest_names_the_paper(client: Client, settings: Any) -> None:
    answer = client.get("/manifest.webmanifest")
    assert answer["Content-Type"].startswith("application/manifest+json")
    assert answer.json()["name"] == settings.SITE_NAME


@pytest.mark.parametrize("address", ["/archive/", "/sections/法治望川/", "/"])
def test_a_character_that_no_text_holds_is_no_question(client: Client, story: Article, address: str) -> None:
    assert client.get(address, {"after": "\0"}).status_code == 400
