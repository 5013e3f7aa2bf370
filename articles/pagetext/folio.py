"""Folio lines: date, weekday, page and paper at the edge of a page."""

import datetime
import re
from dataclasses import dataclass

from .card import read_labelled
from .characters import HAN
from .english_folio import is_section, read_edge_line
from .labels import ENGLISH_NUMBERS, NUMERALS, PAGE, normalise_english_label, normalise_label
from .names import join_padding
from .rules import rule, table
from .staff import read_staff

_NUMBER = "[〇零一二三四五六七八九十廿]"
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTH = "|".join(f"{month}|{month[:3]}t?[.]?|{month.upper()}|{month[:3].upper()}T?[.]?" for month in _MONTHS)

# What a folio is made of. A line that is nothing but these, and at most one short name, is a folio.
FOLIO_PARTS = table(
    rule("paper with issue", rf"《[{HAN}]{{2,10}}[报報]》", "《望川日报》", "《渠边》"),
    rule(
        "date",
        rf"(?P<date>(?P<y>[0-9０-９]{{4}}|[〇零○一二三四五六七八九]{{4}})\s?年\s?(?P<m>[0-9０-９]{{1,2}}|{_NUMBER}{{1,3}})\s?月\s?(?P<d>[0-9０-９]{{1,2}}|{_NUMBER}{{1,3}})\s?日)",
        "2031年9月2日",
        "9月2日",
    ),
    rule(
        "date of the republic",
        rf"(?P<date>(?:中華)?民[國国]\s?(?P<roc>[0-9０-９]{{2,3}}|[〇零○一二三四五六七八九十百]{{2,5}})\s?年\s?(?P<m>[0-9０-９]{{1,2}}|{_NUMBER}{{1,3}})\s?月\s?(?P<d>[0-9０-９]{{1,2}}|{_NUMBER}{{1,3}})\s?日)",
        "中華民國一二〇年九月二日",
        "民國二十年間",
    ),
    rule(
        "date with marks",
        r"(?<!\d)(?P<y>\d{4})[-./╱／](?P<m>\d{1,2})[-./╱／](?P<d>\d{1,2})(?!\d)",
        "2031-09-02",
        "0399-0123456",
    ),
    rule(
        "English date",
        rf"(?P<mon>\b(?:{_MONTH})) (?P<d>\d{{1,2}}),? (?P<y>\d{{4}})\b",
        "September 2, 2031",
        "September 2031",
    ),
    rule(
        "English day first",
        rf"\b(?P<d>\d{{1,2}}) (?P<mon>(?:{_MONTH})),? (?P<y>\d{{4}})\b",
        "2 September 2031",
        "September 2031",
    ),
    rule(
        "on the masthead",
        r"\b(?:(?i:vol(?:ume\b|[.])?) ?[0-9IVXLC]{1,8}(?:[,;]? ?(?i:no[.]?|number|issue) ?\d{1,3}(?:,?\d{3})?)?|(?i:no[.]) ?\d{1,3}(?:,?\d{3})*|Issue \d{1,5}|Est(?:[.]|ablished|d[.]) (?:in )?\d{4}|Since \d{4}|"
        r"(?i:final|morning|evening|city|late|weekend|first|second|home) (?:[Ee]dition|EDITION)|Section [A-Z]\b)",
        "Vol. 12, No. 34",
        "No one came",
    ),
    rule("price in cents", r"\b\d{1,3} (?i:cents)\b", "75 cents", "centuries"),
    rule("weekday", r"(?:星期|礼拜|周)[一二三四五六日天]", "星期四", "周某某"),
    rule(
        "English weekday",
        r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b",
        "Thursday",
        "holiday",
    ),
    rule(
        "lunar date",
        rf"(?:农历|夏历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)[{HAN}]{{0,8}}|农历[{HAN}]{{2,10}}",
        "辛亥年七月廿六",
        "七月",
    ),
    rule("published", rf"(?<![{HAN}])出版(?!社)|(?<=日)出版(?!社)", "2031年9月2日出版", "出版社"),
    rule(
        "page after its name",
        rf"(?<=[{HAN}])(?:\s?[·•・|｜/]\s?(?=\S)|\s(?=[A-D]?0))(?P<page>0[1-9]|[A-D]0[1-9]|[1-3]\d)$",
        "港航·07",
        "1998·2031",
    ),
    rule("pages today", r"(?:今日|本期|共)\s?[0-9０-９]{1,3}\s?版", "今日8版", "今日要闻"),
    rule(
        "page",
        rf"(?:(?<![{HAN}A-Za-z0-9])|(?<=第)|(?<=日)|(?<=报))(?<!今日){PAGE}版(?!面|本|权)",
        "第05版",
        "头版头条",
    ),
    rule(
        "page in English",
        rf"\b[Pp](?:age|AGE|g?[.]) ?(?P<page>[A-Z]{{0,2}}\d{{1,3}}\b|\d{{1,2}}[A-F]\b|(?i:{'|'.join(ENGLISH_NUMBERS)})\b)",
        "Page A3",
        "page through",
    ),
    rule(
        "page before its name",
        rf"^(?P<page>0[1-9]|[12]\d)(?= [{HAN}]{{2,8}}(?: [{HAN}]{{2,9}}[报報])?$)",
        "04 副刊",
        "04年 副刊",
    ),
    rule(
        "page label",
        r"(?<!\S)(?P<page>[A-Z]{1,2}[0-9]{1,2})(?!\S)",
        "A08 民生",
        "A08型水泵",
    ),
    rule(
        "issue number",
        r"(?:总第?|第|今日)\s?[0-9０-９]{1,6}\s?(?:期|号|版)(?:[\s（(]*(?:总第?|第)\s?[0-9０-９]{1,6}\s?[期号][）)]?)*|No[.] ?\d{1,6}|Vol[.] ?\d{1,5}",
        "总第1234期",
        "第三季度",
    ),
    rule("price", r"[¥￥$]\s?\d+(?:[.]\d+)?|零售价\s?[：:]?\s?[0-9.]+\s?元", "¥2", "2元"),
    rule("web leftovers", r"PDF版|上一版|下一版|返回目录|本版导读", "PDF版", "PDF文件"),
    rule(
        "web or mail",
        r"(?:https?://|www[.])[A-Za-z0-9./_-]{3,60}|(?:E-?mail|邮箱|电子邮箱|电话|热线)\s?[：:]\s?[A-Za-z0-9@._+-]{5,40}",
        "www.example.com",
        "example",
    ),
    rule(
        "paper",
        rf"(?<![{HAN}])[{HAN}]{{2,9}}(?<![举汇通预情警海电喜捷])[报報](?![{HAN}])",
        "望川日报",
        "望川日报社",
    ),
    rule(
        "paper of a house",
        rf"(?<![{HAN}])[{HAN}]{{2,10}}(?:校刊|校报|院刊|学刊|月刊|月报|双月刊|通讯)$",
        "望川大学校刊",
        "望川大学校刊出版了",
    ),
    rule(
        "paper called today",
        rf"(?:^|(?<=《))今日(?!要闻|新闻|视点|关注|聚焦|头条|导读|看点|提示|[第版])[{HAN}]{{2,4}}(?=$|[\s》])",
        "今日望川 第二版",
        "今日要闻 第二版",
    ),
    # beside the name of a paper it is the name of the page
    rule(
        "weekly",
        rf"(?<![{HAN}])[{HAN}]{{2,6}}(?:周刊|週刊|杂志)(?![{HAN}])",
        "望川周刊 第5版",
        "望川周刊社",
    ),
    hint=r"[0-9０-９]|[版年期周刊]|星期|礼拜|[报報][》 ]|[报報]$|农历|[A-Z]|www",
)

_BARE_LABEL = re.compile(r"(?P<page>[A-D]?0?[1-9][0-9]?|[A-D]0[1-9])")
_TRIM = re.compile(r"[\s,，:：|｜/／·•●■◆()（）╱＊*-]+")
_HAN = re.compile(f"[{HAN}]")
_STRONG = {
    "date",
    "date with marks",
    "date of the republic",
    "English date",
    "English day first",
    "page",
    "page label",
    "page before its name",
    "page after its name",
    "page in English",
    "weekday",
    "English weekday",
}
_PAPERS = {"paper", "paper with issue", "paper of a house", "paper called today"}
_PAGES = {"page", "page after its name", "page label", "page before its name", "page in English"}
_SUPPLEMENTS = (
    "周末",
    "周末版",
    "副刊",
    "周刊",
    "特刊",
    "专刊",
    "增刊",
    "号外",
    "早刊",
    "晚刊",
    "数字报",
    "电子版",
)
_NAMES_OF_PAGES = ("副刊",)  # beside the name of the paper
_LONGEST = 160
_FOUNDED = 1911  # the year before 民国 1
_LONGEST_TITLE = 8


@dataclass(frozen=True, slots=True)
class Folio:
    date: datetime.date | None
    label: str | None
    title: str | None
    weekly: str | None = None  # a paper of its own, or the page of one: the other folios tell
    paper: bool = False


def read_folio(text: str, *, edge: bool) -> Folio | None:
    """What a line says as a folio, or None if it is none.

    >>> read_folio("第05版：要闻 2031年9月2日 星期二", edge=True)
    Folio(date=datetime.date(2031, 9, 2), label='5', title='要闻', weekly=None, paper=False)
    >>> read_folio("2031年9月2日，青石县开渠通水", edge=True) is None
    True
    """
    if len(text) > _LONGEST or "。" in text:
        return None
    text = join_padding(text)
    if edge and (bare := _BARE_LABEL.fullmatch(text)):
        return Folio(None, normalise_label(bare["page"]), None)
    if not FOLIO_PARTS.hint.search(text):
        return None
    found, rest = _take_parts(read_staff(text)[1])
    if not _HAN.search(text):
        return _english_folio(found, rest, edge=edge)
    names = {name for name, _ in found}
    title = _TRIM.sub(" ", rest).strip()
    title = title.replace(" ", "") if len(title) <= _LONGEST_TITLE and not title.isascii() else title
    is_contact = names == {"web or mail"} and bool(read_labelled(text))  # 热线：… is of the contact card
    if is_contact or not _is_folio(names, title, edge=edge):
        return None
    weekly = next((match[0] for name, match in found if name == "weekly"), None)
    label = _label(found)
    if label is None and _BARE_LABEL.fullmatch(title):  # 望川日报 2031.09.02 星期二 5
        label, title = normalise_label(title), ""
    if not names & _STRONG:
        weekly = weekly or (title if title in _NAMES_OF_PAGES else None)
        title = ""
    return Folio(_date(found), label, title or None, weekly, paper=bool(names & _PAPERS))


def _english_folio(found: list[tuple[str, re.Match[str]]], rest: str, *, edge: bool) -> Folio | None:
    left = read_edge_line(rest)
    names = {name for name, _ in found}
    told = names & (_STRONG - {"weekday", "English weekday"})
    is_numbered = left and left.label and left.title and left.title.isupper() and is_section(left.title)
    if (
        left is None
        or not (told or edge)
        or (left.title and not ((told or (left.paper and left.label) or is_numbered) and edge))
    ):
        return None
    if names == {"web or mail"} and found[0][1][0].find(":") > 0:  # E-mail: … is of the contact card
        return None
    if not (names or left.label):  # a masthead alone is told by where it stands
        return None
    known = left.title if left.paper or is_section(left.title or "") or (left.title or "").isupper() else None
    return Folio(_date(found), _label(found) or normalise_label(left.label or ""), known)


def _take_parts(text: str) -> tuple[list[tuple[str, re.Match[str]]], str]:
    found: list[tuple[str, re.Match[str]]] = []
    for row in FOLIO_PARTS:
        if match := row.pattern.search(text):
            found.append((row.name, match))
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return found, text


def _is_folio(names: set[str], title: str, *, edge: bool) -> bool:
    if not names & _STRONG:
        return edge and bool(names) and (not title or title in _SUPPLEMENTS)
    if not title:
        return True
    pages = names & _PAGES
    dated = len(names) > 1 and names & _STRONG
    return (
        edge
        and len(title) <= _LONGEST_TITLE
        and bool(pages or dated)
        and not re.search("[。，；《》“”见转接►▶▷→>…]", title)
    )


def _date(found: list[tuple[str, re.Match[str]]]) -> datetime.date | None:
    for _, match in found:
        parts = match.groupdict()
        if parts.get("roc"):
            return _real_date(_FOUNDED + _counted(parts["roc"]), _month(parts), _number(parts["d"]))
        if parts.get("y") and parts.get("d"):
            return _real_date(_year(parts["y"]), _month(parts), _number(parts["d"]))
    return None


def _real_date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _year(printed: str) -> int:
    return int("".join(_digit(c) for c in printed))


def _counted(printed: str) -> int:
    """A year of the republic, in figures or spelt.

    >>> [_counted(printed) for printed in ("107", "一○七", "一百零七", "九十九")]
    [107, 107, 107, 99]
    """
    hundreds, is_spelt, rest = printed.rpartition("百")
    if is_spelt:
        return 100 * _number(hundreds or "一") + _number(rest.lstrip("〇零○") or "0")
    return _number(printed) if "十" in printed else _year(printed)


def _digit(character: str) -> str:
    return NUMERALS.get(character) or {"〇": "0", "零": "0", "○": "0"}.get(character) or character


def _month(parts: dict[str, str]) -> int:
    if name := parts.get("mon"):
        return next(
            n for n, month in enumerate(_MONTHS, 1) if month.lower().startswith(name.lower().rstrip("."))
        )
    return _number(parts["m"])


def _number(printed: str) -> int:
    """A day or month of at most three characters.

    >>> [_number(printed) for printed in ("9", "廿六", "十二")]
    [9, 26, 12]
    """
    plain = printed.replace("廿", "二十")
    return int(NUMERALS.get(plain) or (plain if plain.isdecimal() else "0"))


def _label(found: list[tuple[str, re.Match[str]]]) -> str | None:
    for name, match in found:
        if name in _PAGES:
            return normalise_english_label(match["page"])
    return None
