"""A name that an edition writes in two ways: 院长张晓, 院长张小."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from articles.pagetext.characters import HAN
from articles.pagetext.names import SURNAMES, authors_of
from articles.proofreading.proofs import Hit, Issue, Proof, Text

# one in a place: two of them with nearly the same name are one person
_CHIEF = "(?:党委|党组|党工委|支部|总支)?书记|支书|省长|市长|县长|区长|州长|旗长|镇长|乡长|村长|局长|厅长|院长|检察长|校长|行长|社长|馆长|台长|董事长|总经理|会长|主席|理事长|秘书长|庭长|所长|站长|队长|厂长|主任"
_OTHERS = "法官助理|法官|检察官|民警|警官|交警|辅警|律师|教授|老师|教师|医生|医师|大夫|护士|委员|代表|调解员|书记员|工程师|研究员|网格员|经理|处长|科长|股长|教导员|指导员|志愿者|村民|居民|市民|通讯员|记者"
_OFFICE = re.compile(
    rf"(?P<office>副?(?:(?P<chief>{_CHIEF})|{_OTHERS}))(?:、[{HAN}]{{2,8}}(?:长|书记|主任|员))?\s?"
)
_PLACE = re.compile(rf"[{HAN}]{{2,4}}$")
_SURNAME = "".join(sorted(set(SURNAMES)))
_NAME = re.compile(rf"[{_SURNAME}][{HAN}]{{1,2}}")
# what follows a name: a mark, or a word of which a name is the subject
_END = re.compile(
    r"[^一-鿿]|$|介绍|表示|告诉|认为|指出|强调|说|在|和|与|及|对|向|为|是|的|率|带|主持|出席|宣布|坦言|透露|解释|回忆|提醒|等|也|还|又|就|都|把|从|到|来|去|走|带着|拿|坐|站|讲|看|听|想|问|答|笑|一行|一边|先后|随后|当即|立即|接到|当场|主动|多次"
)
_GIVEN_NAMES_NEVER = frozenset("说在和与及对向为是的率等也还就都把从到来去了们看听讲问答笑走站坐拿接")
_SOUNDS_ALIKE = 12  # places in GB 2312, whose first level stands in the order of sound
_SOUND_LEVEL = range(0xB0A1, 0xD7FA)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name behind an office, at its place."""

    proof: Proof
    text: Text
    start: int
    name: str
    office: str
    chief_of: str  # the last characters of the place that has but one of them, or ""

    def hit(self, other: str) -> Hit:
        return Hit(self.text, self.start, self.start + len(self.name), {"other": other})


def name_in_two_ways(proof: Proof) -> Iterator[Hit]:
    """Same office, same surname, one other character, which sounds alike; of chiefs any other character."""
    yield from proof.issue.once(_variants).get(proof, ())


def _variants(issue: Issue) -> dict[Proof, list[Hit]]:
    mentions: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for proof in issue.proofs:
        for mention in _mentions(proof):
            mentions[mention.office, mention.name].append(mention)
    variants: dict[Proof, list[Hit]] = defaultdict(list)
    for one, other in _pairs_alike(list(mentions)):
        # the rarer of the two, or the later
        rare, usual = (one, other) if len(mentions[one]) < len(mentions[other]) else (other, one)
        if _sound_alike(one[1], other[1]) or _places(mentions[one]) & _places(mentions[other]):
            for mention in mentions[rare]:
                variants[mention.proof].append(mention.hit(usual[1]))
    return variants


def _pairs_alike(named: list[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Pairs of names that differ in one character behind the surname, in the order of print."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for office, name in named:
        for at in range(1, len(name)):
            groups[office, f"{name[:at]}*{name[at + 1 :]}"].append((office, name))
    for group in groups.values():
        yield from combinations(group[:_MOST_LIKE], 2)


_MOST_LIKE = 20  # a text of nothing but names is no text


def _sound_alike(one: str, other: str) -> bool:
    a, b = next((a, b) for a, b in zip(one, other, strict=True) if a != b)
    places = [_place(a), _place(b)]
    return (
        all(place in _SOUND_LEVEL for place in places)
        and abs(_index(places[0]) - _index(places[1])) <= _SOUNDS_ALIKE
    )


def _place(character: str) -> int:
    try:
        return int.from_bytes(character.encode("gb2312"))
    except UnicodeEncodeError:
        return 0


def _index(place: int) -> int:
    """The running number of a character: rows of ninety-four."""
    return (place >> 8) * 94 + (place & 0xFF)


def _mentions(proof: Proof) -> Iterator[Mention]:
    for text in proof.texts:
        if text.field == "byline":
            yield from _in_a_byline(proof, text)
        else:
            yield from _in_a_text(proof, text)


def _in_a_byline(proof: Proof, text: Text) -> Iterator[Mention]:
    for name in authors_of(text.words):
        at = text.words.find(name)
        if at >= 0 and name[0] in SURNAMES:
            yield Mention(proof, text, at, name, "记者", chief_of="")


def _in_a_text(proof: Proof, text: Text) -> Iterator[Mention]:
    for found in _OFFICE.finditer(text.words):
        if name := _name_at(text.words, found.end()):
            place = _PLACE.search(text.words[max(0, found.start() - 4) : found.start()])
            is_chief = place and found["chief"] == found["office"]
            yield Mention(
                proof, text, found.end(), name, found["office"], place[0] if place and is_chief else ""
            )


def _places(mentions: list[Mention]) -> set[str]:
    return {mention.chief_of for mention in mentions} - {""}


def _name_at(words: str, start: int) -> str:
    """The name that begins there and surely ends: of two characters, or of three."""
    for length in (3, 2):
        name = words[start : start + length]
        if (
            _NAME.fullmatch(name)
            and _END.match(words, start + length)
            and not _GIVEN_NAMES_NEVER & set(name[1:])
        ):
            return name
    return ""
