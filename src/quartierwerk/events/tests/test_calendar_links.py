"""„In meinen Kalender“: the file of the event or of one date, and the calendars it belongs to."""

import pytest
from django.template.loader import render_to_string

from quartierwerk.events import factories
from quartierwerk.events.event_page import calendar_links
from quartierwerk.events.factories import local
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import topic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september")]


def _shown(event, occurrence=None):
    return render_to_string("events/parts/calendar_links.html", calendar_links.context(event, occurrence))


def test_a_single_event_has_its_file(site):
    talk = factories.event(slug="vortrag")
    html = _shown(talk, talk.occurrences.first())
    assert 'href="/termine/vortrag.ics"' in html
    assert ("Termin eintragen" in html, "Alle Termine der Reihe eintragen" in html) == (True, False)


def test_a_series_has_its_file_and_at_one_date_also_that_of_the_date(site):
    cafe = factories.event(slug="cafe", starts_at=local(2026, 10, 15, 15), rule="FREQ=WEEKLY;COUNT=3")
    assert 'href="/termine/cafe.ics"' in _shown(cafe)
    at_date = _shown(cafe, cafe.occurrences.all()[1])
    assert 'href="/termine/cafe.ics?datum=2026-10-22"' in at_date
    assert 'href="/termine/cafe.ics"' in at_date


def test_the_links_of_a_date_lead_to_the_file_of_this_date(client, site):
    cafe = factories.event(starts_at=local(2026, 10, 15, 15), rule="FREQ=WEEKLY;COUNT=3")
    second = cafe.occurrences.all()[1]
    links = calendar_links.context(cafe, second)["calendar_links"]
    assert b"DTSTART;TZID=Europe/Berlin:20261022T150000" in client.get(links["file_url"]).content


def test_it_offers_the_calendars_of_its_public_quarters_its_topics_and_all(site, settings):
    settings.BASE_URL = "https://quartier.example"
    event = factories.event(
        quarters=[
            QuarterFactory(name="Welper", slug="welper"),
            QuarterFactory(name="Geheim", is_public=False),
        ],
        topics=[topic("Altersarmut")],
    )
    offered = calendar_links.context(event, None)["calendar_links"]["subscriptions"]
    assert [(each.label, each.webcal_url, each.atom_url) for each in offered] == [
        (
            "Welper",
            "webcal://quartier.example/termine/quartier/welper.ics",
            "/termine/quartier/welper/feed.atom",
        ),
        (
            "Altersarmut",
            "webcal://quartier.example/termine/thema/altersarmut.ics",
            "/termine/thema/altersarmut/feed.atom",
        ),
        ("Alle Termine", "webcal://quartier.example/termine/kalender.ics", "/termine/feed.atom"),
    ]
    assert "https://quartier.example/termine/quartier/welper.ics" in _shown(event)
