"""A label above a headline is told from its first line by evidence that is weighed, row by row."""

import pytest

from articles.pagetext import parse_page
from articles.pagetext.columnlabels import EVIDENCE, Evidence

FOLIO = "第05版：要闻　2031年9月2日\n\n"
TEXT = "本报讯（记者 宋知秋）青石县昨天开渠，渠水在中午以前到了最后一个村。\n\n村民说，水来得正是时候。"


@pytest.mark.parametrize("evidence", EVIDENCE, ids=lambda evidence: evidence.name)
def test_each_piece_of_evidence_holds_for_its_example_alone(evidence: Evidence):
    assert evidence.holds(evidence.example)
    assert not evidence.holds(evidence.counter_example)


@pytest.mark.parametrize(
    ("titles", "column", "headline"),
    [
        ("微评\n\n别让渠长变成“巡渠长”", "微评", "别让渠长变成“巡渠长”"),
        ("水利\n东渠清淤全线完成", "水利", "东渠清淤全线完成"),
        ("热 点\n渠边的菜价回落了", "热点", "渠边的菜价回落了"),
        ("■渠边人家\n一碗水端平", "渠边人家", "一碗水端平"),
        ("北岸老渠\n下月起分段清淤", None, "北岸老渠 下月起分段清淤"),
        ("高温来袭\n护渠人错峰上岗", None, "高温来袭 护渠人错峰上岗"),
        ("我县首条\n光伏水渠并网发电", None, "我县首条 光伏水渠并网发电"),
        ("水牌老人\n和他的三只木箱", None, "水牌老人 和他的三只木箱"),
        ("青石大桥合龙\n\n两岸车程缩短至六分钟", None, "青石大桥合龙"),
    ],
)
def test_a_short_first_line_is_a_label_when_more_speaks_for_it(
    titles: str, column: str | None, headline: str
):
    article = parse_page(f"{FOLIO}{titles}\n\n{TEXT}").articles[0]
    assert (article.column, article.headline) == (column, headline)


def test_what_is_printed_over_two_titles_is_a_label():
    page = parse_page(
        f"{FOLIO}渠东片\n清淤完成\n\n{TEXT}\n\n渠东片\n水价上墙\n\n{TEXT.replace('宋知秋', '许听澜')}"
    )
    assert [(article.column, article.headline) for article in page.articles] == [
        ("渠东片", "清淤完成"),
        ("渠东片", "水价上墙"),
    ]


def test_a_label_that_little_speaks_for_is_shown_to_the_editor():
    page = parse_page(f"{FOLIO}村头水声里\n\n开渠那天谁敲了铜锣\n\n{TEXT}")
    assert page.articles[0].column == "村头水声里"
    assert "doubtful-title-split" in [defect.code for defect in page.defects]
