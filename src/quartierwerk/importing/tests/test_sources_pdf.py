"""PDF files: words whole again, columns one after the other, rows in one line."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from quartierwerk.importing.sources import HintKind, Kind, read
from quartierwerk.importing.sources.pdf import MOST_PAGES, joined
from quartierwerk.importing.tests.made_files import LINE, pdf

LONG = """Die Stadt lädt am Dienstag, 12. Mai 2026, um 18.30 Uhr alle Bürgerinnen und Bürger in das Gemeindezentrum ein. Vorgestellt
werden die Verkehrsberuhigungsmaßnahmen, der Entwässerungsplan und die Spielplatzgestaltung; offizielle Auskünfte fließen ein."""


def words(text):
    return " ".join(text.split())


def written(*, pages=(), **options):
    writer = PdfWriter()
    for page in pages:
        for found in PdfReader(io.BytesIO(page)).pages:
            writer.add_page(found)
    if password := options.get("password"):
        writer.encrypt(password, algorithm="RC4-128")
    if title := options.get("title"):
        writer.add_metadata({"/Title": title})
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("name", ["aushang.pdf", "aushang.txt", "aushang", "aushang.docx"])
def test_a_pdf_is_read_whatever_it_is_called(name):
    found = read(pdf(), name)
    assert (words(found.text), found.kind, found.hints) == (LINE, Kind.PDF, ())


def test_a_paragraph_is_whole_again_in_spite_of_hyphens_and_ligatures():
    assert LONG.replace("\n", " ") in read(pdf(f"#set par(justify: true)\n#block(width: 6cm)[{LONG}]")).text


def test_headings_items_and_labels_keep_their_lines():
    made = pdf(f"= Versammlung\n\n{LONG}\n\n- Kaffee\n- Kuchen\n\nOrt: Gemeindezentrum \\\nBeginn: 18.30 Uhr")
    text = read(made).text
    assert text.startswith("Versammlung\nDie Stadt")
    assert text.endswith("\n• Kaffee\n• Kuchen\nOrt: Gemeindezentrum\nBeginn: 18.30 Uhr")


def test_the_rows_of_a_table_are_lines_with_their_columns_apart():
    made = pdf(
        "#table(columns: (4cm, 3cm, 4cm), [12.05.2026], [18 Uhr], [Lesung], [13.05.2026], [19 Uhr], [Chor])"
    )
    assert read(made).text == "12.05.2026 | 18 Uhr | Lesung\n13.05.2026 | 19 Uhr | Chor"


def test_columns_are_read_one_after_the_other():
    made = pdf(
        "#columns(2)[Links: Am Samstag, 13. Juni 2026, ist Flohmarkt auf dem Marktplatz. #colbreak() "
        "Rechts: Am Sonntag, 14. Juni 2026, spielt das Orchester um 17 Uhr in der Kirche.]"
    )
    assert words(read(made).text) == (
        "Links: Am Samstag, 13. Juni 2026, ist Flohmarkt auf dem Marktplatz. "
        "Rechts: Am Sonntag, 14. Juni 2026, spielt das Orchester um 17 Uhr in der Kirche."
    )


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["Wir laden zur Bürgerver-", "sammlung ein."], ["Wir laden zur Bürgerversammlung ein."]),
        (["Einlass ist ab 14", "Uhr im Saal"], ["Einlass ist ab 14 Uhr im Saal"]),
        (["im Heim (Hagener", "Straße 5)"], ["im Heim (Hagener Straße 5)"]),
        (["Treffpunkt ist der Kinder-", "und Jugendtreff."], ["Treffpunkt ist der Kinder- und Jugendtreff."]),
        (["in der Theodor-Heuss-", "Straße 5"], ["in der Theodor-Heuss-Straße 5"]),
        (
            ["Das Fest beginnt am Samstag, 13.", "Juni 2026, auf dem Platz"],
            ["Das Fest beginnt am Samstag, 13. Juni 2026, auf dem Platz"],
        ),
        (
            ["Ort: Rathaus", "Zeit: 18 Uhr", "Erna Beispiel"],
            ["Ort: Rathaus", "Zeit: 18 Uhr", "Erna Beispiel"],
        ),
        (["Kaffee,", "• Kuchen"], ["Kaffee,", "• Kuchen"]),
        (["Der Abend endet um 22 Uhr.", "Eintritt frei"], ["Der Abend endet um 22 Uhr.", "Eintritt frei"]),
        (["Samstag | 12 Uhr", "und Sonntag | 13 Uhr"], ["Samstag | 12 Uhr", "und Sonntag | 13 Uhr"]),
    ],
)
def test_only_lines_that_the_width_broke_are_joined(lines, whole):
    assert joined(lines) == whole


def test_heads_and_feet_of_pages_are_read_once():
    made = pdf(
        "#set page(header: [Stadtteilzeitung Musterhausen], footer: context [Seite #counter(page).display()])\n"
        + "\n#pagebreak()\n".join(f"Absatz {number}: {LINE}" for number in range(4))
    )
    text = read(made).text
    assert (text.count("Stadtteilzeitung"), text.count("Bürgerversammlung")) == (1, 4)


def test_of_a_long_file_the_first_pages_are_read_and_it_says_so():
    made = pdf("\n#pagebreak()\n".join(f"Seite {number}: {LINE}" for number in range(1, 35)))
    found = read(made)
    assert list(found.hints) == ["Nur die ersten 30 von 34 Seiten wurden gelesen."]
    assert f"Seite {MOST_PAGES}:" in found.text
    assert "Seite 31:" not in found.text


def test_pages_without_text_beside_others_are_told():
    picture = '#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\"><rect width=\\"9\\" height=\\"9\\"/></svg>"))'
    found = read(pdf(f"{LINE}\n#pagebreak()\n{picture}"))
    assert [hint.kind for hint in found.hints] == [HintKind.SCANNED_PAGES]


def test_a_file_that_asks_for_no_password_to_be_read_is_read():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("", "owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    assert words(read(file.getvalue()).text) == LINE


@pytest.mark.parametrize(
    ("title", "shown"), [("Microsoft Word - pm_final2.docx", ""), ("Bürgerversammlung", "Bürgerversammlung")]
)
def test_the_title_in_the_file_counts_where_the_text_has_it(title, shown):
    assert read(written(pages=[pdf()], title=title)).title == shown
