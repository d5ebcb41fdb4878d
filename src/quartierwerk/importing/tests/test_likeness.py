"""Whether two titles name the same event."""

import pytest

from quartierwerk.importing.likeness import is_nearly_same, is_said_in, likeness, names_little, names_nothing


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stadtteilkonferenz Welper", "Beispiel: Stadtteilkonferenz Welper"),
        ("Sprechstunde fürs Smartphone: neuer Termin", "Beispiel: Sprechstunde fürs Smartphone"),
        ("Absage: Nähen für alle", "Kurs: Nähen für alle"),
        ("Adventskaffee verlegt!", "Adventskaffee"),
        ("Café für Nachbarn", "Café für Nachbarinnen"),
        ("Gedächnistraining", "Gedächtnistraining"),
        ("Vortrag „Was ist ein Pflegegrad?“", "Beispiel: Vortrag „Was ist ein Pflegegrad?“"),
    ],
)
def test_the_same_in_other_words(one, other):
    assert is_nearly_same(one, other)
    assert is_nearly_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Smartphone-Kurs für Ältere", "Tablet-Kurs für Ältere"),
        ("Yoga für Anfänger, Kurs 1", "Yoga für Anfänger, Kurs 2"),
        ("Rundgang", "Rundgang mit Stock und Rollator"),
        ("Ort", "Ort"),
        ("Veranstaltung", "Veranstaltung"),
        ("Vormittagen", "Vormittagen"),
        ("Neuer Termin!", "Neuer Termin"),
    ],
)
def test_two_events(one, other):
    assert not is_nearly_same(one, other)


@pytest.mark.parametrize(
    "title", ["Terminverlegung", "Neue Uhrzeit!", "Beispiel: Veranstaltung", "Ort", "Verlegt!"]
)
def test_what_names_nothing(title):
    assert names_nothing(title)


def test_what_there_is_more_than_one_of():
    assert names_little("Beispiel: Gottesdienst")
    assert not names_little("Gottesdienst mit dem Chor der Brüder")


def test_a_title_may_be_a_part_of_the_other():
    assert likeness("Sprechstunde", "Beispiel: Sprechstunde fürs Smartphone") == 100


def test_a_sentence_speaks_of_an_event():
    said = "Die Stadtteilkonferenz Welper am Donnerstag beginnt schon um 15 Uhr."
    assert is_said_in("Beispiel: Stadtteilkonferenz Welper", said)
    assert not is_said_in("Beispiel: Stadtteilkonferenz Blankenstein", said)
    assert not is_said_in("Beispiel: Termin", said)
