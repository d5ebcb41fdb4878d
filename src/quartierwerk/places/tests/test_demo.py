"""The demo towns: complete, and the same after every loading."""

import json

import pytest
from django.conf import settings

from quartierwerk.core.demo import TownFolder
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
