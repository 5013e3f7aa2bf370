"""下转 and 上接 in their printed forms."""

import pytest

from articles.pagetext import ParsedArticle, ParsedPage, parse_page

STORY = "渠水进了村\n\n望川日报讯（记者 宋知秋）3月1日，渠水进了村。两岸的人都来看{}\n"
HALF = "{}两岸的人都来看。\n\n水流了一夜。\n"


def only_article(text: str) -> ParsedArticle:
    (article,) = parse_page(text).articles
    return article


def codes(page: ParsedPage) -> list[str]:
    return [defect.code.value for defect in page.defects]


@pytest.mark.parametrize(
    "reference", ["。（讲话全文见第二版）", "。（详见第3版）", "，转身回家了。", "。他在第8版"]
)
def test_what_only_points_elsewhere_is_no_jump(reference: str):
    article = only_article(STORY.format(reference))
    assert article.continues_on is None
    assert article.body[-1].text.endswith(reference)


@pytest.mark.parametrize(
    ("notice", "label"),
    [
        ("（下转第8版）", "8"),
        ("(下转第8版)", "8"),
        ("（下转第八版）", "8"),
        ("（紧转第8版）", "8"),
        ("（转第8版）", "8"),
        ("【下转8版】", "8"),
        ("（下转②版）", "2"),
        ("下转A08版", "A8"),
        (" 下转A08", "A8"),
        ("下转二版 ▶", "2"),
        ("（下转第 12 版）", "12"),
        ("（下转第十二版）", "12"),
        ("\n（下转第8版）", "8"),
        ("\n\n▶下转第8版", "8"),
    ],
)
def test_a_jump_out_is_taken_from_the_text(notice: str, label: str):
    article = only_article(STORY.format("。" + notice))
    assert article.continues_on == label
    assert article.body[-1].text.endswith("都来看。")


@pytest.mark.parametrize(
    ("notice", "label"),
    [
        ("（上接第5版）", "5"),
        ("（上接第一版）", "1"),
        ("(上接5版)", "5"),
        ("（紧接第5版）", "5"),
        ("◀上接A01版", "A1"),
        ("◀ 上接 A01 版", "A1"),
        ("上接第5版\n", "5"),
        ("（上接②版）\n\n", "2"),
    ],
)
def test_a_second_half_begins_at_its_notice(notice: str, label: str):
    article = only_article(HALF.format(notice))
    assert article.continued_from == label
    assert article.headline is None
    assert [block.text for block in article.body] == ["两岸的人都来看。", "水流了一夜。"]


@pytest.mark.parametrize(
    "head",
    [
        "渠水进了村（上接第5版）\n\n",
        "渠水进了村\n（上接第5版）\n",
        "渠水进了村\n\n（上接第5版）",
        "渠水进了村 上接第5版\n",
        "（上接第5版《渠水进了村》）",
        "（上接第5版）《渠水进了村》\n",
        "（上接第5版）\n《渠水进了村》\n\n",
    ],
)
def test_a_second_half_may_have_a_title(head: str):
    article = only_article(HALF.format(head))
    assert (article.headline, article.continued_from) == ("渠水进了村", "5")


@pytest.mark.parametrize("number", ["0", "1000", "99999999999", "9" * 60])
def test_a_page_that_cannot_be_is_set_aside(number: str):
    page = parse_page(STORY.format(f"。（下转第{number}版）"))
    assert page.articles[0].continues_on is None
    assert "jump-page-impossible" in codes(page)
    assert [piece.kind.value for piece in page.set_aside] == ["notice"]


def test_a_jump_to_its_own_page_is_reported_and_kept():
    page = parse_page("第8版 综合 2031年3月4日\n\n" + STORY.format("。（下转第8版）"))
    assert page.articles[0].continues_on == "8"
    assert codes(page) == ["jump-to-itself"]


def test_a_sentence_may_break_at_a_jump():
    page = parse_page(STORY.format("（下转第8版）"))
    assert page.articles[0].body[-1].text.endswith("都来看")
    assert "sentence-cut-off" not in codes(page)


def test_a_sentence_that_breaks_without_a_jump_is_reported():
    assert codes(parse_page(STORY.format(""))) == ["sentence-cut-off"]


def test_a_page_of_nothing_is_reported():
    assert codes(parse_page(" \n\u3000\n")) == ["empty-page"]


def test_an_open_sentence_does_not_run_into_a_second_half():
    page = parse_page(STORY.format("") + "\n（上接第5版）的人回了家。\n")
    assert [article.body[-1].text for article in page.articles] == [
        "3月1日，渠水进了村。两岸的人都来看",
        "的人回了家。",
    ]
