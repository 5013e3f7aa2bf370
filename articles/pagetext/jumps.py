"""Jump notices: 下转 and 上接 in all their printed forms, and nothing that only points elsewhere (见, 详见)."""

import re
from dataclasses import dataclass

from .labels import PAGE, normalise_english_label
from .passage import Passage
from .rules import rule, table

_ARROWS = "◀◁◄▶▷►→←▲△▼▽■●★☆◆◇»«>"
_OPEN = rf"(?:[{_ARROWS}]{{1,3}}\s?)?[（(\[【〔]?\s?[{_ARROWS}—]*\s?"
_CLOSE = r"\s?[▶▷►→◀◄▼]*\s?[）)\]】〕]?\s?[▶▷►→]*\s?[。.]?"
_TITLE = r"(?:\s?《(?P<title>[^《》]{2,60})》)?"

# English: (See CANAL, Page A8), Continued on Page A2, Column 4
_OPEN_BRACKET = r"[（(\[]?"
_MARK = rf"{_OPEN_BRACKET}(?:[»▶►→■*•] ?)?"
_END = r"[）)\]]?[.]?(?: ?[»▶►→■])?$"
_PAGE_WORD = r"(?i:page|pg[.]?|p[.]) ?"
_ENGLISH_PAGE = r"(?P<page>\d{1,2}[A-F]\b|[A-Z]{0,2}-?\d+|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
_CATCHWORD = r"[“\"]?[A-Z][A-Z0-9&'’ .-]{1,40}[A-Z0-9.][”\"]?"

JUMPS_OUT = table(
    rule(
        "下转",
        rf"{_OPEN}(?:(?:未完|待[续續]){{1,2}}[，,；;。、\s]*)?(?:紧|请)?(?:下[转轉]|[转轉]接|[转轉]){PAGE}(?:版|页|面)(?:\s?[·・•|｜：:]\s?[一-鿿]{{2,8}})?{_CLOSE}$",
        "青石县的渠通了水。（下转第8版）",
        "青石县的渠通了水。（演讲全文见第三版）",
    ),
    rule(
        "下转 without 版",
        rf"{_OPEN}下[转轉]{PAGE}{_CLOSE}$",
        "青石县的渠通了水。 下转A08",
        "他把那份下转的文件收好",
    ),
    rule(
        "continued",
        rf"{_MARK}\b(?:[Pp]lease |PLEASE )?(?i:continue[ds]|cont[.’']?d?[.]?|turn|turns|more) (?i:on|to) (?:{_PAGE_WORD}{_ENGLISH_PAGE}|(?P<lettered>[A-Z]\d{{1,3}}))(?:, [Cc]olumn \d+)?{_END}",
        "the canal is open. Continued on Page A6",
        "the work continued on Monday",
    ),
    rule(
        "see",
        rf"{_MARK}\b(?:(?:[Pp]lease )?(?:[Ss]ee|[Tt]urn to)|(?:PLEASE )?SEE|(?:PLEASE )?TURN TO) {_CATCHWORD},? ?(?:[/•|—] ?)?(?:on )?(?:{_PAGE_WORD}{_ENGLISH_PAGE}|(?P<lettered>[A-Z]\d{{1,3}})){_END}",
        "the canal is open. See CANAL, Page A8",
        "see the full list on page 8",
    ),
    rule(
        "see page",
        rf"(?:^{_MARK}|(?<=[.!?”\"’]) ){_OPEN_BRACKET}(?:(?:Please )?[Ss]ee|SEE|Turn to|PLEASE SEE|Please turn to) {_PAGE_WORD}{_ENGLISH_PAGE}{_END}",
        "Please see page 6",
        "For the list, see page 8",
    ),
    rule(
        "page without number",
        rf"{_MARK}\b(?:(?:Please )?[Ss]ee {_CATCHWORD},?|(?i:continued) on|Please see|[Tt]urn to) (?:the )?(?i:back|next|last|following|facing|opposite) (?i:page){_END}",
        "people stop to talk. See PATROL, back page",
        "the story is on the back page",
    ),
    hint=r"[转轉]|[Pp]age|PAGE|[Ss]ee|SEE|urn to|TURN|on [A-Z]\d|to [A-Z]\d|ON [A-Z]\d|[Pp]g?[.]",
)

JUMPS_IN = table(
    rule(
        "上接",
        rf"^{_OPEN}(?:紧接|上接|接){PAGE}版{_TITLE}(?:\s?[，,]?\s?(?:标题|原题)[：:]?)?{_CLOSE}{_TITLE.replace('title', 'after')}",
        "（上接第5版）化解矛盾，",
        "（演讲全文见第三版）化解矛盾，",
    ),
    rule(
        "上接 without 版",
        rf"^{_OPEN}上接{PAGE}{_CLOSE}(?=\s|$)",
        "上接A05 化解矛盾，",
        "上接天心，下接地气，",
    ),
    rule(
        "from page",
        rf"^{_MARK}(?:[Cc]ontinued |CONTINUED |[Cc]ont[.’']?d?[.]? )?(?:[Ff]rom|FROM) (?:the )?{_PAGE_WORD}{_ENGLISH_PAGE}(?:, [Cc]olumn \d+)?(?: ?[)）\]])?(?=\s|[.:—]|$)[.:]?(?: ?—)?",
        "Continued from Page A1",
        "From page to page the canal grew.",
    ),
    rule(
        "from the front page",
        rf"^{_MARK}(?:[Cc]ontinued |CONTINUED )?(?:[Ff]rom|FROM) (?:the )?(?P<front>[Ff]ront|FRONT) (?i:page)[)）\]]?[.:]?$",
        "From the front page",
        "From the front page he learned it.",
    ),
    rule(
        "from A1",
        r"^[（(]?(?:(?:[Cc]ontinued )?[Ff]rom|(?:CONTINUED )?FROM) (?P<page>[A-Z]\d{1,3}|\d{1,2}[A-F])[）)]?(?=\s|$)[.:]?",
        "From A1",
        "From 1998 onward the canal was dry",
    ),
    hint=r"^.{0,12}接|rom |ROM ",
)

# a title line that ends in its notice: 渠通了（上接第5版）
JUMPS_IN_OF_TITLES = table(
    rule(
        "上接 after a title",
        rf"(?:[（(\[【◀◄←▲△▶►→■●\s]|—{{1,2}})\s?[◀◄←▲△]?\s?(?:紧接|上接){PAGE}版?{_CLOSE}$",
        "渠水进村（上接第5版）",
        "渠水上接天河",
    ),
    rule(
        "from page after a catchword",  # HOSPITAL, from A1
        rf"(?<=[A-Z]{{3}})[,:—]? from (?:{_PAGE_WORD}{_ENGLISH_PAGE}|(?P<lettered>[A-Z]\d{{1,3}}))$",
        "HOSPITAL, from A1",
        "He heard it from A1",
    ),
    rule(
        "from page after a title",
        rf"(?:\s?[(\[](?:[Cc]ontinued )?[Ff]rom (?:{_PAGE_WORD})?{_ENGLISH_PAGE}[)\]]|[,:—]? (?:[Cc]ontinued from|From|(?<=[A-Z]{{3}} )from) {_PAGE_WORD}{_ENGLISH_PAGE.replace('page', 'second')}|[,:—]? (?:[Cc]ontinued from|From|(?<=[A-Z]{{3}} )from) (?P<lettered>[A-Z]\d{{1,3}}))$",
        "TEACHERS (From Page A1)",
        "He read from page 5",
    ),
    hint=r"接|rom ",
)


@dataclass(frozen=True, slots=True)
class Notice:
    """A jump as printed; `label` is None when no such page can be; `title` stands in 《》 in a 上接."""

    passage: Passage
    label: str | None
    title: str | None = None


def _label(found: re.Match[str]) -> str | None:
    """The page that a notice names, None when it names none (back page) or one that cannot be."""
    parts = found.groupdict()
    if parts.get("front"):
        return "1"
    return normalise_english_label(
        (parts.get("page") or parts.get("lettered") or parts.get("second") or "").replace("-", "")
    )


_REACH = 90  # characters at the end of a line in which a notice is looked for


def cut_jump_out(passage: Passage) -> tuple[Passage, Notice | None]:
    offset = max(0, len(passage.text) - _REACH)
    tail = passage.text[offset:]
    if not (hit := JUMPS_OUT.search(tail)):
        return passage, None
    text, notice = passage.cut(offset + hit[1].start())
    return text, Notice(notice, _label(hit[1]))


def cut_jump_in(passage: Passage) -> tuple[Notice | None, Passage]:
    if not (hit := JUMPS_IN.search(passage.text[:200])):
        return None, passage
    notice, text = passage.cut(hit[1].end())
    parts = hit[1].groupdict()
    title = parts.get("title") or parts.get("after")
    return Notice(notice, _label(hit[1]), title), text


def cut_jump_in_of_title(passage: Passage) -> tuple[Passage, Notice | None]:
    offset = max(0, len(passage.text) - _REACH)
    if not (hit := JUMPS_IN_OF_TITLES.search(passage.text[offset:])):
        return passage, None
    text, notice = passage.cut(offset + hit[1].start())
    return text, Notice(notice, _label(hit[1]))
