"""Every defect is told of some page, with the number of its line and a sentence that names the place."""

import pytest

from articles.pagetext import DefectCode, parse_page
from articles.pagetext.lines import MOST_LINES

LEAD = "望川日报讯（记者 宋知秋）"
TEXT = "3月1日，青石县的渠水进了村，三百户人家喝上了清水。"
STORY = f"渠水进了村\n\n{LEAD}{TEXT}\n"
CARD = "法苑名片\n\n编辑部：0399—0123456\n何 雨：10012345678\n电子邮箱：fayuan@example.com\n\n"
COLUMNS = (
    "3月1日清晨，青石县的渠水进\n镇上的老街修了三年，昨天终于\n了村。村民们站在渠边，看着渠\n重新开市。老街的石板一块块编\n"
    "水一尺一尺地涨上来。渠水清，\n了号，再一块块铺回老街原来的\n田里的苗也青。青石县的渠修了\n地方。石板路的两边是新开的店\n"
    "三年，渠边的村民出了一半的工\n铺，店铺里卖的是镇上的老味道\n。渠长三公里，渠水流过三个村\n。老街上的人说，老街的石板路\n"
    "庄。村庄里的村民说，渠水进村\n走着踏实。石板路通到镇上的码\n的那天是村庄最热闹的一天。渠\n头，码头边的店铺也跟着开了市\n"
)

PAGES = {
    DefectCode.EMPTY_PAGE: (" \n\u3000\n", 1, ""),
    DefectCode.UNPLACED_TEXT: (f"{STORY}\n【略·未识别】春耕\n", 5, "春耕"),
    DefectCode.SENTENCE_CUT_OFF: (f"{STORY}\n水渠边的老人说，他等这一天等了\n", 5, "等了"),
    DefectCode.DOUBTFUL_TITLE_SPLIT: (
        f"望川召开2031年度通渠工作会议\n\n今年再修三条渠\n\n{LEAD}{TEXT}\n",
        1,
        "望川召开",
    ),
    DefectCode.HEADLINE_MISSING: (f"上接第5版\n\n{TEXT}\n\n{TEXT}\n", 1, "3月1日"),
    DefectCode.TEXT_MISSING: (f"【标题】老街开了市\n【标题】\n【文章】\n{STORY}", 1, "老街开了市"),
    DefectCode.UNPAIRED_MARKS: (f"{STORY}\n水渠边的老人说：“他等这一天等了三年。\n", 5, "“”"),
    DefectCode.GLUED_NAMES: (f"渠水进了村\n\n□ 本报记者何小燕郭小灿\n\n{TEXT}\n", 3, "何小燕郭小灿"),
    DefectCode.JUMP_PAGE_IMPOSSIBLE: (f"{STORY.strip()}（下转第99999版）\n", 3, "99999"),
    DefectCode.JUMP_TO_ITSELF: (f"2031年3月4日 星期二 第5版\n\n{STORY.strip()}（下转第5版）\n", 3, "5"),
    DefectCode.UNREAD_JUMP: (f"{STORY.strip()}（下转第8饭）\n", 3, "（下转第8饭）"),
    DefectCode.SEVERAL_JUMPS: (f"{STORY.strip()}（下转第8版）\n\n{TEXT}（下转第6版）\n", 5, "（下转第6版）"),
    DefectCode.SEVERAL_CARDS: (f"{STORY}\n{CARD}{CARD.replace('法苑', '副刊')}", 11, "副刊名片"),
    DefectCode.SEVERAL_BYLINES: (
        f"渠水进了村\n\n□ 望川日报记者 宋知秋\n\n{TEXT}\n\n□ 望川日报记者 许听澜\n\n{TEXT}\n",
        7,
        "许听澜",
    ),
    DefectCode.CONTRADICTING_FOLIO: (
        f"2031年3月4日 星期二 第5版\n\n{STORY}\n2031年3月4日 星期二 第6版\n",
        7,
        "第6版",
    ),
    DefectCode.CONTROL_CHARACTERS: (STORY.replace("清水", "清\u202e水"), 3, "\\u202e"),
    DefectCode.GARBLED_TEXT: (f"{STORY}\n渠水\ufffd\ufffd了村。\n", 5, "\ufffd\ufffd"),
    DefectCode.INTERLEAVED_COLUMNS: (f"{COLUMNS}", 1, "青石县的渠水进"),
    DefectCode.VERTICAL_TEXT: (f"{STORY}\n" + "渠\n水\n进\n村\n" * 50, 5, "渠 水 进 村"),
    DefectCode.PAGE_TOO_LONG: ("渠水进村\n" * (MOST_LINES + 1), MOST_LINES + 1, ""),
    DefectCode.UNKNOWN_MARK: (f"【标题】渠水进了村\n【副体】青石县渠系改造记\n{TEXT}\n", 2, "副体"),
    DefectCode.MISPLACED_MARK: (f"【标题】渠水进了村\n【摄】何雨\n【正文】{TEXT}\n", 2, "【摄】何雨"),
    DefectCode.REPEATED_MARK: (f"【版次】5\n【版次】6\n{STORY}", 2, "【版次】6"),
    DefectCode.EMPTY_MARK: (f"【标题】渠水进了村\n【副题】\n【正文】{TEXT}\n", 2, "【副题】"),
    DefectCode.IMPOSSIBLE_VALUE: (f"【日期】2031-02-30\n{STORY}", 1, "2031-02-30"),
}


def test_a_page_is_here_for_every_defect():
    assert set(PAGES) == set(DefectCode)


def test_a_page_in_order_has_none():
    assert parse_page(STORY).defects == ()


@pytest.mark.parametrize("code", PAGES, ids=str)
def test_a_defect_names_its_line_and_its_place(code: DefectCode):
    text, line, place = PAGES[code]
    page = parse_page(text)
    told = [(one.line, one.message) for one in page.defects if one.code is code]
    assert [number for number, _ in told] == [line]
    assert place in told[0][1]
    assert "“”" not in told[0][1].replace("marks “”", "")


def test_a_byline_and_a_photographer_stand_under_one_title():
    text = f"渠水进了村\n\n□ 望川日报记者 宋知秋/文\n□ 望川日报记者 许听澜/图\n\n{TEXT}\n\n{TEXT}\n"
    assert parse_page(text).defects == ()


def test_a_sentence_cut_off_above_a_subhead_is_told_of():
    cut = "水渠边的老人说，他等这一天等了"
    text = f"渠水进了村\n\n{LEAD}{TEXT}\n\n{cut}\n\n一户一闸\n\n{TEXT}\n\n{TEXT}\n"
    assert [(one.code, one.line) for one in parse_page(text).defects] == [(DefectCode.SENTENCE_CUT_OFF, 5)]


@pytest.mark.parametrize(
    "text", ["渠水「进了村。", "『进了村。", "他说(下回再来。", "The canal (which is new is open."]
)
def test_marks_of_every_kind_come_in_pairs(text: str):
    codes = [one.code for one in parse_page(f"【标题】渠水\n【正文】{text}\n").defects]
    assert codes == [DefectCode.UNPAIRED_MARKS]


@pytest.mark.parametrize(
    "text", ["1) 渠通了；2) 水来了。", "a) the canal; b) the lock.", "渠通了 :)。", "「渠通了」（图）。"]
)
def test_a_number_with_a_bracket_is_no_pair(text: str):
    assert parse_page(f"【标题】渠水\n【正文】{text}\n").defects == ()
