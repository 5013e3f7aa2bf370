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


def test_a_line_longer_than_a_title_over_the_end_of_a_sentence_is_its_first_half():
    left, right = "督查采取不发通知、不打招呼、不听汇报的方式进行，发现问", "题现场交办。"
    page = parse_page(f"{FOLIO}{NEWS}\n\n{left}\n\n{right}\n\n南渠立碑\n\n□ 许听澜\n\n碑是旧的。")
    assert page.articles[0].body[-1].text == left + right
    assert [article.headline for article in page.articles] == ["渠水进村", "南渠立碑"]


def test_half_a_sentence_with_a_colon_is_no_label_but_who_speaks_is_told_apart():
    half = "但水省下来，账还没算完。种粮大户盼着水价能再细一"
    page = parse_page(f"{FOLIO}{NEWS}\n\n{half}\n\n点：“分得清谁用了多少，才舍得省。”大家点头。")
    assert len(page.articles[0].body) == 2
    page = parse_page(f"{FOLIO}{NEWS}\n\n{half}\n\n记者：谁来分清？渠长也答不上来。")
    assert len(page.articles[0].body) == 3


UNSIGNED = "渠水进村\n\n问：渠水什么时候到？\n\n答：后天中午以前。渠长会在村口敲锣。"


@pytest.mark.parametrize(
    ("signature", "headlines"),
    [
        ("本报记者 宋知秋", ["渠水进村", "水鸟赖在渠边不走了"]),
        ("", ["渠水进村"]),
    ],
)
def test_a_title_that_its_signed_text_tells_again_opens_a_story_under_one_that_nobody_signed(
    signature: str, headlines: list[str]
):
    story = f"这几天，一百多只水鸟落到渠边。\n\n渠长说，它们留下是因为渠里有鱼。{signature}"
    page = parse_page(f"{FOLIO}{UNSIGNED}\n\n水鸟赖在渠边不走了\n\n{story}")
    assert [article.headline for article in page.articles] == headlines


def test_the_title_of_a_card_under_a_notice_is_no_signature_of_the_notice():
    page = parse_page(
        f"{FOLIO}{NEWS}\n\n声明：青石县渔具店遗失公章一枚，声明作废。\n\n晚报帮办\n\n"
        "热线：0399-0123456\n邮箱：news@example.com\n来访：渠路1号"
    )
    assert page.contact_card is not None
    assert page.contact_card.title == "晚报帮办"
    assert len(page.contact_card.entries) == 3
