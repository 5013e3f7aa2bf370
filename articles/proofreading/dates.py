"""Dates and times that cannot be, and weekdays that do not fit."""

import re
from collections.abc import Iterator

from django.utils.translation import get_language

from articles.proofreading.days import ENGLISH_WEEKDAYS, WEEKDAYS, WrittenDay, written_days
from articles.proofreading.proofs import Hit, Issue, Proof, Text

# 5日（星期五）: the month stands further up
_DAY_ALONE = re.compile(
    r"(?<![\d月.])(?P<day>\d{1,2})日\s?[（(，,]?\s?(?:星期|礼拜|(?<=[（(])周)(?P<weekday>[一二三四五六日天])(?=[）)，,。上下早晚]|$)"
)
_TIME = re.compile(
    r"(?<![\d:：.])(?P<hour>\d{1,2})(?:时|点)(?P<minute>\d{1,2})分"
    r"|(?:(?<=[日午晨晚早])|(?<=凌晨)|(?<=半夜))(?P<hour_alone>\d{1,2})(?:时(?![间代段期候长段差])|点(?=[整许半，。至到前后])|[:：](?P<minute_alone>\d{2})(?!\d))"
)
_QUARTER = re.compile(r"第(?P<quarter>[五六七八九十\d]{1,2})季度")
_OTHER_ZERO = re.compile(
    r"(?<![零○〇一二三四五六七八九])(?=[〇一二三四五六七八九零○]{4}年)[〇一二三四五六七八九]*[零○][〇一二三四五六七八九零○]*年"
)
_RIGHT_ZERO = re.compile(r"(?<![零○〇一二三四五六七八九])[一二三四五六七八九〇]{4}年")
_LONG_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d{3}年(?![前来多的以历])")
_FAR_YEAR = re.compile(
    r"(?<![\d.])(?<![约近达超有距今满过传])(?P<year>2[1-9]\d{2})年(?![前来多的以历间古文建树之])"
)
_RANGE = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d\d)年?(?:至|到|—|——|－|～|~|-)(?P<last>(?:19|20)\d\d)年")
_LETTER_O = re.compile(
    r"(?<![A-Za-z0-9])\d+(?P<letter>[OoＯοо〇])\d+(?![A-Za-z])|(?<=[一二三四五六七八九〇])[OoＯ0０](?=[〇一二三四五六七八九]年)"
)


def wrong_weekday(proof: Proof) -> Iterator[Hit]:
    """9月2日（星期五） in a year in which it is a Thursday. A day without its year is of the year nearest to print."""
    printed = proof.issue.date
    for text in proof.texts:
        days = list(written_days(text.words, printed))
        for day in days:
            meant = day.meant(printed)
            if meant and day.weekday not in (None, meant.weekday()):
                yield Hit(
                    text, day.start, day.end, _right_weekday(meant.weekday()) | {"date": meant.isoformat()}
                )
        yield from _wrong_days_alone(text, days, proof.issue)


def _wrong_days_alone(text: Text, days: list[WrittenDay], issue: Issue) -> Iterator[Hit]:
    """Without a month near it a day may be of this one, the last or the next."""
    months = [(d.year or issue.date.year, d.month) for d in days] or _months_around(issue)
    for found in _DAY_ALONE.finditer(text.words):
        weekday = WEEKDAYS.index(found["weekday"].replace("天", "日"))
        meant = [WrittenDay(0, 0, y, m, int(found["day"])).meant(issue.date) for y, m in months]
        real = [day for day in meant if day]
        if real and all(day.weekday() != weekday for day in real):
            yield Hit(text, *found.span(), _right_weekday(real[0].weekday()) | {"date": real[0].isoformat()})


def _months_around(issue: Issue) -> list[tuple[int, int]]:
    year, month = issue.date.year, issue.date.month
    around = [(year * 12 + month - 1 + step) for step in (0, -1, 1)]
    return [(n // 12, n % 12 + 1) for n in around]


class _Weekday:
    """The name of a weekday in the language of who reads it."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __str__(self) -> str:
        if (get_language() or "").startswith("zh"):
            return f"星期{WEEKDAYS[self.number]}"
        return ENGLISH_WEEKDAYS[self.number]


def _right_weekday(number: int) -> dict[str, object]:
    return {"weekday": _Weekday(number)}


def impossible_date(proof: Proof) -> Iterator[Hit]:
    """2月30日, 13月1日, 第五季度."""
    for text in proof.texts:
        for day in written_days(text.words, proof.issue.date):
            if not day.can_be():
                yield Hit(text, day.start, day.end)
        for found in _QUARTER.finditer(text.words):
            yield Hit(text, *found.span())


def impossible_time(proof: Proof) -> Iterator[Hit]:
    """25时, 8时75分; the end of a day is 24时."""
    for text in proof.texts:
        for found in _TIME.finditer(text.words):
            hour = int(found["hour"] or found["hour_alone"])
            minute = int(found["minute"] or found["minute_alone"] or 0)
            if hour > 24 or minute > 59 or (hour == 24 and minute):
                yield Hit(text, *found.span())


def impossible_year(proof: Proof) -> Iterator[Hit]:
    """20211年, a year long after the edition, 2021年至2019年."""
    for text in proof.texts:
        for found in _LONG_YEAR.finditer(text.words):
            if not found[0].endswith("00年"):
                yield Hit(text, *found.span())
        for found in _FAR_YEAR.finditer(text.words):
            if int(found["year"]) > proof.issue.date.year + 50 and not found["year"].endswith("0"):
                yield Hit(text, *found.span())
        for found in _RANGE.finditer(text.words):
            if found["first"] > found["last"]:
                yield Hit(text, *found.span())


def mixed_zero(proof: Proof) -> Iterator[Hit]:
    """二零二一年 beside 二〇二一年, or 二〇二零年."""
    words = "\n".join(text.words for text in proof.texts)
    uses_both = any("〇" in found[0] for found in _RIGHT_ZERO.finditer(words))
    for text in proof.texts:
        for found in _OTHER_ZERO.finditer(text.words):
            if uses_both or "〇" in found[0]:
                yield Hit(text, *found.span())


def letter_for_zero(proof: Proof) -> Iterator[Hit]:
    """2O26: the letter where the figure belongs."""
    for text in proof.texts:
        for found in _LETTER_O.finditer(text.words):
            yield Hit(text, *found.span())
