"""How far a notice, an advert or an index reaches down from its head."""

from collections.abc import Sequence

from .characters import HAN
from .english_notices import (
    is_advertisement,
    is_further_correction,
    is_head_of_results,
    is_result,
)
from .marks import LineKind, Marked
from .notices import ADVERTS, kind_of_head, kind_of_notice, points_into_the_paper
from .records import SetAsideKind
from .rules import rule, table

_KINDS = (LineKind.TEXT, LineKind.LABELLED, LineKind.ASIDE, LineKind.SHORT, LineKind.NAME)
_KINDS_APART = (LineKind.TEXT, LineKind.LABELLED, LineKind.ASIDE)
_LONGEST_CLASSIFIED = 160
_LONGEST_SIGN_OFF = 24
_MOST_LINES = 16  # of a public notice with its articles

CLASSIFIEDS = table(
    rule(
        "lost or void",
        r"遗失|丢失|作废|挂失|注销|清算|减资|债权人|(?:拾到|捡到|认领|失主)",
        "张某某遗失驾驶证正本。",
        "渠长走遍了渠边的村子。",
    ),
    rule(
        "offer with a telephone",
        r"(?:租|售|让|购|聘|征|代办|疏通|搬家|家政|维修|回收|培训|联系|电话|热线|咨询|详询|面议|地址).{0,60}(?:\d{3,4}[-—－]\d{4,8}|\d{7,11}|面议)",
        "渠边旺铺出租，电话0399-0123456。",
        "水厂电话铃声响了一夜。",
    ),
    hint=r"[失废废销算资人领到租售让购聘征办通家政修收训系话线询议址]",
)
CLOSINGS = table(
    rule(
        "closing",
        r"特此(?:公告|通告|声明|更正|启事|通知|公示|说明|致歉)|声明作废|谨此(?:致歉|更正)|敬请(?:谅解|周知|留意|互相转告)[。！]?$",
        "特此公告。",
        "公告贴在村口。",
    ),
)
SIGN_OFFS = table(
    rule("day", r"^(?:\d{4}|[〇零○一二三四五六七八九]{4})年.{1,3}月.{1,3}日$", "2031年9月1日", "9月1日开渠"),
    rule(
        "house",
        rf"^[{HAN}（）()]{{2,20}}(?:局|公司|委员会|委|办公室|办|厅|院|所|中心|政府|银行|学校|大学|学院|小组|编辑部|报社|本报|管理处|管理人|法院|街道|店|厂|会|站|队|部|处)$",
        "青石县水务局",
        "渠水进村",
    ),
)
FIGURES = table(
    rule(
        "drawn figures",
        r"[：:\s]\d{1,2}(?:[\s、+|]+\d{1,2}){3,8}$",
        "渠东风采22选5：03 08 11 17 20",
        "全长 20 里",
    ),
    hint=r"\d$",
)
NUMBERED = table(
    rule(
        "numbered",
        r"^(?:[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[、.．]|[（(][一二三四五六七八九十0-9]{1,2}[）)])",
        "一、停水时间",
        "一渠清水",
    ),
)


def end_of_notice(lines: Sequence[Marked], at: int) -> int:
    """The index after the last line of the notice whose head or only line stands at `at`.

    A head takes its own block, the first paragraph when it stands alone, and whatever still reads like a notice.
    """
    kind = kind_of_head(lines[at].text)
    if not kind:
        is_formal = CLOSINGS.matches(lines[at].text[-24:])
        return _end_of_sign_off(lines, at + 1) if is_formal else at + 1
    end = at + 1
    while end < len(lines) and _is_under_head(kind, lines, at, end):
        end += 1
    if kind is SetAsideKind.TEASER:
        return end
    return _end_of_sign_off(lines, max(end, _end_of_closing(lines, end)))


def start_of_notice(lines: Sequence[Marked], at: int) -> int:
    """The index of the house that stands right above the head of its notice: 青石县水务局 / 关于停水的通告."""
    head = lines[at + 1] if at + 1 < len(lines) else None
    if head and head.gap == 0 and lines[at].kind is LineKind.SHORT and _is_line_of_telephones(head):
        return at + 1
    is_house = (
        head is not None
        and head.kind is LineKind.ASIDE
        and head.gap == 0
        and kind_of_head(head.text) is SetAsideKind.NOTICE
        and lines[at].kind in (LineKind.SHORT, LineKind.NAME)
        and SIGN_OFFS.matches(lines[at].text)
    )
    return at + 1 if is_house else at


def _is_line_of_telephones(line: Marked) -> bool:
    found = ADVERTS.search(line.text) if line.kind is LineKind.ASIDE else None
    return found is not None and found[0].name == "telephones"


def _is_under_head(kind: SetAsideKind, lines: Sequence[Marked], head: int, at: int) -> bool:
    line, above = lines[at], lines[at - 1]
    if not _can_be_of_a_notice(line):
        return False
    if kind is SetAsideKind.TEASER:
        return line.gap == 0 or (line.gap == 1 and points_into_the_paper(line.text))
    if line.gap == 0:
        return kind is SetAsideKind.ADVERT or line.kind in _KINDS
    if is_head_of_results(lines[head].text):
        return line.gap <= 1 and is_result(line.text)
    if kind is SetAsideKind.NOTICE and line.gap == 1 and is_advertisement(line.text):
        return True
    if line.gap == 1 and line.kind in _KINDS_APART and is_further_correction(lines[head].text, line.text):
        return True
    if line.gap > 1 or not (line.kind in _KINDS_APART or FIGURES.matches(line.text)):
        return False
    return at == head + 1 or above.text.endswith(("：", ":")) or _goes_on(above, line)


def _can_be_of_a_notice(line: Marked) -> bool:
    return not (
        line.lead or line.jump_in or line.jump_out or line.kind is LineKind.STAFF or kind_of_head(line.text)
    )


def _goes_on(above: Marked, line: Marked) -> bool:
    """The next article of a list, or the next small advertisement."""
    if NUMBERED.matches(line.text):
        return NUMBERED.matches(above.text)
    return (
        len(line.text) <= _LONGEST_CLASSIFIED
        and CLASSIFIEDS.matches(line.text)
        and kind_of_notice(line.text) is not SetAsideKind.IMPRINT
    )


def _end_of_closing(lines: Sequence[Marked], at: int) -> int:
    """Behind 特此公告, where nothing but plain blocks stand before it; else `at`."""
    for end in range(at, min(at + _MOST_LINES, len(lines))):
        line = lines[end]
        if not _can_be_of_a_notice(line) or line.gap > 1 or line.kind not in _KINDS:
            return at
        if CLOSINGS.matches(line.text[-24:]):
            return end + 1
    return at


def _end_of_sign_off(lines: Sequence[Marked], end: int) -> int:
    while end < len(lines) and _is_sign_off(lines[end]) and not _is_title_of_a_list(lines, end):
        end += 1
    return end


def _is_title_of_a_list(lines: Sequence[Marked], at: int) -> bool:
    """晚报帮办 / 热线：…: over labels and values it is the title of a card."""
    return any(line.kind is LineKind.LABELLED for line in lines[at + 1 : at + 2])


def _is_sign_off(line: Marked) -> bool:
    return (
        line.gap <= 1
        and len(line.text) <= _LONGEST_SIGN_OFF
        and _can_be_of_a_notice(line)
        and SIGN_OFFS.matches(line.text)
    )
