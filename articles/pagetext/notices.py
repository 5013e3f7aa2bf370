"""What a page prints that is no story: teasers, imprints, notices, adverts, house codes."""

from .labels import PAGE
from .names import NAME, PAPER, ROLE
from .passage import Passage, join
from .records import SetAsideKind
from .rules import Table, rule, table

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
        "heading",
        r"^(?:今日)?(?:导读|要目|今日看点|内容提要|本期导读|版面导读|Inside|INSIDE|INDEX)$",
        "导读",
        "导读机进青石县",
    ),
    rule("English", r"^[A-Z][A-Z &]{2,30},? PAGE [A-Z]?\d{1,3}$", "RIVERS, PAGE 6", "See RIVERS, Page 6"),
    hint=r"[版►▶▷→>＞/]|[.…·]{2}|^.{0,2}(?:导读|要目|看点|提要|导读)|^..导读|^[iI]n|^IN|PAGE",
)

# these could be a folio as well, and are asked after it
WEAK_TEASERS = table(
    rule(
        "page at the end",
        r"^[^。；，]{6,40}?\s?[（(]?第\s?\d{1,2}\s?版[）)]?$",
        "青石县的渠通了水 第3版",
        "青石县的渠通了水，报道刊在第3版",
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
    rule("licence", r"广告(?:经营)?许可证|广告发布登记", "广告许可证：望工商0001", "广告牌"),
    rule(
        "publisher in English",
        r"^(?:Published by|Printed by|ISSN) .{2,100}$",
        "Published by the River Gazette",
        "It was published by him.",
    ),
    hint=r"CN|邮发|址|刷|承印|发行|许可|发布登记|刊号|by |ISSN",
)

# takes the text under it along
NOTICE_HEADS = table(
    rule(
        "notice head",
        r"^(?:更正|更正与致歉|致歉|启事|小启|敬告读者|致读者|公告|通告|声明|遗失声明|招领启事|寻人启事|招聘启事|征稿启事|拍卖公告|注销公告|法院公告|讣告|公示|CORRECTION|Correction|CORRECTIONS)[：:]?$",
        "更正",
        "公告牌立在村口",
    ),
)

NOTICES = table(
    rule(
        "loss",
        r"(?:声明作废|特此声明|特此公告|特此通告|特此更正|特此更正并致歉|谨此致歉)[。.！]?$",
        "张某某遗失驾驶证，声明作废。",
        "他要求法院确认声明作废的效力",
    ),
    rule("correction", r"^更正[：:]", "更正：本报9月1日第3版", "更正错字"),
    hint=r"作废|特此|致歉|更正",
)

ADVERTS = table(
    rule(
        "advert",
        r"^[（(【\[]?(?:广告|公益广告|ADVERTISEMENT|Advertisement)[）)】\]]?$|[（(【](?:广告|公益广告)[）)】]$",
        "（广告）",
        "广告公司开业",
    ),
    hint=r"广告|dvert|ADVERT",
)

# the editor's own mark after the last full stop: ②9
HOUSE_CODES = table(
    rule("circled number", r"(?<=[。！？”’）)…])\s?[①-⑳]\d{0,2}$", "渠通了水。③2", "渠通了水①"),
    hint=r"[①-⑳]",
)
CONTROL_CODES = table(
    rule(
        "typesetter",
        r"〖[^〗\n]{0,40}〗|\[(?:HT|BT|JZ|JY|KG|HJ|WB|LM|FL|ZK|DW)[^\]\n]{0,20}\]",
        '〖HT5"H〗渠通了水',
        "[A] is text",
    ),
)

# who signs after the text
SIGNATURES = table(
    rule(
        "reporter in brackets",
        rf"[（(](?P<who>(?:{PAPER})?\s?{ROLE}[^（）()。]{{2,60}})[）)]$",
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
        rf"(?<=[。！？”])\s?[（(](?P<who>{NAME}(?:[、，,\s]\s?{NAME}){{0,5}})[）)]$",
        "渠通了水。（张某某 李某某）",
        "渠通了水（三千米）",
    ),
    hint=r"[）)]$",
)

_WHOLE_LINE = (
    (SetAsideKind.IMPRINT, IMPRINTS, 200),
    (SetAsideKind.ADVERT, ADVERTS, 400),
    (SetAsideKind.NOTICE, NOTICES, 400),
    (SetAsideKind.NOTICE, NOTICE_HEADS, 20),
    (SetAsideKind.TEASER, TEASERS, 90),
    (SetAsideKind.TEASER, WEAK_TEASERS, 90),
)
_REACH = 120


def kind_of_notice(text: str) -> SetAsideKind | None:
    """What a whole line is when it is no story: imprint, advert, notice, teaser; None for all else."""
    for kind, rows, longest in _WHOLE_LINE:
        if len(text) <= longest and rows.matches(text):
            return kind
    return None


def is_teaser(text: str) -> bool:
    """Whether a line points into the paper beyond doubt (►, 详见)."""
    return len(text) <= 90 and TEASERS.matches(text)


def is_notice_head(text: str) -> bool:
    return len(text) <= 20 and NOTICE_HEADS.matches(text)


def cut_house_code(passage: Passage) -> tuple[Passage, Passage | None]:
    return _cut_tail(passage, HOUSE_CODES)


def cut_signature(passage: Passage) -> tuple[Passage, Passage | None]:
    return _cut_tail(passage, SIGNATURES)


def cut_control_codes(passage: Passage) -> tuple[Passage, list[Passage]]:
    """A line without the codes of 方正 typesetting, and the codes."""
    if "〖" not in passage.text and "[" not in passage.text:
        return passage, []
    kept, codes, rest = [], [], passage
    while found := CONTROL_CODES.rows[0].pattern.search(rest.text):
        before, code, rest = rest.take(found.start(), found.end())
        kept.append(before)
        codes.append(code)
    return _rejoin([*kept, rest]), codes


def _rejoin(parts: list[Passage]) -> Passage:
    return join([part for part in parts if part] or parts[:1], "")


def _cut_tail(passage: Passage, rows: Table) -> tuple[Passage, Passage | None]:
    offset = max(0, len(passage.text) - _REACH)
    if hit := rows.search(passage.text[offset:]):
        return passage.cut(offset + hit[1].start())
    return passage, None
