"""Two editors at one record: who saves second loses nothing and overwrites nothing unseen."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from articles.desk.conflicts import OPENED
from articles.models import Article, Presence, Status
from articles.models.presence import HOLDS
from tests.desk.forms import address, ask, changelist, do, filled_in, save
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    AuthorshipFactory,
    ContactEntryFactory,
    EditionFactory,
    PageFactory,
    PhotoFactory,
    StaffFactory,
    signed,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Article:
    return ArticleFactory(status=Status.DRAFT, headline="老渡口", body="一段。")


def late_save(client: Client, record: Model, first: dict[str, Any], second: dict[str, Any]) -> Any:
    """Two editors open the form; one saves, then the other. Returns the answer to the second."""
    url = address(record)
    opened = filled_in(client, url)
    assert client.post(url, opened | first).status_code == 302
    return client.post(url, opened | second)


def test_the_second_save_writes_nothing(chief: Client, draft: Article) -> None:
    answer = late_save(chief, draft, {"headline": "新渡口"}, {"headline": "旧渡口"})
    assert answer.status_code == 200
    draft.refresh_from_db()
    assert draft.headline == "新渡口"


def test_the_losers_words_stand_beside_the_newer_ones(chief: Client, draft: Article) -> None:
    answer = late_save(chief, draft, {"headline": "新渡口"}, {"headline": "旧渡口"})
    (clash,) = answer.context["conflict"].clashes
    assert (clash.yours, clash.newer) == ("旧渡口", "新渡口")
    assert answer.context["adminform"].form["headline"].value() == "旧渡口"


def test_what_the_loser_did_not_touch_takes_the_newer_value(chief: Client, draft: Article) -> None:
    answer = late_save(chief, draft, {"headline": "新渡口"}, {"body": "二段。"})
    form = answer.context["adminform"].form
    assert (form["headline"].value(), form["body"].value()) == ("新渡口", "二段。")
    assert answer.context["conflict"].clashes == []


def test_having_looked_the_loser_saves_again(chief: Client, draft: Article) -> None:
    answer = late_save(chief, draft, {"headline": "新渡口"}, {"body": "二段。"})
    again = dict(answer.context["conflict"].data.items())
    assert chief.post(address(draft), again).status_code == 302
    draft.refresh_from_db()
    assert (draft.headline, draft.body) == ("新渡口", "二段。")


def test_saving_the_same_words_twice_is_no_clash(chief: Client, draft: Article) -> None:
    answer = late_save(chief, draft, {"headline": "新渡口"}, {"headline": "新渡口"})
    assert answer.context["conflict"].clashes == []


def test_one_editor_alone_is_not_disturbed(chief: Client, draft: Article) -> None:
    for headline in ("甲", "乙", "丙"):
        assert save(chief, draft, {"headline": headline}).status_code == 302


def test_windows_line_ends_are_no_change(chief: Client) -> None:
    article = ArticleFactory(status=Status.DRAFT, body="一段。\n二段。")
    answer = late_save(chief, article, {"headline": "新渡口"}, {"body": "一段。\r\n二段。"})
    assert answer.context["conflict"].clashes == []


def test_a_form_without_its_version_is_not_saved(chief: Client, draft: Article) -> None:
    filled = filled_in(chief, address(draft)) | {"headline": "新渡口"}
    del filled[OPENED]
    assert chief.post(address(draft), filled).status_code == 200
    draft.refresh_from_db()
    assert draft.headline == "老渡口"


@pytest.mark.parametrize("seal", ["", "{", "[]", "null", '{"headline": 3}', "0" * 5000])
def test_a_broken_version_is_a_version_too_old(chief: Client, draft: Article, seal: str) -> None:
    filled = filled_in(chief, address(draft)) | {"headline": "新渡口", OPENED: seal}
    assert chief.post(address(draft), filled).status_code == 200
    draft.refresh_from_db()
    assert draft.headline == "老渡口"


def test_words_for_an_article_that_was_published_meanwhile_stay_on_the_screen(
    chief: Client, draft: Article
) -> None:
    signed(draft)
    opened = filled_in(chief, address(draft))
    do(chief, "publish_with_photos", draft)
    answer = chief.post(address(draft), opened | {"body": "一段改过的话。"})
    assert answer.status_code == 200
    assert "一段改过的话。" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.body == "一段。"


def test_a_photo_changed_on_its_own_form_is_a_newer_row_of_its_article(chief: Client, draft: Article) -> None:
    photo = PhotoFactory(page=draft.page, article=draft, status=Status.DRAFT, caption="桥。")
    opened = filled_in(chief, address(draft))
    assert save(chief, photo, {"caption": "新桥。"}).status_code == 302
    answer = chief.post(address(draft), opened | {"photos-0-caption": "老桥。"})
    (clash,) = answer.context["conflict"].clashes
    assert (clash.yours, clash.newer) == ("老桥。", "新桥。")
    photo.refresh_from_db()
    assert photo.caption == "新桥。"


def test_words_for_a_row_that_somebody_deleted_stay_on_the_screen(chief: Client, draft: Article) -> None:
    photo = PhotoFactory(page=draft.page, article=draft, status=Status.DRAFT)
    PhotoFactory(page=draft.page, article=draft, status=Status.DRAFT, caption="渡船。")
    opened = filled_in(chief, address(draft))
    photo.delete()
    answer = chief.post(address(draft), opened | {"photos-0-caption": "写了很久的图说。"})
    assert answer.status_code == 200
    assert "写了很久的图说。" in answer.content.decode()
    assert draft.photos.get().caption == "渡船。"


def test_a_new_row_of_the_loser_stays_on_the_screen(chief: Client, draft: Article) -> None:
    opened = filled_in(chief, address(draft))
    PhotoFactory(page=draft.page, article=draft, status=Status.DRAFT)
    new = {"photos-TOTAL_FORMS": 1, "photos-0-caption": "新写的图说。", "photos-0-position": 1}
    answer = chief.post(address(draft), opened | new)
    assert "新写的图说。" in answer.content.decode()
    assert draft.photos.count() == 1


def test_an_act_is_not_confirmed_on_an_older_version(chief: Client) -> None:
    article = ArticleFactory()
    asked = ask(chief, "withdraw", article)
    Article.objects.filter(pk=article.pk).update(headline="另一题")
    answer = chief.post(
        changelist(Article),
        {
            "action": "withdraw",
            "_selected_action": article.pk,
            "confirmed": "yes",
            "notice": "撤回说明。",
            OPENED: asked.context["opened"],
        },
    )
    assert "撤回说明。" in answer.content.decode()
    article.refresh_from_db()
    assert article.status == Status.PUBLISHED


def test_a_record_that_changed_is_not_deleted_unseen(chief: Client, draft: Article) -> None:
    opened = chief.get(address(draft, "delete")).context["opened"]
    save(chief, draft, {"headline": "新渡口"})
    chief.post(address(draft, "delete"), {"post": "yes", OPENED: opened})
    assert Article.objects.filter(pk=draft.pk).exists()


def test_records_that_changed_are_not_deleted_unseen(chief: Client, draft: Article) -> None:
    asked = ask(chief, "delete_selected", draft)
    save(chief, draft, {"headline": "新渡口"})
    answer = {"action": "delete_selected", "_selected_action": draft.pk, "post": "yes"}
    chief.post(changelist(Article), answer | {OPENED: asked.context["opened"]})
    assert Article.objects.filter(pk=draft.pk).exists()


RECORDS: dict[str, tuple[Callable[[], Model], str, str]] = {
    "edition": (EditionFactory, "issue_number", "77"),
    "page": (lambda: StaffFactory().page, "staff-0-name", "程渡"),
    "article": (lambda: ArticleFactory(status=Status.DRAFT), "headline", "新渡口"),
    "authors": (
        lambda: AuthorshipFactory(article__status=Status.DRAFT).article,
        "authorships-0-role",
        "通讯员",
    ),
    "photo": (lambda: PhotoFactory(status=Status.DRAFT), "caption", "新桥。"),
    "card": (lambda: ContactEntryFactory(card__status=Status.DRAFT).card, "entries-0-value", "0399-7654321"),
    "author": (AuthorFactory, "name", "程渡"),
    "pages": (lambda: PageFactory().edition, "pages-0-title", "民生望川"),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_no_record_of_the_desk_is_overwritten_unseen(chief: Client, kind: str) -> None:
    make, name, words = RECORDS[kind]
    record = make()
    answer = late_save(chief, record, {name: words}, {name: f"{words}8"})
    assert answer.status_code == 200
    (clash,) = answer.context["conflict"].clashes
    assert (clash.yours, clash.newer) == (f"{words}8", words)


def test_a_group_is_not_overwritten_unseen(chief: Client) -> None:
    group = Group.objects.create(name="夜班")
    url = f"/admin/auth/group/{group.pk}/change/"
    opened = filled_in(chief, url)
    chief.post(url, opened | {"name": "早班"})
    assert chief.post(url, opened | {"name": "中班"}).status_code == 200
    group.refresh_from_db()
    assert group.name == "早班"


def test_an_account_is_not_overwritten_unseen(chief: Client) -> None:
    person = User.objects.create_user("程渡")
    url = f"/admin/auth/user/{person.pk}/change/"
    opened = filled_in(chief, url)
    assert chief.post(url, opened | {"first_name": "渡"}).status_code == 302
    assert chief.post(url, opened | {"first_name": "舟"}).status_code == 200
    person.refresh_from_db()
    assert person.first_name == "渡"


def test_no_list_is_edited_in_place() -> None:
    assert all(not model_admin.list_editable for model_admin in admin.site._registry.values())


def test_who_has_the_article_open_is_shown_to_the_others(chief: Client, editor: Any, draft: Article) -> None:
    chief.get(address(draft))
    assert "has had this open since" not in chief.get(address(draft)).content.decode()
    User.objects.filter(username="林一苇").update(username="程渡")
    other = editor("view_article", "change_article")
    assert "程渡 has had this open since" in other.get(address(draft)).content.decode()


def test_who_has_saved_has_it_open_no_more(chief: Client, editor: Any, draft: Article) -> None:
    save(chief, draft, {"headline": "新渡口"})
    User.objects.filter(username="林一苇").update(username="程渡")
    other = editor("view_article", "change_article")
    assert "has had this open since" not in other.get(address(draft)).content.decode()


def test_a_form_left_open_is_forgotten(chief: Client, editor: Any, draft: Article) -> None:
    chief.get(address(draft))
    Presence.objects.update(since=timezone.now() - HOLDS)
    User.objects.filter(username="林一苇").update(username="程渡")
    assert (
        "has had this open since"
        not in editor("view_article", "change_article").get(address(draft)).content.decode()
    )
