"""What was written for colleagues: notes, placeholders, garbled text, jump notices."""

import pytest

from tests.proofreading.papers import article_of, found, words_found

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("leftover-note", "渠长TK里。", "TK"),
        ("leftover-note", "渠长【待补】里。", "【待补】"),
        ("leftover-note", "渠长（数据待核）。待核：宽度", "待核"),
        ("leftover-note", "渠长（待核实）里。", "（待核实）"),
        ("leftover-note", "（此处缺一张图）渠通了。", "（此处缺一张图）"),
        ("leftover-note", "The canal is TK miles long.", "TK"),
        ("leftover-note", "The canal is [check length] long.", "[check length]"),
        ("placeholder", "渠长XX里。", "XX"),
        ("placeholder", "渠长×××里。", "×××"),
        ("placeholder", "渠长____里。", "____"),
        ("garbled", "渠????了。", "????"),
        ("garbled", "渠\ufffd\ufffd了。", "\ufffd\ufffd"),
        ("garbled", "渠通了&nbsp;水来了。", "&nbsp;"),
        ("garbled", "The farmersâ€™ canal is open.", "â€™"),
        ("garbled", "渠通了<br>水来了。", "<br>"),
        ("jump-notice-in-text", "渠通了，水 下转第八版", "下转第八版"),
    ],
)
def test_it_is_found(code: str, text: str, words: str) -> None:
    assert words in [found.strip() for found in words_found(code, text)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("leftover-note", "情况有待核实，尚待查明，仍待补充，待查清后公布。"),
        ("leftover-note", "他在ATK公司上班，HOLD住了。"),
        ("leftover-note", "招待核心客户，对待查询的人。"),
        ("placeholder", "王××说，李XX也说；尺码XXL，XX世纪，3×4米，车牌冀A·XX123。"),
        ("placeholder", "电话是139XXXX0000，Exxon的XXX号。"),
        ("garbled", "渠长××××里，宽×××尺。"),
        ("garbled", "真的吗？？？他问。渠通了?"),
        ("garbled", "a<b>c时，AT&T公司。".replace("<b>", "＜b＞")),
        ("jump-notice-in-text", "他把那份下转的文件收好。"),
    ],
)
def test_what_is_meant_is_left_alone(code: str, text: str) -> None:
    assert words_found(code, text) == []


def test_a_jump_notice_in_the_byline_is_found() -> None:
    (finding,) = found(article_of("渠通了。", byline="记者 苏禾 下转第8版"), "jump-notice-in-text")
    assert finding.field == "byline"
