"""The public pages of quarters and venues, and the GeoJSON their maps show."""

import json
from html import unescape

import pytest
from django.template import Template
from geojson_pydantic import FeatureCollection

from quartierwerk.people.factories import ContactFactory
from quartierwerk.places import outlines, queries, sections
from quartierwerk.places.factories import DistrictFactory, QuarterFactory, VenueFactory, square
from quartierwerk.places.models import District, Quarter, Venue

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _pages(site):
    """Every page stands in a site."""


def page(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    return unescape(answer.content.decode())


def test_the_list_shows_public_quarters_only(client, welper):
    QuarterFactory(name="Geheim", slug="geheim", is_public=False)
    html = page(client, "/quartiere/")
    assert "Welper" in html
    assert "Geheim" not in html


def test_an_empty_town_says_that_quarters_will_come(client):
    assert "Noch keine Quartiere" in page(client, "/quartiere/")


def test_the_form_for_an_address_sends_it_to_the_one_finder_and_into_no_url(client, welper):
    html = page(client, "/quartiere/")
    assert '<form class="qw-form" method="post" action="/mein-quartier/"' in html
    assert 'name="q"' not in html.partition("<main")[2]


def test_the_contact_person_stands_before_everything_else_on_a_quarters_page(client, welper):
    welper.contacts.add(ContactFactory(name="Gerda Muster"))
    welper.description = "Erster Absatz.\n\nZweiter <b>Absatz</b>."
    welper.save()
    html = page(client, "/quartiere/welper/")
    assert html.index("Gerda Muster") < html.index("Über das Quartier")
    assert "Auch genannt" in html
    assert "Müsendrei" in html
    assert "Bürgertreff Welper" in html
    assert "/kontakt/schreiben/quartier/welper/" in html


def test_a_quarters_text_cannot_become_markup(client, welper):
    Quarter.objects.update(description="<script>alert(1)</script>", name="</script><b>")
    raw = client.get("/quartiere/welper/").content.decode()
    assert "<script>alert" not in raw
    assert "</script><b>" not in raw


def test_a_quarter_that_names_nobody_shows_the_towns_first_contact(client, welper):
    ContactFactory(name="Hauptperson", is_main=True)
    ContactFactory(name="Nebenperson")
    html = page(client, "/quartiere/welper/")
    assert "Hauptperson" in html
    assert "Nebenperson" not in html


def test_a_contact_who_is_not_public_is_not_shown(client, welper):
    welper.contacts.add(ContactFactory(name="Intern", is_public=False))
    assert "Intern" not in page(client, "/quartiere/welper/")


def test_a_contacts_mail_address_is_not_in_clear(client, welper):
    welper.contacts.add(ContactFactory(email="gerda@stadt.example"))
    assert "gerda@stadt.example" not in page(client, "/quartiere/welper/")


def test_higher_apps_put_sections_on_the_page(client, welper, monkeypatch):
    monkeypatch.setattr(sections, "_sections", {})
    template = Template("<p>{{ section.text }}</p>")
    for key, shown in (("leer", None), ("gruss", {"text": "Ein Abschnitt von oben."})):
        sections.register(sections.QuarterSection(key, 10, template, lambda *_, shown=shown: shown))
    html = page(client, "/quartiere/welper/")
    assert "<p>Ein Abschnitt von oben.</p>" in html
    assert html.index("Für Sie da") < html.index("Ein Abschnitt von oben.") < html.index("Orte im Quartier")


def test_an_outline_is_worth_a_map(client, welper):
    for path in ("/quartiere/welper/", "/orte/buergertreff/"):
        assert "data-map" in page(client, path)


@pytest.mark.parametrize("path", ["/quartiere/allein/", "/orte/haus/"])
def test_a_single_point_on_an_empty_ground_is_no_map(client, settings, path):
    settings.MAP_TILES_URL = ""
    alone = QuarterFactory(name="Allein", slug="allein", latitude=51.4, longitude=7.1)
    VenueFactory(
        name="Haus", slug="haus", street="Am Brunnen 27", quarter=alone, latitude=None, longitude=None
    )
    html = page(client, path)
    assert "Am Brunnen 27" in html
    assert "data-map" not in html
    settings.MAP_TILES_URL = "/kacheln/{z}/{x}/{y}.png"
    assert "data-map" in page(client, path)


def test_several_points_are_a_map(client, settings):
    settings.MAP_TILES_URL = ""
    wide = QuarterFactory(name="Weit", slug="weit", latitude=51.4, longitude=7.1)
    VenueFactory(quarter=wide, latitude=51.41, longitude=7.11)
    assert "data-map" in page(client, "/quartiere/weit/")


@pytest.mark.parametrize("path", ["/quartiere/nirgends/", "/orte/nirgends/", "/quartiere/nirgends.geojson"])
def test_what_is_not_there_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_hidden_quarter_is_not_found(client):
    QuarterFactory(slug="geheim", is_public=False)
    assert client.get("/quartiere/geheim/").status_code == 404
    assert client.get("/quartiere/geheim.geojson").status_code == 404


def test_venues_are_filtered_by_quarter_and_by_access(client, welper, mitte):
    VenueFactory(name="Rampe", quarter=mitte, step_free=Venue.Access.YES)
    VenueFactory(name="Treppe", quarter=mitte, step_free=Venue.Access.NO)
    assert "Bürgertreff Welper" not in page(client, "/orte/?quartier=mitte")
    html = page(client, "/orte/?quartier=mitte&stufenlos=ja")
    assert "Rampe" in html
    assert "Treppe" not in html
    assert "1 Ort" in html


@pytest.mark.parametrize("query", ["quartier=quatsch", "stufenlos=vielleicht", "quartier=%00"])
def test_a_filter_nobody_knows_shows_everything(client, welper, query):
    assert "Bürgertreff Welper" in page(client, f"/orte/?{query}")


def test_no_venue_for_a_filter_is_said_kindly(client, welper):
    assert "Kein Ort gefunden" in page(client, "/orte/?quartier=welper&stufenlos=ja")


def test_what_nobody_checked_about_a_venue_is_called_unknown(client, welper):
    html = page(client, "/orte/buergertreff/")
    assert html.count("nicht bekannt") == 5
    assert "Diesen Ort hat noch niemand für uns geprüft." in html
    assert "An der Hunsebeck 18" in html
    assert "Die Karte zeigt das Quartier; die genaue Lage ist noch nicht eingetragen." in html


def test_a_venue_does_not_name_a_hidden_quarter(client, welper):
    Quarter.objects.update(is_public=False, name="Geheim")
    assert "Geheim" not in page(client, "/orte/buergertreff/")
    assert "Geheim" not in page(client, "/orte/buergertreff.geojson")


def test_a_venue_tells_search_engines_what_is_known(client, welper):
    raw = client.get("/orte/buergertreff/").content.decode()
    data = json.loads(raw.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert data == {
        "@context": "https://schema.org",
        "@type": "Place",
        "name": "Bürgertreff Welper",
        "url": "http://testserver/orte/buergertreff/",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "An der Hunsebeck 18",
            "postalCode": "",
            "addressLocality": "",
        },
    }


def test_english_readers_get_english_pages(client, welper):
    assert "Neighbourhoods" in page(client, "/en/quartiere/")
    assert "not known" in page(client, "/en/orte/buergertreff/")


@pytest.mark.parametrize(
    "path", ["/quartiere.geojson", "/quartiere/welper.geojson", "/orte.geojson", "/orte/buergertreff.geojson"]
)
def test_every_map_is_valid_geojson(client, welper, path):
    QuarterFactory(name="Punkt", slug="punkt", latitude=51.4, longitude=7.2)
    answer = client.get(path)
    assert answer.headers["Content-Type"] == "application/geo+json"
    assert not answer.cookies
    data = json.loads(answer.content)
    assert FeatureCollection(**data).features
    assert "crs" not in data


def test_list_and_map_show_the_same_quarters(client, welper, mitte):
    QuarterFactory(name="Punkt", slug="punkt", latitude=51.4, longitude=7.2)
    QuarterFactory(name="Ohne Lage", slug="ohne")
    features = json.loads(client.get("/quartiere.geojson").content)["features"]
    assert {
        each["properties"]["name"]: each["geometry"] and each["geometry"]["type"] for each in features
    } == {
        "Welper": "MultiPolygon",
        "Mitte": "MultiPolygon",
        "Punkt": "Point",
        "Ohne Lage": None,
    }
    listed = client.get("/quartiere/").context["tiles"]
    assert {tile["name"] for tile in listed} == {each["properties"]["name"] for each in features}


def test_a_quarter_of_two_districts_has_one_outline(welper, mitte):
    both = QuarterFactory(districts=District.objects.all())
    (feature,) = outlines.quarter_features([both])["features"]
    assert len(feature["geometry"]["coordinates"]) == 1


def test_a_towns_map_stays_small_however_detailed_its_boundaries():
    from quartierwerk.places.bench import _city
    from quartierwerk.places.geojson import read_areas

    for area in read_areas(_city()):
        QuarterFactory(name=area.name, districts=[DistrictFactory(name=area.name, boundary=area.boundary)])
    text = json.dumps(outlines.quarter_features(queries.public_quarters()), separators=(",", ":"))
    assert FeatureCollection(**json.loads(text)).features
    assert len(text) <= 60_000


def test_another_process_finds_the_outlines_drawn(welper, monkeypatch):
    outlines.draw()
    monkeypatch.setattr(outlines, "_kept", (None, {}))
    monkeypatch.setattr(outlines, "_build", None)
    (feature,) = outlines.quarter_features([welper])["features"]
    assert feature["geometry"]["type"] == "MultiPolygon"


def test_the_outline_follows_a_changed_boundary(welper):
    outlines.quarter_features([welper])
    District.objects.get().delete()
    (feature,) = outlines.quarter_features([welper])["features"]
    assert feature["geometry"] is None
    DistrictFactory(boundary=square(8, 52)).quarters.add(welper)
    (feature,) = outlines.quarter_features([welper])["features"]
    assert [8.0, 52.0] in feature["geometry"]["coordinates"][0][0]


def test_suggestions_while_typing_are_json_and_kept_nowhere(client, welper):
    answer = client.post("/quartiere/vorschlaege.json", {"adresse": "müs"})
    assert answer.json() == {"suggestions": [{"text": "Müsendrei", "quarters": ["Welper"]}]}
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.cookies == {}


def test_suggestions_are_not_asked_for_in_an_url(client, welper):
    assert client.get("/quartiere/vorschlaege.json?adresse=müs").status_code == 405


@pytest.mark.parametrize("typed", ["", "x", "xyzxyz", "\x00", "<b>", "ä" * 5000])
def test_what_means_nothing_is_suggested_nothing(client, welper, typed):
    assert client.post("/quartiere/vorschlaege.json", {"adresse": typed}).json() == {"suggestions": []}


def test_a_handful_is_suggested_however_much_begins_so(client, welper):
    for number in range(20):
        VenueFactory(name=f"Treff {number}", quarter=welper)
    answer = client.post("/quartiere/vorschlaege.json", {"adresse": "Treff"})
    assert len(answer.json()["suggestions"]) == 5


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/quartiere/", 4),
        ("/quartiere/welper/", 6),
        ("/orte/", 3),
        ("/orte/buergertreff/", 2),
        ("/quartiere.geojson", 6),
        ("/orte.geojson", 1),
    ],
)
@pytest.mark.parametrize("more", [0, 2])
def test_pages_need_few_queries_however_much_they_show(
    client, welper, path, queries, more, django_assert_num_queries, monkeypatch
):
    monkeypatch.setattr(sections, "_sections", {})
    welper.contacts.add(ContactFactory())
    for _ in range(more):
        welper.contacts.add(ContactFactory())
        VenueFactory(quarter=welper)
        QuarterFactory(districts=[DistrictFactory()])
    client.get(path)
    with django_assert_num_queries(queries):
        client.get(path)
