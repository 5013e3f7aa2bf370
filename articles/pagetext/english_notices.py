"""What an English page prints that is no story: teasers, indexes, notices, corrections, classified advertisements."""

from .records import SetAsideKind
from .rules import rule, table

_POINTER = r"[A-Z][A-Z &’'-]{2,30},? (?:PAGE|Page) [A-Z]?\d{1,3}"

ENGLISH_TEASERS = table(
    rule(
        "pages",
        rf"^{_POINTER}(?: ?[·•|,;/] ?{_POINTER}){{0,8}}$",
        "RIVERS, PAGE 6 · BUSINESS, PAGE 14",
        "See RIVERS, Page 6",
    ),
    rule(
        "story elsewhere",
        r"^[(]?(?:See )?(?:[Rr]elated |[Mm]ore )?(?i:story|stories|editorial|photos?|map|column|coverage|review|details|more)(?: inside)?(?:,| on| in)? (?:on )?[Pp]age [A-Z]?\d{1,3}[.)]*$",
        "Related story, page 4",
        "The story on page 4 was wrong",
    ),
    rule(
        "index",
        r"^(?:INDEX|Index|INSIDE|Inside|ALSO INSIDE|Inside today|INSIDE TODAY|IN THIS ISSUE|TODAY’S INDEX)(?:[:.—]| ?[–-]) ?\S",
        "INDEX: Markets B6 · Shipping B7",
        "Inside the mill",
    ),
    hint=r"^I[nN]|^ALSO|^TODAY|PAGE|age [A-Z]?\d",
)

# these take the text under them along
ENGLISH_HEADS = table(
    rule(
        SetAsideKind.NOTICE,
        r"^(?i:corrections?|clarifications?|corrections? (?:and|&) clarifications?|for the record|setting it straight|(?:public|legal) notices?|legals|"
        r"classifieds?|classified ads|classified advertising|help wanted|lost and found|scoreboard|scores|lottery|errat(?:a|um))[：:]?$",
        "PUBLIC NOTICES",
        "Corrections officer retires",
    ),
    rule(
        SetAsideKind.TEASER, r"^(?i:index|inside|inside today|also inside)[：:]?$", "INDEX", "Inside the mill"
    ),
    rule(
        SetAsideKind.ADVERT,
        r"^[(\[]?(?i:(?:paid )?advertisements?|advertorial|sponsored(?: content)?|paid notice|paid announcement)[)\]]?$",
        "ADVERTISEMENT",
        "Advertisement tax rises",
    ),
    hint=r"(?i:[a-z]{5})",
)

ENGLISH_NOTICES = table(
    rule(
        "in one line",
        r"^(?:C(?:ORRECTION|LARIFICATION|orrection|larification)S?|ERRATUM|SCORES?|RESULTS?|LOTTERY|WEATHER|TIDES?|SUNRISE|TODAY’S TIDES|FOR SALE|FOR RENT|WANTED|"
        r"HELP WANTED|LOST|FOUND|NOTICE OF [A-Z]+|PUBLIC NOTICE|LEGAL NOTICE|NOTICE TO [A-Z ]{2,30})(?::|[.] |[.]$| [—–] )",
        "CORRECTION: A report on page A2 gave the wrong age.",
        "Correction of the river took a year.",
    ),
    hint=r"^[A-Z][A-Z]|^C[ol]",
)


_LONGEST_HEAD = 40
_WHOLE_LINE = (
    (SetAsideKind.NOTICE, ENGLISH_NOTICES, 600),
    (SetAsideKind.TEASER, ENGLISH_TEASERS, 160),
)


def kind_of_english_notice(text: str) -> SetAsideKind | None:
    """What a whole line is when it is no story.

    >>> str(kind_of_english_notice("WANTED: Used cider press, any size. 555-0164."))
    'notice'
    """
    return next(
        (kind for kind, rows, longest in _WHOLE_LINE if len(text) <= longest and rows.matches(text)), None
    )


def kind_of_english_head(text: str) -> SetAsideKind | None:
    hit = ENGLISH_HEADS.search(text) if len(text) <= _LONGEST_HEAD else None
    return SetAsideKind(hit[0].name) if hit else None


def points_to_english_pages(text: str) -> bool:
    return len(text) <= 160 and ENGLISH_TEASERS.rows[0].pattern.search(text) is not None
