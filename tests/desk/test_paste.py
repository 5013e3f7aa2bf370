"""A page is imported at the desk: pasted, looked at, corrected, agreed to. Without scripts."""

import datetime
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Article, ContactCard, Edition, Page, Photo, RawPage, Status
from articles.pagetext.markwords import MARKS, Field
from tests.desk.test_every_page import check
from tests.test_importing import PAGE_5, WITH_NEWS, snapshot

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/articles/rawpage/import/"
PRINTED = f"2026年3月6日 第5版\n\n{PAGE_5}"
PERMISSIONS = ("add_rawpage", "view_page")


class Fields(HTMLParser):
    """What a browser would send of a form: its fields as they stand, without its buttons."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.open: str | None = None
        self.in_sheet = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.in_sheet = given.get("action") == ADDRESS
        if not self.in_sheet:
            return
        if tag == "input" and given.get("type") not in ("submit", "file", "radio"):
            self.values[given["name"]] = given.get("value", "")
        elif tag in ("textarea", "select"):
            self.open = given["name"]
            self.values[self.open] = ""
        elif tag == "option" and "selected" in given and self.open:
            self.values[self.open] = given["value"]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("textarea", "select"):
            self.open = None

    def handle_data(self, data: str) -> None:
        if self.open and not self.open.startswith("kind-"):
            self.values[self.open] += data


def fields(answer: HttpResponse) -> dict[str, str]:
    values = Fields(answer.content.decode()).values
    values.pop("csrfmiddlewaretoken", None)
    if "marked" in values:
        values["marked"] = values["marked"].removeprefix("\n")
    return values


def step(client: Client, answer: HttpResponse, name: str, **changes: Any) -> HttpResponse:
    """Press a button on a page of the way, some fields changed."""
    return client.post(ADDRESS, fields(answer) | changes | {"step": name})


def paste(client: Client, text: str = PRINTED, **changes: Any) -> HttpResponse:
    return step(client, client.get(ADDRESS), "read", text=text, **changes)


def upload(client: Client, content: bytes, name: str = "05.txt") -> HttpResponse:
    return step(client, client.get(ADDRESS), "read", file=SimpleUploadedFile(name, content))


def take_in(client: Client, text: str = PRINTED) -> HttpResponse:
    return step(client, step(client, paste(client, text), "ask"), "write")


def choice(answer: HttpResponse, words: str) -> str:
    """The name of the select of a line."""
    for group in answer.context["preview"].groups:
        for block in group.blocks:
            if block.text.startswith(words):
                return f"kind-{block.number}"
    raise AssertionError(words)


def words(answer: HttpResponse) -> str:
    return answer.content.decode()


def titles() -> list[tuple[str, str, str]]:
    return list(Article.objects.order_by("position").values_list("kicker", "headline", "subtitle"))


COURT, LABOUR = "云湄区开通夜间法庭", "让务工者不再请假打官司"
FERRY = ("", "老渡口装上了新路灯", "——青石县夜间照明改造见闻")


# ── the way ──


def test_the_way_from_a_pasted_text_to_a_page(chief: Client) -> None:
    sheet = paste(chief)
    check(sheet)
    question = step(chief, sheet, "ask")
    check(question)
    assert "2 articles, 1 photo, 1 contact card" in words(question)
    assert not Edition.objects.exists()
    done = step(chief, question, "write")
    page = Page.objects.get()
    assert (done.status_code, done["Location"]) == (302, f"/admin/articles/page/{page.pk}/change/")
    after = chief.get(done["Location"])
    for article in Article.objects.all():
        assert reverse("admin:articles_article_change", args=[article.pk]) in words(after)
    assert titles() == [("", f"{COURT} {LABOUR}", ""), FERRY]
    assert (Photo.objects.count(), ContactCard.objects.count()) == (1, 1)
    assert RawPage.objects.get().text == PRINTED
    assert set(Article.objects.values_list("status", flat=True)) == {Status.DRAFT}


def test_a_title_is_divided_by_choosing_another_kind(chief: Client) -> None:
    sheet = paste(chief)
    again = step(chief, sheet, "again", **{choice(sheet, LABOUR): "subtitle."})
    assert f"【副题】{LABOUR}" in fields(again)["marked"] or f"[SUBTITLE] {LABOUR}" in fields(again)["marked"]
    step(chief, step(chief, again, "ask"), "write")
    assert titles() == [("", COURT, LABOUR), FERRY]


def test_a_divided_title_is_joined_by_choosing_another_kind(chief: Client) -> None:
    sheet = paste(chief)
    again = step(chief, sheet, "again", **{choice(sheet, "——青石县"): "headline."})
    step(chief, step(chief, again, "ask"), "write")
    assert titles()[1] == ("", "老渡口装上了新路灯 ——青石县夜间照明改造见闻", "")


def test_a_title_is_divided_in_the_marked_text(chief: Client) -> None:
    sheet = paste(chief)
    marked = fields(sheet)["marked"].replace(f"[HEADLINE] {COURT}", f"【引题】{COURT}")
    step(chief, step(chief, step(chief, sheet, "again", marked=marked), "ask"), "write")
    assert titles()[0] == (COURT, LABOUR, "")
    assert RawPage.objects.get().marked_text.replace("\r\n", "\n") == marked.replace("\r\n", "\n")
    assert RawPage.objects.get().text == PRINTED


def test_a_reading_that_is_left_as_it_is_is_the_rules_own(chief: Client) -> None:
    take_in(chief)
    assert RawPage.objects.get().marked_text == ""


def test_the_marks_are_in_the_editors_language(chief: Client) -> None:
    assert f"[HEADLINE] {COURT}" in fields(paste(chief))["marked"]
    chief.defaults["HTTP_ACCEPT_LANGUAGE"] = "zh-CN"
    assert f"【标题】{COURT}" in fields(paste(chief))["marked"]


def test_a_change_is_shown_before_it_is_agreed_to(chief: Client) -> None:
    sheet = paste(chief)
    marked = fields(sheet)["marked"].replace(f"[HEADLINE] {LABOUR}", f"[SUBTITLE] {LABOUR}")
    answer = step(chief, sheet, "ask", marked=marked)
    assert answer.context["step"] == "sheet"
    assert "look at it, then go on" in words(answer)
    assert step(chief, answer, "ask").context["step"] == "confirm"


def test_going_back_keeps_the_correction(chief: Client) -> None:
    sheet = paste(chief)
    again = step(chief, sheet, "again", **{choice(sheet, LABOUR): "subtitle."})
    back = step(chief, step(chief, again, "ask"), "back")
    assert fields(back)["marked"] == fields(again)["marked"]


def test_every_mark_can_be_chosen(chief: Client) -> None:
    offered = set(re.findall(r'<option value="([^"]+)"', words(paste(chief))))
    assert offered == {f"{mark.field}.{mark.kind}" for mark in MARKS if mark.field is not Field.ARTICLE}


def test_a_kind_and_a_word_changed_at_once_are_both_kept(chief: Client) -> None:
    sheet = paste(chief)
    marked = fields(sheet)["marked"].replace(LABOUR, "让务工者不用请假打官司")
    again = step(
        chief, sheet, "again", marked=f"[COLUMN] 法庭内外\n{marked}", **{choice(sheet, LABOUR): "kicker."}
    )
    assert "[KICKER] 让务工者不用请假打官司" in fields(again)["marked"]
    assert "[COLUMN] 法庭内外" in fields(again)["marked"]


def test_a_kind_chosen_for_a_line_that_went_is_reported(chief: Client) -> None:
    sheet = paste(chief)
    marked = (
        fields(sheet)["marked"].replace(f"[HEADLINE] {LABOUR}\n", "").replace(f"[HEADLINE] {LABOUR}\r\n", "")
    )
    again = step(chief, sheet, "again", marked=marked, **{choice(sheet, LABOUR): "kicker."})
    assert "was left" in words(again)


# ── what is shown ──


def test_each_block_names_its_raw_lines(chief: Client) -> None:
    blocks = {b.text: b for g in paste(chief).context["preview"].groups for b in g.blocks}
    assert (blocks[COURT].raw, blocks[LABOUR].raw, blocks["程渡"].raw) == ((5,), (6,), (14,))


def test_defects_stand_beside_their_lines(chief: Client) -> None:
    answer = paste(chief, PRINTED.replace("心里踏实。", "心里踏实，"))
    lines = {line.number: line.remarks for line in answer.context["preview"].lines if line.remarks}
    assert list(lines) == [10]
    assert "The text breaks off" in lines[10][0]
    assert 'id="raw-10" class="is-doubtful"' in words(answer)


def test_what_is_set_aside_is_shown_with_its_kind(chief: Client) -> None:
    blocks = {b.text: b for g in paste(chief).context["preview"].groups for b in g.blocks}
    assert blocks["2026年3月6日 第5版"].kind_words == "set aside: folio"


def test_a_line_that_is_left_out_is_shown_and_told(chief: Client) -> None:
    sheet = paste(chief)
    marked = "\n".join(line for line in fields(sheet)["marked"].splitlines() if "白天请假" not in line)
    again = step(chief, sheet, "again", marked=marked)
    assert again.context["preview"].left_out == [10]
    assert "Line 10 of the raw text stands nowhere" in words(step(chief, again, "ask"))


def test_a_wrong_mark_is_told_with_its_line(chief: Client) -> None:
    sheet = paste(chief)
    number = int(choice(sheet, COURT).removeprefix("kind-"))
    marked = fields(sheet)["marked"].replace(f"[HEADLINE] {COURT}", f"【标体】{COURT}")
    again = step(chief, sheet, "again", marked=marked)
    assert "There is no mark 【标体】" in words(again)
    assert f"line {number} of the marked text" in words(again)


def test_text_from_a_page_is_text_on_the_screen(chief: Client) -> None:
    evil = "<script>alert(1)</script>"
    sheet = paste(chief, PRINTED.replace(LABOUR, evil))
    assert evil not in words(sheet)
    assert evil not in words(step(chief, sheet, "ask"))


# ── where it belongs ──


def test_what_the_page_does_not_print_is_asked(chief: Client) -> None:
    sheet = paste(chief, PAGE_5)
    assert {"day", "number"} <= set(fields(sheet))
    refused = step(chief, sheet, "ask")
    assert "Enter the date of its edition" in words(refused)
    assert "Enter its page number" in words(refused)
    question = step(chief, refused, "ask", day="2026年3月7日", number="A08")
    step(chief, question, "write")
    assert str(Page.objects.get()).startswith("2026-03-07 · A8")


def test_what_the_page_prints_is_not_asked(chief: Client) -> None:
    assert not {"day", "number"} & set(fields(paste(chief)))


def test_the_name_of_a_file_suggests_date_and_page(chief: Client) -> None:
    sheet = fields(upload(chief, PAGE_5.encode(), "2026-03-06_05.txt"))
    assert (sheet["day"], sheet["number"]) == ("2026-03-06", "5")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("day", "neulich", "is no date"),
        ("day", "2026-02-30", "is no date"),
        ("day", "0001-01-01", "cannot be meant"),
        ("day", "9" * 5000, "is no date"),
        ("number", "头版", "is not a page label"),
        ("number", "0", "is not a page label"),
        ("number", "²", "is not a page label"),
        ("number", "9" * 5000, "is not a page label"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_stays_in_its_field(
    chief: Client, field: str, typed: str, sentence: str
) -> None:
    good = {"day": "2026-03-06", "number": "5"}
    answer = step(chief, paste(chief, PAGE_5), "ask", **good | {field: typed})
    assert answer.status_code == 200
    assert sentence in words(answer)
    assert fields(answer)[field] == typed
    assert not Edition.objects.exists()


# ── files ──


def test_a_file_is_kept_as_it_came(chief: Client) -> None:
    content = PRINTED.replace("\n", "\r\n").encode("gb18030")
    step(chief, step(chief, upload(chief, content), "ask"), "write")
    kept = RawPage.objects.get()
    assert (bytes(kept.content), kept.encoding, kept.source) == (content, "gb18030", "05.txt")


def test_bytes_that_are_no_text_for_certain_ask_for_their_encoding(chief: Client) -> None:
    text = "March 6, 2026  Page 5\n\nMill café opens\n\nThe old mill café opened on Friday.\n"
    content = text.encode("cp1252")
    asked = upload(chief, content)
    assert "cannot be told for certain" in words(asked)
    check(asked)
    refused = step(chief, asked, "read")
    assert "This field is required" in words(refused)
    sheet = step(chief, refused, "read", encoding="cp1252")
    assert "Mill café opens" in fields(sheet)["marked"]
    step(chief, step(chief, sheet, "ask"), "write")
    kept = RawPage.objects.get()
    assert (bytes(kept.content), kept.text) == (content, text)


def test_only_encodings_that_fit_are_offered_with_their_first_words(chief: Client) -> None:
    choices = dict(
        upload(chief, "Mill café opens".encode("cp1252")).context["choice"].fields["encoding"].choices
    )
    assert "utf-8" not in choices
    assert choices["cp1252"].endswith("Mill café opens")


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0",
        b"%PDF-1.7\n\xff\xfe\xfa",
        b"PK\x03\x04kaputt",
        bytes(range(256)) * 40,
        b"\0" * 999,
    ],
)
def test_a_file_that_is_no_text_is_refused_in_a_sentence(chief: Client, content: bytes) -> None:
    answer = upload(chief, content, "05.bin")
    assert answer.status_code == 200
    assert answer.context["step"] == "paste"
    assert answer.context["error"]


def test_an_empty_file_is_refused(chief: Client) -> None:
    assert "is empty" in words(upload(chief, b""))


def test_a_file_too_large_for_the_form_is_refused(chief: Client) -> None:
    assert "larger than 6 MB" in words(upload(chief, b"\n" * (6 * 1024 * 1024 + 1)))


def test_a_file_and_a_text_at_once_are_two_pages(chief: Client) -> None:
    answer = paste(chief, file=SimpleUploadedFile("05.txt", PRINTED.encode()))
    assert "may be two pages" in words(answer)
    assert COURT in fields(answer)["text"]


# ── bad input ──


@pytest.mark.parametrize("text", ["", " \n\u3000\n", "\u200b\u200b"])
def test_a_page_without_text_is_refused(chief: Client, text: str) -> None:
    answer = paste(chief, text)
    assert answer.status_code == 200
    assert answer.context["step"] == "paste"


def test_a_text_of_ten_megabytes_is_refused_in_a_sentence(chief: Client) -> None:
    answer = paste(chief, "渠水。\n" * (1024 * 1024))
    assert answer.status_code == 413
    assert "far larger than a page" in words(answer)


def test_a_text_far_longer_than_a_page_stays_in_the_field(chief: Client) -> None:
    answer = paste(chief, "渠水进村了。" * 200_000)
    assert "far more than one printed page" in words(answer)
    assert len(fields(answer)["text"]) > 1_000_000


def long_page(lines: int) -> str:
    return "2026年3月6日 第5版\n\n渠水\n\n" + "\n\n".join(f"第{n}户人家用上了渠水。" for n in range(lines))


def test_a_page_of_five_thousand_lines_is_shown_without_a_choice_of_kinds(chief: Client) -> None:
    sheet = paste(chief, long_page(5000))
    assert sheet.status_code == 200
    assert len(fields(sheet)) < 10
    assert "too long for a choice of kinds" in words(sheet)


def test_a_page_without_a_choice_of_kinds_is_corrected_in_the_marked_text(chief: Client) -> None:
    sheet = paste(chief, long_page(500))
    assert "kind-3" not in fields(sheet)
    marked = fields(sheet)["marked"].replace("[HEADLINE] 渠水", "[HEADLINE] 渠水进村")
    step(chief, step(chief, step(chief, sheet, "again", marked=marked), "ask"), "write")
    assert Article.objects.get().headline == "渠水进村"


def test_an_emptied_reading_is_refused(chief: Client) -> None:
    again = step(chief, paste(chief), "again", marked="  \n", day="2026-03-06", number="5")
    assert "Nothing is left of the page" in words(step(chief, again, "ask"))


def test_a_text_that_cannot_be_stored_stays_on_the_screen(chief: Client) -> None:
    long = PRINTED.replace("心里踏实。", "心里踏实" * 60_000 + "。")
    answer = step(chief, paste(chief, long), "ask")
    assert "The page was not stored" in words(answer)
    assert "心里踏实" * 60_000 in fields(answer)["marked"]
    assert not Edition.objects.exists()


@pytest.mark.parametrize("field", ["raw", "shown", "agreed"])
@pytest.mark.parametrize("forged", ["", "x", "a:b:c"])
def test_a_form_changed_on_its_way_is_not_used(chief: Client, field: str, forged: str) -> None:
    question = step(chief, paste(chief), "ask")
    answer = step(chief, question, "write", **{field: forged, "marked": "[HEADLINE] 渠水"})
    assert answer.status_code == 200
    assert "nothing of it was used" in words(answer)
    assert fields(answer)["text"].strip() == "[HEADLINE] 渠水"
    assert not Edition.objects.exists()


def test_what_was_agreed_to_does_not_hold_for_another_text(chief: Client) -> None:
    question, other = step(chief, paste(chief), "ask"), step(chief, paste(chief, WITH_NEWS), "again")
    answer = step(chief, question, "write", raw=fields(other)["raw"], shown=fields(other)["shown"])
    assert answer.context["step"] == "confirm"
    assert not Edition.objects.exists()


@pytest.mark.parametrize("name", ["", "nonsense", "again", "ask", "write", "back"])
def test_a_step_out_of_nowhere_is_no_error(chief: Client, name: str) -> None:
    assert chief.post(ADDRESS, {"step": name}).status_code == 200


# ── a page that is there already ──


def test_the_same_text_again_changes_nothing_and_says_so(chief: Client) -> None:
    take_in(chief)
    before = snapshot()
    question = step(chief, paste(chief), "ask")
    assert "Nothing changes" in words(question)
    assert snapshot() == before


def test_the_same_text_again_comes_with_its_corrected_reading(chief: Client) -> None:
    sheet = paste(chief)
    step(
        chief,
        step(chief, step(chief, sheet, "again", **{choice(sheet, LABOUR): "subtitle."}), "ask"),
        "write",
    )
    again = paste(chief)
    assert f"[SUBTITLE] {LABOUR}" in fields(again)["marked"]
    assert "corrected by hand" in words(again)


def test_a_newer_text_says_what_it_changes_and_what_it_only_proposes(chief: Client) -> None:
    take_in(chief)
    Article.objects.filter(headline__startswith=COURT).update(body="编辑写的。")
    question = step(chief, paste(chief, PRINTED.replace("三起", "四起").replace("摸黑", "夜里")), "ask")
    assert "“老渡口装上了新路灯” (Text)" in words(question)
    assert f"Only proposed: “{COURT} {LABOUR}” (Text)" in words(question)
    step(chief, question, "write")
    assert Article.objects.get(headline__startswith=COURT).body == "编辑写的。"


def test_of_two_people_who_agree_to_the_same_page_the_second_is_asked_again(chief: Client) -> None:
    first = step(chief, paste(chief), "ask")
    second = step(chief, paste(chief, PRINTED.replace("三起", "四起")), "ask")
    step(chief, first, "write")
    before = snapshot()
    answer = step(chief, second, "write")
    assert "Somebody has changed the page in the meantime" in words(answer)
    assert snapshot() == before
    step(chief, answer, "write")
    assert "四起" in Article.objects.get(headline__startswith=COURT).body


def test_an_edit_between_question_and_answer_is_not_written_over(chief: Client) -> None:
    take_in(chief)
    question = step(chief, paste(chief, PRINTED.replace("三起", "四起")), "ask")
    Article.objects.filter(headline__startswith=COURT).update(body="编辑写的。")
    answer = step(chief, question, "write")
    assert "Somebody has changed the page" in words(answer)
    assert Article.objects.get(headline__startswith=COURT).body == "编辑写的。"


def test_the_same_page_agreed_to_twice_is_imported_once(chief: Client) -> None:
    question = step(chief, paste(chief), "ask")
    step(chief, question, "write")
    before = snapshot()
    step(chief, question, "write")
    assert snapshot() == before


def test_a_page_that_is_there_is_read_anew_from_its_raw_text(chief: Client) -> None:
    take_in(chief, PRINTED.replace("第5版", "第6版"))
    Page.objects.update(number="7")
    sheet = chief.get(ADDRESS, {"raw_page": RawPage.objects.get().pk})
    again = step(chief, sheet, "again", **{choice(sheet, LABOUR): "subtitle."})
    step(chief, step(chief, again, "ask"), "write")
    assert titles() == [("", COURT, LABOUR), FERRY]
    assert Page.objects.get().number == "7"


@pytest.mark.parametrize("key", ["0", "x", "9" * 50, "-1"])
def test_a_raw_page_that_is_not_there_gives_an_empty_form(chief: Client, key: str) -> None:
    assert chief.get(ADDRESS, {"raw_page": key}).context["step"] == "paste"


# ── who ──


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_add_pages_is_neither_shown_nor_let_in(editor, method: str) -> None:
    client = editor("view_rawpage", "view_page", "add_article")
    assert getattr(client, method)(ADDRESS, {"step": "read", "text": PRINTED}).status_code == 403
    assert ADDRESS not in words(client.get("/admin/articles/rawpage/"))


def test_an_editor_with_the_permissions_imports_a_page(editor) -> None:
    client = editor(*PERMISSIONS)
    assert take_in(client).status_code == 302
    assert Article.objects.count() == 2


@pytest.mark.parametrize("name", ["rawpage", "page", "edition"])
def test_the_lists_lead_to_the_import(chief: Client, name: str) -> None:
    assert ADDRESS in words(chief.get(f"/admin/articles/{name}/"))


def test_a_form_from_elsewhere_is_refused(chief: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = chief.cookies
    assert strict.post(ADDRESS, {"step": "read", "text": PRINTED}).status_code == 403


def test_the_import_stands_in_the_history_of_the_page(chief: Client) -> None:
    take_in(chief)
    history = chief.get(reverse("admin:articles_page_history", args=[Page.objects.get().pk]))
    assert "imported" in words(history)
    assert Edition.objects.get().date == datetime.date(2026, 3, 6)
