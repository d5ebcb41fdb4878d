"""Open311 GeoReport v2, reading: every rule of docs/open311.md, in both formats."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from quartierwerk.core import clock
from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import CameBy, Kind, State
from quartierwerk.needs.models import Need, NeedSettings, Open311Token
from quartierwerk.people.factories import PersonFactory
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.models import FieldOfAction

from .open311_client import TYPES, Open311

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
W3C = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
FIELDS = [
    "service_request_id", "status", "status_notes", "service_name", "service_code", "description",
    "agency_responsible", "service_notice", "requested_datetime", "updated_datetime", "expected_datetime",
    "address", "address_id", "zipcode", "lat", "long", "media_url",
]  # fmt: skip


@pytest.fixture(params=["xml", "json"])
def api(request):
    return Open311(request.param)


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to("2026-05-20T10:00:00Z", tick=False)


@pytest.fixture
def housing():
    FieldOfAction.objects.all().delete()
    return FieldOfAction.objects.create(name="Wohnen & Leben", slug="wohnen", summary="Ums Haus herum.")


def ids(answer):
    assert answer.status == 200, answer.content
    return [row["service_request_id"] for row in answer.content]


def refusal(answer):
    """The error array of both formats."""
    assert all(set(error) == {"code", "description"} and error["description"] for error in answer.content)
    return answer.status, [error["code"] for error in answer.content]


def at(moment, title="Die Bank am Ufer ist kaputt", **values):
    need = factories.public_need(title, **values)
    Need.objects.filter(pk=need.pk).update(received_at=moment)
    return need.reference


def test_discovery_leads_to_the_endpoint(api):
    found = api.get(f"/open311/discovery.{api.form}").content
    assert list(found) == ["changeset", "contact", "key_service", "endpoints"]
    (endpoint,) = found["endpoints"]
    assert list(endpoint) == ["specification", "url", "changeset", "type", "formats"]
    assert endpoint["specification"] == "http://wiki.open311.org/GeoReport_v2"
    assert endpoint["type"] == "production"
    assert endpoint["formats"] == ["text/xml", "application/json"]
    assert W3C.fullmatch(found["changeset"])
    assert api.get(f"{urlsplit(endpoint['url']).path}/services.{api.form}").status == 200


def test_every_field_of_action_is_a_service_and_what_has_none_has_one_of_its_own(api, housing):
    services = api.get("services").content
    assert services == [
        {
            "service_code": "wohnen",
            "service_name": "Wohnen & Leben",
            "description": "Ums Haus herum.",
            "metadata": True,
            "type": "batch",
            "keywords": "problem,idee,tipp",
            "group": "Handlungsfelder",
        },
        {
            "service_code": "sonstiges",
            "service_name": "Sonstiges",
            "description": "Was zu keinem Handlungsfeld gehört.",
            "metadata": True,
            "type": "batch",
            "keywords": "problem,idee,tipp",
            "group": "Weiteres",
        },
    ]


@pytest.mark.usefixtures("housing")
def test_where_the_town_looks_afterwards_services_answer_with_a_number_at_once(api):
    NeedSettings.objects.create(moderation=NeedSettings.Moderation.AFTER)
    assert {service["type"] for service in api.get("services").content} == {"realtime"}


@pytest.mark.usefixtures("housing")
def test_a_definition_tells_what_may_be_said_beside_the_text(api):
    QuarterFactory(name="Südstadt", slug="suedstadt")
    QuarterFactory(name="Geheim", slug="geheim", is_public=False)
    definition = api.get("services/wohnen").content
    assert definition["service_code"] == "wohnen"
    assert [(a["code"], a["datatype"], a["order"], a["required"]) for a in definition["attributes"]] == [
        ("titel", "string", 1, False),
        ("art", "singlevaluelist", 2, False),
        ("quartier", "singlevaluelist", 3, False),
    ]
    assert list(definition["attributes"][0]) == [
        "variable", "code", "datatype", "required", "datatype_description", "order", "description", "values",
    ]  # fmt: skip
    assert [value["key"] for value in definition["attributes"][1]["values"]] == [
        "problem", "idee", "anliegen", "tipp",
    ]  # fmt: skip
    assert definition["attributes"][2]["values"] == [{"key": "suedstadt", "name": "Südstadt"}]


@pytest.mark.parametrize(
    "path", ["services/gibt-es-nicht", "requests/HAT-2026-9999", "tokens/123", "nirgends", "requests/%00"]
)
def test_what_is_unknown_is_404_with_an_array_of_errors(api, path):
    assert refusal(api.get(path)) == (404, [404])


def test_an_unknown_token_is_404(api):
    assert refusal(api.get("tokens/7b0a6a1e-9f4c-4c3c-8a52-0f3f4f2d7c11")) == (404, [404])


@pytest.mark.parametrize(
    "path", ["discovery.html", "v2/services.csv", "v2/requests.jsonp", "v2/requests/1.pdf", "v2"]
)
def test_an_unknown_format_is_404_in_the_format_that_everybody_has_to_know(path):
    answer = Open311("xml").get(f"/open311/{path}")
    assert refusal(answer) == (404, [404])


def test_only_requests_take_a_post(api):
    response = api.client.post(f"/open311/v2/services.{api.form}", {"api_key": "x"})
    assert response.status_code == 400
    assert response.headers["Content-Type"] == TYPES[api.form]


def test_a_service_request_has_every_field_in_order(api, housing):
    need = factories.public_need(
        "Die Bank am Ufer ist kaputt", text="Zwei Latten <fehlen> & alle setzen sich daneben.", field=housing,
        place=Place(51.3991, 7.1856, "Ruhrpromenade 3"),
    )  # fmt: skip
    (row,) = api.get(f"requests/{need.reference}").content
    assert list(row) == FIELDS
    assert row == {
        "service_request_id": need.reference,
        "status": "open",
        "status_notes": "veröffentlicht",
        "service_name": "Wohnen & Leben",
        "service_code": "wohnen",
        "description": "Die Bank am Ufer ist kaputt\n\nZwei Latten <fehlen> & alle setzen sich daneben.",
        "agency_responsible": None,
        "service_notice": None,
        "requested_datetime": "2026-05-20T12:00:00+02:00",
        "updated_datetime": "2026-05-20T12:00:00+02:00",
        "expected_datetime": None,
        "address": "Ruhrpromenade 3",
        "address_id": None,
        "zipcode": None,
        "lat": 51.3991,
        "long": 7.1856,
        "media_url": None,
    }


def test_one_request_is_an_array_too_and_none_is_an_empty_one(api):
    assert api.get("requests").content == []
    need = factories.public_need()
    assert ids(api.get("requests")) == [need.reference]


def test_the_status_is_open_or_closed_and_the_notes_say_more(api, carla):
    need = factories.public_need()
    actions.move_on(need=need, state=State.PLANNED, reason="Der Bauhof kommt im Mai.", by=carla)
    (row,) = api.get("requests").content
    assert (row["status"], row["status_notes"]) == ("open", "geplant: Der Bauhof kommt im Mai.")
    actions.move_on(need=need, state=State.DONE, reason="Neue Bank steht.", by=carla)
    (row,) = api.get("requests").content
    assert (row["status"], row["status_notes"]) == ("closed", "erledigt: Neue Bank steht.")


def test_what_a_resident_says_about_the_answer_is_not_in_the_notes(api, carla):
    need = factories.public_need()
    actions.move_on(need=need, state=State.DONE, reason="Neue Bank steht.", by=carla)
    actions.say_if_solved(need=need, solved=False, words="Herr Müller hat gelogen.")
    (row,) = api.get("requests").content
    assert row["status_notes"] == "wird geprüft"


def test_what_is_closed_was_updated_when_it_was_closed(api, carla, time_machine):
    need = factories.public_need()
    time_machine.move_to("2026-05-21T10:00:00Z", tick=False)
    actions.move_on(need=need, state=State.DONE, reason="Neue Bank steht.", by=carla)
    time_machine.move_to("2026-05-22T10:00:00Z", tick=False)
    actions.shorten(need=need, title="Bank", text="", by=carla)
    (row,) = api.get("requests").content
    assert row["updated_datetime"] == "2026-05-21T12:00:00+02:00"


def test_the_department_is_named_and_never_a_person(api, carla):
    from quartierwerk.people.factories import ContactFactory

    first, second = factories.public_need(), factories.public_need()
    actions.hand_on(need=first, to="Bauhof", by=carla)
    contact = ContactFactory(name="Petra Probe", department="Fachbereich Weiterbildung")
    actions.hand_on(need=second, to="", contact=contact, by=carla)
    agencies = [row["agency_responsible"] for row in api.get("requests").content]
    assert agencies == ["Fachbereich Weiterbildung", "Bauhof"]


def test_ids_override_everything_else(api):
    old = at(clock.now() - timedelta(days=400))
    new = at(clock.now())
    found = api.get(
        "requests",
        service_request_id=f"{old},{new}, {old}",
        status="closed",
        service_code="x",
        start_date="2026-05-01T00:00:00Z",
    )
    assert set(ids(found)) == {old, new}
    assert ids(api.get("requests", service_request_id="HAT-1999-0001")) == []


def test_services_and_statuses_filter_with_commas_and_given_twice(api, housing, carla):
    at_home = factories.public_need(field=housing)
    without = factories.public_need()
    actions.move_on(need=without, state=State.DONE, reason="Neue Bank steht.", by=carla)
    for query, found in [
        ({"service_code": "wohnen"}, [at_home]),
        ({"service_code": "sonstiges"}, [without]),
        ({"service_code": "wohnen, sonstiges"}, [without, at_home]),
        ({"service_code": ["wohnen", "sonstiges"]}, [without, at_home]),
        ({"service_code": "gibt-es-nicht"}, []),
        ({"status": "open"}, [at_home]),
        ({"status": "closed"}, [without]),
        ({"status": "open,closed"}, [without, at_home]),
        ({"status": "", "service_code": "", "page": "", "start_date": ""}, [without, at_home]),
    ]:
        assert ids(api.get("requests", **query)) == [need.reference for need in found], query


def test_without_dates_the_last_90_days_count(api):
    inside = at(clock.now() - timedelta(days=89))
    at(clock.now() - timedelta(days=91))
    assert ids(api.get("requests")) == [inside]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"start_date": "2026-01-10T00:00:00Z", "end_date": "2026-04-10T00:00:00Z"}, ["b"]),
        ({"start_date": "2026-01-31T01:00:00+01:00", "end_date": "2026-02-01T00:00:00Z"}, ["b"]),
        ({"start_date": "2026-01-31T01:00:00 01:00", "end_date": "2026-02-01T00:00:00Z"}, ["b"]),
        ({"start_date": "2026-01-31T00:00:01Z", "end_date": "2026-02-01T00:00:00Z"}, []),
        ({"start_date": "2026-01-31", "end_date": "2026-01-31"}, ["b"]),
        ({"start_date": "2025-12-24T00:00:00Z"}, ["b", "a"]),
        ({"end_date": "2026-01-02T00:00:00Z"}, ["a"]),
        ({"start_date": "2026-04-30T00:00:00.5Z"}, ["c"]),
    ],
)
def test_dates_bound_when_it_was_said(api, query, found):
    at("2026-01-01T00:00:00Z", "aaa")
    at("2026-01-31T00:00:00Z", "bbb")
    at("2026-05-01T00:00:00Z", "ccc")
    rows = api.get("requests", **query).content
    assert [row["description"][0] for row in rows] == found


@pytest.mark.parametrize(
    "query",
    [
        {"start_date": "2026-01-01T00:00:00Z", "end_date": "2026-04-02T00:00:00Z"},  # 91 days
        {"start_date": "2026-02-01T00:00:00Z", "end_date": "2026-01-01T00:00:00Z"},
        {"start_date": "2026-02-01T00:00:00"},  # no zone
        {"start_date": "gestern"},
        {"start_date": "2026-02-31T00:00:00Z"},
        {"end_date": "2026-02-01T25:00:00Z"},
        {"end_date": "9999-12-31T23:59:59Z"},
        {"end_date": "9999-12-31"},
        {"start_date": "0001-01-01T00:00:00+23:59"},
        {"start_date": "2026-02-01T00:00:00+99:99"},
        {"start_date": "\x00"},
        {"status": "offen"},
        {"status": "open,\x00"},
        {"service_code": "\x00"},
        {"service_request_id": "\x00"},
        {"service_request_id": ",".join(map(str, range(201)))},
        {"page": "0"},
        {"page": "-1"},
        {"page": "x"},
        {"page": "²"},
        {"page": "9" * 5000},
        {"page_size": "1001"},
        {"page_size": "1.5"},
    ],
)
def test_what_cannot_be_asked_is_400(api, query):
    status, codes = refusal(api.get("requests", **query))
    assert (status, set(codes)) == (400, {400})


def test_every_fault_is_an_error_of_its_own(api):
    answer = api.get("requests", status="offen", page="x", start_date="gestern")
    assert refusal(answer) == (400, [400, 400, 400])


def test_pages_follow_each_other_without_gaps(api):
    every = [at(clock.now() - timedelta(hours=hour)) for hour in range(5)]
    pages = [ids(api.get("requests", page=page, page_size=2)) for page in (1, 2, 3, 4)]
    assert pages == [every[:2], every[2:4], every[4:], []]


def test_no_more_than_a_thousand_come_at_once(api, monkeypatch):
    from quartierwerk.needs.open311 import asking

    monkeypatch.setattr(asking, "MOST_ROWS", 2)
    for _ in range(3):
        factories.public_need()
    assert len(ids(api.get("requests"))) == 2
    assert len(ids(api.get("requests", page=2))) == 1


@pytest.mark.parametrize(
    ("kind", "keyword"),
    [(Kind.PROBLEM, "problem"), (Kind.CONCERN, "problem"), (Kind.IDEA, "idee"), (Kind.PRAISE, "tipp")],
)
def test_extensions_tell_the_kind_in_the_words_of_german_towns_and_more(api, kind, keyword, settings):
    quarter = QuarterFactory(name="Südstadt")
    need = factories.public_need(kind=kind, place=Place(quarter=quarter))
    (row,) = api.get("requests", extensions="true").content
    assert row["address"] == "Südstadt"
    assert row["extended_attributes"] == {
        "title": need.title,
        "keywords": keyword,
        "detailed_status": "published",
        "detailed_status_name": "veröffentlicht",
        "quarter": "Südstadt",
        "votes": 0,
        "comments": 0,
        "media_urls": [],
        "url": settings.BASE_URL + need.get_absolute_url(),
    }
    assert api.get(f"requests/{need.reference}", extensions="true").content == [row]
    assert "extended_attributes" not in api.get("requests", extensions="false").content[0]


def test_a_photo_that_is_shown_has_an_address(api, carla, settings):
    from quartierwerk.needs.models import Photo

    need = factories.public_need()
    shown, dropped = (
        Photo.objects.create(need=need, file=f"needs/2026/{name}.jpg", width=8, height=8, order=order)
        for order, name in enumerate(("b", "a"))
    )
    actions.drop_photo(photo=dropped, by=carla)
    (row,) = api.get("requests", extensions="1").content
    assert row["media_url"] == settings.BASE_URL + reverse("needs:photo", args=[need.reference, shown.pk])
    assert row["extended_attributes"]["media_urls"] == [row["media_url"]]


def test_only_what_is_public_is_found(api, carla):
    waiting = factories.need()
    removed = actions.remove(need=factories.public_need(), reason="Beleidigt den Nachbarn.", by=carla)
    withdrawn = actions.take_back(need=factories.public_need())
    assert ids(api.get("requests")) == []
    for need in (waiting, removed, withdrawn):
        assert refusal(api.get(f"requests/{need.reference}")) == (404, [404])
        assert ids(api.get("requests", service_request_id=need.reference)) == []


def test_a_token_leads_to_the_number_once_it_is_public(api, carla):
    need = factories.need(came_by=CameBy.OPEN311)
    token = str(Open311Token.objects.create(need=need).token)
    assert api.get(f"tokens/{token}").content == [{"service_request_id": None, "token": token}]
    actions.publish(need=need, by=carla)
    assert api.get(f"tokens/{token}").content == [{"service_request_id": need.reference, "token": token}]
    actions.remove(need=need, reason="Doch nicht.", by=carla)
    assert refusal(api.get(f"tokens/{token}")) == (404, [404])


def test_nothing_tells_who_said_it(api, carla):
    canaries = ["Kanarienvogel", "kanarie@example.org", "+4923249999", "Vertraulich", "Interna", "Urwort"]
    person = PersonFactory(
        name="Kanarienvogel", email="kanarie@example.org", phone="+4923249999", mailed=True
    )
    need = factories.public_need("Urwort steht hier", person=person, shown_name="Kanarienvogel")
    actions.note(need=need, text="Vertraulich", by=carla)
    actions.assign(need=need, to=carla, by=carla)
    actions.shorten(need=need, title="Die Bank", text="", by=carla)
    Need.objects.filter(pk=need.pk).update(hidden_because="Interna")
    said = ""
    for path in ("requests", f"requests/{need.reference}", "services"):
        said += api.get(path, extensions="true").raw.content.decode()
    assert [canary for canary in [*canaries, "carla"] if canary.casefold() in said.casefold()] == []


def test_characters_that_xml_forbids_do_not_break_it(api):
    need = factories.public_need("Bank kaputt")
    Need.objects.filter(pk=need.pk).update(text="Bank\x0bkaputt \x1b\ufffe🙂 ]]> & \x85 ende")
    assert "🙂 ]]> &" in api.get("requests").content[0]["description"]


def test_pages_of_other_sites_may_read_and_no_cookie_is_needed(api):
    for path in ("services", "requests", "requests/nirgends"):
        headers = api.get(path).raw.headers
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in headers
        assert "Cookie" not in headers.get("Vary", "")
    asked_before = api.client.options(f"/open311/v2/requests.{api.form}")
    assert (asked_before.status_code, asked_before.headers["Access-Control-Allow-Methods"]) == (
        204,
        "GET, HEAD",
    )


@pytest.mark.parametrize(
    ("path", "queries"), [("services", 2), ("services/sonstiges", 2), ("requests", 3), ("discovery", 2)]
)
def test_what_is_read_costs_the_same_however_much_there_is(
    api, path, queries, django_assert_num_queries, carla
):
    where = f"/open311/{'' if path == 'discovery' else 'v2/'}{path}.{api.form}"
    api.client.get(where)  # what a fresh installation writes once
    for more in (1, 3):
        for _ in range(more):
            need = factories.public_need(place=Place(quarter=QuarterFactory()))
            actions.move_on(need=need, state=State.PLANNED, reason="Im Mai.", by=carla)
        with django_assert_num_queries(queries):
            api.client.get(where, {"extensions": "true"})


def test_the_developers_page_leads_there(client, settings):
    page = client.get("/offene-schnittstelle/")
    assert page.status_code == 200
    assert f'href="{settings.BASE_URL}/open311/discovery.json"' in page.content.decode()
