"""Today: what waits for this editor, and nothing that does not."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from articles.models import Article, DefectStage, RawPage, Stage, Status
from articles.reviewing import send_back, sign, text_digest
from tests.desk.conftest import make_user
from tests.factories import (
    ArticleFactory,
    EditionFactory,
    PageFactory,
    PhotoFactory,
    UserFactory,
    signed,
)

pytestmark = pytest.mark.django_db


def boxes(client: Client) -> dict[str, list[str]]:
    return {box.key: [line.title for line in box.lines] for box in client.get("/admin/").context["boxes"]}


def sits_down(*groups: str) -> Client:
    """A member of the groups at the desk, reading English."""
    person = make_user()
    person.groups.set(Group.objects.filter(name__in=groups))
    client = Client(headers={"accept-language": "en"})
    client.force_login(person)
    return client


def draft(headline: str, **kwargs: Any) -> Article:
    return ArticleFactory(status=Status.DRAFT, headline=headline, **kwargs)


def test_an_editor_finds_the_drafts_at_the_first_two_reviews() -> None:
    draft("未审")
    signed(draft("一审过"), up_to=Stage.FIRST)
    signed(draft("二审过"), up_to=Stage.SECOND)
    signed(draft("签发了"))
    ArticleFactory(headline="已发布")
    assert set(boxes(sits_down("editor"))["sign"]) == {"未审", "一审过"}


def test_a_final_reviewer_finds_what_two_have_signed_as_well() -> None:
    signed(draft("二审过"), up_to=Stage.SECOND)
    assert boxes(sits_down("final reviewer"))["sign"] == ["二审过"]


def test_nobody_is_asked_for_a_second_signature() -> None:
    client = sits_down("final reviewer")
    article = draft("我签过")
    sign(article=article, digest=text_digest(article), by=client.get("/admin/").wsgi_request.user)
    assert boxes(client)["sign"] == []


def test_who_signs_nothing_has_no_such_box() -> None:
    assert "sign" not in boxes(sits_down("reporter"))


def test_a_reporter_finds_what_was_sent_back_and_why() -> None:
    article = draft("退改的稿")
    send_back(
        article=article, digest=text_digest(article), by=UserFactory(is_superuser=True), note="导语太长。"
    )
    answer = sits_down("reporter").get("/admin/")
    assert "导语太长。" in answer.content.decode()


def test_an_article_changed_after_its_return_and_signed_waits_no_more() -> None:
    article = draft("改过了")
    send_back(article=article, digest=text_digest(article), by=UserFactory(is_superuser=True), note="改。")
    signed(article, up_to=Stage.FIRST)
    assert "back" not in boxes(sits_down("reporter"))


def test_editions_that_are_not_out_are_shown_with_what_lacks(chief: Client) -> None:
    article = draft("未审", page__edition__public_from=None)
    answer = chief.get("/admin/")
    assert boxes(chief)["editions"] == [str(article.page.edition)]
    assert "1 article unsigned" in answer.content.decode()


def test_an_edition_that_is_out_does_not_wait(chief: Client) -> None:
    EditionFactory()
    assert boxes(chief)["editions"] == []


def test_a_jump_waits_until_its_page_is_there(chief: Client) -> None:
    first = ArticleFactory(headline="一座桥", continues_on="8")
    assert boxes(chief)["jumps"] == ["一座桥"]
    ArticleFactory(page=PageFactory(edition=first.page.edition), previous=first, link="hand")
    assert boxes(chief)["jumps"] == []


def test_defects_and_missing_pictures_are_counted_by_page(chief: Client) -> None:
    photo = PhotoFactory()
    photo.page.defects.create(stage=DefectStage.READING, code="unplaced-text", line=3, details={"text": "桥"})
    found = boxes(chief)
    assert found["defects"] == found["pictures"] == [str(photo.page)]


def test_the_last_imports_are_shown(chief: Client) -> None:
    page = PageFactory()
    RawPage.objects.create(
        page=page, source="05.txt", content=b"x", encoding="utf-8", digest="0" * 64, reading={}
    )
    assert boxes(chief)["imports"] == [str(page)]


def test_a_box_is_shown_only_to_who_may_see_its_records(editor: Any) -> None:
    ArticleFactory(continues_on="8")
    PhotoFactory()
    assert set(boxes(editor("view_photo"))) == {"pictures"}


def test_the_front_page_costs_the_same_with_more_work(
    chief: Client, django_assert_max_num_queries: Any
) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            article = draft("稿", page__edition__public_from=None, continues_on="8")
            PhotoFactory(page=article.page)

    fill(2)
    chief.get("/admin/")
    with django_assert_max_num_queries(30) as few:
        chief.get("/admin/")
    fill(20)
    with django_assert_max_num_queries(len(few)):
        chief.get("/admin/")
