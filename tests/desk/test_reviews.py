"""Reviews at the desk: asked first, signed by the right people, on the text they have read."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from articles.models import Article, Review, Stage, Status, Verdict
from articles.reviewing import standing
from tests.desk.forms import address, ask, do, save
from tests.factories import ArticleFactory, UserFactory, signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Article:
    return ArticleFactory(status=Status.DRAFT, headline="老渡口")


def at_desk(group: str) -> Client:
    person = UserFactory()
    person.groups.set(Group.objects.filter(name=group))
    client = Client(headers={"accept-language": "en"})
    client.force_login(person)
    return client


def test_the_question_names_the_stage(draft: Article) -> None:
    words = ask(at_desk("editor"), "sign_articles", draft).content.decode()
    assert "first review of “老渡口”: you sign exactly the text that stands there now." in words


def test_nothing_is_signed_before_it_is_confirmed(draft: Article) -> None:
    ask(at_desk("editor"), "sign_articles", draft)
    assert not Review.objects.exists()


def test_an_editor_signs_with_a_note(draft: Article) -> None:
    do(at_desk("editor"), "sign_articles", draft, note="数字已核。")
    assert Review.objects.get().note == "数字已核。"


def test_who_may_not_sign_is_told_why(draft: Article) -> None:
    client = at_desk("editor")
    signed(draft, up_to=Stage.SECOND)
    told = client.post(
        "/admin/articles/article/", {"action": "sign_articles", "_selected_action": draft.pk}, follow=True
    )
    assert "final review comes next, and that is not yours to sign." in told.content.decode()
    assert Review.objects.count() == 2


def test_a_text_changed_between_question_and_answer_is_not_signed(draft: Article) -> None:
    client = at_desk("editor")
    asked = ask(client, "sign_articles", draft)
    seen, opened = asked.context["question"].form["seen"].value(), asked.context["opened"]
    Article.objects.filter(pk=draft.pk).update(headline="新渡口")
    answer = {"action": "sign_articles", "_selected_action": draft.pk, "confirmed": "yes", "note": "读过。"}
    client.post("/admin/articles/article/", answer | {"seen": seen, "_opened": opened})
    assert not Review.objects.exists()


def test_sending_back_needs_a_reason(draft: Article) -> None:
    client = at_desk("editor")
    assert do(client, "send_articles_back", draft, note=" ").status_code == 200
    do(client, "send_articles_back", draft, note="导语太长。")
    assert Review.objects.get().verdict == Verdict.SENT_BACK


def test_saving_a_changed_text_at_the_desk_voids_the_signatures(chief: Client, draft: Article) -> None:
    signed(draft)
    save(chief, draft, {"headline": "新渡口"})
    draft.refresh_from_db()
    assert draft.signed_stage == 0
    assert standing(draft).next_stage == Stage.FIRST
    assert "void: the text has changed, or it was sent back" in chief.get(address(draft)).content.decode()


def test_saving_an_unchanged_text_leaves_the_signatures(chief: Client, draft: Article) -> None:
    signed(draft)
    save(chief, draft, {"position": 7})
    draft.refresh_from_db()
    assert draft.signed_stage == Stage.FINAL


def test_the_words_of_a_published_article_are_not_changed_in_its_form(chief: Client) -> None:
    article = ArticleFactory(headline="老渡口")
    save(chief, article, {"headline": "新渡口", "body": "换掉。"})
    article.refresh_from_db()
    assert (article.headline, "换掉" in article.body) == ("老渡口", False)


def test_a_correction_changes_them_and_says_so(chief: Client) -> None:
    article = ArticleFactory(headline="老渡口", body="三个村。")
    fields: dict[str, Any] = {
        name: getattr(article, name) for name in ("column", "kicker", "subtitle", "byline")
    }
    fields |= {"source": article.source, "dateline": "", "headline": "老渡口", "body": "四个村。"}
    do(chief, "correct", article, **fields, text="村数应为四个。")
    article.refresh_from_db()
    assert article.body == "四个村。"
    assert article.corrections.get().text == "村数应为四个。"


def test_a_correction_refused_for_a_slip_is_made_after_it_is_mended(chief: Client) -> None:
    article = ArticleFactory(headline="老渡口", body="三个村。")
    fields = {
        name: getattr(article, name)
        for name in ("column", "kicker", "subtitle", "byline", "source", "dateline")
    }
    fields |= {"headline": "老渡口", "body": "四个村。"}
    refused = do(chief, "correct", article, **fields, text="")
    hidden = {"_opened": refused.context["opened"], "seen": refused.context["question"].form["seen"].value()}
    answer = {"action": "correct", "_selected_action": article.pk, "confirmed": "yes", "text": "应为四个。"}
    assert chief.post("/admin/articles/article/", fields | hidden | answer).status_code == 302
    assert article.corrections.get().text == "应为四个。"


def test_a_correction_that_changes_nothing_is_asked_again(chief: Client) -> None:
    article = ArticleFactory(headline="老渡口", body="三个村。")
    fields = {
        name: getattr(article, name)
        for name in ("column", "kicker", "subtitle", "byline", "source", "dateline")
    }
    answer = do(chief, "correct", article, **fields, headline="老渡口", body="三个村。", text="改。")
    assert answer.status_code == 200
    assert not article.corrections.exists()


@pytest.mark.parametrize("waits", ["1", "2", "3", "cleared"])
def test_drafts_are_found_by_the_review_they_wait_for(chief: Client, waits: str) -> None:
    found = {
        "1": ArticleFactory(status=Status.DRAFT),
        "2": signed(ArticleFactory(status=Status.DRAFT), up_to=Stage.FIRST),
        "3": signed(ArticleFactory(status=Status.DRAFT), up_to=Stage.SECOND),
        "cleared": signed(ArticleFactory(status=Status.DRAFT)),
    }
    rows = chief.get(f"/admin/articles/article/?waits={waits}").context["cl"].queryset
    assert list(rows) == [found[waits]]
