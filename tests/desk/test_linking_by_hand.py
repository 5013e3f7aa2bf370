"""An editor joins and cuts jumps; what was done by hand stays."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from articles.continuations import (
    LinkRefused,
    cut_by_hand,
    link_by_hand,
    link_by_rule,
    link_continuations,
)
from articles.models import Article, Link, Page
from tests.desk.forms import address, errors, filled_in, save
from tests.factories import ArticleFactory, EditionFactory, PageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages() -> dict[str, Page]:
    edition = EditionFactory()
    return {number: PageFactory(edition=edition, number=number) for number in ("5", "6", "8")}


def test_nothing_continues_itself(pages: dict[str, Page]) -> None:
    article = ArticleFactory(page=pages["5"])
    with pytest.raises(LinkRefused):
        link_by_hand(article=article, previous=article)


def test_a_story_does_not_jump_to_another_date(pages: dict[str, Page]) -> None:
    article, other = ArticleFactory(page=pages["5"]), ArticleFactory()
    with pytest.raises(LinkRefused):
        link_by_hand(article=article, previous=other)


def test_an_article_is_continued_by_one_other_at_most(pages: dict[str, Page]) -> None:
    first, second, third = (ArticleFactory(page=page) for page in pages.values())
    link_by_hand(article=second, previous=first)
    with pytest.raises(LinkRefused):
        link_by_hand(article=third, previous=first)


def test_a_circle_over_three_pages_is_refused(pages: dict[str, Page]) -> None:
    first, second, third = (ArticleFactory(page=page) for page in pages.values())
    link_by_hand(article=second, previous=first)
    link_by_hand(article=third, previous=second)
    with pytest.raises(LinkRefused):
        link_by_hand(article=first, previous=third)


def test_a_link_by_hand_survives_the_rule(pages: dict[str, Page]) -> None:
    first = ArticleFactory(page=pages["5"], continues_on="8")
    second = ArticleFactory(page=pages["8"])
    link_by_hand(article=second, previous=first)
    link_continuations(edition=first.page.edition)
    second.refresh_from_db()
    assert (second.previous, second.link, second.story_start, second.part) == (first, Link.HAND, first, 2)


def test_a_cut_by_hand_survives_the_rule(pages: dict[str, Page]) -> None:
    first, second = jumping(pages)
    cut_by_hand(article=second)
    link_continuations(edition=first.page.edition)
    second.refresh_from_db()
    assert (second.previous, second.link, second.part) == (None, Link.CUT, 1)


def test_the_rule_decides_again_when_asked(pages: dict[str, Page]) -> None:
    first, second = jumping(pages)
    cut_by_hand(article=second)
    link_by_rule(article=second)
    assert (second.previous, second.link) == (first, Link.RULE)


def test_choosing_an_article_in_the_form_links_by_hand(chief: Client, pages: dict[str, Page]) -> None:
    first, second = ArticleFactory(page=pages["5"]), ArticleFactory(page=pages["8"])
    assert save(chief, second, {"previous": first.pk}).status_code == 302
    second.refresh_from_db()
    assert (second.previous, second.link, second.part) == (first, Link.HAND, 2)


def test_emptying_the_choice_in_the_form_cuts(chief: Client, pages: dict[str, Page]) -> None:
    _, second = jumping(pages)
    assert save(chief, second, {"previous": ""}).status_code == 302
    second.refresh_from_db()
    assert (second.previous, second.link) == (None, Link.CUT)


def test_the_form_offers_the_way_back_to_the_rule(chief: Client, pages: dict[str, Page]) -> None:
    first, second = jumping(pages)
    cut_by_hand(article=second)
    assert save(chief, second, {"by_rule": "on"}).status_code == 302
    second.refresh_from_db()
    assert (second.previous, second.link) == (first, Link.RULE)


def test_an_untouched_link_stays_one_of_the_rule(chief: Client, pages: dict[str, Page]) -> None:
    first, second = jumping(pages)
    assert save(chief, second, {"headline": "一座桥的三十年"}).status_code == 302
    second.refresh_from_db()
    assert (second.previous, second.link) == (first, Link.RULE)


def test_a_corrected_notice_joins_the_story_at_once(chief: Client, pages: dict[str, Page]) -> None:
    first = ArticleFactory(page=pages["5"], headline="一座桥的三十年", continues_on="6")
    second = ArticleFactory(page=pages["8"], headline="一座桥的三十年", continued_from="5")
    assert save(chief, first, {"continues_on": "08"}).status_code == 302
    second.refresh_from_db()
    assert second.previous == first


def test_a_circle_is_refused_at_the_field_with_a_sentence(chief: Client, pages: dict[str, Page]) -> None:
    first, second = ArticleFactory(page=pages["5"]), ArticleFactory(page=pages["8"])
    link_by_hand(article=second, previous=first)
    answer = save(chief, first, {"previous": second.pk})
    assert answer.status_code == 200
    assert errors(answer, "previous") == [
        f"“{second}” itself continues this article, so the story would go round in a circle."
    ]


def test_a_continued_article_is_refused_at_the_field_with_a_sentence(
    chief: Client, pages: dict[str, Page]
) -> None:
    first, second, third = (ArticleFactory(page=page) for page in pages.values())
    link_by_hand(article=second, previous=first)
    answer = save(chief, third, {"previous": first.pk})
    assert errors(answer, "previous") == [
        f"“{first}” is already continued on page 6. Unlink that part first."
    ]


def test_an_article_of_another_date_is_refused_at_the_field(chief: Client, pages: dict[str, Page]) -> None:
    article, other = ArticleFactory(page=pages["5"]), ArticleFactory()
    assert len(errors(save(chief, article, {"previous": other.pk}), "previous")) == 1


def test_a_new_article_can_be_linked_at_once(chief: Client, pages: dict[str, Page]) -> None:
    first = ArticleFactory(page=pages["5"])
    url = "/admin/articles/article/add/"
    new = {"page": pages["8"].pk, "position": 1, "headline": "一座桥", "previous": first.pk}
    assert chief.post(url, filled_in(chief, url) | new).status_code == 302
    assert Article.objects.get(headline="一座桥").story_start == first


def test_a_new_article_without_a_page_is_asked_for_one(chief: Client, pages: dict[str, Page]) -> None:
    first = ArticleFactory(page=pages["5"])
    url = "/admin/articles/article/add/"
    answer = chief.post(url, filled_in(chief, url) | {"headline": "一座桥", "previous": first.pk})
    assert "page" in answer.context["adminform"].form.errors


def test_the_search_offers_articles_of_the_same_date_only(chief: Client, pages: dict[str, Page]) -> None:
    article, near, far = ArticleFactory(page=pages["5"]), ArticleFactory(page=pages["8"]), ArticleFactory()
    widget = chief.get(address(article)).context["adminform"].form.fields["previous"].widget.widget
    query = urlencode(
        {"app_label": "articles", "model_name": "article", "field_name": "previous", "term": ""}
    )
    found = chief.get(f"{widget.get_url()}&{query}").json()["results"]
    assert [one["text"] for one in found] == [f"8 · {near}"]
    assert far.pk not in {int(one["id"]) for one in found}


@pytest.mark.parametrize("edition", ["²", "-1", "9" * 40, "x"])
def test_a_search_for_an_edition_that_cannot_be_is_harmless(chief: Client, edition: Any) -> None:
    query = {"app_label": "articles", "model_name": "article", "field_name": "previous", "edition": edition}
    assert chief.get("/admin/articles/article/neighbours/", query).status_code == 200


def jumping(pages: dict[str, Page]) -> tuple[Article, Article]:
    first = ArticleFactory(page=pages["5"], headline="一座桥的三十年", continues_on="8")
    second = ArticleFactory(page=pages["8"], headline="一座桥的三十年", continued_from="5")
    link_continuations(edition=first.page.edition)
    second.refresh_from_db()
    assert second.link == Link.RULE
    return first, second
