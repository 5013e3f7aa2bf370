"""What an English folio says beside day and page: the paper's name, a bare label, the section."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .lines import Line
from .passage import join
from .rules import rule, table

_PAPER_NAME = (
    "Advance|Advertiser|Advocate|Argus|Banner|Beacon|Bee|Bugle|Bulletin|Chronicle|Citizen|Clarion|Collegian|Courier|Daily|"
    "Democrat|Dispatch|Eagle|Echo|Enquirer|Enterprise|Examiner|Express|Free Press|Gazette|Globe|Guardian|Herald|Independent|"
    "Inquirer|Intelligencer|Journal|Lantern|Leader|Ledger|Mail|Mercury|Messenger|Mirror|Monitor|News|Observer|Outlook|"
    "Call|Chieftain|Progress|Sentry|Watchman|Vindicator|Scribe|Quill|Torch|Crier|Era|Age|Reflector|Trumpet|Navigator|Nugget|Graphic|Spokesman|"
    "Packet|Patriot|Pilot|Pioneer|Post|Press|Record|Recorder|Register|Reporter|Republic|Review|Sentinel|Signal|Spectator|"
    "Standard|Star|Statesman|Sun|Telegram|Telegraph|Tidings|Times|Transcript|Tribune|Union|Voice|Weekly|Whig"
)
_WORD = r"[A-Z][\w.'’&-]*"

PAPERS = table(
    rule(
        "paper",
        rf"(?<![\w])(?:The |THE )?(?:(?!(?:The|THE) ){_WORD} (?:of )?){{0,3}}(?:\w+-)?(?:{_PAPER_NAME}|{_PAPER_NAME.upper()})(?:[ -](?:{_PAPER_NAME}))?(?![\w’'-])",
        "The Larkmoor Clarion",
        "The bridge reopens",
    ),
)
# what stands under the paper's name or over it
MOTTOES = table(
    rule(
        "since",
        r"\b(?i:since|established|founded|est[.]?) (?:in )?\d{4}[.]?$",
        "Published daily since 1919",
        "Coldest day since 1919: a report",
    ),
    rule(
        "paper of",
        r"^(?i:the |an? |your )?(?:[\w-]+ ){0,4}(?i:newspaper|paper|voice|weekly|daily) (?:of|for|in) ",
        "The student newspaper of Wexcombe College",
        "Paper mill closes",
    ),
    rule(
        "quoted",
        r"^[“\"][^“”\"]{3,60}[”\"]$",
        "“All the News of the Valley”",
        "“Come,” he said, “and see.”",
    ),
    rule(
        "serving",
        r"^(?i:serving|proudly serving) (?:[A-Z]|the |our )",
        "Serving Ashby and Marl",
        "Serving time at the mill",
    ),
)
# what newspapers call their sections: LOCAL & STATE, Campus News
_SECTION_WORDS = frozenset(
    "top front page cover special report reports campus city town village county state local national nation world foreign international regional metro community school "
    "business money farm sport sports art arts science health home food travel opinion opinions editorial editorials letters "
    "feature features living life people police obituaries classified classifieds entertainment weather market markets region "
    "valley news comment politics leisure lifestyle notes parks lake coast capital province provincial parish borough district society religion faith church youth kids women law crime courts public safety environment energy tech technology finance trade industry economy companies stocks real estate motoring transport shipping agriculture farming garden outdoors recreation racing football baseball cricket golf analysis insight ideas debate forum voices reviews stage screen film movies music television announcements milestones deaths records week weekend port harbor harbour island islands university college student students continued education culture books style property nature".split()
)
_FILLERS = frozenset("and the around of in &".split())
_BARE_LABEL = re.compile(r"^(?P<page>[A-Z]?\d{1,3})(?=\s|$)|(?<=\s)(?P<last>[A-Z]?\d{1,3})$")
_SEPARATORS = re.compile(r"[\s.,•·|—–/:;*■●★☆◆◊‖()-]+")
_PARTS = re.compile(r"\s*[|•★☆◆◊‖]+\s*")
_TITLE_WORD = re.compile(r"(?:[A-Z&]|and$|of$|the$|in$)")
_LONGEST_TITLE = 32
_LONGEST_MOTTO = 90
_MOST_WORDS = 5


_MONTH_AND_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:(?:[A-Z][a-z]{2,8}|[A-Z]{3,9})[.]? \d{1,2}|\d{1,2} (?:[A-Z][a-z]{2,8}|[A-Z]{3,9})[.]?),?",
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d[.]?")
_WEEKDAY = re.compile(r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day),?")
_MOST_LINES = 8  # at the head of a page


def join_dates(lines: Sequence[Line]) -> list[Line]:
    """Thursday, / May 11, / 2029: one line, where it stands at the head of the page."""
    for at, (above, line) in enumerate(pairwise(lines[:_MOST_LINES])):
        if line.gap or not (
            _MONTH_AND_DAY.fullmatch(above.passage.text) and _YEAR.fullmatch(line.passage.text)
        ):
            continue
        has_weekday = at > 0 and above.gap == 0 and _WEEKDAY.fullmatch(lines[at - 1].passage.text)
        start = at - 1 if has_weekday else at
        whole = join(part.passage for part in lines[start : at + 2])
        return [*lines[:start], replace(lines[start], passage=whole), *lines[at + 2 :]]
    return list(lines)


@dataclass(frozen=True, slots=True)
class EdgeLine:
    """What is left of a line when days and page numbers are taken out, told apart."""

    label: str | None
    paper: str | None
    title: str | None


def read_edge_line(rest: str) -> EdgeLine | None:
    """Label, paper and section; None where words are left that a folio does not have.

    >>> read_edge_line("A6 • The Ridgeway Sentinel •")
    EdgeLine(label='A6', paper='The Ridgeway Sentinel', title=None)
    >>> read_edge_line("The Harrow Gazette | TOWN AND VALLEY")
    EdgeLine(label=None, paper='The Harrow Gazette', title='TOWN AND VALLEY')
    >>> read_edge_line("when the bridge fell") is None
    True
    """
    rest = " | ".join(part for part in _PARTS.split(rest) if not is_motto(part))
    rest, label = _take_label(_trim(rest))
    rest, paper = _take_paper(rest)
    # a date that was taken out leaves its blanks
    title = " ".join(word for part in rest.split("\n") for word in _trim(part).split())
    return EdgeLine(label, paper, title or None) if _is_title(title) else None


def is_paper(text: str) -> bool:
    """Whether a line is the name of a paper and nothing else.

    >>> [is_paper(text) for text in ("THE QUAYSIDE COURIER", "CAMPUS NEWS", "Post office to close")]
    [True, False, False]
    """
    hit = PAPERS.search(text)
    return hit is not None and hit[1][0] == text and " " in text and not is_section(text)


def is_motto(text: str) -> bool:
    return len(text) <= _LONGEST_MOTTO and MOTTOES.matches(text)


def is_section(text: str) -> bool:
    """Whether a line is what newspapers call their sections."""
    words = text.lower().replace(",", " ").split()
    return (
        bool(words) and _SECTION_WORDS.issuperset(w for w in words if w not in _FILLERS) and words[0] != "the"
    )


def _trim(text: str) -> str:
    start = _SEPARATORS.match(text)
    text = text[start.end() :] if start else text
    return text.rstrip(" .,•·|—–/:;*■●★☆◆◊‖()-\n\t")


def _take_label(rest: str) -> tuple[str, str | None]:
    if not (found := _BARE_LABEL.search(rest)):
        return rest, None
    return _trim(rest[: found.start()] + rest[found.end() :]), found["page"] or found["last"]


def _take_paper(rest: str) -> tuple[str, str | None]:
    for hit in PAPERS.rows[0].pattern.finditer(rest):
        if not is_section(hit[0]):
            return f"{rest[: hit.start()]}\n{rest[hit.end() :]}", hit[0]
    return rest, None


def _is_title(text: str) -> bool:
    words = text.split()
    return len(text) <= _LONGEST_TITLE and len(words) <= _MOST_WORDS and all(map(_TITLE_WORD.match, words))
