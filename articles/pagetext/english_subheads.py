"""Headline or subhead: what a short line between two paragraphs is, by weighing what speaks for either."""

import re
from collections.abc import Sequence

from .english_lines import is_closed_head, is_in_capitals, is_standing_head, label_of
from .marks import LineKind, Marked
from .rules import rule, table

_VERB = (
    "add|adopt|agree|aim|allow|approve|arrive|ask|back|balk|ban|battle|beat|begin|block|break|bring|build|buy|call|cancel|cap|celebrate|"
    "change|charge|claim|clear|climb|close|collapse|come|consider|continue|cool|create|cut|damage|deal|debate|decide|defeat|delay|demand|"
    "deny|die|discuss|dominate|donate|draw|drop|earn|eat|edge|elect|end|enter|expand|expect|face|fail|fall|feed|fight|file|fill|find|finish|"
    "flee|flood|float|force|gain|gather|get|give|go|grow|halt|handle|hear|help|hire|hit|hold|honor|host|hurt|impose|improve|increase|injure|"
    "install|invite|join|jump|keep|kick|kill|launch|lead|leak|learn|leave|lift|light|lose|lower|mark|meet|mend|miss|move|name|near|need|"
    "object|offer|oppose|order|outgrow|pass|pay|pick|plan|play|plead|postpone|praise|present|press|prompt|propose|protest|push|put|raise|"
    "reach|receive|recall|recover|reject|rejoin|relocate|remain|remember|remove|reopen|replace|report|rescue|resign|restore|resume|retire|"
    "return|reveal|ring|rise|roll|rule|run|save|say|schedule|score|seek|sell|send|set|shake|share|shut|sign|slash|slip|soar|solve|speak|"
    "spill|split|spread|stage|stall|stand|start|stay|steal|stir|stop|strike|struggle|sue|support|survive|suspend|sweep|swim|take|talk|teach|"
    "tell|test|thank|threaten|throw|top|tour|train|trim|try|turn|unveil|urge|visit|vote|vow|walk|want|warn|weigh|welcome|win|wow|yield"
)
HEADLINE_SIGNS = table(
    rule(
        "third person",
        rf"^(?!What|How|Why|Where|Who|When)\S.* (?:{_VERB})(?:s|es)\b|^(?!What|How|Why|Where|Who|When)\S.* (?:goes|tries|says|denies|carries|dies)\b",
        "Pie contest draws crowd",
        "A cold bargain",
    ),
    rule("several do", rf"^(?:\S+ )*[A-Za-z]+s (?:{_VERB})\b", "Quilters finish a map", "A day off the set"),
    rule(
        "to do",
        rf"^\S.* (?:to|will|may|must|won’t|can) (?:be |not be )?(?:{_VERB})\b",
        "Talks to resume",
        "The road to recovery",
    ),
    rule(
        "done",
        r"^\S.* (?:named|held|charged|found|killed|hurt|injured|due|slated|planned|delayed|approved|closed|elected|set for|underway|under way|honored|arrested|postponed|cancell?ed|cut|reopened|moved|stolen|burned|damaged|saved|rescued|raised|sold|lost|missing|jailed|fined|sentenced|promoted|hired|chosen)\b",
        "Ashby man charged",
        "Set in stone",
    ),
)
_SAYS_WHAT_IS = r"^(?:\S+ ){1,3}(?:is|are|was|were|has|have|had|does|do|did)\b"
SUBHEAD_SIGNS = table(
    rule(
        "begins like a sentence in talk",
        r"^(?:A|An|The|What|How|Why|Where|When|Who|No|Not|In|On|At|From|For|With|By|But|And|Only|Beyond|Behind|Inside|Into|Under|Still|More|Another)\b",
        "What the bill would do",
        "Canal opens",
    ),
    rule(
        "says what is",  # a headline spares the verb: Schools shut
        _SAYS_WHAT_IS,
        "Schools are shut",
        "Schools to stay shut",
    ),
)
# a text that goes on with what was told above
TEXT_GOES_ON = table(
    rule(
        "speaks of someone known",
        r"^[“\"]?(?:He|She|It|They|His|Her|Its|Their|That|This|These|Those|Both|Neither|But|And|So|Yet|Still|Even|Then|Also|Others?|Another|Mr[.]|Mrs[.]|Ms[.])\b|^[“\"]",
        "She had not slept.",
        "Council members met.",
    ),
)
TEXT_BEGINS = table(
    rule(
        "news of a day",
        r"\b(?:(?:on|late|early|by|until|from|last|next|this|said) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:night|morning|afternoon|evening)|last (?:night|week|month)|this (?:week|month|weekend)|yesterday|today|will (?:be held|hold|host|meet|open|close|begin|take place)|died|is seeking|are invited)\b",
        "The club will meet on May 3.",
        "The channel would be deepened.",
    ),
)
_FULL_NAME = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z][.] )?([A-Z][a-z’'-]{2,})")
_NUMBER_OR_COMMA = re.compile(r"\w[,;:] |\d|[!]")
_FEWEST_HEADLINE_WORDS = 6
_LONGEST_SUBHEAD = 34
_WORD = re.compile(r"[a-z]{3,}")
_STEM = 5
_NEW = re.compile(
    r"(?:An?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Police|Firefighters) [A-Za-z\d]"
)  # someone not yet told of
_MOST_PARAGRAPHS, _LONGEST_BRIEF = 3, 600
_WHOLE_SENTENCE = re.compile(_SAYS_WHAT_IS)
_OPENING = re.compile(
    r"^[“\"‘']?[A-Z][A-Z’'-]*(?: [A-Z][A-Z’'-]*){0,4}(?=(?:[’']s)?,? [\da-z£$“\"A-Z][\da-z])"
)
_SHORTEST_OPENING = 6  # letters; below stand NATO and UNICEF’s fellows
_MOST_LABELS = 3  # lines of an article in which its headline is
_SMALL_WORDS = frozenset(
    word[:_STEM]
    for word in "the and for from with that this its his her their our not but who what how why when where will would has have had are was were been new one two more after over".split()
)
_MOST_TITLE_LINES = 8
_REACH, _MOST_LINES = 600, 30  # of a text in which people are looked for
_LEAD = 200  # characters in which a story says when it was


def weigh(
    lines: Sequence[Marked], article: Sequence[Marked], section: Sequence[Marked], subheads: int
) -> int:
    """How much speaks for a headline: 2 and more settle it, -2 and less make it a subhead, between them nothing is sure.

    `article` is what stands above, from its headline on; `section` the paragraphs below; `subheads` how many the
    article has had.
    """
    if len(lines) == 1 and (is_standing_head(lines[0].text) or label_of(lines[0].text)):
        return 3
    text = " ".join(line.text for line in lines[:_MOST_TITLE_LINES])
    weight = 4 if len(lines) > 1 else _by_measure(text)
    weight -= 2 * (subheads > 0 and weight < 2)
    below = section[0].text if section else ""
    weight -= 2 * TEXT_GOES_ON.matches(below[:40])
    weight += 2 * TEXT_BEGINS.matches(below[:_LEAD]) or _NEW.match(below) is not None
    weight += 2 * _touches_its_text(lines[-1], section, article)
    weight += 3 * _is_brief(article)
    weight += _opens_like_the_story_above(article, below) + 8 * _has_the_form_of_its_headline(text, article)
    weight += _says_of_whom(text, below) + _is_of_something_new(text, article, section)
    return weight - 3 * _speaks_of_the_same_people(article, section)


def _by_measure(text: str) -> int:
    words = len(text.split())
    long = words >= _FEWEST_HEADLINE_WORDS or (len(text) > _LONGEST_SUBHEAD and not is_in_capitals(text))
    if (long and not (len(text) <= _LONGEST_SUBHEAD and _WHOLE_SENTENCE.match(text))) or (
        _NUMBER_OR_COMMA.search(text) and not is_in_capitals(text)
    ):
        return 3
    weight = max(words, 2) - _FEWEST_HEADLINE_WORDS
    if is_in_capitals(text):
        return weight - 1
    weight += 2 if HEADLINE_SIGNS.matches(text) else -1
    return weight - 2 * SUBHEAD_SIGNS.matches(text)


def _touches_its_text(line: Marked, section: Sequence[Marked], article: Sequence[Marked]) -> bool:
    """White above the line and none under it, where paragraphs stand apart."""
    return (
        line.gap > 0
        and bool(section)
        and not section[0].gap
        and bool(article)
        and article[-1].kind is LineKind.TEXT
        and article[-1].gap > 0
    )


def _is_brief(article: Sequence[Marked]) -> bool:
    """News of two or three short paragraphs that nobody signs has no subheads; a second half or a column may."""
    texts = [line for line in article if line.kind is LineKind.TEXT]
    return (
        0 < len(texts) <= _MOST_PARAGRAPHS
        and sum(len(line.text) for line in texts) <= _LONGEST_BRIEF
        and all(line.kind in (LineKind.SHORT, LineKind.TEXT) and not line.jump_in for line in article)
    )


def _has_the_form_of_its_headline(text: str, article: Sequence[Marked]) -> bool:
    """In capitals and with a full stop: such papers have no subheads."""
    return is_closed_head(text) and any(is_closed_head(line.text) for line in article[:_MOST_LABELS])


def _opens_like_the_story_above(article: Sequence[Marked], below: str) -> int:
    """A GRANDMOTHER was … — where stories open in capitals, a text that does so opens one."""
    first = next((line.text for line in article if line.kind is LineKind.TEXT), "")
    return 8 if _opens_in_capitals(below) and _opens_in_capitals(first) else 0


def _opens_in_capitals(text: str) -> bool:
    """
    >>> [_opens_in_capitals(text) for text in ("AN MP’s parrot was thrown out", "PLANNERS passed it", "NATO met")]
    [True, True, False]
    """
    opening = _OPENING.match(text)
    if not opening:
        return False
    words = opening[0].split()
    return len(words) > 1 or sum(map(len, words)) >= _SHORTEST_OPENING


def _says_of_whom(text: str, below: str) -> int:
    """A life is headed by the name with which it begins."""
    return 4 if below.startswith(text) and len(text.split()) > 1 else 0


def _is_of_something_new(text: str, article: Sequence[Marked], section: Sequence[Marked]) -> int:
    """A headline names what its story tells first, and what the story above it does not speak of."""
    words = _stems(text)
    above = _stems(_text_of(article))
    told = words & _stems(section[0].text[:_LEAD] if section else "")
    if len(told) < 2 or words & above:
        return 0
    return 2 + 2 * (told == words and not section[0].gap and not SUBHEAD_SIGNS.matches(text))


def _stems(text: str) -> set[str]:
    """The words of a text by their first letters, small words left out."""
    return {word[:_STEM] for word in _WORD.findall(text.lower())} - _SMALL_WORDS


def _text_of(article: Sequence[Marked]) -> str:
    return " ".join(line.text[:_REACH] for line in article[-_MOST_LINES:] if line.kind is LineKind.TEXT)


def _speaks_of_the_same_people(article: Sequence[Marked], section: Sequence[Marked]) -> bool:
    """Someone named in full above is called by the last name alone below."""
    above = _text_of(article)
    below = " ".join(line.text[:_REACH] for line in section)
    names = set(_FULL_NAME.findall(above)) - set(_FULL_NAME.findall(below))
    return any(re.search(rf"\b{re.escape(name)}\b", below) for name in names)
