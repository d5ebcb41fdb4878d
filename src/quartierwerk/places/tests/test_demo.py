"""The demo towns: complete, and the same after every loading."""

import json

import pytest
from django.conf import settings

from quartierwerk.core import demo as core_demo
from quartierwerk.core.demo import TownFolder
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places import demo, outlines, queries
from quartierwerk.places.locate import locate
from quartierwerk.places.models import District, Quarter, QuarterAlias, StreetRange, Venue
from quartierwerk.places.resolve import resolve

pytestmark = pytest.mark.django_db


def load(town):
    demo.load(TownFolder(settings.TOWNS_DIR / town))


def counts():
    return [model.objects.count() for model in (District, Quarter, QuarterAlias, Venue, StreetRange)]


@pytest.mark.parametrize(
    ("town", "expected"), [("hattingen", [11, 9, 8, 17, 4]), ("flensburg", [13, 13, 0, 0, 0])]
)
def test_a_town_is_loaded_completely_and_again_without_change(town, expected):
    load(town)
    before = (
        list(District.objects.values_list("version", flat=True)),
        list(Quarter.objects.values_list("version", flat=True)),
    )
    assert counts() == expected
    load(town)
    assert counts() == expected
    after = (
        list(District.objects.values_list("version", flat=True)),
        list(Quarter.objects.values_list("version", flat=True)),
    )
    assert after == before


@pytest.mark.parametrize(
    ("typed", "quarter"),
    [
        ("Im Welperfeld 23", "Welper"),
        ("Haidchen", "Welper"),
        ("Rauendahl", "Winz-Baak"),
        ("Bürgertreff Welper", "Welper"),
        ("Munscheidstr. 12a", "Winz-Baak"),
        ("EOBS", "Elfringhausen/Oberstüter/Bredenscheid/Stüter"),
        ("Wichernsaal", "Bredenscheid/Stüter"),
        ("Johannessegener Straße 35", "Bredenscheid/Stüter"),
    ],
)
def test_hattingen_finds_the_quarter_of(typed, quarter):
    load("hattingen")
    assert resolve(typed).quarter.name == quarter


def test_hattingen_marks_every_centre_as_approximate_and_claims_no_access():
    load("hattingen")
    assert not Quarter.objects.filter(centre_is_approximate=False).exists()
    assert not Venue.objects.exclude(step_free=Venue.Access.UNKNOWN).exists()


def test_flensburgs_centres_lie_in_their_own_quarters_and_its_map_is_small():
    load("flensburg")
    for quarter in Quarter.objects.all():
        assert [each.name for each in locate(quarter.latitude, quarter.longitude).quarters] == [quarter.name]
    text = json.dumps(outlines.quarter_features(queries.public_quarters()), separators=(",", ":"))
    assert len(text) <= 60_000


def test_a_street_of_one_venue_is_known_without_its_number():
    load("hattingen")
    assert resolve("Lindstockstraße").quarter.name == "Holthausen"
    assert resolve("Lindstockstr.").quarter.name == "Holthausen"


@pytest.mark.parametrize("typed", ["Hüttenstraße 43", "Huettenstr. 43", "Hüttenstr. 43, 45525 Hattingen"])
def test_the_towns_own_office_is_known_and_its_quarter_is_not_guessed(typed):
    core_demo.load(TownFolder.named("hattingen"))
    load("hattingen")
    found = resolve(typed)
    assert found.quarter is None
    assert "„Stadt Hattingen“" in found.message
    assert "rufen Sie uns an" in found.message


def test_an_office_of_a_public_contact_is_known_too():
    ContactFactory(name="Frau Muster", street="Amtsweg 3")
    ContactFactory(name="Herr Intern", street="Amtsweg 5", is_public=False)
    assert "„Frau Muster“" in resolve("Amtsweg 3").message
    assert "Intern" not in resolve("Amtsweg 5").message


@pytest.mark.parametrize("typed", ["Hattingen", "Stadt Hattingen"])
def test_the_town_itself_asks_for_a_street_or_a_quarter(typed):
    core_demo.load(TownFolder.named("hattingen"))
    load("hattingen")
    assert (
        resolve(typed).message == "Das ist die ganze Stadt. Bitte nennen Sie eine Straße oder ein Quartier."
    )


def test_an_unknown_street_is_answered_with_the_telephone():
    load("hattingen")
    assert "rufen Sie uns an" in resolve("Zwiebackgasse 7").message
