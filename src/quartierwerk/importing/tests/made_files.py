"""Files as people send them, made here: every name, place and address in them is invented (sample)."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import odfdo
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_SET = "import sys, typst; sys.stdout.buffer.write(typst.compile(sys.argv[1]))"  # outside, as in core.pdf
LINE = "Bürgerversammlung am Dienstag, 12. Mai 2026, um 18.30 Uhr im Gemeindezentrum, Lindenstraße 14"
TEXT_BOX = """<w:r {ns}><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:Choice Requires="wps"><w:drawing><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:txbx><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""
LINK = """<w:hyperlink {ns} w:anchor="x"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>"""
NOTES = """<w:footnotes {ns}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def word_file(make: Callable[[Any], None]) -> bytes:
    document = docx.Document()
    make(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def add_xml(paragraph: Any, xml: str, words: str) -> None:
    paragraph._p.append(parse_xml(xml.format(ns=nsdecls("w"), words=words)))


def with_parts(content: bytes, **changed: bytes) -> bytes:
    """The same zip file with parts replaced or added; `__` in a name stands for `/`, `_xml` for `.xml`."""
    file = io.BytesIO()
    names = {name.replace("__", "/").replace("_xml", ".xml"): said for name, said in changed.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in names:
                new.writestr(part, old.read(part))
        for name, said in names.items():
            new.writestr(name, said)
    return file.getvalue()


def zipped(**parts: bytes) -> bytes:
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    return with_parts(empty.getvalue(), **parts)


def notes(words: str) -> bytes:
    return NOTES.format(ns=nsdecls("w"), words=words).encode()


def simple_word_file(*lines: str) -> bytes:
    return word_file(lambda document: [document.add_paragraph(line) for line in lines or (LINE,)])


def open_document(*elements: Any) -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    for element in elements or (odfdo.Paragraph(LINE),):
        document.body.append(element)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(markup: str = LINE) -> bytes:
    """Typst markup → PDF."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "made.typ"
        source.write_text(
            '#set page(paper: "a5")\n#set text(lang: "de", hyphenate: true)\n' + markup, encoding="utf-8"
        )
        return subprocess.run(
            [sys.executable, "-c", _SET, str(source)], stdout=subprocess.PIPE, check=True
        ).stdout


def mail(
    text: str = "",
    *,
    html: str = "",
    subject: str = "Einladung",
    files: tuple[tuple[str, bytes, str], ...] = (),
    date: str = "Tue, 05 May 2026 23:30:00 +0200",
) -> bytes:
    """`files`: name, content and type of each attachment."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = (
        "Erna Beispiel <erna@example.org>",
        "quartier@example.org",
        subject,
    )
    made["Message-ID"], made["Date"] = "<1@example.org>", date
    if text or not html:
        made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html") if text else made.set_content(html, subtype="html")
    for name, content, kind in files:
        main, _slash, sub = kind.partition("/")
        made.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return made.as_bytes()


def page(main: str, *, head: str = "", around: bool = True) -> bytes:
    """A page of a town: cookie notice, menu and footer around what it says."""
    before = (
        '<div id="cookie-consent" role="dialog"><p>Wir verwenden Cookies bis 31. Dezember.</p><button>Annehmen</button></div>'
        '<a class="skip-link" href="#main">Zum Inhalt</a><header><nav><ul><li><a>Startseite</a></li><li><a>Rathaus</a></li>'
        "<li><a>Leben</a></li><li><a>Termine 2026</a></li></ul></nav></header>"
    )
    after = "<footer><p>Stadt Musterhausen, Rathausplatz 1, Telefon 01234 1000</p><a>Impressum</a></footer>"
    body = f"{before}{main}{after}" if around else main
    return f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()
