"""A page says a thing once: the street that the name of a place has in it, the sentences of the summary, whom to call."""

import pytest

from quartierwerk.events import factories
from quartierwerk.events.event_page.page import context
from quartierwerk.events.feeds import plain_words
from quartierwerk.events.words import about, where
from quartierwerk.events.words.whom_to_call import phone_for
from quartierwerk.people.factories import ContactFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
ROOM = "Gemeinschaftsraum Nordstraße 15"


@pytest.mark.parametrize("street", [ROOM, "Nordstraße 15", "Nordstr. 15", "NORDSTRASSE 15"])
def test_a_street_that_the_place_is_named_by_stands_there_once(street):
    event = factories.event(place_name=ROOM, street=street, postal_code="12345", city="Musterstadt")
    assert where.whole(event) == f"{ROOM}, 12345 Musterstadt"
    assert (where.named_address(event), where.address(event)) == (where.whole(event), "12345 Musterstadt")
    assert where.street(event) == street  # machines read it in a field of its own


def test_the_public_page_says_it_once(client):
    event = factories.event(place_name=ROOM, street=ROOM)
    shown = client.get(event.get_absolute_url()).content.decode()
    assert shown[shown.index("<main") : shown.index("</main")].count(ROOM) == 1


@pytest.mark.parametrize(
    ("name", "street"), [("Nordstraße 15", "Nordstraße 1"), ("Bürgerhaus", "Am Markt 4"), ("", "Am Markt 4")]
)
def test_any_other_street_is_said(name, street):
    event = factories.event(place_name=name, street=street)
    assert where.whole(event) == ", ".join(filter(None, [name, street]))


SUMMARY = "Wir nähen zusammen. Maschinen sind da."


@pytest.mark.parametrize(
    ("description", "rest"),
    [
        (f"{SUMMARY} Bringen Sie Stoff mit.", "Bringen Sie Stoff mit."),
        ("Wir nähen\nzusammen.  Maschinen sind da.\n\nBringen Sie Stoff mit.", "Bringen Sie Stoff mit."),
        (SUMMARY, ""),
        ("Wir nähen zusammen. Maschinen haben wir.", "Maschinen haben wir."),
        ("Wir nähen zusammen, auch mit Kindern.", "Wir nähen zusammen, auch mit Kindern."),
        ("Bringen Sie Stoff mit.", "Bringen Sie Stoff mit."),
        ("", ""),
    ],
)
def test_what_the_summary_says_is_not_said_again(description, rest):
    event = factories.event(summary=SUMMARY, description=description)
    assert about.beyond_summary(event) == rest
    assert str(context(event, None)["description"]) == (f"<p>{rest}</p>" if rest else "")
    assert plain_words.description(event).count("Wir nähen zusammen.") == 1


def test_a_summary_that_is_cut_leaves_the_sentence_that_was_cut():
    event = factories.event(
        summary="Wir nähen zusammen. Maschinen sind…",
        description="Wir nähen zusammen. Maschinen sind da. Kommen Sie.",
    )
    assert about.beyond_summary(event) == "Maschinen sind da. Kommen Sie."


@pytest.mark.parametrize(
    ("values", "is_ours"),
    [
        ({}, True),
        ({"description": "Kommen Sie zu uns.\n\nKontakt: Uta Muster, 02324 5678"}, False),
        ({"summary": "Fragen beantwortet der Verein unter 02324 5678."}, False),
        ({"description": "Am 12.10.2026 um 15 Uhr, 45525 Hattingen"}, True),
        ({"description": "Kontakt: 02324 5678", "registration_mode": "required"}, True),  # the list is ours
        ({"registration_mode": "elsewhere", "registration_how": "beim Verein, Telefon 02324 5678"}, False),
        ({"registration_mode": "elsewhere", "registration_how": "www.verein.example"}, True),
    ],
)
def test_the_towns_number_stands_only_where_the_event_names_none_of_its_own(values, is_ours):
    ContactFactory(name="Toni Muster", phone="02324 204-1", is_main=True)
    assert bool(phone_for(factories.event(**values))) == is_ours


def test_its_own_contact_always_does():
    own = ContactFactory(name="Uta Muster", phone="02324 204-2")
    event = factories.event(contact=own, description="Kontakt: 02324 5678")
    assert str(phone_for(event)) == "02324 204-2 (Uta Muster)"
