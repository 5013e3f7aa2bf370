"""Jump notices: 下转 and 上接 in all their printed forms, and nothing that only points elsewhere (见, 详见)."""

from dataclasses import dataclass

from .labels import PAGE, normalise_label
from .passage import Passage
from .rules import rule, table

_OPEN = r"[（(\[【〔]?\s?[◀◁◄▶▷►→←▲△▼■●]*\s?"
_CLOSE = r"\s?[▶▷►→◀◄▼]*\s?[）)\]】〕]?\s?[▶▷►→]*\s?[。.]?"
_TITLE = r"(?:\s?《(?P<title>[^《》]{2,60})》)?"

JUMPS_OUT = table(
    rule(
        "下转",
        rf"{_OPEN}(?:紧|请)?(?:下[转轉]|[转轉]接|[转轉]){PAGE}(?:版|页|面){_CLOSE}$",
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
        r"[（(]?\b[Cc]ontinued on (?:[Pp]age )?(?P<page>[A-Z]?\d+)(?:, [Cc]olumn \d+)?[）)]?[.]?$",
        "the canal is open. Continued on Page A6",
        "the work continued on Monday",
    ),
    rule(
        "see",
        r"(?:(?:Please )?[Ss]ee [A-Z][A-Z&' ]+,? )[Pp]age (?P<page>[A-Z]?\d+)[.]?$",
        "the canal is open. See CANAL, Page A8",
        "see the full list on page 8",
    ),
    hint=r"[转轉]|age ",
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
        r"^[（(]?(?:[Cc]ontinued )?[Ff]rom [Pp]age (?P<page>[A-Z]?\d+)(?:, [Cc]olumn \d+)?[）)]?(?=\s|$)[.:]?",
        "Continued from Page A1",
        "From page to page the canal grew.",
    ),
    rule(
        "from A1",
        r"^[（(]?(?:[Cc]ontinued )?[Ff]rom (?P<page>[A-Z]\d{1,3})[）)]?(?=\s|$)[.:]?",
        "From A1",
        "From 1998 onward the canal was dry",
    ),
    hint=r"^.{0,12}接|rom ",
)

# a title line that ends in its notice: 渠通了（上接第5版）
JUMPS_IN_OF_TITLES = table(
    rule(
        "上接 after a title",
        rf"[（(\[【◀◄←▲△▶►→■●\s]\s?[◀◄←▲△]?\s?(?:紧接|上接){PAGE}版?{_CLOSE}$",
        "渠水进村（上接第5版）",
        "渠水上接天河",
    ),
    hint=r"接",
)


@dataclass(frozen=True, slots=True)
class Notice:
    """A jump as printed; `label` is None when no such page can be; `title` stands in 《》 in a 上接."""

    passage: Passage
    label: str | None
    title: str | None = None


_REACH = 90  # characters at the end of a line in which a notice is looked for


def cut_jump_out(passage: Passage) -> tuple[Passage, Notice | None]:
    offset = max(0, len(passage.text) - _REACH)
    tail = passage.text[offset:]
    if not (hit := JUMPS_OUT.search(tail)):
        return passage, None
    text, notice = passage.cut(offset + hit[1].start())
    return text, Notice(notice, normalise_label(hit[1]["page"]))


def cut_jump_in(passage: Passage) -> tuple[Notice | None, Passage]:
    if not (hit := JUMPS_IN.search(passage.text[:200])):
        return None, passage
    notice, text = passage.cut(hit[1].end())
    parts = hit[1].groupdict()
    title = parts.get("title") or parts.get("after")
    return Notice(notice, normalise_label(hit[1]["page"]), title), text


def cut_jump_in_of_title(passage: Passage) -> tuple[Passage, Notice | None]:
    offset = max(0, len(passage.text) - _REACH)
    if not (hit := JUMPS_IN_OF_TITLES.search(passage.text[offset:])):
        return passage, None
    text, notice = passage.cut(offset + hit[1].start())
    return text, Notice(notice, normalise_label(hit[1]["page"]))
