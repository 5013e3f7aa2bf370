"""Stray traditional characters: found in a simplified text, silent in a traditional one, in names the paper keeps, beside kana."""

import pytest

from articles.models import HouseWord
from articles.proofreading import proofread_edition
from tests.factories import ArticleFactory, PhotoFactory
from tests.proofreading.papers import article_of, found, words_found

pytestmark = pytest.mark.django_db
CODE = "stray-traditional"
SIMPLIFIED = "青石县的村民们说，这条渠开得好，水来得也及时，庄稼有了着落。"


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("五年來，渠水进了村。", ["來"]),
        ("人民法院開庭審理此案。", ["開", "審"]),
        ("雨後天晴。", ["後"]),
        ("他在臺上說話。", ["臺", "說話"]),
    ],
)
def test_a_stray_traditional_character_is_found(text: str, stray: list[str]) -> None:
    assert words_found(CODE, SIMPLIFIED, text) == stray


def test_the_sentence_gives_the_simplified_form() -> None:
    (finding,) = found(article_of(SIMPLIFIED, "五年來，渠通了。"), CODE)
    assert finding.details["simplified"] == "来"


@pytest.mark.parametrize(
    "text",
    [
        "乾隆年间的碑文还在，魏徵的故事也在讲。",  # simplified in these words
        "老馆长李昇、村支书赵陞到场。",  # allowed in names
        "陈喆、王堃、马骉三人当选。",
        "瞭望塔下，著名作家藉此机会发言，狼藉一片。",
        "店招上写着「日本語の授業」。",  # Japanese
        "村里有个叫闫家沟的地方，后来改叫台上村。",
    ],
)
def test_what_a_simplified_text_may_have_is_left_alone(text: str) -> None:
    assert words_found(CODE, SIMPLIFIED, text) == []


def test_a_traditional_article_is_left_alone() -> None:
    text = "青石縣的村民們說，這條渠開得好，水來得也及時，莊稼有了著落。"
    assert words_found(CODE, text, headline="渠開了") == []


def test_a_short_caption_goes_with_its_traditional_paper() -> None:
    article = article_of("青石縣的村民們說，這條渠開得好，水來得也及時。", headline="渠開了")
    PhotoFactory(page=article.page, caption="開渠。", credit="程渡")
    assert proofread_edition(article.page.edition).findings == ()


def test_a_short_caption_of_a_simplified_paper_is_read() -> None:
    article = article_of(SIMPLIFIED)
    PhotoFactory(page=article.page, caption="開渠。", credit="程渡")
    assert [f.words for f in proofread_edition(article.page.edition).findings] == ["開"]


def test_a_name_on_the_list_of_house_words_is_left_alone_and_nothing_else() -> None:
    HouseWord.objects.create(word="张學文")
    assert words_found(CODE, SIMPLIFIED, "老师张學文說，學生们都来了。") == ["說", "學"]


def test_a_house_word_holds_in_every_article() -> None:
    HouseWord.objects.create(word="學文堂")
    article = article_of(SIMPLIFIED, "學文堂开门了。")
    ArticleFactory(page=article.page, body="學文堂又关门了。")
    assert proofread_edition(article.page.edition).findings == ()
