"""What a page prints that is no story: teasers, imprints, notices, adverts, house codes."""

from dataclasses import replace

from .characters import HAN
from .english_notices import (
    ENGLISH_HEADS,
    ENGLISH_NOTICES,
    ENGLISH_TEASERS,
    ENGLISH_WHOLE_LINE,
    kind_of_english_head,
)
from .labels import PAGE
from .names import NAME, PAPER, ROLE, join_padding
from .passage import Passage
from .records import SetAsideKind
from .rules import Table, compiled, hint_of, rule, table

TEASERS = table(
    rule(
        "arrow",
        rf"^[^。]{{2,60}}?\s?(?:[►▶▷→>＞]+|[.…·]{{2,}}|/)\s?(?:详见|刊)?\s?{PAGE}版?[）)]?$",
        "青石县通水 ►第3版",
        "青石县通水3年",
    ),
    rule(
        "see",
        rf"^[^。]{{2,60}}?[\s（(]?(?:详见|刊于?|见){PAGE}版[）)]?$",
        "青石县通水（详见第3版）",
        "青石县的渠见了水",
    ),
    rule(
        "next issue",
        r"^(?:本版|本期|本刊|下期|下周|下版|明日)(?:预告|预报|要目|看点|關注|关注)[：:].{2,60}$",
        "下期预告：走进青石县的渠首",
        "下期工程预告了难度：",
    ),
    rule(
        "more elsewhere",
        r"^[（(]?(?:[►▶→]\s?)?(?:更多|详细|完整|相关|全部|精彩)[^，。；]{0,14}(?:请|可|敬请|欢迎)?\s?(?:见|看|关注|登录|登陆|访问|浏览|扫描|扫码|点击|搜索|下载|刊(?:于|登))[^。；]{2,60}[）)]?$",
        "更多内容见校园网 www.example.com",
        "更多人看见了渠水。",
    ),
    rule(
        "scan",
        r"^[（(]?(?:请|欢迎)?(?:扫描?|扫一扫|长按|识别)[^。，；]{0,10}(?:二维码|码上)[^。；]{0,40}[）)]?$",
        "扫描二维码 看视频",
        "扫码支付让老人犯难",
    ),
    hint=r"[版►▶▷→>＞/码]|[.…·]{2}|^[本下明]|更多|详细|完整|相关|全部|精彩",
)

# these could be a folio as well, and are asked after it
WEAK_TEASERS = table(
    rule(
        "page at the end",
        r"^[^。；]{5,40}?(?:\s?[（(]?第\s?\d{1,2}|\s[A-Z]{0,2}\d{1,2})\s?版[）)]?$",
        "青石县的渠通了水 B3版",
        "青石县的渠通了水。报道刊在第3版",
    ),
    rule(
        "page first",
        r"^(?:[A-D]?0\d|[A-D]\d{1,2})版?\s?[｜|/／►▶·]\s?\S.{1,40}$",
        "A03｜青石县通水",
        "A3纸｜",
    ),
    hint=r"版|[｜|/／►▶·]",
)

IMPRINTS = table(
    rule(
        "serial number",
        r"\bCN\s?\d{2}\s?[—–-]\s?\d{4}|国内统一(?:连续出版物|刊)号",
        "国内统一刊号：CN99-0001",
        "CN站",
    ),
    rule("post code of the paper", r"邮发代号\s?[：:]?\s?\d", "邮发代号：99-1", "邮发的书"),
    rule(
        "publisher",
        r"^.{0,80}(?:社址|本报地址|报社地址)\s?[：:].{0,80}(?:邮编|邮政编码|电话|印刷|零售)",
        "社址：望川市渠路1号 邮编：000000",
        "社址在望川市",
    ),
    rule(
        "printer",
        r"^(?:印刷|承印|印刷单位|发行)\s?[：:].{2,40}(?:印刷|印务|发行|邮政|公司)",
        "印刷：望川日报印务中心",
        "印刷：从活字到激光",
    ),
    rule(
        "where the figures come from",
        r"^(?:本版|本报|本文)?(?:数据|资料|图表)来源\s?[：:]",
        "本版数据来源：望川市统计局",
        "数据来源可靠",
    ),
    rule(
        "publisher in Taiwan",
        r"^(?:發行人|發行所|創辦人|发行人)\s?[：:]",
        "發行人：張某某",
        "發行人說明",
    ),
    rule(
        "mail for manuscripts",
        r"^(?:本[版刊报]|编辑部)?(?:投稿|来稿|征稿|來稿)(?:邮箱|信箱|邮件|热线|郵箱|地址)?\s?[：:]\s?[\w.+-]{2,40}@[\w.-]{2,40}\s\S",
        "本刊投稿信箱：news@example.com　来稿不退",
        "投稿邮箱：news@example.com",
    ),
    rule(
        "where letters go",
        r"^(?:来信|来稿|稿件|投稿|作品|来函)[^。，]{0,4}(?:请寄|请发|寄|发|寄至|发送|发至|请投)[^。]{0,4}[：:]\s?\S",
        "来信请寄：望川市渠路1号本版收",
        "来信寄托着思念。",
    ),
    rule(
        "who runs the page",
        r"^(?:主办|协办|承办|联办|合办|主管)(?:单位)?\s?[：:].{2,60}(?:社|局|委|院|厅|会|部|中心|公司|大学)(?:\s|$)",
        "主办：望川市水务局 望川日报社",
        "主办：一场关于渠水的比赛",
    ),
    rule(
        "how to reach the paper",
        r"^(?:本报|新闻|读者|爆料|报料|投稿|来稿|编辑部|广告|发行|订阅|服务)(?:热线|电话|邮箱|信箱|传真|QQ|微信)\s[A-Za-z0-9@._+—–－-]{5,40}$",
        "爆料邮箱 news@example.com",
        "爆料热线 一天响三次",
    ),
    rule("licence", r"广告(?:经营)?许可证|广告发布登记", "广告许可证：望工商0001", "广告牌"),
    rule(
        "publisher in English",
        r"^(?:Published by|Printed by|ISSN) .{2,100}$",
        "Published by the River Gazette",
        "It was published by him.",
    ),
    hint=r"CN|^[来稿投作]|^[主协承联合].{1,3}\s?[：:]|^.{2,5}(?:线|话|箱|真|QQ|信) |邮发|址|刷|承印|发行|發行|創辦|来源|@|许可|发布登记|刊号|by |ISSN",
)

# Heads that take the text under them along.
NOTICE_HEADS = table(
    rule(
        "notice head",
        rf"^[{HAN}“”]{{0,6}}(?:更正|致歉|寻[人物车亲]|启事|啟事|小启|小啟|公告|通告|公示|招领|招領|声明|聲明|讣告|訃告|招聘|招租|悬赏)(?:启事|啟事|[一-鿿]{{2}})?[：:]?$",
        "失物招领",
        "公告牌立在村口的路边",
    ),
    rule(
        "to the readers", r"^(?:敬告|致|告)(?:本报|本刊)?(?:读者|讀者|作者)书?[：:]?$", "敬告读者", "读者来信"
    ),
    rule(
        "of a house",
        rf"^[{HAN}（）()]{{4,24}}(?:局|中心|公司|委员会|政府|法院|检察院|办公室|管理处|医院|学校|大学|银行)(?:公告|通告|公示|通知|启事)$",
        "青石县公共资源交易中心公告",
        "县法院收到公告",
    ),
    rule(
        "formal",
        rf"^(?:[{HAN}（）()]{{4,24}})?关于.{{2,36}}的(?:公告|通告|公示|通知|声明)$",
        "关于东渠检修停水的通告",
        "关于东渠的报道",
    ),
    rule(
        "prices and weather",
        r"^(?:一周|本周|今日|每日|昨日|明日|近日)[一-鿿]{0,3}(?:行情|菜价|粮价|油价|价格|汇率|气温|天气|水情|限行)$",
        "今日菜价",
        "今日菜价回落",
    ),
    rule(
        "draw",
        r"^\S.{2,36}开奖(?:公告|结果|号码)$|^(?:福利|体育)?[彩乐]票(?:开奖|公告|信息)$|^开奖(?:公告|信息|结果)$",
        "某某体彩第31090期开奖公告",
        "今晚开奖",
    ),
    hint=r"[更致启啟公通招寻声聲讣訃悬读讀作开价情率温气行]",
)
# a headline that tells of a notice is none: 市政府发布公告
_FORMAL = compiled(r"^(?!.{0,12}(?:发布|发出|印发|张贴)).{0,24}关于.{2,36}的(?:公告|通告|公示|通知|声明)$")
_TELLS_OF_A_NOTICE = compiled(r"发布|发出|张贴|收到|发表|关于|一[份则张]|的")

ADVERT_HEADS = table(
    rule(
        "advert head",
        r"^[（(【\[]?(?:公益|分类|便民|商业|商務|分類)?(?:广告|廣告)[）)】\]]?$|^(?:供求|供求信息|分类信息|便民信息|信息窗)$",
        "广告",
        "广告公司开业",
    ),
    hint=r"[告求息]",
)
TEASER_HEADS = table(
    rule(
        "index",
        r"^(?:今日|本期|下期|下周|本版|明日|版面|要闻|内容|本刊|重点|快讯|新闻|精彩|他版|本报|周末)*(?:导读|導讀|要目|预告|看点|提要)$",
        "今日本版导读",
        "导读机进青石县",
    ),
    hint=r"[读讀目告点要]",
)

NOTICES = table(
    rule(
        "loss",
        r"(?:声明作废|特此声明|特此公告|特此通告|特此更正|特此更正并致歉|谨此致歉)[。.！]?$",
        "张某某遗失驾驶证，声明作废。",
        "他要求法院确认声明作废的效力",
    ),
    rule("correction", r"^更正[：:]", "更正：本报9月1日第3版", "更正错字"),
    rule(
        "lost or found",
        r"^(?:寻[物人车]|寻狗|寻猫|招领|失物招领|拾物)(?:启事)?[：:].{4,}(?:\d{7}|联系|酬谢|重谢|认领)",
        "寻物：本人在渠边遗失提琴盒一个，拾到者请联系0399-0123456。",
        "寻人：一封写了三十年的信",
    ),
    rule(
        "offer",
        r"^(?:招租|出租|转让|求购|求租|招聘|招生)[：:].{4,}\d{7}",
        "招租：渠路旺铺两间，电话0399-0123456。",
        "招聘：毕业生的第一道题",
    ),
    rule(
        "service",
        r"^(?:温馨提示|友情提醒|便民提示|停[水电气]通知|停[水电气]预告|检修通知|出行提示)[：:].*(?:停[水电气]|检修|绕行|限行|封闭|停运|禁行)",
        "温馨提示：9月1日8时至17时，渠东路停水。",
        "温馨提示：渠边的牌子上写着四个字",
    ),
    hint=r"作废|特此|致歉|更正|^寻|^招|^出租|^转让|^求|^失物|^拾物|提示|提醒|通知|预告",
)

ADVERTS = table(
    rule(
        "telephones",
        r"^[^。，；：:“”]{0,20}0\d{2,3}[-—－ ]?\d{3,4}\s?\d{3,4}(?:[^。，；：:“”]{1,20}0\d{2,3}[-—－ ]?\d{3,4}\s?\d{3,4}){0,6}[^。，；：:“”\d]{0,8}$",
        "开锁 0399-0123456 疏通 0399-0123457",
        "编辑部：0399-0123456",
    ),
    rule(
        "advert",
        r"[（(【](?:广告|公益广告|廣告)[）)】]$",
        "渠边饭店开业（广告）",
        "广告公司开业",
    ),
    hint=r"[广廣]告|0\d{2,3}[-—－ ]?\d{3}",
)

# the editor's own mark after the last full stop: ②9
HOUSE_CODES = table(
    rule("circled number", r"(?<=[。！？”’」』）)…])\s?[①-⑳]\d{0,2}$", "渠通了水。③2", "渠通了水①"),
    hint=r"[①-⑳]",
)

# what else stands in brackets under a text
_NO_NAME = r"外[一二三四五六七八九十两][篇首章则题]|(?:全文)?[已未]?完[）)]|待续|未完|[图表]略|略[）)]|[上中下][）)]|之[一二三四五六七八九十]|有删[节改]|本报讯|下转|上接|转|原载|[节摘]选|组图|据.{0,6}[报网社]|来源|综合"

# who signs after the text
SIGNATURES = table(
    rule(
        "reporter in brackets",
        rf"[（(](?P<who>(?!作者[系為为是单])(?:{PAPER})?\s?{ROLE}[^（）()。]{{2,60}})[）)]$",
        "渠通了水。（本报记者 张某某）",
        "渠通了水（记者站就在旁边）",
    ),
    rule(
        "wire in brackets",
        rf"[（(](?P<who>{PAPER}[^（）()。]{{0,40}}\d{{1,2}}月\d{{1,2}}日电[^（）()。]{{0,60}})[）)]$",
        "渠通了水。（新华社望川9月1日电 记者张某某）",
        "渠通了水（9月1日）",
    ),
    rule(
        "names in brackets",
        rf"(?:^|(?<=[。！？”」』…]))\s?[（(](?P<who>(?!{_NO_NAME}){NAME}(?:[、，,\s]\s?{NAME}){{0,5}})[）)]$",
        "渠通了水。（张某某 李某某）",
        "渠通了水（三千米）",
    ),
    rule(
        "reporter after the full stop",
        rf"(?<=[。！？”」』…])\s?(?P<who>(?:{PAPER})?{ROLE}\s{NAME}(?:[、\s]*(?:(?:{PAPER})?{ROLE}\s?)?{NAME}){{0,4}})$",
        "渠通了水。本报记者 张某某 李某某",
        "渠通了水。记者从县里获悉",
    ),
    hint=rf"[）)]$|{ROLE}\s",
)

_HEADS = (
    (SetAsideKind.TEASER, TEASER_HEADS),
    (SetAsideKind.ADVERT, ADVERT_HEADS),
    (SetAsideKind.NOTICE, NOTICE_HEADS),
)
_LONGEST_HEAD = 40
_WHOLE_LINE = (
    (SetAsideKind.IMPRINT, IMPRINTS, 200),
    (SetAsideKind.ADVERT, ADVERTS, 400),
    (SetAsideKind.NOTICE, NOTICES, 400),
    (SetAsideKind.TEASER, TEASERS, 90),
    (SetAsideKind.TEASER, WEAK_TEASERS, 90),
)
# what a line has, whatever of all this it is
NOTICE_HINT = hint_of(
    *(rows for _, rows, _ in _WHOLE_LINE),
    *(rows for _, rows in _HEADS),
    ENGLISH_HEADS,
    ENGLISH_NOTICES,
    ENGLISH_TEASERS,
)
_WHOLE_LINE_HINT = hint_of(*(rows for _, rows, _ in (*_WHOLE_LINE, *ENGLISH_WHOLE_LINE)))
_REACH = 120
_GLUED_ROLE = compiled(rf"(?<=[{HAN}]{{2}})(?=(?:实习生|通讯员|见习记者|本报记者)\s)")


def kind_of_notice(text: str) -> SetAsideKind | None:
    """What a whole line is when it is no story: imprint, advert, notice, teaser; None for all else.

    >>> str(kind_of_notice("WANTED: Used cider press, any size. 555-0164."))
    'notice'
    """
    if _WHOLE_LINE_HINT.search(text):  # one question instead of nine: most lines are none of all this
        for kind, rows, longest in (*_WHOLE_LINE, *ENGLISH_WHOLE_LINE):
            if len(text) <= longest and rows.matches(text):
                return kind
    return kind_of_head(text)


def kind_of_head(text: str) -> SetAsideKind | None:
    """What the text under a line is when the line is the head of a notice, an advert or an index; else None.

    >>> [str(kind_of_head(text)) for text in ("更 正", "广 告", "市政府发布公告", "下期要目")]
    ['notice', 'advert', 'None', 'teaser']
    """
    if text.isascii():  # every Chinese row has Chinese characters
        return kind_of_english_head(text)
    if len(text) > _LONGEST_HEAD or (_TELLS_OF_A_NOTICE.search(text) and not _FORMAL.search(text)):
        return None
    head = join_padding(text)
    return next((kind for kind, rows in _HEADS if rows.matches(head)), None) or kind_of_english_head(text)


def is_teaser(text: str) -> bool:
    """Whether a line points into the paper beyond doubt (►, 详见)."""
    return (len(text) <= 90 and TEASERS.matches(text)) or (len(text) <= 160 and ENGLISH_TEASERS.matches(text))


def points_into_the_paper(text: str) -> bool:
    """Whether a line ends in a page, as the lines of an index do."""
    return len(text) <= 90 and (TEASERS.matches(text) or WEAK_TEASERS.matches(text))


def cut_house_code(passage: Passage) -> tuple[Passage, Passage | None]:
    return _cut_tail(passage, HOUSE_CODES)


def cut_signature(passage: Passage) -> tuple[Passage, Passage | None]:
    text, signature = _cut_tail(passage, SIGNATURES)
    if signature:
        # a line may have ended between the names: 晚报记者 张某某实习生 李某某
        signature = replace(signature, text=_GLUED_ROLE.sub(" ", signature.text))
    return text, signature


def _cut_tail(passage: Passage, rows: Table) -> tuple[Passage, Passage | None]:
    offset = max(0, len(passage.text) - _REACH)
    if hit := rows.search(passage.text[offset:]):
        return passage.cut(offset + hit[1].start())
    return passage, None
