"""The contact card: a title, and lines of label and value."""

import re
from dataclasses import dataclass

from .names import join_padding
from .records import CardEntry, EntryKind
from .rules import rule, table

LABELLED = re.compile(
    r"^(?P<label>[^：:。，；！？@\d“”]{1,16}|[A-Za-z][A-Za-z &/’'-]{1,30})\s?[：:]\s?(?P<value>\S.{0,120})$"
)
_HYPHENS = re.compile(r"\s?[-‐‑‒–—―－﹣]+\s?")
_PHONE = r"(?:\(?（?0\d{2,3}[）)]?[\s—–―－-]*\d{7,8}(?:[—–－-]\d{1,5})?|1\d{10}|1\d{2} \d{4} \d{4}|[48]00[\s—–－-]?\d{3,4}[\s—–－-]?\d{3,4}|\d{7,8}|1[12]\d{3}|(?:(?:\+?1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])?\d{3}[.-]\d{4}|\(?0\d{2,5}\)?[ -]\d{3,4}[ -]?\d{3,4}(?:-\d{4})?|\+\d{1,3}(?:[ -]\d{2,5}){2,4})(?:,? (?:ext[.]?|x) ?\d{1,5})?)"

# In this order: what a value is, else what its label says.
ENTRY_VALUES = table(
    rule("email", r"^[\w.+-]+\s?@\s?[\w-]+(?:[.][\w-]+)+$", "news@example.com", "www.example.com"),
    rule(
        "phone",
        rf"^{_PHONE}(?:[\s、，,/／;；]+{_PHONE})*(?:\s?转\s?\d{{1,5}})?(?:\s?[（(][^（）()]{{1,12}}[）)])?$",
        "0399—0123456",
        "053000",
    ),
    rule("web", r"^(?:https?://|www[.])\S+$", "www.example.com", "news@example.com"),
)
ENTRY_LABELS = table(
    rule(
        "address",
        r"地\s?址|社址|来访|^(?i:(?:our |street |mailing |postal )?(?:address|office|offices)|mail|post|by (?:mail|post|hand)|visit(?: us)?|write(?: to)?(?: us)?|in person)$",
        "办公地址",
        "邮箱",
    ),
    rule("phone", r"电\s?话|热线|手机|传真|^(?:Tel|Phone|Fax|Call)", "新闻热线", "电台"),
    rule("email", r"邮\s?箱|邮件|[Ee]-?mail", "电子邮箱", "邮编"),
)
CARD_TITLES = table(
    rule(
        "card title",
        r"(?:名片|联系我们|联系方式|热线|投稿方式|(?i:contact us)|^(?i:contact|contacts|contacting|reach|reaching|how to (?:reach|contact)|call|talk to|write to) (?:[Tt]he .{2,20}|us)|^(?i:how to reach us|reach us|contacts?|get in touch|contact information))$",
        "法苑名片",
        "热线电话响个不停",
    ),
)

# the next pair of a line begins at a label, but 张 晓： is one label
_SEVERAL = re.compile(r"(?<=[\w@.]{4})\s(?=[^：:\s\d@]{1,12}[：:])")


@dataclass(frozen=True, slots=True)
class Labelled:
    label: str
    value: str


def read_labelled(text: str) -> list[Labelled]:
    """The label：value pairs of a line; none unless the whole line is made of them.

    >>> read_labelled("张 晓：10012345678")
    [Labelled(label='张 晓', value='10012345678')]
    """
    if len(text) > 200 or ("：" not in text and ":" not in text):
        return []
    found = [LABELLED.match(part) for part in _SEVERAL.split(text)]
    if not all(found):  # News desk: 555-0100 is one pair
        found = [LABELLED.match(text)] if text.isascii() else []
    return [Labelled(f["label"].strip(), f["value"]) for f in found if f]


def read_entry(pair: Labelled) -> CardEntry:
    """An entry with its kind.

    >>> read_entry(Labelled("编辑部", "0399—0123456"))
    CardEntry(kind=<EntryKind.PHONE: 'phone'>, label='编辑部', value='0399-0123456')
    """
    return entry_of(_kind(join_padding(pair.label), pair.value), pair)


def entry_of(kind: EntryKind, pair: Labelled) -> CardEntry:
    value = _HYPHENS.sub("-", pair.value) if kind is EntryKind.PHONE else pair.value
    return CardEntry(kind, join_padding(pair.label), value)


def _kind(label: str, value: str) -> EntryKind:
    hit = ENTRY_VALUES.search(value) or ENTRY_LABELS.search(label)
    return EntryKind(hit[0].name) if hit else EntryKind.OTHER


def is_contact(pair: Labelled) -> bool:
    """Whether a value is a phone, a mail or a web address: what tells a card from a list."""
    return ENTRY_VALUES.matches(pair.value)


def is_entry(pair: Labelled) -> bool:
    """Whether an English pair is of a card; TEACHERS: Talks resume is none."""
    return is_contact(pair) or ENTRY_LABELS.matches(pair.label)


def is_card_title(text: str) -> bool:
    return len(text) <= 40 and CARD_TITLES.matches(text)
