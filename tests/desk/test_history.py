"""Who changed what, when and how: the versions of a record, any two side by side, an older one restored."""

import re
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.desk.conflicts import OPENED
from articles.importing.forms import ARTICLE
from articles.models import Act, Article, Author, Status, noted_as
from articles.publishing import correct_article
from articles.reviewing import standing, text_digest
from tests.desk.forms import address, do, filled_in, save
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    AuthorshipFactory,
    ContactCardFactory,
    ContactEntryFactory,
    PhotoFactory,
    StaffFactory,
    UserFactory,
    signed,
)

pytestmark = pytest.mark.django_db

HUGE = "9" * 25


@pytest.fixture
def draft() -> Article:
    return ArticleFactory(status=Status.DRAFT, headline="一座桥", body="桥修好了。\n人走过去。")


def words(answer: HttpResponse) -> str:
    """The text of a page as it is read, without its marks."""
    main = answer.content.decode().partition('id="main"')[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main))


def lines(answer: HttpResponse) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(line.who, line.act, tuple(line.changes)) for line in answer.context["lines"]]


def compare(client: Client, record: Any, old: int = 1, new: int = 0) -> HttpResponse:
    """Two versions of a record side by side, counted from the newest."""
    keys = list(record.history.order_by("-history_id").values_list("history_id", flat=True))
    return client.get(address(record, "history_difference"), {"old": keys[old], "new": keys[new]})


def restore_address(record: Any, back: int) -> str:
    version = record.history.order_by("-history_id")[back]
    return reverse(f"admin:articles_{record._meta.model_name}_restore", args=[record.pk, version.history_id])


def restore(client: Client, record: Any, back: int = 1) -> HttpResponse:
    """Ask for an older version to be restored, and confirm it."""
    url = restore_address(record, back)
    asked = client.get(url)
    opened = asked.context.get("opened", "") if asked.context else ""
    return client.post(url, {"confirmed": "yes", OPENED: opened}, follow=True)


# ── The list ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_list_says_who_changed_what_at_the_desk(chief: Client, draft: Article) -> None:
    save(chief, draft, {"headline": "一座新桥"})
    newest, first = lines(chief.get(address(draft, "history")))
    assert newest == ("林一苇", "changed", ("Headline",))
    assert first == ("command line", "created", ())


def test_an_import_a_correction_and_a_publication_are_told_apart(chief: Client, draft: Article) -> None:
    with noted_as(Act.IMPORT):
        draft.save()
    do(chief, "publish_with_photos", draft, reason="试刊")
    draft.refresh_from_db()
    correct_article(
        article=draft,
        digest=text_digest(draft),
        changes={"headline": "两座桥"},
        text="应为两座。",
        by=User.objects.get(),
    )
    acts = [(who, act) for who, act, _changes in lines(chief.get(address(draft, "history")))]
    assert acts[:3] == [("command line", "corrected"), ("林一苇", "published"), ("command line", "imported")]


def test_an_author_who_is_added_stands_in_the_version_of_the_article(chief: Client, draft: Article) -> None:
    author = AuthorFactory(name="程渡")
    save(
        chief,
        draft,
        {
            "authorships-TOTAL_FORMS": "1",
            "authorships-0-author": author.pk,
            "authorships-0-article": draft.pk,
            "authorships-0-role": "记者",
            "authorships-0-position": "0",
        },
    )
    assert draft.authorships.exists()
    assert lines(chief.get(address(draft, "history")))[0] == ("林一苇", "changed", ("Authors",))
    assert "程渡 记者" in words(compare(chief, draft))


def test_authors_that_an_import_writes_stand_in_the_version_that_it_writes(draft: Article) -> None:
    before = draft.history.count()
    ARTICLE.write(draft, {"headline": "一座新桥", "authors": ["苏禾", "程渡"]})
    assert draft.history.count() == before + 1
    assert draft.history.first().rows == [["苏禾", ""], ["程渡", ""]]


def test_an_entry_of_a_card_that_is_changed_stands_in_the_version_of_the_card(chief: Client) -> None:
    card = ContactCardFactory(status=Status.DRAFT)
    ContactEntryFactory(card=card, value="0399-0123456")
    save(chief, card, {"title": card.title})
    save(chief, card, {"entries-0-value": "0399-0123457"})
    assert lines(chief.get(address(card, "history")))[0][2] == ("Entries",)
    assert "0123457" in words(compare(chief, card))


def test_a_save_that_changes_nothing_says_so(chief: Client, draft: Article) -> None:
    save(chief, draft, {})
    answer = chief.get(address(draft, "history"))
    assert lines(answer)[0] == ("林一苇", "changed", ())
    assert "nothing of its own" in words(answer)


def test_the_history_of_an_article_leads_to_those_of_its_photos(chief: Client, draft: Article) -> None:
    photo = PhotoFactory(page=draft.page, article=draft)
    assert address(photo, "history") in chief.get(address(draft, "history")).content.decode()


def test_an_account_that_is_gone_is_not_taken_for_a_command(chief: Client, draft: Article) -> None:
    save(chief, draft, {"headline": "一座新桥"})
    draft.history.update(history_user=None)
    assert lines(chief.get(address(draft, "history")))[0][0] == "an account that is gone"


def test_a_deleted_record_keeps_its_history(chief: Client, draft: Article) -> None:
    url = address(draft, "history")
    draft.delete()
    answer = chief.get(url)
    assert lines(answer)[0][1] == "deleted"
    assert "It is deleted" in words(answer)


def test_a_long_history_comes_in_pages_and_a_choice_goes_along(chief: Client, draft: Article) -> None:
    for number in range(60):
        draft.headline = f"第{number}座桥"
        draft.save()
    newest = draft.history.first().history_id
    second = chief.get(address(draft, "history"), {"page": "2", "new": newest})
    shown = [line.version.history_id for line in second.context["lines"]]
    assert len(shown) == 12
    assert shown[0] == newest
    assert second.content.decode().count("checked") == 1


@pytest.mark.parametrize("page", ["0", "x", "999999999999999999999999"])
def test_a_page_that_there_is_not_is_the_nearest(chief: Client, draft: Article, page: str) -> None:
    assert chief.get(address(draft, "history"), {"page": page, "old": page}).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "article/0/history/",
        "article/x/history/",
        f"article/{HUGE}/history/",
        f"article/{HUGE}/history/difference/?old=1&new=2",
        f"article/{HUGE}/history/{HUGE}/restore/",
        f"article/{HUGE}/bring-back/",
        f"edition/{HUGE}/proofs/",
        f"edition/{HUGE}/proofs/difference/",
        f"edition/{HUGE}/deleted/",
        f"page/{HUGE}/deleted/",
    ],
)
def test_what_there_never_was_is_not_found(chief: Client, address: str) -> None:
    assert chief.get(f"/admin/articles/{address}", follow=True).status_code == 404


def test_what_the_machine_notes_for_itself_is_no_change(chief: Client, draft: Article) -> None:
    draft.story_start, draft.part = None, 3
    draft.save()
    assert lines(chief.get(address(draft, "history")))[0][2] == ()


def test_a_list_of_many_versions_asks_as_often_as_one_of_two(chief: Client, draft: Article) -> None:
    def queries(url: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert chief.get(url).status_code == 200
        return len(captured)

    save(chief, draft, {"headline": "一座新桥"})
    queries(address(draft, "history"))
    few = queries(address(draft, "history"))
    people = [UserFactory() for _ in range(5)]
    for number in range(100):
        draft.headline = f"第{number}座桥"
        draft._history_user = people[number % 5]
        draft.save()
    assert queries(address(draft, "history")) == few


# ── Two versions side by side ──────────────────────────────────────────────────────────────────────────────


def test_the_difference_marks_the_characters_that_went_and_came(chief: Client, draft: Article) -> None:
    save(chief, draft, {"body": "桥修好了。\n人们走过去。"})
    answer = compare(chief, draft)
    (field,) = answer.context["fields"]
    assert field.label == "Text"
    html = answer.content.decode()
    assert re.search(r"<ins>.*们.*</ins>", html)
    assert "[new:" in html  # not by colour alone


def test_the_difference_names_pages_states_and_rows_in_words(chief: Client, draft: Article) -> None:
    old_page = str(draft.page)
    AuthorshipFactory(article=draft, author=AuthorFactory(name="苏禾"), role="摄影")
    draft.page = ArticleFactory().page
    draft.number = 77
    draft.status = Status.PUBLISHED
    draft.save()
    said = words(compare(chief, draft))
    for expected in (old_page, str(draft.page), "draft", "published", "苏禾 摄影", "77"):
        assert expected in said


def test_a_long_run_without_a_change_is_folded(chief: Client, draft: Article) -> None:
    body = [f"第{number}段。" for number in range(30)]
    draft.body = "\n".join(body)
    draft.save()
    body[15] = "另写一段。"
    draft.body = "\n".join(body)
    draft.save()
    said = words(compare(chief, draft))
    assert said.count("paragraphs without a change") == 2


def test_words_that_look_like_markup_are_shown_and_not_run(chief: Client, draft: Article) -> None:
    draft.headline = "<script>alert(1)</script>"
    draft.save()
    assert b"<script>alert" not in compare(chief, draft).content


@pytest.mark.parametrize(
    "query", [{}, {"old": "1"}, {"old": "x", "new": "y"}, {"old": "1", "new": "1"}, {"old": "9" * 30}]
)
def test_a_choice_that_is_no_pair_leads_back_to_the_list(
    chief: Client, draft: Article, query: dict[str, str]
) -> None:
    answer = chief.get(address(draft, "history_difference"), query, follow=True)
    assert "Choose two different versions of the list." in words(answer)


def test_the_versions_of_another_record_are_not_shown(chief: Client, draft: Article) -> None:
    other = ArticleFactory()
    keys = {"old": draft.history.first().history_id, "new": other.history.first().history_id}
    assert chief.get(address(draft, "history_difference"), keys).status_code == 302


# ── Restoring ──────────────────────────────────────────────────────────────────────────────────────────────


def test_an_older_version_is_restored_as_a_new_one(chief: Client, draft: Article) -> None:
    save(chief, draft, {"headline": "一座新桥", "body": "全改了。"})
    before = draft.history.count()
    answer = restore(chief, draft)
    draft.refresh_from_db()
    assert (draft.headline, draft.body) == ("一座桥", "桥修好了。\n人走过去。")
    assert answer.redirect_chain == [(address(draft, "history"), 302)]
    assert lines(answer)[0] == ("林一苇", "older version restored", ("Headline", "Text"))
    assert draft.history.count() == before + 1
    assert draft.history.filter(headline="一座新桥").exists()  # nothing of the newer is lost


def test_restoring_asks_first(chief: Client, draft: Article) -> None:
    save(chief, draft, {"headline": "一座新桥"})
    asked = chief.get(restore_address(draft, 1))
    draft.refresh_from_db()
    assert draft.headline == "一座新桥"
    assert "Headline" in words(asked)


def test_restoring_brings_back_authors_with_their_roles(chief: Client, draft: Article) -> None:
    AuthorshipFactory(article=draft, author=AuthorFactory(name="苏禾"), role="摄影")
    save(chief, draft, {"headline": "一座桥修好"})
    save(chief, draft, {"authorships-0-DELETE": "on"})
    assert not draft.authorships.exists()
    restore(chief, draft)
    assert list(draft.authorships.values_list("author__name", "role")) == [("苏禾", "摄影")]
    assert draft.history.first().rows == [["苏禾", "摄影"]]


def test_restoring_brings_back_the_staff_of_a_page_and_the_entries_of_a_card(chief: Client) -> None:
    staff, entry = StaffFactory(), ContactEntryFactory(card__status=Status.DRAFT)
    for record, rows in ((staff.page, "staff"), (entry.card, "entries")):
        save(chief, record, {"title": "有行的"})
        save(chief, record, {f"{rows}-0-DELETE": "on"})
        assert not getattr(record, rows).exists()
        restore(chief, record)
        assert getattr(record, rows).count() == 1


def test_restoring_a_photo_brings_back_its_picture(chief: Client) -> None:
    photo = PhotoFactory(status=Status.DRAFT, picture="photos/old.jpg")
    photo.picture = "photos/new.jpg"
    photo.save()
    restore(chief, photo)
    photo.refresh_from_db()
    assert photo.picture.name == "photos/old.jpg"


def test_restoring_leaves_the_place_and_the_state_as_they_are(chief: Client, draft: Article) -> None:
    page = ArticleFactory(page__edition=draft.page.edition).page
    draft.page, draft.number, draft.headline = page, 9, "搬走的桥"
    draft.save()
    restore(chief, draft)
    draft.refresh_from_db()
    assert (draft.page, draft.number, draft.headline) == (page, 9, "一座桥")


def test_signatures_lapse_when_an_older_version_is_restored(chief: Client, draft: Article) -> None:
    draft.headline = "一座新桥"
    draft.save()
    signed(draft)
    assert "Signatures on the present text lapse." in words(chief.get(restore_address(draft, 1)))
    restore(chief, draft)
    draft.refresh_from_db()
    assert draft.signed_stage == 0
    assert not standing(draft).signatures


def test_signatures_lapse_when_an_older_caption_is_restored(chief: Client, draft: Article) -> None:
    photo = PhotoFactory(status=Status.DRAFT, page=draft.page, article=draft)
    photo.caption = "新图注"
    photo.save()
    signed(draft)
    restore(chief, photo)
    draft.refresh_from_db()
    assert draft.signed_stage == 0


def test_published_words_are_not_restored_and_the_way_out_is_said(chief: Client, draft: Article) -> None:
    draft.headline, draft.status = "一座新桥", Status.PUBLISHED
    draft.save()
    answer = restore(chief, draft)
    draft.refresh_from_db()
    assert draft.headline == "一座新桥"
    assert "change by a correction" in words(chief.get(restore_address(draft, 1), follow=True))
    assert "change by a correction" in words(compare(chief, draft))
    assert answer.status_code == 200


def test_the_caption_of_a_published_article_is_not_restored(chief: Client) -> None:
    article = ArticleFactory()
    photo = PhotoFactory(status=Status.DRAFT, page=article.page, article=article, caption="旧图注")
    photo.caption = "新图注"
    photo.save()
    restore(chief, photo)
    photo.refresh_from_db()
    assert photo.caption == "新图注"


def test_a_version_is_not_restored_over_what_came_since_the_question(chief: Client, draft: Article) -> None:
    save(chief, draft, {"headline": "一座新桥"})
    url = restore_address(draft, 1)
    opened = chief.get(url).context["opened"]
    Article.objects.get(pk=draft.pk).save()
    answer = chief.post(url, {"confirmed": "yes", OPENED: opened})
    draft.refresh_from_db()
    assert draft.headline == "一座新桥"
    assert "Look again" in words(answer)


def test_the_same_words_are_not_restored_again(chief: Client, draft: Article) -> None:
    save(chief, draft, {})
    before = draft.history.count()
    assert "these words already" in words(restore(chief, draft))
    assert draft.history.count() == before


# ── Who may ────────────────────────────────────────────────────────────────────────────────────────────────


def test_who_may_only_look_sees_the_history_and_restores_nothing(editor: Any, draft: Article) -> None:
    draft.headline = "一座新桥"
    draft.save()
    client = editor("view_article")
    assert client.get(address(draft, "history")).status_code == 200
    assert "restore/" not in compare(client, draft).content.decode()
    assert client.get(restore_address(draft, 1)).status_code == 403
    assert client.post(restore_address(draft, 1), {"confirmed": "yes"}).status_code == 403


@pytest.mark.parametrize("view", ["history", "history_difference"])
def test_the_history_of_what_one_may_not_see_is_closed(editor: Any, draft: Article, view: str) -> None:
    assert editor("view_photo").get(address(draft, view)).status_code == 403


def test_nobody_edits_a_version_at_the_desk() -> None:
    versions = {model for model in admin.site._registry if model._meta.model_name.startswith("historical")}
    assert versions == set()


def test_a_version_has_no_page_of_its_own_that_could_be_saved(chief: Client, draft: Article) -> None:
    version = draft.history.first().history_id
    assert chief.get(f"{address(draft, 'history')}{version}/").status_code in {302, 404}
    assert chief.post(address(draft, "history"), {"headline": "x"}).status_code in {200, 405}
    assert chief.get(f"/admin/articles/historicalarticle/{version}/change/").status_code == 404
    draft.refresh_from_db()
    assert draft.headline == "一座桥"


def test_an_author_who_is_renamed_has_a_history(chief: Client) -> None:
    author: Author = AuthorFactory(name="苏禾")
    filled = filled_in(chief, address(author))
    chief.post(address(author), filled | {"name": "苏荷"})
    assert lines(chief.get(address(author, "history")))[0] == ("林一苇", "changed", ("Name",))
