"""What an English line is by its form: labels, standing heads, signatures, list items, rules."""

import re

from .rules import rule, table

_W = r"[A-Z][\w.'’-]*"
# printed above a headline, over and over again
LABELS = table(
    rule(
        "letters",
        r"^(?i:letters?(?: to the editor)?|points of view|over to you|letters from (?:our )?readers|your letters|mailbag|readers write|from the mailbag|the mailbag|your views|readers’ letters)$",
        "LETTERS TO THE EDITOR",
        "Letters found in the mill",
    ),
    rule(
        "briefs",
        r"^(?:[A-Z][A-Z’'&]+ ){1,3}NOTES$|^(?i:briefly(?: in (?:the )?\w+)?|briefs|in brief|(?:\w+ ){1,2}(?:briefs|in brief)|(?:\w+ )?digest|(?:\w+ )?round-?up|short takes|in short|(?:around|across) (?:town|the (?:county|state|valley|regions?|campus|provinces?|nation|country|world|cit(?:y|ies)|delta|islands?|coast|bay|lake|district|parish|villages?))|(?:town|county|local|community|campus|village|church|parish|club|school|senior|library|people|society) notes)$",
        "BRIEFLY",
        "Brief encounter at the mill",
    ),
    rule(
        "opinion",
        r"^(?i:editorials?|opinion|our view|our opinion|guest (?:column|view|opinion|commentary|editorial)|commentary|comment|op-ed|columns?|analysis|news analysis|perspective|viewpoint|"
        r"another view|point of view|review|profile|interview|feature|essay)$",
        "EDITORIAL",
        "Opinion is divided on the mill",
    ),
    rule(
        "standing",
        r"^(?:[A-Z][\w’']+ ){1,2}(?:Talk|Corner|Notebook|Spotlight|Forum|Roundtable|Asks|Mailbox|Eye|Minute|Diary|Q&A)$",
        "Quad Talk",
        "Talks at the mill",
    ),
    rule(
        "obituaries",
        r"^(?i:obituar(?:y|ies)|deaths|death notices|in memory|in memoriam|births|weddings|engagements)$",
        "OBITUARIES",
        "Deaths fall in the valley",
    ),
)
# a standing head that is the headline itself
STANDING_HEADS = table(
    rule(
        "log",
        r"(?i:\b(?:log|blotter|calendar|almanac|diary|menus?|datebook|honor roll|(?:court|police|sheriff[’']s|fire|arrest|jail) (?:news|reports?|docket|records?|calls)|notebook|what’s on|coming up|"
        r"this week|corrections|standings|forecast|(?:marriage|building|dog|business) (?:licenses|licences|permits)|divorces|dispositions|arraignments|bankruptcies|sentencings|(?:land|property|real estate|deed) (?:transfers|transactions|sales))$)",
        "Sheriff’s log",
        "Logs float down the canal",
    ),
)
SIGNATURES = table(
    rule(
        "after a dash",
        rf"^(?:—|–|--?) ?{_W}(?: {_W}){{0,3}}(?:, {_W}(?: {_W}){{0,4}}){{0,2}}$",
        "— Ada Stone, Upper Briar",
        "— and so it went",
    ),
    rule(
        "name and place",
        rf"^(?:[(]?(?:Dr|Mrs?|Ms|Miss|Rev|Capt|Prof)[.]?[)]? )?{_W}(?: (?:de |van |von )?{_W}){{1,3}}(?: [(](?=[A-Z])[\w., ’'-]{{2,24}}[)])?(?:,? (?:by|via) (?i:e-?mail))?(?:, (?:by e-?mail|{_W}|of|the|and)(?: (?:{_W}|of|the|and)){{0,5}}){{0,2}}$",
        "Ada Merriman, Upper Briar",
        "More benches, fewer plaques",
    ),
    rule(
        "name withheld",
        r"^(?:[—–-] ?)?(?i:name withheld|a reader|name and address supplied)",
        "Name withheld",
        "The name",
    ),
)
# a day of a calendar or of a menu is one too: Today: Blood donation, Red Cross Hall
_DAY = r"(?:Today|Tonight|Tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
_ASKED = r"(?:What|When|Where|Who|Why|How|Cost|Price|Admission|Tickets|Info|Information|Details|Hours|Parking|Serves|Ingredients)"
_ITEM = re.compile(rf"^(?:[•·▪■●*–-] ?|\d{{1,2}}[.)] |{_DAY}(?:, [^:]{{2,20}})?: (?=.*[,.\d])|{_ASKED}: )\S")
_RULE = re.compile(r"^[-–—_=*~#+•·. ★☆]{3,}$")
# results of games, tables: a name and numbers, over and over
_FIGURE = r"[-+$£]?[.]?\d(?:[\d.,:½-]*[\d½])?"
_NAME_IN_TABLE = r"[A-Z][A-Za-z.'’&-]{0,16}(?: [A-Z&(][A-Za-z.'’()-]{0,16}){0,4}(?: [a-z]{2,8})?(?: \d{2,3})?(?:, [a-z]{2,12})?"
_AGATE = re.compile(
    rf"^{_NAME_IN_TABLE},? {_FIGURE}(?:(?:[,;·–-]|,? [·–-])? (?:{_NAME_IN_TABLE},? )?{_FIGURE})*[.]?$"
)
# who pitched, who won: W — Ortega (7-0). L — Vance (3-5).
_BATTERIES = re.compile(
    r"^(?:.*\b(?:W|L|HR|S|T|SB|[23]B) ?[—–-] ?[A-Z\d]){2}|^(?:E|DP|LOB|[23]B|HR|SB|T|A|Att)[—–-][A-Z\d]"
)
_FEWEST_FIGURES = 4
_HEAD_OF_TABLE = re.compile(r"^[A-Z]{1,4}(?: [A-Z][A-Za-z]{0,3}){1,8}$")
_TEXT_SIGNS = re.compile(
    r"[.!?,][”\"] ?[—–] ?[A-Z]|[,?!][”\"] (?:he|she|they|said|says|[A-Z]\w+ said)\b|(?<!\b[A-Z][.][A-Z])(?<!\b[ap][.]m)(?<!\b[A-Z])(?<!\b(?:Jr|Sr|Co|St|Rd|No|Mt|Ft))(?<!\b(?:Inc|Ltd|Ave))[.][”\"’']?$|[!?][”\"’']?$|[,;:]$|"
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[ap][.]m)[.][”\"’]? (?=[A-Z“\"])"
)
_SPEAKER = re.compile(r"[.!?][”\"] ?[—–] ?[A-Z][^!?“”\"]*$")
_LONGEST_SPEAKER = 80
LONGEST_TITLE = 110
_SALUTATION = re.compile(
    r"(?:To the [Ee]ditor|TO THE EDITOR|Sir|SIR|Madam|MADAM|Dear |DEAR |Editor:|EDITOR:)"
)
_LONGEST_LABEL = 26
_LONGEST_BATTERIES = 200
_LONGEST_SMALL_WORD = 3
_SMALL_WORDS = frozenset(("from", "with", "upon", "into", "over", "that", "after"))
_LONGEST_CLOSED_HEAD = 60
_MOST_LABEL_WORDS = 3


def label_of(text: str) -> str | None:
    """Which kind of standing label a line is by its words, else None."""
    hit = LABELS.search(text) if len(text) <= 40 else None
    return hit[0].name if hit else None


def is_in_capitals(text: str) -> bool:
    return text.upper() == text and any(c.isalpha() for c in text)


def is_label(text: str) -> bool:
    """Whether a line could be a standing label above a headline.

    >>> [is_label(text) for text in ("THE LONG VIEW", "In brief", "TOWN SELLS ITS ONLY BRIDGE")]
    [True, True, False]
    """
    if label_of(text):
        return True
    return is_in_capitals(text) and len(text) <= _LONGEST_LABEL and len(text.split()) <= _MOST_LABEL_WORDS


def is_standing_head(text: str) -> bool:
    return len(text) <= 50 and STANDING_HEADS.matches(text)


def is_signature(text: str) -> bool:
    return len(text) <= 70 and SIGNATURES.matches(text)


def is_item(text: str) -> bool:
    """An item of a list, which is a paragraph however short it is."""
    return bool(_ITEM.match(text))


def is_agate(text: str) -> bool:
    """A line of results or of a table.

    >>> [is_agate(text) for text in ("Ashby 21, Fenwick 20", "Marl 3 5 .375", "W L Pct", "Bell wins in 1931 again")]
    [True, True, False, False]
    """
    if len(text) <= _LONGEST_BATTERIES and _BATTERIES.match(text):
        return True
    return len(text) <= 80 and (bool(_AGATE.match(text)) or _is_mostly_figures(text))


def _is_mostly_figures(text: str) -> bool:
    """A line of a box score: Cole ss 5 1 2 0."""
    words = text.split()
    figures = sum(word.isdecimal() for word in words)
    return text[:1].isupper() and figures >= _FEWEST_FIGURES and figures * 2 >= len(words)


def is_head_of_table(text: str) -> bool:
    """What stands over columns of numbers: W L Pct; or a league in capitals."""
    return text.isupper() or bool(_HEAD_OF_TABLE.match(text))


def opens_letter(text: str) -> bool:
    return _SALUTATION.match(text) is not None


def _is_whole_letter(text: str) -> bool:
    """To the Editor: No."""
    return opens_letter(text) and ":" in text and text[-1] in ".?!"


def is_rule(text: str) -> bool:
    """A printed line: -----, * * *."""
    return bool(_RULE.match(text))


def says_who_said_it(text: str) -> bool:
    """A quotation with its speaker.

    >>> [says_who_said_it(text) for text in ("“Let them wonder.” — S. Lund, philosophy", "“Let them,” he said")]
    [True, False]
    """
    return text[:1] in ("“", '"') and _SPEAKER.search(text[-_LONGEST_SPEAKER:]) is not None


def is_closed_head(text: str) -> bool:
    """A headline as old papers set it, in capitals and with a full stop.

    >>> [is_closed_head(text) for text in ("CARRIED AWAY BY ICE.", "It was carried away.", "HE CAME. HE SAW.")]
    [True, False, False]
    """
    return (
        text[-1:] == "."
        and len(text) <= _LONGEST_CLOSED_HEAD
        and ". " not in text
        and text[0].isalpha()
        and is_in_capitals(text)
    )


def is_deck_of_closed_head(text: str) -> bool:
    """One sentence whose long words all begin with a capital."""
    long = [
        word
        for word in re.split(r"[^\w’']+", text)
        if len(word) > _LONGEST_SMALL_WORD and word not in _SMALL_WORDS
    ]
    return len(text) <= LONGEST_TITLE and len(long) > 1 and all(not word[0].islower() for word in long)


def is_short(text: str) -> bool:
    """Whether a line could be of a title, by its measure.

    >>> [is_short(text) for text in ("St. Osyth’s bell rings again", "It rang. We heard it", "It rang.")]
    [True, False, False]
    """
    if text[:1].islower() and text[-1] in ".!?”":
        return False
    if is_closed_head(text):
        return True
    if _is_whole_letter(text):
        return False
    return len(text) <= LONGEST_TITLE and not _TEXT_SIGNS.search(text) and not is_item(text)
