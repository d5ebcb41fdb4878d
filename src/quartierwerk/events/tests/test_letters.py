"""A letter about a registration carries its code, also as a picture, and can be read aloud."""

import io

import page
import pytest
from pypdf import PdfReader

from quartierwerk.events import actions, codes, factories
from quartierwerk.events.registration import tickets
from quartierwerk.people import letters
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Notification

pytestmark = pytest.mark.django_db


def letter_to(registration):
    return Notification.objects.filter(person=registration.person).latest("pk")


@pytest.fixture
def karl():
    return PersonFactory(name="Karl Brief", written_to=True)


def text_of(pdf):
    return " ".join(" ".join(p.extract_text() for p in PdfReader(io.BytesIO(pdf)).pages).split())


def problems(pdf):
    return [f.message for f in page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1).failures]


def test_the_confirmation_by_letter_shows_the_code_and_its_picture(karl):
    place = factories.registration(factories.event(capacity=9), person=karl)
    pdf = letters.letters_pdf([letter_to(place)])
    assert text_of(pdf).count(codes.in_groups(place.code)) == 2  # in the text, and beside the picture
    assert f"Ihre Anmeldenummer: {codes.in_groups(place.code)}" in text_of(pdf)
    assert "Zeigen Sie dieses Bild am Eingang" in text_of(pdf)
    assert alternatives(pdf) == [f"QR-Code mit Ihrer Anmeldenummer {codes.in_groups(place.code)}"]
    assert problems(pdf) == []


def alternatives(pdf):
    """The alternative texts of the pictures in the file."""
    reader = PdfReader(io.BytesIO(pdf))
    things = (
        reader.get_object(number) for number in range(1, len(reader.xref_objStm) + len(reader.xref[0]) + 1)
    )
    return [str(thing["/Alt"]) for thing in things if isinstance(thing, dict) and "/Alt" in thing]


def test_who_waits_gets_the_number_and_no_picture_for_the_door(karl):
    full = factories.event(capacity=1)
    factories.registration(full)
    text = text_of(letters.letters_pdf([letter_to(factories.registration(full, person=karl))]))
    assert ("Ihre Anmeldenummer" in text, "Bild am Eingang" in text) == (True, False)


def test_who_called_it_off_gets_no_code(karl):
    place = factories.registration(factories.event(capacity=9), person=karl)
    actions.cancel_registration(registration=place)
    assert "Bild am Eingang" not in text_of(letters.letters_pdf([letter_to(place)]))


def test_the_picture_stands_with_its_facts_and_every_page_of_two_is_numbered(karl):
    place = factories.registration(factories.event("Tanztee", capacity=9), person=karl)
    told = letter_to(place)
    told.body += "\n\n" + "Noch ein Satz, der Platz braucht. " * 40
    told.save()
    pdf = letters.letters_pdf([told])
    pages = [" ".join(each.extract_text().split()) for each in PdfReader(io.BytesIO(pdf)).pages]

    assert [f"Seite {n} von 2" in text for n, text in enumerate(pages, 1)] == [True, True]
    assert "Bild am Eingang" in pages[1]
    for fact in ("Karl Brief", "Tanztee", f"Anmeldenummer: {codes.in_groups(place.code)}"):
        assert fact in pages[1]
    assert problems(pdf) == []


def test_a_letter_of_one_page_has_no_number(karl):
    place = factories.registration(factories.event(capacity=9), person=karl)
    told = letter_to(place)
    told.body = "Kurz."
    assert "Seite 1" not in text_of(letters.letters_pdf([told]))


def test_many_letters_carry_each_their_own_code():
    gathering = factories.event(capacity=9)
    places = [factories.registration(gathering, person=PersonFactory(written_to=True)) for _ in range(3)]
    pdf = letters.letters_pdf([letter_to(place) for place in places])
    assert all(codes.in_groups(place.code) in text_of(pdf) for place in places)
    assert problems(pdf) == []


def test_the_picture_says_the_address_of_the_entrance(karl):
    place = factories.registration(factories.event(capacity=9), person=karl)
    assert tickets.door_url(place).endswith(f"/einlass/{place.code}/")
    assert b"<svg" in tickets.qr_file(place)


def test_a_code_is_spelled_for_the_phone():
    assert codes.in_groups("7KQMX3PA") == "7KQM X3PA"
    assert codes.spelled("7KÄ") == ["7", "K wie Köln", "Ä"]
