"""Days, as texts write them: read from Chinese and English, and put into a year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from articles.pagetext.labels import NUMERALS

WEEKDAYS = "一二三四五六日"
ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?:Jan(?:uary|[.])?|Feb(?:ruary|[.])?|March|Mar[.]|April|Apr[.]|May|June?|July?|Aug(?:ust|[.])?|Sept?(?:ember|[.])?|Oct(?:ober|[.])?|Nov(?:ember|[.])?|Dec(?:ember|[.])?)"
_WEEKDAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

_NUMBER = "[〇零一二三四五六七八九十廿]"
_DAY = re.compile(
    rf"(?P<before>农历|夏历|阴历|腊)?(?:(?P<year>(?<!\d)\d{{4}}|[〇零○一二三四五六七八九]{{4}})\s?年|(?P<said>去年|今年|明年|前年|后年))?\s?"
    rf"(?<![\d.月])(?P<month>\d{{1,2}}|{_NUMBER}{{1,3}})\s?月(?:份)?(?P<day>\d{{1,3}}|{_NUMBER}{{1,3}})\s?[日号](?!线|楼|院|店|桥|机)"
    r"(?:[，,]?\s?[（(]?(?P<sign>星期|礼拜|周)(?P<weekday>[一二三四五六日天])(?P<behind>.?))?"
)
_ENGLISH_DAYS = (
    re.compile(
        rf"(?:\b{_WEEKDAY},? (?:the )?)?\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,? (?P<year>(?:1[6-9]|20|21)\d\d)\b)?"
    ),
    re.compile(
        rf"(?:\b{_WEEKDAY},? (?:the )?)?(?<!\d)(?<![.,:])\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH})(?!\w)(?: (?P<year>(?:1[6-9]|20|21)\d\d)\b)?"
    ),
)
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_SAID = {"前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2}
# 3月5日周一鸣 is a Mr Zhou
_AFTER_WEEKDAY = re.compile(r"[^一-鿿]?|[上下早晚中凌夜傍起至到是的前后当在召开]")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as it is written, from `start` to before `end`; `year` and `weekday` (0 is Monday) are None where not told.

    Month and day may be numbers that no calendar has.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None = None

    def meant(self, printed: date) -> date | None:
        """The day in its year: the one it tells, else the one that brings it nearest to the day of print."""
        years = [self.year] if self.year else [printed.year - 1, printed.year, printed.year + 1]
        days = [day for year in years if (day := _real(year, self.month, self.day))]
        return min(days, key=lambda day: abs(day - printed), default=None)

    def can_be(self) -> bool:
        """Whether some calendar has it: a 29 February without its year can be."""
        if not (1 <= self.month <= 12 and 1 <= self.day <= _LONGEST[self.month - 1]):
            return False
        return not self.year or _real(self.year, self.month, self.day) is not None


def written_days(words: str, printed: date) -> Iterator[WrittenDay]:
    """The days of the civil calendar in a text, in Chinese and in English."""
    for found in _DAY.finditer(words):
        if not found["before"]:
            yield _chinese_day(found, printed)
    for pattern in _ENGLISH_DAYS:
        for found in pattern.finditer(words):
            yield _english_day(found)


def _chinese_day(found: re.Match[str], printed: date) -> WrittenDay:
    year = printed.year + _SAID[found["said"]] if found["said"] else _year(found["year"])
    told = found["weekday"]
    if told and found["sign"] == "周" and not _AFTER_WEEKDAY.fullmatch(found["behind"]):
        told = None
    end = found.end("weekday") if told else found.end("day") + 1
    start = found.start("year") if found["year"] else found.start("month")
    weekday = WEEKDAYS.index(told.replace("天", "日")) if told else None
    return WrittenDay(start, end, year, _number(found["month"]), _number(found["day"]), weekday)


def _english_day(found: re.Match[str]) -> WrittenDay:
    weekday = next((n for n, name in enumerate(ENGLISH_WEEKDAYS) if name[:-3] == found["weekday"]), None)
    month = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(found["month"].lower()[:3]))
    year = int(found["year"]) if found["year"] else None
    return WrittenDay(found.start(), found.end(), year, month, int(found["day"]), weekday)


def _year(printed: str | None) -> int | None:
    if not printed:
        return None
    return int(printed.translate(_DIGITS))


def _number(printed: str) -> int:
    plain = printed.replace("廿", "二十").replace("零", "〇")
    return int(NUMERALS.get(plain) or (plain if plain.isdecimal() else "0"))


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
