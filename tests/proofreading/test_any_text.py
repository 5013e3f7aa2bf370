"""Whatever stands in an article: proofreading does not raise, keeps its place, takes time by the length, asks the database as often."""

import time
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import Article, HouseWord
from articles.proofreading import proofread, proofread_edition, waive
from articles.proofreading.proofs import Issue
from articles.proofreading.reading import findings_of
from tests.desk.rows import make_page
from tests.factories import ArticleFactory, EditionFactory, PhotoFactory, UserFactory

PIECES = [
    *"“”‘’（）()《》〈〉【】「」，。、；：！？.,:;…—-·×X？?*_○〇零一十月日时年星期周TKO0138９Ａ的了來後張 \n#\\",
    *(
        "斗争",
        "3月",
        "2月30日",
        "（星期五）",
        "2026年",
        "电话：",
        "0399-",
        "012345",
        "法官",
        "张晓",
        "张小",
        "说",
        "待核",
        "【待补】",
    ),
    *(
        "（下转第8版）",
        "Friday, March 6",
        "Feb. 30",
        "第五季度",
        "25时",
        "the the",
        "二〇二零年",
        "&nbsp;",
        "\u3000",
        "𠮷",
        "\ufffd",
        "\x00",
    ),
]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.characters()), max_size=60).map("".join)


def read(**fields: str) -> list:
    issue = Issue(date(2026, 3, 6), house_words=["张學文"], pages=["8"])
    return findings_of(issue.add(Article(**fields)))


@settings(max_examples=150, deadline=None)
@given(body=texts, headline=texts, byline=texts, page=st.sampled_from(["", "5"]))
def test_no_text_makes_it_raise_and_every_finding_stands_where_it_says(body, headline, byline, page) -> None:
    fields = {
        "body": body,
        "headline": headline,
        "byline": byline,
        "continued_from": page,
        "continues_on": page,
    }
    findings = read(**fields)
    for finding in findings:
        assert finding.sentence
        assert finding.field_name
        assert (
            fields.get(finding.field, "")[finding.start : finding.end] == finding.words or not finding.words
        )
    assert len({finding.key for finding in findings}) == len(findings)


LONG = 12_000  # an article may have 200,000; the proportion tells
HARD = [
    *(
        "渠通了。\n",
        "斗争",
        "的",
        "“",
        "”",
        "“\n",
        "《）",
        "（",
        "(",
        ")",
        ",1)",
        "（(",
        "1",
        "0399-",
        "法官张晓说",
        "书记",
        "3月",
        "3月5日",
        "星期",
    ),
    *(
        "二〇",
        "2O",
        "×",
        "？",
        "?",
        "【",
        "来",
        "來",
        "a ",
        "the ",
        "Friday, ",
        "March 6 ",
        ". ",
        ",",
        "，",
        "渠 ，",
        "待核",
        "电话1",
        "電",
        "一",
        "x",
        "张",
        " ",
    ),
]


@pytest.mark.parametrize("piece", HARD)
def test_a_long_text_takes_its_time_by_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        started = time.process_time()
        read(body=(piece * length)[:length])
        return time.process_time() - started

    seconds(1000)
    short = min(seconds(LONG // 8) for _ in range(2))
    assert seconds(LONG) < 8 * 2.5 * short + 0.3


@pytest.mark.django_db
def test_the_database_is_asked_as_often_for_a_big_edition_as_for_a_small_one() -> None:
    edition, big = EditionFactory(), EditionFactory()
    make_page(edition)
    for _ in range(6):
        article = make_page(big)
        ArticleFactory.create_batch(5, page=article.page, body="他斗争斗争过。")
        PhotoFactory.create_batch(3, page=article.page, article=article, credit="")
    HouseWord.objects.create(word="渠边")
    for finding in proofread_edition(big).open()[:5]:
        waive(finding=finding, reason="是诗句", by=UserFactory())
    for act, few, many in (
        (proofread_edition, edition, big),
        (
            proofread,
            Article.objects.filter(page__edition=edition)[0],
            Article.objects.filter(page__edition=big)[0],
        ),
    ):
        with CaptureQueriesContext(connection) as small:
            act(few)
        with CaptureQueriesContext(connection) as large:
            act(many)
        assert len(large) == len(small) <= 9
