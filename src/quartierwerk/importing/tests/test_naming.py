"""What a text is called: by what it announces, wherever it is listed, and without reading it again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from quartierwerk.importing import actions, factories
from quartierwerk.importing.actions.giving import READ_AT_ONCE
from quartierwerk.importing.actions.removing import forget_words
from quartierwerk.importing.enums import CameBy
from quartierwerk.importing.models import Announcement
from quartierwerk.importing.naming import name_of, sender_of
from quartierwerk.importing.tests.reviewing import decide

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]
DESK = "/schreibtisch/uebernehmen/"
MAIL = """Von: Heike Muster <heike@verein.example>
Gesendet: Montag, 31. August 2026
An: redaktion@stadt.example
Betreff: für die Seite

Liebe Redaktion,

bitte veröffentlichen Sie:

Flohmarkt im Bürgerhaus
Am Samstag, 10. Oktober 2026, um 11 Uhr im Bürgerhaus, Am Markt 4.

Mit freundlichen Grüßen
Heike Muster
"""
SEVERAL = """Nähcafé
Dienstag, 6. Oktober 2026, 15 Uhr, Bürgerhaus

Spieletreff
Mittwoch, 7. Oktober 2026, 18 Uhr, Bürgerhaus

Reparaturwerkstatt
Freitag, 9. Oktober 2026, 14 Uhr, Bürgerhaus
"""


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        (factories.TEXT, "latin1.txt", "Nähcafé im Bürgerhaus"),
        (MAIL, "", "Flohmarkt im Bürgerhaus"),
        (MAIL.replace("Liebe Redaktion,", "Guten Tag,"), "WG: Termin", "Flohmarkt im Bürgerhaus"),
        (SEVERAL, "programm.docx", "Nähcafé und 2 weitere"),
        (SEVERAL.partition("\n\nReparatur")[0], "", "Nähcafé und eine weitere"),
        ("Hallo,\n\nsiehe unten.\n\nViele Grüße\nToni", "scan_0815.pdf", "siehe unten."),
    ],
)
def test_a_text_is_named_by_what_it_announces(text, title, name):
    assert name_of(factories.announcement(text, title=title)) == name


def test_beside_the_name_stand_the_file_and_who_sent_it(at_desk, edda):
    at_desk(edda).post(DESK, {"file": SimpleUploadedFile("latin1.txt", factories.TEXT.encode())})
    factories.announcement(MAIL)
    rows = at_desk(edda).get(DESK).context["rows"]
    assert [(row["title"], row["origin"], row["beside"]) for row in rows] == [
        ("Nähcafé im Bürgerhaus", "Datei", "latin1.txt"),
        ("Flohmarkt im Bürgerhaus", "eingefügt", "Heike Muster"),
    ]


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("Von: heike@verein.example\n", "heike@verein.example"),
        ('From: "Muster, Heike" <heike@verein.example>\n', "Muster, Heike"),
        ("Von: Heike Muster\nGesendet: Montag\n", "Heike Muster"),
        ("Wir laden ein.\nVon: 8 bis 10 Uhr", ""),
        ("Nähcafé\n", ""),
    ],
)
def test_the_sender_is_read_from_the_head(head, who):
    assert sender_of(head) == who


def test_what_was_taken_is_called_as_it_was_put_right(at_desk, edda):
    text = factories.announcement()
    decide(at_desk(edda), text, e0_title="Nähtreff für alle")
    [row] = at_desk(edda).get(DESK, {"stand": "uebernommen"}).context["rows"]
    assert row["title"] == "Nähtreff für alle"
    assert at_desk(edda).get(text.get_absolute_url()).context["title"] == "Nähtreff für alle"


def test_the_list_reads_no_text(at_desk, edda):
    text = factories.announcement()
    Announcement.objects.update(text="Etwas ganz anderes am 9. Oktober 2026 um 20 Uhr.")
    [row] = at_desk(edda).get(DESK).context["rows"]
    assert (row["title"], row["read"]) == ("Nähcafé im Bürgerhaus", "Nachricht und Termin")
    text.refresh_from_db()
    assert at_desk(edda).get(text.get_absolute_url()).status_code == 200
    text.refresh_from_db()
    assert "Nähcafé" not in text.read_as["title"]  # whoever opens it reads it anyway


def test_a_long_text_is_read_when_it_is_opened(at_desk, edda):
    text = factories.announcement(factories.TEXT + "\n\nUnd noch ein Satz." * READ_AT_ONCE, title="lang.txt")
    assert (text.read_as, name_of(text)) == ({}, "lang.txt")
    at_desk(edda).get(text.get_absolute_url())
    [row] = at_desk(edda).get(DESK).context["rows"]
    assert row["title"] == "Nähcafé im Bürgerhaus"


def test_an_entry_of_an_old_site_is_not_read_twice():
    text = factories.announcement(came_by=CameBy.OLD_SITE, key="old-site:1")
    again, is_new = actions.give(given=actions.Given(text.text, came_by=CameBy.OLD_SITE, key="old-site:1"))
    assert (again, is_new) == (text, False)


def test_with_the_words_the_name_goes():
    text = factories.announcement()
    forget_words(Announcement.objects.filter(pk=text.pk))
    text.refresh_from_db()
    assert (text.read_as, str(text)) == ({}, "")
