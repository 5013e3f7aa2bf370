"""People and papers in a byline: roles taken off, padding joined, glued names told apart or reported."""

import re
from itertools import pairwise

from .characters import HAN, is_latin
from .rules import compiled
from .scripts import in_traditional, with_traditional

SURNAMES = with_traditional(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝"
    "董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇"
    "邢滑裴陆荣翁荀羊惠甄曲封芮储靳段富巫焦巴牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶郜黎溥印白怀蒲邰从"
    "索赖卓蔺屠蒙池乔胥闻莘党翟谭贡劳姬申冉雍桑桂濮牛寿通边燕冀尚农温别庄晏柴瞿阎连习艾容向古易慎戈廖终居衡步都耿满弘匡国文寇广欧"
    "利师巩聂关苟敖冷辛阚那简饶曾沙养丰游楚闫肖付岳佟苑代迟祖晋海冼涂覃逯尧祝商芮简祢米水秋"
)  # 百家姓, the single ones, and what it lacks of today's two hundred most frequent
_DOUBLE_SURNAMES = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "司徒",
    "令狐",
    "夏侯",
    "端木",
    "长孙",
    "宇文",
    "南宫",
    "闻人",
    "濮阳",
    "钟离",
    "公西",
    "百里",
    "澹台",
    "左丘",
    "呼延",
    "赫连",
    "独孤",
    "申屠",
    "轩辕",
    "太史",
    "鲜于",
    "东郭",
    "西门",
    "拓跋",
    "淳于",
    "公冶",
    "宗政",
    "谷梁",
    "梁丘",
    "羊舌",
)
DOUBLE_SURNAMES = (*_DOUBLE_SURNAMES, *(in_traditional(name) for name in _DOUBLE_SURNAMES))

BULLETS = "□■◎●◆▲○⊙"
_NO_LAST_CHARACTERS = "队县省镇局厂店报校院馆区州们说說谈談"  # of a place or a house: 江北队
_SET_OFF = BULLETS + "（("
_PAPER_END = "日报社?|晚报|晨报|早报|商报|时报|周报|都市报|青年报|法制报|法治报|报社|报|通讯社|新华社|中新社|社|电视台|广播电台|台|网|新闻|航讯|农讯|商讯|侨讯|客户端|融媒体中心|融媒体?|周刊|在线|头条|发布|報社?|週刊|電視台|新聞"
PAPER = rf"(?:本[报報台臺网刊]|[{HAN}·A-Za-z]{{1,16}}?(?:{_PAPER_END}))"
ROLE = (
    "(?:全媒体|融媒体|首席|见习|实习|特约|特派|摄影|文字|数字|视频|学生|校园|驻地|見習|實習|特約|攝影|地方)*"
    "(?:[记記]者(?![站证会们节团席])|通讯员|通訊員|实习生|實習生|评论员|評論員|撰稿人?|作者|报道员|编辑)"
)
# who signs letters and essays: 退休教师 张某某
OCCUPATION = (
    "(?:教师|老师|教授|讲师|医生|医师|大夫|护士|农民|工人|职工|司机|学生|同学|干部|民警|警官|警察|法官|检察官|律师|作家|诗人|学者|编剧|导演|演员|画家|书法家|评论家|摄影师|摄影家|"
    "校长|园长|院长|主任|书记|支书|村主任|馆长|馆员|站长|厨师|店主|店员|老板|志愿者|社工|[员工师]|教练|博士|研究生|大学生|家长|母亲|父亲|读者|市民|居民|村民|网友|战士|军人|老兵|经理|导游|店长|委员|代表)"
)
# Several names as one run, roles among them or not. Each character follows the one before in one way only: had a run
# a second reading (a name, and another name at once), a line of roles alone would be tried in all of them.
_RUN = rf"[{HAN}](?:\s?[{HAN}·]){{1,60}}"
NAMES = rf"(?:{_RUN}(?:\s?[、,/][、,/\s]*{_RUN}){{0,9}})"
NAME = rf"(?:[{HAN}](?: ?[{HAN}]){{1,3}}|[{HAN}]{{1,8}}·[{HAN}·]{{1,12}})"

_ORGANISATION_AND_ROLE = compiled(
    rf"(?:^|(?<=[\s、，,/／（(：:]))[{HAN}·A-Za-z]{{0,20}}?{ROLE}[：: ]?|(?:本报|本台|本网|新华社|人民网)?{ROLE}[：: ]?|驻[{HAN}]{{1,6}}记者|^[{HAN}]{{0,12}}{OCCUPATION}\s"
)
_NAMELESS = compiled(r"^一[位名群个]|(?:社区|小区|街道)$")  # （柳园小区 一位母亲）
_HOUSE = compiled(
    r".(?:[学院校系]|专业|[年\d]级|\d班|[一二三四五六七八九十]班|[局会社厂所站部队组室馆店科处厅台联司委]|中心|公司|银行|街道|社区|小区|[村镇乡县市区省州旗湾庄])$"
)
_CRAFT = compiled(
    r"^(?:文\s?[/／]\s?图|图\s?[/／]\s?文|文|图|摄影)\s?[/／:：]\s?|[/／]?\s?(?:文[/／、]?图|图[/／、]文|[/／]文|[/／]图|摄影报道|综合报道|参与采写|采访整理|\s发自[一-鿿]{2,8}|整理|摄影|[／/╱]\s?[一-鿿]{2,8}(?:报道|報導|电|電)|(?<=\S)\s[一-鿿]{2,6}(?:报道|報導)|报道|報導|供稿|撰文|供图|[摄攝])$"
)
_SEPARATOR = compiled(r"[、，,；;/／\s（）()＼|｜：:]+")
_HAN_NAME = compiled(rf"[{HAN}·]+")
# Two or three characters and neither role nor craft among them, for each of those has one of these: nothing is to be cut
# off, nothing is glued, and most that is asked of is such a name.
_ONE_NAME = compiled(
    rf"(?!一[位名群个]|.?(?:社区|小区|街道))(?:(?![者员生稿辑图文道写理影摄])[{HAN}]){{2,3}}"
)
_LATIN_BYLINE = re.compile(
    r"^(?:(?:text|words|story|report|reporting|compiled|written|reported|photos?|pictures?)(?: (?:and|&) (?:photos?|photographs|pictures?))? )?by\s+",
    re.IGNORECASE,
)

_OWN_SCRIPT = re.compile(
    rf"\s?[(](?=[A-Z])[\w., ’'-]{{2,24}}[)]|^(?:Mrs?|Miss|Ms|Sir|Dr|Rev)[.]? (?=[A-Z])|\s?[(（]?[{HAN}]{{2,}}[)）]?"
)  # LI WEI (李伟)
_LATIN_SEPARATOR = re.compile(r"\s*(?:,|&|\band\b|\bAND\b|\bwith\b|/)\s*")
_LATIN_PLACE = re.compile(r"(?:^| )(?:in|at|for|of) ")

# By Staff Writer Ada Stone, Sports Editor: what is no name; an agency or a staff is no person
_LATIN_TITLE = re.compile(
    r"^(?:\w+ ){0,2}(?:Writer|Correspondent|Reporter|Editor|Columnist|WRITER|REPORTER|EDITOR) (?=[A-Z])"
)
_LATIN_NO_NAME = re.compile(
    r"(?i:\b(?:writers?|correspondents?|reporters?|editors?|columnists?|critics?|staff|contributors?|bureau|chief|"
    r"photographers?|interns?|special|service|agency|wire|newswire|syndicate|reports?|press|news|name withheld|supplied|name|president|chair|professor|director|mayor|"
    r"commission|council|university|college|department)\b|@)"
)


def authors_of(byline: str) -> tuple[str, ...]:
    """The people in a byline, in order, each once.

    >>> authors_of("望川日报记者 张 晓 李某某 通讯员王某")
    ('张晓', '李某某', '王某')
    >>> authors_of("By Ada Stone and Tom Reed")
    ('Ada Stone', 'Tom Reed')
    """
    if _ONE_NAME.fullmatch(byline):
        return (byline,)
    if is_latin(byline):
        return _latin_authors(byline)
    names = [name for token in _name_tokens(byline) for name in split_glued(token)]
    return tuple(
        dict.fromkeys(
            name
            for name in names
            if len(name) > 1 and _HAN_NAME.fullmatch(name) and not _NAMELESS.search(name)
        )
    )


def glued_names(byline: str) -> list[str]:
    """What in a byline seems to be two names without a space between.

    >>> glued_names("记者何小燕郭小灿 李某某")
    ['何小燕郭小灿']
    """
    if _ONE_NAME.fullmatch(byline) or is_latin(byline):
        return []
    return [token for token in _name_tokens(byline) if looks_glued(token)]


def _name_tokens(byline: str) -> list[str]:
    bare = _ORGANISATION_AND_ROLE.sub(" ", byline.strip("□■◎●◆▲○⊙（）() "))
    parts = [_CRAFT.sub("", part) for part in _SEPARATOR.split(_CRAFT.sub(" ", bare.strip()))]
    tokens = pair_singles([part for part in parts if part])
    return (
        tokens[-1:] if (byline[:1] in _SET_OFF or len(tokens) == 2) and _is_house_and_name(tokens) else tokens
    )


def _is_house_and_name(tokens: list[str]) -> bool:
    """□ 青石县实验小学 张某某: where the author works, and the author."""
    *houses, name = tokens or [""]
    return 0 < len(houses) < 4 and is_name(name) and all(map(_HOUSE.search, houses))


def _latin_authors(byline: str) -> tuple[str, ...]:
    printed = _OWN_SCRIPT.sub("", byline).strip(" —–-")
    bare = _LATIN_BYLINE.sub("", printed)
    signed = bare == printed  # a name and a place under a letter
    bare = re.split(r"[•|·–—]", bare)[0]
    parts = _LATIN_SEPARATOR.split(bare.split(",")[0] if signed else bare)
    people: dict[str, None] = {}
    for above, part in pairwise(["", *parts]):
        name = _LATIN_TITLE.sub("", _LATIN_PLACE.split(part)[0]).strip()
        is_place = " in " in above and " " not in name  # in Ashby and Marl
        if name[:1].isalpha() and not (is_place or _LATIN_NO_NAME.search(name)):
            people[name] = None
    return tuple(people)


def pair_singles(tokens: list[str]) -> list[str]:
    """Two single characters in a row are one name padded to three.

    >>> pair_singles(["程", "岭", "石", "桥", "常某某"])
    ['程岭', '石桥', '常某某']
    """
    if len(tokens) == 3 and all(len(token) == 1 for token in tokens):  # 车 行 远
        return ["".join(tokens)]
    paired: list[str] = []
    waiting = ""
    for token in tokens:
        if waiting and len(token) == 1:
            paired.append(waiting + token)
            waiting = ""
        else:
            paired += [waiting] * bool(waiting) + ([] if len(token) == 1 else [token])
            waiting = token if len(token) == 1 else ""
    return paired + [waiting] * bool(waiting)


def split_glued(token: str) -> list[str]:
    """Two names without a space between, where only one cut makes two names.

    >>> split_glued("何小燕郭小灿")
    ['何小燕', '郭小灿']
    >>> split_glued("欧阳小文")
    ['欧阳小文']
    """
    if not looks_glued(token):
        return [token]
    cuts = [at for at in (2, 3) if 2 <= len(token) - at <= 3 and token[at] in SURNAMES]
    return [token[: cuts[0]], token[cuts[0] :]] if len(cuts) == 1 else [token]


def looks_glued(token: str) -> bool:
    """Whether a token is longer than a name: four characters and more, no double surname, no dot of a foreign name."""
    return (
        4 <= len(token) <= 6
        and "·" not in token
        and not token.startswith(DOUBLE_SURNAMES)
        and token[0] in SURNAMES
    )


def are_two_names(token: str) -> bool:
    """Whether glued names come apart in one way: 贺春生柳叶, but not 周末去哪儿."""
    return len(split_glued(token)) > 1


def is_name(text: str) -> bool:
    """Whether a text could be one Chinese name, padded or not.

    >>> [is_name(text) for text in ("张 晓", "李某某", "一线", "要闻")]
    [True, True, False, False]
    """
    name = text.replace(" ", "")
    return (
        2 <= len(name) <= 4
        and bool(_HAN_NAME.fullmatch(name))
        and name[-1] not in _NO_LAST_CHARACTERS
        and (name[0] in SURNAMES or name.startswith(DOUBLE_SURNAMES))
        and (len(name) < 4 or name.startswith(DOUBLE_SURNAMES))
    )


def join_padding(text: str) -> str:
    """A name without the space that pads it: 张 晓 → 张晓; other texts as they are."""
    parts = text.split(" ")
    return (
        "".join(parts)
        if len(parts) > 1 and all(len(p) == 1 and _HAN_NAME.fullmatch(p) for p in parts)
        else text
    )
