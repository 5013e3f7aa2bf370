"""What the edge of a page says."""

from articles.pagetext import parse_page

STORY = "\n\n渠水进了村\n\n望川日报讯（记者 宋知秋）渠水进了村。\n"


def test_a_date_in_a_text_is_no_folio():
    page = parse_page(
        "渠水进了村\n\n望川日报讯（记者 宋知秋）渠水进了村。\n\n2031年3月4日，青石县第3版县志付印。\n"
    )
    assert (page.edition_date, page.page_number) == (None, None)


def test_a_date_that_cannot_be_is_none():
    page = parse_page("2031年2月30日 第5版" + STORY)
    assert (page.edition_date, page.page_number) == (None, "5")


def test_folios_that_contradict_each_other_say_nothing():
    page = parse_page("第5版 2031年3月4日" + STORY + "\n第6版 2031年3月4日\n")
    assert page.page_number is None
    assert str(page.edition_date) == "2031-03-04"
    assert [defect.code.value for defect in page.defects] == ["contradicting-folio"]


def test_the_staff_may_stand_in_the_folio():
    page = parse_page("第5版 法苑 2031年3月4日 责编：宋知秋 校对：何 雨" + STORY)
    assert (page.page_title, page.page_number) == ("法苑", "5")
    assert [(member.role, member.name) for member in page.staff] == [("责编", "宋知秋"), ("校对", "何雨")]
