"""What cannot be read gets a sentence that says what to do; bombs and traps get one within a moment."""

import io
import time
import zipfile

import odfdo
import pytest
from pypdf import PdfReader, PdfWriter

from quartierwerk.importing.sources import MOST_BYTES, MOST_CHARACTERS, HintKind, Reason, Unreadable, read
from quartierwerk.importing.sources.archive import MOST_PARTS
from quartierwerk.importing.tests.made_files import (
    LINE,
    mail,
    open_document,
    page,
    pdf,
    simple_word_file,
    with_parts,
    zipped,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DTD = b'<!DOCTYPE d [%s]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'
LAUGHS = DTD % (
    b'<!ENTITY a "ha">' + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
)
OUTSIDE = DTD % b'<!ENTITY e SYSTEM "file:///etc/passwd">'
PARAMETER = DTD % b'<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;'
MOMENT = 5  # seconds, on a busy machine


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(600)


def encrypted_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("geheim", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def scanned_pdf() -> bytes:
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(file, "PDF")
    return file.getvalue()


def packed(content: bytes, **parts: bytes) -> bytes:
    return with_parts(content, **parts)


def locked_zip() -> bytes:
    """A Word file whose parts say that they are encrypted."""
    content = bytearray(simple_word_file())
    for place in range(len(content) - 10):
        if content[place : place + 4] == b"PK\x01\x02":
            content[place + 8] |= 1
        if content[place : place + 4] == b"PK\x03\x04":
            content[place + 6] |= 1
    return bytes(content)


def locked_open_document() -> bytes:
    return packed(open_document(), **{"META-INF__manifest_xml": b"<m><manifest:encryption-data/></m>"})


EXAMPLES = [
    (Reason.EMPTY, b"", "leer.txt"),
    (Reason.EMPTY, b" \r\n\t\n", "leer.docx"),
    (Reason.TOO_BIG, b"a" * (MOST_BYTES + 1), "gross.txt"),
    (Reason.TEXT_TOO_LONG, b"Wort " * (MOST_CHARACTERS // 5 + 1), "lang.txt"),
    (Reason.TOO_MUCH_WORK, zipped(word__document_xml=b" " * 40 * 2**20), "bombe.docx"),
    (Reason.BROKEN, simple_word_file()[:4000], "halb.docx"),
    (Reason.BROKEN, bytes(range(256)) * 20, "zufall.docx"),
    (Reason.BROKEN, open_document()[:3000], "halb.odt"),
    (Reason.BROKEN, b"%PDF-1.7\n" + bytes(range(256)) * 4, "zufall.pdf"),
    (Reason.BROKEN, packed(simple_word_file(), word__document_xml=b"<w:document"), "a.docx"),
    (Reason.BROKEN, packed(simple_word_file(), word__document_xml=b"<a/>"), "a.docx"),
    (Reason.NO_TEXT, simple_word_file("", " "), "leer.docx"),
    (Reason.NO_TEXT, open_document(odfdo.Paragraph("")), "leer.odt"),
    (Reason.NO_TEXT, b"<html><body><script>12. Mai</script></body></html>", "leer.html"),
    (Reason.NO_TEXT, b"<html></html>", "leer.html"),
    (Reason.NO_TEXT, mail("\n"), "leer.eml"),
    (Reason.NO_TEXT, pdf("#rect()"), "leer.pdf"),
    (Reason.NO_TEXT, b"...\n---\n", "a.txt"),
    (Reason.UNKNOWN, bytes(range(256)) * 20, "programm.exe"),
    (Reason.UNKNOWN, b"RIFF\x00\x00\x00\x00WAVEfmt ", "ton.wav"),
    (Reason.UNKNOWN, b"\x00\x00\x00\x18ftypmp42" + bytes(90), "film.mp4"),
    (Reason.UNKNOWN, b'<?xml version="1.0"?><rss><channel/></rss>', "feed.xml"),
    (Reason.UNKNOWN, ole("Unbekannt"), "alt.bin"),
    (
        Reason.OWN_ENTITIES,
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY o "Park">]><html><p>&o;</p></html>',
        "a.xhtml",
    ),
    (
        Reason.OWN_ENTITIES,
        b'<?xml version="1.0"?><!DOCTYPE d SYSTEM "file:///etc/passwd"><html><p>Fest</p></html>',
        "a.xhtml",
    ),
    (Reason.OWN_ENTITIES, b'<?xml version="1.0"?><fest><tag>5</tag></fest>', "a.html"),
    (Reason.OLD_WORD, ole("WordDocument"), "alt.doc"),
    (Reason.OLD_WORD, ole("WordDocument"), "alt.docx"),
    (Reason.RICH_TEXT, b"{\\rtf1\\ansi Fest}", "fest.rtf"),
    (Reason.RICH_TEXT, b"{\\rtf1\\ansi Fest}", "fest.doc"),
    (Reason.SPREADSHEET, ole("Workbook"), "plan.xls"),
    (Reason.SPREADSHEET, zipped(xl__workbook_xml=b"<x/>"), "plan.xlsx"),
    (Reason.SPREADSHEET, zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "plan.ods"),
    (Reason.SLIDES, ole("PowerPoint Document"), "a.ppt"),
    (Reason.SLIDES, zipped(ppt__presentation_xml=b"<x/>"), "a.pptx"),
    (Reason.SLIDES, zipped(mimetype=b"application/vnd.oasis.opendocument.presentation"), "a.odp"),
    (Reason.IMAGE, b"\xff\xd8\xff\xe0JFIF", "plakat.jpg"),
    (Reason.IMAGE, b"\x89PNG\r\n\x1a\n", "plakat.png"),
    (Reason.IMAGE, b"GIF89a", "plakat.txt"),
    (Reason.IMAGE, b"\x00\x00\x00\x18ftypheic", "foto.heic"),
    (Reason.IMAGE, b"RIFF\x00\x00\x00\x00WEBPVP8 ", "plakat.webp"),
    (Reason.IMAGE, b"II*\x00\x08", "scan.tif"),
    (Reason.IMAGE, b"BM\x00\x00\x00\x00", "plakat.bmp"),
    (
        Reason.IMAGE,
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><text>Fest</text></svg>',
        "plakat.svg",
    ),
    (Reason.SCAN, scanned_pdf(), "scan.pdf"),
    (Reason.PASSWORD, encrypted_pdf(), "geheim.pdf"),
    (Reason.PASSWORD, ole("EncryptedPackage"), "geheim.docx"),
    (Reason.PASSWORD, locked_zip(), "geheim.docx"),
    (Reason.PASSWORD, locked_open_document(), "geheim.odt"),
    (Reason.OUTLOOK, ole("__substg1.0_0037001F"), "mail.msg"),
    (Reason.CALENDAR, b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "termin.ics"),
    (Reason.ARCHIVE, zipped(a=b"x", b=b"y"), "alles.zip"),
    (Reason.ARCHIVE, zipped(a=b"x"), "kein.docx"),
    (Reason.ARCHIVE, b"7z\xbc\xaf\x27\x1c", "alles.7z"),
    (Reason.FOREIGN_OFFICE, zipped(Index__Document=b"x", **{"Index.zip": b"x"}), "brief.pages"),
]


@pytest.mark.parametrize(
    ("reason", "content", "name"), EXAMPLES, ids=[f"{reason.name}-{name}" for reason, _c, name in EXAMPLES]
)
def test_what_cannot_be_read_says_why(reason, content, name):
    with pytest.raises(Unreadable) as refused:
        read(content, name)
    assert refused.value.reason is reason
    assert "%" not in refused.value.sentence
    assert refused.value.sentence.endswith(".")


def test_every_sentence_has_an_example():
    assert {reason for reason, _content, _name in EXAMPLES} == set(Reason)


def test_sentences_are_short_and_say_what_to_do():
    assert [reason.name for reason in Reason if len(reason.value) > 150] == []


# ------------------------------------------------------------------------------------------------------- bombs and traps
def _many_parts() -> bytes:
    return zipped(**{f"p{number}": b"" for number in range(MOST_PARTS + 1)}, word__document_xml=b"<a/>")


def _lying_zip() -> bytes:
    """A part that announces ten bytes and holds 40 MB."""
    content = bytearray(zipped(word__document_xml=b"<a>" + b" " * 40 * 2**20 + b"</a>"))
    place = content.rindex(b"PK\x01\x02")
    content[place + 24 : place + 28] = (10).to_bytes(4, "little")
    return bytes(content)


def _overlapping_zip() -> bytes:
    """Many entries that point to the same packed bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 20 * 2**20 + b"</a>")
        first = archive.filelist[0]
        archive.filelist += [first] * 200
    return file.getvalue()


def _nested_word_file(depth: int) -> bytes:
    inner = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    return packed(
        simple_word_file(),
        word__document_xml=f'<w:document xmlns:w="w"><w:body>{inner}</w:body></w:document>'.encode(),
    )


def pdf_of(*objects: bytes) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, said in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, said)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, start,
    )  # fmt: skip


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
CYCLIC = pdf_of(
    CATALOG, b"<</Type/Pages/Count 9/Kids[3 0 R]>>", b"<</Type/Pages/Count 9/Kids[2 0 R]/Parent 2 0 R>>"
)
ENDLESS = pdf_of(CATALOG, b"<</Type/Pages/Count 99999999/Kids[2 0 R 2 0 R 2 0 R 2 0 R]>>")
LOOP = pdf_of(
    CATALOG, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>", b"4 0 R"
)
FORM_LOOP = pdf_of(
    CATALOG, b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
    b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
    b"<</Length 5>>\nstream\n/F Do\nendstream",
    b"<</Type/XObject/Subtype/Form/Resources<</XObject<</F 5 0 R>>>>/Length 11>>\nstream\n/F Do /F Do\nendstream",
)  # fmt: skip
HALF_BROKEN = pdf_of(
    CATALOG, b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
    b"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F 7 0 R>>>>>>",
    b"<</Type/Page/Parent 2 0 R/Contents 6 0 R/Resources<</Font<</F 7 0 R>>>>>>",
    b"<</Length 64>>\nstream\nBT /F 12 Tf (Treffen im Gemeindezentrum am 12. Mai 2026) Tj ET     \nendstream",
    b"<</Length 4/Filter/Nonsense>>\nstream\nabcd\nendstream",
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
)  # fmt: skip
TRAPS = {
    "laughs": packed(simple_word_file(), word__document_xml=LAUGHS),
    "laughs-odt": packed(open_document(), content_xml=LAUGHS),
    "entity-outside": packed(simple_word_file(), word__document_xml=OUTSIDE),
    "entity-outside-odt": packed(open_document(), content_xml=OUTSIDE),
    "entity-parameter": packed(simple_word_file(), word__document_xml=PARAMETER),
    "utf-7-entities": packed(simple_word_file(), word__document_xml=LAUGHS.decode().encode("utf-16")),
    "many-parts": _many_parts(),
    "lying-zip": _lying_zip(),
    "overlapping-zip": _overlapping_zip(),
    "zip-in-zip": zipped(a=zipped(b=zipped(c=b" " * 2**24))),
    "nested-word": _nested_word_file(5_000),
    "cyclic-pages": CYCLIC,
    "endless-pages": ENDLESS,
    "loop-of-objects": LOOP,
    "loop-of-forms": FORM_LOOP,
    "deep-page": page("<div>" * 100_000 + LINE),
    "deep-page-of-lists": page("<ul><li>" * 5_000 + LINE),
    "deep-mail": b"Message-ID: <1@example.org>\nFrom: a\nSubject: b\nMIME-Version: 1.0\n"
    + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (number, number)
        for number in range(2_000)
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_ends_in_a_sentence_within_a_moment(name):
    begun = time.process_time()
    with pytest.raises(Unreadable):
        read(TRAPS[name], "datei")
    assert time.process_time() - begun < MOMENT


def test_a_broken_page_does_not_cost_the_others():
    found = read(HALF_BROKEN)
    assert (found.text, [hint.kind for hint in found.hints]) == (
        "Treffen im Gemeindezentrum am 12. Mai 2026",
        [HintKind.PARTLY_BROKEN],
    )


def test_a_mail_of_many_mails_is_read_two_deep():
    inner = mail(LINE)
    for _layer in range(30):
        inner = mail("", files=(("a.eml", inner, "application/octet-stream"),))
    begun = time.process_time()
    with pytest.raises(Unreadable):
        read(inner)
    assert time.process_time() - begun < MOMENT


def test_nothing_of_a_file_outside_gets_into_the_text(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("streng geheim")
    trap = DTD % f'<!ENTITY e SYSTEM "{secret.as_uri()}">'.encode()
    for content in (
        packed(simple_word_file(), word__document_xml=trap),
        packed(open_document(), content_xml=trap),
    ):
        with pytest.raises(Unreadable):
            read(content)
    html = page(
        f'<p>{LINE} &e;</p><iframe src="{secret.as_uri()}"></iframe><object data="{secret.as_uri()}"></object>'
    )
    html = html.replace(
        b"<!DOCTYPE html>", f'<!DOCTYPE html [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    )
    assert "geheim" not in read(html).text
