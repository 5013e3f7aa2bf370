"""Where the style of a paragraph says what it is, the line says it in a mark."""

import pytest

from articles.pagetext import ParsedPage, parse_page

from .word_files import lines_of, text_of, written

LEAD = "望川日报讯（记者 宋知秋）3月1日，青石县的渠水进了村，三百户人家喝上了清水。"


def page_of(*paragraphs: str | tuple[str, str]) -> ParsedPage:
    return parse_page(text_of(written(*paragraphs)))


@pytest.mark.parametrize(
    "styles",
    [
        ("引题", "标题", "副题"),
        ("Kicker", "Title", "Subtitle"),
        ("01肩题", "要闻:大标题（三栏）", "副标题 2"),
    ],
)
def test_the_styles_of_a_title_divide_it(styles: tuple[str, str, str]):
    parts = ("清渠行动第三年", "渠水进了村", "青石县渠系改造记")
    (article,) = page_of(*zip(parts, styles, strict=True), LEAD).articles
    assert (article.kicker, article.headline, article.subtitle) == parts
    assert article.byline == "望川日报讯（记者 宋知秋）"


def test_both_lines_of_a_styled_title_are_of_it():
    assert page_of(("渠水进了村\n家家有田", "Title"), LEAD).articles[0].headline == "渠水进了村 家家有田"


def test_a_style_is_known_by_the_style_it_is_based_on():
    document = written(("渠水进了村", "三栏黑体"), LEAD)
    document.styles["三栏黑体"].base_style = document.styles["Heading 1"]
    assert lines_of(document)[0] == "【标题】渠水进了村"


def test_styles_that_are_based_on_each_other_are_no_reason_to_go_round():
    document = written(("渠水进了村", "甲"), (LEAD, "乙"))
    document.styles["甲"].base_style = document.styles["乙"]
    document.styles["乙"].base_style = document.styles["甲"]
    assert lines_of(document) == ["渠水进了村", LEAD]


def test_the_numbered_headings_of_a_page_are_titles_and_subheads():
    document = written(("法苑", "Title"), ("渠水进了村", "Heading 1"), LEAD, ("一户一闸", "Heading 2"), LEAD)
    marked = ["【版名】法苑", "【标题】渠水进了村", LEAD, "【小标题】一户一闸", LEAD]
    assert lines_of(document) == marked


def test_the_numbered_headings_of_one_article_are_subheads():
    document = written(("渠水进了村", "Title"), LEAD, ("一户一闸", "Heading 1"), LEAD)
    assert lines_of(document) == ["【标题】渠水进了村", LEAD, "【小标题】一户一闸", LEAD]


def test_low_headings_under_a_text_are_subheads():
    assert lines_of(written("渠水进了村", LEAD, ("一户一闸", "Heading 3"), LEAD))[2] == "【小标题】一户一闸"


def test_a_caption_keeps_its_photographer():
    (photo,) = page_of(("渠水进了村", "标题"), LEAD, ("3月1日，渠水到了田头。何雨 摄", "题注")).photos
    assert (photo.caption, photo.credit) == ("3月1日，渠水到了田头。", "何雨")


def test_a_caption_without_a_sign_of_one_is_a_photo():
    assert (
        page_of(("渠水进了村", "标题"), LEAD, ("青石县的田头", "Caption")).photos[0].caption == "青石县的田头"
    )


def test_a_notice_in_a_styled_title_is_no_part_of_it():
    (article,) = page_of(("渠水进村（上接第5版）", "标题"), LEAD).articles
    assert (article.headline, article.continued_from) == ("渠水进村", "5")


def test_a_line_that_an_editor_has_marked_keeps_the_mark():
    assert lines_of(written(("【副题】青石县渠系改造记", "标题"))) == ["【副题】青石县渠系改造记"]


def test_paragraphs_without_a_known_style_stay_as_they_are():
    assert lines_of(written("渠水进了村", (LEAD, "Body Text"), (LEAD, "正文"))) == ["渠水进了村", LEAD, LEAD]
