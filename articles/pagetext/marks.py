"""Every line gets a mark: what it is by its form alone, with notices, leads and codes cut from its ends."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from . import english_bylines
from . import english_lines as english
from .card import is_entry, read_labelled
from .characters import HAN, is_latin
from .codes import cut_control_codes
from .folio import FOLIO_PARTS, read_folio
from .jumps import (
    JUMPS_IN,
    JUMPS_IN_OF_TITLES,
    JUMPS_OUT,
    Notice,
    cut_jump_in,
    cut_jump_in_of_title,
    cut_jump_out,
)
from .leads import LEADS, Lead, cut_lead
from .lines import Line
from .names import NAME, NAMES, OCCUPATION, PAPER, ROLE, are_two_names, authors_of, is_name, looks_glued
from .notices import NOTICE_HINT, cut_house_code, is_teaser, kind_of_notice
from .passage import Passage
from .photocredits import CAPTION_SIGNS, CREDITS, CREDITS_FIRST, Credit, cut_credit, is_caption
from .rules import compiled, hint_of, rule, table
from .staff import STAFF, is_staff_line


class LineKind(StrEnum):
    FOLIO = "folio"
    ASIDE = "aside"  # teaser, notice, advert, imprint
    STAFF = "staff"
    LABELLED = "labelled"  # label：value
    CAPTION = "caption"
    CREDIT = "credit"  # a credit alone
    COLUMN = "column"
    SUBTITLE = "subtitle"  # ——…
    BYLINE = "byline"
    NAME = "name"  # could be a bare byline
    NOTICE = "notice"  # a jump notice alone
    VERSE = "verse"  # a line of a poem, who said what is quoted above: a paragraph, whatever it ends in
    RULE = "rule"  # a printed line: -----
    SUBHEAD = "subhead"  # one beyond doubt
    SHORT = "short"  # could be a title or a subhead
    TEXT = "text"


@dataclass(slots=True)  # frozen in effect, see Passage
class Marked:
    """A line and what it is. `core` is what is left when notices, lead and codes are cut off."""

    kind: LineKind
    core: Passage
    line: Line
    gap: int
    jump_in: Notice | None = None
    lead: Lead | None = None
    jump_out: Notice | None = None
    credit: Credit | None = None
    codes: tuple[Passage, ...] = ()

    @property
    def text(self) -> str:
        return self.core.text

    def of_kind(self, kind: LineKind) -> "Marked":
        if kind is self.kind:
            return self
        # not replace(), which takes five times as long, and of a poem every line is told anew
        return Marked(
            kind,
            self.core,
            self.line,
            self.gap,
            self.jump_in,
            self.lead,
            self.jump_out,
            self.credit,
            self.codes,
        )

    @property
    def is_prose(self) -> bool:
        """A paragraph; it may begin like a label and its value: 他说的一句话是：“……。”"""
        return self.kind is LineKind.TEXT or (self.kind is LineKind.LABELLED and "。" in self.text)


# Kinds that a line has by its form, in this order; what no row knows is SHORT or TEXT by its measure.
FORMS = table(
    rule(LineKind.SUBTITLE, r"^(?:——|--|―|— ?|──)\s?\S.{1,60}(?<![；;，,])$", "——望川市渠系改造记", "——"),
    rule(
        LineKind.COLUMN,
        r"^(?:【[^【】]{2,12}】|★[^★]{2,12}★|\[[^\]]{2,12}\]|〖[^〗]{2,12}〗|专栏[：:].{2,20}|◆[^◆。，]{2,10}◆|■?\S{2,8}·专栏)$",
        "【渠边快评】",
        "【渠边快评】水到了田头",
    ),
    rule(
        LineKind.BYLINE,
        rf"^[□■◎●◆▲○⊙]\s?(?:{PAPER})?(?:{ROLE})?\s?{NAMES}(?:\s?[/／]?\s?(?:文[/／、]?[图圖]|文|[图圖]|摄影报道|综合报道|(?:\s[{HAN}]{{2,6}})?(?:报道|報導)|整理|采写))?$",
        "□ 望川日报记者 张 晓",
        "□ 一是把渠修好，二是把水管好",
    ),
    rule(
        LineKind.BYLINE,
        rf"^(?:{PAPER})?(?:驻[{HAN}]{{1,6}})?{ROLE}\s?[：:]?\s?{NAMES}(?:\s?[/／]?\s?(?:文[/／、]?[图圖]|文|[图圖]|摄影报道|综合报道|(?:\s[{HAN}]{{2,6}})?(?:报道|報導)|整理|采写))?$",
        "本报记者张某某 通讯员李某某",
        "记者走进青石县，看渠水进村",
    ),
    rule(
        LineKind.BYLINE,
        rf"^(?:文|图|文[/／]图|文图|撰文|作者|摄影)\s?[/／：:]\s?(?:{PAPER})?(?:{ROLE})?\s?{NAME}(?:[、,/\s]\s?{NAME}){{0,7}}$",
        "文/张某某",
        "文图并茂",
    ),
    rule(
        LineKind.BYLINE,
        rf"^(?:(?:{PAPER})?{ROLE}\s?)?{NAME}(?:[、\s]\s?{NAME}){{0,5}}\s?[/／]\s?(?:文|图|文[/／]图)$",
        "晚报记者 张某某/文",
        "文/图",
    ),
    rule(
        LineKind.BYLINE,
        rf"^(?:{PAPER})?\s?{ROLE}\s?{NAME}(?:[、\s]{NAME}){{0,4}}\s?[／/╱]\s?[{HAN}]{{2,8}}(?:报道|报导|電|电)$",
        "記者張某某／望川報導",
        "記者走進望川／報導渠水",
    ),
    rule(
        LineKind.BYLINE,
        rf"^(?:[□■◎●◆▲○⊙]\s?[{HAN}]{{0,12}}{OCCUPATION}|[{HAN}]{{0,12}}(?:读者|市民|居民|网友))\s{NAME}$",
        "望川市读者 张某某",
        "望川市读者来信",
    ),
    # these sign where a signature can stand, and are a title elsewhere
    rule(
        LineKind.NAME,
        rf"^(?:[{HAN}]{{0,12}}{OCCUPATION}|[{HAN}\d]{{2,12}}(?:社区|小区|街道|[村镇乡县市区]|[小中大]学|学院|医院|公司|[局厂])|[□■◎●◆▲○⊙]\s?(?:[{HAN}\d]{{2,14}}\s){{0,2}}[{HAN}\d]{{2,14}})\s{NAME}$",
        "□ 青石县实验小学 张某某",
        "□ 把渠修好",
    ),
    rule(
        LineKind.BYLINE, rf"^[□■◎●◆▲○⊙]?\s?(?:{PAPER}|本报特约)?(?:特约)?评论员$", "本报评论员", "评论员文章"
    ),
    hint=rf"^[—―─\-【★\[〖◆□■◎●▲○⊙]|[/／：:·]|[者员員生稿辑]|专栏|[{HAN}] [{HAN}][^，。]{{1,5}}$",
)
# asked last, and apart: of all that a line of two to four characters can be it is the one that such lines are
BARE_NAMES = table(
    rule(LineKind.NAME, rf"^(?:{NAME})(?:\s{NAME}){{0,5}}$", "王 某 李某某", "青石县渠水"),
    hint=rf"^[{HAN}] ?[{HAN}] ?[{HAN}]? ?[{HAN}]?(?: |$)|·",
)

# a short line that opens a sentence and not a title: the left half of one broken by a column
SENTENCE_OPENERS = table(
    rule(
        "opener",
        r"^(?:会上|会议|据悉|据了解|据介绍|目前|同时|此外|另外|为此|因此|其中|近日|日前|近年来|今年以来|去年|今年|昨日|昨天|当天|当日|随后|接着|他说|她说|该[市县区院局]|下一步|\d{1,2}月\d{1,2}日)[^，。]{0,12}，",
        "会上，各乡镇分别总",
        "会上定下的事",
    ),
    rule(
        "speech",
        r"^[^，：]{2,20}(?:表示|介绍|介绍说|告诉记者|说|指出|认为|坦言|透露|强调|回忆|看来|了解到|发现)，\S",
        "县水利局有关负责人表示，类似的渠段还有",
        "县水利局表示渠要修",
    ),
    hint=r"，",
)

_PADDED = re.compile(rf"[{HAN}] [{HAN}](?: [{HAN}])?")
LONGEST_TITLE = 46  # of 72 headlines of a national daily
# □ 记者 张某某 文/图 signs the text too, 记者 张某某 摄 only a picture
_SIGNS_A_PICTURE = ("摄", "攝", "供图", "）", ")")
_NEEDS_NO_NAME = compiled(r"评论员$")
_SET_OFF_ROLE = compiled(rf"{ROLE}[：: ]|^文[/／：:]|[/／](?:文|图|文[/／]?图|摄影?)$|读者 ")
_TEXT_SIGNS = compiled(
    r"^[（(].*[）)]$|[。；]|[，、：；,:;]$|，.{7,}，|，.*，.{7,}|^.{15,}，.{15,}$|^.{26,}，|，.{26,}$"
)


# what a line has that holds a notice or a lead, that is of no story, that has a credit
_CUT_HINT = hint_of(JUMPS_IN, JUMPS_OUT, JUMPS_IN_OF_TITLES, LEADS)
_FURNITURE_HINT = re.compile(f"{STAFF.hint.pattern}|{FOLIO_PARTS.hint.pattern}|{NOTICE_HINT.pattern}")
_PHOTO_HINT = hint_of(CREDITS, CREDITS_FIRST, CAPTION_SIGNS)


def mark_lines(lines: Iterable[Line]) -> list[Marked]:
    return [mark(line) for line in lines]


def mark(line: Line) -> Marked:
    core, codes = cut_control_codes(line.passage)
    jump_in, lead, core, jump_out = _cut_notices(core)
    if not (jump_in or jump_out or lead) and (kind := _furniture(core.text, edge=line.edge)):
        return Marked(kind, core, line, line.gap, codes=tuple(codes))
    core, code = cut_house_code(core)
    kept = (*codes, code) if code else tuple(codes)
    kind, core, credit = _story(core) if core and not (lead or jump_out) else (LineKind.TEXT, core, None)
    if not (core or lead or credit):
        kind = LineKind.NOTICE
    return Marked(kind, core, line, line.gap, jump_in, lead, jump_out, credit, kept)


def _cut_notices(core: Passage) -> tuple[Notice | None, Lead | None, Passage, Notice | None]:
    """What stands before a text, and what stands after it: notice, lead, text, notice."""
    if not _CUT_HINT.search(core.text):
        return None, None, core, None
    jump_in, core = cut_jump_in(core)
    core, jump_out = cut_jump_out(core)
    if not (jump_in or jump_out):
        core, jump_in = _cut_jump_in_of_title(core)
    lead, core = cut_lead(core)
    if lead and not jump_in:  # 本报讯（记者 某某）（上接第5版）
        jump_in, core = cut_jump_in(core)
    return jump_in, lead, core, jump_out


def _cut_jump_in_of_title(core: Passage) -> tuple[Passage, Notice | None]:
    title, jump_in = cut_jump_in_of_title(core)
    return (title, jump_in) if jump_in and is_short(title.text) else (core, None)


def _furniture(text: str, *, edge: bool) -> LineKind | None:
    """What a line is that is as a whole no part of a story."""
    if not (edge or _FURNITURE_HINT.search(text)):
        return None
    if is_staff_line(text):
        return LineKind.STAFF
    if is_teaser(text):
        return LineKind.ASIDE
    if read_folio(text, edge=edge):
        return LineKind.FOLIO
    return LineKind.ASIDE if kind_of_notice(text) else None


def _story(core: Passage) -> tuple[LineKind, Passage, Credit | None]:
    """What a line of a story or a photo is, and what of it is text."""
    kind = _kind(core.text)
    if kind is LineKind.BYLINE and not core.text.endswith(_SIGNS_A_PICTURE):
        return kind, core, None
    if not _PHOTO_HINT.search(core.text):
        return kind, core, None
    caption, credit = cut_credit(core)
    if credit:
        return LineKind.CAPTION if caption else LineKind.CREDIT, caption, credit
    return LineKind.CAPTION if is_caption(core.text) else kind, core, None


def _kind(text: str) -> LineKind:
    if is_latin(text) or text.isascii() or english.is_rule(text):
        return _english_kind(text)
    if (
        len(text) <= LONGEST_TITLE * 2
        and "。" not in text
        and (hit := FORMS.search(text) or BARE_NAMES.search(text))
    ):
        kind = hit[0].name
        assert isinstance(kind, LineKind)  # the rows are named by what they find
        if _can_sign(kind, text):
            return kind
    if read_labelled(text):
        return LineKind.LABELLED
    return LineKind.SHORT if is_short(text) else LineKind.TEXT


def _english_kind(text: str) -> LineKind:
    if english.is_rule(text):
        return LineKind.RULE
    if english_bylines.is_byline(text):
        return LineKind.BYLINE
    pairs = read_labelled(text)
    if pairs and all(is_entry(pair) for pair in pairs):
        return LineKind.LABELLED
    return LineKind.SHORT if is_short(text) else LineKind.TEXT


def _can_sign(kind: LineKind, text: str) -> bool:
    """A byline names people; □ 核心提示, 要闻 and 记者走进青石县 do not."""
    if kind not in (LineKind.BYLINE, LineKind.NAME) or _NEEDS_NO_NAME.search(text):
        return True
    people = authors_of(text)
    if kind is LineKind.BYLINE and _SET_OFF_ROLE.search(text):
        return all(len(name) <= 4 or "·" in name or looks_glued(name) for name in people)
    if kind is LineKind.NAME and _PADDED.fullmatch(text):  # a pen name need not begin with a surname
        return True
    may_be_glued = kind is LineKind.BYLINE  # without role or bullet it is a title: 方便市民出行
    return bool(people) and all(
        is_name(name) or (may_be_glued and are_two_names(name)) or "·" in name for name in people
    )


def is_short(text: str) -> bool:
    """Whether a line could be of a title or a subhead, by its measure.

    >>> [is_short(text) for text in ("渠水进村 家家有田", "受到县里表彰。", "会上，各乡镇分别总")]
    [True, False, False]
    """
    if is_latin(text) or text.isascii():  # of When: 10 a.m. to 4 p.m. letters are the lesser part
        return english.is_short(text)
    return len(text) <= LONGEST_TITLE and not _TEXT_SIGNS.search(text) and not SENTENCE_OPENERS.matches(text)
