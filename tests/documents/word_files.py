"""Word files made on the spot."""

import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from articles.documents import read_text

OFFICE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" ' + nsdecls("w")
)


def saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def written(*paragraphs: str | tuple[str, str]) -> Document:
    """A document of paragraphs: a text, or a text and the name of its style."""
    document = docx.Document()
    for paragraph in paragraphs:
        text, style = (paragraph, "Normal") if isinstance(paragraph, str) else paragraph
        if style not in document.styles:
            document.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph(text, style=style)
    return document


def append(document: Document, xml: str) -> None:
    """A paragraph in the words of the format; its prefixes are known."""
    element = parse_xml(xml.replace("<w:p>", f"<w:p {OFFICE}>", 1))
    document.element.body.insert(len(document.element.body) - 1, element)


def text_of(document: Document) -> str:
    text, encoding = read_text(saved(document))
    assert encoding == "docx"
    return text


def lines_of(document: Document) -> list[str]:
    return [line for line in text_of(document).split("\n") if line.strip()]


def changed(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The package with each of its parts changed."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return packed.getvalue()
