"""What residents type, and what must stand first: over the demo town of Hattingen."""

import pytest
from django.core.management import call_command
from django.test import Client

from quartierwerk.places.factories import VenueFactory
from quartierwerk.places.models import Venue

pytestmark = pytest.mark.django_db

FIRST = {
    "Datenschutz": "Datenschutz",
    "Impressum": "Impressum",
    "Barrierefreiheit": "Barrierefreiheit",
    "Rückmeldung": "Rückmeldung geben",
    "Mein Quartier": "Mein Quartier",
    "Schreiben Sie uns": "Schreiben Sie uns",
    "Krefting Telefon": "Gabriele Krefting",
    "wen kann ich anrufen": "Gabriele Krefting",
    "Telefon": "Gabriele Krefting",
    "Ansprechpartnerin": "Gabriele Krefting",
    "Sprechzeiten": "Gabriele Krefting",
    "Blankenstein": "Blankenstein",
    "Holschentor": "Holschentor",
    "Welper": "Welper",
    "Südstadt": None,
    "Wohngeld": None,
}


def titles(text):
    hits = Client().get("/suche/", {"q": text}).context["hits"]
    return [str(hit["title"]).replace("<mark>", "").replace("</mark>", "") for hit in hits]


def test_what_residents_type_leads_to_what_they_mean(site):
    call_command("load_town", "hattingen")
    assert {text: next(iter(titles(text)), None) for text in FIRST} == FIRST
    assert "Nachbarschaft" in titles("Nachbarschaftshilfe")
    assert not [title for title in titles("Spielplatz") if "Bücherschrank" in title]
    nothing = Client().get("/suche/", {"q": "Wohngeld"})
    assert "haben wir nichts gefunden" in nothing.content.decode()
    assert nothing.context["contact"].name == "Gabriele Krefting"


@pytest.mark.parametrize("query", ["barrierefreie Toilette", "Rollstuhl"])
def test_a_venue_is_found_by_what_it_offers_and_by_nothing_unknown(db, query):
    VenueFactory(name="Haus A", accessible_toilet=Venue.Access.YES)
    VenueFactory(name="Haus B", accessible_toilet=Venue.Access.NO)
    VenueFactory(name="Haus C", accessible_toilet=Venue.Access.UNKNOWN)
    assert titles(query) == ["Haus A"]
