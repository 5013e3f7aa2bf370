"""The desk shows what a newer text proposes beside what stands there, and an editor's click decides."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Page, Photo, Reading
from tests.desk.forms import address, save
from tests.factories import ArticleFactory, PhotoFactory
from tests.test_importing import PAGE_5, court, take_in
from tests.test_proposals import NEWER, edited

pytestmark = pytest.mark.django_db


def screen(record: Reading | Page) -> str:
    kind = "page" if isinstance(record, Page) else "reading"
    return reverse(f"admin:articles_{kind}_proposals", args=[record.pk])


def send(client: Client, reading: Reading, *chosen: str, answer: str = "take", **more: str):
    """Tick boxes on the screen of a record, and press a button."""
    (section,) = client.get(screen(reading)).context["sections"]
    return client.post(
        screen(reading), {"seen": section.seen, "choose": chosen, "answer": answer} | more, follow=True
    )


def test_both_versions_stand_side_by_side_with_their_difference_marked(chief: Client) -> None:
    words = chief.get(screen(edited())).content.decode()
    assert "<del>三</del>" in words
    assert "<ins>四</ins>" in words
    assert "Insert this paragraph" in words
    assert "As imported" in words


def test_a_ticked_paragraph_is_taken_over(chief: Client) -> None:
    reading = edited()
    answer = send(chief, reading, "body:1")
    assert "要扣一天工钱" in court().body
    assert "灯火通明" in court().body
    assert "Taken over into" in answer.content.decode()


def test_the_rest_is_declined(chief: Client) -> None:
    reading = edited()
    answer = send(chief, reading, answer="finish")
    assert "Declined for" in answer.content.decode()
    assert answer.redirect_chain[-1][0] == address(court())
    assert not Reading.objects.get(pk=reading.pk).proposed


def test_nothing_ticked_is_said(chief: Client) -> None:
    assert "Nothing is chosen." in send(chief, edited()).content.decode()


def test_an_answer_to_what_has_changed_since_is_refused(chief: Client) -> None:
    reading = edited()
    (section,) = chief.get(screen(reading)).context["sections"]
    save(chief, court(), {"byline": "望川日报记者 程渡"})
    answer = chief.post(screen(reading), {"seen": section.seen, "choose": "body", "answer": "take"})
    assert "has changed since you looked" in answer.content.decode()
    assert "灯火通明" in court().body
    assert 'value="body" checked' in answer.content.decode()


def test_who_asked_is_on_the_record(chief: Client) -> None:
    send(chief, edited(), "body")
    assert court().history.first().history_user.username == "林一苇"


def test_a_reporter_who_may_not_change_it_sees_it_and_has_no_button(editor) -> None:
    reading = edited()
    client = editor("view_article", "view_reading")
    words = client.get(screen(reading)).content.decode()
    assert "四" in words
    assert 'name="answer"' not in words
    assert client.post(screen(reading), {"choose": "body", "answer": "take"}).status_code == 403


def test_who_may_not_see_the_record_does_not_see_its_proposals(editor) -> None:
    reading = edited()
    client = editor("view_page")
    assert client.get(screen(reading)).status_code == 403
    assert "四" not in client.get(screen(reading.page)).content.decode()


def test_a_published_text_says_the_way_out_and_may_be_declined(chief: Client) -> None:
    take_in(publish=True)
    take_in(NEWER)
    reading = court().reading
    words = chief.get(screen(reading)).content.decode()
    assert "its words change only by a correction" in words
    assert 'name="choose"' not in words
    send(chief, reading, answer="finish")
    assert not Reading.objects.get(pk=reading.pk).proposed


def test_the_page_lists_all_records_with_proposals_and_what_was_left_alone(chief: Client) -> None:
    take_in()
    Photo.objects.update(caption="编辑写的说明。")
    Article.objects.exclude(pk=court().pk).delete()
    take_in(PAGE_5.replace("首次开庭", "第一次开庭"))
    page = Page.objects.get()
    answer = chief.get(screen(page))
    assert [str(one.record) for one in answer.context["sections"]] == ["编辑写的说明。"]
    words = answer.content.decode()
    assert "Left alone" in words
    assert "老渡口装上了新路灯" in words


def test_what_is_no_longer_in_the_text_says_so(chief: Client) -> None:
    take_in()
    take_in(PAGE_5[: PAGE_5.index("云湄区开通")] + PAGE_5[PAGE_5.index("法治望川名片") :])
    words = chief.get(screen(Page.objects.get())).content.decode()
    assert "does not hold it any more" in words


def test_an_answer_from_the_page_leads_back_to_the_page(chief: Client) -> None:
    reading = edited()
    answer = send(chief, reading, "body", back="page")
    assert answer.redirect_chain[-1][0] == screen(reading.page)
    assert "Nothing is open" in answer.content.decode()


def test_the_forms_lead_to_the_screens(chief: Client) -> None:
    reading = edited()
    assert screen(reading) in chief.get(address(court())).content.decode()
    assert screen(reading.page) in chief.get(address(reading.page)).content.decode()


@pytest.mark.parametrize("model", ["article", "photo", "contactcard", "page"])
def test_records_with_proposals_are_found_by_the_filter_of_their_list(chief: Client, model: str) -> None:
    page = edited().page
    ArticleFactory(page=page)
    PhotoFactory(page=page)
    found = chief.get(f"/admin/articles/{model}/?proposals=yes").context["cl"].queryset
    assert found.count() == (model in ("article", "page"))


def test_text_of_a_proposal_is_text(chief: Client) -> None:
    reading = edited()
    reading.proposed = {"headline": "<script>alert(1)</script>"}
    reading.save()
    assert "<script>alert" not in chief.get(screen(reading)).content.decode()
