"""Word and OpenDocument files: everything that is said, in the order in which it stands."""

import datetime as dt

import odfdo
import pytest

from quartierwerk.importing.extract import extract
from quartierwerk.importing.sources import Kind, read
from quartierwerk.importing.tests.made_files import (
    LINE,
    LINK,
    TEXT_BOX,
    add_xml,
    notes,
    open_document,
    simple_word_file,
    with_parts,
    word_file,
)

LONG = "Alle sind eingeladen, über die Neugestaltung des Platzes zu sprechen, der seit Jahren auf eine Erneuerung wartet und nun an der Reihe ist."
AS_LINES = f"""Sommerfest im Hof

{LONG}
Ort: Hof der Schule
Beginn: 15 Uhr

• Kaffee
• Kuchen

Wann | Was
13.06.2026 | Chor
14.06.2026 | Flohmarkt, Kaffee

Kontakt: Erna Beispiel"""


def _word(document):
    document.add_heading("Sommerfest im Hof", 1)
    document.add_paragraph(LONG)
    document.add_paragraph("Ort:\tHof der Schule")
    document.add_paragraph("Beginn:\t\t15 Uhr")
    document.add_paragraph("")
    document.add_paragraph("Kaffee", style="List Bullet")
    document.add_paragraph("Kuchen", style="List Bullet")
    table = document.add_table(3, 2)
    for row, cells in enumerate(
        [("Wann", "Was"), ("13.06.2026", "Chor"), ("14.06.2026", "Flohmarkt\nKaffee")]
    ):
        for column, said in enumerate(cells):
            table.cell(row, column).text = said
    document.add_paragraph("Kontakt: Erna Beispiel")


def _open_document():
    table = odfdo.Table("T", width=2, height=3)
    for row, cells in enumerate(
        [("Wann", "Was"), ("13.06.2026", "Chor"), ("14.06.2026", "Flohmarkt, Kaffee")]
    ):
        for column, said in enumerate(cells):
            cell = odfdo.Cell()
            cell.append(odfdo.Paragraph(said))
            table.set_cell((column, row), cell)
    return open_document(
        odfdo.Header(1, "Sommerfest im Hof"),
        odfdo.Paragraph(LONG),
        odfdo.Paragraph("Ort:\tHof der Schule"),
        odfdo.Paragraph("Beginn:\t\t15 Uhr"),
        odfdo.Paragraph(""),
        odfdo.List(["Kaffee", "Kuchen"]),
        table,
        odfdo.Paragraph("Kontakt: Erna Beispiel"),
    )


@pytest.mark.parametrize(
    ("content", "kind"), [(word_file(_word), Kind.DOCX), (_open_document(), Kind.ODT)], ids=["docx", "odt"]
)
def test_headings_paragraphs_lists_and_rows_become_lines_in_order(content, kind):
    found = read(content)
    assert (found.kind, found.title) == (kind, "Sommerfest im Hof")
    assert found.text == AS_LINES


@pytest.mark.parametrize("name", ["einladung.docx", "einladung.doc", "einladung.txt", ""])
def test_a_word_file_is_read_whatever_it_is_called(name):
    assert read(simple_word_file(), name).text == LINE


def test_text_boxes_links_and_footnotes_are_read_once_where_they_stand():
    def make(document):
        paragraph = document.add_paragraph("Programm ")
        add_xml(paragraph, LINK, "im Internet")
        add_xml(paragraph, TEXT_BOX, "Achtung: 19 Uhr")
        document.add_paragraph("Ende")

    content = with_parts(word_file(make), word__footnotes_xml=notes("Änderungen vorbehalten."))
    assert read(content).text == "Programm im Internet\n\nAchtung: 19 Uhr\n\nEnde\n\nÄnderungen vorbehalten."


def test_what_is_struck_through_hidden_or_deleted_does_not_count():
    def make(document):
        paragraph = document.add_paragraph("am ")
        paragraph.add_run("12. ").font.strike = True
        paragraph.add_run("19. Mai")
        paragraph.add_run(" geheim").font.hidden = True
        add_xml(paragraph, "<w:del {ns}><w:r><w:delText>{words}</w:delText></w:r></w:del>", " gestrichen")
        add_xml(paragraph, "<w:ins {ns}><w:r><w:t>{words}</w:t></w:r></w:ins>", ", 18")
        paragraph.add_run("30").font.superscript = True
        paragraph.add_run(" Uhr")

    assert read(word_file(make)).text == "am 19. Mai, 18³⁰ Uhr"


def test_a_table_that_lays_out_a_page_is_read_cell_by_cell():
    def make(document):
        table = document.add_table(1, 2)
        table.cell(0, 0).text = LONG * 3
        table.cell(0, 1).text = "Kontakt: Erna Beispiel"

    assert read(word_file(make)).text == f"{LONG * 3}\n\nKontakt: Erna Beispiel"


def test_a_table_in_a_table_stays_in_its_cell():
    def make(document):
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "außen"
        table.cell(0, 1).add_table(1, 2).cell(0, 0).text = "innen"

    assert read(word_file(make)).text == "außen | innen"


def test_text_boxes_sections_and_notes_of_an_open_document_are_read():
    content = open_document(odfdo.Paragraph("X"))
    body = b"""<office:text><text:section text:name="s"><text:p>Abschnitt<draw:frame><draw:text-box><text:p>Kasten</text:p>
</draw:text-box></draw:frame></text:p></text:section><text:p>Ende<text:note><text:note-citation>1</text:note-citation><text:note-body>
<text:p>Anmerkung</text:p></text:note-body></text:note> hier<text:s text:c="3"/>und<text:line-break/>dort</text:p>
<text:tracked-changes><text:p>weg</text:p></text:tracked-changes><text:p>mit<office:annotation><text:p>Notiz</text:p></office:annotation></text:p>
</office:text>"""
    xml = _content_of(content).split(b"<office:text>")[0] + body + b"</office:body></office:document-content>"
    text = read(with_parts(content, content_xml=xml)).text
    assert text == "Abschnitt\n\nKasten\n\nEnde hier und\ndort\n\nAnmerkung\n\nmit"


def _content_of(content):
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(content)).read("content.xml")


def test_what_was_read_is_what_the_grammar_needs():
    for content in (word_file(_word), _open_document()):
        draft = extract(read(content).text, dt.date(2026, 5, 1))
        assert [event.start.value for event in draft.events if event.start] != []
