"""A reading can be written down as marked text, and reading that gives the same page."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pagetext import ParsedPage, SetAsideKind, decode, lines, parse_page, to_marked_text
from articles.pagetext.lines import MOST_HIDDEN
from articles.pagetext.markwords import MARKS, Field, find_mark, written
from articles.pagetext.records import BodyKind, EntryKind

from .conservation import assert_nothing_is_lost, assert_survives_the_round_trip, records
from .test_conservation import AWKWARD
from .written_pages import MARK_HEADS, pages

ROOT = Path(__file__).resolve().parents[2]
PRINTED = sorted(
    path
    for folder in ("tests/pagetext/pages", "tests/pagetext/newspapers", "sample/*")
    for path in ROOT.glob(f"{folder}/*.txt")
)
MARKED = """\
【版名】法苑
【日期】2031-03-04
【版次】5

【引题】清渠行动第三年
【标题】渠水进了村
【副题】——青石县渠系改造记
【署名】望川日报讯（记者 宋知秋）
【正文】3月1日，渠水进了村。
【小标题】一户一闸
【正文】“水到了地头。”村民说。
【下转】8

【图】水到田头。
【摄】何雨

【责编】白小川

【略·广告】（广告）
"""


def codes(page: ParsedPage) -> list[str]:
    return [defect.code.value for defect in page.defects]


# round trips


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_printed_page_survives_the_round_trip(path: Path):
    text, _ = decode(path.read_bytes())
    assert_survives_the_round_trip(parse_page(text))
    assert all(find_mark(line) for line in to_marked_text(parse_page(text)).splitlines() if line)


@given(pages())
def test_a_written_page_survives_the_round_trip(text: str):
    assert_survives_the_round_trip(parse_page(text))


@given(st.text())
def test_any_text_survives_the_round_trip(text: str):
    assert_survives_the_round_trip(parse_page(text))


@given(st.text(AWKWARD, max_size=200))
def test_awkward_text_survives_the_round_trip(text: str):
    assert_survives_the_round_trip(parse_page(text))


marks = st.sampled_from(MARK_HEADS)


@given(pages(), st.lists(st.tuples(st.integers(0, 40), marks), min_size=1, max_size=12))
def test_a_page_marked_anywhere_loses_nothing_and_survives_the_round_trip(text: str, put: list):
    lines = text.split("\n")
    for at, mark in put:
        lines[at % len(lines)] = mark + lines[at % len(lines)]
    marked = "\n".join(lines)
    assert_nothing_is_lost(marked, parse_page(marked))
    assert_survives_the_round_trip(parse_page(marked))


@given(st.lists(st.tuples(marks, st.one_of(st.text(AWKWARD, max_size=12), pages())), max_size=12))
def test_lines_marked_at_random_lose_nothing_and_survive_the_round_trip(lines: list):
    marked = "\n".join(mark + text for mark, text in lines)
    assert_nothing_is_lost(marked, parse_page(marked))
    assert_survives_the_round_trip(parse_page(marked))


# what the marks are


def test_a_page_written_in_marks_is_read_as_it_says():
    assert to_marked_text(parse_page(MARKED)) == MARKED
    page = parse_page(MARKED)
    assert (page.page_title, str(page.edition_date), page.page_number) == ("法苑", "2031-03-04", "5")
    assert (page.articles[0].authors, page.articles[0].source) == (("宋知秋",), "望川日报")
    assert page.defects == ()


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.chinese)
def test_a_mark_has_a_chinese_and_an_english_name(mark):
    for name in (
        f"【{mark.chinese}】",
        f"【{mark.english.lower()}】",
        f"[{mark.english}]",
        f"【 {mark.english} 】",
    ):
        assert find_mark(name + "渠水") is mark
    assert not written(mark).isascii()


def test_every_kind_has_its_mark():
    assert {mark.kind for mark in MARKS if mark.field is Field.ASIDE} == set(SetAsideKind)
    assert {mark.kind for mark in MARKS if mark.field is Field.ENTRY} == set(EntryKind)
    assert {mark.field for mark in MARKS} == set(Field)
    assert set(BodyKind) == {Field.PARAGRAPH, Field.SUBHEAD}


# what a person may leave out


def read(text: str) -> dict[str, Any]:
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    return records(page)


def test_unmarked_lines_under_a_bare_text_mark_are_paragraphs():
    article = read(
        "【标题】渠水进了村\n【正文】\n望川日报讯（记者 宋知秋）渠水进了村。\n\n一户一闸\n\n水到了地头。（下转第8版）"
    )["articles"][0]
    assert [(block["kind"], block["text"]) for block in article["body"]] == [
        ("paragraph", "渠水进了村。"),
        ("paragraph", "一户一闸"),
        ("paragraph", "水到了地头。"),
    ]
    assert (article["byline"], article["continues_on"]) == ("望川日报讯（记者 宋知秋）", "8")


def test_what_stands_behind_a_mark_is_taken_as_it_is():
    article = read("【标题】（上接第5版）\n【正文】本报讯（记者 宋知秋）渠水进了村。（下转第8版）")[
        "articles"
    ][0]
    assert article["headline"] == "（上接第5版）"
    assert article["byline"] is article["continues_on"] is article["continued_from"] is None
    assert article["body"][0]["text"] == "本报讯（记者 宋知秋）渠水进了村。（下转第8版）"


def test_two_lines_of_a_title_are_joined_with_one_space():
    assert read("【标题】渠水进了村\n【标题】家家有田")["articles"][0]["headline"] == "渠水进了村 家家有田"


def test_one_mark_settles_a_title_split():
    page = read(
        "法苑\n\n渠水进了村\n【副题】家家有田\n\n望川日报讯（记者 宋知秋）渠水进了村。\n\n"
        "水闸开了\n\n望川日报讯（记者 何 雨）水闸开了。"
    )
    assert page["page_title"] == "法苑"
    assert [(a["headline"], a["subtitle"], a["authors"]) for a in page["articles"]] == [
        ("渠水进了村", "家家有田", ("宋知秋",)),
        ("水闸开了", None, ("何雨",)),
    ]


def test_unmarked_lines_under_a_marked_title_are_read_as_usual():
    page = read(
        "【标题】渠水进了村\n\n□ 望川日报记者 宋知秋\n\n3月1日，青石县的渠水进了村，一百户人家的田里有了水。\n\n闸门一户一把\n水费按方计算\n\n“水到了地头，春耕就开了头。”站在田埂上的村民说。\n\n责编：何 雨"
    )
    assert len(page["articles"]) == 1
    assert page["articles"][0]["authors"] == ("宋知秋",)
    assert [block["kind"] for block in page["articles"][0]["body"]] == ["paragraph", "subhead", "paragraph"]
    assert page["staff"] == ({"role": "责编", "name": "何雨"},)


def test_a_photo_marked_between_the_halves_of_a_sentence_does_not_part_them():
    page = read("渠水进了村\n\n本报讯（记者 宋知秋）3月1日，渠水\n\n【图】水到田头\n【摄】何雨\n\n进了村。")
    assert page["articles"][0]["body"][0]["text"] == "3月1日，渠水进了村。"
    assert page["photos"] == ({"title": None, "caption": "水到田头", "credit": "何雨"},)


def test_a_marked_photo_without_a_credit_has_none_whatever_a_byline_says():
    text = "【标题】渠水\n【署名】□记者 宋知秋 文/图\n【正文】渠水进了村。\n{}"
    assert read(text.format("【图】水到田头。"))["photos"][0]["credit"] is None
    assert read(text.format("图为水到田头。"))["photos"][0]["credit"] == "宋知秋"


def test_marks_of_their_own_stand_above_what_a_byline_says():
    article = read(
        "【标题】渠水\n【署名】望川日报记者 宋知秋\n【作者】何 雨、白小川\n【来源】\n【电头】青石3月1日"
    )["articles"][0]
    assert article["authors"] == ("何雨", "白小川")
    assert (article["source"], article["dateline"]) == (None, "青石3月1日")


def test_a_mark_stands_above_the_folio():
    page = read("第6版 要闻 2031年3月4日\n\n【版次】第5版\n【版名】法苑\n【标题】渠水\n【正文】渠水进了村。")
    assert (page["page_title"], str(page["edition_date"]), page["page_number"]) == ("法苑", "2031-03-04", "5")


def test_a_short_line_under_a_marked_jump_is_the_next_title():
    page = read(
        "【标题】渠水\n【正文】渠水进了村。\n【下转】8\n\n水闸开了\n\n水闸昨天开了。\n\n一户一闸\n\n水到了地头。"
    )
    assert [article["headline"] for article in page["articles"]] == ["渠水", "水闸开了"]


def test_a_short_line_under_a_marked_text_is_a_subhead():
    page = read("【标题】渠水\n【正文】渠水进了村。\n\n水闸开了\n\n水闸昨天开了。")
    assert [block["kind"] for block in page["articles"][0]["body"]] == ["paragraph", "subhead", "paragraph"]


def test_a_second_half_without_a_title_begins_at_its_own_mark():
    page = read("【标题】渠水\n【正文】渠水进了村。\n【文章】\n【上接】5\n【正文】水到了地头。")
    assert [(a["headline"], a["continued_from"]) for a in page["articles"]] == [("渠水", None), (None, "5")]


def test_a_backslash_makes_a_mark_print():
    page = parse_page("渠水进了村\n\n本报讯（记者 宋知秋）渠水进了村。\n\n\\【正文】两个字印在报上。\n")
    assert page.articles[0].body[-1].text == "【正文】两个字印在报上。"
    assert codes(page) == []


def test_a_printed_label_in_brackets_is_no_mark():
    text = "【渠边快评】\n\n渠水进了村\n\n本报讯（记者 宋知秋）渠水进了村。\n"
    assert parse_page(text).articles[0].column == "渠边快评"
    assert codes(parse_page("【版名】法苑\n" + text)) == []


# wrong marks: one sentence each, and nothing is lost


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("【标体】渠水进了村。", "unknown-mark"),
        ("[HEADLIN] The canal.", "unknown-mark"),
        ("【摄】宋知秋", "misplaced-mark"),
        ("【图题】春耕", "misplaced-mark"),
        ("【电话】新闻热线：0399-0123456", "misplaced-mark"),
        ("【日期】2031-02-30", "impossible-value"),
        ("【日期】后天", "impossible-value"),
        ("【版次】第0版", "impossible-value"),
        ("【人员】宋知秋", "impossible-value"),
        ("【下转】第99999版", "jump-page-impossible"),
        ("【版名】望川", "repeated-mark"),
        ("【来源】另一家报", "repeated-mark"),
        ("【副题】", "empty-mark"),
    ],
)
def test_a_wrong_mark_is_one_defect_and_nothing_is_lost(line: str, code: str):
    text = f"【版名】法苑\n【标题】渠水\n【来源】望川日报\n【正文】渠水进了村。\n{line}\n"
    page = parse_page(text)
    assert codes(page) == [code]
    assert page.defects[0].line == 5
    assert_nothing_is_lost(text, page)
    assert_survives_the_round_trip(parse_page(text))


def test_hidden_characters_in_marked_text_are_set_aside():
    page = parse_page("【标\u200b题】渠\u202e水\n【正文】渠水进了村。\n")
    assert page.articles[0].headline == "渠水"
    assert [(piece.kind.value, piece.text) for piece in page.set_aside] == [
        ("control", "\\u200b"),
        ("control", "\\u202e"),
    ]


def test_of_two_marked_cards_the_first_is_kept():
    text = "【名片】法苑名片\n【电话】编辑部：0399—0123456\n【名片】热线\n【电话】0399—0123457\n"
    page = parse_page(text)
    assert page.contact_card is not None
    assert [(e.label, e.value) for e in page.contact_card.entries] == [("编辑部", "0399-0123456")]
    assert codes(page) == ["several-cards"]
    assert_nothing_is_lost(text, page)


# what once did not survive


@pytest.mark.parametrize(
    "text",
    [
        "渠水" + "\u0301" * 12 + "进了村。\n",
        "渠水" + "\u0301" * 5 + "\x00" + "\u0301" * 5 + "进了村。\n",
        "渠\u202e\n" * (MOST_HIDDEN + 5),
        "★ 渠边 ★\n渠水进了村\n\n本报讯（记者 宋知秋）渠水进了村。\n",
        "[()]\n渠水进了村\n\n本报讯（记者 宋知秋）渠水进了村。\n",
        "《 渠水进了村》（上接第5版）\n水到了地头。\n",
        "【版名】\n上报讯",
        "□8",
        "Editor: Ada Stone  Co版y desk: Tom Reed",
        "The Larkmoor Clarion  Tuesda March 4, 2031  Pag3",
        "THE OLD TOWN BRIDGE\nASHBY (Coast News ) — The river opened the bridge slowly on Monday.",
    ],
    ids=[
        "accents",
        "hidden accents",
        "no page",
        "padded label",
        "empty label",
        "padded quotation",
        "lead without text",
        "bullet",
        "garbled staff",
        "garbled folio",
        "padded agency",
    ],
)
def test_an_odd_text_survives_the_round_trip(text: str):
    assert_survives_the_round_trip(parse_page(text))


def test_a_bare_mark_is_not_set_aside():
    page = parse_page("【文章】\n【标题】渠水\n【正文】\n渠水进了村。\n")
    assert (page.set_aside, page.defects) == ((), ())


def test_a_mark_ends_what_stands_under_a_bare_text_mark():
    page = read(
        "【标题】渠水\n【正文】\n渠水进了村。\n【正文】水到了地头。\n\n一户一闸\n\n家家有田，户户有闸。"
    )
    assert [block["kind"] for block in page["articles"][0]["body"]][2] == "subhead"


def test_the_longest_page_has_a_marked_text_that_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lines, "MOST_LINES", 60)
    story = "渠水进了村\n\n望川日报讯（记者 宋知秋）3月1日，渠水进了村，家家有清泉。（下转第8版）\n\n"
    page = parse_page(story * 25 + "责编：宋知秋 许听澜 何雨\n" * 10)
    marked = to_marked_text(page)
    assert len(marked.split()) > 60
    assert "page-too-long" not in [one.code.value for one in [*page.defects, *parse_page(marked).defects]]
    assert records(parse_page(marked)) == records(page)


def test_people_of_one_role_stand_in_one_line():
    page = parse_page(
        "【责编】宋知秋\n【责编】许听澜\n【人员】统筹：何雨\n【人员】统筹：白小川\n【责编】骆小满\n"
    )
    assert to_marked_text(page) == "【责编】宋知秋、许听澜\n【人员】统筹：何雨、白小川\n【责编】骆小满\n"
    assert parse_page(to_marked_text(page)).staff == page.staff
