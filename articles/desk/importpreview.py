"""The page as read beside the lines it came from, as the import screen shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.desk.importsheet import Sheet
from articles.desk.kinds import options, value_of, words_of
from articles.pagetext import parse_page
from articles.pagetext.corrected import MarkedLine, trace
from articles.pagetext.defects import Defect
from articles.pagetext.lines import LINE_END
from articles.pagetext.markwords import Field

MOST_CHOICES = 400  # above that a page has no choice of kinds, only the marked text: a form has its limits

_LOOKS = {
    Field.HEADLINE: "headline",
    Field.KICKER: "kicker",
    Field.SUBTITLE: "subtitle",
    Field.COLUMN: "column",
    Field.SUBHEAD: "subhead",
    Field.PARAGRAPH: "paragraph",
    Field.CAPTION: "caption",
    Field.ASIDE: "aside",
}


@dataclass(slots=True)
class RawLine:
    """A line as it came, and what there is to say about it."""

    number: int
    text: str
    remarks: list[str] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    is_left_out: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


@dataclass(slots=True)
class Block:
    """A line of the reading: its kind in words, its text, the raw lines it comes from."""

    number: int
    kind: str
    kind_words: str
    text: str
    look: str
    raw: tuple[int, ...]
    is_kept: bool
    remarks: list[str] = field(default_factory=list)
    is_doubtful: bool = False

    @property
    def choice(self) -> SafeString | None:
        """The options of its select; an opening without a text has none."""
        return options(self.kind) if self.text else None

    @property
    def lines(self) -> str:
        """Its raw lines as one reads them: 3–5, 9."""
        runs: list[list[int]] = []
        for number in self.raw:
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together: an article, the photos, the card."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Remark:
    """A defect for the list above the page: its sentence, and where it stands."""

    message: str
    raw: int | None
    marked: int | None


@dataclass(frozen=True, slots=True)
class Preview:
    lines: Sequence[RawLine]
    groups: Sequence[Group]
    remarks: Sequence[Remark]
    with_choice: bool
    block_count: int

    @property
    def left_out(self) -> list[int]:
        return [line.number for line in self.lines if line.is_left_out]


def preview(sheet: Sheet) -> Preview:
    traced = trace(sheet.raw.text, sheet.by_rule, sheet.marked)
    lines = [RawLine(number, text) for number, text in enumerate(LINE_END.split(sheet.raw.text), 1)]
    blocks = {line.number: _block(line) for line in traced}
    for block in blocks.values():
        for number in block.raw:
            lines[number - 1].blocks.append(block.number)
    for line in lines:
        line.is_left_out = not line.blocks and not line.is_blank
    remarks = _remarks(sheet, traced)
    _place(remarks, lines, blocks)
    return Preview(
        lines=lines,
        groups=list(_groups(traced, blocks)),
        remarks=remarks,
        with_choice=len(blocks) <= MOST_CHOICES,
        block_count=len(blocks),
    )


def _block(line: MarkedLine) -> Block:
    return Block(
        number=line.number,
        kind=value_of(line.mark),
        kind_words=words_of(line.mark),
        text=line.text,
        look=_LOOKS.get(line.mark.field, "plain") if line.mark else "plain",
        raw=line.raw,
        is_kept=line.is_kept,
    )


def _remarks(sheet: Sheet, traced: Sequence[MarkedLine]) -> list[Remark]:
    """Defects of the reading; those of a corrected one stand at lines of the marked text."""
    if not sheet.is_corrected:
        return [Remark(_sentence(one), one.line, None) for one in sheet.by_rule.defects]
    raw = {line.number: line.raw[0] for line in traced if line.raw}
    return [Remark(_sentence(one), raw.get(one.line), one.line) for one in parse_page(sheet.marked).defects]


def _sentence(defect: Defect) -> str:
    return _(defect.template) % defect.details


def _place(remarks: Iterable[Remark], lines: Sequence[RawLine], blocks: dict[int, Block]) -> None:
    for remark in remarks:
        if remark.raw and remark.raw <= len(lines):
            lines[remark.raw - 1].remarks.append(remark.message)
        number = remark.marked or next(iter(lines[remark.raw - 1].blocks if remark.raw else ()), None)
        if block := blocks.get(number or 0):
            block.is_doubtful = True
            if not remark.raw:
                block.remarks.append(remark.message)


def _groups(traced: Sequence[MarkedLine], blocks: dict[int, Block]) -> Iterable[Group]:
    for title, run in groupby(traced, key=_group_of):
        yield Group(title, [blocks[line.number] for line in run])


def _group_of(line: MarkedLine) -> str:
    """What a line belongs to, in words; a line of which nothing came belongs to the page."""
    record, _dot, rest = (line.owners[0] if line.owners else "").partition(".")
    if record == "articles":
        return _("Article %(number)d") % {"number": int(rest.partition(".")[0]) + 1}
    titles = {
        "photos": _("Photos"),
        "contact_card": _("Contact card"),
        "staff": _("Staff"),
        "set_aside": _("Set aside"),
    }
    return titles.get(record, _("Page"))
