"""Who signs an English text: bylines, the roles under them, names that stand alone, agencies."""

import re

from .characters import HAN
from .english_folio import is_paper
from .rules import rule, table

_W = r"[A-Z][\w.'’-]*"
_SMALL = r"(?:and|of|the|in|at|for|de|la|van|von|with|&|staff|writer|correspondent|reporter|editor|columnist|to|special|own|our)"
_ROLE_WORD = r"(?i:writers?|correspondents?|reporters?|editors?|columnists?|critics?|staff|contributors?|bureau|photographers?|interns?|news service|press|wire service|chief|columnist|sports|sportswriters?)"
_PICTURES = r"(?:and|&) (?i:photos?|photographs?|pictures?|photography)"
_CRAFT = r"(?i:story|text|words|report|reported|written|compiled|reporting)"
_OWN_NAME = rf"(?: ?[(（]?[{HAN}]{{2,4}}[)）]?)?"  # By LI WEI (李伟) in Ashby

BYLINES = table(
    rule(
        "by",
        rf"^(?:By|BY|by|{_CRAFT}(?: {_PICTURES})? (?i:by)|{_CRAFT}(?: {_PICTURES})?:) (?:[Tt]he |[Aa]n? |[Oo]ur )?{_W}{_OWN_NAME}(?:(?:,| ?[•|/·–—])? (?:{_SMALL} ){{0,3}}(?:{_W}{_OWN_NAME}|{_SMALL}$)){{0,11}}$",
        "By Ada Stone, Sports Editor",
        "By noon the canal was full",
    ),
    rule(
        "reports",
        r"^(?:[—–-] ?)?(?:From |(?i:compiled|compiled by|compiled from) |By )?(?:from )?(?i:(?:our )?(?:staff|wire|agency|news service|combined)(?: and (?:staff|wire|agency|news service))?) [Rr]eports$",
        "From staff and wire reports",
        "From the staff he heard nothing",
    ),
    rule(
        "staff report",
        rf"^(?:By )?(?:{_W} ){{0,3}}(?:[Ss]taff|STAFF) (?:[Rr]eport|REPORT)$",
        "Courier staff report",
        "Staff report a theft",
    ),
    rule(
        "our correspondent",
        rf"^(?:From|FROM|By|BY) (?i:our|a|an) (?:[A-Za-z-]+ ){{0,3}}(?i:correspondents?|reporters?)(?:,? (?:in |at )?{_W}(?: {_W})?)?$",
        "From our own correspondent",
        "From our reporter’s notebook: the mill",
    ),
    rule(
        "name and role",
        rf"^{_W}(?: {_W}){{1,3}}(?:,| ?[•|/·–—]) (?:{_W} ){{0,3}}(?i:staff writer|correspondent|reporter|editor|columnist|critic)$",
        "Ada Stone | Staff Writer",
        "Reporter finds the lost canal",
    ),
)
# under a byline, never alone
ROLES = table(
    rule(
        "role",
        rf"^(?:{_W} (?:and |of |the )?){{0,4}}{_ROLE_WORD}(?: {_ROLE_WORD})?$|^(?i:special to) .{{3,40}}$|^(?:For|FOR|Of|of|OF) [Tt](?:he|HE) [A-Z].{{2,30}}$",
        "Business Correspondent",
        "Reporter finds the lost canal",
    ),
    rule(
        "and",
        rf"^(?:and|AND|with) {_W}(?: {_W}){{1,3}}(?:(?:,| and) {_W}(?: {_W}){{1,3}}){{0,3}}(?: in {_W}(?: {_W}){{0,2}}(?:, {_W})?)?$",
        "and TOM REED in Port Ashby",
        "and Tom went home",
    ),
)
# alone under a title they sign the text; in a byline they are its source
AGENCIES = table(
    rule(
        "agency",
        rf"^(?:{_W} ){{1,3}}(?i:(?:news|press|wire|cable|telegraph|features?) (?:services?|agency|association|bureau|syndicate)|press|newswire|wire|wire services)$",
        "Continental News Service",
        "Town meets the press",
    ),
    rule(
        "known by its letters",
        r"^(?:AP|AFP|UPI|PTI|CNS|Reuters|REUTERS|Xinhua|XINHUA|Bloomberg|Agencies|AGENCIES)$",
        "Reuters",
        "APPLES",
    ),
)
_NAME_IN_CAPITALS = re.compile(r"[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){1,3}")
_NAME = re.compile(r"[A-Z][a-z.'’]+(?: [A-Z][.])?(?: (?:Mc|Mac|O’|De|Van)?[A-Z][a-z.'’-]+){1,2}")
_NO_NAME = re.compile(
    r"\b(?:THE|AND|OF|TO|IN|FOR|A|ON|AT|WITH|NEWS|VIEW|LETTERS|BRIEFS|NOTES|SPORTS|HOW|IT|IS|WAS|WHAT|WHY|WHO|WHEN|WHERE|BY|FROM|NO|NOT|WE|THEY|HE|SHE|HIS|HER|OUR|YOUR|MY|ITS|ALL|NEXT|NOW|UP|OUT|BACK|NEW)\b"
)
_IN_PLACE = re.compile(rf" in {_W}(?: {_W}){{0,2}}$")
_BY = re.compile(rf"^(?:(?i:by)|{_CRAFT}(?: {_PICTURES})? (?i:by)) ")
_PARTS = re.compile(r" ?[,/|•·–—()] ?| of | for ")
_THE = re.compile(r"^[Tt]he ")


def is_byline(text: str) -> bool:
    return len(text) <= 120 and BYLINES.matches(text)


def is_role(text: str) -> bool:
    """Whether a line says what the person is whose byline stands above.

    >>> [is_role(text) for text in ("Staff Writer", "Special to The Courier", "Staff cuts at the mill")]
    [True, True, False]
    """
    return len(text) <= 50 and (ROLES.matches(text) or is_paper(text))


def is_agency(text: str) -> bool:
    return len(text) <= 50 and AGENCIES.matches(_THE.sub("", text))


def is_name(text: str) -> bool:
    """Whether a line could be a person's name and nothing else."""
    return len(text) <= 30 and bool(_NAME.fullmatch(text))


def is_name_in_capitals(text: str) -> bool:
    """A byline without By.

    >>> [is_name_in_capitals(text) for text in ("LIONEL FRAYNE", "LI WEI in Ashby", "THE LONG VIEW", "Lionel Frayne")]
    [True, True, False, False]
    """
    name = _IN_PLACE.sub("", text)
    return len(name) <= 30 and bool(_NAME_IN_CAPITALS.fullmatch(name)) and not _NO_NAME.search(name)


def agency_of(byline: str) -> str | None:
    """The agency in an English byline, without its article.

    >>> [agency_of(text) for text in ("By Ada Stone / Orient Press", "By the Orient Press", "By Ada Stone, Staff Writer")]
    ['Orient Press', 'Orient Press', None]
    """
    parts = (_THE.sub("", part) for part in _PARTS.split(_BY.sub("", byline.strip(" —–-"))))
    return next((part for part in parts if is_agency(part)), None)
