"""Lines whose neighbours tell what they are: names that sign, titles that look like text, text that looks like titles."""

from collections.abc import Sequence

from .characters import HAN
from .columnlabels import is_standing_label
from .lonetitles import TITLE_KINDS
from .marks import LineKind, Marked, is_short
from .names import BULLETS, looks_glued
from .repairs import ends
from .rules import compiled, rule, table
from .seams import is_finished
from .titles import is_unfinished

MOST_TITLE_LINES = 8
_MOST_ITEMS = 30
_NEAR = 8
_LONGEST_PLACE = 6  # with its colon, set apart above a title
_LONGEST_LINE_OF_A_TITLE = 20
_PROSE = (LineKind.TEXT, LineKind.LABELLED, LineKind.VERSE)
_LONGEST_SUBHEAD_THAT_BREAKS_OFF = 12  # of two lines: 让每一户都有一个 / 看得见的窗口
BREAKS_OFF = table(
    rule(
        "no end of a title",
        r"(?:[还已共约只没]有|[就都也还不这那]是|均为|不仅|不但|因为|所以|如果|但是|并且|以及|或者|而且|一[个种名位条只]|这[个些种里]|那[个些种里]|[他她我你]们|自己|[把将被让给向往]|[其该每并而但或由于])$",
        "全县像这样的渠段一共还有",
        "全县的渠水都有了去处",
    ),
)
_ENDS_A_SENTENCE = compiled(r"[，：].*[？！…][”」』]?$|[^，：“「『]*[”」』]$")
_BOX = compiled(
    r"^[【\[■★](?:相关|新闻|背景|延伸|名词|知识|法律|法条)?(?:链接|背景|阅读|解释|释义|资料|提示)[】\]★]?$"
)
_LONGEST_END, _END = 10, compiled(r"^[^“「。！？]*[。！？]$")  # of a sentence
_ENDS_AT_ONCE = compiled(r"[^“「。，！？]{1,4}。.")  # 走了270公 / 里。三年前
LIST_ENTRIES = table(
    rule(
        "day and hour",
        r"^[●■◆▲★☆○◎•·]?\s?(?:\d{1,2}月\d{1,2}日|\d{1,2}[./]\d{1,2}|(?:本?周|星期)[一二三四五六日天])\s?(?:[（(](?:周|星期)[一二三四五六日天][）)])?\s?(?:上午|下午|早上?|晚上?|中午)?\s?\d{1,2}(?:[:：∶]\d{2}|时|点)",
        "10月19日 19:30 男篮 渠东队—渠西队",
        "10月19日 渠东队迎来主场",
    ),
    rule(
        "rank and figure",
        r"^\d{1,2}[.．、]\s?[一-鿿·]{1,12}\s\S{0,12}?\d+(?:分|秒|胜|环|枚|票)?$",
        "1. 渠东队 38分",
        "1. 渠东队夺冠 38人走上街头",
    ),
    hint=r"\d(?:[:：∶]|时|点)|^\d{1,2}[.．、]",
)
HOUSES_THAT_SIGN = table(
    rule(
        "house",
        rf"^(?![以让把为向从在])[{HAN}（）()]{{2,16}}(?:局|公司|委员会|办公室|办事处|[法检察]院|人民政府|编辑部|管理处|派出所|[支大]队|医院|大学|[中小]学)$",
        "青石县水务局",
        "以水为中心",
    ),
)
_UNSETTLED = (
    LineKind.COLUMN,
    LineKind.NAME,
    LineKind.LABELLED,
    LineKind.SHORT,
    LineKind.SUBTITLE,
    LineKind.TEXT,
)
_PEN_NAME = compiled(rf"(?![〇零一二三四五六七八九十]*[年月日])[{HAN}]{{2,4}}")


def settle_names(lines: Sequence[Marked]) -> list[Marked]:
    """A bare name is a byline between a title and a text, a title may have a colon; elsewhere they are what they look like."""
    tops = _tops(lines)
    return [
        line.of_kind(_settled(lines, at, top)) if line.kind in _UNSETTLED else line
        for at, (line, top) in enumerate(zip(lines, tops, strict=True))
    ]


def _tops(lines: Sequence[Marked]) -> list[int]:
    """For each line the nearest above that is not short, where all between touch; -1 where there is none.

    Read on from line to line: to look up from each anew is thirty times as slow in a long list.
    """
    tops: list[int] = []
    for at, line in enumerate(lines):
        if line.gap or not at:
            tops.append(-1)
        else:
            tops.append(at - 1 if lines[at - 1].kind is not LineKind.SHORT else tops[-1])
    return tops


def _settled(lines: Sequence[Marked], at: int, top: int) -> LineKind:
    line = lines[at]
    above = lines[at - 1] if at else None
    below = lines[at + 1] if at + 1 < len(lines) else None
    match line.kind:
        case LineKind.COLUMN if _is_one_of_several_heads(lines, at) or _is_head_of_a_box(line, above, below):
            return LineKind.SUBHEAD
        case LineKind.LABELLED if _is_title_with_colon(line, above, below):
            return LineKind.SHORT
        case LineKind.SUBTITLE if above and above.kind in _PROSE:
            return LineKind.VERSE  # ——渠边读者 under a quotation
        case LineKind.TEXT if _is_title_that_goes_on(lines, at):
            return LineKind.SHORT
        case LineKind.SHORT:
            return (
                LineKind.VERSE
                if LIST_ENTRIES.matches(line.text) or _is_item(lines, at, top)
                else _short_settled(line, above, below)
            )
        case LineKind.NAME:
            return LineKind.BYLINE if _signs(lines, at) else LineKind.SHORT
    return line.kind


def _is_one_of_several_heads(lines: Sequence[Marked], at: int) -> bool:
    """【案情】 right over a text, as 【判决】 is further down: the parts of one story."""
    around = range(max(0, at - _NEAR), min(len(lines), at + _NEAR))
    return _is_head_over_text(lines, at) and any(
        near != at and _is_head_over_text(lines, near) for near in around
    )


def _is_head_of_a_box(line: Marked, above: Marked | None, below: Marked | None) -> bool:
    """【相关链接】 between two texts is of the story that it stands in."""
    return bool(
        above
        and above.is_prose
        and below
        and below.is_prose
        and not (below.lead or below.jump_in)
        and _BOX.search(line.text)
    )


def _is_head_over_text(lines: Sequence[Marked], at: int) -> bool:
    below = lines[at + 1] if at + 1 < len(lines) else None
    return (
        lines[at].kind is LineKind.COLUMN
        and below is not None
        and below.is_prose
        and below.gap == 0
        and not (below.lead or below.jump_in)
    )


def _is_house_that_signs(line: Marked, above: Marked | None, below: Marked | None) -> bool:
    """市公交公司办公室 under the last paragraph of what it answers."""
    return bool(
        above
        and above.is_prose
        and ends(above)
        and (below is None or (below.kind in TITLE_KINDS and below.gap > 0))
        and HOUSES_THAT_SIGN.matches(line.text)
    )


def _is_item(lines: Sequence[Marked], at: int, top: int) -> bool:
    """A short line of a list that touches the colon above it, or the items between: 比赛结果： / 东渠队3比0胜西渠队."""
    if top < 0 or at - top >= _MOST_ITEMS:
        return False
    head = lines[top]
    return (
        head.text[-1:] in "：:"
        and (head.is_prose or head.kind is LineKind.LABELLED)
        and not _is_title_that_goes_on(lines, top)
    )


def _short_settled(line: Marked, above: Marked | None, below: Marked | None) -> LineKind:
    if is_standing_label(line):
        return LineKind.COLUMN
    if _is_left_half(line, above, below) or _is_right_half(line, above):
        return LineKind.TEXT
    signs = _is_pen_name(line, above, below) or _is_house_that_signs(line, above, below)
    return LineKind.BYLINE if signs else line.kind


def _signs(lines: Sequence[Marked], at: int) -> bool:
    """A name between a title and a text, or under the last text of an article that nobody has signed above."""
    line = lines[at]
    above = lines[at - 1] if at else None
    below = lines[at + 1] if at + 1 < len(lines) else None
    if above is None:
        return False
    if above.kind in TITLE_KINDS:
        return below is not None and (_is_unsigned_text(below) or line.text[0] in BULLETS)
    return (
        above.kind is LineKind.TEXT
        and is_finished(above.text)
        and (below is None or below.kind in TITLE_KINDS)
        and not looks_glued(line.text)
        and not _is_signed_above(lines, at)
    )


def _is_signed_above(lines: Sequence[Marked], at: int) -> bool:
    """Between this line and the first title or subhead above it: 高温天 is then no second author."""
    for line in reversed(lines[max(0, at - _MOST_ITEMS) : at]):
        if line.kind is LineKind.BYLINE or (line.lead is not None and line.lead.authors):
            return True
        if line.kind in TITLE_KINDS:
            return False
    return False


def _is_title_that_goes_on(lines: Sequence[Marked], at: int) -> bool:
    """沙咀村： / 荒坡种出“甜日子”: a title may break after a mark that goes on, over a byline or a lead."""
    line = lines[at]
    if (
        not 0 < len(line.text) <= _LONGEST_LINE_OF_A_TITLE
        or line.text[-1] not in "，、：；,:;"
        or not is_short(line.text[:-1])
        or line.lead
        or line.jump_in
        or (at and not (line.gap and (ends(lines[at - 1]) or (at == 1 and is_short(lines[0].text)))))
    ):
        return False
    end = at + 1
    while (
        end < len(lines)
        and end - at < MOST_TITLE_LINES
        and lines[end].kind is LineKind.SHORT
        and (not lines[end].gap or (end == at + 1 and lines[end].gap == 1))
    ):
        end += 1
    return (
        at + 1 < end < len(lines)
        and (not lines[at + 1].gap or len(line.text) <= _LONGEST_PLACE)
        and (lines[end].lead is not None or lines[end].kind in (LineKind.BYLINE, LineKind.SUBTITLE))
    )


def _can_end_above_a_title(line: Marked) -> bool:
    return line.kind is not LineKind.LABELLED and ends(line) and line.text[-1:] not in "：:"


def _is_unsigned_text(line: Marked) -> bool:
    return (line.is_prose and not line.lead) or line.kind is LineKind.VERSE


def _is_title_with_colon(line: Marked, above: Marked | None, below: Marked | None) -> bool:
    """民警支招：遇到骗子怎么办 has white around it and no other label：value beside it."""
    if not below or not is_short(line.text) or line.text[-1] in "，、。；":
        return False
    if not line.gap:  # 学生自制“水位表” / 总务处：寒假动工, over a byline or a lead
        return (
            above is not None
            and above.kind is LineKind.SHORT
            and below.gap > 0
            and (below.lead is not None or below.kind is LineKind.BYLINE)
        )
    if above and not (above.kind is LineKind.SHORT or _can_end_above_a_title(above)):
        return False
    if below.gap == 0:
        return False
    if below.lead is not None or below.kind in (LineKind.BYLINE, LineKind.SUBTITLE):
        return True
    # over a plain text a question may as well be a paragraph: 也要问一句：为什么没有椅子？
    return (
        below.kind is LineKind.TEXT
        and len(line.text) <= _LONGEST_LINE_OF_A_TITLE
        and line.text[-1] not in "？！”"
    )


def _is_left_half(line: Marked, above: Marked | None, below: Marked | None) -> bool:
    """A line between two texts that cannot be a title, for it breaks off: 全县像这样的渠段一共还有 / 九条。"""
    return bool(
        above
        and above.is_prose
        and not above.jump_out
        and below
        and below.kind is LineKind.TEXT
        and not (below.lead or below.jump_in)
        and len(line.text) > _LONGEST_SUBHEAD_THAT_BREAKS_OFF
        and (
            is_unfinished(line.text)
            or BREAKS_OFF.matches(line.text)
            or _ENDS_AT_ONCE.match(below.text) is not None
            or _is_longer_than_its_text(line.text, below.text)
        )
    )


def _is_longer_than_its_text(text: str, below: str) -> bool:
    """督查采取不发通知、不打招呼的方式进行，发现问 / 题现场交办。"""
    return (
        len(text) > _LONGEST_LINE_OF_A_TITLE and len(below) <= _LONGEST_END and _END.search(below) is not None
    )


def _is_right_half(line: Marked, above: Marked | None) -> bool:
    """坐下，问的第一句是：“羊有名字吗？”: a line with the end of a sentence, under one that breaks off."""
    return bool(
        above
        and above.kind is LineKind.TEXT
        and len(above.text) > _LONGEST_LINE_OF_A_TITLE
        and line.gap > 0
        and not above.jump_out
        and not ends(above)
        and _ENDS_A_SENTENCE.search(line.text)
    )


def _is_pen_name(line: Marked, above: Marked | None, below: Marked | None) -> bool:
    """A few characters with white around them, between a title and a text: 陶然亭外."""
    return bool(
        above
        and above.kind in TITLE_KINDS
        and len(above.text) > len(line.text)
        and below
        and _is_unsigned_text(below)
        and line.gap
        and below.gap
        and _PEN_NAME.fullmatch(line.text.replace(" ", ""))
    )
