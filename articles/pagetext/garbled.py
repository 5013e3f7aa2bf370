"""Text in the wrong encoding: told from text, never repaired.

A page that was read in the wrong encoding and saved again shows ÏûÏ¢ for 消息, 娓犳按 for 渠水, â€™ for ’, or ???? and
U+FFFD where nothing can tell any more what stood there.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from .characters import HIDDEN, is_latin
from .passage import Range

_LETTER = re.compile(
    r"[^\x00-\u00b7\u00bc-\u00be\u00d7\u2000-\u2bff\u3000-\u303f\uff00-\uff20\uff3b-\uff40\uff5b-\uff65]"
)
_WORTHY = 8  # letters from which a share says something
# of real pages the least is 0.98, in windows of eight letters 0.67; of Big5 read as GB 18030 the most is 0.63
_LEAST_COMMON, _SURELY_CHINESE = 0.65, 0.9
_HEAD = 20_000  # characters that tell what a text is
_LEAST_GARBLED, _FEWEST, _FEWEST_LOST = (
    0.3,
    6,
    20,
)  # share, and characters, of a page that is garbled as a whole


@lru_cache(10_000)
def is_common(character: str) -> bool:
    """Whether a character is one of the 3,755 of level 1 of GB 2312 or the 5,401 of level 1 of Big5.

    >>> [is_common(character) for character in "渠開抯皌"]
    [True, True, False, False]
    """
    return _is_in(character, "gb2312", 0xB0, 0xD7) or _is_in(character, "big5", 0xA4, 0xC6)


def _is_in(character: str, encoding: str, first: int, last: int) -> bool:
    try:
        raw = character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return len(raw) == 2 and first <= raw[0] <= last


def common_share(text: str, *, least: int = _WORTHY) -> float | None:
    """How much of what is no ASCII letter is common Chinese; None where there is too little to say."""
    letters = _LETTER.findall(text)
    return sum(map(is_common, letters)) / len(letters) if len(letters) >= least else None


def makes_no_sense(text: str) -> bool:
    """Whether a text that could be read as GB 18030, as nearly all bytes can, was something else."""
    head = text[:_HEAD]
    share = common_share(head, least=1 if is_latin(head) else _WORTHY)
    return share is not None and share < _LEAST_COMMON


def likely_encoding(raw: bytes) -> str:
    """The encoding in which bytes make sense that are not what they first seem; empty where there is none."""
    return next((name for name, makes_sense in _OTHERS if _reads(raw, name, makes_sense)), "")


def _reads(raw: bytes, encoding: str, makes_sense: Callable[[str], bool]) -> bool:
    try:
        return makes_sense(raw.decode(encoding)[:_HEAD])
    except UnicodeDecodeError:
        return False


def _is_chinese(text: str) -> bool:
    return (common_share(text) or 0) >= _SURELY_CHINESE


def _is_written(text: str) -> bool:
    """Chinese, or English and nothing that is no letter."""
    return _is_chinese(text) or (is_latin(text) and not HIDDEN.search(text))


_OTHERS = (
    ("big5", _is_chinese),
    ("utf-16-le", _is_written),
    ("utf-16-be", _is_written),
    ("cp1252", lambda text: is_latin(text) and not HIDDEN.search(text)),
)


def is_garbled_page(text: str) -> bool:
    """Whether a page is garbled as a whole, so that there is nothing on it to read."""
    lost = text.count("?")
    garbled = sum(end - start for start, end in garbles(text) if text[start] != "?") + lost
    enough = max(_FEWEST, _LEAST_GARBLED * len("".join(text.split())))
    return (garbled >= enough and garbled > lost) or lost >= max(_FEWEST_LOST, enough)


def garbles(text: str) -> Iterator[Range]:
    """The garbled places of a text, in their order."""
    places: list[Range] = []
    if "??" in text:
        places += (found.span(1) for found in _LOST_INDENT.finditer(text))
    if not text.isascii():
        places += _shown(text)
    yield from sorted(places)


# ── what each kind of damage looks like ──

_LOST_INDENT = re.compile(r"(?:^|[\r\n])[ \t]*(\?{2,8})(?=[\u4e00-\u9fff“《])")  # 　　 that became ????
_LATIN = r"\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
_LATIN_RUN = re.compile(f"[{_LATIN}]+")
# It's and don't, whose ’ of windows-1252 was read together with the letter behind it
_APOSTROPHES = "抯抰抮抣抳抦抎"
_UTF8_AS_GBK = "".join(
    bytes([first, second]).decode("gbk", "ignore")
    for first in (*range(0xE2, 0xEA), 0xEF)
    for second in range(0x80, 0xC0)
)
_SIGNS = re.compile(f"[\u00a1-\u00ff\ufffd{_APOSTROPHES}锟{_UTF8_AS_GBK}]")
_SEQUENCES = re.compile(rb"[\xe2-\xe9\xef][\x80-\xbf]{2}")
_LEAST_KEPT = 0.65  # windows-1252 has no character for some bytes
_THREE_BYTES = re.compile(rb"(?:[\xe2-\xe9\xef][\x80-\xbf]{2}){3,}")
_WESTERN = re.compile(rb"\xe2\x80[\x80-\xbf]|\xc2\xa0|\xc3[\x80-\xbf]")  # ’ “ – … é in UTF-8
_BYTE_ORDER_MARK = re.compile(rb"\xef\xbb\xbf[\xe2-\xe9\xef]?")
_REACH = 60  # characters that are looked at from a sign on


def _shown(text: str) -> Iterator[Range]:
    at = 0
    while sign := _SIGNS.search(text, at):
        start = sign.start()
        end, at = _end_of_latin(text, start) if sign[0] <= "\u00ff" else _end(text, start)
        if end > start:
            yield start, end


def _end(text: str, at: int) -> tuple[int, int]:
    """Where the garbled run ends that a sign stands at the head of, and where to look on; the sign itself where it is none."""
    if text[at] == "\ufffd":
        run = text[at : at + _REACH]
        end = at + len(run) - len(run.lstrip("\ufffd"))
    elif text[at] in _APOSTROPHES:
        end = at + (at > 0 and text[at - 1].isascii() and text[at - 1].isalpha())
    elif text.startswith("锟斤拷", at):
        end = at + 3
    else:
        end = _end_of_utf8(text, at)
    return end, max(end, at + 1)


def _end_of_utf8(text: str, at: int) -> int:
    raw = text[at : at + _REACH].encode("gb18030", "replace")
    found = _THREE_BYTES.match(raw)
    if found and _reads_as_chinese(found[0], "utf-8"):
        return at + len(found[0].decode("gb18030", "ignore"))
    return at + 2 * (at == 0 and _BYTE_ORDER_MARK.match(raw) is not None)


def _end_of_latin(text: str, at: int) -> tuple[int, int]:
    run = _LATIN_RUN.match(text, at, at + _REACH)
    raw = b"".join(map(_byte, run[0])) if run else b""
    after = run.end() if run else at + 1
    if short := _WESTERN.match(raw):
        end = at + short.end()
        return (at, after) if raw[0] == 0xC3 and text[at - 1 : at].isupper() else (end, end)
    if any(_reads_as_chinese(raw, encoding) for encoding in ("utf-8", "gbk", "big5")):
        return after, after
    return at, after


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", "replace")


def _reads_as_chinese(raw: bytes, encoding: str) -> bool:
    """Whether bytes are two or more common characters in an encoding; some may have been lost."""
    kept = b"".join(_SEQUENCES.findall(raw)) if encoding == "utf-8" else raw
    meant = kept.decode(encoding, "ignore")
    share = common_share(meant, least=2)
    if share is None or share < _SURELY_CHINESE:
        return False
    return len(meant.encode(encoding)) >= len(raw) * _LEAST_KEPT
