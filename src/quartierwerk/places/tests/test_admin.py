"""Places in the editors' tools."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from quartierwerk.people.factories import UserFactory
from quartierwerk.places.factories import DistrictFactory, QuarterFactory
from quartierwerk.places.models import District, PendingImport, Quarter, StreetRange, Venue

from .conftest import collection, feature, street

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(site, settings):
    """A signed-in administrator; the second factor is another app's story."""
    settings.STAFF_SECOND_FACTOR = False
    client = Client()
    client.force_login(UserFactory(name="Chefin", is_superuser=True))
    return client


def sent(client, content, kind="districts", name="grenzen.geojson", **options):
    file = SimpleUploadedFile(name, content)
    return client.post("/verwaltung/orte-einlesen/", {"kind": kind, "file": file, **options})


def quarter_form(**fields):
    aliases = {
        "aliases-TOTAL_FORMS": 0,
        "aliases-INITIAL_FORMS": 0,
        "aliases-MIN_NUM_FORMS": 0,
        "aliases-MAX_NUM_FORMS": 9,
    }
    return {"name": "Welper", "slug": "welper", "is_public": "on", **aliases, **fields}


def test_a_file_is_shown_first_and_written_after_confirming(admin):
    answer = sent(admin, collection(feature("03 Nordstadt")), strip_numbers="on")
    pending = PendingImport.objects.get()
    assert answer.headers["Location"] == f"/verwaltung/orte-einlesen/{pending.pk}/"
    preview = admin.get(answer.headers["Location"])
    sizes = ["Nordstadt: 0,78 km², Mitte bei 51.0050, 7.0050"]
    assert preview.context["groups"] == [("Neu", ["Nordstadt"]), ("Größe und Mitte", sizes)]
    assert not District.objects.exists()
    admin.post(answer.headers["Location"])
    assert [district.name for district in District.objects.all()] == ["Nordstadt"]
    assert not PendingImport.objects.exists()


def test_confirming_twice_writes_once_and_says_so(admin):
    answer = sent(admin, collection(feature("Welper")))
    admin.post(answer.headers["Location"])
    again = admin.post(answer.headers["Location"], follow=True)
    assert "Diese Datei wurde schon übernommen, oder die Vorschau ist abgelaufen." in again.content.decode()
    assert District.objects.count() == 1


def test_a_bad_file_is_refused_at_its_field_and_the_rest_is_kept(admin):
    bad = feature("Welper", {"type": "Point", "coordinates": [7, 51]})
    answer = sent(admin, collection(bad), name_property="name")
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"file": ["„Welper“ ist keine Fläche, sondern „Point“."]}
    assert 'value="name"' in answer.content.decode()
    assert not PendingImport.objects.exists()


def test_a_file_over_the_limit_is_refused(admin):
    answer = sent(admin, b" " * (10 * 2**20 + 1), kind="streets", name="strassen.csv")
    assert answer.context["form"].errors == {"file": ["Die Datei ist zu groß: erlaubt sind 10 MB."]}


def test_a_street_directory_can_be_uploaded_too(admin):
    DistrictFactory(name="Welper", slug="welper")
    answer = sent(admin, "Straße;Stadtteil\nTalweg;Welper\n".encode(), kind="streets", name="strassen.csv")
    preview = admin.get(answer.headers["Location"])
    assert (preview.context["street_count"], preview.context["replaced_count"]) == (1, 0)
    admin.post(answer.headers["Location"])
    assert [each.street for each in StreetRange.objects.all()] == ["Talweg"]


def test_nobody_sees_anothers_preview(admin, site):
    sent(admin, collection(feature("Welper")))
    other = Client()
    other.force_login(UserFactory(is_superuser=True))
    other.post(f"/verwaltung/orte-einlesen/{PendingImport.objects.get().pk}/")
    assert not District.objects.exists()


def test_who_may_not_change_places_may_not_upload(site, fremder, settings):
    settings.STAFF_SECOND_FACTOR = False
    client = Client()
    client.force_login(fremder)
    assert client.get("/verwaltung/orte-einlesen/").status_code in (302, 403)
    sent(client, collection(feature("Welper")))
    assert not PendingImport.objects.exists()


@pytest.mark.parametrize(("kind", "status"), [("districts", 302), ("streets", 302)])
def test_a_neighbourhood_manager_may_upload(site, carla, settings, kind, status):
    settings.STAFF_SECOND_FACTOR = False
    client = Client()
    client.force_login(carla)
    content = (
        collection(feature("Welper")) if kind == "districts" else "Straße;Stadtteil\nTalweg;Mitte\n".encode()
    )
    DistrictFactory(name="Mitte", slug="mitte")
    assert sent(client, content, kind=kind).status_code == status


def test_a_quarter_is_made_with_its_aliases(admin):
    DistrictFactory(name="Welper", slug="welper")
    fields = {
        "aliases-TOTAL_FORMS": 1,
        "aliases-0-name": "Müsendrei",
        "districts": [District.objects.get().pk],
    }
    admin.post("/verwaltung/quarter/new/", quarter_form(**fields))
    quarter = Quarter.objects.get()
    assert [alias.name for alias in quarter.aliases.all()] == ["Müsendrei"]
    assert [district.name for district in quarter.districts.all()] == ["Welper"]


def test_a_name_and_an_address_that_exist_are_told_at_their_fields(admin):
    QuarterFactory(name="Welper", slug="welper")
    answer = admin.post("/verwaltung/quarter/new/", quarter_form())
    assert answer.context["form"].errors == {
        "name": ["Ein Quartier mit diesem Namen gibt es schon."],
        "slug": ["Diese Adresse ist schon vergeben. Bitte wählen Sie eine andere."],
    }


def test_half_a_point_is_refused(admin):
    answer = admin.post("/verwaltung/quarter/new/", quarter_form(latitude="51.4"))
    assert "Bitte geben Sie Breiten- und Längengrad an" in str(answer.context["form"].errors)
    assert not Quarter.objects.exists()


def test_boundaries_cannot_be_typed(admin):
    district = DistrictFactory()
    answer = admin.get(f"/verwaltung/district/edit/{district.pk}/")
    assert "boundary" not in answer.context["form"].fields


def test_house_numbers_that_overlap_are_refused_in_the_form_too(admin):
    district = DistrictFactory()
    street("Talweg", district, 1, 99)
    fields = {"street": "Tal-Weg", "first": 50, "last": 120, "side": "all", "district": district.pk}
    answer = admin.post("/verwaltung/streetrange/new/", fields)
    assert answer.context["form"].errors == {
        "first": ["Diese Hausnummern überschneiden sich mit „Talweg 1–99“."]
    }
    admin.post("/verwaltung/streetrange/new/", {**fields, "first": 100, "last": 120})
    assert StreetRange.objects.get(first=100).street_key == "talweg"


@pytest.mark.parametrize("name", ["quarter", "district", "venue", "streetrange"])
def test_every_list_can_be_searched(admin, name):
    answer = admin.get(f"/verwaltung/{name}/?q=nichts")
    assert answer.status_code == 200
    assert list(answer.context["object_list"]) == []


def test_an_import_stands_in_the_history_of_each_district(admin):
    answer = sent(admin, collection(feature("Welper")))
    admin.post(answer.headers["Location"])
    history = admin.get(f"/verwaltung/district/history/{District.objects.get().pk}/")
    assert "Chefin" in history.content.decode()


def test_a_venue_starts_with_everything_unknown(admin):
    admin.post(
        "/verwaltung/venue/new/",
        {
            "name": "Saal",
            "slug": "saal",
            "step_free": "unknown",
            "accessible_toilet": "unknown",
            "induction_loop": "unknown",
            "parking": "unknown",
        },
    )
    assert Venue.objects.get().step_free == "unknown"
