"""Raw text of a printed page in, records out. Standard library only; knows no Django.

`decode(bytes)` gives text, `parse_page(text)` gives a ParsedPage,
`to_marked_text(page)` writes that down as text again.
"""

from .asjson import page_to_json
from .decoding import UndecodableText, UnknownEncoding, UnreadableText, decode, text_digest
from .defects import Defect, DefectCode
from .labels import normalise_label
from .markedtext import to_marked_text
from .page import parse_page
from .passage import Span
from .records import (
    BodyBlock,
    BodyKind,
    CardEntry,
    EntryKind,
    ParsedArticle,
    ParsedCard,
    ParsedPage,
    ParsedPhoto,
    SetAside,
    SetAsideKind,
    StaffMember,
)

__all__ = [
    "BodyBlock",
    "BodyKind",
    "CardEntry",
    "Defect",
    "DefectCode",
    "EntryKind",
    "ParsedArticle",
    "ParsedCard",
    "ParsedPage",
    "ParsedPhoto",
    "SetAside",
    "SetAsideKind",
    "Span",
    "StaffMember",
    "UndecodableText",
    "UnknownEncoding",
    "UnreadableText",
    "decode",
    "normalise_label",
    "page_to_json",
    "parse_page",
    "text_digest",
    "to_marked_text",
]
