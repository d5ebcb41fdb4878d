"""The interface as another program meets it: the client `georeport` from PyPI, unchanged, against a running server."""

import pytest

from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import State
from quartierwerk.needs.models import Need
from quartierwerk.topics.models import FieldOfAction

georeport = pytest.importorskip("georeport")
requests = pytest.importorskip("requests")
xmltodict = pytest.importorskip("xmltodict")
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def needs(carla):
    field = FieldOfAction.objects.create(name="Wohnen", slug="wohnen")
    planned = factories.public_need("Bank kaputt", field=field, place=Place(51.4, 7.18))
    actions.move_on(need=planned, state=State.PLANNED, reason="Im Mai.", by=carla)
    done = factories.public_need("Licht ist an")
    actions.move_on(need=done, state=State.DONE, reason="Ist an.", by=carla)
    return planned, done


@pytest.fixture(params=["xml", "json"])
def client_of_others(request, needs, live_server):
    return georeport.GeoReport(
        f"{live_server.url}/open311/v2", jurisdiction="stadt.example", output_format=request.param
    )


def test_an_unchanged_client_of_others_reads_everything(client_of_others, needs):
    client, (planned, done) = client_of_others, needs
    services = client.get_service_list()
    assert [service["service_code"] for service in services] == ["wohnen", "sonstiges"]
    definition = client.get_service_definition("wohnen")
    assert definition["service_code"] == "wohnen"
    requests = client.get_service_requests()
    assert [row["service_request_id"] for row in requests] == [done.reference, planned.reference]
    closed = client.get_service_requests(status="closed", service_code="sonstiges,wohnen")
    assert _one(closed)["service_request_id"] == done.reference
    found = client.get_service_requests(
        start_date=planned.received_at.isoformat(), end_date=done.received_at.isoformat()
    )
    assert len(found) == 2
    named = client.get_service_requests(service_request_id=done.reference, status="open")
    assert _one(named)["service_request_id"] == done.reference
    row = client.get_service_request(planned.reference)
    assert (row["status"], row["status_notes"], row["description"]) == (
        "open",
        "geplant: Im Mai.",
        "Bank kaputt",
    )
    assert (float(row["lat"]), float(row["long"])) == (51.4, 7.18)


def test_what_is_unknown_is_an_error_for_the_client(client_of_others):
    with pytest.raises(Exception, match="404"):
        client_of_others.get_service_request("HAT-1999-0001")


def test_what_is_sent_leads_by_its_token_to_what_the_client_reads(client_of_others, alex):
    """The client only reads; its endpoint, format and key are used with the library it uses itself."""
    client = client_of_others
    client.api_key = actions.create_api_key(name="Stadt-App", by=alex)[1]
    asked_for = {"service_code": "wohnen", "lat": 51.4, "long": 7.18, "description": "Bänke für alle"}
    receipt = _one(_sent(client, asked_for))
    assert "service_request_id" not in receipt
    assert _one(_read(client, f"tokens/{receipt['token']}"))["service_request_id"] is None
    actions.publish(need=Need.objects.get(title="Bänke für alle"), by=None)
    number = _one(_read(client, f"tokens/{receipt['token']}"))["service_request_id"]
    row = client.get_service_request(number)
    assert (row["description"], row["service_code"], row["status"]) == ("Bänke für alle", "wohnen", "open")
    assert (float(row["lat"]), float(row["long"])) == (51.4, 7.18)


def test_what_is_sent_without_a_key_is_refused_in_the_format_of_the_client(client_of_others):
    answer = _post(client_of_others, {"service_code": "wohnen", "address_string": "Markt"})
    error = _one(_content(client_of_others, answer, "errors", "error"))
    assert (answer.status_code, int(error["code"]), bool(error["description"])) == (403, 403, True)


def _post(client, values):
    where = f"{client.root_address}/requests.{client.output_format}"
    return requests.post(where, data={"api_key": client.api_key, **values}, timeout=30)


def _sent(client, values):
    answer = _post(client, {"jurisdiction_id": client.jurisdiction, **values})
    answer.raise_for_status()
    return _content(client, answer)


def _read(client, path):
    answer = requests.get(f"{client.root_address}/{path}.{client.output_format}", timeout=30)
    answer.raise_for_status()
    return _content(client, answer)


def _content(client, answer, outer="service_requests", inner="request"):
    return answer.json() if client.output_format == "json" else xmltodict.parse(answer.content)[outer][inner]


def _one(found):
    """From XML the client gives a single row bare."""
    return found[0] if isinstance(found, list) else found
