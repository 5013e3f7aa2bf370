"""The staff line: who edited, laid out and read the page."""

import re

from .characters import HAN
from .names import pair_singles
from .records import StaffMember
from .rules import rule, table

_ROLE = (
    rf"(?:[{HAN}]{{1,3}}版|本版|本期|本报)?(?:责任编辑|执行编辑|值班编委|值班总编辑?|值班主任|编辑助理|美术编辑|图片编辑|见习编辑|实习编辑|责任校对|版面设计|版式设计|文字编辑|"
    "值班编辑|执行主编|美术设计|版式|责编|组版|校对|美编|视觉|制图|编辑|主编|排版|照排|检校|审校|一读|二读|三读|编审|统筹|策划|设计|监制)"
)
_PERSON = rf"(?:[{HAN}·]{{2,6}}|[{HAN}] ?[{HAN}])(?:[（(]实习生?[）)])?"
_PEOPLE = rf"{_PERSON}(?:[、，,/\s]\s?(?!{_ROLE}){_PERSON}){{0,9}}"

STAFF = table(
    rule(
        "role and names",
        rf"(?<![{HAN}])(?P<role>{_ROLE})\s?(?:[：:]|[／/|｜]|(?<=\S)\s)\s?(?P<names>{_PEOPLE})(?![{HAN}])",
        "责编：张某某  版式／李某某",
        "责任编辑部设在青石县",
    ),
    rule(
        "role and names in English",
        r"\b(?P<role>(?:Page |Copy |Photo |Managing )?Editor|Layout|Design|Proofreader|Proofreading)s?(?:: ?| by )"
        r"(?P<names>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,2}(?:, [A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,2}){0,4})",
        "Editor: Ada Stone  Layout: Tom Reed",
        "The editor was out.",
    ),
    hint=r"[：:／/|｜ ]",
)

_SEPARATORS = re.compile(r"[\s（）()、，,;；|｜/／·•●■]*")
_NAME_SEPARATOR = re.compile(r"[、，,/\s]+")
_IN_BRACKETS = re.compile(r"[（(].*")
_LONGEST = 200


def read_staff(text: str) -> tuple[list[StaffMember], str]:
    """The people named in a line, and what of the line is left without them.

    >>> members, rest = read_staff("责编：程  岭  石  桥  版式：李某某")
    >>> [(m.role, m.name) for m in members], rest.strip()
    ([('责编', '程岭'), ('责编', '石桥'), ('版式', '李某某')], '')
    """
    if len(text) > _LONGEST or not STAFF.hint.search(text):
        return [], text
    rest = " ".join(text.split())
    members: list[StaffMember] = []
    for row in STAFF:
        for found in row.pattern.finditer(rest):
            members += [StaffMember(found["role"], name) for name in _people(found["names"])]
        rest = row.pattern.sub(" ", rest)
    return members, rest


def _people(names: str) -> list[str]:
    if names.isascii():
        return names.split(", ")
    return pair_singles([_IN_BRACKETS.sub("", name) for name in _NAME_SEPARATOR.split(names)])


def is_staff_line(text: str) -> bool:
    """Whether a line names staff and nothing else."""
    members, rest = read_staff(text)
    return bool(members) and bool(_SEPARATORS.fullmatch(rest))
