"""The checks: one row each. A new check is a function in the module of its family, and a row here.

`wrong` is a paragraph that the check finds something in, `right` one that looks alike and is left alone, both printed
on Friday, 6 March 2026; a test walks the table. Checks of whole records have none. The sentence takes `%(words)s`,
what was found, and the details of the hit.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from articles.proofreading import (
    dates,
    doubled,
    leftovers,
    missing,
    names,
    pairs,
    punctuation,
    scripts,
    telephones,
    titles,
    widths,
)
from articles.proofreading.findings import Severity
from articles.proofreading.official import FIGURE, MARK, NOTHING, SCRIPT, SUPERFLUOUS, TEXT, Weighing
from articles.proofreading.proofs import Hit, Proof

ERROR, DOUBT, NOTE = Severity.ERROR, Severity.DOUBT, Severity.NOTE


def gettext_noop(message: str) -> str:
    """Mark a sentence for xgettext; a finding translates it."""
    return message


@dataclass(frozen=True, slots=True)
class Row:
    code: str
    name: str
    severity: Severity
    weighing: Weighing
    check: Callable[[Proof], Iterator[Hit]]
    sentence: str
    wrong: str = ""
    right: str = ""


ROWS = (
    # ── words ──
    Row(
        "stray-traditional",
        gettext_noop("traditional character"),
        ERROR,
        SCRIPT,
        scripts.stray_traditional,
        gettext_noop(
            "“%(words)s” is written in traditional characters, simplified it is “%(simplified)s”; correct it, or put the name on the list of house words."
        ),
        "五年來，青石县的渠通了水，村民们说这条渠开得好。",
        "五年来，乾隆年间的石桥还在，村民们说这座桥修得好。",
    ),
    Row(
        "doubled-word",
        gettext_noop("doubled word"),
        ERROR,
        SUPERFLUOUS,
        doubled.doubled_word,
        gettext_noop("“%(words)s” says “%(once)s” twice; delete one."),
        "他同洪水斗争斗争了一辈子。",
        "大家高高兴兴地坐下来，把目的的由来研究研究。",
    ),
    Row(
        "name-in-two-ways",
        gettext_noop("name in two ways"),
        DOUBT,
        TEXT,
        names.name_in_two_ways,
        gettext_noop("“%(words)s” is written “%(other)s” elsewhere in this edition; check which is right."),
        "法官张晓说，渠通了。后来法官张小介绍，水也来了。",
        "法官张晓说，渠通了。后来法官李小介绍，水也来了。",
    ),
    # ── marks ──
    Row(
        "unpaired-mark",
        gettext_noop("unpaired mark"),
        ERROR,
        MARK,
        pairs.unpaired_marks,
        gettext_noop("The mark %(words)s stands without its other half; add it, or delete this one."),
        "他说：“渠通了。",
        "他说：“渠通了。”（掌声）",
    ),
    Row(
        "mixed-brackets",
        gettext_noop("brackets of two widths"),
        ERROR,
        MARK,
        widths.mixed_brackets,
        gettext_noop(
            "“%(words)s” opens with a bracket of one width and closes with the other; take full-width ones."
        ),
        "渠（长三里)通了水。",
        "渠（长三里）通了水。",
    ),
    Row(
        "half-width-mark",
        gettext_noop("half-width mark"),
        ERROR,
        MARK,
        widths.half_width_mark,
        gettext_noop("A half-width %(words)s stands between Chinese characters; write it full-width."),
        "渠通了,水来了。",
        "渠长3,200米，比例是1:500。",
    ),
    Row(
        "half-width-brackets",
        gettext_noop("half-width brackets"),
        NOTE,
        NOTHING,
        widths.half_width_brackets,
        gettext_noop("“%(words)s” stands in half-width brackets; take full-width ones."),
        "渠(长三里)通了水。",
        "渠（长三里）通了水，型号是B(2)。",
    ),
    Row(
        "wide-character",
        gettext_noop("full-width figure or letter"),
        ERROR,
        MARK,
        widths.wide_characters,
        gettext_noop(
            "“%(words)s” is written in full-width characters; write figures and letters half-width."
        ),
        "３月６日开渠。",
        "3月6日开渠。",
    ),
    Row(
        "doubled-mark",
        gettext_noop("doubled mark"),
        ERROR,
        MARK,
        punctuation.doubled_mark,
        gettext_noop("Of the marks %(words)s one is too many; keep the one that is meant."),
        "渠通了。。水来了。",
        "渠通了……水来了！！你说呢？！",
    ),
    Row(
        "space-before-mark",
        gettext_noop("space before a mark"),
        ERROR,
        MARK,
        punctuation.space_before_mark,
        gettext_noop("Before the mark %(words)s stands a space; delete it."),
        "渠通了 ，水来了。",
        "渠通了， 水来了。",
    ),
    Row(
        "empty-pair",
        gettext_noop("nothing between two marks"),
        ERROR,
        MARK,
        punctuation.empty_pair,
        gettext_noop("There is nothing in %(words)s; add what belongs there, or delete the pair."),
        "他写了一本《》。",
        "他写了一本《渠》。",
    ),
    Row(
        "mark-at-the-start",
        gettext_noop("mark at the start"),
        ERROR,
        MARK,
        punctuation.mark_at_the_start,
        gettext_noop(
            "The text begins with %(words)s; it belongs to the end of the text before, or to nothing."
        ),
        "，渠通了。",
        "“渠通了。”他说。",
    ),
    Row(
        "stop-in-headline",
        gettext_noop("headline with a stop"),
        DOUBT,
        MARK,
        titles.stop_in_headline,
        gettext_noop("The headline ends in %(words)s; headlines end without a stop."),
    ),
    # ── numbers ──
    Row(
        "wrong-weekday",
        gettext_noop("wrong weekday"),
        ERROR,
        TEXT,
        dates.wrong_weekday,
        gettext_noop("“%(words)s” does not fit: %(date)s is a %(weekday)s; correct the day or the weekday."),
        "3月6日（星期四）开渠。",
        "3月6日（星期五）开渠，3月5日周一鸣到场。",
    ),
    Row(
        "impossible-date",
        gettext_noop("impossible date"),
        ERROR,
        TEXT,
        dates.impossible_date,
        gettext_noop("No calendar has “%(words)s”; correct the date."),
        "2月30日开渠。",
        "2月28日开渠，农历2月30日放水。",
    ),
    Row(
        "impossible-time",
        gettext_noop("impossible time"),
        ERROR,
        TEXT,
        dates.impossible_time,
        gettext_noop("No clock shows “%(words)s”; correct the time."),
        "当日25时放水。",
        "当日24时放水，历时25小时。",
    ),
    Row(
        "impossible-year",
        gettext_noop("doubtful year"),
        DOUBT,
        TEXT,
        dates.impossible_year,
        gettext_noop("“%(words)s” can hardly be meant; check the year."),
        "20261年开渠。",
        "2060年以前再开一条渠，2200多年的古渠还在。",
    ),
    Row(
        "mixed-zero",
        gettext_noop("two kinds of zero"),
        ERROR,
        FIGURE,
        dates.mixed_zero,
        gettext_noop("“%(words)s” is written with another zero than 〇; years in Chinese figures take 〇."),
        "二〇二零年开渠。",
        "二〇二〇年开渠，共一百零八里。",
    ),
    Row(
        "letter-for-zero",
        gettext_noop("letter for a figure"),
        ERROR,
        FIGURE,
        dates.letter_for_zero,
        gettext_noop("“%(words)s” stands among figures and is no figure of theirs; write the figure."),
        "2O26年开渠。",
        "2026年开渠，O型血够用。",
    ),
    Row(
        "impossible-telephone",
        gettext_noop("impossible telephone number"),
        ERROR,
        TEXT,
        telephones.impossible_telephone,
        gettext_noop("No telephone has the number %(words)s; count its digits."),
        "咨询电话：0399-012345。",
        "咨询电话：0399-0123456，市民热线12345。",
    ),
    # ── what was left behind ──
    Row(
        "leftover-note",
        gettext_noop("note left behind"),
        ERROR,
        TEXT,
        leftovers.leftover_note,
        gettext_noop("“%(words)s” is a note to colleagues; settle it and delete it."),
        "渠长【待核】里。",
        "渠长有待核实。",
    ),
    Row(
        "placeholder",
        gettext_noop("place held free"),
        DOUBT,
        TEXT,
        leftovers.placeholder,
        gettext_noop(
            "%(words)s holds a place free; fill it in, or write 某 where a name is hidden on purpose."
        ),
        "渠长××里。",
        "王××说，渠宽3×4米，电话是139XXXX0000。",
    ),
    Row(
        "garbled",
        gettext_noop("garbled text"),
        ERROR,
        TEXT,
        leftovers.garbled,
        gettext_noop("“%(words)s” was left by a wrong encoding or a program; compare with the manuscript."),
        "渠通了????水来了。",
        "渠通了？水来了？？",
    ),
    Row(
        "jump-notice-in-text",
        gettext_noop("jump notice in the text"),
        ERROR,
        NOTHING,
        leftovers.jump_notice_in_text,
        gettext_noop(
            "The jump notice “%(words)s” stands in the text; delete it and enter the page in its own field."
        ),
        "渠通了。（下转第8版）",
        "渠通了。（演讲全文见第八版）",
    ),
    # ── what is missing ──
    Row(
        "headline-missing",
        gettext_noop("no headline"),
        ERROR,
        TEXT,
        missing.missing_headline,
        gettext_noop(
            "The article has no headline; give it one, or link it to the article that it continues."
        ),
    ),
    Row(
        "text-missing",
        gettext_noop("no text"),
        ERROR,
        NOTHING,
        missing.missing_text,
        gettext_noop("Under the headline stands no text."),
    ),
    Row(
        "byline-missing",
        gettext_noop("no byline"),
        NOTE,
        NOTHING,
        missing.missing_byline,
        gettext_noop("Nobody signs this article; add the byline or the source."),
    ),
    Row(
        "credit-missing",
        gettext_noop("no credit"),
        DOUBT,
        NOTHING,
        missing.missing_credit,
        gettext_noop("The photo has no credit; add who took it."),
    ),
    Row(
        "dangling-jump",
        gettext_noop("jump that leads nowhere"),
        ERROR,
        NOTHING,
        missing.dangling_jump,
        gettext_noop(
            "Page %(page)s is in, and yet the other half of this story is not linked; link it by hand or correct the page number."
        ),
    ),
    Row(
        "headline-too-long",
        gettext_noop("long headline"),
        NOTE,
        NOTHING,
        titles.long_headline,
        gettext_noop("The headline is %(count)s characters long, more than %(limit)s; shorten it."),
    ),
)

_NAMES = {row.code: row.name for row in ROWS}


def name_of(code: str) -> str:
    """A check in two or three words, in the editor's language; the code itself, where the check is gone."""
    return gettext(_NAMES[code]) if code in _NAMES else code
