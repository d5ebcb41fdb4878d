"""What the grammar knows of this town."""

import pytest

from quartierwerk.core.models import Town
from quartierwerk.importing.gazetteer import town_gazetteer
from quartierwerk.places.factories import DistrictFactory, QuarterFactory
from quartierwerk.places.models import QuarterAlias, StreetRange, Venue

pytestmark = pytest.mark.django_db


@pytest.fixture
def south():
    return QuarterFactory(name="Südstadt")


def test_a_venue_is_known_by_each_of_its_names(south):
    Venue.objects.create(
        name="Bürgerhaus", slug="b", also_called="Alte Schule, BüHa", street="Am Markt 4", quarter=south
    )
    known = town_gazetteer().venues
    assert set(known) == {"Bürgerhaus", "Alte Schule", "BüHa"}
    assert set(known.values()) == {("Südstadt", "Am Markt 4")}


def test_the_house_of_a_known_room_is_not_that_room(south):
    Venue.objects.create(
        name="Großer Saal im Rathaus", slug="s", also_called="Rathaus, Großer Saal", quarter=south
    )
    assert set(town_gazetteer().venues) == {"Großer Saal im Rathaus", "Großer Saal"}


def test_a_street_leads_to_a_quarter_only_where_it_lies_in_one(south):
    inside, shared = DistrictFactory(), DistrictFactory()
    south.districts.add(inside, shared)
    QuarterFactory(name="Nordstadt").districts.add(shared)
    for street, district in (("Marktweg", inside), ("Langestraße", shared)):
        StreetRange.objects.create(street=street, street_key=street.lower(), district=district)
    assert town_gazetteer().streets == {"Marktweg": "Südstadt", "Langestraße": ""}


def test_a_quarter_is_known_by_its_other_names(south):
    QuarterAlias.objects.create(quarter=south, name="Bei den Gärten")
    assert town_gazetteer().quarters == {"Südstadt": "Südstadt", "Bei den Gärten": "Südstadt"}


def test_the_area_code_is_that_of_the_town():
    Town.objects.update_or_create(pk=1, defaults={"area_code": "02324", "name": "Hattingen"})
    known = town_gazetteer()
    assert (known.area_code, known.town) == ("02324", "Hattingen")


def test_it_takes_five_queries_however_large_the_town(django_assert_num_queries, south):
    Town.load()
    with django_assert_num_queries(5):
        town_gazetteer()
