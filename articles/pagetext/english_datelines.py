"""The place and the day that open an English text, and the agency beside them."""

from .rules import rule, table

# OHIO, N.Y. and Upper Briar; no month
_REGION = r"(?:[A-Z][.][A-Z][.]|[A-Z]{2,}(?: [A-Z]{2,})?|(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[.]?) \d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+[.]?(?: [A-Z][a-z]+)?)"
_MONTH = r"(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}[.]?"
_WEEKDAY = r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAY = rf"(?:{_WEEKDAY}|{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
# words in capitals that name no place
_NO_PLACE = (
    r"(?:(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)|NOTES?|NOTICE|WANTED|"
    r"FOR SALE|FOR RENT|LOST(?! [A-Z]{3})|FOUND|WHAT|WHEN|WHERE|WHO|WHY|HOW|FREE|NEW(?! [A-Z])|TODAY|TONIGHT|ADMISSION|"
    r"CORRECTION|CLARIFICATION|UPDATE|EDITOR|QUESTION|ANSWER|SCORES?|RESULTS?|WEATHER|COMMENT|ANALYSIS|INDEX|INSIDE|PHOTOS?|"
    r"CONTACT|TEL|PHONE|FAX|ADDRESS|E-?MAIL|WARNING|REMINDER|PICTURED|SHOWN|CAPTION|LEFT|RIGHT|ABOVE|BELOW|DEAR|SIRS?|MADAM)\b"
)
_SMALL_PLACE = rf"(?!{_WEEKDAY}|(?:January|February|March|April|June|July|August|September|October|November|December),)[A-Z][a-z]+(?: [A-Z][a-z]+)?"
_CAPS = r"[A-Z][A-Z.’'-]+"
_PLACE = rf"(?!{_NO_PLACE}){_CAPS}(?: (?:AND |OF )?{_CAPS}){{0,3}}"
_AGENCY = r"(?: ?[(](?P<source>[A-Z][^()]{0,39}[^() ]) ?[)])?"
_DASH = r"[.]? ?(?:[—–]\s?|(?:--?|_)\s)"

# `dateline` is place and day; `source` the agency in brackets
DATELINES = table(
    rule(
        "dateline",
        rf"^(?P<dateline>{_PLACE}(?:, {_REGION})?(?:, {_DAY})?){_AGENCY}{_DASH}(?=.{{40}}|.*[.!?”\"]$|$)",
        "PORT ARDEN, Nov. 19 (Coast News Service) — The canal is open.",
        "MONDAY, 7:40 a.m. — A clock was found.",
    ),
    rule(
        "dateline with day, in small letters",
        rf"^(?P<dateline>{_SMALL_PLACE}, {_DAY}){_AGENCY}(?:{_DASH}|:\s)",
        "Port Arden, Nov. 19 — The canal is open.",
        "Ada Stone, 19 — the oldest — rowed.",
    ),
    rule(
        "dateline with colon",
        rf"^(?P<dateline>{_PLACE}(?:, {_REGION})?(?:, {_DAY}(?=[ :(])|(?=[^:]{{0,50}}:\s[A-Z“\"\d].{{60}}))){_AGENCY}:\s",
        "PORT ARDEN: The canal was opened on Thursday by the minister of waterways, who fell in.",
        "TEACHERS: Talks resume",
    ),
    rule(
        "dateline alone",
        rf"^(?P<dateline>(?:{_PLACE}|{_SMALL_PLACE}), {_DAY})[.:]?$",
        "PORT ARDEN, Thursday.",
        "The canal opens Thursday",
    ),
    rule(
        "agency alone",
        rf"^[(](?P<source>[A-Z][\w.’&-]*(?: [A-Z][\w.’&-]*){{0,3}})[)]{_DASH}",
        "(Orient Press) — The canal is open.",
        "(The canal is open) — or so they say.",
    ),
)
