"""Telephone numbers that cannot be: by the count of their digits, never by the exchange."""

import re
from collections.abc import Iterator

from articles.proofreading.proofs import Hit, Proof, Text

_DASH = r"[-‐‑‒–—―－\s]*"
_EXTENSION = r"(?:\s?(?:[-—―－–]+|转|轉|分机|,? ?(?:ext[.]?|x))\s?\d{1,5})?"
_TRUNK = rf"(?:\+?(?:00)?86{_DASH}[(（]?0?|[(（]?0)"  # before the area
# What a number may look like, from its first digit to its last.
POSSIBLE = (
    re.compile(r"1[01]\d|12[012]|12\d{3}|100\d{2,3}|9[56]\d{3,4}|11[0-9]{3}|999|911"),  # 110, 12345, 95xxx
    re.compile(rf"[48]00{_DASH}\d{{3,4}}{_DASH}\d{{3,4}}"),
    re.compile(rf"(?:\+?(?:00)?86{_DASH})?1\d{{2}}{_DASH}\d{{4}}{_DASH}\d{{4}}"),  # mobile, eleven digits
    re.compile(rf"{_TRUNK}(?:10|2\d)[)）]?{_DASH}\d{{4}}{_DASH}\d{{4}}{_EXTENSION}"),
    re.compile(rf"{_TRUNK}[3-9]\d{{2}}[)）]?{_DASH}\d{{7,8}}{_EXTENSION}"),
    re.compile(rf"[1-9]\d{{2,3}}{_DASH}\d{{4}}{_EXTENSION}|\d{{7,8}}{_EXTENSION}"),  # of the town
    re.compile(rf"(?:\+?1[ .-]?)?(?:\(\d{{3}}\) ?|\d{{3}}[ .-])?\d{{3}}[ .-]\d{{4}}{_EXTENSION}"),  # America
    re.compile(r"\+(?!86|1\b)\d{1,3}[\d -]{6,14}"),  # other countries
)
_NUMBER = r"(?:\+\d|[(（]0\d{2,3}[)）]|\d)[\d\s.—―－–‐‑()（）-]{1,28}\d(?:\s?(?:转|轉|ext[.]?|x)\s?\d{1,5})?"
_BEHIND = r"(?![\d%％年月日个人次件元号路起条部台家名位户万亿岁时分秒米多余小天])"
_AFTER_CUE = re.compile(
    r"(?:(?:电话|电\s话|热线|手机|传真|拨打|致电|号码|咨询|联系方式|[Tt]el(?:ephone)?[.]?|[Pp]hone|[Ff]ax|[Cc]all)(?:号码|号|为|是|[：:\s（(]){0,4})"
    rf"(?P<number>{_NUMBER}){_BEHIND}"
)
_WITH_AREA = re.compile(rf"(?<![A-Za-z\d.第—－-])(?P<number>0\d{{2,3}}[-—－―–]\d{{3,12}}){_BEHIND}(?![-—\d])")
_IN_A_TEXT = (_AFTER_CUE, _WITH_AREA)
_PART = re.compile(r"[^、，,/／;；]+")
_REMARK = re.compile(r"[（(][^\d（）()]*[）)]")  # 0399-0123456（传真）
_TRIM = " .-—－–()（）"
_FEWEST_DIGITS = 5  # 电话12: no number of a telephone


def impossible_telephone(proof: Proof) -> Iterator[Hit]:
    """A number of too few or too many digits, on the card and behind 电话, 热线, Tel in a text."""
    for text in proof.texts:
        if text.field == "telephone":
            yield from _on_a_card(text)
        elif text.field not in ("label", "value"):
            yield from _in_a_text(text)


def _in_a_text(text: Text) -> Iterator[Hit]:
    places = {found.span("number") for form in _IN_A_TEXT for found in form.finditer(text.words)}
    for start, end in sorted(places):
        number = text.words[start:end].rstrip(_TRIM)
        if _digits(number) >= _FEWEST_DIGITS and not can_be_called(number):
            yield Hit(text, start, start + len(number))


def _on_a_card(text: Text) -> Iterator[Hit]:
    for part in _PART.finditer(text.words):
        number = _REMARK.sub("", part[0]).strip()
        if _digits(number) and not can_be_called(number):
            yield Hit(text, *part.span())


def can_be_called(number: str) -> bool:
    """Whether the digits of a number are as many as somewhere they are.

    >>> [can_be_called(n) for n in ("0399-0123456", "12345", "0399-012345", "1001234567")]
    [True, True, False, False]
    """
    return any(form.fullmatch(number) for form in POSSIBLE)


def _digits(number: str) -> int:
    return sum(c.isdecimal() for c in number)
