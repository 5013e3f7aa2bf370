"""What an English page prints that is no story: teasers, indexes, notices, corrections, classified advertisements."""

import re

from .english_lines import is_agate, is_head_of_table
from .records import SetAsideKind
from .rules import rule, table

_POINTER = r"(?!THE )[A-Z][A-Z &’'-]{2,30},? (?:PAGE|Page) [A-Z]?\d{1,3}"

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
        "coming",
        r"^(?!.*\d ?[ap][.]?m\b)(?i:coming (?:tomorrow|up tomorrow|next week|soon|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)|tomorrow|next (?:week|month|issue|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|in (?:tomorrow|sunday|saturday)(?:’|')s [A-Z]\w+)(?:: | ?[—–] ).{8,110}$",
        "Coming tomorrow: Small towns bid for the barns",
        "Tomorrow the canal opens",
    ),
    rule(
        "index",
        r"^(?:INDEX|Index|INSIDE|Inside|ALSO INSIDE|Inside today|INSIDE TODAY|IN THIS ISSUE|TODAY’S INDEX)(?:[:.—]| ?[–-]) ?\S",
        "INDEX: Markets B6 · Shipping B7",
        "Inside the mill",
    ),
    hint=r"^I[nN]|^ALSO|^TODAY|PAGE|age [A-Z]?\d|^(?:COMING|Coming|TOMORROW|Tomorrow|NEXT|Next)",
)

# these could be a folio as well, and are asked after it
WEAK_ENGLISH_TEASERS = table(
    rule(
        "story in brief",
        r"^(?!.*\b(?:[Ss]ee|SEE|Turn|turn|[Cc]ontinued|CONTINUED|[Ff]rom|FROM)\b)[A-Z“][^.]{3,90}?(?:,| —| –|:|…) (?:Page|PAGE) [A-Z]?\d{1,3}$",
        "Mayor resigns over ferry, Page 3",
        "She found it in the Courier, on Page 3.",
    ),
    rule(
        "sentence and section",
        r"^(?!.*\b(?:[Ss]ee|SEE|Turn|turn|[Cc]ontinued|CONTINUED|[Ff]rom|FROM)\b)[A-Z“].{6,90}[.?!] [A-Z][a-z]+, [A-F]\d{1,2}$",
        "Who stole the mayor’s sturgeon? Local, B1",
        "He was 40. Born in Ashby, he rowed.",
    ),
    rule(
        "run of pages",
        r"^[A-Z][\w&’ ]{2,24} (?:[A-F]\d{1,2}|[Pp][.]? ?\d{1,2})(?: ?[·•|;/] ?[A-Z][\w&’ ]{2,24} (?:[A-F]\d{1,2}|[Pp][.]? ?\d{1,2})){1,12}$",
        "Markets B6 · Shipping B7",
        "Ashby 2 · Tolland 1",
    ),
    hint=r"PAGE|age [A-Z]?\d|[·•|;/] ?[A-Z]|, [A-F]\d{1,2}$",
)

# these take the text under them along
ENGLISH_HEADS = table(
    rule(
        SetAsideKind.NOTICE,
        r"^(?i:corrections?|clarifications?|corrections? (?:and|&) clarifications?|for the record|setting it straight|(?:public|legal) notices?|legals|"
        r"classifieds?|classified ads|classified advertising|help wanted|lost and found|scoreboard|scores|results|agate|standings|lotter(?:y|ies)|errat(?:a|um)|"
        r"cards? of thanks|(?:quote|quotation|thought|word|joke|photo|number) (?:of|for) the (?:day|week|month)|to our readers|note to (?:our )?readers|where to find it|today’s tides|box scores?)[：:]?$|^(?:LEGAL |PUBLIC )?NOTICES?(?: (?:OF|TO) [A-Z ]{2,40})?$",
        "PUBLIC NOTICES",
        "Corrections officer retires",
    ),
    rule(
        SetAsideKind.NOTICE,
        r"^(?:FOR (?:SALE|RENT|LEASE)|WANTED|LOST|FOUND|FREE|SERVICES|AUTOS|PETS|REAL ESTATE|RENTALS|EMPLOYMENT|LIVESTOCK|MISCELLANEOUS|(?:YARD|GARAGE|ESTATE) SALES?|AUCTIONS?|(?:TODAY’S |LOCAL )?WEATHER|TIDES)$",
        "FREE",
        "FREE KITTENS DRAW CROWD",
    ),
    rule(
        SetAsideKind.TEASER,
        r"^(?i:(?:today[’']s )?index|inside|inside today|also inside|more inside|in this (?:issue|section)|in (?:the|your) (?:\w+ ){1,2}today|in today[’']s \w+)[：:]?$|^INSIDE(?: [A-Z]+){1,2}$",
        "INDEX",
        "Inside the mill",
    ),
    rule(
        SetAsideKind.ADVERT,
        r"^[(\[]?(?i:(?:paid )?advertisements?|advertorial|sponsored(?: content)?|paid notice|paid announcement)[)\]]?$",
        "ADVERTISEMENT",
        "Advertisement tax rises",
    ),
    hint=r"(?i:[a-z]{4})",
)

ENGLISH_NOTICES = table(
    rule(
        "in one line",
        r"^(?:C(?:ORRECTION|LARIFICATION|orrection|larification)S?|ERRATUM|SCORES?|RESULTS?|LOTTERY|WEATHER|TODAY IN HISTORY|ON THIS DAY|THIS DAY IN HISTORY|TIDES?|SUNRISE|TODAY’S TIDES|FOR SALE|FOR RENT|WANTED|"
        r"HELP WANTED|LOST|FOUND|YARD SALE|GARAGE SALE|ESTATE SALE|AUCTION|N(?:OTICE|otice)|NOTE TO READERS|NOTICE OF [A-Z]+|PUBLIC NOTICE|LEGAL NOTICE|NOTICE TO [A-Z ]{2,30})(?::|[.] |[.]$| [—–] |\s{2}|(?<=LOTTERY) (?=.*\d-\d))",
        "CORRECTION: A report on page A2 gave the wrong age.",
        "Correction of the river took a year.",
    ),
    rule(
        "advertisement of one line",
        r"^[A-Z][A-Z]+(?:[ ,-]+[A-Z]{2,}){0,4}[:.,;–—].{10,240}\b\d{3}-\d{4}[.]?$",
        "PIANO, upright. Two keys silent. 555-0142",
        "The piano is free. Call 555-0142.",
    ),
    hint=r"^[A-Z][A-Z]|^C[ol]|^No",
)
ENGLISH_IMPRINTS = table(
    rule(
        "published",
        r"^(?:The )?(?:[A-Z][\w.’&-]* ){1,5}(?:[(].{3,30}[)] )?is (?:published|printed|issued) (?:every|daily|weekly|biweekly|monthly|each|twice|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b",
        "Larkin County Courier is published every Thursday at 3 Depot Street.",
        "The book is published by the club.",
    ),
    rule(
        "mail alone",
        r"^[\w.+-]{1,40}@[\w-]{1,40}[.][\w.-]{2,20}$|^@\w{2,20}$",
        "ada@example.com",
        "ada at example",
    ),
    rule(
        "call us",
        r"^(?:[A-Z][^.?!]{4,40}[?!] )?(?:Call|Phone|Ring|E-?mail|Text|Contact) (?:our|us)\b.{0,60}(?:\d{3}[ -]\d{3,4}|@[\w-]+[.]).{0,30}$",
        "Call our newsdesk on 01999 555 0134",
        "Call our dog by its name.",
    ),
    rule(
        "how to subscribe",
        r"^To (?:subscribe|advertise|place an? (?:ad|notice)|report|reach|submit|order)\b.{0,80}(?:\d{3}[ -]\d{3,4}|@[\w-]+[.]).{0,30}$",
        "To subscribe, call 555-0122",
        "To subscribe is to believe",
    ),
    rule(
        "how to reach the writer",
        r"^(?:Reach|Contact|E-?mail|Write to|Follow) (?:(?:the )?(?:writers?|reporters?|authors?|him|her|them)|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2})(?: (?:at|on) | via ).{0,100}(?:@|\d{3}-\d{4}).{0,40}$",
        "Reach Ada Stone at astone@example.com or 555-0184.",
        "Reach Ashby at noon and you will eat.",
    ),
    rule(
        "printed by",
        r"^(?:Printed|Published|Edited)(?: and (?:printed|published))?(?: weekly| daily)? (?:by|for|at) [A-Zt]",
        "Printed and published by the Argus Printing Company.",
        "Printed in red, the sign hung on the mill.",
    ),
    rule(
        "letters are welcome",
        r"^(?:The )?(?:[A-Z][\w.’&-]* ){1,4}(?:welcomes|invites|accepts|encourages) (?:letters|submissions|contributions|comments|your)\b.*[.]$|"
        r"^(?:We welcome|Please send|Send (?:us )?your) (?:letters|submissions|contributions|comments|your)\b.*[.]$|^Letters (?:must|should|may|are|to the editor (?:must|should|may|are))\b.*[.]$",
        "The Valley News welcomes letters of up to 300 words.",
        "The mayor welcomes letters",
    ),
    rule(
        "post and rights",
        r"^POSTMASTER\b|^(?:Periodicals|Second-class) postage|^Entered as second|^(?:Copyright|©) .{0,60}\d{4}|[Aa]ll rights reserved[.]?$|^Subscription(?:s| rates?)\b.{0,60}[$£¢]",
        "Copyright 2031, the Larkin County Courier",
        "Copyright is a right.",
    ),
    hint=r"@|^To |^Reach|^Contact|^Call|^Ring|^Text|^Contact|^P|^Edited|[?!] C|[?!] E|etters|ubmissions|ontributions|omments| your |published|printed|issued|^POST|postage|second|opyright|©|rights|^Subscription",
)


# a second correction under the head
CORRECTIONS = table(
    rule(
        "set right",
        r"\b(?:misspell?ed|misspelt|misstated|misidentified|mistakenly|erroneously|incorrect(?:ly)?|inaccurate(?:ly)?|wrong(?:ly)?|should have|omitted|regrets?|(?:editing|reporting|printing|typographical|editor’s) error|"
        r"(?:story|report|article|caption|photograph|headline|recipe|column|item|letter|editorial|list) (?:on|in) (?:page|[A-Z][a-z]+day|the))\b",
        "Because of an editing error, a recipe called for two cups of salt.",
        "The recipe calls for two cups of salt.",
    ),
)
_LONGEST_HEAD = 40
_CORRECTIONS_HEAD = re.compile(r"^(?i:corrections?|clarifications?|for the record|setting it straight|errat)")
_RESULTS = re.compile(r"^(?i:scoreboard|(?:box )?scores|results|agate|standings)[:]?$")
# a telephone ends a small advertisement
_TELEPHONE = re.compile(r"\b\d{3}-\d{4}\b.{0,30}$")
ENGLISH_WHOLE_LINE = (
    (SetAsideKind.IMPRINT, ENGLISH_IMPRINTS, 500),
    (SetAsideKind.NOTICE, ENGLISH_NOTICES, 600),
    (SetAsideKind.TEASER, ENGLISH_TEASERS, 160),
    (SetAsideKind.TEASER, WEAK_ENGLISH_TEASERS, 160),
)


def kind_of_english_head(text: str) -> SetAsideKind | None:
    hit = ENGLISH_HEADS.search(text) if len(text) <= _LONGEST_HEAD else None
    return SetAsideKind(hit[0].name) if hit else None


def points_to_english_pages(text: str) -> bool:
    return len(text) <= 160 and ENGLISH_TEASERS.rows[0].pattern.search(text) is not None


def is_head_of_results(text: str) -> bool:
    return len(text) <= _LONGEST_HEAD and _RESULTS.search(text) is not None


def is_further_correction(head: str, text: str) -> bool:
    """Whether a paragraph under the head of the corrections is one more of them."""
    return _CORRECTIONS_HEAD.match(head) is not None and len(text) <= 600 and CORRECTIONS.matches(text)


def is_result(text: str) -> bool:
    """Whether a line can stand under the head of the results: a game, a league, a column of numbers."""
    return len(text) <= 120 and (
        is_agate(text) or is_head_of_table(text) or len(re.findall(r"\d+", text)) * 12 >= len(text)
    )


def has_telephone(text: str) -> bool:
    return _TELEPHONE.search(text) is not None


def is_advertisement(text: str) -> bool:
    """Whether a paragraph under the head of the classified advertisements is one of them.

    >>> [is_advertisement(text) for text in ("Hay, dry. Call 555-0127 after chores.", "The council met.")]
    [True, False]
    """
    return len(text) <= 300 and (ENGLISH_NOTICES.matches(text) or has_telephone(text))
