"""What looks like a jump notice and names no page that can be read is not left in a text with nobody told."""

from pathlib import Path

import pytest

from articles.pagetext import decode, parse_page

from .conservation import assert_nothing_is_lost

HERE = Path(__file__).parent
PAGES = sorted(
    [*HERE.glob("pages/*.txt"), *HERE.glob("newspapers/*.txt"), *HERE.parents[1].glob("sample/*/*.txt")]
)
STORY = "渠水进了村\n\n望川日报讯（记者 宋知秋）3月1日，青石县的渠水进了村。{}\n"


def unread(text: str) -> list[tuple[int, str]]:
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    return [(one.line, one.details["text"]) for one in page.defects if one.code == "unread-jump"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_page_of_a_newspaper_has_one(path: Path):
    assert unread(decode(path.read_bytes())[0]) == []


@pytest.mark.parametrize(
    "notice",
    [
        "（下转第8饭）",
        "（下转第？版）",
        "（下转第 版）",
        "（下转）",
        "(下轉第8皈 版)",
        "【转第八饭】",
        "（下转第二、三版）",
        "（紧接头版）",
        "下转第8饭",
        "（下转第8版）后来又说了一句。",
    ],
)
def test_a_near_notice_is_named_with_its_line(notice: str):
    ((line, text),) = unread(STORY.format(notice))
    assert line == 3
    assert text == notice.removesuffix("后来又说了一句。")


def test_a_near_notice_in_a_title_is_named():
    assert unread("渠水进村（上接第饭）\n\n望川日报讯（记者 宋知秋）3月1日，渠水进了村。\n") == [
        (1, "（上接第饭）")
    ]


def test_a_near_notice_that_a_column_breaks_is_named():
    text = STORY.format("水费一户三元，县里出了大半（下转第\n\n8饭）后来，家家都装上了水表。")
    assert unread(text) == [(3, "（下转第 8饭）")]


@pytest.mark.parametrize(
    "notice", ["(Continued on Page ?)", "\n\nContinued on Page\n", "(Cont'd from pg. ??)"]
)
def test_an_english_near_notice_is_named(notice: str):
    story = (
        "The canal is open\n\nBy Ada Stone\n\nThe canal at Wickham Lock opened on Monday after nine years of work, "
        "and hundreds came.\n\nThe first boat was the Heron, and the town band played until it had gone. "
    )
    assert [text for _, text in unread(story + notice)] == [notice.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "（下转第8版）",
        "\n\n下转A08版 ▶",
        "屋顶（上接天线，下接地线）很高。",
        "（转第2路公交车）到渠边。",
        "（转自《望川日报》）后来。",
        "（接第二次通知后出发）他说。",
        "这份下转的文件，上接天心，下接地气。",
        "他接第八棒，转第三圈。",
    ],
)
def test_what_is_no_notice_or_a_read_one_is_not_named(text: str):
    assert unread(STORY.format(text)) == []


def test_many_near_notices_are_looked_through_once():
    assert len(unread(STORY.format("") + "渠水进了村（下转第8饭）后来。\n" * 3_000)) == 3_000
