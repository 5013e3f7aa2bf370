"""A proof is marked when it is printed; later the desk tells what changed since, or between two proofs."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.filing import delete_articles, move_article
from articles.models import Article, Edition, Proof, Status
from articles.proofs import Fate, changes_between, mark_proof
from articles.publishing import publish_records
from tests.desk.forms import address, save
from tests.desk.rows import make_page
from tests.desk.test_history import words
from tests.factories import (
    ArticleFactory,
    AuthorshipFactory,
    ContactEntryFactory,
    EditionFactory,
    PageFactory,
    PhotoFactory,
    StaffFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return EditionFactory()


def draft(edition: Edition, **fields: Any) -> Article:
    page = edition.pages.first() or PageFactory(edition=edition, number="5")
    return ArticleFactory(**{"page": page, "status": Status.DRAFT} | fields)


def proof(edition: Edition) -> Proof:
    return mark_proof(edition=edition, by=UserFactory())


def since(first: Proof) -> list[tuple[str, tuple[Fate, ...]]]:
    return [(one.title, one.fates) for one in changes_between(edition=first.edition, old=first.at)]


# ── What changed ───────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_has_changed_right_after_a_proof(edition: Edition) -> None:
    draft(edition)
    assert since(proof(edition)) == []


def test_new_gone_and_changed_articles_are_told_apart(edition: Edition) -> None:
    gone, changed, _same = (
        draft(edition, headline="撤下的"),
        draft(edition, headline="桥", body="修。"),
        draft(edition),
    )
    first = proof(edition)
    delete_articles(articles=[gone])
    draft(edition, headline="新来的")
    changed.body = "修好。"
    changed.save()
    assert sorted(since(first)) == sorted(
        [
            ("撤下的", (Fate.GONE,)),
            ("桥", (Fate.CHANGED,)),
            ("新来的", (Fate.NEW,)),
        ]
    )


def test_an_article_on_another_page_has_moved(edition: Edition) -> None:
    article = draft(edition, headline="桥")
    other = PageFactory(edition=edition, number="8")
    first = proof(edition)
    move_article(article=article, page=other)
    (moved,) = changes_between(edition=edition, old=first.at)
    assert (moved.fates, moved.page) == ((Fate.MOVED,), "8")
    assert moved.fields[0].rows[0].new_text == str(other)


def test_an_article_in_another_edition_is_gone_from_the_one_and_new_in_the_other(edition: Edition) -> None:
    article = draft(edition, headline="桥")
    later = PageFactory()
    first, other = proof(edition), proof(later.edition)
    move_article(article=article, page=later)
    assert since(first) == [("桥", (Fate.GONE,))]
    assert since(other) == [("桥", (Fate.NEW,))]


def test_what_makes_way_for_a_new_article_has_not_moved(edition: Edition) -> None:
    articles = [draft(edition, position=at) for at in range(3)]
    first = proof(edition)
    for article in articles:
        article.position += 1
        article.save()
    draft(edition, position=0, headline="头条")
    assert since(first) == [("头条", (Fate.NEW,))]


def test_an_article_that_changes_its_place_on_the_page_has_moved(edition: Edition) -> None:
    articles = [draft(edition, position=at, headline=f"第{at}条") for at in range(4)]
    first = proof(edition)
    articles[0].position = 9
    articles[0].save()
    assert since(first) == [("第0条", (Fate.MOVED,))]


def test_photos_cards_staff_and_authors_are_compared_too(edition: Edition) -> None:
    article = draft(edition, headline="桥")
    photo = PhotoFactory(page=article.page, caption="旧图注")
    entry = ContactEntryFactory(card__page=article.page)
    first = proof(edition)
    photo.caption = "新图注"
    photo.save()
    AuthorshipFactory(article=article)
    StaffFactory(page=article.page)
    entry.value = "0399-0123457"
    entry.save()
    for record in (article, article.page, entry.card):
        record.save()
    found = {one.model._meta.model_name: one for one in changes_between(edition=edition, old=first.at)}
    assert set(found) == {"article", "page", "photo", "contactcard"}
    assert all(one.fates == (Fate.CHANGED,) for one in found.values())


def test_publishing_is_no_change_of_the_print(edition: Edition) -> None:
    article = draft(edition)
    first = proof(edition)
    publish_records(records=[article])
    assert since(first) == []


def test_between_two_proofs_only_what_happened_between_them_is_told(edition: Edition) -> None:
    article = draft(edition, headline="一")
    first = proof(edition)
    article.headline = "二"
    article.save()
    second = proof(edition)
    article.headline = "三"
    article.save()
    (between,) = changes_between(edition=edition, old=first.at, new=second.at)
    (row,) = between.fields[0].rows
    assert (row.old_text, row.new_text) == ("一", "二")
    assert (first.number, second.number) == (1, 2)


def test_an_edit_that_was_taken_back_is_no_change(edition: Edition) -> None:
    article = draft(edition, headline="一")
    first = proof(edition)
    for headline in ("二", "一"):
        article.headline = headline
        article.save()
    assert since(first) == []


def test_a_page_with_another_number_has_moved_and_its_articles_have_not(edition: Edition) -> None:
    article = draft(edition)
    first = proof(edition)
    article.page.number = "9"
    article.page.save()
    (moved,) = changes_between(edition=edition, old=first.at)
    assert (moved.model._meta.model_name, moved.fates) == ("page", (Fate.MOVED,))


def test_a_big_edition_asks_as_often_as_a_small_one(chief: Client, edition: Edition) -> None:
    def queries(first: Proof) -> int:
        with CaptureQueriesContext(connection) as captured:
            answer = chief.get(address(edition, "proof_difference"), {"old": first.number})
        assert answer.status_code == 200
        return len(captured)

    def change_all() -> None:
        for article in Article.objects.of_edition(edition):
            article.page = pages[article.pk % 2]
            article.number = article.page.take_article_number()
            article.headline += "改"
            article.save()

    make_page(edition)
    make_page(edition)
    pages = list(edition.pages.all())
    first = proof(edition)
    change_all()
    queries(first)
    few = queries(first)
    for _ in range(8):
        make_page(edition)
    second = proof(edition)
    change_all()
    assert queries(second) == few


# ── At the desk ────────────────────────────────────────────────────────────────────────────────────────────


def test_an_editor_marks_a_proof_and_sees_what_changed_since(chief: Client, edition: Edition) -> None:
    article = draft(edition, headline="一座桥")
    assert address(edition, "proofs") in chief.get(address(edition)).content.decode()
    marked = chief.post(address(edition, "proofs"), {"note": "一校"}, follow=True)
    assert "Proof 1 is marked." in words(marked)
    save(chief, article, {"headline": "一座新桥"})
    answer = chief.get(address(edition, "proof_difference"), {"old": "1", "new": ""})
    assert answer.context["counted"] == "1 changed"
    assert "新" in words(answer)
    assert str(Proof.objects.get().person) == "林一苇"


@pytest.mark.parametrize("query", [{}, {"old": "2", "new": "1"}, {"old": "1", "new": "1"}])
def test_a_choice_that_is_no_pair_of_proofs_leads_back(
    chief: Client, edition: Edition, query: dict[str, str]
) -> None:
    proof(edition)
    proof(edition)
    answer = chief.get(address(edition, "proof_difference"), query, follow=True)
    assert "Choose an older proof and a newer one." in words(answer)


@pytest.mark.parametrize("number", ["7", "x", "-1", "9" * 40])
def test_a_proof_that_there_is_not_is_not_found(chief: Client, edition: Edition, number: str) -> None:
    proof(edition)
    assert chief.get(address(edition, "proof_difference"), {"old": number}).status_code == 404


def test_who_may_only_look_marks_no_proof(editor: Any, edition: Edition) -> None:
    client = editor("view_edition", "view_article")
    assert client.get(address(edition, "proofs")).status_code == 200
    assert client.post(address(edition, "proofs"), {"note": ""}).status_code == 403
    assert not Proof.objects.exists()


def test_the_words_of_articles_are_not_shown_to_who_may_not_see_them(editor: Any, edition: Edition) -> None:
    proof(edition)
    client = editor("view_edition")
    assert client.get(address(edition, "proof_difference"), {"old": "1"}).status_code == 403


def test_a_note_with_hidden_characters_is_refused_in_words(chief: Client, edition: Edition) -> None:
    answer = chief.post(address(edition, "proofs"), {"note": "一校\u202e"})
    assert "invisible characters" in words(answer)
    assert not Proof.objects.exists()
