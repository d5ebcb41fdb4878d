"""The interface as another program meets it: the client `georeport` from PyPI, unchanged, against a running server."""

import pytest

from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import State
from quartierwerk.topics.models import FieldOfAction

georeport = pytest.importorskip("georeport")
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
    return georeport.GeoReport(f"{live_server.url}/open311/v2", output_format=request.param)


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


def _one(found):
    """From XML the client gives a single row bare."""
    return found[0] if isinstance(found, list) else found
