"""The name in a credit ends where its word begins."""

import pytest

from articles.pagetext import parse_page


@pytest.mark.parametrize(
    ("printed", "who"),
    [
        ("张某某 供图", "张某某"),
        ("张某供图", "张某"),
        ("张 某 供图", "张某"),
        ("欧阳小文 供图", "欧阳小文"),
        ("（张某某 供图）", "张某某"),
        ("张某 文/图", "张某"),
        ("本报记者 张某某 通讯员 李某某 摄影报道", "张某某 李某某"),
        ("望川日报记者张 某、李 某某摄", "张 某、李 某某"),
    ],
)
def test_a_credit_names_who_took_the_picture_and_no_more(printed: str, who: str):
    page = parse_page(f"第8版 综合 2031年3月4日\n\n渠水进了村，家家有田。{printed}\n")
    assert [(photo.caption, photo.credit) for photo in page.photos] == [("渠水进了村，家家有田。", who)]
