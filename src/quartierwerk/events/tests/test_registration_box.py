"""The box on the page of an event: in words how it stands, a button, and always a way without internet."""

import re

import pytest
from django.template.loader import render_to_string

from quartierwerk.core.models import Town
from quartierwerk.events import actions, factories
from quartierwerk.events.event_page import registration as part
from quartierwerk.events.factories import local

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _hattingen(site, time_machine):
    time_machine.move_to(local(2026, 9, 1, 12), tick=False)
    town = Town.load()
    town.phone, town.street, town.postal_code, town.city = (
        "02324 204-0",
        "Rathausplatz 1",
        "45525",
        "Hattingen",
    )
    town.save()


def _event(**values):
    return factories.event(
        starts_at=local(2026, 10, 8, 16), **{"capacity": 80, "slug": "konferenz", **values}
    )


def _box(event, occurrence=None):
    event.refresh_from_db()
    context = {"event": event, "occurrence": occurrence, **part.context(event, occurrence)}
    html = render_to_string("events/parts/registration.html", context)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip(), re.findall(r'href="(/[^"]*)"', html)


def _full(**values):
    event = _event(capacity=1, **values)
    factories.registration(event)
    return event


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "Anmeldung möglich"),
        ({"registration_mode": "required"}, "Kommen Sie bitte nur mit Anmeldung."),
        ({"registration_mode": "asked"}, "Wer ohne Anmeldung kommt, ist auch willkommen"),
        ({"registration_closes_at": local(2026, 10, 1, 12)}, "Bis Donnerstag, 1. Oktober, 12 Uhr."),
    ],
)
def test_who_can_register_finds_the_button(values, sentence):
    words, links = _box(_event(**values))

    assert sentence in words
    assert links == ["/termine/konferenz/anmelden/"]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"registration_opens_at": local(2026, 9, 10, 8)},
            "Die Anmeldung beginnt am Donnerstag, 10. September, 8 Uhr.",
        ),
        (
            {"registration_closes_at": local(2026, 8, 31, 8)},
            "Die Anmeldung ist seit Montag, 31. August, 8 Uhr geschlossen.",
        ),
    ],
)
def test_who_cannot_yet_or_no_longer_register_is_told_when_and_may_call(values, sentence):
    words, links = _box(_event(**values))

    assert (sentence in words, links) == (True, [])
    assert "Anmelden geht auch per Telefon: Rathaus: 02324 204-0" in words


def test_few_places_are_told_in_words():
    event = _event(capacity=4)
    factories.registration(event)
    assert "Nur noch wenige Plätze" in _box(event)[0]


def test_full_with_a_waiting_list_the_button_leads_there():
    words, links = _box(_full())
    assert ("Zurzeit ausgebucht" in words, "Auf die Warteliste" in words, len(links)) == (True, True, 1)


def test_full_without_a_waiting_list_there_is_no_button():
    words, links = _box(_full(has_waiting_list=False))
    assert ("Es gibt keine Warteliste." in words, links) == (True, [])


def test_phone_and_paper_always_stand_there():
    words, _links = _box(_event())

    assert "Anmelden geht auch per Telefon: Rathaus: 02324 204-0" in words
    assert "Stadt Musterstadt, Rathausplatz 1, 45525 Hattingen" in words


def test_without_registration_people_simply_come():
    words, links = _box(factories.event(starts_at=local(2026, 10, 8, 16)))
    assert ("Kommen Sie einfach" in words, links) == (True, [])


def test_a_date_of_a_series_leads_to_its_own_form():
    course = _event(rule="FREQ=WEEKLY;COUNT=3", registers_for="date")
    second = course.occurrences.all()[1]

    assert _box(course, second)[1] == ["/termine/konferenz/anmelden/?datum=2026-10-15"]
    words, links = _box(course)
    assert ("Termin wählen und anmelden" in words, links) == (True, ["/termine/konferenz/anmelden/"])


def test_a_whole_series_closes_when_it_begins_whichever_date_is_shown(time_machine):
    course = _event(rule="FREQ=WEEKLY;COUNT=3", registers_for="whole")
    second = course.occurrences.all()[1]
    assert _box(course, second)[1] == ["/termine/konferenz/anmelden/"]

    time_machine.move_to(local(2026, 10, 9, 12), tick=False)
    words, links = _box(course, second)
    assert ("Die Anmeldung ist seit Donnerstag, 8. Oktober, 16 Uhr geschlossen." in words, links) == (
        True,
        [],
    )


def test_over_or_cancelled_there_is_no_box(time_machine):
    event = _event()
    date = event.occurrences.get()
    date.state = "cancelled"
    assert _box(event, date) == ("", [])
    time_machine.move_to(local(2026, 10, 9, 12), tick=False)
    assert _box(event, event.occurrences.get()) == ("", [])


def test_nobody_who_is_registered_is_named(erna):
    event = _event()
    factories.registration(event, person=erna, wish=actions.Wish(party_names=["Kanarienvogel"]))
    words, _links = _box(event)
    assert [name for name in ("Erna", "Kanarienvogel") if name in words] == []
