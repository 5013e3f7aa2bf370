"""A second half may print its lead before its notice."""

import pytest

from articles.pagetext import parse_page


@pytest.mark.parametrize("lead", ["本报讯（记者 苏禾）", "望川日报讯（记者 苏禾 通讯员 程渡）", "本报讯"])
@pytest.mark.parametrize("notice", ["（上接第5版）", "（紧接第五版）", "（上接A05版）"])
def test_the_notice_is_no_part_of_the_byline(lead: str, notice: str) -> None:
    page = parse_page(f"民生\n\n老渡口装上了新路灯\n\n{lead}{notice}天一擦黑，路灯齐齐亮起，照着回家的路。\n")
    (article,) = page.articles
    assert article.byline == lead
    assert article.continued_from in ("5", "A5")
    assert article.body[0].text.startswith("天一擦黑")
