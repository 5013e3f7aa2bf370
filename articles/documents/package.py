"""What must not even be unpacked of a Word file: too much, locked, no Word file at all."""

import io
import zipfile
import zlib

from articles.documents.faults import LOCKED, UnreadableDocument
from articles.pagetext.defects import gettext_noop as _

_MOST_TEXT = 16 * 1024 * 1024  # bytes, unpacked
_MOST_UNPACKED = 128 * 1024 * 1024  # bytes, pictures and all
_MOST_PARTS = 10_000
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".wdp")
_DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)

BROKEN = _("the Word file is broken; open it in Word and save it anew")
_NO_WORD = _(
    "this is no Word file; save the page as .docx or as plain text, and give a zip archive by its name"
)
_TOO_LARGE = _("the Word file unpacks to far more than a page has; check that it is the right file")
_ENTITIES = _("the Word file declares entities, which Word never does; open it in Word and save it anew")


def check_package(content: bytes) -> None:
    """Raises UnreadableDocument for what is no Word file, or a harmful one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            fault = _fault(package)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ):
        raise UnreadableDocument(BROKEN) from None
    if fault:
        raise UnreadableDocument(fault)


def _fault(package: zipfile.ZipFile) -> str | None:
    parts = package.infolist()
    if not any(part.filename.startswith("word/") for part in parts):
        return _NO_WORD
    if any(part.flag_bits & 1 for part in parts):
        return LOCKED
    texts = [part for part in parts if not part.filename.lower().endswith(_PICTURES)]
    if (
        len(parts) > _MOST_PARTS
        or sum(part.file_size for part in parts) > _MOST_UNPACKED
        or sum(part.file_size for part in texts) > _MOST_TEXT
    ):
        return _TOO_LARGE
    declares = any(word in package.read(part) for part in texts for word in _DECLARATIONS)
    return _ENTITIES if declares else None
