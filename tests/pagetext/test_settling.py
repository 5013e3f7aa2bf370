"""Lines that only their neighbours tell: half a sentence or a title, a name or a title, a list or a title."""

import pytest

from articles.pagetext import parse_page

FOLIO = "第05版：要闻　2031年9月2日\n\n"
NEWS = "渠水进村\n\n本报讯（记者 宋知秋）青石县昨天开渠，渠水在中午以前到了最后一个村。"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("县水利局有关负责人表示，类似的渠段还有", "九条，年底以前全部修好。"),
        ("全县像这样还在漏水的老渠段一共还有", "九条，年底以前全部修好。"),
        ("从县城到最远的一条渠，要走一百二十公", "里。今年修好的只有一半。"),
    ],
)
def test_half_a_sentence_is_no_headline_however_short(left: str, right: str):
    page = parse_page(f"{FOLIO}{NEWS}\n\n{left}\n\n{right}")
    assert [block.text for article in page.articles for block in article.body][-1] == left + right


def test_a_title_may_break_after_a_colon_over_a_byline():
    page = parse_page(f"{FOLIO}{NEWS}\n\n沙咀村：\n荒坡上种出甜枣\n\n■ 本报记者 许听澜\n\n枣红了。")
    assert [article.headline for article in page.articles] == ["渠水进村", "沙咀村： 荒坡上种出甜枣"]


def test_a_sentence_with_a_colon_that_ends_in_a_question_is_no_title():
    page = parse_page(f"{FOLIO}{NEWS}\n\n也要问一句：为什么二十年里没有人修渠？\n\n没有人回答。")
    assert [article.headline for article in page.articles] == ["渠水进村"]


def test_short_lines_that_touch_a_colon_are_its_list():
    page = parse_page(
        f"{FOLIO}{NEWS}\n\n比赛结果：\n东渠队3比0胜西渠队\n南渠队1比1平北渠队\n\n水牌的来历\n\n□ 许听澜\n\n水牌是木头的。"
    )
    assert [len(article.body) for article in page.articles] == [4, 1]


def test_a_lead_without_a_text_is_read_without_complaint():
    assert parse_page(f"{FOLIO}渠水进村\n\n本报讯（记者 宋知秋）\n\n渠通了。").articles[0].authors == (
        "宋知秋",
    )


def test_parts_of_one_story_under_heads_in_brackets_stay_together():
    page = parse_page(f"{FOLIO}渠边的借条算不算数\n\n【案情】\n江某借了八千元。\n\n【判决】\n法院判他还钱。")
    assert [[block.kind for block in article.body] for article in page.articles] == [
        ["subhead", "paragraph", "subhead", "paragraph"]
    ]


def test_a_short_title_over_a_lead_on_a_line_of_its_own_opens_an_article() -> None:
    text = (
        "渠水进村\n\n望川日报讯（记者 张某某）渠通了水，家家有田。\n\n"
        "短波\n\n望川日报讯（记者 李某某）\n\n水来了，家家高兴。\n"
    )
    articles = parse_page(text).articles
    assert [article.headline for article in articles] == ["渠水进村", "短波"]
    assert articles[1].authors == ("李某某",)
