"""Page labels: 8, 08, 八, ②, A08 as printed, and their one canonical form."""

import re

CIRCLED = {chr(0x2460 + n): str(n + 1) for n in range(20)}
_CHINESE_DIGITS = "〇一二三四五六七八九"
_WIDE = str.maketrans({0xFF01 + n: chr(0x21 + n) for n in range(94)})

# How a page is named in a notice or a folio. Unbounded digits are caught whole, so that 下转第99999999999版 is seen
# for what it is; normalise_label() judges them.
PAGE = r"\s?(?:第\s?)?(?P<page>[A-Za-zＡ-Ｚａ-ｚ]{0,2}\s?[0-9０-９]+|[A-Za-zＡ-Ｚ]?[〇零一二三四五六七八九十廿百]{1,5}|[①-⑳])\s?"

_LETTER_BEHIND = re.compile(r"^([0-9]{1,3})([A-F])$")  # Page 4A is A4
_LABEL = re.compile(r"([A-Z]{0,2})0*([1-9][0-9]{0,2})")


def _chinese_numerals() -> dict[str, str]:
    """八, 十二, 二十, 二〇 and their like, up to 99."""
    numerals: dict[str, str] = {}
    for n in range(1, 100):
        tens, ones = divmod(n, 10)
        counted = (
            ("" if tens < 2 else _CHINESE_DIGITS[tens])
            + "十" * (tens > 0)
            + ("" if not ones else _CHINESE_DIGITS[ones])
        )
        spelled = _CHINESE_DIGITS[tens] + _CHINESE_DIGITS[ones]
        numerals |= {counted: str(n), spelled: str(n)}
    return numerals


NUMERALS = _chinese_numerals()
ENGLISH_NUMBERS = {
    word: str(n)
    for n, word in enumerate(
        "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN".split(),
        1,
    )
}


def normalise_label(printed: str) -> str | None:
    """The canonical label ([A-Z]{0,2}[1-9][0-9]{0,2}) of a printed one, or None where there is no such page.

    >>> [normalise_label(printed) for printed in ("A08", "08", "八", "十二", "②", "a8", "²", "0")]
    ['A8', '8', '8', '12', '2', 'A8', None, None]
    """
    if len(printed) > 10_000:
        return None
    core = "".join(printed.split()).translate(_WIDE).upper().replace("零", "〇")
    core = CIRCLED.get(core) or NUMERALS.get(core) or ENGLISH_NUMBERS.get(core) or core
    letter, rest = core[:1], core[1:]
    if letter.isascii() and letter.isalpha() and rest in NUMERALS:
        core = letter + NUMERALS[rest]
    found = _LABEL.fullmatch(core)
    return found[1] + found[2] if found else None


def normalise_english_label(printed: str) -> str | None:
    """The canonical label where a page may have its letter behind its number.

    >>> [normalise_english_label(printed) for printed in ("4A", "a8", "twelve")]
    ['A4', 'A8', '12']
    """
    return normalise_label(_LETTER_BEHIND.sub(r"\2\1", printed.upper()))
