"""Plain text in whatever bytes it comes."""

import pytest

from quartierwerk.importing.sources import Kind, read
from quartierwerk.importing.sources.encoding import decoded
from quartierwerk.importing.tests.made_files import LINE

UMLAUTS = "Spaß für Jörg & Änne: Übung – „Größe“ 5 €, Café, § 3"
SHORT = "Grüße aus Köln"


@pytest.mark.parametrize("text", [UMLAUTS, SHORT, LINE, "Öffnungszeiten ändern sich", "Straßenfest", "Süd"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_umlauts_come_out_right_from_every_set_of_characters(text, encoding):
    assert read(text.encode(encoding), "termin.txt").text == text


@pytest.mark.parametrize("text", [SHORT, LINE, "Öffnungszeiten ändern sich", "Straßenfest"])
@pytest.mark.parametrize("encoding", ["iso-8859-1", "iso-8859-15", "cp850"])
def test_older_sets_of_characters_are_read_too(text, encoding):
    assert read(text.encode(encoding), "termin.txt").text == text


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("iso-8859-1", "utf-8", UMLAUTS),  # nothing but UTF-8 looks like UTF-8
        ("utf-8", "cp1252", UMLAUTS),
        ("us-ascii", "cp1252", SHORT),
        ("iso-8859-1", "cp1252", "„Termine“ – 5 €"),  # what everybody calls Latin 1 is Windows' Latin
        ("no-such-set", "cp1252", SHORT),
        ("iso-8859-9", "iso-8859-9", "Şenlik: Gülşen’in günü".replace("’", "'")),
        ("windows-1251", "windows-1251", "Праздник во дворе"),
        ("base64", "cp1252", SHORT),
    ],
)
def test_a_declaration_counts_where_the_bytes_do_not_contradict_it(declared, encoding, text):
    assert decoded(text.encode(encoding), declared) == text


def test_text_that_was_saved_wrongly_once_is_mended():
    assert read(UMLAUTS.encode().decode("cp1252").encode(), "a.txt").text == UMLAUTS


def test_what_only_looks_so_stays():
    assert read("Ã¼ und ✓".encode(), "a.txt").text == "Ã¼ und ✓"


def test_one_damaged_place_does_not_spoil_the_rest():
    damaged = (UMLAUTS * 3).encode().replace("Übung".encode(), b"\xc3bung", 1)
    assert read(damaged, "a.txt").text == (UMLAUTS * 3).replace("Übung", "bung", 1)


def test_lines_and_columns_stay_as_they_are():
    given = "Termine\r\n\r\n12.05.\t18 Uhr\tLesung\r\n  eingerückt   \r\n"
    assert read(given.encode(), "a.txt").text == "Termine\n\n12.05.\t18 Uhr\tLesung\n  eingerückt"


def test_what_nobody_can_see_goes():
    assert read("Nach\u00adbar\u200bschaft\x07 \u202eheute".encode()).text == "Nachbarschaft heute"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.docx", "a.pdf", "a.eml", "", "Termine"])
def test_plain_text_is_plain_text_whatever_it_is_called(name):
    found = read(LINE.encode(), name, "application/pdf")
    assert (found.text, found.kind, found.title, found.published, found.hints) == (
        LINE,
        Kind.TEXT,
        "",
        None,
        (),
    )


@pytest.mark.parametrize(
    "text",
    [
        "From: Montag bis Freitag\nTo: Samstag\n\nÖffnungszeiten",
        "Subject: Fest\n\nAm 12. Mai",
        "a < b und <p> ist ein Zeichen",
        "BM 12: Blasmusik am 12. Mai",
        "%PDF am Anfang",
    ],
)
def test_what_only_resembles_something_else_is_plain_text(text):
    assert read(text.encode(), "a.txt").kind is Kind.TEXT
