"""Punctuation: pairs, widths, doubled marks, stray spaces."""

import pytest

from articles.proofreading import proofread_edition
from tests.factories import ArticleFactory
from tests.proofreading.papers import article_of, found, words_found

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("paragraphs", "alone"),
    [
        (["他说：“渠通了。"], ["“"]),
        (["渠通了。”他说。"], ["”"]),
        (["这本《渠边很好看。"], ["《"]),
        (["渠长三里）。"], ["）"]),
        (["他说：“渠通了。", "她没有说话，也没有“点头”。"], ["“"]),
        (["渠（长三里", "宽三尺）通了。"], ["（", "）"]),
        (["这本《渠（上）边很好看。"], ["《"]),
        (["他说：”渠通了。“"], ["”", "“"]),
    ],
)
def test_a_mark_alone_is_found(paragraphs: list[str], alone: list[str]) -> None:
    assert sorted(words_found("unpaired-mark", *paragraphs)) == sorted(alone)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["他说：“渠通了（三里），是‘好渠’。”"],
        ["他说：“渠通了。", "“水来了。", "“人笑了。”"],  # the opening mark at each paragraph
        ["他说：“渠通了。", "水来了。", "人笑了。”"],
        ["1）先修渠；2）再放水；3）然后收工。"],
        ["（一）先修渠", "二）再放水"],
        ["It’s the farmers’ canal, don’t you see."],
        ["根号2（1.414，2）不整。"],
        ["他笑了:)"],
        ["《关于修改〈渠规〉的决定》"],
    ],
)
def test_what_is_paired_is_left_alone(paragraphs: list[str]) -> None:
    assert words_found("unpaired-mark", *paragraphs) == []


def test_a_speech_may_run_over_a_jump() -> None:
    assert words_found("unpaired-mark", "他说：“渠通了，水", continues_on="8") == []
    assert words_found("unpaired-mark", "来了。”大家都笑。", continued_from="5") == []


def test_only_the_first_and_last_speech_run_over_a_jump() -> None:
    assert words_found("unpaired-mark", "他说：“渠通了。", "没有人答话。", continues_on="8") == ["“"]


def test_a_headline_is_paired_by_itself() -> None:
    (finding,) = found(article_of("”渠通了。”", headline="“渠通了"), "unpaired-mark")[:1]
    assert (finding.field, finding.words) == ("headline", "“")


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("half-width-mark", "渠通了,水来了;人笑了.", [",", ";", "."]),
        ("half-width-mark", "他说:“渠通了。”", [":"]),
        ("mixed-brackets", "渠（长三里)通了，(宽三尺）也够。", ["（长三里)", "(宽三尺）"]),
        ("half-width-brackets", "渠(长三里)通了。", ["(长三里)"]),
        ("wide-character", "３月６日，ＡＢ型。", ["３", "６", "ＡＢ"]),
        ("doubled-mark", "渠通了。。水来了，，人笑了！。", ["。。", "，，", "！。"]),
        ("doubled-mark", "他说：“渠通了。”。", ["。”。"]),
        ("doubled-mark", "The canal is open,, they say..", [",,", ".."]),
        ("space-before-mark", "渠通了 。水来了， 人笑了 ！", [" 。", " ！"]),
        ("space-before-mark", "The canal , they say, is open .", [" ,", " ."]),
        ("empty-pair", "他说：“”。读《 》。", ["“”", "《 》"]),
        ("mark-at-the-start", "，渠通了。", ["，"]),
    ],
)
def test_a_wrong_mark_is_found(code: str, text: str, words: list[str]) -> None:
    assert words_found(code, text) == words


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("half-width-mark", "长3,200米，比例1:500，网址www.example.com，时间10:30。"),
        ("half-width-mark", "The canal, they say; is open: yes."),
        ("mixed-brackets", "渠（长三里）通了(见图)。"),
        ("half-width-brackets", "函数f(x)在此。B(2)型，(a)项。"),
        (
            "wide-character",
            "3月6日，AB型，增长３".replace("３", "三") + "成，约８".replace("８", "八") + "％。",
        ),
        ("doubled-mark", "渠通了……水来了——人笑了！！你说呢？！真的吗？？"),
        ("doubled-mark", "The U.S.. and so on... Inc., Ltd., etc."),
        ("space-before-mark", "渠 通了。 “水来了。”（笑） 《渠》"),
        ("space-before-mark", "Wait . . . the canal is open."),
        ("empty-pair", "调用main（）函数。"),
        ("mark-at-the-start", "“渠通了。”《渠》（一）……然后呢？"),
    ],
)
def test_a_right_mark_is_left_alone(code: str, text: str) -> None:
    assert words_found(code, text) == []


@pytest.mark.parametrize(
    ("code", "paragraph"),
    [
        ("half-width-mark", "渠通了,水来了,人笑了,都说好,真的好."),
        ("half-width-brackets", "渠(长三里)通了，水(三尺)来了，人(两个)笑了。"),
        ("wide-character", "３月６日，７月８日，９月１日。"),
    ],
)
def test_a_paper_may_print_all_of_them_so(code: str, paragraph: str) -> None:
    assert words_found(code, *[paragraph] * 5) == []


def test_the_manner_is_that_of_the_whole_edition() -> None:
    article = article_of("渠通了,水来了。")
    ArticleFactory(page=article.page, body="渠通了,水来了,人笑了,都说好." * 5)
    assert not [f for f in proofread_edition(article.page.edition).findings if f.code == "half-width-mark"]


def test_a_second_half_may_begin_in_mid_sentence() -> None:
    assert words_found("mark-at-the-start", "，水来了。", continued_from="5") == []
