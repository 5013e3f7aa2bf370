"""A page shows what was printed on it, in the order of print."""

import pytest
from django.test import Client

from articles.models import ContactEntry, Page
from articles.models.body import read_body
from articles.reader.layout import BRIEF, OPENING, Weight, lay_out, opening_of
from tests.factories import (
    ArticleFactory,
    ContactCardFactory,
    ContactEntryFactory,
    EditionFactory,
    PageFactory,
    PhotoFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> Page:
    return PageFactory(number="5", title="法治望川")


def show(client: Client, page: Page, prefix: str = "") -> str:
    answer = client.get(prefix + page.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_photo_without_a_picture_is_its_caption_and_credit(client: Client, page: Page) -> None:
    PhotoFactory(page=page, caption="河上的船。", credit="程渡")
    html = show(client, page)
    assert "<img" not in html
    assert "河上的船。" in html
    assert "程渡" in html


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ContactEntry.Kind.PHONE, "值班电话见通知"),
        (ContactEntry.Kind.PHONE, "0399-0123456;ext=1"),
        (ContactEntry.Kind.PHONE, "12"),
        (ContactEntry.Kind.EMAIL, "fazhi at example.com"),
        (ContactEntry.Kind.WEB, "javascript:alert(1)"),
        (ContactEntry.Kind.ADDRESS, "望川市云湄区桂柏路18号"),
    ],
)
def test_a_value_that_is_not_surely_one_is_no_link(client: Client, page: Page, kind: str, value: str) -> None:
    ArticleFactory(page=page)
    ContactEntryFactory(card=ContactCardFactory(page=page), kind=kind, value=value)
    html = show(client, page)
    assert f"<dd>{value}</dd>" in html


@pytest.mark.parametrize(
    ("kind", "value", "link"),
    [
        (ContactEntry.Kind.PHONE, "0399-0123456", "tel:0399-0123456"),
        (ContactEntry.Kind.PHONE, "10012345678", "tel:10012345678"),
        (ContactEntry.Kind.EMAIL, "fazhi@example.com", "mailto:fazhi@example.com"),
        (ContactEntry.Kind.EMAIL, "a?b@example.com", "mailto:a%3Fb@example.com"),
        (ContactEntry.Kind.WEB, "https://example.com/", "https://example.com/"),
    ],
)
def test_telephone_and_mail_are_links(client: Client, page: Page, kind: str, value: str, link: str) -> None:
    ArticleFactory(page=page)
    ContactEntryFactory(card=ContactCardFactory(page=page), kind=kind, value=value)
    assert f'<a href="{link}">{value}</a>' in show(client, page)


def test_articles_and_photos_stand_in_the_order_of_print(client: Client, page: Page) -> None:
    ArticleFactory(page=page, headline="第三", position=3)
    ArticleFactory(page=page, headline="第一", position=1)
    PhotoFactory(page=page, caption="第二。", position=2)
    html = show(client, page)
    places = [html.index(text) for text in (">第一<", "第二。", ">第三<")]
    assert places == sorted(places)


def test_the_first_story_that_begins_on_a_page_leads_it(page: Page) -> None:
    first = ArticleFactory(page=PageFactory(edition=page.edition))
    ArticleFactory(page=page, position=1, story_start=first, part=2)
    lead = ArticleFactory(page=page, position=2, body="长" * (BRIEF + 1))
    ArticleFactory(page=page, position=3, body="短。")
    pieces = lay_out(page).standing
    assert [piece.weight for piece in pieces] == [Weight.BRIEF, Weight.LEAD, Weight.BRIEF]
    assert pieces[1].article == lead


def test_a_short_text_stands_whole_and_a_long_one_opens(client: Client, page: Page) -> None:
    short = ArticleFactory(page=page, body="开头。\n## 小标题\n结尾。", position=1)
    long = ArticleFactory(page=page, body="开头。\n" + "长" * 500 + "。\n结尾在这里。", position=2)
    html = show(client, page, "/en")
    assert "小标题" in html
    assert "结尾在这里" not in html
    assert html.count("Read all</a>") == 1
    assert short.headline in html
    assert f"Read all of “{long.headline}”" in html


def test_a_paragraph_without_end_is_cut_after_a_sentence() -> None:
    sentences, endless = (opening_of(read_body(text), OPENING) for text in ("水清了。" * 1000, "水" * 1000))
    assert [len(opening) for opening in (sentences, endless)] == [1, 1]
    assert sentences[0].text.endswith("水清了。……")
    assert len(endless[0].text) == OPENING.longest + len("……")


def test_folio_staff_and_neighbours_are_printed(client: Client) -> None:
    edition = EditionFactory(issue_number=9127)
    first, page, last = (
        PageFactory(edition=edition, number=number, title="法治望川") for number in ("2", "10", "A1")
    )
    for one in (first, page, last):
        ArticleFactory(page=one)
    StaffFactory(page=page, role="责编", name="程砚")
    html = show(client, page, "/en")
    assert "No. 9127" in html
    assert "程砚" in html
    assert f'datetime="{edition.date.isoformat()}"' in html
    assert f'rel="prev" href="/en{first.get_absolute_url()}"' in html
    assert f'rel="next" href="/en{last.get_absolute_url()}"' in html


def test_the_language_of_the_print_is_marked(client: Client, page: Page) -> None:
    ArticleFactory(page=page, headline="The bus runs late", body="It runs until midnight.", byline="By Su He")
    ArticleFactory(page=page, headline="夜班车", body="开到零点。")
    html = show(client, page, "/en")
    assert '<html lang="en">' in html
    assert '<hgroup lang="en">' in html
    assert '<hgroup lang="zh-Hans">' in html
    assert '<html lang="zh-hans">' in show(client, page)
