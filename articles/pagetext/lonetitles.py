"""Titles with neither byline nor lead under them: what tells them from the subheads of the article above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .characters import is_latin
from .columnlabels import COLUMN_WORDS, TopOfTitle, weigh
from .marks import LineKind, Marked
from .notices import cut_signature
from .persons import MOST_LINES, shares_a_person
from .rules import rule, table
from .seams import is_finished
from .titles import has_label

TITLE_KINDS = (LineKind.SHORT, LineKind.SUBTITLE, LineKind.COLUMN)
_WIDE_GAP = 2  # blank lines; one stands between all blocks
_SHORTEST_TITLE = 8
_SURE_LABEL = 4
_LONGEST_SUBHEAD = 15  # of one line, in an article that has no other
_BULLETS = tuple("●★▲■◆☆△◎")
_FIRST_SENTENCES = 120
_TOLD_AGAIN, _SURELY_TOLD_AGAIN = 0.35, 0.6
_NO_WORD = re.compile(r"\W+")
_SET_IN = 4  # half-width columns: a centred subhead

# An article whose subheads are of one of these forms has no others.
SUBHEAD_FORMS = table(
    rule(
        "year or day",
        r"^(?:[0-9〇零○一二三四五六七八九十]{1,4}[年月日]){1,3}[春夏秋冬初末底上中下旬夜晚晨午前后]{0,3}$",
        "二〇〇九年秋",
        "四月农时安排",
    ),
    rule("lead-in", r"(?:——|──)$", "望闻问切——", "——望川渠记"),
    rule(
        "number",
        r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[0-9]{1,2}[、.．]|[（(][一二三四五六七八九十0-9]{1,2}[）)]|第[一二三四五六七八九十]{1,3}[章节幕回]|[①-⑳])",
        "一、修渠",
        "一渠清水",
    ),
)


# What a paper prints every day or week, of no other story.
SERVICES = table(
    rule(
        "service",
        r"^(?:(?:一周|本周|下周|今日|明日|近期|周末|本月|下月)(?:[^，。的]{0,2}(?:赛事|赛程|演出|影讯|书讯|展讯|天气|菜价|物价|活动|讲座|开庭|招聘|停水|停电|荐书|提示|预告|资讯))|"
        r"(?:天气预报|节目预告|赛事预告|赛程预告|影讯|书讯|展讯|停[水电气]信息|开庭公告|(?:警情|路况|气象|水情)(?:通报|播报|快报)|编读往来|读编往来|(?:积分|射手|奖牌|排行)榜))$",
        "一周赛事",
        "一周赛事看下来",
    ),
)


@dataclass(slots=True)
class Above:
    """What tells a title from the subheads of the article above it, which begins at `start`: read on from title to title."""

    start: int
    end: int = 0
    is_news: bool = False  # has an inline lead
    has_text: bool = False
    forms: set[str | None] = field(default_factory=set)  # of the subheads, None for one of no form
    are_set_in: bool = True  # the subheads

    def read_to(self, lines: Sequence[Marked], end: int) -> None:
        for line in lines[max(self.start, self.end) : end]:
            self.is_news = self.is_news or line.lead is not None
            self.has_text = self.has_text or line.kind is LineKind.TEXT
            if self.has_text and line.kind is LineKind.SHORT:
                self.forms.add(_form(line))
                self.are_set_in = self.are_set_in and line.line.indent >= _SET_IN
        self.end = end


def stands_alone(lines: Sequence[Marked], above: Above, at: int) -> bool:
    """Whether the title block at `at` opens an article, going by its form."""
    if lines[at].kind not in TITLE_KINDS or (at and _belongs_above(lines[at], lines[at - 1])):
        return False
    if (
        at == 0
        or lines[at].kind is LineKind.COLUMN
        or lines[at].gap >= _WIDE_GAP
        or _is_closed(lines[at - 1])
    ):
        return True
    block = lines[at : _end_of_block(lines, at)]
    if _has_a_label(block):
        return _is_under_text(lines, at, at + len(block))
    if _is_told_by_its_neighbours(lines, at, block):
        return True
    if lines[at].text[0] in _BULLETS and lines[at].text[0] == lines[above.start].text[:1]:
        return True  # ● again, as over the article above
    end = at + len(block)
    return (
        _is_under_text(lines, at, end)
        and _is_no_subhead(lines, above, at, block)
        and not shares_a_person(lines[max(above.start, at - MOST_LINES) : at], lines[end : end + 3])
    )


def _belongs_above(line: Marked, above: Marked) -> bool:
    """A further line of a title; ● 本周演出 under ● and news, of the same list."""
    return above.kind in TITLE_KINDS or (
        line.text[0] in _BULLETS and above.is_prose and above.text[:1] == line.text[0]
    )


def _is_told_by_its_neighbours(lines: Sequence[Marked], at: int, block: Sequence[Marked]) -> bool:
    end = at + len(block)
    return (
        _is_over_items(lines, at, end)
        or _is_under_items(lines, at, end)
        or any(line.kind is not LineKind.SHORT for line in block)
        or _is_over_a_subhead(lines, at, block)
        or (SERVICES.matches(lines[at].text) and _is_apart(lines, at, end))
    )


def _has_a_label(block: Sequence[Marked]) -> bool:
    """热线回音 / 站牌歪了谁来扶？: no subhead has the label of a column above it."""
    return (
        len(block) == 2
        and block[0].kind is block[1].kind is LineKind.SHORT
        and COLUMN_WORDS.matches(block[0].text)
        and weigh(TopOfTitle(block[0].text, block[1].text, bool(block[1].gap))) >= _SURE_LABEL
    )


def _is_over_a_subhead(lines: Sequence[Marked], at: int, block: Sequence[Marked]) -> bool:
    """Two groups of short lines, one over the other: no subhead stands over another."""
    return (
        lines[at].gap > 0
        and is_finished(lines[at - 1].text)
        and not lines[at - 1].text.endswith(("：", ":"))
        and at + len(block) < len(lines)
        and (
            lines[at + len(block)].kind is LineKind.SUBHEAD
            or (lines[at + len(block)].is_prose and any(line.gap for line in block[1:]))
        )
    )


def _is_over_items(lines: Sequence[Marked], at: int, end: int) -> bool:
    """A short line set apart, over items of news with a bullet each: 短波 / ★ … / ★ …"""
    return (
        end == at + 1
        and end < len(lines)
        and lines[at].gap > 0
        and _are_items(lines[end : end + 2])
        and lines[at - 1].text[:1] not in _BULLETS
        and is_finished(lines[at - 1].text)
        and not lines[at - 1].text.endswith(("：", ":"))
    )


def _are_items(lines: Sequence[Marked]) -> bool:
    """Two lines with a bullet each, or one with several."""
    first = lines[0]
    if first.kind is not LineKind.TEXT or not first.text.startswith(_BULLETS):
        return False
    return first.text.count(first.text[0]) > 1 or (
        len(lines) > 1 and lines[1].kind is LineKind.TEXT and lines[1].text.startswith(_BULLETS)
    )


def _is_under_items(lines: Sequence[Marked], at: int, end: int) -> bool:
    """Under such items, over a text that is none."""
    return (
        at > 1
        and lines[at].gap > 0
        and all(line.kind is LineKind.TEXT and line.text.startswith(_BULLETS) for line in lines[at - 2 : at])
        and end < len(lines)
        and lines[end].is_prose
        and not lines[end].text.startswith(_BULLETS)
    )


def _is_closed(line: Marked) -> bool:
    """A jump, a signature or a house code ends an article."""
    if line.jump_out or line.kind is LineKind.BYLINE or is_signed(line):
        return True
    return any("①" <= code.text[0] <= "⑳" for code in line.codes)


def is_signed(line: Marked) -> bool:
    """Whether a signature closes a text, at its end or in brackets on a line of its own."""
    if line.lead is not None and not line.core and line.lead.passage.text[0] in "（(":
        return True
    return (
        line.kind is LineKind.TEXT
        and cut_signature(line.core)[1] is not None
        and "参与采写" not in line.text[-12:]
    )


def _end_of_block(lines: Sequence[Marked], at: int) -> int:
    while at < len(lines) and lines[at].kind in TITLE_KINDS:
        at += 1
    return at


def _is_apart(lines: Sequence[Marked], at: int, end: int) -> bool:
    """Under the end of a text or a list, over a text or a list."""
    above = lines[at - 1]
    return (
        lines[at].gap > 0
        and (above.kind is LineKind.VERSE or (above.is_prose and is_finished(above.text)))
        and not above.text.endswith(("：", ":"))
        and end < len(lines)
        and (lines[end].is_prose or lines[end].kind is LineKind.VERSE)
    )


def _is_under_text(lines: Sequence[Marked], at: int, end: int) -> bool:
    above = lines[at - 1]
    return (
        above.kind in (LineKind.TEXT, LineKind.LABELLED)
        and is_finished(above.text)
        and not above.text.endswith(("：", ":"))
        and end < len(lines)
        and lines[end].is_prose
        and lines[at].gap > 0
        and lines[end].gap > 0
    )


def _is_no_subhead(lines: Sequence[Marked], above: Above, at: int, block: Sequence[Marked]) -> bool:
    if is_latin(block[0].text) or _form(block[0]):
        return False
    if has_label(block[-1].text):
        return True
    told_again = _share_told_again(block, lines[at + len(block)])
    if told_again >= _SURELY_TOLD_AGAIN:
        return True
    if told_again >= _TOLD_AGAIN and len(block) <= 2 and _is_the_only_one(lines, at + len(block)):
        return True
    above.read_to(lines, at)
    if above.forms:
        return _is_unlike(block[0], above)
    return _is_long_for_a_subhead(above, block) and _is_the_only_one(lines, at + len(block))


def share_told_again(lines: Sequence[Marked], at: int) -> float:
    """How much of the title block at `at` the text under it says in the same words."""
    end = _end_of_block(lines, at)
    return _share_told_again(lines[at:end], lines[end]) if end < len(lines) else 0


def _share_told_again(block: Sequence[Marked], text: Marked) -> float:
    """How much of a title the text under it says in the same words; none of a short one.

    Of 119 headlines half share a quarter of their pairs of characters with the text, one in four more than half; of 42
    subheads of any length one in a hundred does.
    """
    title = _pairs("".join(line.text for line in block))
    shared = title & _pairs(text.text[:_FIRST_SENTENCES])
    return len(shared) / len(title) if len(title) >= _SHORTEST_TITLE - 1 else 0


def _pairs(text: str) -> set[str]:
    """The pairs of characters that stand side by side."""
    plain = _NO_WORD.sub("", text)
    return {plain[at : at + 2] for at in range(len(plain) - 1)}


def _form(line: Marked) -> str | None:
    found = SUBHEAD_FORMS.search(line.text)
    return found[0].name if found else None


def _is_unlike(line: Marked, above: Above) -> bool:
    """Unlike the subheads above, which are all of one form."""
    if len(above.forms) == 1 and None not in above.forms:
        return True
    return line.line.indent == 0 and above.are_set_in


def _is_long_for_a_subhead(above: Above, block: Sequence[Marked]) -> bool:
    """News with an inline lead has subheads seldom, and never a single one of a title's length."""
    if len(block) > 1:
        return False
    length = len(block[0].text)
    if " " in block[0].text and length <= _LONGEST_SUBHEAD:  # two halves: 白天修灯 夜里写信
        return False
    return length >= _SHORTEST_TITLE if above.is_news else length > _LONGEST_SUBHEAD


def _is_the_only_one(lines: Sequence[Marked], at: int) -> bool:
    """No other short line between texts before the next article's title block."""
    while at < len(lines):
        if lines[at].kind in TITLE_KINDS:
            end = _end_of_block(lines, at)
            return end == len(lines) or not _is_plain_text(lines[end])
        if not (_is_plain_text(lines[at]) or lines[at].kind is LineKind.LABELLED):
            return True
        at += 1
    return True


def _is_plain_text(line: Marked) -> bool:
    return line.is_prose and not line.lead and not line.jump_in
