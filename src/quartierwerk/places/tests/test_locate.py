"""Point → district → quarters."""

import json

import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quartierwerk.places import locate as locating
from quartierwerk.places import polygons
from quartierwerk.places.factories import DistrictFactory, QuarterFactory, square
from quartierwerk.places.locate import AreaIndex, _Built, district_key_at, locate
from quartierwerk.places.models import District, Quarter

pytestmark = pytest.mark.django_db
INSIDE = (51.405, 7.205)


def names(place):
    return [quarter.name for quarter in place.quarters]


def test_a_point_leads_to_its_district_and_that_to_its_quarter(welper, mitte):
    place = locate(*INSIDE)
    assert (place.district.name, names(place)) == ("Welper", ["Welper"])


def test_a_point_outside_every_district_leads_nowhere(welper):
    place = locate(52.0, 8.0)
    assert (place.district, place.quarters) == (None, [])


@pytest.mark.parametrize("spot", [(float("nan"), 7.0), (float("inf"), 7.0), (91.0, 7.0), (51.0, -181.0)])
def test_a_point_that_is_not_on_earth_leads_nowhere(welper, spot):
    assert locate(*spot).quarters == []


def test_a_town_without_boundaries_answers_nothing():
    QuarterFactory()
    assert locate(*INSIDE).quarters == []


def test_the_quarter_that_spans_fewer_districts_comes_first(welper, mitte):
    QuarterFactory(name="Alles", slug="alles", districts=District.objects.all())
    assert names(locate(*INSIDE)) == ["Welper", "Alles"]


def test_a_quarters_own_boundary_wins_over_districts(welper):
    QuarterFactory(name="Siedlung", slug="siedlung", boundary=square(7.204, 51.404, 0.002))
    assert names(locate(*INSIDE)) == ["Siedlung"]
    assert names(locate(51.4005, 7.2005)) == ["Welper"]


def test_a_quarter_with_a_boundary_does_not_answer_for_its_whole_district(welper):
    QuarterFactory(name="Ecke", slug="ecke", boundary=square(7.3, 51.3), districts=District.objects.all())
    assert names(locate(*INSIDE)) == ["Welper"]


def test_a_hidden_quarter_is_not_answered(welper):
    Quarter.objects.update(is_public=False)
    assert names(locate(*INSIDE)) == []


def test_a_point_on_a_border_always_has_the_same_answer(welper, mitte):
    assert {locate(51.405, 7.20).district.name for _ in range(3)} == {locate(51.401, 7.20).district.name}


def test_a_changed_boundary_is_noticed_without_being_told(welper):
    assert names(locate(*INSIDE)) == ["Welper"]
    district = District.objects.get()
    district.boundary = square(8.0, 52.0)
    district.save()
    assert names(locate(*INSIDE)) == []
    assert names(locate(52.005, 8.005)) == ["Welper"]


def test_a_removed_district_is_noticed(welper):
    assert district_key_at(*INSIDE) is not None
    District.objects.all().delete()
    assert district_key_at(*INSIDE) is None


def test_another_process_sees_the_change_too(welper):
    elsewhere = AreaIndex(District)
    assert len(elsewhere.keys_at(*INSIDE)) == 1
    DistrictFactory(boundary=square(7.20, 51.40, 0.02))
    assert len(elsewhere.keys_at(*INSIDE)) == 2


@pytest.mark.parametrize("more", [0, 2])
def test_looking_up_a_point_takes_four_queries_however_many_areas(welper, more, django_assert_num_queries):
    for n in range(more):
        DistrictFactory(boundary=square(8 + n, 52))
        QuarterFactory(districts=District.objects.all())
    locate(*INSIDE)
    with django_assert_num_queries(4):
        assert len(locate(*INSIDE).quarters) == 1 + more


_corner = st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 4))
_spot = st.tuples(st.floats(-1, 12, allow_nan=False), st.floats(-1, 12, allow_nan=False))


@settings(max_examples=150)
@given(squares=st.lists(_corner, min_size=1, max_size=6, unique=True), spot=_spot)
def test_the_index_finds_what_looking_at_every_area_finds(squares, spot):
    shapes = sorted(
        (shapely.geometry.shape(square(*corner)) for corner in squares), key=lambda area: area.area
    )
    index = AreaIndex(District)
    index._built = _Built(
        (0, 0), [(n, polygons.area(shapely.geometry.mapping(shape))) for n, shape in enumerate(shapes)]
    )
    index.stamp = lambda: (0, 0)
    longitude, latitude = spot
    brute = [n for n, area in enumerate(shapes) if area.intersects(shapely.Point(longitude, latitude))]
    assert index.keys_at(latitude, longitude) == brute


_point = st.tuples(st.integers(0, 8), st.integers(0, 8))


@settings(max_examples=300)
@given(
    corners=st.lists(_point, min_size=3, max_size=8),
    hole=st.lists(_point, min_size=3, max_size=4),
    spot=_point,
)
def test_plain_python_decides_as_shapely_does_also_on_borders_and_in_holes(corners, hole, spot):
    outer = shapely.Polygon(corners)
    assume(outer.is_valid and outer.area)
    cut = shapely.Polygon(corners, [hole])
    area = cut if cut.is_valid and cut.area else outer
    ours = polygons.area(json.loads(shapely.to_geojson(area)))
    assert ours.holds(*spot) == area.intersects(shapely.Point(spot))
    assert ours.size == pytest.approx(area.area)


def test_both_tables_have_a_stamp(welper):
    before = locating.stamps()
    welper.save()
    after = locating.stamps()
    assert before[0] == after[0]
    assert before[1] != after[1]
