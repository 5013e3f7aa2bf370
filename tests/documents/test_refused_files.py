"""A file that no text can be taken from is refused with one sentence."""

import io
import random
import re
import zipfile

import pytest
from docx.oxml.ns import nsdecls

from articles.documents import UnreadableDocument, read_text

from .word_files import changed, saved, written

PAGE = saved(written("渠水进了村", "3月1日，渠水进了村。"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
BODY = "word/document.xml"


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def locked(content: bytes) -> bytes:
    raw = bytearray(content)
    for found in re.finditer(rb"PK\x01\x02", content):
        raw[found.start() + 8] |= 1
    return bytes(raw)


def with_body(body: bytes) -> bytes:
    return changed(PAGE, lambda name, content: body if name == BODY else content)


ENTITIES = b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
NESTED = f"<w:document {nsdecls('w')}><w:body>{'<w:sdt>' * 5000}{'</w:sdt>' * 5000}</w:body></w:document>"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (OLE, "old Word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (locked(PAGE), "password"),
        (PAGE[: len(PAGE) // 2], "broken"),
        (with_body(b"<w:document"), "broken"),
        (with_body(NESTED.encode()), "broken"),
        (changed(PAGE, lambda name, content: b"" if name == "[Content_Types].xml" else content), "broken"),
        (changed(PAGE, lambda name, content: content.replace(b"document.main", b"template.main")), "broken"),
        (zipped(**{"5.txt": b"page"}), "no Word file"),
        (
            zipped(**{"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
            "no Word file",
        ),
        (with_body(b" " * (16 * 1024 * 1024 + 1)), "far more"),
        (zipped(**{f"word/{n}.xml": b"" for n in range(10_001)}), "far more"),
        (with_body(ENTITIES + b"<w/>"), "entities"),
        (with_body(("\ufeff" + ENTITIES.decode() + "<w/>").encode("utf-16-le")), "entities"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1 page}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\n<!DOCTYPE html><p>page", "web page"),
    ],
)
def test_what_holds_no_text_is_refused_with_the_way_out(content: bytes, sentence: str):
    with pytest.raises(UnreadableDocument, match=sentence) as refused:
        read_text(content)
    assert "\n" not in str(refused.value)


def test_a_word_file_with_broken_bytes_is_read_or_refused():
    chance = random.Random(5)
    for _ in range(300):
        raw = bytearray(PAGE)
        for _ in range(chance.randint(1, 12)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        try:
            read_text(b"PK\x03\x04" + bytes(raw[4:]))
        except UnreadableDocument:
            continue


def test_a_word_file_with_missing_parts_is_read_or_refused():
    names = zipfile.ZipFile(io.BytesIO(PAGE)).namelist()
    for missing in names:
        try:
            read_text(
                changed(PAGE, lambda name, content, missing=missing: b"<a/>" if name == missing else content)
            )
        except UnreadableDocument:
            continue


def test_an_encoding_is_for_plain_text_alone():
    assert read_text(PAGE, "big5") == read_text(PAGE)


def test_plain_text_is_decoded_as_ever():
    assert read_text("渠水".encode("gbk")) == ("渠水", "gb18030")
    assert read_text("開渠".encode("big5"), "big5") == ("開渠", "big5")
