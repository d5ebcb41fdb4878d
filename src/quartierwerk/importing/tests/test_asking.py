"""Whether one registers, until when, and whom one asks, in the words of many authors. All texts are samples."""

from datetime import date

import pytest

from quartierwerk.importing.extract import Gazetteer, extract
from quartierwerk.importing.extract.draft import DoubtKind

TODAY = date(2026, 11, 23)
TOWN = Gazetteer(area_code="02324")


def read(text):
    return list(extract(text, TODAY, TOWN).events)


def one(words):
    (event,) = read(f"Nähabend\n\nAm 3. Dezember um 18 Uhr im Bürgerhaus. {words}")
    return event


def numbers(event):
    return [each.value.written for each in event.phones]


@pytest.mark.parametrize(
    "words",
    [
        "Kommt einfach vorbei!",
        "nicht anmelden, einfach kommen.",
        "Keiner muss sich an- oder abmelden.",
        "Angemeldet werden muss nichts.",
        "Das Angebot ist kostenfrei und anmeldefrei.",
        "Kommen Sie spontan dazu, wann immer Sie mögen.",
        "Anmeldung? Nicht nötig!",
        "Anmeldung: nein",
        "Anmelden ist nicht nötig.",
        "Der Treff ist offen für alle.",
        "Ihr dürft euch gerne anmelden, müsst aber nicht.",
        "Sie brauchen keinen Termin.",
        "Wir freuen uns über jeden, der spontan vorbeischaut.",
        "Auch Kurzentschlossene sind willkommen.",
    ],
)
def test_one_need_not_register(words):
    assert one(words).registration.value == "not_needed"


@pytest.mark.parametrize(
    "words",
    [
        "Ohne Anmeldung ist leider keine Teilnahme möglich.",
        "Bitte kommen Sie nicht ohne Anmeldung.",
        "Eine Teilnahme ist nur nach Anmeldung möglich.",
        "Ohne vorherige Anmeldung läuft leider nichts.",
        "Anm. bei U. Muster, T. 55 50 19",
        "Teilnahme nur nach vorheriger Buchung auf der Internetseite.",
        "Den Link bekommt, wer sich unter kurs@verein.example anmeldet.",
        "Wer einfach kommen will, muss sich trotzdem vorher anmelden.",
    ],
)
def test_one_has_to_register(words):
    assert one(words).registration.value == "required"


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Ein kurzer Anruf vorher wäre nett (02324 555019).", None),
        ("Wer mitwill, soll sich bitte bis zum 1. Dezember bei mir melden, Telefon 5 55 17.", "2026-12-01"),
        ("Gerne anmelden unter 02324 555019, dann reicht der Kuchen.", None),
        ("Für eine kurze Rückmeldung bis zum 1. Dezember wären wir dankbar.", "2026-12-01"),
        ("Wir bitten um eine kurze Mail an info@verein.example bis 1. Dezember.", "2026-12-01"),
        ("Schreibt uns bis 1. Dezember eine Mail, wenn ihr dabei sein wollt.", "2026-12-01"),
        ("Anmeldungen sind gern gesehen, aber kein Muss.", None),
        ("Eine Anmeldung ist wünschenswert, aber nicht Bedingung.", None),
        ("Eine Anmeldung ist nicht zwingend, erleichtert uns aber die Planung.", None),
        ("Sagt bitte bis 1. Dezember bei Heike (0151 55501990) zu.", "2026-12-01"),
        ("Teams können sich bis 1. Dezember per Mail an turnier@sv.example anmelden.", "2026-12-01"),
        ("Wer kommt, gebe bitte bis 1. Dezember Nachricht.", "2026-12-01"),
        ("Zwecks Planung bitte bis 1.12. kurze Info an Petra.", "2026-12-01"),
        ("Wer dabei sein möchte, trägt sich bitte bis 1. Dezember in die Liste ein.", "2026-12-01"),
        ("Anruf genügt: 02324 555019", None),
        ("Reservierungen nimmt das Büro unter 02324 555019 entgegen.", None),
    ],
)
def test_one_is_asked_to_say_that_one_comes(words, last):
    event = one(words)
    said = event.registration_deadline
    assert (event.registration.value, said.value.isoformat() if said else None) == ("requested", last)


@pytest.mark.parametrize(
    "words",
    [
        "Wer noch einen Stand machen will, sagt bitte bis 1. Dezember Bescheid: hof@verein.example.",
        "Händler melden sich bitte bis 1. Dezember an unter stand@verein.example.",
        "Wer eine Mitfahrgelegenheit braucht, meldet sich bis 1. Dezember bei Familie Muster.",
        "Wer selbst ein Fenster gestalten möchte, meldet sich bis 1. Dezember bei Uta Probe.",
        "Fragen? Dann meldet euch bei Jonas.",
        "Wer das Pfarrheim putzen kann, meldet sich bis 1. Dezember bei Frau Muster.",
        "Wir spielen Karten und Brettspiele.",
        "Wer einen Salat mitbringt, sagt bitte Petra Bescheid.",
        "Kuchenspenden bitte bei Frau Muster anmelden.",
        "Standgebühr 10 Euro, Anmeldung der Stände bis 1. Dezember bei Uta Muster.",
        "Chöre, die auftreten wollen, melden sich bitte bis 1. Dezember.",
        "Anmeldeschluss für Aussteller: 1. Dezember.",
        "Der Bürgerbus fährt bis vor die Tür, Anmeldung dafür bis 1. Dezember.",
        "Wir bitten darum, die eigene Tasse mitzubringen, um ein Zeichen zu setzen.",
        "Ihr könnt euch jederzeit beim Vorstand melden.",
        "Wir freuen uns auf euch!",
    ],
)
def test_sellers_helpers_and_who_asks_register_and_guests_do_not(words):
    event = one(words)
    assert (event.registration.value, event.registration_deadline) == ("unspecified", None)


def test_teams_register_and_who_only_watches_does_not():
    event = one(
        "Mannschaften melden sich bitte bei Karl Muster, Tel. 02324 55 50 19. Zuschauer brauchen keine Anmeldung."
    )
    assert event.registration.value == "requested"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Telefon 02324 / 555-5512 (Frau Muster) oder 555-5513 (Herr Probe).",
            [("02324 / 555-5512", "+4923245555512"), ("555-5513", "+4923245555513")]),
        ("Tel. 02302 581-232 oder 581-233", [("02302 581-232", "+492302581232"), ("581-233", "+492302581233")]),
        ("Tel. 02324 55501-12 oder -14", [("02324 55501-12", "+4923245550112"), ("02324 55501-14", "+4923245550114")]),
        ("Tel. 02324 5550-11/-12/-13",
            [("02324 5550-11", "+492324555011"), ("02324 5550-12", "+492324555012"), ("02324 5550-13", "+492324555013")]),
        ("Auskunft: Tel. 5 55 65 / 5 55 66", [("5 55 65", "+49232455565"), ("5 55 66", "+49232455566")]),
        ("Tel. (0 23 24) 55 17 63 / 21 03", [("(0 23 24) 55 17 63", "+492324551763"), ("(0 23 24) 55 21 03", "+492324552103")]),
        ("Tel. 02324/555-0, App. 12", [("02324/555-0, App. 12", "+4923245550")]),
        ("Auskunft unter 02324.555019.", [("02324.555019", "+492324555019")]),
        ("Auskunft: 02324 – 55 45 60", [("02324 – 55 45 60", "+492324554560")]),
        ("Infos bei Max ☎ 555019 oder Uta ☎ 555020", [("555019", "+492324555019"), ("555020", "+492324555020")]),
        ("Anruf genügt: 55 50 19 (AB)", [("55 50 19", "+492324555019")]),
        ("Kontakt: Pfarrbüro St. Muster, 55 50 19", [("55 50 19", "+492324555019")]),
    ],
)  # fmt: skip
def test_a_second_number_is_read_with_what_the_first_says(words, found):
    assert [(each.value.written, each.value.e164) for each in one(words).phones] == found


@pytest.mark.parametrize(
    "words",
    [
        "Tel. 02324 555019, 12 Plätze sind noch frei.",
        "Tel. 02324 555019, 14 bis 18 Uhr.",
        "Tel. 02324 555019 oder 10 Euro vor Ort.",
        "Tel. 02324 555019, 45525 Hattingen",
        "Tel. 02324 555019, 8-12 und 14-16 Uhr",
        "Tel. 02324 555019 (Mo-Do), 3.12.2026",
    ],
)
def test_hours_prices_and_postcodes_behind_a_number_are_none(words):
    assert numbers(one(words)) == ["02324 555019"]


def test_only_a_number_without_any_area_code_gets_the_towns_and_says_so():
    event = one("Tel. 02302 581-232 oder 581-233, zu Hause Tel. 5 55 17.")
    doubts = [[doubt.kind for doubt in each.doubts] for each in event.phones]
    assert doubts == [[], [], [DoubtKind.AREA_CODE_ADDED]]


@pytest.mark.parametrize(
    "words",
    [
        "Rentenberatung gibt es nur nach Vereinbarung. Rufen Sie unsere Schriftführerin an: 02324 551763.",
        "Den Fahrdienst erreichen Sie samstags bis 12 Uhr bei Ehepaar Muster, Telefon 02324 551136.",
        "Wer etwas verloren hat: Fundbüro, Tel. 02324 555030.",
        "Spenden nimmt unser Kassierer gern entgegen (Tel. 02324 555019).",
        "Für die Vermietung des Saals ist Herr Probe zuständig, Tel. 02324 555019.",
        "Hausmeister: Herr Probe, Tel. 02324 555019",
        "Schlüssel gibt es bei Herrn Probe, Tel. 02324 555019.",
        "Wer Mitglied werden möchte, wendet sich an Frau Muster, 02324 555019.",
        "Anmeldung für den Fahrdienst: Tel. 02324 555019",
        "Das Gemeindehaus kann gemietet werden: Frau Probe, Tel. 02324 555019.",
        "Bücherspenden bitte nur nach Absprache, Tel. 02324 555019.",
        "Hilfetelefon: 08000 116016.",
        "Der Bürgerbus fährt bis vor die Tür, Anmeldung dafür unter 02324 555011.",
        "Abonnenten erreichen den Leserservice unter 02324 555000.",
    ],
)
def test_a_number_for_something_else_is_not_the_events(words):
    assert numbers(one(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Anmeldung bei der Schriftführerin, Tel. 02324 555019.",
        "Anmeldung im Pfarrbüro (Mo-Do 9-12 Uhr), Tel. 02324 555019.",
        "Auskunft gibt die Pflegeberatung, Tel. 02324 555019.",
        "Karten gibt es beim Hausmeister, Tel. 02324 555019.",
        "Wer abgeholt werden möchte, ruft Frau Muster an: 02324 555019.",
    ],
)
def test_who_is_asked_about_the_event_stays(words):
    assert numbers(one(words)) == ["02324 555019"]


def test_a_consultation_has_its_own_number():
    (event,) = read(
        "Rentenberatung\n\nAm 3. Dezember von 14 bis 16 Uhr im Rathaus. Rentenberatung nur nach Anruf: Tel. 02324 555019."
    )
    assert numbers(event) == ["02324 555019"]


def test_the_hours_of_an_office_below_a_list_are_no_way_to_its_events():
    text = (
        "Gottesdienste\n\nSo 6.12. 10.00 Uhr Gottesdienst, Johanneskirche\nMi 9.12. 15.00 Uhr Frauenhilfe, Gemeindesaal\n\n"
        "Das Gemeindebüro ist dienstags von 9 bis 12 Uhr geöffnet, Tel. 02324 555019, buero@kirche.example.\n\nKüsterin: Uta Muster, Tel. 02324 555020"
    )
    assert [(each.phones, each.emails) for each in read(text)] == [((), ()), ((), ())]


def test_the_number_of_one_event_is_not_that_of_another_that_needs_no_registration():
    text = (
        "Gesprächskreis\n\nDer Kreis trifft sich am 3. Dezember um 17 Uhr in der Oststraße 1; ein kurzer Anruf vorher wäre nett "
        "(02324 / 555 52 30).\n\nZusätzlich: Am Donnerstag, dem 10. Dezember 2026, spricht Dr. Muster ab 18 Uhr im Krankenhaus. "
        "Dafür bedarf es keiner Anmeldung."
    )
    circle, talk = read(text)
    assert (numbers(circle), numbers(talk)) == (["02324 / 555 52 30"], [])


def test_what_is_said_of_all_courses_counts_with_the_number_in_the_sentence_behind():
    text = (
        "Noch freie Plätze\n\nAquarell für Anfänger\nDo., 14.01., 18 Uhr, Raum 4\n\nErste Hilfe am Kind\nSa., 23.01., 9.30 Uhr, Raum 2\n\n"
        "Eine Anmeldung ist zu beiden Terminen erforderlich. Das geht persönlich in der Geschäftsstelle (Mo-Do 9-12 Uhr) "
        "oder telefonisch: 02324 – 55 45 60."
    )
    assert [(each.registration.value, numbers(each)) for each in read(text)] == [
        ("required", ["02324 – 55 45 60"])
    ] * 2


@pytest.mark.parametrize(
    ("words", "price"),
    [
        ("Es kostet nichts.", "kostet nichts"),
        ("Wie viel: nix, aber der Hut geht rum", "der Hut geht rum"),
        ("Startgeld 5 EUR pro Mannschaft", "5 EUR"),
        ("Der Hut geht verloren.", None),
    ],
)
def test_what_it_costs_in_plain_words(words, price):
    said = one(words).price
    assert (said.value if said else None) == price


def test_tickets_are_reserved():
    assert one("Kartenreservierung: Tel. 55 50 19").registration.value == "tickets"


@pytest.mark.parametrize(
    "words",
    [
        "Anmeldung an nähen@verein,example.",
        "Anmeldung: E-Mail uta.muster@verein",
        "Anmeldung an uta punkt muster ät verein punkt example",
    ],
)
def test_a_mangled_address_is_reported_and_never_guessed(words):
    event = one(words)
    assert (event.emails, DoubtKind.EMAIL_MISSING in [doubt.kind for doubt in event.all_doubts]) == ((), True)


def test_what_follows_a_whole_address_spoils_nothing():
    event = one("Anmeldung an uta@verein.example, oder per Post.")
    assert [each.value for each in event.emails] == ["uta@verein.example"]
    assert DoubtKind.EMAIL_MISSING not in [doubt.kind for doubt in event.all_doubts]


def test_a_last_paragraph_for_questions_is_of_all_that_repeats():
    text = (
        "Café Miteinander\n\nJeden Mittwoch, 15 bis 17.30 Uhr\nBürgerzentrum, Talstraße 8\n\nBei uns gibt es Kaffee und Kuchen.\n\n"
        "Achtung: Am 16. Dezember ist kein Café!\n\nFragen? Rufen Sie an: Layla Muster, 0 23 24 - 55 55 08"
    )
    weekly = next(each for each in read(text) if each.recurrence)
    assert numbers(weekly) == ["0 23 24 - 55 55 08"]
