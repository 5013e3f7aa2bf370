"""Dates, weekdays, times and years: what cannot be."""

import datetime

import pytest
from django.utils import translation

from tests.proofreading.papers import article_of, found, words_found

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3月6日（星期四）开渠。", "3月6日（星期四"),
        ("3月6日，周六，开渠。", "3月6日，周六"),
        ("2021年9月2日（星期五）通水。", "2021年9月2日（星期五"),
        ("去年3月6日（星期五）通水。", "3月6日（星期五"),
        ("九月二日星期四收割。", "九月二日星期四"),
        ("二〇二一年九月二日（星期五）通水。", "二〇二一年九月二日（星期五"),
        ("The canal opens on Thursday, March 6.", "Thursday, March 6"),
        ("It opened on Friday, Sept. 2, 2021.", "Friday, Sept. 2, 2021"),
        ("It opened on Friday, 2 September 2021.", "Friday, 2 September 2021"),
    ],
)
def test_a_weekday_that_does_not_fit_is_found(text: str, words: str) -> None:
    assert words_found("wrong-weekday", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "3月6日（星期五）开渠，3月7日（周六）放水。",
        "2021年9月2日（星期四）通水，去年3月6日（星期四）验收。",
        "12月31日（星期三）封渠。",  # of last year, which is nearer
        "3月5日周一鸣到场，3月5日周三里迎客。",  # people
        "本周五（3月6日）开渠，每周一、周三放水。",
        "5日（星期四）开渠。",
        "农历三月六日（星期一）放水。",
        "The canal opens on Friday, March 6, and on Tuesday, Dec. 31, 2024.",
        "They may 6 of them, on Monday 12 men came.",
    ],
)
def test_a_weekday_that_fits_is_left_alone(text: str) -> None:
    assert words_found("wrong-weekday", text) == []


def test_a_day_without_its_year_is_of_the_year_nearest_to_print() -> None:
    january = datetime.date(2026, 1, 2)
    assert words_found("wrong-weekday", "12月30日（星期二）封渠。", printed=january) == []
    assert words_found("wrong-weekday", "12月30日（星期三）封渠。", printed=datetime.date(2026, 12, 20)) == []


def test_a_day_without_its_month_may_be_of_the_next() -> None:
    assert words_found("wrong-weekday", "5日（星期日）放水。") == []  # 5 April
    assert words_found("wrong-weekday", "6日（星期三）放水。") == ["6日（星期三"]


def test_the_sentence_names_the_right_weekday_in_the_language_of_who_reads() -> None:
    (finding,) = found(article_of("3月6日（星期四）开渠。"), "wrong-weekday")
    with translation.override("en"):
        assert "2026-03-06 is a Friday" in finding.sentence
    with translation.override("zh-hans"):
        assert "2026-03-06 是星期五" in finding.sentence


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("impossible-date", "2月30日开渠。", "2月30日"),
        ("impossible-date", "2025年2月29日开渠。", "2025年2月29日"),
        ("impossible-date", "四月三十一日开渠。", "四月三十一日"),
        ("impossible-date", "13月1日开渠。", "13月1日"),
        ("impossible-date", "第五季度收官。", "第五季度"),
        ("impossible-date", "It opened on September 31.", "September 31"),
        ("impossible-time", "当日25时放水。", "25时"),
        ("impossible-time", "8时75分放水。", "8时75分"),
        ("impossible-time", "上午8:75放水。", "8:75"),
        ("impossible-year", "20211年开渠。", "20211年"),
        ("impossible-year", "2201年开渠。", "2201年"),
        ("impossible-year", "2021年至2019年间。", "2021年至2019年"),
        ("mixed-zero", "二〇二零年开渠。", "二〇二零年"),
        ("letter-for-zero", "2O26年开渠。", "2O26"),
        ("letter-for-zero", "拨款1o00元。", "1o00"),
    ],
)
def test_what_cannot_be_is_found(code: str, text: str, words: str) -> None:
    assert words_found(code, text) == [words]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("impossible-date", "2月29日、２月２８日、2024年2月29日开渠，农历2月30日放水。"),
        ("impossible-date", "第四季度，13个月，2.30日均，31号楼，4月31号院。"),
        ("impossible-date", "He may 40 times a day."),
        ("impossible-time", "24时放水，历时25小时，30时代，涨了25点。"),
        ("impossible-time", "比分25:18，比例1:80。"),
        ("impossible-year", "2200多年前，2178年的历史，距今2233年，2060年以前，20000年前。"),
        ("impossible-year", "2019年至2021年，2019—2021年。"),
        ("mixed-zero", "二〇二〇年，一百零八里，三零一医院。"),
        ("mixed-zero", "二零二零年、二零二一年都这么写。"),
        ("letter-for-zero", "O型血，C5H12O5，H2O，3G网络，20.5。"),
    ],
)
def test_what_can_be_is_left_alone(code: str, text: str) -> None:
    assert words_found(code, text) == []


def test_two_zeros_in_one_article_are_mixed() -> None:
    assert words_found("mixed-zero", "二〇一九年开渠。", "二零二一年通水。") == ["二零二一年"]
