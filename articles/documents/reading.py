"""Which program saved a page, told by its first bytes."""

import re

from articles.documents import indesign
from articles.documents.faults import LOCKED, UnreadableDocument
from articles.pagetext import decode
from articles.pagetext.defects import gettext_noop as _

WORD = "docx"  # what stands for an encoding where the bytes are a Word file
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_PART = "EncryptedPackage".encode("utf-16-le")

_OLD_WORD = _("this is a file of an old Word or another office program; save it as .docx or as plain text")
_PICTURE = _("this is a picture; give the text of the page")
_OTHER_PROGRAMS = (
    (re.compile(rb"%PDF-"), _("this is a PDF; copy its text into a .txt or .docx file")),
    (re.compile(rb"\{\\rtf"), _("this is an RTF file; save it as .docx or as plain text")),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8[79]a"), _PICTURE),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s{0,20}<(?:!doctype\s+html|html)\b", re.IGNORECASE),
        _("this is a web page; copy its text into a .txt or .docx file"),
    ),
)


def read_text(content: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of a page, and its encoding: that of plain text, or "docx".

    `encoding` is what a person knows better of plain text. Raises UnreadableText or UnknownEncoding.
    """
    if content.startswith(_ZIP):
        from articles.documents import word  # it takes a while to load, and most pages are plain text

        return word.read_word(content), WORD
    if fault := _fault(content):
        raise UnreadableDocument(fault)
    text, found = decode(content, encoding)
    return (indesign.read_tagged(text) if indesign.is_tagged(text) else text), found


def _fault(content: bytes) -> str | None:
    if content.startswith(_OLE):
        return LOCKED if _LOCKED_PART in content else _OLD_WORD
    return next((fault for head, fault in _OTHER_PROGRAMS if head.match(content)), None)
