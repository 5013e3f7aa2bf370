"""A Word file: its paragraphs as lines; text boxes, tables and notes are read once and in their place."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from articles.documents.faults import UnreadableDocument
from articles.documents.package import BROKEN, check_package
from articles.documents.styles import Paragraph, marked_lines
from articles.pagetext.folio import read_folio
from articles.pagetext.markwords import Field, mark_for
from articles.pagetext.records import SetAsideKind

Element = Any  # of lxml, which has no types
Styles = Mapping[str, tuple[str, ...]]  # identifier -> its name, and those of the styles it is based on
Notes = Mapping[tuple[str, str], Element]  # kind of reference and number -> the note

# What stands in a document and not in print: deleted and moved-away text, codes of fields, properties.
_NOT_PRINTED = {"del", "moveFrom", "delText", "delInstrText", "binData"}
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_NOTES = {
    "footnoteReference": RELATIONSHIP_TYPE.FOOTNOTES,
    "endnoteReference": RELATIONSHIP_TYPE.ENDNOTES,
}
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")  # the sheets of the file, not the pages of the paper
_NO_FOLIO = mark_for(Field.ASIDE, SetAsideKind.FOLIO)
_INDENT = "\u3000\u3000"
_MOST_PARENTS = 20


def read_word(content: bytes) -> str:
    """The text of a Word file, marked where a style says what a paragraph is. Raises UnreadableDocument."""
    check_package(content)
    try:
        return marked_lines(_printed(docx.Document(io.BytesIO(content))))
    except Exception:  # noqa: BLE001  a broken package raises whatever its first missing piece leads to
        raise UnreadableDocument(BROKEN) from None


def _printed(document: Document) -> Iterator[Paragraph]:
    reader = _Reader(_styles(document), dict(_notes(document)))
    yield from _folios(reader, _margins(document, "header"))
    yield from reader.blocks(document.element.body)
    yield from _folios(reader, _margins(document, "footer"))


def _margins(document: Document, kind: str) -> Iterator[Any]:
    """The headers or footers that are printed."""
    two_sided = document.settings.odd_and_even_pages_header_footer
    for section in document.sections:
        names = ["first_page_" * section.different_first_page_header_footer, "", "even_page_" * two_sided]
        margins = [getattr(section, name + kind) for name in dict.fromkeys(names)]
        yield from (margin for margin in margins if not margin.is_linked_to_previous)


def _folios(reader: "_Reader", margins: Iterable[Any]) -> Iterator[Paragraph]:
    """Headers and footers: lines of the folio, or nothing that is of the page."""
    said = [one.text for margin in margins for one in reader.blocks(margin.part.element)]
    for text in dict.fromkeys(line.strip() for one in said for line in one.split("\n")):
        if text:
            yield Paragraph(text, mark=None if read_folio(text, edge=True) else _NO_FOLIO)


def _styles(document: Document) -> Styles:
    names: dict[str, str] = {}
    parents: dict[str, str] = {}
    for style in document.styles.element.findall(qn("w:style")):
        identifier = style.get(qn("w:styleId")) or ""
        names[identifier] = _value(style, "w:name") or ""
        parents[identifier] = _value(style, "w:basedOn") or ""
    return {identifier: _with_parents(identifier, names, parents) for identifier in names}


def _with_parents(identifier: str, names: Mapping[str, str], parents: Mapping[str, str]) -> tuple[str, ...]:
    known: list[str] = []
    while identifier in names and len(known) < _MOST_PARENTS:  # a broken file may go round in a circle
        known.append(names[identifier])
        identifier = parents[identifier]
    return tuple(known)


def _notes(document: Document) -> Iterator[tuple[tuple[str, str], Element]]:
    for kind, relation in _NOTES.items():
        for one in document.part.rels.values():
            if one.reltype == relation and not one.is_external:
                for note in parse_xml(one.target_part.blob):
                    yield (kind, note.get(qn("w:id")) or ""), note


@dataclass(slots=True)
class _Line:
    """A paragraph while it is read: its words, and what hangs on it."""

    words: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)  # codes of the fields that are open here


@dataclass(slots=True)
class _Reader:
    styles: Styles
    notes: dict[tuple[str, str], Element]

    def blocks(self, container: Element) -> Iterator[Paragraph]:
        """Paragraphs and tables, however they are wrapped."""
        for element in _children(container):
            name = _name(element)
            if name == "p":
                yield from self.paragraph(element)
            elif name == "tbl":
                yield from self.table(element)
            elif name not in _NOT_PRINTED and not name.endswith("Pr"):
                yield from self.blocks(element)

    def paragraph(self, element: Element) -> Iterator[Paragraph]:
        line = _Line()
        self.words(element, line)
        indent = _INDENT if line.words and _opens_with_indent(element) else ""
        yield Paragraph(
            indent + "".join(line.words), self.styles.get(_value(element, "w:pPr/w:pStyle") or "", ())
        )
        for note in line.notes:
            yield from self.blocks(note)
        for box in line.boxes:
            yield Paragraph()
            yield from self.blocks(box)
            yield Paragraph()

    def table(self, element: Element) -> Iterator[Paragraph]:
        yield Paragraph()
        for cell in element.iter(qn("w:tc")):
            if next(cell.iterancestors(qn("w:tbl"))) is element:
                yield from self.cell(cell)
        yield Paragraph()

    def cell(self, element: Element) -> Iterator[Paragraph]:
        """A line, or a story of its own."""
        inside = list(self.blocks(element))
        written = [one for one in inside if one.text.strip()]
        yield from [Paragraph(), *inside, Paragraph()] if len(written) > 1 else written

    def words(self, element: Element, line: _Line) -> None:
        take: dict[str, Callable[[Element, _Line], None]] = {
            "t": self.text,
            "sym": self.symbol,
            "instrText": self.code,
            "fldChar": self.field_code,
            "fldSimple": self.simple_field,
            "ruby": self.ruby,
            "txbxContent": self.box,
            **dict.fromkeys(_CHARACTERS, self.character),
            **dict.fromkeys(_NOTES, self.note),
        }
        for child in _children(element):
            name = _name(child)
            if name in take:
                take[name](child, line)
            elif not (name in _NOT_PRINTED or name.endswith("Pr") or _is_hidden(child, name)):
                self.words(child, line)

    def text(self, element: Element, line: _Line) -> None:
        if not _is_page_number(line):
            line.words.append(element.text or "")

    def character(self, element: Element, line: _Line) -> None:
        line.words.append(_CHARACTERS[_name(element)])

    def symbol(self, element: Element, line: _Line) -> None:
        """A character of a font of symbols, which an editor has to look up."""
        line.words.append(chr(int(element.get(qn("w:char")) or "25A1", 16)))

    def box(self, element: Element, line: _Line) -> None:
        line.boxes.append(element)

    def note(self, element: Element, line: _Line) -> None:
        # read once, and never within itself
        note = self.notes.pop((_name(element), element.get(qn("w:id")) or ""), None)
        if note is not None:
            line.notes.append(note)

    def simple_field(self, element: Element, line: _Line) -> None:
        line.fields.append(element.get(qn("w:instr")) or "")
        self.words(element, line)
        line.fields.pop()

    def ruby(self, element: Element, line: _Line) -> None:
        """A character, and how it is read in brackets behind it."""
        for path, before, after in (("w:rubyBase", "", ""), ("w:rt", "（", "）")):
            line.words.append(before)
            for part in element.findall(qn(path)):
                self.words(part, line)
            line.words.append(after)

    def code(self, element: Element, line: _Line) -> None:
        if line.fields:
            line.fields[-1] += element.text or ""

    def field_code(self, element: Element, line: _Line) -> None:
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            line.fields.append("")
        elif kind == "end" and line.fields:
            line.fields.pop()


def _is_page_number(line: _Line) -> bool:
    return any(code.split()[:1] == [name] for code in line.fields for name in _PAGE_FIELDS)


def _is_hidden(element: Element, name: str) -> bool:
    if name != "r" or (vanish := element.find(qn("w:rPr") + "/" + qn("w:vanish"))) is None:
        return False
    return vanish.get(qn("w:val")) not in ("0", "false", "off")


def _opens_with_indent(element: Element) -> bool:
    indent = element.find(qn("w:pPr") + "/" + qn("w:ind"))
    return indent is not None and any(
        (indent.get(qn(name)) or "0").lstrip("0") for name in ("w:firstLine", "w:firstLineChars")
    )


def _children(element: Element) -> Iterator[Element]:
    """What is in an element; of two forms of the same thing the newer one."""
    for child in element:
        if not isinstance(child.tag, str):  # a comment
            continue
        if _name(child) == "AlternateContent":
            forms = [form for form in child if isinstance(form.tag, str)]
            choice = next((form for form in forms if _name(form) == "Choice"), None)
            yield from forms[-1:] if choice is None else [choice]
        else:
            yield child


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _value(element: Element, path: str) -> str | None:
    found = element.find("/".join(qn(step) for step in path.split("/")))
    return None if found is None else found.get(qn("w:val"))
