"""Which characters are what: hidden ones, Chinese ones, the blanks between them."""

import re

# Ideographs, with the iteration mark 々 and the zero 〇 that stand in names and dates.
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"

# What a reader cannot see and a page does not need: C0 and C1 but for tab and line ends, soft hyphen, zero-width and
# direction marks, line and paragraph separator, invisible operators, byte order mark, interlinear marks,
# private use, lone surrogates, noncharacters, tags. (Unicode 15.1, general categories Cc, Cf, Zl, Zp, Co, Cs.)
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]+"
)
# Two marks on a letter are writing, nine are a prank that breaks every layout, whatever hides between them.
_COMBINING = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_HIDDEN_BETWEEN = HIDDEN.pattern.removesuffix("+")
COMBINING_RUN = re.compile(
    f"{_COMBINING}(?:{_HIDDEN_BETWEEN}*{_COMBINING}){{8}}(?:[{_COMBINING[1:-1]}{_HIDDEN_BETWEEN[1:-1]}]*{_COMBINING})?"
)
_NOT_SEEN = f"{_COMBINING[1:-1]}{_HIDDEN_BETWEEN[1:-1]}"
# A mark at the head of a line or behind a blank has no letter to stand on, and would find one where lines are joined.
_LOOSE = rf"(?<!\S.)[{_NOT_SEEN}]*"
_LOOSE_MARKS = re.compile(f"[{_NOT_SEEN}]{_LOOSE}")
OUT_OF_PLACE = re.compile(  # one class at its head: most texts are passed over by it
    f"[{_NOT_SEEN}](?:{_LOOSE}|(?<={_HIDDEN_BETWEEN}){_HIDDEN_BETWEEN}*"
    f"|{COMBINING_RUN.pattern.removeprefix(_COMBINING)})"
)

# A whole line of single characters with single spaces between, as justified lines are copied from print.
_MARK = "[，。、；：！？,.;:!?”“（）《》()]"
_SPACED = rf"(?:{_MARK}?[{HAN}](?:{_MARK}[{HAN}])?{_MARK}{{0,2}}|{_MARK}{{1,2}})"
_FEWEST_SPACES = 3
_SPACED_TOKEN = re.compile(_SPACED)
_FEWEST_TOKENS, _WIDEST_TOKEN, _MOSTLY = 12, 3, 0.7  # of a line that is justified but for a figure or a name
_SPACED_LINE = re.compile(rf"(?:{_SPACED} ){{{_FEWEST_SPACES},}}{_SPACED}")

_NO_LATIN_LETTERS = bytes(c for c in range(128) if not chr(c).isalpha())


def escape(text: str) -> str:
    r"""Hidden characters as something to read.

    >>> escape("\u202e\x00")
    '\\u202e\\u0000'
    """
    # by a table: millions of them in a broken file would be millions of short texts
    return text.translate(
        {ord(c): f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in set(text)}
    )


def escape_hidden(text: str) -> str:
    """A text with what is out of place in it as something to read."""
    if not OUT_OF_PLACE.search(text):
        return text
    escaped = _LOOSE_MARKS.sub(lambda run: escape(run[0]), text)
    escaped = COMBINING_RUN.sub(lambda run: escape(run[0]), escaped)
    hidden = "".join(c for c in set(escaped) if HIDDEN.match(c))
    return escaped.translate({ord(c): escape(c) for c in hidden})


def squeeze(text: str) -> str:
    r"""White space as a record keeps it: runs become one space, justification goes.

    >>> squeeze("\u3000\u3000张\u3000晓  等")
    '张 晓 等'
    >>> squeeze("青 石 县 开 渠 ，")
    '青石县开渠，'
    """
    clean = " ".join(text.split())
    if clean.count(" ") < _FEWEST_SPACES:
        return clean
    return _close_up(clean) if text.strip() == clean else clean


def _close_up(text: str) -> str:
    """A justified line without its spaces; words of Latin letters, figures and names keep theirs.

    >>> _close_up("2032 年 5 月 ， 渠 水 进 村 ， 李 某 某 （记者 王某） 来 了 。")
    '2032年5月，渠水进村，李某某（记者 王某）来了。'
    """
    if _SPACED_LINE.fullmatch(text):
        return text.replace(" ", "")
    tokens = text.split(" ")
    if tokens[0].startswith("【") or len(tokens) < _FEWEST_TOKENS or len(text) > _WIDEST_TOKEN * len(tokens):
        return text
    singles = [bool(_SPACED_TOKEN.fullmatch(token)) for token in tokens]
    if sum(singles) < _MOSTLY * len(tokens):
        return text
    closed = tokens[0]
    for at in range(1, len(tokens)):
        closed += tokens[at] if singles[at - 1] or singles[at] else f" {tokens[at]}"
    return closed


def is_latin(text: str) -> bool:
    """Whether a text is in Latin script, going by most of its first characters."""
    head = text[:200]
    letters = head.encode("ascii", "ignore").translate(None, _NO_LATIN_LETTERS)
    return len(letters) * 2 > len(head)
