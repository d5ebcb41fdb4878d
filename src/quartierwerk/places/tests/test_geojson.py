"""Reading areas: what is taken, and the sentence that refuses everything else."""

import json

import pytest
import shapely
from geojson_pydantic import MultiPolygon

from quartierwerk.places.geojson import MAX_BYTES, BoundaryError, Options, read_areas

from .conftest import collection, feature, polygon, published

SQUARE = [[7.0, 51.0], [7.01, 51.0], [7.01, 51.01], [7.0, 51.01], [7.0, 51.0]]


def rings(*coordinates):
    return {"type": "Polygon", "coordinates": list(coordinates)}


def reasons(raw, **options):
    with pytest.raises(BoundaryError) as refused:
        read_areas(raw, Options(**options))
    return refused.value.reasons


def only(raw, **options):
    (area,) = read_areas(raw, Options(**options))
    return area


def crs(name):
    return {"crs": {"type": "name", "properties": {"name": name}}}


def test_a_square_becomes_a_closed_multipolygon_with_a_centre_inside():
    area = only(collection(feature("Welper")))
    assert (area.name, area.code, area.mended) == ("Welper", "", False)
    assert area.boundary["coordinates"] == [
        [[[7.0, 51.0], [7.01, 51.0], [7.01, 51.01], [7.0, 51.01], [7.0, 51.0]]]
    ] or shapely.equals(shapely.geometry.shape(area.boundary), shapely.box(7.0, 51.0, 7.01, 51.01))
    assert shapely.box(7.0, 51.0, 7.01, 51.01).contains(shapely.Point(area.longitude, area.latitude))


def test_a_clockwise_ring_is_turned_to_follow_the_right_hand_rule():
    area = only(collection(feature("Welper", rings(SQUARE[::-1]))))
    assert shapely.LinearRing(area.boundary["coordinates"][0][0]).is_ccw


def test_a_hole_runs_clockwise():
    hole = [[7.002, 51.002], [7.008, 51.002], [7.008, 51.008], [7.002, 51.008], [7.002, 51.002]]
    area = only(collection(feature("Welper", rings(SQUARE, hole))))
    assert not shapely.LinearRing(area.boundary["coordinates"][0][1]).is_ccw


def test_four_dimensional_coordinates_lose_height_and_measure():
    area = only(collection(feature("Welper", rings([[*point, 80.5, 1.0] for point in SQUARE]))))
    assert {len(point) for point in area.boundary["coordinates"][0][0]} == {2}


def test_the_polygons_of_a_geometry_collection_are_joined():
    parts = [polygon(7.0, 51.0), {"type": "Point", "coordinates": [7.0, 51.0]}, polygon(7.01, 51.0)]
    area = only(collection(feature("Welper", {"type": "GeometryCollection", "geometries": parts})))
    assert shapely.equals(shapely.geometry.shape(area.boundary), shapely.box(7.0, 51.0, 7.02, 51.01))


@pytest.mark.parametrize(
    "name",
    [
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:OGC::CRS84",
        "EPSG:4326",
        "urn:ogc:def:crs:EPSG::4326",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        "CRS84",
    ],
)
def test_wgs84_under_any_of_its_names_is_taken(name):
    assert only(collection(feature("Welper"), **crs(name))).name == "Welper"


@pytest.mark.parametrize("name", ["EPSG:25832", "urn:ogc:def:crs:EPSG::31467", "EPSG:43260", ""])
def test_another_reference_system_is_refused(name):
    (reason,) = reasons(collection(feature("Welper"), **crs(name)))
    assert reason.startswith(f"Die Koordinaten stehen im Bezugssystem „{name or 'unbekannt'}“.")


def test_a_reference_system_at_one_feature_is_refused_naming_it():
    (reason,) = reasons(collection({**feature("Welper"), **crs("EPSG:25832")}))
    assert reason.startswith("„Welper“: Die Koordinaten stehen im Bezugssystem „EPSG:25832“.")


BOW_TIE = [[7.0, 51.0], [7.01, 51.01], [7.01, 51.0], [7.0, 51.01], [7.0, 51.0]]


@pytest.mark.parametrize(
    ("geometry", "sentence"),
    [
        (rings(SQUARE[:-1]), "„Welper“: Ein Ring ist nicht geschlossen."),
        (
            rings(BOW_TIE),
            "„Welper“: Die Grenze überschneidet sich selbst (bei Breite, Länge 51.00500, 7.00500).",
        ),
        (rings([SQUARE[0], SQUARE[1], SQUARE[0]]), "„Welper“: Ein Ring hat zu wenige Punkte."),
        (rings([SQUARE[0], SQUARE[1], [7.02, 51.0], SQUARE[0]]), "„Welper“ hat keine Fläche."),
        (rings(), "„Welper“ hat keine Fläche."),
        ({"type": "Point", "coordinates": [7.0, 51.0]}, "„Welper“ ist keine Fläche, sondern „Point“."),
        ({"type": "GeometryCollection", "geometries": []}, "„Welper“ hat keine Fläche."),
        (rings([["7", "51"]] * 4), "„Welper“: Die Koordinaten sind nicht lesbar."),
        (rings([[7.0]] * 4), "„Welper“: Die Koordinaten sind nicht lesbar."),
        (rings([[True, False]] * 4), "„Welper“: Die Koordinaten sind nicht lesbar."),
        ({"type": "Polygon"}, "„Welper“: Die Koordinaten sind nicht lesbar."),
        (
            rings([[367000, 5696000]] * 5),
            "„Welper“: Die Koordinate 367000, 5.696e+06 liegt nicht auf der Erde. Sind es Meter statt Grad? "
            "Bitte exportieren Sie in WGS 84.",
        ),
        (
            rings([[latitude, longitude] for longitude, latitude in SQUARE]),
            "„Welper“: Länge und Breite sind wohl vertauscht (51, 7). GeoJSON nennt die Länge zuerst.",
        ),
    ],
)
def test_a_boundary_that_makes_no_sense_is_refused_naming_the_feature(geometry, sentence):
    assert reasons(collection(feature("Welper", geometry), feature("Mitte"))) == [sentence]


def test_a_feature_without_geometry_is_refused():
    empty = {**feature("Welper"), "geometry": None}
    assert reasons(collection(empty)) == ["„Welper“ hat keine Fläche."]


def test_a_crossing_of_some_square_centimetres_is_mended_and_told():
    spike = [
        *SQUARE[:2],
        [7.01, 51.005],
        [7.0100001, 51.0050001],
        [7.01, 51.0050001],
        [7.0100001, 51.005],
        *SQUARE[2:],
    ]
    assert only(collection(feature("Welper", rings(spike)))).mended


def test_every_fault_of_a_file_is_told_at_once():
    faulty = [feature(f"Gebiet {n}", rings(SQUARE[:-1])) for n in range(12)]
    told = reasons(collection(*faulty))
    assert told[0] == "„Gebiet 0“: Ein Ring ist nicht geschlossen."
    assert told[-1] == "… und 2 weitere Fehler."
    assert len(told) == 11


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "Die Datei ist leer."),
        (b"  \n", "Die Datei ist leer."),
        (b"PK\x03\x04", "Die Datei ist kein GeoJSON: Sie lässt sich nicht als JSON lesen."),
        (b'{"type": NaN}', "Die Datei ist kein GeoJSON: Sie lässt sich nicht als JSON lesen."),
        (b"[" * 100_000, "Die Datei ist kein GeoJSON: Sie lässt sich nicht als JSON lesen."),
        (b"[]", "Die Datei ist kein GeoJSON mit Objekten (FeatureCollection)."),
        (b'{"type": "Topology"}', "Die Datei ist kein GeoJSON mit Objekten (FeatureCollection)."),
        (collection(), "Die Datei enthält keine Objekte."),
        (
            b" " * (MAX_BYTES + 1),
            "Die Datei ist größer als 20 MB. Bitte vereinfachen Sie die Grenzen vorher.",
        ),
    ],
)
def test_what_is_no_geojson_is_refused_with_a_sentence(raw, sentence):
    assert reasons(raw) == [sentence]


def test_a_name_that_comes_twice_is_refused_however_it_is_written():
    raw = collection(feature("Winz-Baak"), feature("winz baak"))
    assert reasons(raw, name_property="name") == ["Der Name „winz baak“ kommt mehrmals vor."]


def test_a_feature_without_a_name_is_called_by_its_number():
    raw = collection(feature("Welper"), feature(""))
    assert reasons(raw) == ["Objekt 2 hat keinen Namen (Eigenschaft „name“)."]


def test_a_file_without_names_asks_for_the_property():
    nameless = {**feature("x"), "properties": {"flaeche": 3}}
    assert reasons(collection(nameless)) == [
        "Keine Eigenschaft enthält für jedes Objekt einen eigenen Namen. "
        "Bitte geben Sie an, welche den Namen trägt."
    ]


def test_leading_numbers_are_left_out_when_asked():
    raw = collection(feature("03 Nordstadt"))
    assert only(raw).name == "03 Nordstadt"
    assert only(raw, strip_numbers=True).name == "Nordstadt"


def test_name_and_key_are_recognised_by_values_that_differ():
    one = feature("x", CLASS_NAME="Stadtteil", AREA_NAME="Welper", STT_NR="1")
    two = feature("x", CLASS_NAME="Stadtteil", AREA_NAME="Mitte", STT_NR="2")
    assert [(area.name, area.code) for area in read_areas(collection(one, two))] == [
        ("Welper", "1"),
        ("Mitte", "2"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_umlauts_survive_every_usual_encoding(encoding):
    text = json.dumps(json.loads(collection(feature("Westliche Höhe"))), ensure_ascii=False)
    assert only(text.encode(encoding)).name == "Westliche Höhe"


def test_koelns_86_districts_are_read_and_the_mended_ones_named():
    areas = read_areas(published("koeln_ccby/koeln_stadtteile.geojson"))
    assert len(areas) == 86
    assert [area.name for area in areas if area.mended] == ["Dünnwald", "Langel", "Marienburg"]
    assert all(shapely.geometry.shape(area.boundary).is_valid for area in areas)
    assert all(MultiPolygon(**area.boundary) for area in areas)


def test_flensburgs_13_districts_are_read_without_their_numbers():
    areas = read_areas(published("flensburg_cc0/flensburg_stadtteile.geojson"), Options(strip_numbers=True))
    assert [area.name for area in areas][:3] == ["Nordstadt", "Fruerlund", "Neustadt"]
    assert len(areas) == 13
