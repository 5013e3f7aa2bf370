"""Bytes to text: by byte order mark, strict UTF-8, strict GB18030, or not at all."""

import codecs
import hashlib
from collections.abc import Mapping

from .characters import escape_hidden
from .defects import gettext_noop
from .garbled import is_garbled_page, likely_encoding, makes_no_sense

_EXCERPT = 16  # characters
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class UnreadableText(ValueError):
    """Bytes that hold no text to read. `template % details` is the English sentence; the catalogues know the template."""

    def __init__(self, template: str, details: Mapping[str, str]) -> None:
        self.template, self.details = template, details
        super().__init__(template % details)


class UndecodableText(UnreadableText):
    """The bytes are not text in the encoding; `offset` is the first byte that is wrong."""

    template = gettext_noop(
        "not %(encoding)s text: byte %(offset)s cannot be read; save the file as UTF-8, or name its encoding"
    )
    template_with_likely = gettext_noop(
        "not %(encoding)s text: byte %(offset)s cannot be read; it looks like %(likely)s: give --encoding %(likely)s"
    )

    def __init__(self, encoding: str, offset: int, likely: str = "") -> None:
        self.encoding, self.offset = encoding, offset
        details = {"encoding": encoding, "offset": str(offset), "likely": likely}
        super().__init__(self.template_with_likely if likely else self.template, details)


class MistakenEncoding(UnreadableText):
    """The bytes can be read in an encoding, but what comes of it is no text of a newspaper."""

    template = gettext_noop(
        "read as %(encoding)s it makes no sense; save the file as UTF-8, or name its encoding with --encoding"
    )
    template_with_likely = gettext_noop(
        "read as %(encoding)s it makes no sense; it looks like %(likely)s: give --encoding %(likely)s"
    )

    def __init__(self, encoding: str, likely: str = "") -> None:
        details = {"encoding": encoding, "likely": likely}
        super().__init__(self.template_with_likely if likely else self.template, details)


class GarbledText(UnreadableText):
    """The text was read in a wrong encoding and saved so; nothing in the bytes tells what it was for certain."""

    template = gettext_noop(
        "the text was garbled before it was saved (“%(text)s”); export the page anew, or give --encoding %(encoding)s to read it as it is"
    )

    def __init__(self, text: str, encoding: str) -> None:
        super().__init__(self.template, {"text": text, "encoding": encoding})


class UnknownEncoding(LookupError):
    """The name is no text encoding that Python knows."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"there is no text encoding “{name[:40]}”; use a name such as utf-8, gb18030 or big5"
        )


def decode(raw: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of a raw page, without byte order mark, and the name of its encoding.

    `encoding` is what a person knows better. Raises UndecodableText or UnknownEncoding.

    >>> decode("望川日报".encode("gbk"))
    ('望川日报', 'gb18030')
    """
    if encoding is not None:
        return _decode_named(raw, encoding)
    text, found = _decode_by_rule(raw)
    if _is_wide(raw, found) or (found == "gb18030" and makes_no_sense(text)):
        raise MistakenEncoding(found, likely_encoding(raw))
    if is_garbled_page(text):
        raise GarbledText(" ".join(escape_hidden(text[:_EXCERPT]).split()), found)
    return text, found


def _decode_by_rule(raw: bytes) -> tuple[str, str]:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _decode_strictly(raw, name, skip=len(mark)), name
    try:
        return _decode_strictly(raw, "utf-8"), "utf-8"
    except UndecodableText as not_utf8:
        if _is_broken_utf8(raw[: not_utf8.offset]):
            raise
        return _decode_as_gb18030(raw, not_utf8), "gb18030"


def _is_wide(raw: bytes, found: str) -> bool:
    """Whether it is UTF-16 without its mark: text in bytes has no NUL."""
    return found in ("utf-8", "gb18030") and raw.count(0) * 5 >= len(raw) > 0


def _is_broken_utf8(head: bytes) -> bool:
    """Whether what comes before the fault is plainly UTF-8; GB 18030 would make other characters of it.

    GB 18030 text can pass for UTF-8 over a character or two (联通), not over three of three bytes each.
    """
    return sum(character >= "\u0800" for character in head.decode("utf-8")) >= 3


def _decode_as_gb18030(raw: bytes, not_utf8: UndecodableText) -> str:
    try:
        return _decode_strictly(raw, "gb18030")
    except UndecodableText as not_gb18030:
        # the encoding that was read further is the one that was meant
        further = max(not_utf8, not_gb18030, key=lambda error: error.offset)
        raise UndecodableText(further.encoding, further.offset, likely_encoding(raw)) from None


def _decode_named(raw: bytes, encoding: str) -> tuple[str, str]:
    name = _canonical_name(encoding)
    return _decode_strictly(raw, name).removeprefix("\ufeff"), name


# Ways to write text down in ASCII, for programs: no newspaper's file is in one of them.
_NOTATIONS = {"unicode-escape", "raw-unicode-escape", "utf-7", "idna", "punycode", "undefined"}


def _canonical_name(encoding: str) -> str:
    try:
        info = codecs.lookup(encoding)
    except (LookupError, ValueError, UnicodeError):
        raise UnknownEncoding(encoding) from None
    if not getattr(info, "_is_text_encoding", True) or info.name in _NOTATIONS:
        raise UnknownEncoding(encoding)
    return info.name


def _decode_strictly(raw: bytes, encoding: str, skip: int = 0) -> str:
    try:
        return raw[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableText(encoding, skip + error.start) from None
    except UnicodeError:  # idna, punycode and their kind give no place
        raise UndecodableText(encoding, skip) from None


def text_digest(text: str) -> str:
    r"""SHA-256 (hex) of a text with its line ends made equal.

    >>> text_digest("a\r\nb\rc") == text_digest("a\nb\nc")
    True
    """
    equal = text.replace("\r\n", "\n").replace("\r", "\n")
    return hashlib.sha256(equal.encode("utf-8", "surrogatepass")).hexdigest()
