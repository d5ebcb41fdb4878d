"""The map: numbers that the server counts, single needs that lead to their page, and the same needs as the list."""

import json
import random
from datetime import UTC, datetime

import pytest
from geojson_pydantic import FeatureCollection

from quartierwerk.core import clock
from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import Kind, State, Visibility
from quartierwerk.needs.models import Need
from quartierwerk.needs.pages import areas
from quartierwerk.places.factories import QuarterFactory, square
from quartierwerk.topics.factories import FieldOfActionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
DATA, LIST, MAP = "/handlungsbedarfe/karte.json", "/handlungsbedarfe/", "/handlungsbedarfe/karte/"
QUERIES = 5  # the choices of the filter, and the clusters with the names of single ones


@pytest.fixture
def many():
    """600 needs around a town, some of them at one spot, with the longest titles; the same in every run."""
    chance = random.Random(7)  # noqa: S311 - no secret
    welper, wohnen = QuarterFactory(slug="welper"), FieldOfActionFactory(slug="wohnen")

    def need(number):
        spot = (
            (51.39, 7.18) if number % 10 == 0 else (chance.uniform(51.34, 51.44), chance.uniform(7.05, 7.30))
        )
        return Need(
            reference=f"HAT-2026-{number:04}",
            title="Ü" * 116 + f"{number:04}",
            kind=chance.choice(Kind.values),
            quarter=welper if number % 2 else None,
            field=wohnen if number % 3 else None,
            latitude=spot[0],
            longitude=spot[1],
            state=State.PUBLISHED,
            visibility=Visibility.PUBLIC,
            published_at=clock.now(),
        )

    Need.objects.bulk_create(need(number) for number in range(600))


def shown(client, query=""):
    """How many the map shows, and how many the answer says there are."""
    answer = client.get(f"{DATA}?{query}").json()
    return sum(feature["properties"].get("count", 1) for feature in answer["features"]), answer["total"]


def seen_by_a_browser(zoom, longitude=7.18, latitude=51.39):
    """What needs-map.js asks for: twice a cell to each side, as it rounds it."""
    step = 2 ** (8 - zoom)
    west, south = longitude // step * step, latitude // (step / 1.6) * (step / 1.6)
    edges = (
        max(-180, west - step),
        max(-90, south - step / 1.6),
        min(180, west + 2 * step),
        min(90, south + 2 * step / 1.6),
    )
    return ",".join(str(round(edge, 6)) for edge in edges)


def test_the_map_counts_what_the_list_counts(client, many):
    for query in ("", "quartier=welper", "feld=wohnen&art=idee", "stand=offen&zeit=7-tage", "stand=geloest"):
        number = client.get(f"{LIST}?{query}").context["list_page"].paginator.count
        assert (query, *shown(client, query)) == (query, number, number)


@pytest.mark.parametrize("zoom", [0, 6, 10, 12, 14, 16, 19])
def test_every_need_of_an_area_is_counted_once_at_every_zoom(client, many, zoom):
    area = seen_by_a_browser(zoom)
    number = client.get(f"{LIST}?quartier=welper&ausschnitt={area}").context["list_page"].paginator.count
    assert shown(client, f"quartier=welper&ausschnitt={area}&stufe={zoom}") == (number, number)
    assert number or zoom > 16


def test_areas_beside_each_other_share_no_need(client, many):
    factories.public_need("Genau dazwischen", place=Place(51.40, 7.25))
    halves = ("7.05,51.34,7.25,51.45", "7.25,51.34,7.31,51.45")
    assert sum(shown(client, f"ausschnitt={half}")[1] for half in halves) == 601


def test_the_largest_number_leads_closer_until_it_is_one_spot(client, many):
    """What a click does: the box of a cluster, up to three steps closer, holds as many as the number said."""
    zoom, asked = 10, f"ausschnitt={seen_by_a_browser(10)}&stufe=10"
    while True:
        features = client.get(f"{DATA}?{asked}").json()["features"]
        largest = max(features, key=lambda feature: feature["properties"].get("count", 1))
        west, south, east, north = largest["bbox"]
        longitude, latitude = largest["geometry"]["coordinates"]
        assert (west <= longitude <= east, south <= latitude <= north) == (True, True)
        if zoom == 19:
            break
        zoom = min(19, zoom + 3)
        asked = f"ausschnitt={west},{south},{east},{north}&stufe={zoom}"
        assert shown(client, asked) == (largest["properties"]["count"],) * 2
    assert largest["properties"]["count"] == 60
    assert (longitude, latitude) == (pytest.approx(7.18, abs=1e-5), pytest.approx(51.39, abs=1e-5))


def test_a_single_need_has_its_name_its_page_and_its_state_and_nothing_else(client, erna):
    need = factories.public_need("Bank", person=erna, text="geheim?", place=Place(51.4, 7.2, "Am Ufer"))
    answer = client.get(f"{DATA}?ausschnitt=7.1,51.3,7.3,51.5&stufe=12")
    assert answer["Content-Type"] == "application/geo+json"
    (feature,) = answer.json()["features"]
    assert feature["properties"] == {
        "name": "Bank",
        "url": f"/handlungsbedarfe/{need.reference}/",
        "text": "Problem · veröffentlicht",
    }
    longitude, latitude = feature["geometry"]["coordinates"]  # RFC 7946: longitude first
    assert (longitude, latitude) == (pytest.approx(7.2, abs=1e-5), pytest.approx(51.4, abs=1e-5))
    assert client.get(feature["properties"]["url"]).status_code == 200


def test_clusters_tell_numbers_and_no_names(client):
    for title in ("Bank", "Bus"):
        factories.public_need(title, place=Place(51.4, 7.2))
    (feature,) = client.get(f"{DATA}?stufe=19&ausschnitt=7.1999,51.3999,7.2001,51.4001").json()["features"]
    assert feature["properties"] == {"count": 2}
    assert feature["bbox"] == pytest.approx([7.2, 51.4, 7.2, 51.4], abs=1e-5)


def test_who_opens_one_spot_as_a_list_finds_all_of_it(client, many):
    """At the closest view a number of needs at one spot leads to the list of its box."""
    features = client.get(f"{DATA}?stufe=19&ausschnitt={seen_by_a_browser(19)}").json()["features"]
    (spot,) = [feature for feature in features if feature["properties"].get("count")]
    box = ",".join(str(edge) for edge in spot["bbox"])
    assert client.get(f"{LIST}?ausschnitt={box}").context["list_page"].paginator.count == 60


def test_what_is_gone_leaves_neither_number_nor_place(client, mona):
    factories.need("Wartet", place=Place(51.4, 7.2))
    removed = factories.public_need("Weg", place=Place(51.4, 7.2))
    place = f"/handlungsbedarfe/{removed.reference}/ort.geojson"
    assert client.get(place).status_code == 200
    actions.remove(need=removed, reason="Werbung", by=mona)
    assert shown(client) == (0, 0)
    assert client.get(place).status_code == 404
    assert "51.4" not in client.get(f"/handlungsbedarfe/{removed.reference}/").text
    assert client.get(f"/handlungsbedarfe/{Need.objects.first().reference}/ort.geojson").status_code == 404


def test_a_need_without_a_point_stands_in_the_list_alone(client):
    factories.public_need("Irgendwo", place=Place(name="im Norden"))
    need = Need.objects.get()
    assert shown(client) == (0, 0)
    assert [item["title"] for item in client.get(MAP).context["items"]] == ["Irgendwo"]
    assert client.get(f"/handlungsbedarfe/{need.reference}/ort.geojson").status_code == 404


@pytest.mark.parametrize("zoom", ["", "-1", "20", "999", "1e9", "12.5", "hallo", "²", "٣", "0" * 500, "%00"])
def test_a_zoom_that_makes_no_sense_breaks_nothing(client, many, zoom):
    assert shown(client, f"stufe={zoom}&ausschnitt=7,51,8,52") == (600, 600)


@pytest.mark.parametrize(
    "area", ["", "-180,-90,180,90", "7.05,51.34,7.3,51.44", "7.1,51.35,7.2,51.4", "7.18,51.39,7.1801,51.3901"]
)
def test_an_answer_is_small_however_large_the_area_and_close_the_view(client, many, area):
    sizes = [len(client.get(f"{DATA}?ausschnitt={area}&stufe={zoom}").content) for zoom in range(0, 20, 3)]
    assert max(sizes) <= 60_000


def test_it_is_geojson_as_the_standard_says(client, many):
    for zoom in (3, 12, 15):
        answer = client.get(f"{DATA}?ausschnitt={seen_by_a_browser(zoom)}&stufe={zoom}").json()
        assert FeatureCollection(**answer).features
    need = factories.public_need(
        place=Place(51.4, 7.2, quarter=QuarterFactory(boundary=square(7.19, 51.39, 0.02)))
    )
    place = FeatureCollection(**client.get(f"/handlungsbedarfe/{need.reference}/ort.geojson").json())
    assert [feature.geometry.type for feature in place.features] == ["MultiPolygon", "Point"]
    assert tuple(place.features[1].geometry.coordinates) == (7.2, 51.4)


def test_however_many_there_are_the_database_is_asked_as_often(client, many, django_assert_num_queries):
    for query in (
        "",
        f"ausschnitt={seen_by_a_browser(12)}&stufe=12",
        f"ausschnitt={seen_by_a_browser(17)}&stufe=17",
    ):
        with django_assert_num_queries(QUERIES):
            client.get(f"{DATA}?{query}")


@pytest.mark.parametrize(
    ("where", "bounds"), [("", "7.1,51.3,7.3,51.5"), ("?quartier=welper", "7.18,51.3875,7.22,51.4125")]
)
def test_the_map_begins_where_the_quarters_lie(client, where, bounds):
    QuarterFactory(slug="welper", latitude=51.4, longitude=7.2)
    if not where:
        QuarterFactory(latitude=51.4875, longitude=7.28)
        QuarterFactory(latitude=51.3125, longitude=7.12)
    edges = [float(edge) for edge in client.get(MAP + where).context["bounds"].split(",")]
    assert edges == pytest.approx([float(edge) for edge in bounds.split(",")], abs=1e-5)


def test_the_map_narrows_as_the_page_and_its_numbers_lead_to_the_narrowed_list(client):
    page = client.get(f"{MAP}?art=idee&stand=offen&ausschnitt=7,51,8,52")
    assert page.context["data_url"] == f"{DATA}?art=idee&stand=offen"
    assert page.context["list_url"] == f"{LIST}?art=idee&stand=offen"
    assert page.context["list_of_area_url"] == f"{LIST}?art=idee&stand=offen&ausschnitt=7,51,8,52"
    edges = [float(edge) for edge in page.context["bounds"].split(",")]
    assert edges == pytest.approx([7, 51, 8, 52], abs=1e-5)


def test_without_javascript_the_page_says_so_and_shows_the_same_as_a_list(client):
    factories.public_need("Bank", place=Place(51.4, 7.2))
    page = client.get(MAP).text
    assert "Die Karte braucht JavaScript. Dieselben Beiträge stehen in der Liste." in page
    assert page.index('href="#liste"') < page.index("data-needs-map") < page.index(">Bank</a>")


def test_an_area_survives_being_written_and_read():
    for west, south, east, north in (
        (7.05, 51.34, 7.3, 51.44),
        (-180, -90, 180, 90),
        (7.18, 51.39, 7.180004, 51.390004),
    ):
        area = areas.read(f"{west},{south},{east},{north}")
        assert areas.read(area.text) == area


def test_words_of_the_map_carry_the_towns_labels(client, time_machine):
    from quartierwerk.needs.models import StateWording

    time_machine.move_to(datetime(2026, 11, 23, tzinfo=UTC))
    StateWording.objects.create(state=State.PUBLISHED, label="steht im Netz")
    factories.public_need("Bank", place=Place(51.4, 7.2))
    text = json.dumps(client.get(DATA).json(), ensure_ascii=False)
    assert "steht im Netz" in text
