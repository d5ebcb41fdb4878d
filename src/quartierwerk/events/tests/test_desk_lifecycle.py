"""At the desk: each page says whom it will tell, does it once, and keeps what was typed where it refuses."""

import pytest
from django.urls import reverse

from quartierwerk.events import actions, factories
from quartierwerk.events.enums import RegistersFor, Stage, State
from quartierwerk.events.factories import local
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Notification

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]


@pytest.fixture
def conference():
    return factories.event(
        "Armutskonferenz", starts_at=local(2026, 10, 8, 16), place_name="Altes Rathaus", capacity=80
    )


MOVED = {
    "day": "2026-11-05",
    "begin": "17:00",
    "end": "19:00",
    "place_name": "Bürgerhaus",
    "reason": "Wasserschaden",
}


def url(name, thing):
    return reverse(f"events:desk_{name}", args=[thing.pk])


def test_the_page_says_whom_it_will_tell(conference, everybody, at_desk, carla):
    everybody(conference)
    page = at_desk(carla).get(url("cancel", conference)).content.decode()

    assert "3 Personen werden benachrichtigt: 1 per E-Mail, 1 per Anruf, 1 per Brief." in page
    assert "1 Person hat keinen Weg hinterlassen und erfährt es nicht." in page


def test_moving_tells_everybody_and_returns_to_the_event(conference, everybody, at_desk, carla):
    everybody(conference)
    response = at_desk(carla).post(url("move", conference), MOVED)

    conference.refresh_from_db()
    assert (response.status_code, response["Location"]) == (302, url("event", conference))
    assert (conference.starts_at, conference.place_name) == (local(2026, 11, 5, 17), "Bürgerhaus")
    assert Notification.objects.filter(subject__startswith="Verlegt").count() == 4


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"day": "2026-08-01"}, "Der neue Beginn liegt in der Vergangenheit."),
        ({"end": "16:00"}, "Das Ende liegt vor dem Beginn."),
        ({"reason": ""}, "Bitte nennen Sie den Grund."),
        ({"day": "irgendwann"}, "Bitte"),
    ],
)
def test_what_is_wrong_is_said_and_the_typed_text_kept(conference, at_desk, carla, typed, sentence):
    response = at_desk(carla).post(url("move", conference), MOVED | typed)

    page = response.content.decode()
    assert (response.status_code, sentence in page, "Bürgerhaus" in page) == (422, True, True)
    conference.refresh_from_db()
    assert conference.starts_at == local(2026, 10, 8, 16)


def test_midnight_ends_the_day_that_was_chosen(conference, at_desk, carla):
    at_desk(carla).post(url("move", conference), MOVED | {"end": "00:00"})

    conference.refresh_from_db()
    assert conference.ends_at == local(2026, 11, 6, 0)


def test_an_event_is_published_and_taken_back(at_desk, carla):
    draft = factories.event(stage=Stage.DRAFT, place_name="Rathaus")
    desk = at_desk(carla)

    for name, stage in (("publish", Stage.PUBLISHED), ("withdraw", Stage.DRAFT)):
        assert desk.post(url(name, draft)).status_code == 302
        draft.refresh_from_db()
        assert draft.stage == stage


def test_what_cannot_be_done_shows_the_reason_instead_of_the_form(at_desk, carla):
    draft = factories.event(stage=Stage.DRAFT)
    page = at_desk(carla).get(url("publish", draft)).content.decode()

    assert "Es fehlt der Ort." in page
    assert '<form class="qw-form"' not in page


def test_one_date_of_a_course_is_moved_and_another_cancelled(at_desk, carla):
    course = factories.event(
        starts_at=local(2026, 10, 6, 10),
        rule="FREQ=WEEKLY;COUNT=2",
        registers_for=RegistersFor.DATE,
        capacity=5,
    )
    first, second = course.occurrences.all()
    factories.registration(course, occurrence=second)
    desk = at_desk(carla)

    assert (
        "1 Person wird benachrichtigt: 1 per Anruf." in desk.get(url("cancel_date", second)).content.decode()
    )
    desk.post(url("cancel_date", second), {"reason": "Krankheit"})
    desk.post(url("move_date", first), {"day": "2026-10-07", "begin": "10:00", "reason": "Feiertag"})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.starts_at, second.is_cancelled) == (local(2026, 10, 7, 10), True)


def test_overtaking_at_the_desk_asks_for_the_reason(at_desk, carla):
    event = factories.event(capacity=1, promotion="by_hand")
    holder, _, second = (factories.registration(event) for _ in range(3))
    actions.cancel_registration(registration=holder)
    desk = at_desk(carla)

    assert "Nötig, weil andere schon länger warten." in desk.get(url("promote", second)).text
    refused = desk.post(url("promote", second), {"reason": ""})
    assert (refused.status_code, "wartet schon länger" in refused.content.decode()) == (422, True)
    desk.post(url("promote", second), {"reason": "Hält die Begrüßung"})
    second.refresh_from_db()
    assert (second.state, second.promoted_because) == (State.OFFERED, "Hält die Begrüßung")


# ----------------------------------------------------------------------------------------------------------------- who may
NAMES = ("publish", "withdraw", "cancel", "move")


@pytest.mark.parametrize(
    ("who", "status"),
    [("carla", 200), ("mona", 200), ("edda", 200), ("alex", 200), ("bernd", 403), ("fremder", 403)],
)
def test_who_publishes_may_move_and_cancel(conference, at_desk, request, who, status):
    desk = at_desk(request.getfixturevalue(who))

    assert {desk.get(url(name, conference)).status_code for name in NAMES} == {status}


def test_visitors_are_sent_to_sign_in(conference, client):
    assert {client.get(url(name, conference)).status_code for name in NAMES} == {302}


def test_an_editor_sees_how_many_are_told_but_no_name(conference, at_desk, edda):
    party = factories.registration(conference, person=PersonFactory(name="Erna Geheim", called=True))
    desk = at_desk(edda)

    assert "Geheim" not in desk.get(url("cancel", conference)).content.decode()
    assert desk.get(url("promote", party)).status_code == 404


def test_the_cost_of_the_page_does_not_grow_with_the_registrations(
    conference, everybody, at_desk, carla, django_assert_num_queries
):
    desk = at_desk(carla)
    everybody(conference)
    desk.get(url("cancel", conference))
    with django_assert_num_queries(COST):
        desk.get(url("cancel", conference))
    everybody(conference)
    with django_assert_num_queries(COST):
        desk.get(url("cancel", conference))


COST = 7


def test_the_way_to_a_step_leads_over_the_event(conference, at_desk, carla):
    way = at_desk(carla).get(url("move", conference)).context["breadcrumbs"]

    assert [(step.label, step.url) for step in way[1:]] == [
        ("Schreibtisch", reverse("people:desk")),
        ("Termine", reverse("events:desk_events")),
        ("Armutskonferenz", url("event", conference)),
        ("Verlegen", ""),
    ]


def test_the_numbers_say_what_is_counted_in_them(at_desk, carla):
    event = factories.event("Tanztee", capacity=3)
    leaving = factories.registration(event, size=2)
    factories.registration(event)
    factories.registration(event, size=2)
    factories.registration(event)
    actions.cancel_registration(registration=leaving)
    page = " ".join(at_desk(carla).get(url("event", event)).content.decode().split())

    assert "<dt>Vergebene Plätze</dt><dd>3 von 3 Plätzen" in page
    assert "(1 fest, 2 angeboten)" in page
    assert "<dt>Platz angeboten</dt>" not in page


def test_the_history_tells_who_came_onto_the_waiting_list(at_desk, carla):
    event = factories.event("Tanztee", capacity=1)
    seated, waiting = factories.registration(event), factories.registration(event, by=carla)

    assert ": angemeldet" in at_desk(carla).get(seated.get_absolute_url()).content.decode()
    history = at_desk(carla).get(waiting.get_absolute_url()).content.decode()
    assert ": auf die Warteliste gesetzt, Carla" in history
    assert ": angemeldet" not in history
