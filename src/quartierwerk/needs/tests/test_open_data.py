"""Open data: a table that a spreadsheet opens, GeoJSON for maps, and what the columns mean; public fields only."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest
from geojson_pydantic import FeatureCollection

from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import State
from quartierwerk.needs.models import Comment, Need, Photo
from quartierwerk.needs.tests.pictures import photo
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import FieldOfActionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
CSV, GEOJSON = "/handlungsbedarfe/handlungsbedarfe.csv", "/handlungsbedarfe/handlungsbedarfe.geojson"
PACKAGE = "/handlungsbedarfe/datapackage.json"


@pytest.fixture(autouse=True)
def _at_noon(time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 11, tzinfo=UTC), tick=False)


def rows(client, query=""):
    text = client.get(CSV + query).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.fixture
def answered(mona, erna):
    """One with everything that may be told, and everything that may not."""
    need = factories.need(
        "Bank; kaputt",
        text='Sie "wackelt".\nSchon lange.',
        person=erna,
        by=mona,
        place=Place(51.395, 7.1825, "Am Ufer", QuarterFactory(name="Welper")),
        field=FieldOfActionFactory(name="Wohnen"),
        photos=[(photo(), "Kanarie Foto")],
    )
    actions.publish(need=need, by=mona)
    actions.shorten(need=need, title=need.title, text="Sie wackelt.", by=mona)
    actions.note(need=need, text="Kanarie Notiz", by=mona)
    actions.hand_on(need=need, to="Stadtbetriebe", by=mona)
    actions.move_on(need=need, state=State.DONE, reason="Kanarie Antwort", by=mona)
    Comment.objects.create(need=need, text="Kanarie Kommentar", shown_name="Kanarie Name")
    return Need.objects.get(pk=need.pk)


def test_the_table_holds_the_public_fields_and_nobodys_name(client, answered):
    noon = "2026-11-23T12:00:00+01:00"
    assert rows(client) == [
        {
            "reference": answered.reference,
            "kind": "problem",
            "title": "Bank; kaputt",
            "text": "Sie wackelt.",
            "field": "Wohnen",
            "quarter": "Welper",
            "place": "Am Ufer",
            "latitude": "51,395",
            "longitude": "7,1825",
            "state": "done",
            "state_type": "solved",
            "same_as": "",
            "handed_to": "Stadtbetriebe",
            "received_at": noon,
            "published_at": noon,
            "answered_at": noon,
            "ended_at": noon,
            "supports": "0",
            "comments": "0",
            "is_sample": "false",
            "url": f"http://testserver/handlungsbedarfe/{answered.reference}/",
        }
    ]
    for path in (CSV, GEOJSON):
        text = client.get(path).getvalue().decode()
        for private in (
            "Kanarie",
            "Erna",
            "+49",
            "mona",
            "Mona",
            "Schon lange",
            Photo.objects.get().file.name,
        ):
            assert private not in text


def test_a_german_spreadsheet_opens_it_with_a_double_click(client):
    factories.public_need("Fußgängerüberweg; gefährlich", text="Zeile 1\nZeile 2", place=Place(51.5, -7.25))
    answer = client.get(CSV)
    content = answer.getvalue()
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="handlungsbedarfe.csv"'
    assert content.startswith(b"\xef\xbb\xbfreference;kind;title;")
    assert content.count(b"\r\n") == 2
    (row,) = rows(client)
    assert (row["title"], row["latitude"], row["longitude"]) == (
        "Fußgängerüberweg; gefährlich",
        "51,5",
        "-7,25",
    )


@pytest.mark.parametrize(
    "typed", ["=HYPERLINK(1)", "+49 2324", "-1+1", "@SUM(A1)", "|cmd", "\t=1+1", " =1", "＝1", "\u00a0=1"]
)
def test_nothing_that_somebody_typed_is_a_formula(client, mona, typed):
    need = factories.public_need()
    Need.objects.filter(pk=need.pk).update(title=typed, text=typed, place_name=typed, handed_to=typed)
    (row,) = rows(client)
    for name in ("title", "text", "place", "handed_to"):
        assert (name, row[name]) == (name, f"'{typed}")


def test_what_no_spreadsheet_holds_is_left_out(client):
    need = factories.public_need()
    Need.objects.filter(pk=need.pk).update(title="Ba\x07nk\x1b")
    assert rows(client)[0]["title"] == "Bank"


def test_the_first_of_what_is_said_twice_is_named_while_it_is_public(client, mona):
    first, again = factories.public_need("Bank"), factories.public_need("Noch eine")
    actions.mark_duplicate(need=again, of=first, by=mona)
    asked = "?stand=schon-gemeldet"
    assert [row["same_as"] for row in rows(client, asked)] == [first.reference]
    actions.remove(need=first, reason="Werbung", by=mona)
    assert [row["same_as"] for row in rows(client, asked)] == [""]


def test_geojson_is_valid_with_longitude_first_and_null_where_there_is_no_place(client, answered):
    factories.public_need("Irgendwo")
    answer = client.get(GEOJSON)
    assert answer["Content-Type"] == "application/geo+json"
    found = json.loads(answer.getvalue())
    FeatureCollection(**found)
    nowhere, bank = found["features"]
    assert nowhere["geometry"] is None
    assert bank["geometry"] == {"type": "Point", "coordinates": [7.1825, 51.395]}
    assert (bank["id"], bank["properties"]["title"]) == (answered.reference, "Bank; kaputt")
    assert not {"latitude", "longitude"} & set(bank["properties"])


def test_an_empty_town_has_an_empty_table_and_an_empty_collection(client):
    assert rows(client) == []
    assert json.loads(client.get(GEOJSON).getvalue()) == {"type": "FeatureCollection", "features": []}


def test_every_cell_is_what_the_table_schema_says(client, answered):
    factories.public_need("Irgendwo")
    package = client.get(PACKAGE).json()
    (resource,) = package["resources"]
    assert (package["profile"], resource["path"]) == ("tabular-data-package", f"http://testserver{CSV}")
    assert (resource["dialect"]["delimiter"], resource["encoding"]) == (";", "utf-8")
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    found = rows(client)
    assert list(found[0]) == list(fields)
    for row in found:
        for name, text in row.items():
            assert_fits(text, fields[name])
    assert resource["schema"]["primaryKey"] == "reference"
    assert len({row["reference"] for row in found}) == len(found)


def assert_fits(text, field):
    """The rules of https://specs.frictionlessdata.io/table-schema/ that the fields use."""
    limits = field.get("constraints", {})
    assert text or not limits.get("required"), field
    if not text:
        return
    assert text in limits.get("enum", [text]), field
    if field["type"] == "datetime":
        assert datetime.strptime(text, field["format"]).tzinfo, field  # noqa: DTZ007 - the format has a zone
    if field["type"] == "boolean":
        assert text in ("true", "false"), field
    if field["type"] in ("number", "integer"):
        number = float(text.replace(field["decimalChar"], ".") if "decimalChar" in field else int(text))
        assert limits.get("minimum", number) <= number <= limits.get("maximum", number), field


def test_the_schema_names_every_kind_and_state_there_is(client):
    fields = {
        field["name"]: field for field in client.get(PACKAGE).json()["resources"][0]["schema"]["fields"]
    }
    assert fields["state"]["constraints"]["enum"] == State.values
    assert all(field["title"] for field in fields.values())


@pytest.mark.parametrize("path", [CSV, GEOJSON])
def test_however_many_there_are_the_database_is_asked_as_often(client, path, django_assert_num_queries):
    for number in range(3):
        factories.public_need(f"Wunsch {number}")
    with django_assert_num_queries(5):
        client.get(path).getvalue()
