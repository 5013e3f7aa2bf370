"""A column label (栏目) or the first line of the headline? What speaks for it and against it, weighed.

Nothing printed tells them apart for certain, so no row decides alone: the weights of the rows that hold are added up.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .characters import is_latin
from .marks import LineKind, Marked
from .names import join_padding
from .rules import compiled, rule, table

# Labels that say what the text is: the whole line is one of them, or ends in one.
COLUMN_WORDS = table(
    rule(
        "kind of text",
        r"(?:快评|时评|短评|微评|锐评|漫评|杂评|书评|影评|点评|述评|评论|社论|社评|言论|来论|杂谈|漫谈|夜谈|闲谈|杂感|随想|随笔|漫笔|新语|心语|絮语|闲话|夜话|札记|"
        r"手记|笔记|日记|散记|散文|诗歌|诗苑|诗页|小说|小小说|征文|连载|书讯|警讯|快讯|短讯|简讯|资讯|快报|简报|速报|速递|速览|动态|消息|通讯|特写|纪实|纪事|侧记|专访|"
        r"访谈|对话|追访|回访|回音|来信|来稿|照登|释疑|解读|数读|图说|提示|链接)$",
        "渠边快评",
        "渠水进村入户",
    ),
    rule(
        "place of meeting",
        r"(?:论坛|讲堂|课堂|学堂|茶座|信箱|热线|门诊|诊室|专栏|副刊|园地|之窗|之声|之音|声音|之友|视点|视野|视线|焦点|热点|看点|看台|前沿|一线|现场|在线|连线|直通车|"
        r"面对面|观点|视角|论道|民声|民意|回复|答复|走基层|进行时|故事|人物|风采|风貌|英才|群像|巡礼|掠影|广角|传真|纵横|观察|聚焦|关注|调查|追踪|档案|说法|生意经|大家谈|百姓事|身边事|新鲜事|新气象|文苑|艺苑|笔会|"
        r"乡音|乡愁|拾趣|拾贝|撷英|讲述)$",
        "民生直通车",
        "渠边有人家",
    ),
    rule(
        "subject",
        r"^(?:要闻|新闻|综合|时政|本地|国内|国际|社会|民生|法治|经济|财经|金融|消费|市场|产业|科技|科普|教育|校园|文化|文艺|体育|健康|医疗|养老|交通|水利|农业|三农|农事|环保|生态|气象|天气|"
        r"旅游|社区|街道|基层|党建|党务|工会|就业|招生|便民|服务|生活|情感|家庭|美食|收藏|人文|历史|阅读|悦读|影像)$",
        "水利",
        "水利局长下渠",
    ),
)
# Words of which a headline is made and a label is not.
VERBS = table(
    rule(
        "begins",
        r"开[通放播工建馆园学镰赛幕业班讲机航街门]|启[用动程幕航]|揭[牌幕晓]|挂牌|上[线岗市路演]|投[用产]|亮[相了]|登场|来[袭了]|到来|入列|首[航飞发]|通[车航水电气过]|合龙|封顶|竣工|完工|落[成户地]|"
        r"诞生|问世|发车|下水|发布|公布|出台|印发|推[出行进动]|办起|建[起成]|设立|成立|组建|招[募聘]|征集",
        "江岳大桥合龙",
        "江岳大桥",
    ),
    rule(
        "ends",
        r"闭幕|落幕|收官|停[运水电产课业]|告[破别]|落网|获[刑救奖批评]|脱贫|摘帽|退休|去世|关停|关闭|取消|完成|结束|见效|归来|回[家来归]",
        "老站停运",
        "老站台",
    ),
    rule(
        "changes",
        r"增[长加至收]|下降|[上看降]涨|回[升暖落]|突破|提[升高速醒前]|恢复|调整|变[成为身]|成为|推迟|延[长期]|减[少半]|翻番|达[标到]|超[过千百]|迎[来战]|进[村校城入站]|走[进出上]|下乡|入户|搬[进家]|住进|"
        r"修[好复通]|建好|种上|装上|用上|喝上|吃上|补[上短]|[送接]到|[找追要]回|救[下起出]|抓获|查[处获封]|夺[冠金]|晋级|胜|负于",
        "高温来袭冰饮上涨",
        "高温津贴",
    ),
    rule(
        "does",
        r"召开|举[行办]|开展|签[署约]|荣获|捐[赠款]|护航|助力|赋能|打造|帮扶|严查|整治|部署|强调|要求|指出|呼吁|表示|回应|忙着?|学会|成了",
        "环卫工人学会理发",
        "环卫工人",
    ),
    rule(
        "helps a verb", r"了$|[^人白]了|将|被|把|让|正在|不再|不[能要用得]|为[何啥]|怎[么样]|如何|[能要请]$", "路灯亮了", "路灯"
    ),
)  # fmt: skip
# How the second line of a headline begins that goes on with the phrase of the first.
_GOES_ON = compiled(
    r"^(?:和|与|及|的|之|将|已|正在|不再|又|也|还|均|都|再次|首次|即将|有望|下月|本月起|明起|今起)"
)
_ADMONISHES = compiled(
    r"^(?:别|莫|勿|休|岂|何必|何妨|不妨|不必|切[莫勿忌]|且|谨防|警惕|当心|愿|请|该|应当|为什么|谁)"
)
_COUNTS_OR_POINTS = compiled(
    r"^(?:[我本全该各](?:国|省|市|县|区|镇|乡|村|校|院|州|盟|旗|厂|局)|首|第[一二三四五六七八九十]|这|那|[一两三四五六七八九十百千万\d]+[个条座位名家所件场口碗张只辆艘])|首[条个座批届家]$"
)
_SAYS_WHEN = compiled(
    r"(?:.[天日夜]|[一二三四五六七八九十]月|[这那]年|时节|季节|前夕|期间|之后|以后|之前|以前)$"
)
_BOXES = compiled(r"(?:链接|提示|解读|数读|点评|释疑|背景|现场|看点|人物|档案|故事|进行时)$")
_MARKS = "■●◆▲★☆□◎※"
_LONGEST = 8
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class TopOfTitle:
    """The first line of a title block, and the one under it."""

    first: str
    below: str
    blank: bool = False  # a blank line stands between them
    twice: bool = False  # the first line stands over another title too


@dataclass(frozen=True, slots=True)
class Evidence:
    name: str
    weight: int
    holds: Callable[[TopOfTitle], bool]
    example: TopOfTitle
    counter_example: TopOfTitle


def _is_padded(top: TopOfTitle) -> bool:
    return join_padding(top.first) != top.first


def _is_as_long(top: TopOfTitle) -> bool:
    return not top.blank and len(top.first) > 3 and abs(len(top.first) - len(top.below)) <= 1


EVIDENCE = (
    Evidence("ends in a column word", 4, lambda top: COLUMN_WORDS.matches(join_padding(top.first)),
             TopOfTitle("微评", "别让“扫码”难倒老人"), TopOfTitle("微风", "吹过老渠")),
    Evidence("stands over another title too", 4, lambda top: top.twice,
             TopOfTitle("渠东", "清淤完成", twice=True), TopOfTitle("渠东", "清淤完成")),
    Evidence("has a bullet", 4, lambda top: top.first[0] in _MARKS,
             TopOfTitle("■渠东人家", "一碗水端平"), TopOfTitle("渠东人家", "一碗水端平")),
    Evidence("is padded", 3, _is_padded,
             TopOfTitle("热 点", "菜价回落了"), TopOfTitle("渠水 麦苗", "都到家了")),
    Evidence("stands apart", 2, lambda top: top.blank,
             TopOfTitle("岭上观澜", "别让“样板路”只有一里长", blank=True), TopOfTitle("皮影班主", "和他的三只木箱")),
    Evidence("is of two to four characters", 1, lambda top: len(top.first) <= 4,
             TopOfTitle("乡音", "外婆的蒲扇"), TopOfTitle("科学编辑部手记", "深海里的石头")),
    Evidence("the line below is far longer", 1, lambda top: len(top.below) >= 2.5 * len(top.first),
             TopOfTitle("岭上观澜", "别让“样板路”只有一里长"), TopOfTitle("北岸老街", "下月起分段改造")),
    Evidence("the line below admonishes", 2, lambda top: bool(_ADMONISHES.match(top.below)),
             TopOfTitle("岭上观澜", "别让“样板路”只有一里长"), TopOfTitle("北岸老街", "下月起分段改造")),
    Evidence("no headline breaks so short", 2, lambda top: len(top.first) <= 3 and len(top.below) <= 4,
             TopOfTitle("渠语", "等水"), TopOfTitle("渠语", "等水的人回来了")),
    Evidence("is of more than six", -1, lambda top: len(top.first) > 6,
             TopOfTitle("北岸老街的灯光", "亮到十点以后"), TopOfTitle("乡音", "外婆的蒲扇")),
    Evidence("is as long as the line below", -2, _is_as_long,
             TopOfTitle("旧木新枝", "老匠少年"), TopOfTitle("乡音", "外婆的蒲扇")),
    Evidence("counts or points", -2, lambda top: bool(_COUNTS_OR_POINTS.search(top.first)),
             TopOfTitle("我市首条", "光伏渠道并网发电"), TopOfTitle("问农门诊", "鸡吃了发芽的土豆")),
    Evidence("says when", -5, lambda top: bool(_SAYS_WHEN.search(top.first)),
             TopOfTitle("高温天", "谁在给城市“送凉”", blank=True), TopOfTitle("天天说法", "谁来赔")),
    Evidence("has a verb", -4, lambda top: VERBS.matches(top.first),
             TopOfTitle("高温来袭", "环卫工人错峰上岗"), TopOfTitle("皮影班主", "和他的三只木箱")),
    Evidence("has a mark of quotation or a figure", -2, lambda top: any(c in "“”《》？！·%，：" or c.isdigit() for c in top.first),
             TopOfTitle("“老学生”", "坐满夜校"), TopOfTitle("乡音", "外婆的蒲扇")),
    Evidence("the line below goes on", -5, lambda top: bool(_GOES_ON.search(top.below)),
             TopOfTitle("北岸老街", "下月起分段改造"), TopOfTitle("乡音", "外婆的蒲扇")),
)  # fmt: skip


def weigh(top: TopOfTitle) -> int:
    """How much speaks for a label: from 2 on it is one, from 3 on beyond doubt, below 1 it is none.

    >>> weigh(TopOfTitle("乡音", "外婆的蒲扇", blank=True)), weigh(TopOfTitle("高温来袭", "环卫工人错峰上岗"))
    (8, -3)
    """
    if not 2 <= len(top.first) <= _LONGEST or is_latin(top.first):
        return -9
    return sum(evidence.weight for evidence in EVIDENCE if evidence.holds(top))


def is_standing_label(line: Marked) -> bool:
    """■声音 alone: a bullet and a column word; ■链接 is of the story that it stands in."""
    return (
        line.text[0] in _MARKS
        and line.gap > 0
        and len(line.text) <= _LONGEST
        and COLUMN_WORDS.matches(line.text)
        and not _BOXES.search(line.text)
    )


def mark_repeated(lines: Sequence[Marked], starts: Sequence[int]) -> list[Marked]:
    """The lines, those marked as labels that stand over two titles of the page; `starts` are where articles begin."""
    tops = [at for at in starts if at + 1 < len(lines) and _is_top(lines[at], lines[at + 1])]
    printed = Counter(lines[at].text for at in tops)
    marked = list(lines)
    for at in tops:
        top = TopOfTitle(
            lines[at].text, lines[at + 1].text, bool(lines[at + 1].gap), twice=printed[lines[at].text] > 1
        )
        if top.twice and is_label(weigh(top)):
            marked[at] = replace(marked[at], kind=LineKind.COLUMN)
    return marked


def _is_top(line: Marked, below: Marked) -> bool:
    return line.kind is LineKind.SHORT and below.kind is LineKind.SHORT and not line.jump_in


def goes_on(line: str) -> bool:
    """Whether a line goes on with the phrase of the line above: 突破六十万标箱."""
    return bool(_GOES_ON.search(line) or ((verb := VERBS.search(line)) and verb[1].start() == 0))


def is_label(weight: int) -> bool:
    return weight >= _ENOUGH


def is_doubtful(weight: int) -> bool:
    return 1 <= weight <= _ENOUGH
