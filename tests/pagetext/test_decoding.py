"""Bytes become text by rule, or not at all."""

import codecs

import pytest

from articles.pagetext import UndecodableText, UnknownEncoding, decode, text_digest

TEXT = "望川日报讯：𬭎先生来了"


def test_bytes_that_are_no_text_are_refused_with_the_place():
    with pytest.raises(UndecodableText) as refused:
        decode("望川".encode() + b"\xff\xff" + "日报".encode())
    assert refused.value.offset == 6
    assert "byte 6" in str(refused.value)


def test_half_a_character_at_the_end_is_refused():
    with pytest.raises(UndecodableText):
        decode("望川日报渠".encode()[:-1])


def test_the_place_counts_the_byte_order_mark():
    with pytest.raises(UndecodableText) as refused:
        decode(codecs.BOM_UTF8 + b"\xff")
    assert refused.value.offset == 3


@pytest.mark.parametrize("name", ["nonsense", "", "\x00", "base64", "rot13", "渠", "x" * 5_000])
def test_a_name_that_is_no_text_encoding_is_refused(name: str):
    with pytest.raises(UnknownEncoding, match="utf-8, gb18030 or big5"):
        decode(b"", name)


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("gb18030"), "gb18030"),
    ],
)
def test_a_page_is_read_in_its_encoding(raw: bytes, encoding: str):
    assert decode(raw) == (TEXT, encoding)


def test_a_person_knows_better():
    assert decode("開渠".encode("big5"), "Big5") == ("開渠", "big5")


def test_a_named_encoding_loses_its_mark_too():
    assert decode(codecs.BOM_UTF8 + b"a", "utf8") == ("a", "utf-8")


def test_the_digest_does_not_see_line_ends():
    assert text_digest("a\r\nb\r") == text_digest("a\nb\n")
    assert text_digest("a\nb") != text_digest("a b")
