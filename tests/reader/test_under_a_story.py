"""Under a story: what else its section and its author have, and how it is cited."""

import pytest
from django.test import Client

from articles.models import Article, Status
from tests.factories import ArticleFactory, AuthorFactory, AuthorshipFactory, PageFactory

pytestmark = pytest.mark.django_db


def beside(client: Client, article: Article) -> dict[str, list[Article]]:
    return dict(client.get(article.get_absolute_url()).context["beside"])


def test_the_stories_around_it_in_its_section_stand_under_a_story(client: Client) -> None:
    page = PageFactory(title="民生")
    stories = [ArticleFactory(page=page, position=position) for position in range(9)]
    assert beside(client, stories[4])["民生"] == [*stories[1:4], *stories[5:8]]


def test_a_story_that_readers_may_not_see_stands_under_none(client: Client) -> None:
    shown = ArticleFactory()
    ArticleFactory(page=shown.page, status=Status.DRAFT)
    assert beside(client, shown) == {}


def test_other_stories_by_its_author_stand_under_a_story(client: Client) -> None:
    author = AuthorFactory(name="苏禾")
    first = ArticleFactory(page__title="甲")
    other = ArticleFactory(page__title="乙")
    for article in (first, other):
        AuthorshipFactory(article=article, author=author)
    assert beside(client, first) == {"苏禾": [other]}


def test_a_page_without_a_title_is_no_section(client: Client) -> None:
    first = ArticleFactory(page__title="")
    ArticleFactory(page=first.page)
    assert beside(client, first) == {}


def test_a_story_says_how_it_is_cited(client: Client, settings: object) -> None:
    article = ArticleFactory(headline="三张凳子")
    AuthorshipFactory(article=article, author=AuthorFactory(name="苏禾"))
    day, number = article.page.edition.date.isoformat(), article.page.number
    assert (
        f"苏禾. 三张凳子[N]. 望川日报, {day}({number})."
        in client.get(article.get_absolute_url()).content.decode()
    )
