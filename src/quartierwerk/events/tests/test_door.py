"""At the entrance: a code opens once, and everybody at the door is told clearly how it stands."""

import re
import uuid
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse

from quartierwerk.core import audit, clock
from quartierwerk.events import actions, factories, queries
from quartierwerk.events.door.attendance import Count, attendance_of
from quartierwerk.events.enums import CameBy, State
from quartierwerk.events.factories import local
from quartierwerk.events.models import Attendance, Organiser, Registration
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Notification

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "no_second_factor")]


@pytest.fixture(autouse=True)
def _afternoon(time_machine):
    time_machine.move_to(datetime(2026, 10, 8, 13, 52, tzinfo=UTC), tick=False)  # 15:52 in town


@pytest.fixture
def conference():
    return factories.event("Konferenz", starts_at=local(2026, 10, 8, 16), capacity=10)


@pytest.fixture
def today(conference):
    return conference.occurrences.get()


@pytest.fixture
def door(client, carla):
    """Carla's browser at the entrance: `post` sends the token of the page as its form does."""
    client.force_login(carla)
    return Door(client)


class Door:
    def __init__(self, client):
        self.client = client

    def get(self, url, **extra):
        return self.client.get(url, **extra)

    def post(self, url, data, **extra):
        page = self.client.get(reverse("events:door_walk_in", args=[url.split("/")[3]]))
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode())[1]
        return self.client.post(url, data | {"csrfmiddlewaretoken": token}, **extra)


def url(event, name="door", *args):
    return reverse(f"events:{name}", args=[event.pk, *args])


def sentence(response):
    """What the page after a POST tells."""
    return response.content.decode()


# ------------------------------------------------------------------------------------------------------------------- codes
def test_a_party_comes_in_and_the_entrance_knows_when_and_by_whom(conference, today, erna, carla):
    place = factories.registration(conference, person=erna, size=4)

    attendance = actions.admit(registration=place, occurrence=today, people=3, by=carla)

    assert (attendance.people, attendance.by, attendance.admitted_at) == (3, carla, clock.now())
    assert attendance_of(conference, today) == Count(come=3, registered=4, free=6, visits=1)
    assert audit.entries_about(place).filter(verb="admitted").get().details == {"people": 3}


def test_the_same_code_twice_is_told_with_time_and_name(conference, today, carla, mona):
    place = factories.registration(conference)
    actions.admit(registration=place, occurrence=today, by=carla)

    with pytest.raises(actions.AlreadyAdmitted, match="Schon eingelassen um 15:52 von Carla"):
        actions.admit(registration=place, occurrence=today, by=mona)
    assert Attendance.objects.count() == 1


def test_the_database_itself_refuses_a_second_admission(conference, today):
    place = factories.registration(conference)
    Attendance.objects.create(registration=place, occurrence=today)

    with pytest.raises(IntegrityError):
        Attendance.objects.create(registration=place, occurrence=today)


def test_a_code_of_another_event_says_which(conference, today):
    elsewhere = factories.registration(
        factories.event("Kochkurs", starts_at=local(2026, 11, 3, 18), capacity=5)
    )

    with pytest.raises(ValidationError, match=r"gilt für „Kochkurs“ am Dienstag, 3\. November, 18 Uhr"):
        actions.admit(registration=elsewhere, occurrence=today)


def test_a_code_of_another_date_of_the_series_says_which():
    course = factories.event(
        starts_at=local(2026, 10, 8, 16), rule="FREQ=WEEKLY;COUNT=3", registers_for="date", capacity=5
    )
    first, second, _third = course.occurrences.all()
    place = factories.registration(course, occurrence=second)

    with pytest.raises(ValidationError, match=r"einen anderen Termin: Donnerstag, 15\. Oktober, 16 Uhr"):
        actions.admit(registration=place, occurrence=first)


def test_a_whole_series_lets_in_once_on_each_date():
    course = factories.event(starts_at=local(2026, 10, 8, 16), rule="FREQ=WEEKLY;COUNT=2", capacity=5)
    place = factories.registration(course, size=2)

    for each in course.occurrences.all():
        actions.admit(registration=place, occurrence=each)

    assert attendance_of(course) == Count(come=4, registered=2, free=None, visits=2)


def test_a_cancelled_registration_is_told_and_not_revived(conference, today):
    place = factories.registration(conference)
    actions.cancel_registration(registration=place)

    with pytest.raises(ValidationError, match=r"wurde am Donnerstag, 8\. Oktober, 15:52 Uhr abgesagt"):
        actions.admit(registration=place, occurrence=today)
    place.refresh_from_db()
    assert place.state == State.CANCELLED


def test_somebody_on_the_waiting_list_is_not_let_in_by_mistake(today, conference):
    factories.registration(conference, size=10)
    waiting = factories.registration(conference)

    with pytest.raises(ValidationError, match="steht auf der Warteliste"):
        actions.admit(registration=waiting, occurrence=today)


def test_whoever_stands_at_the_door_needs_no_link_any_more(conference, today, mailoutbox):
    place = actions.register(
        event=conference,
        wish=actions.Wish(),
        given=actions.registering.Reachable("Ayla Muster", email="ayla@example.org"),
    )

    actions.admit(registration=place, occurrence=today)

    place.refresh_from_db()
    assert (place.state, place.expires_at) == (State.CONFIRMED, None)


@pytest.mark.parametrize(
    ("people", "words"), [(3, "Angemeldet sind 2 Personen"), (0, "mindestens eine Person")]
)
def test_no_more_come_in_than_were_registered(conference, today, people, words):
    place = factories.registration(conference, size=2)

    with pytest.raises(ValidationError, match=words):
        actions.admit(registration=place, occurrence=today, people=people)


def test_nobody_is_let_into_a_cancelled_event(conference, today):
    place = factories.registration(conference)
    conference.stage, conference.stage_reason = "cancelled", "Sturm"
    conference.save()

    with pytest.raises(ValidationError, match="Diese Veranstaltung ist abgesagt"):
        actions.admit(registration=place, occurrence=today)


def test_an_admission_taken_back_leaves_the_place(conference, today, carla):
    place = factories.registration(conference)

    actions.undo_admission(attendance=actions.admit(registration=place, occurrence=today), by=carla)

    assert attendance_of(conference, today) == Count(come=0, registered=1, free=9, visits=0)
    assert actions.admit(registration=place, occurrence=today).people == 1


# --------------------------------------------------------------------------------------------------------------- walk-ins
def test_a_walk_in_holds_a_place_like_everybody(conference, today, carla):
    actions.walk_in(event=conference, occurrence=today, people=2, by=carla)

    assert attendance_of(conference, today) == Count(come=2, registered=2, free=8, visits=1)
    place = Registration.objects.get()
    assert (place.came_by, place.state, place.person) == (CameBy.WALK_IN, State.CONFIRMED, None)


def test_a_full_room_stays_full(conference, today):
    factories.registration(conference, size=9)

    with pytest.raises(ValidationError, match="nur noch 1 Platz frei"):
        actions.walk_in(event=conference, occurrence=today, people=2)
    assert queries.places_taken(conference) == 9


def test_nobody_at_the_door_overtakes_the_waiting_list_without_a_reason(conference, today):
    factories.registration(conference, size=8)
    factories.registration(conference, size=3)

    with pytest.raises(ValidationError, match="Auf der Warteliste stehen noch 3 Personen"):
        actions.walk_in(event=conference, occurrence=today)
    let_in = actions.walk_in(event=conference, occurrence=today, reason="Die Wartenden sind nicht da")

    assert let_in.registration.promoted_because == "Die Wartenden sind nicht da"


def test_the_place_of_a_no_show_goes_to_somebody_at_the_door(conference, today, erna, carla, time_machine):
    place = factories.registration(conference, person=erna, size=10)
    time_machine.move_to(local(2026, 10, 8, 16, 20))

    actions.release_no_show(registration=place, occurrence=today, reason="nicht gekommen", by=carla)
    actions.walk_in(event=conference, occurrence=today, people=10)

    place.refresh_from_db()
    assert (place.state, place.ended_because) == (State.CANCELLED, "nicht gekommen")
    assert "Ihr Platz ist vergeben" in Notification.objects.filter(person=erna).latest("pk").subject
    assert queries.places_left(conference) == 0


def test_before_it_begins_no_place_is_given_away(conference, today):
    place = factories.registration(conference)

    with pytest.raises(ValidationError, match="Bis zum Beginn um 16:00 Uhr"):
        actions.release_no_show(registration=place, occurrence=today, reason="nicht gekommen")


def test_who_is_in_is_no_no_show(conference, today, time_machine):
    place = factories.registration(conference)
    actions.admit(registration=place, occurrence=today)
    time_machine.move_to(local(2026, 10, 8, 17))

    with pytest.raises(ValidationError, match="schon eingelassen"):
        actions.release_no_show(registration=place, occurrence=today, reason="x")


def test_an_open_cafe_counts_who_comes_and_expects_nobody_the_next_week():
    cafe = factories.event("Café", starts_at=local(2026, 10, 8, 16), rule="FREQ=WEEKLY;COUNT=2")
    first, second = cafe.occurrences.all()

    actions.walk_in(event=cafe, occurrence=first, people=7)

    assert [attendance_of(cafe, each).come for each in (first, second)] == [7, 0]


def test_the_same_walk_in_sent_twice_is_one_party(conference, today):
    key = uuid.uuid4()
    once = actions.walk_in(event=conference, occurrence=today, submission_key=key)
    again = actions.walk_in(event=conference, occurrence=today, submission_key=key)

    assert again == once
    actions.undo_admission(attendance=again)
    with pytest.raises(ValidationError, match="schon zurückgenommen"):
        actions.walk_in(event=conference, occurrence=today, submission_key=key)


# ------------------------------------------------------------------------------------------------------------------ pages
def test_carla_finds_erna_by_name_lets_her_in_and_takes_it_back(door, conference, today, erna):
    place = factories.registration(conference, person=erna, size=2)

    assert "Beispiel, Erna" in sentence(door.get(url(conference), data={"q": "bei"}))
    let_in = door.post(url(conference), {"code": place.code}, follow=True)
    assert "Eingelassen um 15:52: 2 Personen." in sentence(let_in)
    undone = door.post(url(conference, "door_ticket", place.code), {"undo": "1"}, follow=True)

    assert "Der Einlass ist zurückgenommen." in sentence(undone)
    assert not Attendance.objects.exists()


def test_a_code_typed_with_a_gap_leads_to_its_registration(door, conference, erna):
    place = factories.registration(conference, person=erna)
    typed = f"{place.code[:4].lower()} {place.code[4:]}"

    assert door.get(url(conference), data={"q": typed}).url == url(conference, "door_ticket", place.code)


def test_a_name_of_eight_letters_is_no_code(door, conference):
    factories.registration(conference, person=PersonFactory(name="Anna Bach"))

    assert "Bach, Anna" in sentence(door.get(url(conference), data={"q": "anna bach"}))


def test_three_of_four_come_in(door, conference, today):
    place = factories.registration(conference, size=4)

    door.post(url(conference, "door_ticket", place.code), {"people": "3"})

    assert attendance_of(conference, today).come == 3


def test_a_large_party_is_counted_in_a_field(door, conference, today):
    place = factories.registration(conference, size=10)

    assert 'type="number"' in sentence(door.get(url(conference, "door_ticket", place.code)))
    door.post(url(conference, "door_ticket", place.code), {"people": "9"})

    assert attendance_of(conference, today).come == 9


@pytest.mark.parametrize("people", ["0", "5", "viele", "-1", "99999999999"])
def test_a_wrong_number_of_people_is_refused_with_a_sentence(door, conference, people):
    place = factories.registration(conference, size=4)

    told = door.post(url(conference, "door_ticket", place.code), {"people": people}, follow=True)

    assert "kern-alert--danger" in sentence(told)
    assert not Attendance.objects.exists()


def test_letting_in_twice_tells_who_was_first(door, conference, today, mona):
    place = factories.registration(conference)
    actions.admit(registration=place, occurrence=today, by=mona)

    assert "Schon eingelassen um 15:52 von Mona." in sentence(
        door.post(url(conference), {"code": place.code}, follow=True)
    )


def test_the_ticket_of_another_event_shows_no_name(door, conference, erna):
    elsewhere = factories.registration(factories.event("Kochkurs", capacity=5), person=erna)

    page = sentence(door.get(url(conference, "door_ticket", elsewhere.code)))

    assert "gilt für „Kochkurs“" in page
    assert "Erna" not in page


def test_carla_takes_in_somebody_without_a_name(door, conference, today):
    page = door.post(url(conference, "door_walk_in"), {"people": "2"}, follow=True)

    assert "Aufgenommen und eingelassen." in sentence(page)
    assert attendance_of(conference, today).come == 2


def test_a_full_room_offers_the_places_of_no_shows(door, conference, time_machine):
    missing = factories.registration(conference, size=10)
    time_machine.move_to(local(2026, 10, 8, 16, 30))

    full = door.post(url(conference, "door_walk_in"), {"people": "1", "name": "Uwe"})
    assert full.status_code == 422
    assert url(conference, "door_no_shows") in sentence(full)
    assert 'value="Uwe"' in sentence(full)
    door.post(url(conference, "door_no_shows"), {"codes": [missing.code], "reason": "nicht gekommen"})
    door.post(url(conference, "door_walk_in"), {"people": "1", "name": "Uwe"})

    assert Registration.objects.get(came_by=CameBy.WALK_IN).party_names == ["Uwe"]


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("carla", 200),
        ("mona", 200),
        ("alex", 200),
        ("edda", 404),
        ("ayla", 404),
        ("anton", 404),
        ("fremder", 404),
    ],
)
@pytest.mark.parametrize("name", ["door", "door_camera", "door_guests", "door_walk_in", "door_no_shows"])
def test_names_are_for_managers_only(client, conference, request, who, status, name):
    client.force_login(request.getfixturevalue(who))

    assert client.get(url(conference, name)).status_code == status


def test_the_organiser_sees_the_own_event_and_no_other(client, conference, bernd):
    Organiser.objects.create(event=conference, name="Bürgerverein", account=bernd)
    client.force_login(bernd)

    answers = [client.get(url(each)).status_code for each in (conference, factories.event(capacity=3))]
    assert answers == [200, 404]


def test_visitors_are_sent_to_sign_in(client, conference):
    assert client.get(url(conference)).url.startswith("/konto/anmelden/?next=/schreibtisch/termine/")


# ------------------------------------------------------------------------------------------------------------ the QR code
def test_the_code_tells_a_visitor_nothing_and_sets_no_cookie(site, client, conference, erna):
    place = factories.registration(conference, person=erna)

    real, made_up = (client.get(f"/einlass/{code}/") for code in (place.code, "22222222"))

    assert "Bitte zeigen Sie diesen Code am Einlass vor" in sentence(real)
    assert sentence(real).replace(place.code, "22222222") == sentence(made_up)
    assert "Erna" not in sentence(real)
    assert (dict(real.cookies), real.headers["Cache-Control"].split(", ")[-1]) == ({}, "private")


def test_the_code_brings_staff_to_the_registration_within_the_guarded_area(door, conference):
    place = factories.registration(conference)

    assert door.get(f"/einlass/{place.code}/").url == url(conference, "door_ticket", place.code)


@pytest.mark.parametrize("who", ["edda", "fremder"])
def test_the_code_tells_other_accounts_nothing_either(site, client, conference, request, who):
    client.force_login(request.getfixturevalue(who))

    assert client.get(f"/einlass/{factories.registration(conference).code}/").status_code == 200


def test_the_door_of_a_series_is_that_of_today(door):
    course = factories.event(
        starts_at=local(2026, 10, 1, 16), rule="FREQ=WEEKLY;COUNT=3", registers_for="date", capacity=5
    )

    assert "Donnerstag, 8. Oktober, 16 Uhr" in sentence(door.get(url(course)))
    assert "15. Oktober, 16 Uhr" in sentence(door.get(url(course), data={"datum": "2026-10-15"}))
    assert door.get(url(course), data={"datum": "2026-10-16"}).status_code == 404
    assert door.get(url(course), data={"datum": "Unsinn"}).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_database_ten_times_however_long_it_is(
    door, conference, number, django_assert_num_queries
):
    for _ in range(number):
        factories.registration(conference)
    door.get(url(conference))

    with django_assert_num_queries(10):
        door.get(url(conference))
