"""Inline leads: the paper or agency, place, day and reporter that open a text (电头)."""

from dataclasses import dataclass

from .characters import is_latin
from .english_bylines import agency_of
from .english_datelines import DATELINES
from .names import NAME, PAPER, ROLE, authors_of
from .passage import Passage
from .rules import compiled, rule, table

_WHO = r"(?:\s?[（(](?!紧?上?接第?)(?P<{0}>[^（）()。]{{1,60}})[）)])"
_BRACKETS = _WHO.format("who") + "?" + _WHO.format("who2") + "?"
_DAY = (
    r"(?:[0-9０-９]{1,2}月[0-9０-９]{1,2}日|[〇一二三四五六七八九十]{1,3}月?[〇一二三四五六七八九十]{0,3}日)"
)
_PLACE_AND_DAY = rf"(?P<dateline>[^\s，。：；！？（）()【】“”]{{0,40}}?{_DAY})"
_PLACE = r"(?P<dateline>[^\s，。：；！？（）()【】“”0-9]{1,12}?)"
_REPORTED = (
    r"(?:\s?(?:记者|通讯员)(?P<who3>[^\s，。：；！？（）()]{2,12}?)报道[：:]"
    rf"|\s(?P<who4>{ROLE}\s?{NAME}(?:、{NAME}){{0,4}}(?:\s{ROLE}\s?{NAME}(?:、{NAME}){{0,4}}){{0,3}})(?=\s))?"
)

_NAME = r"[一-鿿]{2,3}"

LEADS = table(
    rule(
        "paper",
        rf"^(?:又?据)?(?P<source>《?{PAPER}》?)\s?(?:[讯訊](?!息)|消息(?=[\s（(：:]))"
        + _BRACKETS
        + _REPORTED
        + r"\s?[：:]?",
        "望川日报讯（记者 张某某）9月1日，青石县开渠。",
        "望川日报社昨天召开会议。",
    ),
    rule(
        "wire with day",
        rf"^(?:综合|据|又据)?(?P<source>{PAPER}){_PLACE_AND_DAY}(?:专电|[电電]|[讯訊])"
        + _BRACKETS
        + _REPORTED
        + r"\s?[：:]?",
        "新华社望川9月1日电（记者 李某某）青石县开渠。",
        "新华社记者9月1日到青石县采访。",
    ),
    rule(
        "wire with place",
        rf"^(?:据|又据)?(?P<source>新华社|中新社|中新网|人民网|本报){_PLACE}?(?:专电|电)(?=[\s（(：:])"
        + _BRACKETS
        + r"\s?[：:]?",
        "新华社电 青石县开渠。",
        "新华社电讯稿写道，青石县开渠。",
    ),
    rule(
        "in brackets",
        rf"^[【〔](?P<source>{PAPER})(?:{_PLACE_AND_DAY})?(?:[讯訊]|消息|专电|[电電])[】〕]"
        + _BRACKETS
        + r"\s?(?:[一-鿿]{2,6}讯[：:])?",
        "【望川日报讯】（记者 张某某）青石县开渠。",
        "【本报评论】青石县开渠。",
    ),
    rule(
        "reporter and place",
        rf"^[【〔](?P<who>(?:{PAPER})?\s?{ROLE}\s?{NAME}(?:[、\s]{NAME}){{0,4}})\s?(?:[／/╱]\s?(?P<dateline>[^【】\s]{{2,8}}?)??)?(?:綜合)?(?:報導|报道)[】〕]",
        "【記者張某某／望川報導】青石縣開渠。",
        "【望川報導】青石縣開渠。",
    ),
    rule(
        "wire in brackets",
        rf"^[（(](?P<source>{PAPER}){ROLE}\s?(?P<who>{_NAME}(?:[、\s]{_NAME}){{0,3}})\s?(?P<dateline>[一-鿿]{{2,8}}?{_DAY})(?:专电|[电電])[）)]",
        "（渠社记者史小青青石四日电）青石县开渠。",
        "（渠社四日开会）青石县开渠。",
    ),
    rule(
        "reporter",
        rf"^[（(](?!作者[系為为是单])(?P<who>(?:{PAPER})?\s?{ROLE}[^（）()。，]{{2,40}})[）)]",
        "（本报记者 张某某）青石县开渠。",
        "（青石县记者站挂牌。）昨天",
    ),
    *DATELINES,
    hint=r"[讯訊电電]|消息|[记記]者|通讯员|^[（(]|^[A-Z].{1,90}(?:[—–]|[_:-]\s|(?:day|[ .]\d{1,2})[.:]?$)",
)

_SOURCE_OF_BYLINE = compiled(rf"^[□■◎●◆▲○口]?\s?(?:文[/／]|图[/／])?(?P<source>{PAPER}){ROLE}")


_SOURCE_OF_WIRE = compiled(rf"^(?P<source>{PAPER}){_PLACE_AND_DAY}[电電]")


@dataclass(frozen=True, slots=True)
class Lead:
    passage: Passage
    source: str | None
    dateline: str | None
    authors: tuple[str, ...]
    who: str
    signs: bool = True  # 某报讯（记者 某某） is a byline, PORT ARDEN — is none


def cut_lead(passage: Passage) -> tuple[Lead | None, Passage]:
    """The inline lead of a text, and the text after it."""
    found = LEADS.search(passage.text[:140])
    if not found:
        return None, passage
    match = found[1]
    head, rest = passage.cut(match.end())
    parts = match.groupdict()
    who = " ".join(parts[key] for key in ("who", "who2", "who3", "who4") if parts.get(key))
    source = parts.get("source") or source_of(parts.get("who") or "")
    return Lead(
        head,
        source and source.strip("《》"),
        parts.get("dateline") or None,
        authors_of(who),
        who,
        found[0] not in DATELINES.rows,
    ), rest


def source_of(byline: str) -> str | None:
    """The paper or agency whose reporter signs.

    >>> source_of("□ 望川日报记者 张某某")
    '望川日报'
    """
    if is_latin(byline):
        return agency_of(byline)
    found = _SOURCE_OF_BYLINE.match(byline) or _SOURCE_OF_WIRE.match(byline)
    return found["source"] if found else None


@dataclass(frozen=True, slots=True)
class BylineSays:
    """What a printed byline tells of its people, its paper and its place."""

    authors: tuple[str, ...] = ()
    source: str | None = None
    dateline: str | None = None


def byline_says(byline: str) -> BylineSays:
    """What is to be read from a byline as printed, be it an inline lead, a line or a signature.

    >>> byline_says("望川日报讯（记者 张 晓）")
    BylineSays(authors=('张晓',), source='望川日报', dateline=None)
    >>> byline_says("□ 望川日报记者 张某某")
    BylineSays(authors=('张某某',), source='望川日报', dateline=None)
    """
    lead, rest = cut_lead(Passage(byline, byline, ((0, len(byline)),), 1))
    if lead and not rest:
        return BylineSays(lead.authors, lead.source, lead.dateline)
    return BylineSays(authors_of(byline), source_of(byline.strip("（()）")))
