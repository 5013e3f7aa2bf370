"""The staff line: who edited, laid out and read the page."""

import re

from .characters import HAN, is_latin
from .names import pair_singles
from .records import StaffMember
from .rules import compiled, rule, table

# what stands before it (美术, 值班, 本版, 三版) varies from paper to paper
_ROLE = (
    rf"[{HAN}]{{0,4}}(?:编辑(?:助理)?|編輯|责编|責編|主编|主編|编委|編委|编审|总编|主任|美编|美編|校对|校對|版式(?:设计)?|版面设计|设计|設計|组版|組版|"
    "排版|照排|视觉|視覺|制图|製圖|插图|插圖|绘图|题字|题图|题签|摄影|篆刻|责校|检校|审校|审读|审核|审稿|终审|签发|值班|[一二三]读|统筹|統籌|策划|策劃|监制|監製)|(?:本[版期刊]|栏目)?主持人?"
)
_PERSON = rf"(?:[{HAN}·]{{2,6}}|[{HAN}] ?[{HAN}])(?:[（(]实习生?[）)])?(?![{HAN}]*\s?[：:])"
_PEOPLE = rf"{_PERSON}(?:[、，,/\s]\s?(?!{_ROLE}){_PERSON}){{0,9}}"

_ENGLISH_CRAFT = "(?i:editors?(?:[- ]in[- ]chief)?|publishers?|desk|copy|layout|design(?:er)?s?|proofread(?:er|ing)s?|photos|graphics|makeup|production|advertising|circulation|office)"
_ENGLISH_ROLE = (
    r"(?:(?:Page|Copy|Photo|Picture|Managing|Executive|Senior|Assistant|Associate|Deputy|Chief|Night|News|City|Metro|Local|Campus|County|State|"
    r"National|World|Foreign|Wire|Business|Sports|Opinion|Editorial|Letters|Features|Arts|Web|Digital|Section|Production|Design|Layout|Community|Weekend) ){0,2}"
    rf"{_ENGLISH_CRAFT}|(?:Page )?(?i:edited|designed|laid out|proofread)"
)
_ENGLISH_NAME = rf"(?:(?!(?:{_ENGLISH_ROLE})(?:: | by ))[A-Z][\w.'’-]*(?: (?:de |van |von )?(?=\S)|(?=[,;|·•/]|$))){{2,3}}"

STAFF = table(
    rule(
        "role and names",
        rf"(?<![{HAN}])(?P<role>{_ROLE})\s?(?:[：:]|[／/|｜]|(?<=\S)\s)\s?(?P<names>{_PEOPLE})(?![{HAN}])",
        "责编：张某某  版式／李某某",
        "责任编辑部设在青石县",
    ),
    rule(
        "role and names in English",
        rf"(?:(?<=[,;|·•/ ])|^)(?!(?i:photos|graphics) by )(?P<role>(?:(?<![^|·•/])[A-Z][a-z]+ )?(?:{_ENGLISH_ROLE}))(?:: ?| by )(?P<names>{_ENGLISH_NAME}(?:(?:, |and |& ){_ENGLISH_NAME}){{0,5}})",
        "Editor: Ada Stone  Copy desk: Tom Reed",
        "The editor was out.",
    ),
    hint=rf"[：:／/|｜]|[{HAN}]\s| by ",
)

_SEPARATORS = re.compile(r"[\s（）()、，,;；|｜/／·•●■]*")
_NAME_SEPARATOR = re.compile(r"[、，,/\s]+")
_IN_BRACKETS = re.compile(r"[（(].*")
_ENGLISH_SEPARATOR = re.compile(r", (?:and )?| and | & ")
_LONGEST = 200
_PADDED_ROLE = compiled(rf"(?<![{HAN}])([校编责组审美视])\s([对辑编版核觉])(?=\s?[：:／/])")  # 校 对：
# what else the line of the staff says: how to reach them
_CONTACT = compiled(
    r"(?:[一-鿿]{0,6}(?:电话|热线|邮箱|信箱|传真|投稿|来稿|报料|爆料|网址)|[Ee]-?mail|QQ)\s?[：:／/]\s?[\w@.+—–－-]{5,40}|\b\d{3}-\d{4}\b"
)


def read_staff(text: str) -> tuple[list[StaffMember], str]:
    """The people named in a line, and what of the line is left without them.

    >>> members, rest = read_staff("责编：程  岭  石  桥  版式：李某某")
    >>> [(m.role, m.name) for m in members], rest.strip()
    ([('责编', '程岭'), ('责编', '石桥'), ('版式', '李某某')], '')
    """
    if len(text) > _LONGEST or not STAFF.hint.search(text):
        return [], text
    rest = _PADDED_ROLE.sub(r"\1\2", " ".join(text.split()))
    members: list[StaffMember] = []
    for row in STAFF:
        if named := list(row.pattern.finditer(rest)):
            members += [
                StaffMember(found["role"], name) for found in named for name in _people(found["names"])
            ]
            rest = row.pattern.sub(" ", rest)
    return members, rest


def _people(names: str) -> list[str]:
    if is_latin(names):
        return _ENGLISH_SEPARATOR.split(names.strip())
    people = pair_singles([_IN_BRACKETS.sub("", name) for name in _NAME_SEPARATOR.split(names)])
    return [name for name in people if name]


def is_staff_line(text: str) -> bool:
    """Whether a line names staff and nothing else."""
    members, rest = read_staff(text)
    return bool(members) and bool(_SEPARATORS.fullmatch(_CONTACT.sub("", rest)))
