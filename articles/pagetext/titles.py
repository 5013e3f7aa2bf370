"""The title block: which lines are kicker, headline and subtitle."""

from collections.abc import Sequence
from dataclasses import dataclass

from .characters import is_latin
from .english_titles import split_english
from .marks import LineKind, Marked
from .passage import Passage, join
from .rules import compiled, rule, table

Lines = list[Passage]

# A line that cannot stand alone and takes the next one with it.
UNFINISHED = table(
    rule(
        "verb without object",
        r"(?:开创|推进|推动|打造|构建|建立|实现|筑牢|守护|助力|提升|强化|深化|落实|开展|加强|聚焦|做好|成为|走出|迈向|激活|绘就|谱写|擦亮|探索|创新|破解|举行|举办|召开|启动|荣获|获得|通过|发布|出台|完善|优化|促进|保障|服务|培育|凝聚|点亮|织密|架起|撑起|奏响|书写|铺就|跑出|推出|印发|部署|赋能)$",
        "望川着力推进",
        "望川全面推进渠系改造",
    ),
    rule(
        "particle",
        r"(?:的|与|和|及|在|为|对|向|把|将|让|使|以|从|到|被|是|、|，|：)$",
        "青石县渠边的",
        "渠水进村",
    ),
)
KICKERS = table(
    rule(
        "said",
        r"(?:强调|指出|要求|透露|表示|认为|提出|明确|宣布|提醒|呼吁|——|…|：|:)$",
        "县里开会时强调",
        "渠水进村入户",
    ),
    rule(
        "an event",
        r"在.{2,12}(?:召开|举行|举办)$|(?:开幕|闭幕|落幕|揭晓|收官|开赛|挂牌)$",
        "全县春灌会议在青石镇召开",
        "县里着手召开",
    ),
    rule("done", r"^.{4,}(?:要|都|快)?.了$", "倒春寒要来了", "水来了"),
)
COLUMN_WORDS = table(
    rule(
        "column word",
        r"(?:快评|时评|短评|评论|漫评|论坛|访谈|对话|人物|风采|故事|在线|之声|视点|观察|聚焦|关注|札记|手记|随笔|园地|之窗|动态|速递|简讯|说法|讲堂|信箱|热线|调查|追踪|特写|纪实|侧记|巡礼|专栏|连载|副刊|茶座|纵横|广角|传真|看台|新语|漫笔)$",
        "渠边快评",
        "渠水进村入户",
    ),
)
_SUFFIX = compiled(r"[（(【](?P<column>[^（）()【】\d]{2,8})[）)】]$")
# in brackets after a title, but no column: what the text is, which part of it, a picture
_NO_COLUMN = compiled(
    r"^(?:组?图|附图.*|[上中下]|[一二三四五六七八九十]|之.|.?外.{1,2}[首篇章则题]|节选|摘[要登编]|全文|上篇|下篇|续.?|.*化名)$"
)
_PAIRS = ("“”", "《》", "（）", "「」", "『』", "【】")
_LONGEST_COLUMN = 8
_LONGEST_BARE_COLUMN = 7


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """Each part is the lines that it is printed in; `doubtful` when nothing printed tells them apart."""

    column: Lines
    kicker: Lines
    headline: Lines
    subtitle: Lines
    doubtful: bool = False


def split_title(lines: Sequence[Marked]) -> TitleBlock:
    """A title block from its lines, in the order of the page."""
    column, rest = _take_column(lines)
    if rest and is_latin(rest[0].text):
        headline, deck, doubtful = split_english(rest)
        return TitleBlock(column, [], headline, deck, doubtful)
    above, below = _take_subtitle(rest)
    parts = _split_groups(_groups(above))
    return TitleBlock(column, parts[0], parts[1], parts[2] + below, parts[3])


def _take_column(lines: Sequence[Marked]) -> tuple[Lines, Sequence[Marked]]:
    first = lines[0] if lines else None
    if first is None or len(lines) < 2:
        return ([first.core], []) if first and first.kind is LineKind.COLUMN else ([], lines)
    if first.kind is LineKind.COLUMN or _is_label(first.text, lines[1]):
        return [first.core], lines[1:]
    return [], lines


def _is_label(text: str, below: Marked) -> bool:
    """A few characters over a longer title; the closer it stands, the shorter and the more like a label it must be."""
    if below.kind is LineKind.SUBTITLE or is_latin(text) or _is_unfinished(text):
        return False
    longest = _LONGEST_COLUMN if COLUMN_WORDS.matches(text) else _LONGEST_BARE_COLUMN if below.gap else 4
    return len(text) <= longest and (bool(below.gap) or len(text) + 3 <= len(below.text))


def _take_subtitle(lines: Sequence[Marked]) -> tuple[Sequence[Marked], Lines]:
    """From the first —— on it is the subtitle."""
    at = next((n for n, line in enumerate(lines) if line.kind is LineKind.SUBTITLE), len(lines))
    return lines[:at], [line.core for line in lines[at:]]


def _groups(lines: Sequence[Marked]) -> list[Lines]:
    """Lines with no blank line between them are one group."""
    groups: list[Lines] = []
    for line in lines:
        if groups and not line.gap:
            groups[-1].append(line.core)
        else:
            groups.append([line.core])
    return groups


def _split_groups(groups: list[Lines]) -> tuple[Lines, Lines, Lines, bool]:
    """Kicker, headline, subtitle, and whether that was a guess."""
    match groups:
        case []:
            return [], [], [], False
        case [one]:
            return _split_group(one)
        case [first, *others] if _is_kicker(first) and not _is_unfinished(first[-1].text):
            headline, *subtitles = others
            return first, headline, _flat(subtitles), len(others) > 2
        case [[first], others] if len(others) > 1 and not _is_unfinished(first.text):
            return [first], others, [], True
        case [first, second] if _is_unfinished(first[-1].text):
            return [], first + second, [], False
        case [first, second]:
            return [], first, second, True
        case [first, second, *others]:
            return first, second, _flat(others), True
    raise AssertionError("every list of groups has a case")


def _split_group(lines: Lines) -> tuple[Lines, Lines, Lines, bool]:
    match lines:
        case [_]:
            return [], lines, [], False
        case [first, *others] if _is_kicker([first]):
            return [first], others, [], len(others) > 2
        case [first, second] if (
            second.text.count(" ") > 1 and not is_latin(second.text) and not _is_unfinished(first.text)
        ):
            return (
                [],
                [first],
                [second],
                False,
            )  # three short things under a title: 票价一元 电话预约 送到村口
        case [first, second] if (
            "，" in first.text and "，" not in second.text and not _is_unfinished(first.text)
        ):
            return [first], [second], [], True  # 一只走丢的猫，牵出一张欠条 / 法官上门断了两桩官司
        case [_, _]:
            return [], lines, [], False
        case [first, second, third] if _is_unfinished(first.text) and not _is_unfinished(second.text):
            return [], [first, second], [third], True
        case [first, _, _]:
            return [first], lines[1:], [], True
        case _:
            return lines[:1], lines[1:3], lines[3:], True


def _is_kicker(lines: Lines) -> bool:
    return bool(KICKERS.matches(lines[-1].text))


def _is_unfinished(text: str) -> bool:
    unbalanced = any(text.count(pair[0]) > text.count(pair[1]) for pair in _PAIRS)
    return unbalanced or UNFINISHED.matches(text)


def _flat(groups: list[Lines]) -> Lines:
    return [line for group in groups for line in group]


def take_suffix(headline: Passage) -> tuple[Passage, Passage | None]:
    """A headline without the column label in brackets at its end, and the label."""
    found = _SUFFIX.search(headline.text)
    if not found or found.start() < 3 or _NO_COLUMN.match(found["column"]):
        return headline, None
    return headline.cut(found.start())


def has_label(title: str) -> bool:
    """Whether a title ends in brackets that say what it is: a column, a kind of text."""
    found = _SUFFIX.search(title)
    return found is not None and found.start() >= 3


def joined(lines: Lines) -> Passage | None:
    return join(lines) if lines else None
