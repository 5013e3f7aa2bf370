"""下转 meets 上接: joined when exactly one candidate remains, in any order of arrival."""

from itertools import permutations

import pytest

from articles.continuations import LinkReport, link_continuations
from articles.models import Article, Defect, Edition, Link
from tests.factories import ArticleFactory, EditionFactory, PageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return EditionFactory()


def article_on(edition: Edition, number: str, headline: str, *, to: str = "", back: str = "") -> Article:
    page = edition.pages.filter(number=number).first() or PageFactory(edition=edition, number=number)
    return ArticleFactory(page=page, headline=headline, continues_on=to, continued_from=back)


def link(edition: Edition) -> LinkReport:
    return link_continuations(edition=edition)


def defects(edition: Edition) -> set[str]:
    return set(Defect.objects.filter(page__edition=edition).values_list("code", flat=True))


def test_a_jump_to_a_page_that_is_not_there_waits(edition: Edition) -> None:
    first = article_on(edition, "5", "一条河的五年", to="8")
    assert link(edition).waiting == (first,)
    assert list(Article.objects.waiting()) == [first]


def test_articles_of_other_dates_are_never_joined(edition: Edition) -> None:
    article_on(edition, "5", "一条河的五年", to="8")
    later = article_on(EditionFactory(), "8", "一条河的五年", back="5")
    assert link(edition).linked == 0
    assert link(later.page.edition).linked == 0


def test_a_notice_on_one_side_alone_joins_nothing(edition: Edition) -> None:
    article_on(edition, "5", "一条河的五年", to="8")
    article_on(edition, "8", "一条河的五年")
    assert link(edition).linked == 0


def test_an_article_that_fits_two_others_is_left_for_a_person(edition: Edition) -> None:
    article_on(edition, "5", "一条河的五年", to="8")
    article_on(edition, "5", "一座桥的五年", to="8")
    article_on(edition, "8", "", back="5")
    assert link(edition).linked == 0
    assert defects(edition) == {"jump-doubtful"}


def test_a_jump_to_the_page_itself_is_a_defect(edition: Edition) -> None:
    article_on(edition, "5", "一条河的五年", to="5")
    article_on(edition, "5", "一条河的五年", back="5")
    assert link(edition).linked == 0
    assert defects(edition) == {"jump-to-itself"}


def test_a_circle_is_a_defect_and_joins_nothing(edition: Edition) -> None:
    article_on(edition, "5", "一条河的五年", to="8", back="8")
    article_on(edition, "8", "一条河的五年", to="5", back="5")
    assert link(edition).linked == 0
    assert defects(edition) == {"jump-in-a-circle"}


def test_a_chain_that_runs_into_a_circle_still_has_a_start(edition: Edition) -> None:
    ring = [
        article_on(edition, n, "环线", to=t, back=b)
        for n, t, b in (("1", "2", "3"), ("2", "3", "1"), ("3", "1", "2"))
    ]
    link(edition)
    assert {(a.story_start, a.part) for a in Article.objects.filter(pk__in=[a.pk for a in ring])} == {
        (None, 1)
    }


@pytest.mark.parametrize(
    "second_title",
    ["一条河的五年", "河的五年", "五年治好一条河", "", "新渠通水"],
    ids=["whole", "shortened", "turned round", "none", "a new head"],
)
def test_two_halves_are_joined_whatever_the_second_is_called(edition: Edition, second_title: str) -> None:
    first = article_on(edition, "5", "一条河的五年", to="8")
    second = article_on(edition, "8", second_title, back="5")
    assert link(edition).linked == 1
    second.refresh_from_db()
    assert (second.previous, second.link, second.story_start, second.part) == (first, Link.RULE, first, 2)
    assert not Article.objects.waiting().exists()


def test_titles_tell_two_stories_between_the_same_pages_apart(edition: Edition) -> None:
    river = article_on(edition, "5", "一条河的五年", to="8")
    bridge = article_on(edition, "5", "老桥加固完工通车", to="8")
    river_on = article_on(edition, "8", "河的五年", back="5")
    bridge_on = article_on(edition, "8", "桥面今晨放行", back="5")
    link(edition)
    assert Article.objects.get(pk=river_on.pk).previous == river
    assert Article.objects.get(pk=bridge_on.pk).previous == bridge


def test_a_deck_of_the_title_may_be_the_second_title(edition: Edition) -> None:
    river = article_on(edition, "5", "一条河的五年", to="8")
    article_on(edition, "5", "别的事", to="8")
    Article.objects.filter(pk=river.pk).update(kicker="青石县治水记")
    second = article_on(edition, "8", "青石县治水记", back="5")
    link(edition)
    assert Article.objects.get(pk=second.pk).previous == river


CHAIN = (("1", "5", ""), ("5", "8", "1"), ("8", "", "5"))


@pytest.mark.parametrize("order", list(permutations(CHAIN)))
def test_a_chain_of_three_is_one_story_in_any_order_of_arrival(
    edition: Edition, order: tuple[tuple[str, str, str], ...]
) -> None:
    for number, to, back in order:
        article_on(edition, number, "一条河的五年", to=to, back=back)
        link(edition)
    chain = Article.objects.filter(page__edition=edition).order_by("page__order")
    first = chain[0]
    assert [(a.part, a.story_start, a.previous) for a in chain] == [
        (1, None, None),
        (2, first, chain[0]),
        (3, first, chain[1]),
    ]


def test_linking_again_changes_nothing(edition: Edition) -> None:
    article_on(edition, "5", "一条河的五年", to="8")
    article_on(edition, "8", "一条河的五年", back="5")
    link(edition)
    before = Article.history.count()
    link(edition)
    assert Article.history.count() == before


def test_a_link_by_rule_goes_when_its_notice_goes(edition: Edition) -> None:
    first = article_on(edition, "5", "一条河的五年", to="8")
    second = article_on(edition, "8", "一条河的五年", back="5")
    link(edition)
    Article.objects.filter(pk=first.pk).update(continues_on="7")
    link(edition)
    second.refresh_from_db()
    assert (second.previous, second.link, second.part) == (None, Link.NONE, 1)


def test_a_link_moves_to_the_better_candidate_when_it_arrives(edition: Edition) -> None:
    first = article_on(edition, "5", "一条河的五年", to="8")
    other = article_on(edition, "8", "桥面今晨放行", back="5")
    link(edition)
    better = article_on(edition, "8", "一条河的五年", back="5")
    link(edition)
    assert Article.objects.get(previous=first) == better
    assert Article.objects.get(pk=other.pk).previous is None


def test_what_a_person_linked_or_cut_stays(edition: Edition) -> None:
    first = article_on(edition, "5", "一条河的五年", to="8")
    by_rule = article_on(edition, "8", "一条河的五年", back="5")
    by_hand = article_on(edition, "8", "读者来信")
    Article.objects.filter(pk=by_hand.pk).update(previous=first, link=Link.HAND)
    link(edition)
    assert Article.objects.get(pk=by_rule.pk).previous is None
    assert Article.objects.get(previous=first) == by_hand
    Article.objects.filter(pk=by_hand.pk).update(previous=None, link=Link.CUT)
    Article.objects.filter(pk=by_rule.pk).update(link=Link.CUT)
    assert link(edition).linked == 0


def test_the_number_of_queries_does_not_grow_with_the_articles(
    edition: Edition, django_assert_max_num_queries
) -> None:
    for at in range(20):
        article_on(edition, "5", f"第{at}件事")
    with django_assert_max_num_queries(6):
        link(edition)
