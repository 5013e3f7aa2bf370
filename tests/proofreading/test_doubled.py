"""Doubled words: an error where the language does not double them."""

import pytest

from tests.proofreading.papers import words_found

pytestmark = pytest.mark.django_db
CODE = "doubled-word"


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("他同洪水斗争斗争了一辈子。", "斗争斗争"),
        ("新修的的水渠有三里长。", "的的"),
        ("他到了了渡口。", "了了"),
        ("渠修在在山腰上。", "在在"),
        ("两村和和三镇都通了水。", "和和"),
        ("这条渠是是去年修的。", "是是"),
        ("县水利局水利局负责施工。", "水利局水利局"),
        ("青石县人民法院青石县人民法院受理此案。", "青石县人民法院青石县人民法院"),
        ("负责人负责人说，渠通了。", "负责人负责人"),
        ("She crossed the the bridge.", "the the"),
        ("It was Was told of it.", "was Was"),
    ],
)
def test_a_doubled_word_is_found(text: str, doubled: str) -> None:
    assert words_found(CODE, text) == [doubled]


@pytest.mark.parametrize(
    "text",
    [
        "大家高高兴兴来，认认真真学，实实在在干，和和气气走。",
        "日子过得安安在在，屋里收拾得停停了了。",
        "谢谢，天天都来看看，渐渐多起来，仅仅三天，人人有份。",
        "大家坐下来研究研究，再商量商量，好好打扫打扫。",
        "把话说说清楚，给他们反映反映。",
        "一步一步走，一户一户问，一个一个过。",
        "雪白雪白的墙，通红通红的灯笼，冰凉冰凉的水。",
        "锣鼓咚咚咚咚响，水哗啦哗啦流，大家哈哈哈哈笑。",
        "有目的的学习，为了了解民情，除了了却心愿，对的的士司机。",
        "关键是是否通水，还是是非分明，自由由此而来。",
        "现在在建的三座桥，存在在线隐患。",
        "与和平的主题，追求和谐和和平。",
        "以及及时送到，对于于某的说法。",
        "二〇二〇年，一九一九年，三三两两，千千万万。",
        "走着走着天亮了，干着干着就会了。",
        "看起来好多好多，很久很久以前。",
        "整箱整箱的鱼，成片成片的林子，多得多得很。",
        "他在县里工作工作组也来了。",
        "加油加油加油！",
        "He had had enough, and that that was so.",
        "国家有关规定规定应当公开的，直管的市的市区不养鸡。",
        "开渠，开渠，还是开渠。",
        "他说：“不行，不行。”",
    ],
)
def test_what_the_language_doubles_is_left_alone(text: str) -> None:
    assert words_found(CODE, text) == []


def test_a_word_that_only_meets_its_neighbour_is_left_alone() -> None:
    assert words_found(CODE, "支持企业创业创新。", "创业不易，创业者不少。") == []
