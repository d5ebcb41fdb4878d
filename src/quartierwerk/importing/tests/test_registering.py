"""How to register, with whom, for how many and at what price: read for the event that is meant. All texts are samples."""

from datetime import date

import pytest

from quartierwerk.importing.extract import Gazetteer, extract
from quartierwerk.importing.extract.draft import DoubtKind, Registration

TODAY = date(2026, 11, 23)
CLUB = """TV MUSTERTAL 1902 e. V.

!!! Schnupperkurs "Stark ab 70" !!!

Wann: ab 14.1.27 immer donnerstags 9:30-10:45 (6x)
Wo: Turnhalle Mustertal, Musterweg 4
Was kostet es? Mitglieder frei, Nichtmitglieder 18 €
Mitbringen: Hallenschuhe, Handtuch

Anmelden bei Gerda (0170 / 555 01 99) oder stark(at)mustertal.example, max. 12 Plätze

P.S. Die Jahreshauptversammlung ist am Fr., 22.01.2027 um 19 Uhr im Vereinsheim.
"""


def read(text, known=None):
    return list(extract(text, TODAY, known or Gazetteer()).events)


def said(value):
    return value.value if value else None


def test_who_registers_for_the_course_does_not_register_for_what_the_postscript_tells():
    course, meeting = read(CLUB)
    assert (course.registration.value, [each.value.e164 for each in course.phones]) == (
        Registration.REQUIRED,
        ["+491705550199"],
    )
    assert (meeting.registration.value, meeting.phones, meeting.emails, meeting.contact) == (
        Registration.UNSPECIFIED,
        (),
        (),
        None,
    )


def test_nor_where_the_course_has_no_date_of_its_own():
    text = (
        "Yoga für alle\n\nImmer mittwochs von 18 bis 19 Uhr in der Turnhalle. Anmeldung bei Uta Muster, Tel. 02324 555019. "
        "Höchstens 10 Personen.\n\nPS: Am 3. Dezember um 19 Uhr ist Mitgliederversammlung im Vereinsheim."
    )
    meeting = next(each for each in read(text) if each.start)
    assert (meeting.registration.value, meeting.contact, meeting.capacity) == (
        Registration.UNSPECIFIED,
        None,
        None,
    )


def test_the_course_has_its_own_price_places_and_number_of_dates():
    course, meeting = read(CLUB)
    assert (said(course.price), said(course.capacity), said(course.dates), said(course.contact)) == (
        "Mitglieder frei, Nichtmitglieder 18 €",
        12,
        6,
        "Gerda",
    )
    assert [CLUB[span.start : span.end] for span in course.capacity.spans] == ["max. 12 Plätze"]
    assert (meeting.price, meeting.capacity, meeting.dates) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Höchstens 20 Personen.", 20),
        ("Die Teilnahme ist auf 12 Teilnehmende begrenzt.", 12),
        ("Die Teilnehmerzahl ist auf 15 beschränkt.", 15),
        ("Maximal acht Kinder.", 8),
        ("Max. Teilnehmerzahl: 18.", 18),
        ("Um Anmeldung wird gebeten, es gibt 20 Plätze.", 20),
        ("Es gibt nur zwölf Plätze. Bitte melden Sie sich an.", 12),
        ("Platz ist für 30 Gäste.", 30),
        ("Im Lokal gibt es 20 Plätze.", None),
        ("Im Vorjahr kamen 120 Personen.", None),
        ("Es gibt 20 Parkplätze, Anmeldung erwünscht.", None),
        ("Höchstens 20 Euro.", None),
    ],
)
def test_how_many_may_come(words, number):
    (event,) = read(f"Nähabend\n\nAm 3. Dezember um 18 Uhr im Bürgerhaus. {words}")
    assert said(event.capacity) == number


@pytest.mark.parametrize(
    ("words", "price"),
    [
        ("Kosten: 24 €", "24 €"),
        ("24 Euro für 8 Termine.", "24 Euro für 8 Termine"),
        ("Der Eintritt ist frei.", "Der Eintritt ist frei"),
        ("Die Teilnahme ist kostenlos.", "kostenlos"),
        ("Ein Unkostenbeitrag von Euro – 6,50 wird erhoben.", "Euro – 6,50"),
        ("Erwachsene 6 €, Kinder 3 €", "Erwachsene 6 €, Kinder 3 €"),
        ("Vorverkauf acht Euro, Abendkasse neun Euro.", "acht Euro, Abendkasse neun Euro"),
        (
            "Der Eintritt kostet 6 € für Erwachsene und 3 € für Kinder.",
            "6 € für Erwachsene und 3 € für Kinder",
        ),
        ("Eintritt: 12 € / 8 € erm.", "12 € / 8 € erm."),
        ("Für den Umbau stehen 85.000 Euro bereit.", None),
    ],
)
def test_what_it_costs(words, price):
    (event,) = read(f"Nähabend\n\nAm 3. Dezember um 18 Uhr im Bürgerhaus.\n{words}")
    assert said(event.price) == price


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("(8x)", 8),
        ("an acht Abenden", 8),
        (", 10 Termine", 10),
        (", insgesamt 6 Mal", 6),
        (", seit 20 Jahren", None),
    ],
)
def test_how_many_dates_a_series_has(words, number):
    (event,) = read(f"Nähkurs\n\nAb 5. Januar immer dienstags um 18 Uhr im Bürgerhaus {words}.")
    assert said(event.dates) == number


@pytest.mark.parametrize(
    ("words", "kind", "last"),
    [
        (
            "Bitte tragt euch bis zum 1. Dezember hier ein: https://verein.example/liste",
            "requested",
            "2026-12-01",
        ),
        ("Wenn ihr kommen wollt, meldet Euch per Mail über info@verein.example.", "requested", None),
        ("Wer mitmachen möchte, sagt bitte bis 1. Dezember Bescheid.", "requested", "2026-12-01"),
        ("Um Antwort bis zum 1. Dezember wird gebeten.", "requested", "2026-12-01"),
        ("Rückmeldung erbeten bis 1. Dezember unter 02324 555019.", "requested", "2026-12-01"),
        ("Verbindliche Zusage bis 1. Dezember an garten@verein.example.", "requested", "2026-12-01"),
        ("Interessenten melden sich bitte bei Herrn Muster, Telefon 02324 555019.", "requested", None),
        ("Den Zugangslink erhalten Sie nach der Registrierung.", "required", None),
        ("Bitte reservieren Sie sich vorab einen Termin.", "required", None),
        ("Tischreservierungen unter 02324 555019.", "required", None),
        ("Einlasskarten gibt es bei allen Mitgliedern.", "tickets", None),
        ("Die Anmeldung ist nur vor Ort möglich.", "not_needed", None),
        ("Einfach vorbeikommen, eine Anmeldung braucht es nicht.", "not_needed", None),
        ("Man muss sich nicht anmelden.", "not_needed", None),
        ("Anmelden müsst ihr euch nicht.", "not_needed", None),
        (
            "Eine Voranmeldung ist für die Abende, die in den Räumen der Schule stattfinden, nicht erforderlich.",
            "not_needed",
            None,
        ),
        ("Zu Ihrer Sicherheit muss wieder ein Termin reserviert werden.", "required", None),
        ("Anmeldung am Start oder online.", "required", None),
        ("Die Anmeldefrist läuft bis zum 1. Dezember!", "required", "2026-12-01"),
        ("Die Anmeldung endet am 1. Dezember.", "required", "2026-12-01"),
        ("Um planen zu können, ist eine Anmeldung bis 1. Dezember gewünscht.", "requested", "2026-12-01"),
        (
            "Erforderlich ist eine Anmeldung im Rathaus (vom 26. November bis 1. Dezember).",
            "required",
            "2026-12-01",
        ),
    ],
)
def test_whether_and_until_when_one_registers(words, kind, last):
    (event,) = read(f"Nähabend\n\nAm 3. Dezember um 18 Uhr im Bürgerhaus. {words}")
    deadline = said(event.registration_deadline)
    assert (event.registration.value.value, deadline and deadline.isoformat()) == (kind, last)


@pytest.mark.parametrize(
    "words",
    [
        "Bei Fragen melden Sie sich gern unter 02324 555019.",
        "Wer beim Aufbau mithelfen kann, meldet sich bitte bei Sabine Muster.",
        "Die Anmeldungen für das Kita-Jahr laufen noch bis 1. Dezember.",
        "Die Anmeldung der neuen Fünftklässler erfolgt im Sekretariat.",
        "Die ausgefüllten Anmeldungen können bis 1. Dezember abgegeben werden.",
        "Wer einen Stand anmelden möchte, schreibt an markt@verein.example.",
        "Melden bis 1. Dezember 40 Haushalte ihr Interesse an, beginnt der Ausbau.",
        "Um zu kommentieren, müssen Sie angemeldet sein.",
        "Bereits gekaufte Karten können zurückgegeben werden.",
        "Mitglieder des Vereins haben freien Eintritt, müssen sich aber für die Teilnahme anmelden.",
        "Vor einem Jahr mussten wir die Anmeldung schließen.",
        "Parallel gibt es eine Kinderbetreuung. Anmeldungen dafür nimmt das Büro an.",
    ],
)
def test_what_is_said_of_something_else_registers_nobody(words):
    event = next(each for each in read(f"Nähabend\n\nAm 3. Dezember um 18 Uhr im Bürgerhaus.\n\n{words}"))
    assert (event.registration.value, event.registration_deadline) == (Registration.UNSPECIFIED, None)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Anmeldung bei Uta Muster, Tel. 02324 555019.", "Uta Muster"),
        ("Anmeldung bei Frau Muster, 204-5019.", "Frau Muster"),
        ("Auskunft gibt Herr Muster unter Tel. 02324 555019.", "Herr Muster"),
        ("Anmeldung: Herr Muster (02324 555019)", "Herr Muster"),
        ("Anmelden bei Gerda (0170 5550199).", "Gerda"),
        ("Anmelden bei Gerda, Tel. 0170 5550199.", "Gerda"),
        ("Anmelden bei Kaffee und Kuchen.", None),
        ("Anmeldung bei Regen unter Tel. 02324 555019.", None),
        ("Anmelden bei Interesse (0170 5550199).", None),
        ("Anmelden beim Bürgerbüro (02324 5550199).", None),
    ],
)
def test_whom_to_ask(words, name):
    (event,) = read(f"Nähabend\n\nAm 3. Dezember um 18 Uhr im Bürgerhaus. {words}")
    assert said(event.contact) == name


@pytest.mark.parametrize(
    ("words", "venue"),
    [
        ("im Rathaus", "Rathaus"),
        ("im Hattinger Rathaus", "Rathaus"),
        ("im Rathaus, Rathausplatz 1", "Rathaus"),
        ("im Rathaus am Rathausplatz", "Rathaus"),
        ("im Saal des Rathauses", "Rathaus"),
        ("am Alten Rathaus am Untermarkt", None),
        ("im ehemaligen Rathaus", None),
        ("im Neuen Rathaus", None),
        ("im Rathaus in der Musterstraße", None),
        ("im Rathaus, Musterstraße 4", None),
        ("in der Alten Schule", "Alte Schule"),
        ("im Großen Saal der Alten Schule", "Alte Schule"),
    ],
)
def test_a_known_venue_is_meant_only_where_its_own_name_stands(words, venue):
    known = Gazetteer(venues={"Rathaus": ("", "Rathausplatz 1"), "Alte Schule": ("", "")}, town="Hattingen")
    (event,) = read(f"Am 3. Dezember um 18 Uhr beginnt {words} der Nähabend.", known)
    assert (said(event.venue), DoubtKind.PLACE_UNKNOWN in [each.kind for each in event.all_doubts]) == (
        venue,
        venue is None,
    )
    assert event.place
