"""The title block: which lines are kicker, headline and subtitle."""

from collections.abc import Sequence
from dataclasses import dataclass

from .characters import is_latin
from .columnlabels import VERBS, TopOfTitle, goes_on, is_doubtful, is_label, weigh
from .english_titles import split_english
from .marks import LineKind, Marked
from .passage import Passage, join
from .rules import compiled, rule, table

Lines = list[Passage]

# A line that cannot stand alone and takes the next one with it.
UNFINISHED = table(
    rule(
        "verb without object",
        r"(?:开创|推进|推动|打造|构建|建立|实现|筑牢|守护|助力|提升|强化|深化|落实|开展|加强|聚焦|做好|成为|走出|迈向|激活|绘就|谱写|擦亮|探索|创新|破解|举行|举办|召开|启动|荣获|获得|通过|发布|出台|完善|优化|促进|保障|服务|培育|凝聚|点亮|织密|架起|撑起|奏响|书写|铺就|跑出|推出|印发|部署|赋能|接到|办起|建起|开出|种出|走进|进入|升级|打通|找到|喊出|打响|用上|喝上|吃上|住进|搬进|换来|架设|设立|成立|组建|获评|荣膺|创下|刷新|突破|遇上|写给)$",
        "望川着力推进",
        "望川全面推进渠系改造",
    ),
    rule(
        "place that is full",
        r"[里上中下内外前边旁][^，。]{0,4}(?:坐|挤|站|种|摆|堆|挂|写|贴|停|住|开|长|飘|洒|铺|刻)(?:满了|了|着)$|(?:多|少|添|迎来|变成|装上|换上)了$",
        "夜校里坐满了",
        "夜校里人坐满了再开课",
    ),
    rule(
        "particle",
        r"(?:的|与|和|及|在|为|对|向|把|将|让|使|以|从|到|被|是|、|，|：)$",
        "青石县渠边的",
        "渠水进村",
    ),
)
# Verbs that need no object after what is held or goes on by itself.
COMPLETE = table(
    rule(
        "an event is held",
        r"(?:[会式赛展节班坛营]|大会|会议|活动|工程|项目)(?:[今昨明][日天晚]|在[^，。]{2,8}|正式|圆满|顺利|再次|如期)?(?:召开|举行|举办|启动|推进|开展|实现|通过|发布|升级)$",
        "全市社区矫正工作会召开",
        "县里着手召开",
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
    rule(
        "an occasion",
        r"第[〇零一二三四五六七八九十百\d]{1,4}[轮届场站季]$|(?:系列(?:报道|访谈|述评)|特别报道|追踪报道|现场直击|系列活动|连续报道)(?:[之·（(]?.{1,3}[）)]?)?$|周年$|[决预]赛$",
        "省联赛第二十轮",
        "第二十轮灌溉开始",
    ),
    rule("soon", r"^.{2,}(?:要|都|快|就|已经|又).{1,3}了$", "倒春寒要来了", "夜校里坐满了"),
)
EVENTS = table(
    rule(
        "a meeting",
        r"(?:召开|举行|举办|主持).{2,24}(?:会|会议|仪式|论坛|活动)$|(?:[会式坛]|会议|活动)(?:召开|举行|举办)$",
        "市委召开经济形势分析会",
        "开会的人",
    ),
)
# A last line that tells who was there: of the subtitle.
SUBTITLES = table(
    rule(
        "who was there",
        r"(?:主持(?:会议)?(?:并(?:讲话|作[^，。]{0,6}报告))?|(?:出席|参加)(?:会议|活动|仪式)?(?:并(?:讲话|致辞))?|[作并](?:讲话|报告|致辞)|讲话|致辞)$",
        "梁某某主持并讲话",
        "会上讲话的人",
    ),
)
_SUFFIX = compiled(r"[（(【](?P<column>[^（）()【】\d]{2,8})[）)】]$")
# in brackets after a title, but no column: what the text is, which part of it, a picture
_NO_COLUMN = compiled(
    r"^(?:组?图|附图.*|[上中下]|[一二三四五六七八九十]|之.|.?外.{1,2}[首篇章则题]|节选|摘[要登编]|全文|上篇|下篇|续.?|.*化名)$"
)
_NAMES_A_PLACE = compiled(r"^[^，。]{2,6}[：:]$")  # 沙咀村： / 荒坡种出“甜日子”
_SAYS = compiled(r"^[^，。：“”]{2,8}[：:]\S.{2,}$")  # 总务处：寒假动工
_LONG_LINE = 9
_SHORTEST_STATEMENT = 7
_OWN_MARKS = compiled(r"[？！：，]|.“.{2,}”")
_PAIRS = ("“”", "《》", "（）", "「」", "『』", "【】")


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
    column, rest, doubtful = _take_column(lines)
    if rest and is_latin(rest[0].text):
        headline, deck, is_guess = split_english(rest)
        return TitleBlock(column, [], headline, deck, is_guess)
    above, below = _take_subtitle(rest)
    kicker, headline, subtitle, is_guess = _split_groups(_groups(above))
    return TitleBlock(column, kicker, headline, subtitle + below, doubtful or is_guess)


def _take_column(lines: Sequence[Marked]) -> tuple[Lines, Sequence[Marked], bool]:
    """The label, the lines under it, and whether that was a guess."""
    if lines and lines[0].kind is LineKind.COLUMN:
        return [lines[0].core], lines[1:], False
    if len(lines) < 2 or lines[1].kind is LineKind.SUBTITLE or is_unfinished(lines[0].text):
        return [], lines, False
    weight = weigh(TopOfTitle(lines[0].text, lines[1].text, blank=bool(lines[1].gap)))
    if is_label(weight):
        return [lines[0].core], lines[1:], is_doubtful(weight)
    return [], lines, is_doubtful(weight)


def _take_subtitle(lines: Sequence[Marked]) -> tuple[Sequence[Marked], Lines]:
    """From the first —— on it is the subtitle, and at the end who was there."""
    at = next((n for n, line in enumerate(lines) if line.kind is LineKind.SUBTITLE), len(lines))
    if at == len(lines) > 1 and SUBTITLES.matches(lines[-1].text):
        at -= 1
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
        case [first, *others] if _is_kicker(first) and not is_unfinished(first[-1].text):
            headline, *subtitles = others
            return first, headline, _flat(subtitles), len(others) > 2
        case [[first], others] if len(others) > 1 and not is_unfinished(first.text):
            return [first], others, [], True
        case [first, second] if is_unfinished(first[-1].text):
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
        case [first, second]:
            return _split_two(first, second)
        case [first, second, third] if is_unfinished(first.text) and not is_unfinished(second.text):
            if abs(len(second.text) - len(third.text)) <= 1:  # 县水务局： / 送水到田头 / 解渴到根上
                return [], lines, [], True
            return [], [first, second], [third], True
        case [first, second, third] if _SAYS.search(third.text):
            return [first], [second], [third], True
        case [first, _, _]:
            return [first], lines[1:], [], True
        case _:
            return lines[:1], lines[1:3], lines[3:], True


def _split_two(first: Passage, second: Passage) -> tuple[Lines, Lines, Lines, bool]:
    """Two lines that stand close are one headline, unless they are too unlike for it."""
    if is_unfinished(first.text) or is_latin(second.text):
        return [], [first, second], [], False
    if len(second.text) > 2 * len(first.text) and " " in second.text:
        return (
            [],
            [first],
            [second],
            True,
        )  # 一碗粥暖了半条街 / 开粥铺的老夫妻第十八年免费施粥 今年多了三十双手
    if second.text.count(" ") > 1:  # three short things under a title: 票价一元 电话预约 送到村口
        return [], [first], [second], False
    if _SAYS.search(second.text) and not _SAYS.search(first.text):
        return [], [first], [second], True  # 老戏院变身社区厨房 / 长辈：锅铲比锣鼓好听
    if _is_under_a_kicker(first.text, second.text):
        return [first], [second], [], True
    return [], [first, second], [], False


def _is_under_a_kicker(first: str, second: str) -> bool:
    if " " in second and (EVENTS.matches(first) or (" " not in first and len(first) >= _SHORTEST_STATEMENT)):
        return True  # 市委召开经济形势分析会 / 拧紧责任链条 跑好全年首程
    if "，" in first and "，" not in second:
        return True  # 一只走丢的猫，牵出一张欠条 / 法官上门断了两桩官司
    if "，" in second and "，" not in first and min(len(first), len(second)) >= _LONG_LINE:
        return True  # 冷库空置率跌破两成 / 冷库不比大小，比“脾气”
    return _are_two_statements(first, second)  # 全市首例虚拟财产析产案落槌 / 离婚了，游戏账号归谁


def _are_two_statements(first: str, second: str) -> bool:
    """Long lines that each say something whole, and not in parallel: a headline is broken into short ones."""
    if min(len(first), len(second)) < _LONG_LINE or abs(len(first) - len(second)) <= 1 or goes_on(second):
        return False
    return any(VERBS.matches(line) or line[-1] in "？！" for line in (first, second)) and bool(
        _OWN_MARKS.search(second) or _OWN_MARKS.search(first) or VERBS.matches(first)
    )


def _is_kicker(lines: Lines) -> bool:
    return KICKERS.matches(lines[-1].text) and not _NAMES_A_PLACE.search(lines[-1].text)


def is_unfinished(text: str) -> bool:
    unbalanced = any(text.count(pair[0]) > text.count(pair[1]) for pair in _PAIRS)
    return unbalanced or (UNFINISHED.matches(text) and not COMPLETE.matches(text))


def _flat(groups: list[Lines]) -> Lines:
    return [line for group in groups for line in group]


def take_suffix(headline: Passage) -> tuple[Passage, Passage | None]:
    """A headline without the column label in brackets at its end, and the label."""
    found = None if is_latin(headline.text) else _SUFFIX.search(headline.text)
    if not found or found.start() < 3 or _NO_COLUMN.match(found["column"]):
        return headline, None
    return headline.cut(found.start())


def has_label(title: str) -> bool:
    """Whether a title ends in brackets that say what it is: a column, a kind of text."""
    found = _SUFFIX.search(title)
    return found is not None and found.start() >= 3


def joined(lines: Lines) -> Passage | None:
    return join(lines) if lines else None
