"""What the preview of boundaries says about size and place."""

import pytest

from quartierwerk.core.models import Town
from quartierwerk.places.geojson import Area
from quartierwerk.places.measures import kilometres, square_kilometres
from quartierwerk.places.models import District
from quartierwerk.places.plans import plan_boundaries


def square(longitude, latitude, side=0.01):
    ring = [[longitude, latitude], [longitude + side, latitude]]
    ring += [[longitude + side, latitude + side], [longitude, latitude + side], [longitude, latitude]]
    return {"type": "MultiPolygon", "coordinates": [[ring]]}


def test_a_hundredth_of_a_degree_at_hattingen_is_about_three_quarters_of_a_square_kilometre():
    assert square_kilometres(square(7.19, 51.4)) == pytest.approx(0.773, rel=0.01)


def test_hattingen_and_flensburg_lie_400_km_apart():
    assert kilometres((51.399, 7.186), (54.782, 9.437)) == pytest.approx(405, rel=0.02)


@pytest.mark.parametrize("town_knows_its_centre", [True, False])
def test_an_area_of_another_town_is_named(db, town_knows_its_centre):
    town = Town.load()
    town.centre_latitude, town.centre_longitude = (51.399, 7.186) if town_knows_its_centre else (None, None)
    town.save()
    areas = [Area(name, "", square(7.19, 51.4), 51.405, 7.195) for name in ("Mitte", "Welper")]
    areas.append(Area("Mürwik", "", square(9.46, 54.8), 54.805, 9.465))
    plan = plan_boundaries(areas, District)
    assert plan.far == ["Mürwik"]
    assert plan.outlines[0] == "Mitte: 0,77 km², Mitte bei 51.4050, 7.1950"
