"""A jumped story is read as one, as far as readers may see it."""

import pytest

from articles.models import Article, Link, Status
from articles.story import preview_story, read_public_story
from tests.factories import ArticleFactory, AuthorshipFactory, EditionFactory, PageFactory, PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain() -> list[Article]:
    """Three parts, on pages 1, 5 and 8; the first breaks off in mid-sentence."""
    edition = EditionFactory()
    parts: list[Article] = []
    for number, to, back, body in (
        ("1", "5", "", "渠水一路向东，流到"),
        ("5", "8", "1", "青石县的田里。"),
        ("8", "", "5", "今年的秧插得早。"),
    ):
        before = parts[-1] if parts else None
        parts.append(
            ArticleFactory(
                page=PageFactory(edition=edition, number=number),
                body=body,
                continues_on=to,
                continued_from=back,
                previous=before,
                link=Link.RULE if before else Link.NONE,
                story_start=parts[0] if parts else None,
                part=len(parts) + 1,
            )
        )
    return parts


def labels(article: Article) -> list[str]:
    return [part.article.page.number for part in read_public_story(article).parts]


def withhold(article: Article, status: Status) -> None:
    Article.objects.filter(pk=article.pk).update(status=status)


def test_a_part_that_is_withdrawn_is_not_in_the_story(chain) -> None:
    withhold(chain[1], Status.WITHDRAWN)
    assert labels(chain[0]) == ["1", "8"]


def test_a_gap_in_the_story_is_marked(chain) -> None:
    withhold(chain[1], Status.DRAFT)
    story = read_public_story(chain[0])
    assert [part.missing_before for part in story.parts] == ["", "5"]
    assert not story.parts[1].runs_on


def test_a_story_begins_at_its_first_public_part(chain) -> None:
    withhold(chain[0], Status.WITHDRAWN)
    story = read_public_story(chain[2])
    assert story.first == chain[1]
    assert story.parts[0].missing_before == "1"


def test_a_story_whose_last_part_is_not_there_says_where_it_would_be(chain) -> None:
    withhold(chain[2], Status.DRAFT)
    assert read_public_story(chain[0]).missing_after == "8"
    assert not preview_story(chain[0]).missing_after


def test_a_photo_that_readers_may_not_see_is_not_in_the_story(chain) -> None:
    PhotoFactory(page=chain[0].page, article=chain[0], status=Status.DRAFT)
    assert not read_public_story(chain[0]).parts[0].photos
    assert len(preview_story(chain[0]).parts[0].photos) == 1


@pytest.mark.parametrize("which", [0, 1, 2])
def test_every_part_leads_to_the_whole_story_in_order(chain, which) -> None:
    assert labels(chain[which]) == ["1", "5", "8"]
    assert read_public_story(chain[which]).anchor_of(chain[2]) == "page-8"


def test_a_sentence_runs_on_over_the_turn_of_the_page(chain) -> None:
    assert [part.runs_on for part in read_public_story(chain[0]).parts] == [False, True, False]


def test_two_parts_on_one_page_have_places_of_their_own(chain) -> None:
    Article.objects.filter(pk=chain[2].pk).update(page=chain[0].page, number=9)
    assert [part.anchor for part in read_public_story(chain[0]).parts] == ["page-1", "page-5", "page-1-9"]


def test_the_number_of_queries_does_not_grow_with_the_story(chain, django_assert_num_queries) -> None:
    AuthorshipFactory.create_batch(3, article=chain[0])
    PhotoFactory.create_batch(3, page=chain[0].page, article=chain[0])
    with django_assert_num_queries(5):
        read_public_story(chain[0])
