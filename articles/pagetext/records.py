"""What a raw page is read into: frozen records that know no database and no Django."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from .defects import Defect
from .passage import Span


class BodyKind(StrEnum):
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"


class EntryKind(StrEnum):
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    WEB = "web"
    OTHER = "other"


class SetAsideKind(StrEnum):
    FOLIO = "folio"
    TEASER = "teaser"
    NOTICE = "notice"
    ADVERT = "advert"
    IMPRINT = "imprint"
    CODE = "code"
    CONTROL = "control"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class StaffMember:
    """One person of the staff line, the role as printed ("责编")."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class BodyBlock:
    kind: BodyKind
    text: str


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """What stands under one headline on one page; what is not printed is None.

    `byline` is as printed ("□ 某报记者 某某", "某报讯（记者 某某）"), `authors` are the people in it, `source` its
    paper or agency, `dateline` its place and day. Jumps are canonical page labels. `line` counts from 1.
    """

    column: str | None
    kicker: str | None
    headline: str | None
    subtitle: str | None
    byline: str | None
    authors: tuple[str, ...]
    source: str | None
    dateline: str | None
    body: tuple[BodyBlock, ...]
    continues_on: str | None
    continued_from: str | None
    line: int


@dataclass(frozen=True, slots=True)
class ParsedPhoto:
    """A caption on the page; `credit` is without its word (摄)."""

    title: str | None
    caption: str
    credit: str | None
    line: int


@dataclass(frozen=True, slots=True)
class CardEntry:
    kind: EntryKind
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ParsedCard:
    """The section's own contact card."""

    title: str
    entries: tuple[CardEntry, ...]
    line: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something on the page that is in no record; `text` is safe to show (hidden characters are escaped)."""

    kind: SetAsideKind
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """A page as it was read.

    `edition_date` and `page_number` (a canonical label) are only what is printed. `spans` are sorted, disjoint
    and cover every non-blank character of the text; the owner of each names the field that it went into.
    """

    page_title: str | None
    edition_date: datetime.date | None
    page_number: str | None
    staff: tuple[StaffMember, ...]
    articles: tuple[ParsedArticle, ...]
    photos: tuple[ParsedPhoto, ...]
    contact_card: ParsedCard | None
    set_aside: tuple[SetAside, ...]
    defects: tuple[Defect, ...]
    spans: tuple[Span, ...]
