"""InDesign tagged text: the names of its styles say what its paragraphs are."""

import pytest

from articles.documents import read_text
from articles.pagetext import parse_page

PAGE = """<UNICODE-WIN>
<Version:16><FeatureSet:InDesign-Roman><ColorTable:=<Black:COLOR:CMYK:Process:0,0,0,1>>
<DefineParaStyle:正文=<Nextstyle:正文><cFont:宋体>>
<DefineParaStyle:三栏黑体=<BasedOn:标题><cSize:36.000000>>
<ParaStyle:引题>清渠行动第三年
<ParaStyle:三栏黑体><cTypeface:Bold>渠水进了村<cTypeface:><0x000A>家家有田
<ParaStyle:副题>——青石县渠系改造记
<ParaStyle:正文>望川日报讯（记者 宋知秋）3月1日，青石县的渠水<cTypeface:Bold>进了村<cTypeface:>，
水费\\<3元\\>一户。

<ParaStyle:小标题>一户一闸
<ParaStyle:正文>“水到了地头。”村民说。
"""
LINES = [
    "【引题】清渠行动第三年",
    "【标题】渠水进了村",
    "【标题】家家有田",
    "【副题】——青石县渠系改造记",
    "望川日报讯（记者 宋知秋）3月1日，青石县的渠水进了村，",
    "水费<3元>一户。",
    "",
    "【小标题】一户一闸",
    "“水到了地头。”村民说。",
]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_tags_go_and_styles_become_marks(encoding: str, line_end: str):
    text, _ = read_text(PAGE.replace("\n", line_end).encode(encoding))
    assert text.rstrip("\n").split("\n") == LINES


def test_the_page_is_read_by_them():
    (article,) = parse_page(read_text(PAGE.encode())[0]).articles
    assert (article.kicker, article.headline) == ("清渠行动第三年", "渠水进了村 家家有田")
    assert (article.subtitle, article.authors) == ("——青石县渠系改造记", ("宋知秋",))


def test_coded_characters_are_characters():
    assert read_text(b"<ASCII-MAC>\n<ParaStyle:Headline><0x6E20><0x6C34>")[0] == "【标题】渠水\n"


def test_a_footnote_or_a_cell_is_a_line_of_its_own():
    text = "<ASCII-WIN>\n<TableStart:2,1><RowStart:><CellStart:1,1>渠水<CellEnd:><CellStart:1,1>清水<CellEnd:><TableEnd:>"
    assert read_text(text.encode())[0].split() == ["渠水", "清水"]


@pytest.mark.parametrize("tail", ["<", "<" * 5000, ">" * 5000, "\\", "<ParaStyle:", "<0x110000>", "<0xD800>"])
def test_a_broken_tag_is_no_reason_to_fail(tail: str):
    assert "渠水" in read_text(f"<UNICODE-WIN>\n渠水{tail}".encode())[0]


def test_what_only_begins_with_a_bracket_is_plain_text():
    assert read_text("<渠水>进村".encode())[0] == "<渠水>进村"
