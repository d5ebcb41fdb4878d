"""A device at the door keeps the list, notes who comes in, and sends it later; the server decides."""

import json
import re
from datetime import timedelta

import pytest
from django.urls import reverse

from quartierwerk.core import clock
from quartierwerk.events import actions, factories
from quartierwerk.events.factories import local
from quartierwerk.events.models import Attendance
from quartierwerk.people.factories import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture(autouse=True)
def _evening(time_machine, settings):
    settings.STAFF_SECOND_FACTOR = False
    time_machine.move_to(local(2026, 10, 8, 16, 30), tick=False)


@pytest.fixture
def conference():
    return factories.event("Konferenz", starts_at=local(2026, 10, 8, 16), capacity=50)


@pytest.fixture
def today(conference):
    return conference.occurrences.get()


class Device:
    def __init__(self, client, event):
        self.client, self.event = client, event

    def list(self):
        return self.client.get(reverse("events:door_guests", args=[self.event.pk])).json()

    def send(self, body, **headers):
        address = reverse("events:door_sync", args=[self.event.pk])
        token = {"X-CSRFToken": self.list()["csrf"]}
        return self.client.post(address, body, content_type="application/json", headers=token | headers)

    def sync(self, *items, now=None):
        body = {"now": (now or clock.now()).isoformat(), "items": list(items)}
        return self.send(json.dumps(body)).json()["results"]


@pytest.fixture
def device(client, conference, carla):
    client.force_login(carla)
    return Device(client, conference)


def item(place, at=None, people=None):
    code = place if isinstance(place, str) else place.code
    return {"code": code, "people": people, "at": (at or local(2026, 10, 8, 15, 40)).isoformat()}


def outcomes(results):
    return [(result["result"], result["text"]) for result in results]


def test_the_list_holds_no_more_than_the_door_needs(device, conference, today, carla):
    erna = factories.registration(conference, person=PersonFactory(name="Erna Beispiel", called=True), size=2)
    gone = factories.registration(conference, person=PersonFactory(name="Uwe Abgesagt"))
    actions.cancel_registration(registration=gone)
    actions.admit(registration=erna, occurrence=today, people=1, by=carla)

    found = device.list()

    at = clock.now().isoformat()
    assert sorted(found["guests"]) == sorted(
        [
            [erna.code, "Beispiel, Erna", 2, "confirmed", 1, at, "Carla"],
            [gone.code, "", 0, "cancelled", 0, "", ""],
        ]
    )
    assert found["until"] == (today.over_at + timedelta(hours=12)).timestamp() * 1000


def test_what_was_noted_offline_counts_with_its_time(device, conference, today):
    place = factories.registration(conference, size=3)

    assert outcomes(device.sync(item(place, people=2))) == [("admitted", "")]
    attendance = Attendance.objects.get()
    assert (attendance.admitted_at, attendance.people) == (local(2026, 10, 8, 15, 40), 2)


def test_the_same_sent_twice_changes_nothing(device, conference):
    place = factories.registration(conference)

    assert outcomes(device.sync(item(place)) + device.sync(item(place))) == [
        ("admitted", ""),
        ("admitted", ""),
    ]
    assert Attendance.objects.count() == 1


def test_two_devices_that_let_in_the_same_code_are_told(device, conference, today, mona):
    place = factories.registration(conference)
    actions.admit(registration=place, occurrence=today, by=mona, at=local(2026, 10, 8, 15, 52))

    assert outcomes(device.sync(item(place))) == [("already", "Schon eingelassen um 15:52 von Mona.")]


def test_each_code_gets_its_own_answer(device, conference):
    good, gone = factories.registration(conference), factories.registration(conference)
    elsewhere = factories.registration(factories.event("Kochkurs", capacity=5))
    actions.cancel_registration(registration=gone)

    results = device.sync(item(gone), item("99999999"), item(elsewhere), item(good), item(good, people=5))

    assert [result["result"] for result in results] == [
        "refused",
        "unknown",
        "refused",
        "admitted",
        "admitted",
    ]


def test_a_clock_that_is_an_hour_fast_is_set_right(device, conference):
    place = factories.registration(conference)
    noted = clock.now() + timedelta(minutes=50)  # ten minutes ago by a clock that is an hour fast

    device.sync(item(place, at=noted), now=clock.now() + timedelta(hours=1))

    assert Attendance.objects.get().admitted_at == clock.now() - timedelta(minutes=10)


def test_nobody_was_let_in_in_the_future(device, conference):
    device.sync(item(factories.registration(conference), at=clock.now() + timedelta(days=1)))

    assert Attendance.objects.get().admitted_at == clock.now()


@pytest.mark.parametrize("body", ["", "Unsinn", "[]", "{}", '{"items": 5}', '{"items": null}', '"x"'])
def test_what_cannot_be_read_is_refused_whole(device, body):
    assert device.send(body).status_code == 400


@pytest.mark.parametrize(
    "thing",
    [None, 5, "x", {}, {"code": None}, {"code": ["a"]}, {"code": "x" * 5000, "at": 7, "people": "viele"}],
)
def test_one_broken_line_does_not_keep_the_others_back(device, conference, thing):
    place = factories.registration(conference)

    assert [r["result"] for r in device.sync(thing, item(place))] == ["unknown", "admitted"]


def test_odd_times_and_numbers_admit_now_and_all(device, conference):
    place = factories.registration(conference, size=2)

    device.sync({"code": place.code, "people": "drei", "at": "gestern"})

    attendance = Attendance.objects.get()
    assert (attendance.people, attendance.admitted_at) == (2, clock.now())


def test_too_many_at_once_are_refused(device):
    assert device.send(json.dumps({"items": [{}] * 501})).status_code == 400


def test_another_site_cannot_let_anybody_in(device, conference, client):
    place = factories.registration(conference)
    address = reverse("events:door_sync", args=[conference.pk])

    refused = client.post(address, json.dumps({"items": [item(place)]}), content_type="application/json")

    assert (refused.status_code, Attendance.objects.count()) == (403, 0)


def test_without_a_session_the_device_is_sent_to_sign_in_and_nothing_is_lost(client, conference):
    address = reverse("events:door_sync", args=[conference.pk])

    away = client.post(address, json.dumps({"items": []}), content_type="application/json")

    assert (away.status_code, away.url.partition("?")[0]) == (302, "/konto/anmelden/")


def test_an_editor_can_neither_read_nor_send(client, conference, edda):
    client.force_login(edda)
    device = Device(client, conference)

    assert client.get(reverse("events:door_guests", args=[conference.pk])).status_code == 404
    assert device.client.get(reverse("events:door_camera", args=[conference.pk])).status_code == 404


def test_the_page_that_the_device_keeps_holds_no_name(device, conference, erna, client):
    place = factories.registration(conference, person=erna)

    kept = client.get(reverse("events:door_camera", args=[conference.pk])).content.decode()

    assert [word for word in ("Beispiel", "Erna", place.code, "Carla", "csrf") if word in kept] == []


def test_the_worker_is_a_script_within_the_pages_it_may_keep(client, conference):
    address = reverse("events:door_worker", args=[conference.pk])
    camera = reverse("events:door_camera", args=[conference.pk])

    found = client.get(address)

    assert found.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert camera.startswith(re.sub(r"[^/]+$", "", address))


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_often_however_long_it_is(device, conference, number, django_assert_num_queries):
    for _ in range(number):
        factories.registration(conference)
    address = reverse("events:door_guests", args=[conference.pk])
    device.client.get(address)

    with django_assert_num_queries(7):
        device.client.get(address)
