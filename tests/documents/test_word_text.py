"""What is printed of a Word file is read once and in its place; what is not printed is not read."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from .word_files import append, lines_of, text_of, written

BOX = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
NEW_BOX = f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp>"
OLD_BOX = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


def test_a_paragraph_is_a_line_and_an_empty_one_is_blank():
    assert text_of(written("渠水进了村", "", "家家有田。")) == "渠水进了村\n\n家家有田。\n"


def test_a_line_break_inside_a_paragraph_ends_the_line():
    assert text_of(written("渠水进了村\n家家有田")) == "渠水进了村\n家家有田\n"


def test_a_first_line_indent_is_kept_as_an_indent():
    document = written("渠水进了村。", "家家有田。")
    document.paragraphs[0].paragraph_format.first_line_indent = Pt(21)
    document.paragraphs[1].paragraph_format.first_line_indent = Pt(0)
    assert text_of(document) == "\u3000\u3000渠水进了村。\n家家有田。\n"


def test_a_text_box_that_is_written_twice_is_read_once():
    document = written("上文。")
    append(
        document,
        f"<w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"{NEW_BOX.format('框里的字。')}</mc:Choice><mc:Fallback>{OLD_BOX.format('旧框里的字。')}"
        f"</mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    assert text_of(document) == "上文。\n正文。\n\n框里的字。\n\n"


def test_a_text_box_of_an_old_program_is_read():
    document = written()
    append(document, f"<w:p><w:r>{OLD_BOX.format('旧框里的字。')}</w:r></w:p>")
    assert lines_of(document) == ["旧框里的字。"]


def test_a_box_in_a_box_is_read_once():
    document = written()
    inner = f"<w:r>{NEW_BOX.format('里框。')}</w:r>"
    append(document, f"<w:p><w:r>{NEW_BOX.replace('<w:r><w:t>{}</w:t></w:r>', inner)}</w:r></w:p>")
    assert lines_of(document) == ["里框。"]


def test_deleted_and_moved_text_is_not_read_and_inserted_text_is():
    document = written()
    append(
        document,
        "<w:p><w:r><w:t>渠水</w:t></w:r><w:del><w:r><w:delText>没</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>进了</w:t></w:r></w:ins>"
        "<w:moveTo><w:r><w:t>村</w:t></w:r></w:moveTo><w:r><w:t>。</w:t></w:r></w:p>",
    )
    assert lines_of(document) == ["渠水进了村。"]


def test_hidden_text_is_not_read():
    document = written("渠水进了村。")
    document.paragraphs[0].add_run("只给编辑看").font.hidden = True
    document.paragraphs[0].add_run("家家有田。").font.hidden = False
    assert lines_of(document) == ["渠水进了村。家家有田。"]


def test_links_controls_and_fields_are_read_as_they_are_shown():
    document = written()
    append(
        document,
        "<w:p><w:hyperlink><w:r><w:t>渠水</w:t></w:r></w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent><w:r>"
        "<w:t>进了村</w:t></w:r></w:sdtContent></w:sdt><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r>"
        "<w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>3月1日"
        "</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:tab/><w:noBreakHyphen/></w:r></w:p>",
    )
    assert lines_of(document) == ["渠水进了村3月1日\t-"]


def test_how_a_rare_character_is_read_stands_behind_it():
    document = written()
    append(
        document,
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>yǎn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>䶮</w:t></w:r>"
        "</w:rubyBase></w:ruby></w:r><w:r><w:t>先生</w:t></w:r></w:p>",
    )
    assert lines_of(document) == ["䶮（yǎn）先生"]


def test_the_cells_of_a_table_are_lines():
    document = written("上文。")
    table = document.add_table(2, 2)
    for at, cell in enumerate(table._cells):
        cell.text = f"第{at}格"
    inner = table.cell(1, 1).add_table(1, 1)
    inner.cell(0, 0).text = "格中格"
    assert lines_of(document) == ["上文。", "第0格", "第1格", "第2格", "第3格", "格中格"]


def test_a_cell_with_a_story_in_it_is_set_off():
    document = written()
    cell = document.add_table(1, 2).cell(0, 0)
    cell.text = "渠水进了村"
    cell.add_paragraph("3月1日，渠水进了村。")
    assert text_of(document).strip("\n") == "渠水进了村\n3月1日，渠水进了村。"


def test_a_header_is_the_folio_and_any_other_is_set_aside():
    document = written("渠水进了村。")
    document.sections[0].header.paragraphs[0].text = "2031年3月4日 星期二 第5版"
    document.sections[0].footer.paragraphs[0].text = "望川日报社用稿纸"
    assert lines_of(document) == ["2031年3月4日 星期二 第5版", "渠水进了村。", "【略·报头】望川日报社用稿纸"]


def test_the_number_of_a_sheet_is_no_page_number():
    document = written("渠水进了村。")
    footer = document.sections[0].footer.paragraphs[0]
    footer.text = "第"
    run = footer.add_run()
    for xml in ("begin", "PAGE", "separate", "3", "end"):
        element = run._r.makeelement(
            run._r.tag.replace("}r", "}" + {"PAGE": "instrText", "3": "t"}.get(xml, "fldChar"))
        )
        if xml in ("PAGE", "3"):
            element.text = xml
        else:
            element.set(run._r.tag.replace("}r", "}fldCharType"), xml)
        run._r.append(element)
    footer.add_run("版")
    assert lines_of(document) == ["渠水进了村。", "【略·报头】第版"]


def test_a_footnote_stands_under_its_paragraph():
    document = written()
    append(document, "<w:p><w:r><w:t>渠水进了村。</w:t><w:footnoteReference w:id='2'/></w:r></w:p>")
    append(document, "<w:p><w:r><w:t>家家有田。</w:t></w:r></w:p>")
    xml = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='0' w:type='separator'><w:p/></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/><w:t>村，指青石村。</w:t></w:r>"
        "<w:r><w:footnoteReference w:id='2'/></w:r></w:p></w:footnote></w:footnotes>"
    )
    content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    notes = Part(PackURI("/word/footnotes.xml"), content_type, xml.encode(), document.part.package)
    document.part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
    assert lines_of(document) == ["渠水进了村。", "村，指青石村。", "家家有田。"]
