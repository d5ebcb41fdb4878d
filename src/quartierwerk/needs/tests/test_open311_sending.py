"""Open311 GeoReport v2, sending: every rule of docs/open311.md, in both formats."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from quartierwerk.needs import actions
from quartierwerk.needs.enums import CameBy, Kind, Visibility
from quartierwerk.needs.models import ApiKey, InternalNote, Need, NeedSettings, Open311Token
from quartierwerk.needs.open311.reporting import headline
from quartierwerk.people.models import Notification, Person
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.models import FieldOfAction

from .open311_client import TYPES, Open311
from .test_open311_reading import refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
TEXT = "Am Marktplatz fehlt eine Bank. Vor der Apotheke wäre Platz."


@pytest.fixture(params=["xml", "json"])
def api(request):
    cache.clear()
    return Open311(request.param)


@pytest.fixture
def secret(alex):
    return actions.create_api_key(name="Stadt-App", operator="Beispiel GmbH", by=alex)[1]


@pytest.fixture
def send(api, secret):
    FieldOfAction.objects.get_or_create(slug="wohnen", defaults={"name": "Wohnen", "order": 1})
    given = {
        "api_key": secret,
        "service_code": "wohnen",
        "lat": "51.3991",
        "long": "7.1856",
        "description": TEXT,
    }

    def sent(**changes):
        return api.post(**{name: value for name, value in (given | changes).items() if value is not None})

    return sent


@pytest.fixture
def moderated_afterwards(db):
    NeedSettings.objects.create(moderation=NeedSettings.Moderation.AFTER, prefix="HAT")


def test_where_the_town_looks_first_a_token_comes_back_and_no_number(send, api):
    answer = send()
    assert answer.status == 200
    (receipt,) = answer.content
    assert list(receipt) == ["token", "service_notice", "account_id"]
    need = Need.objects.get()
    assert receipt["token"] == str(Open311Token.objects.get(need=need).token)
    assert (need.came_by, need.visibility) == (CameBy.OPEN311, Visibility.WAITING)
    assert api.get(f"tokens/{receipt['token']}").content[0]["service_request_id"] is None


@pytest.mark.usefixtures("moderated_afterwards")
def test_where_the_town_looks_afterwards_the_number_comes_back_at_once(send, api):
    (receipt,) = send().content
    assert list(receipt) == ["service_request_id", "service_notice", "account_id"]
    assert not Open311Token.objects.exists()
    (row,) = api.get(f"requests/{receipt['service_request_id']}").content
    assert (row["description"], row["lat"], row["long"], row["service_code"]) == (
        TEXT,
        51.3991,
        7.1856,
        "wohnen",
    )


def test_service_key_and_place_are_enough(send):
    assert send(description=None).status == 200
    assert Need.objects.get().title == "Ohne Beschreibung: Wohnen"


def test_an_address_will_do_for_a_place(send):
    assert send(lat=None, long="", address_string="Marktplatz 1, 45525 Hattingen").status == 200
    need = Need.objects.get()
    assert (need.place_name, need.has_point) == ("Marktplatz 1, 45525 Hattingen", False)


@pytest.mark.parametrize(
    "changes",
    [{"api_key": None}, {"api_key": ""}, {"api_key": "falsch"}, {"api_key": "\x00"}, {"api_key": "ä" * 9999}],
)
def test_without_a_valid_key_it_is_403(send, changes):
    assert refusal(send(**changes)) == (403, [403])
    assert not Need.objects.exists()


def test_a_key_that_was_withdrawn_is_403(send, alex):
    actions.revoke_api_key(key=ApiKey.objects.get(), by=alex)
    assert refusal(send()) == (403, [403])


def test_a_key_in_the_address_is_not_read(send, secret, api):
    response = api.client.post(f"/open311/v2/requests.{api.form}?api_key={secret}&service_code=wohnen")
    assert response.status_code == 400  # no form


def test_an_unknown_service_is_404(send):
    assert refusal(send(service_code="gibt-es-nicht")) == (404, [404])
    assert refusal(send(service_code="\x00")) == (404, [404])


@pytest.mark.parametrize(
    "changes",
    [
        {"service_code": None},
        {"service_code": ""},
        {"lat": None, "long": None},
        {"lat": None},
        {"long": None},
        {"lat": None, "long": None, "address_id": "4711"},
        {"lat": "nan"},
        {"lat": "inf"},
        {"lat": "51,4"},
        {"lat": "91"},
        {"long": "-180.01"},
        {"lat": "\x00"},
        {"address_string": "x" * 161},
        {"address_string": "a\x00b"},
        {"description": "x" * 4001},
        {"description": "ab"},
        {"description": "a\x00bc"},
        {"email": "keine"},
        {"phone": "anrufen!"},
        {"first_name": "x" * 60},
        {"media_url": "javascript:alert(1)"},
        {"media_url": "http://example.org/" + "x" * 500},
        {"attribute_titel": "x" * 121},
        {"attribute_titel": ["Eins", "Zwei"]},
        {"attribute_art": "quatsch"},
        {"attribute_art": "\x00"},
        {"attribute_quartier": "gibt-es-nicht"},
        {"attribute_unbekannt": "x" * 501},
        {"attribute_unbekannt": [str(n) for n in range(51)]},
    ],
)
def test_what_cannot_be_kept_is_400_and_nothing_is(send, changes):
    status, codes = refusal(send(**changes))
    assert (status, set(codes)) == (400, {400})
    assert not Need.objects.exists() and not Person.objects.exists()


def test_every_fault_is_told_at_once(send):
    assert refusal(send(lat="x", email="keine", attribute_art="quatsch")) == (400, [400, 400, 400])


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json", "text/xml", "multipart/form-data; boundary=x", "",
        "application/x-www-form-urlencoded; charset=utf-16",
    ],
)  # fmt: skip
def test_only_a_form_is_read(api, content_type):
    response = api.client.post(f"/open311/v2/requests.{api.form}", b"{}", content_type=content_type)
    assert (response.status_code, response.headers["Content-Type"]) == (400, TYPES[api.form])


def test_too_much_is_400_and_no_page_for_people(api, secret):
    answer = api.post(api_key=secret, service_code="wohnen", description="x" * (6 * 2**20))
    assert refusal(answer) == (400, [400])
    answer = api.post(**{f"f{n}": "x" for n in range(1500)})
    assert refusal(answer) == (400, [400])


def test_broken_utf_8_does_no_harm(api, secret):
    response = api.client.post(
        f"/open311/v2/requests.{api.form}",
        f"api_key={secret}&service_code=sonstiges&address_string=%ff%fe&description=%c3%28ab%ed%a0%80",
        content_type="application/x-www-form-urlencoded",
    )
    assert response.status_code == 200


def test_attributes_say_title_kind_and_quarter(send):
    quarter = QuarterFactory(slug="suedstadt")
    send(attribute_titel="Eine Bank", attribute_art=["idee"], attribute_quartier="suedstadt")
    need = Need.objects.get()
    assert (need.title, need.text, need.kind, need.quarter) == ("Eine Bank", TEXT, Kind.IDEA, quarter)


@pytest.mark.parametrize(
    ("art", "kind"),
    [("problem", Kind.PROBLEM), ("idee", Kind.IDEA), ("anliegen", Kind.CONCERN), ("tipp", Kind.PRAISE)],
)
def test_each_kind_can_be_sent(send, art, kind):
    send(attribute_art=art)
    assert Need.objects.get().kind == kind


def test_what_has_no_place_in_a_need_is_kept_for_the_team_and_nothing_is_fetched(send, api):
    send(
        media_url="https://bilder.example.org/bank.jpg",
        attribute_WHISPAWN=["1", "2"],
        device_id="tt22",
        account_id="9",
    )
    assert InternalNote.objects.get().text == (
        "Open311\nmedia_url: https://bilder.example.org/bank.jpg\nWHISPAWN: 1, 2"
    )
    actions.publish(need=Need.objects.get(), by=None)
    said = api.get("requests", extensions="true").raw.content.decode()
    assert "bilder.example.org" not in said and "WHISPAWN" not in said


def test_who_gives_an_address_hears_back_and_is_never_repeated(send, api):
    answer = send(first_name=" Ayla", last_name="Muster ", email="Ayla@example.org", phone="02324 12345")
    person = Person.objects.get()
    assert (person.name, person.email, person.phone) == ("Ayla Muster", "ayla@example.org", "+49232412345")
    assert Need.objects.get().person == person
    assert Notification.objects.get().person == person
    actions.publish(need=Need.objects.get(), by=None)
    said = answer.raw.content + api.get("requests", extensions="true").raw.content
    assert [word for word in (b"Ayla", b"ayla", b"12345") if word in said] == []


def test_one_way_back_is_enough_and_none_is_nobody(send):
    send()
    assert not Person.objects.exists()
    send(email="ayla@example.org", description="Noch eine Bank.")
    assert Person.objects.get().email == "ayla@example.org"


@pytest.mark.usefixtures("moderated_afterwards")
def test_the_same_again_is_the_same_need_until_the_next_day(send, time_machine):
    assert (
        send(media_url="https://example.org/a.jpg").content
        == send(media_url="https://example.org/a.jpg").content
    )
    assert (Need.objects.count(), InternalNote.objects.count()) == (1, 1)
    send(media_url="https://example.org/a.jpg", device_id="another")
    assert Need.objects.count() == 2
    time_machine.move_to(timezone.now() + timedelta(days=1))
    send(media_url="https://example.org/a.jpg")
    assert Need.objects.count() == 3


def test_the_same_while_it_waits_has_the_same_token(send):
    assert send().content == send().content
    assert Open311Token.objects.count() == 1


@pytest.mark.usefixtures("moderated_afterwards")
def test_what_tells_about_a_person_is_looked_at_before_anybody_reads_it(send):
    (receipt,) = send(description="Bank kaputt. Rufen Sie Herrn M. an: 0171 / 123 456 7").content
    assert "token" in receipt
    assert Need.objects.get().visibility == Visibility.WAITING


def test_each_key_has_its_own_pace(send, alex, settings):
    settings.OPEN311_PER_HOUR = 2
    assert [send(device_id=str(n)).status for n in range(2)] == [200, 200]
    assert refusal(send(device_id="3")) == (400, [429])
    other = actions.create_api_key(name="Andere App", by=alex)[1]
    assert send(api_key=other, device_id="3").status == 200


def test_a_page_of_another_site_cannot_send_and_needs_no_token(send):
    assert "Access-Control-Allow-Origin" not in send().raw.headers


def test_it_is_sent_from_anywhere_without_a_csrf_token(secret):
    from django.test import Client

    response = Client(enforce_csrf_checks=True).post(
        "/open311/v2/requests.json",
        f"api_key={secret}&service_code=sonstiges&address_string=Markt&description=Bank+kaputt",
        content_type="application/x-www-form-urlencoded",
        headers={"origin": "https://app.example.org", "sec-fetch-site": "cross-site"},
    )
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Bank kaputt", "Bank kaputt"),
        ("Bank  kaputt\n\nSeit Mai.", "Bank kaputt"),
        ("Die Bank ist kaputt. " + "Das stört viele. " * 10, "Die Bank ist kaputt."),
        ("Am 3. Mai " + "lang " * 40, "Am 3. Mai " + ("lang " * 22).strip() + "…"),
        ("x" * 300, "x" * 119 + "…"),
        ("", ""),
    ],
)
def test_a_title_is_made_of_the_first_words(said, title):
    assert headline(said) == title
    assert len(headline(said)) <= 120


def test_only_a_digest_of_a_key_is_kept(alex):
    key, secret = actions.create_api_key(name="Stadt-App", by=alex)
    assert len(secret) >= 40
    assert secret not in repr(ApiKey.objects.values().get(pk=key.pk))
    assert key.digest == ApiKey.digest_of(secret)


def test_administrators_issue_keys_that_are_shown_once(client, alex, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.handler.enforce_csrf_checks = False
    client.force_login(alex)
    page = client.post("/verwaltung/open311/schluessel/", {"name": "Stadt-App", "operator": "Beispiel GmbH"})
    key = ApiKey.objects.get()
    (secret,) = [word for word in page.content.decode().split('"') if ApiKey.digest_of(word) == key.digest]
    assert "no-store" in page.headers["Cache-Control"]
    again = client.get("/verwaltung/open311/schluessel/").content.decode()
    assert "Stadt-App" in again and secret not in again and key.digest not in again
    client.post(f"/verwaltung/open311/schluessel/{key.pk}/zurueckziehen/")
    key.refresh_from_db()
    assert key.revoked_at
    assert "zurückgezogen am" in client.get("/verwaltung/open311/schluessel/").content.decode()


@pytest.mark.parametrize("who", ["carla", "mona", "edda", "anton"])
def test_nobody_else_issues_keys(who, request, client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.handler.enforce_csrf_checks = False
    client.force_login(request.getfixturevalue(who))
    for address in ("", "1/zurueckziehen/"):
        client.post(f"/verwaltung/open311/schluessel/{address}", {"name": "Stadt-App"})
    assert not ApiKey.objects.exists()
    assert "open311/schluessel" not in client.get("/verwaltung/").content.decode()
