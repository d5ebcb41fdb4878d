"""What the gazetteer adds: venue, quarter, area code."""

from datetime import date

import pytest

from quartierwerk.importing.extract import Gazetteer, extract
from quartierwerk.importing.extract.draft import DoubtKind
from quartierwerk.importing.review.notes import UNSURE_BELOW

TODAY = date(2024, 4, 10)
TOWN = Gazetteer(
    venues={
        "Bürgertreff Nord": ("Nordstadt", "Am Anger 4"),
        "Rathaus": ("Mitte", "Markt 1"),
        "Haus der Vereine": ("Südstadt", "Talstr. 8"),
    },
    streets={"Lindenstraße": "Südstadt", "Kirchweg": "Mitte"},
    quarters={"Nordstadt": "Nordstadt", "Anger": "Nordstadt", "Südstadt": "Südstadt", "Mitte": "Mitte"},
    area_code="01234",
)


def one(text, gazetteer=TOWN):
    (event,) = extract(text, TODAY, gazetteer).events
    return event


def test_a_known_venue_leads_to_its_quarter():
    event = one("Spieleabend am 3. Mai um 19 Uhr im Bürgertreff Nord.")
    assert (event.place.value, event.venue.value, event.quarter.value) == (
        "Bürgertreff Nord",
        "Bürgertreff Nord",
        "Nordstadt",
    )
    assert DoubtKind.PLACE_UNKNOWN not in [doubt.kind for doubt in event.all_doubts]


def test_a_known_venue_is_found_inflected_and_inside_a_longer_name():
    event = one("Sitzung am 3. Mai um 19 Uhr im kleinen Sitzungssaal des Rathauses.")
    assert (event.place.value, event.venue.value, event.quarter.value) == (
        "kleinen Sitzungssaal des Rathauses",
        "Rathaus",
        "Mitte",
    )


def test_where_only_what_follows_has_a_place_that_is_told_as_unsure():
    place = one("Kreuzweg am Freitag, 3. Mai, 18 Uhr. Danach gibt es Tee im Pfarrheim.").place
    assert (place.value, place.confidence < UNSURE_BELOW) == ("Pfarrheim", True)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("im Rathaus, Zimmer 12", "Rathaus, Zimmer 12"),
        ("in Raum 204 des Rathauses, Markt 1", "Raum 204 des Rathauses"),
        ("im Rathaus (Foyer)", "Rathaus, Foyer"),
        ("im Rathaus, Markt 1, Raum 3", "Rathaus, Raum 3"),
        ("im Rathaus, 2. Etage", "Rathaus, 2. Etage"),
    ],
)
def test_the_room_belongs_to_the_place_and_the_house_is_the_venue(written, place):
    event = one(f"Sprechstunde am 3. Mai um 19 Uhr {written}.")
    assert (event.place.value, event.venue.value) == (place, "Rathaus")


@pytest.mark.parametrize("address", ["Lindenstraße 12", "Lindenstr. 12", "Lindenstraße 12a"])
def test_a_known_street_leads_to_its_quarter(address):
    event = one(f"Hofflohmarkt am 4. Mai um 10 Uhr, {address}.")
    assert event.quarter.value == "Südstadt"


def test_the_address_of_a_known_venue_leads_to_its_quarter():
    assert one("Treffen am 4. Mai um 10 Uhr, Talstraße 8.").quarter.value == "Südstadt"


def test_another_name_of_a_quarter_is_enough():
    event = one("Müllsammeln am Anger: Am 4. Mai um 10 Uhr geht es los.")
    assert event.quarter.value == "Nordstadt"


def test_an_unknown_place_is_marked():
    event = one("Lesung am 3. Mai um 19 Uhr in der Buchhandlung Muster.")
    assert DoubtKind.PLACE_UNKNOWN in [doubt.kind for doubt in event.all_doubts]
    assert (event.venue, event.quarter) == (None, None)


@pytest.mark.parametrize(
    ("written", "e164", "kinds"),
    [
        ("Tel. 204-5501", "+4912342045501", [DoubtKind.AREA_CODE_ADDED]),
        ("Telefon: 59 32 10", "+491234593210", [DoubtKind.AREA_CODE_ADDED]),
        ("Telefonnummer (02324) 204 - 5552", "+4923242045552", []),
        ("Tel.: 0203 / 12 34 56", "+49203123456", []),
        ("Tel. +49 (0) 2324 2040", "+4923242040", []),
        ("Mobil 0176 – 12043317", "+4917612043317", []),
        ("unter 0 61 01/60 23 14", "+496101602314", []),
        ("Ruf 030- 44 36 36 10", "+493044363610", []),
    ],
)
def test_a_telephone_number_becomes_e164(written, e164, kinds):
    (phone,) = one(f"Beratung am 3. Mai um 10 Uhr im Rathaus, {written}.").phones
    assert (phone.value.e164, [doubt.kind for doubt in phone.doubts]) == (e164, kinds)


def test_without_an_area_code_nothing_is_invented():
    (phone,) = one("Beratung am 3. Mai um 10 Uhr, Tel. 204-5501.", Gazetteer()).phones
    assert (phone.value.e164, phone.value.written) == ("", "204-5501")
    assert [doubt.kind for doubt in phone.doubts] == [DoubtKind.PHONE_INCOMPLETE]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("204-5501/-02", ["204-5501", "204-5502"]),
        ("204-5501 oder -02", ["204-5501", "204-5502"]),
        ("204-5501, 5502", ["204-5501", "204-5502"]),
        ("204-5501 und 204-5510", ["204-5501", "204-5510"]),
    ],
)
def test_several_extensions_are_several_numbers(written, found):
    event = one(f"Beratung am 3. Mai um 10 Uhr im Rathaus, Tel. {written}.")
    assert [phone.value.written for phone in event.phones] == found


@pytest.mark.parametrize(
    ("written", "found", "kinds"),
    [
        ("info@example.org", ["info@example.org"], []),
        ("info(at)example.org", ["info@example.org"], [DoubtKind.EMAIL_DISGUISED]),
        ("info [at] example [punkt] org", ["info@example.org"], [DoubtKind.EMAIL_DISGUISED]),
        ("info @ example.org", [], [DoubtKind.EMAIL_MISSING]),
        ("info@", [], [DoubtKind.EMAIL_MISSING]),
        ("E-Mail: .", [], [DoubtKind.EMAIL_MISSING]),
    ],
)
def test_an_address_that_cannot_be_read_is_reported_and_never_invented(written, found, kinds):
    event = one(f"Beratung am 3. Mai um 10 Uhr im Rathaus. Fragen an {written}")
    assert [email.value for email in event.emails] == found
    assert [doubt.kind for doubt in event.all_doubts if doubt.kind.name.startswith("EMAIL")] == kinds


def test_an_empty_gazetteer_changes_no_date():
    text = "Fest am 3. Mai um 15 Uhr im Bürgertreff Nord."
    assert one(text, Gazetteer()).start == one(text).start
