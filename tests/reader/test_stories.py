"""A jumped story is one story at one address, with links both ways and its gaps in sight."""

import pytest
from django.test import Client

from articles.continuations import link_continuations
from articles.models import Article, Edition
from articles.publishing import withdraw_article
from tests.factories import ArticleFactory, EditionFactory, PageFactory, PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return EditionFactory()


def part(
    edition: Edition, number: str, body: str, *, to: str = "", back: str = "", headline: str = "一条河"
) -> Article:
    page = edition.pages.filter(number=number).first() or PageFactory(edition=edition, number=number)
    return ArticleFactory(page=page, headline=headline, body=body, continues_on=to, continued_from=back)


@pytest.fixture
def chain(edition: Edition) -> list[Article]:
    """A story on pages 1, 5 and 8 that turns to page 8 in mid-sentence."""
    parts = [
        part(edition, "1", "水是清的。", to="5"),
        part(edition, "5", "岸上有人，把船", to="8", back="1"),
        part(edition, "8", "推了下去。", back="5"),
    ]
    link_continuations(edition=edition)
    return list(Article.objects.filter(pk__in=[one.pk for one in parts]).order_by("part"))


def read(client: Client, article: Article, prefix: str = "") -> str:
    answer = client.get(prefix + article.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_jump_to_a_page_that_has_not_come_is_in_sight(client: Client, edition: Edition) -> None:
    waiting = part(edition, "5", "水是清的。", to="8")
    for address in (waiting.get_absolute_url(), waiting.page.get_absolute_url()):
        assert "Continues on page 8, not online yet" in client.get(f"/en{address}").content.decode()


def test_a_beginning_that_has_not_come_is_in_sight(client: Client, edition: Edition) -> None:
    waiting = part(edition, "8", "水是清的。", back="5")
    for address in (waiting.get_absolute_url(), waiting.page.get_absolute_url()):
        assert "Continued from page 5, not online yet" in client.get(f"/en{address}").content.decode()


def test_a_withdrawn_part_leaves_a_gap_that_is_marked(client: Client, chain: list[Article]) -> None:
    withdraw_article(article=chain[1])
    html = read(client, chain[0], "/en")
    assert "岸上有人" not in html
    assert "推了下去。" in html
    assert "Continued from page 5, not online yet" in html


def test_a_story_begins_at_its_first_public_part(client: Client, chain: list[Article]) -> None:
    withdraw_article(article=chain[0])
    assert client.get(chain[0].get_absolute_url()).status_code == 410
    assert "推了下去。" in read(client, chain[1])
    assert (
        client.get(chain[2].get_absolute_url()).headers["Location"] == f"{chain[1].get_absolute_url()}#page-8"
    )


def test_the_pages_of_a_story_without_its_beginning_are_there(client: Client, chain: list[Article]) -> None:
    Article.objects.filter(pk=chain[2].pk).update(continued_from="")
    withdraw_article(article=chain[0])
    for address in (
        "/en/",
        f"/en{chain[1].page.get_absolute_url()}",
        f"/en{chain[2].page.get_absolute_url()}",
    ):
        assert client.get(address).status_code == 200
    assert "Continued from page 5" in client.get(f"/en{chain[2].page.get_absolute_url()}").content.decode()
    assert "From page 5:" in client.get("/en/").content.decode()


def test_a_later_part_leads_to_its_place_in_the_whole(client: Client, chain: list[Article]) -> None:
    answer = client.get(f"/en{chain[2].get_absolute_url()}")
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        f"/en{chain[0].get_absolute_url()}#page-8",
    )


def test_the_whole_story_is_at_one_address_in_order(client: Client, chain: list[Article]) -> None:
    html = read(client, chain[0])
    places = [html.index(text) for text in ("水是清的。", "岸上有人", "推了下去。")]
    assert places == sorted(places)
    assert html.count("<h1") == 1


def test_where_the_page_turns_both_pages_are_linked(client: Client, chain: list[Article]) -> None:
    html = read(client, chain[0], "/en")
    turn = html[html.index('id="page-5"') :]
    turn = turn[: turn.index("岸上有人")]
    assert f'href="/en{chain[0].page.get_absolute_url()}"' in turn
    assert f'href="/en{chain[1].page.get_absolute_url()}"' in turn
    assert "Continues on page 5" in turn


def test_a_sentence_that_runs_over_the_turn_reads_on(client: Client, chain: list[Article]) -> None:
    html = read(client, chain[0])
    assert '<section id="page-8" class="runs-on">' in html
    assert '<section id="page-5">' in html


def test_the_page_of_each_part_links_to_the_others(client: Client, chain: list[Article]) -> None:
    html = client.get(f"/en{chain[1].page.get_absolute_url()}").content.decode()
    assert "Continued from page 1" in html
    assert f'href="/en{chain[2].get_absolute_url()}"' in html
    assert "Continues on page 8" in html
    assert "not online" not in html


def test_the_front_gives_a_story_once_and_its_later_parts_as_such(
    client: Client, chain: list[Article]
) -> None:
    html = client.get("/en/").content.decode()
    assert "From page 1:" in html
    assert html.count(f'href="/en{chain[0].get_absolute_url()}"') == 1


def test_a_later_part_without_a_title_has_that_of_its_story(client: Client, edition: Edition) -> None:
    part(edition, "1", "水是清的。", to="5")
    later = part(edition, "5", "岸上有人。", back="1", headline="")
    link_continuations(edition=edition)
    assert "一条河" in client.get(later.page.get_absolute_url()).content.decode()


def test_a_story_says_where_it_was_printed_and_what_stands_beside_it(
    client: Client, edition: Edition
) -> None:
    first, second, third = (part(edition, "5", "水是清的。", headline=title) for title in ("甲", "乙", "丙"))
    html = read(client, second, "/en")
    assert f'rel="prev" href="/en{first.get_absolute_url()}"' in html
    assert f'rel="next" href="/en{third.get_absolute_url()}"' in html
    assert f'href="/en{second.page.get_absolute_url()}"' in html
    assert "6 March 2026" in html or edition.date.strftime("%B %Y") in html


def test_subheads_have_places_of_their_own_and_photos_their_credit(client: Client, edition: Edition) -> None:
    article = part(edition, "5", "水是清的。\n## 一条河\n岸上有人。")
    PhotoFactory(page=article.page, article=article, caption="河上的船。", credit="程渡")
    html = read(client, article, "/en")
    assert '<h2 id="page-5-2">一条河</h2>' in html
    assert "河上的船。" in html
    assert "Photo: 程渡" in html
    assert "<img" not in html
