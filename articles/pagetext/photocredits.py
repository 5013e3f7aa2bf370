"""Photo credits: how newspapers say who took a picture."""

import re
from dataclasses import dataclass

from .characters import HAN
from .names import NAME, PAPER, ROLE, join_padding
from .passage import Passage
from .rules import compiled, rule, table

# Each name, and each half of a padded one, is a token; none is a role, so that a line has one reading only.
_ROLE_ENDS = "[者员生辑稿人]"
_REPORTER = rf"(?:(?=[{HAN}·A-Za-z\s]{{0,30}}{_ROLE_ENDS})(?:{PAPER})?\s?{ROLE}\s?)?"
_TOKEN = rf"(?:[{HAN}]{{1,8}}·[{HAN}·]{{1,12}}|(?![{HAN}]{{0,3}}[者员辑]|[{HAN}]{{0,2}}(?:习生|撰稿))[{HAN}]{{1,4}})"
# the last of them is no single character, nor the first half of 供图 and 文/图
_PEOPLE = rf"(?:{_REPORTER}{_TOKEN}(?:[、，,/／\s]\s?{_REPORTER}{_TOKEN}){{0,15}}(?<=[{HAN}·\s][{HAN}])(?<!供)(?<![\s/／]文))"
_CRAFT = "(?:摄影报道|图文报道|摄影|摄制|[／/]?[摄攝]影?|[／/]?供[图圖]|图/文|文/图|[／/]?[图圖])"
_AGENCY = rf"(?:新华社|中新社|人民视觉|人民視覺|视觉中国|CFP|IC photo|{PAPER})"
_NUMBERS = r"(?:[图圖]?\s?[①-⑳][、\s]?)"
# before a credit a sentence ends or white stands: 拍摄, 摄像 inside a sentence are no credits
_AFTER = rf"(?:^{_NUMBERS}{{0,9}}|(?<=[。！？!?”’」）)…])|(?<=\s))\s?"

# English. A credit stands alone, or after the full stop of its caption.
_AFTER_SENTENCE = r"(?:^|(?<=[.!?”\"’)]) ?)[(\[]?"
_CLOSE = r"[)\]]?[.]?$"
_PERSON = r"[A-Z][A-Za-z.'’-]*(?: (?:de |van |von |la |al-)?[A-Z][A-Za-z.'’-]*){1,3}"
_BODY = r"(?:The |the )?[A-Z][\w.'’&-]*(?: (?:of |the |and |& )?[A-Z][\w.'’&-]*){0,5}"
_PAPER = r"(?:[Tt]he )[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,4}"
_OUR = r"(?:(?:(?i:staff|file|courtesy|contributed|special)|[A-Z][\w.’&-]*(?: [A-Z][\w.’&-]*)?) )?"
_PICTURE = r"(?i:photos?|photographs?|pictures?)"

# To add a new way of printing a credit: one row. `who` is kept as the credit.
CREDITS = table(
    rule(
        "agency and person in brackets",
        rf"{_AFTER}{_AGENCY}[发發]\s?[（(](?P<who>[^（）()。]{{2,40}}?)\s?(?:[摄攝]影?|供图)[）)]$",
        "青石县的渠通了水。新华社发（张某某 摄）",
        "青石县的渠通了水。（张某某）",
    ),
    rule(
        "person, then agency in brackets",
        rf"{_AFTER}(?P<who>{_PEOPLE})\s?{_CRAFT}\s?[（(][^（）()。]{{2,16}}[）)]$",
        "青石县的渠通了水。张某某摄（新华社发）",
        "张某某在青石县拍摄（三张）",
    ),
    rule(
        "person in brackets",
        rf"[（(](?P<who>{_PEOPLE})\s?{_CRAFT}[）)]$",
        "青石县的渠通了水。（记者 张某某 摄）",
        "青石县的渠通了水。（张某某拍的）",
    ),
    rule(
        "work of art",
        rf"(?<=[）)])\s(?P<who>{NAME})\s?(?:作|绘|画|繪|畫)$",
        "渡口（水墨） 张某某 作",
        "他在青石县（渠首）习作",
    ),
    rule(
        "artist alone",
        rf"^(?P<who>{NAME})\s(?:作|绘|画|书|篆刻|摄|作画|漫画)$",
        "张 某 作",
        "他在渠边写作",
    ),
    rule(
        "group",
        r"(?:^|(?<=[。！？!?”’」）)…])\s?)[（(]?(?:以上|上述|本组|本版|文中|文内|均|全部|所有)?\s?(?:图片|照片|图|摄影)?\s?[①-⑳、至到—~-]*\s?(?:除署名外)?(?:均|皆|都)?(?:由|为)\s?(?P<who>[^（）()。，]{2,24}?)\s?(?:提供|供图|拍摄|摄影?)[）)]?$",
        "（图①②③均由望川县法院提供）",
        "材料由县里整理提供给各村",
    ),
    rule(
        "source in brackets",
        r"[（(](?P<who>[^（）()。，]{2,20}?)\s?(?:供[图圖]|提供|[/／][图圖])[）)]$",
        "青石县的渠通了水。（青石县水利局供图）",
        "青石县的渠通了水。（材料由县里整理）",
    ),
    rule(
        "stock in brackets",
        r"[（(](?P<who>资料图片?|资料照片|資料照片|視覺中國|视觉中国|人民视觉|人民視覺|新华社|中新社|网络图片|效果图)发?[）)]$",
        "青石县的渠通了水。（资料图片）",
        "青石县的渠通了水。（图片说明）",
    ),
    rule(
        "person",
        rf"{_AFTER}(?P<who>{_PEOPLE})\s?{_CRAFT}[。.]?$",
        "青石县的渠通了水。张某某 摄",
        "他在青石县学会了拍摄",
    ),
    rule(
        "organisation",
        rf"{_AFTER}(?P<who>[{HAN}]{{2,20}})\s?供图[。.]?$",
        "青石县的渠通了水。 青石县水利局供图",
        "请为本报供图片",
    ),
    rule(
        "agency",
        r"(?:^|(?<=[。！？”」\s]))(?:(?P<who>资料图片|资料照片|資料照片|(?:视觉中国|人民视觉|视觉志)(?=供图))(?:供图)?|(?P<agency>[新中][华新]社)发)$",
        "青石县的渠通了水。 新华社发",
        "消息由新华社发",
    ),
    rule(
        "colon",
        rf"(?:^|(?<=[。！？”」）)\s]))[（(]?(?:图片来源|照片来源|图片作者|摄影作者|摄影|摄制|图片|照片|供图|图|摄)\s?[：:／/]\s?(?P<who>(?:{PAPER}{ROLE}|{ROLE})?\s?[^：:。，（）()]{{2,20}}?)(?:\s?摄)?[）)]?$",
        "青石县的渠通了水。（图/张某某）",
        "他爱好的是摄影：从不间断。",
    ),
    rule(
        "English",
        r"(?:(?<=[.!?”\"])|^|(?<=\s))\s?(?!(?:(?:PHOTOS?|PICTURES?|PHOTOGRAPHS?) )?BY )(?<!BY )(?P<who>[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]*){1,3} ?/ ?[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,4})$",
        "The canal in August. ADA STONE / RIVER NEWS",
        "the canal and/or the river",
    ),
    rule(
        "English, by",
        rf"{_AFTER_SENTENCE}{_OUR}(?i:photos?|photographs?|pictures?|illustration|graphic) (?i:by) (?P<who>{_PERSON}(?: and {_PERSON}|, {_PERSON} and {_PERSON})?(?: ?[/|,] ?{_BODY}| of {_BODY}| for {_BODY})?){_CLOSE}",
        "The canal in August. Photo by Ada Stone",
        "a photo by the canal",
    ),
    rule(
        "English, colon",
        rf"{_AFTER_SENTENCE}(?:{_OUR}{_PICTURE}(?: credit)?|credit|image): ?(?P<who>{_BODY}(?: ?[/|,] ?{_BODY})?){_CLOSE}",
        "The canal in August. Photo: Ada Stone",
        "In the photo: the canal",
    ),
    rule(
        "English, kind of picture",
        r"(?:^|(?<=[.!?”\"’]) )[(]?(?P<who>(?:[A-Z][\w.’-]* ){0,2}(?i:file|staff|submitted|contributed|courtesy|handout|archive|library) (?i:photo|photograph|picture|image)s?|(?:PROVIDED|Provided|SUBMITTED|Submitted|CONTRIBUTED) (?:TO|to|BY|by) (?:[Tt]he |THE )?[A-Z].{2,40}?)[)]?[.]?$",
        "The canal in August. CHRONICLE FILE PHOTO",
        "She kept it in a file photo",
    ),
    rule(
        "English, photo after the name",
        rf"{_AFTER_SENTENCE}(?P<who>{_PERSON}(?: ?/ ?{_BODY})?) {_PICTURE}{_CLOSE}",
        "The canal in August. Ada Stone photo",
        "She took a photo",
    ),
    rule(
        "English, person and paper",
        rf"{_AFTER_SENTENCE}(?P<who>{_PERSON} ?[/|] ?{_BODY}(?: via {_BODY})?|{_PERSON} for {_PAPER}|[A-Z][\w.’&-]*(?: {_PICTURE})? ?/ ?{_PERSON}){_CLOSE}",
        "The canal in August. Ada Stone/The Gazette",
        "the canal and/or the river",
    ),
    rule(
        "English, courtesy",
        rf"{_AFTER_SENTENCE}(?:{_PICTURE} )?(?i:courtesy)(?: of)? (?P<who>(?:the )?{_BODY}){_CLOSE}",
        "The canal in August. Photo courtesy of the Canal Museum",
        "He did it by courtesy of nobody.",
    ),
    hint=r"[摄攝图圖发發/／片影供作绘画繪畫]|提供|视觉|視覺|by |BY |[Pp]hot|PHOT|ourtes|ictur|redit|mage|(?:ROVIDED|rovided|UBMITTED|ubmitted|ONTRIBUTED) |[/|] ?[A-Z]| for [A-Z]",
)

CREDITS_FIRST = table(
    rule(
        "agency first",
        r"^(?:新华社|中新社)发\s?[（(](?P<who>[^（）()。]{2,40}?)\s?摄[）)]\s?(?=\S)",
        "新华社发（张某某摄）8月12日，青石县开渠。",
        "新华社发布消息（全文）说",
    ),
    rule(
        "person first",
        rf"^[（(](?P<who>{_PEOPLE})\s?[摄攝][）)]\s?(?=\S)",
        "（张某某、李某某 摄）2月11日，青石县开渠。",
        "（张某某拍的）照片",
    ),
    hint=r"^[新中（(]",
)

_REPORTER_OF = compiled(rf"(?:(?<=[、，,/／\s])|^)(?:{PAPER})?\s?{ROLE}\s?[：:]?\s?")
# Herald photo/Wes Rourke: what stands before the word is no part of the credit
_AGENCY_FIRST = re.compile(rf"^[A-Z][\w.’&-]* {_PICTURE} ?/ ?(?P<who>{_PERSON})$")
_REACH = 100
# a caption of a group of pictures, or one that says what it is
CAPTION_SIGNS = table(
    rule(
        "图为",
        r"(?:^|[。，！？])\s?(?:(?:上|下|左|右|本版|组)?[图圖](?:[为為]|[①-⑳])|[上下左右][图圖])[：:]?",
        "9月1日，青石县开渠。图为通水现场。",
        "县里绘图为渠水指路。",
    ),
    rule(
        "who stands where",
        r"^[^。！？]{1,60}[（(](?:[左右中]|[前后][排左右中]|[左右](?:起?第?)?[一二三四五六七八九]|[左右]起|前排?[左右中]?(?:起?第?)?[一二三四五六七八九])[）)][^。！？]{2,60}[。！？]?$",
        "张某某（右一）在渠边修补水闸。",
        "张某某（化名）在渠边修补水闸。",
    ),
    rule(
        "where it is in the picture",
        r"^(?:Clockwise|Counterclockwise|Above|Below|Left|Right|Top|Bottom|From left|Pictured|PICTURED|Shown|At (?:left|right|top|bottom))(?:,? (?:from|to|and|right|left|above|below|top|bottom|upper|lower)){0,4}[,:] [A-Z]",
        "Clockwise from top: Pickers leave the train.",
        "Above all, she was glad.",
    ),
    hint=r"[图圖]|[（(][左右中前后]|^[CALRTBFPS][A-Za-z].{0,30}[,:] ",
)


@dataclass(frozen=True, slots=True)
class Credit:
    passage: Passage
    who: str


def cut_credit(passage: Passage) -> tuple[Passage, Credit | None]:
    """A caption, and the credit at its end or at its head."""
    offset = max(0, len(passage.text) - _REACH)
    if hit := CREDITS.search(passage.text[offset:]):
        caption, credit = passage.cut(offset + hit[1].start())
        return caption, Credit(credit, _credited(hit[1]))
    if hit := CREDITS_FIRST.search(passage.text[:_REACH]):
        credit, caption = passage.cut(hit[1].end())
        return caption, Credit(credit, _credited(hit[1]))
    return passage, None


def _credited(hit: re.Match[str]) -> str:
    """The people without role and agency, as they are printed; else the agency or the giver."""
    parts = hit.groupdict()
    who = parts["who"] or parts.get("agency") or ""
    if found := _AGENCY_FIRST.match(who):
        return found["who"]
    return join_padding(_REPORTER_OF.sub("", who).strip().rstrip(".")) or who


def is_caption(text: str) -> bool:
    """Whether a text without credit says of itself that it is a caption."""
    return len(text) <= 300 and CAPTION_SIGNS.matches(text)
