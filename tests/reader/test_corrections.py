"""What was corrected is said at the story, with its date, and nowhere hidden."""

import pytest
from django.test import Client

from articles.models import Status
from articles.publishing import correct_article
from articles.reviewing import text_digest
from tests.factories import ArticleFactory, PageFactory, UserFactory

pytestmark = pytest.mark.django_db


def correct(article, text: str) -> None:
    correct_article(
        article=article,
        digest=text_digest(article),
        changes={"byline": "望川日报讯（记者 程渡）"},
        text=text,
        by=UserFactory(),
    )


def test_a_correction_stands_at_the_story(client: Client) -> None:
    article = ArticleFactory()
    correct(article, "本文记者应为程渡。")
    words = client.get(article.get_absolute_url()).content.decode()
    assert "本文记者应为程渡。" in words
    assert "望川日报讯（记者 程渡）" in words


def test_a_correction_of_a_later_part_stands_at_the_whole_story(client: Client) -> None:
    first = ArticleFactory()
    later = ArticleFactory(
        page=PageFactory(edition=first.page.edition), previous=first, link="hand", story_start=first, part=2
    )
    correct(later, "第八版的数字应为三百。")
    assert "第八版的数字应为三百。" in client.get(first.get_absolute_url()).content.decode()


def test_a_correction_is_gone_with_the_article(client: Client) -> None:
    article = ArticleFactory()
    correct(article, "本文记者应为程渡。")
    article.status = Status.WITHDRAWN
    article.save()
    assert "本文记者应为程渡。" not in client.get(article.get_absolute_url()).content.decode()
