"""What the specification of GeoReport v2 says, sentence by sentence, where the tests of reading and sending do not say it yet."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from quartierwerk.core import clock
from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import State
from quartierwerk.needs.models import Need, NeedSettings
from quartierwerk.places.factories import QuarterFactory, VenueFactory
from quartierwerk.topics.models import FieldOfAction

from .open311_client import TYPES, Open311
from .pictures import photo
from .test_open311_reading import at, ids, refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
TEXT = "Wünsche für die Straße:\n\nBänke & Bäume 🌳 <bitte>"
EMPTY = dict.fromkeys(
    ("jurisdiction_id", "service_request_id", "service_code", "start_date", "end_date", "status", "page", "page_size",
     "extensions"), ""
)  # fmt: skip


@pytest.fixture(params=["xml", "json"])
def api(request):
    cache.clear()
    return Open311(request.param)


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to("2026-05-20T10:00:00Z", tick=False)


@pytest.fixture
def secret(alex):
    return actions.create_api_key(name="Stadt-App", by=alex)[1]


@pytest.fixture
def send(api, secret):
    FieldOfAction.objects.get_or_create(slug="wohnen", defaults={"name": "Wohnen"})

    def sent(**values):
        given = {"api_key": secret, "service_code": "wohnen", "address_string": "Markt", "description": TEXT}
        return api.post(**given | values)

    return sent


@pytest.fixture
def moderated_afterwards(db):
    NeedSettings.objects.create(moderation=NeedSettings.Moderation.AFTER)


# ---------------------------------------------------------------------------------------------------------------- arguments
def test_a_jurisdiction_is_ignored_where_there_is_one_only(api):
    need = factories.public_need()
    for path in ("services", "services/sonstiges", "requests", f"requests/{need.reference}"):
        assert api.get(path, jurisdiction_id="elsewhere.example").content == api.get(path).content


def test_an_empty_argument_is_none_at_all(api):
    need = factories.public_need()
    assert ids(api.get("requests", **EMPTY)) == ids(api.get("requests")) == [need.reference]


@pytest.mark.parametrize("name", ["lat", "long", "email", "device_id", "account_id", "first_name", "last_name", "phone",
                                  "media_url", "address_id", "jurisdiction_id", "attribute_art"])  # fmt: skip
def test_an_empty_argument_of_a_post_is_none_at_all(send, name):
    assert send(**{name: ""}).status == 200


def test_next_to_numbers_other_arguments_are_not_even_read(api):
    reference = at(clock.now() - timedelta(days=400))
    found = api.get("requests", service_request_id=reference, status="x", service_code="\x00",
                    start_date="gestern", end_date="2026-05-01T00:00:00")  # fmt: skip
    assert ids(found) == [reference]


@pytest.mark.parametrize("path", ["services/", "requests/", "tokens/"])
def test_a_code_number_or_token_that_is_missing_is_400_and_not_404(api, path):
    assert refusal(api.get(path)) == (400, [400])


def test_reading_needs_no_key_and_minds_none(api):
    need = factories.public_need()
    assert ids(api.get("requests", api_key="falsch")) == [need.reference]


def test_one_request_by_its_number_is_found_whatever_its_age_and_state(api, carla):
    need = factories.public_need()
    actions.move_on(need=need, state=State.DONE, reason="Steht.", by=carla)
    Need.objects.filter(pk=need.pk).update(received_at=clock.now() - timedelta(days=4000))
    assert ids(api.get(f"requests/{need.reference}", status="open")) == [need.reference]


# -------------------------------------------------------------------------------------------------------------------- range
@pytest.mark.parametrize(
    ("end", "status"),
    [("2026-04-01T00:00:00Z", 200), ("2026-04-01T00:00:01Z", 400), ("2027-01-01T00:00:00Z", 400)],
)
def test_a_range_is_at_most_90_days(api, end, status):
    assert api.get("requests", start_date="2026-01-01T00:00:00Z", end_date=end).status == status


def test_both_ends_belong_to_a_range(api):
    reference = at("2026-05-01T10:00:00Z")
    for start, end in [
        ("2026-05-01T10:00:00Z", "2026-05-02T00:00:00Z"),
        ("2026-04-30T00:00:00Z", "2026-05-01T12:00:00+02:00"),
    ]:
        assert ids(api.get("requests", start_date=start, end_date=end)) == [reference]
    assert ids(api.get("requests", start_date="2026-05-01T10:00:01Z", end_date="2026-05-02T00:00:00Z")) == []


def test_the_newest_come_first(api):
    older, newer = at(clock.now() - timedelta(days=2)), at(clock.now() - timedelta(days=1))
    assert ids(api.get("requests")) == [newer, older]


# ------------------------------------------------------------------------------------------------------------------ answers
def test_dates_carry_the_zone_of_their_season(api):
    reference = at("2026-02-20T10:00:00Z")
    Need.objects.filter(reference=reference).update(changed_at="2026-05-20T10:00:00Z")
    (row,) = api.get(f"requests/{reference}").content
    assert row["requested_datetime"] == "2026-02-20T11:00:00+01:00"
    assert row["updated_datetime"] == "2026-05-20T12:00:00+02:00"


def test_all_text_is_utf_8_and_nothing_is_escaped_that_need_not_be(api):
    factories.public_need("Bänke für die Straße 🌳")
    answer = api.get("requests")
    assert "Bänke für die Straße 🌳".encode() in answer.raw.content
    assert not answer.raw.content.startswith(b"\xef\xbb\xbf")


def test_line_breaks_and_signs_come_back_as_they_were_sent(send, api):
    send(attribute_titel="Wünsche für die Straße:")
    actions.publish(need=Need.objects.get(), by=None)
    assert api.get("requests").content[0]["description"] == TEXT


def test_a_description_has_at_most_4000_characters(send, api):
    assert send(description="x" * 4001).status == 400
    assert send(description="ü" * 4000).status == 200
    actions.publish(need=Need.objects.get(), by=None)
    assert len(api.get("requests").content[0]["description"]) == 4000


def test_the_address_is_the_most_telling_that_is_known(api):
    quarter = QuarterFactory(name="Südstadt")
    for place, address in [
        (Place(51.4, 7.18, name="Markt 1", quarter=quarter), "Markt 1"),
        (Place(venue=VenueFactory(name="Treffpunkt"), quarter=quarter), "Treffpunkt"),
        (Place(quarter=quarter), "Südstadt"),
        (Place(51.4, 7.18), None),
        (Place(quarter=QuarterFactory(name="Geheim", is_public=False)), None),
    ]:
        need = factories.public_need(place=place)
        assert api.get(f"requests/{need.reference}").content[0]["address"] == address


def test_the_picture_of_a_request_can_be_fetched(api, settings, client):
    from quartierwerk.needs.pictures import cleaned_photo

    factories.public_need(photos=[(cleaned_photo(photo()), "Die Bank")])
    url = api.get("requests").content[0]["media_url"]
    picture = client.get(url.removeprefix(settings.BASE_URL))
    assert (picture.status_code, picture.headers["Content-Type"]) == (200, "image/jpeg")


def test_every_row_of_a_definition_has_a_place_of_its_own(api):
    QuarterFactory()
    orders = [attribute["order"] for attribute in api.get("services/sonstiges").content["attributes"]]
    assert orders == sorted(set(orders)) and orders[0] == 1


def test_what_is_asked_for_by_head_has_the_same_head(api):
    address = f"/open311/v2/requests.{api.form}"
    asked, read = api.client.head(address), api.client.get(address)
    assert (asked.status_code, asked.headers["Content-Type"], asked.content) == (
        200,
        read.headers["Content-Type"],
        b"",
    )


@pytest.mark.parametrize("accept", ["text/html", "application/json", "text/xml", "image/png"])
def test_the_ending_alone_chooses_the_format(api, accept):
    answer = api.client.get(
        f"/open311/v2/services.{api.form}", headers={"accept": accept, "accept-language": "en"}
    )
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, TYPES[api.form])


# ------------------------------------------------------------------------------------------------------------------ sending
def test_point_and_address_may_both_be_sent(send):
    send(lat="51.4", long="7.18")
    need = Need.objects.get()
    assert (need.latitude, need.longitude, need.place_name) == (51.4, 7.18, "Markt")


def test_an_address_id_alone_is_no_place_here(send):
    assert refusal(send(address_string="", address_id="4711")) == (400, [400])


def test_a_missing_service_is_400_and_an_unknown_one_404(send):
    assert refusal(send(service_code="")) == (400, [400])
    assert refusal(send(service_code="gibt-es-nicht")) == (404, [404])


def test_the_key_is_asked_for_before_anything_else(send):
    assert refusal(send(api_key="falsch", service_code="gibt-es-nicht", lat="x")) == (403, [403])


@pytest.mark.usefixtures("moderated_afterwards")
def test_a_number_that_comes_back_at_once_can_be_asked_for(send, api):
    (receipt,) = send().content
    assert "token" not in receipt
    assert ids(api.get(f"requests/{receipt['service_request_id']}")) == [receipt["service_request_id"]]


def test_a_token_leads_from_sending_to_the_request(send, api):
    (receipt,) = send().content
    assert "service_request_id" not in receipt
    token = receipt["token"]
    assert api.get(f"tokens/{token}").content == [{"service_request_id": None, "token": token}]
    actions.publish(need=Need.objects.get(), by=None)
    ((found,),) = [api.get(f"tokens/{token}").content]
    assert ids(api.get(f"requests/{found['service_request_id']}")) == [found["service_request_id"]]


def test_an_account_is_named_in_the_receipt_and_empty(send):
    (receipt,) = send(account_id="9").content
    assert receipt["account_id"] is None


@pytest.mark.parametrize("path", ["services", "services/sonstiges", "requests/HAT-2026-0001", "tokens/1"])
def test_nothing_but_requests_can_be_sent_to(api, secret, path):
    sent = api.client.post(f"/open311/v2/{path}.{api.form}", {"api_key": secret})
    assert (sent.status_code, sent.headers["Content-Type"], Need.objects.count()) == (400, TYPES[api.form], 0)


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_nothing_can_be_changed_or_deleted(api, method):
    need = factories.public_need()
    for path in ("requests", f"requests/{need.reference}"):
        assert getattr(api.client, method)(f"/open311/v2/{path}.{api.form}").status_code == 400
    assert Need.objects.get().title == need.title
