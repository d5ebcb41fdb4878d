"""Publishing, taking back, cancelling: what is still possible, and who hears of it."""

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.core import audit, clock
from quartierwerk.events import actions, factories
from quartierwerk.events.enums import RegistersFor, Stage, State
from quartierwerk.events.factories import local
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Channel, Notification
from quartierwerk.people.rules import Reachable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september")]


@pytest.fixture
def conference():
    return factories.event(
        "Armutskonferenz", starts_at=local(2026, 10, 8, 16), place_name="Altes Rathaus", capacity=80
    )


def draft(**values):
    return factories.event(
        **{"stage": Stage.DRAFT, "starts_at": local(2026, 10, 8, 16), "place_name": "Rathaus", **values}
    )


# ----------------------------------------------------------------------------------------------------------- publishing
def test_a_draft_is_published_and_recorded(carla):
    event = actions.publish_event(event=draft(), by=carla)

    assert (event.stage, event.published_at, event.occurrences.count()) == (Stage.PUBLISHED, clock.now(), 1)
    assert audit.entries_about(event).latest("pk").verb == "event published"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"place_name": ""}, "fehlt der Ort"),
        ({"starts_at": local(2026, 8, 1, 16)}, "Vergangenheit"),
        ({"rule": "FREQ=HOURLY"}, "Wiederholung verstehen wir nicht"),
        ({"rule": "FREQ=WEEKLY", "repeats_until": local(2026, 10, 7).date()}, "keinen einzigen Termin"),
        ({"stage": Stage.PUBLISHED}, "schon veröffentlicht"),
        ({"stage": Stage.CANCELLED, "stage_reason": "Hitze"}, "Abgesagt bleibt abgesagt"),
    ],
)
def test_what_is_missing_or_wrong_is_said_before_publishing(carla, values, reason):
    with pytest.raises(ValidationError, match=reason):
        actions.publish_event(event=draft(**values), by=carla)


def test_a_past_event_is_published_with_its_report(carla):
    past = draft(starts_at=local(2019, 10, 8, 16), report="Achtzig Menschen kamen.")

    assert actions.publish_event(event=past, by=carla).stage == Stage.PUBLISHED


def test_nobody_registers_for_a_draft():
    with pytest.raises(ValidationError, match="noch nicht veröffentlicht"):
        factories.registration(draft(capacity=3))


def test_an_event_goes_back_to_a_draft_only_while_nobody_is_registered(conference, carla):
    place = factories.registration(conference)
    with pytest.raises(ValidationError, match="Es gibt schon 1 Anmeldung"):
        actions.withdraw_event(event=conference, by=carla)

    actions.cancel_registration(registration=place)
    assert actions.withdraw_event(event=conference, by=carla).stage == Stage.DRAFT


# ----------------------------------------------------------------------------------------------------------- cancelling
def test_everybody_registered_hears_that_it_is_off_and_why(
    conference, everybody, carla, mailoutbox, django_capture_on_commit_callbacks
):
    registered = everybody(conference)
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.cancel_event(event=conference, reason="Sturmwarnung", by=carla) == 4

    newest = [Notification.objects.filter(person=each.person).latest("pk") for each in registered]
    assert [each.channel for each in newest] == [Channel.EMAIL, Channel.PHONE, Channel.LETTER, Channel.NONE]
    assert [each.due_on for each in newest[1:3]] == [clock.today()] * 2
    body = mailoutbox[0].body
    assert "Grund: Sturmwarnung" in body and "Bitte kommen Sie nicht." in body and "/anmeldung/" not in body


def test_a_cancelled_event_keeps_its_registrations_and_gives_nothing_any_more(
    conference, carla, time_machine
):
    confirmed = factories.registration(conference)
    held = actions.register(
        event=conference, wish=actions.Wish(), given=Reachable("Ayla Muster", email="ayla@example.org")
    )
    actions.cancel_event(event=conference, reason="Sturmwarnung", by=carla)
    told = Notification.objects.count()
    conference.refresh_from_db()

    with pytest.raises(ValidationError, match="abgesagt"):
        factories.registration(conference)
    with pytest.raises(ValidationError, match="abgesagt"):
        actions.confirm_registration(registration=held)
    time_machine.move_to(local(2026, 10, 7, 10), tick=False)
    actions.release_lapsed()
    actions.remind_due()
    confirmed.refresh_from_db()
    held.refresh_from_db()
    assert (confirmed.state, held.state, Notification.objects.count()) == (
        State.CONFIRMED,
        State.LAPSED,
        told,
    )


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"stage": Stage.DRAFT}, "Das ist ein Entwurf"),
        ({"stage": Stage.CANCELLED, "stage_reason": "Hitze"}, "schon abgesagt"),
        ({"starts_at": local(2026, 8, 1, 16)}, "vorbei"),
    ],
)
def test_what_cannot_be_cancelled_says_why(carla, values, reason):
    event = factories.event(**{"starts_at": local(2026, 10, 8, 16), **values})
    with pytest.raises(ValidationError, match=reason):
        actions.cancel_event(event=event, reason="Sturmwarnung", by=carla)


def test_nothing_is_cancelled_without_a_reason(conference, carla):
    with pytest.raises(ValidationError, match="nennen Sie den Grund"):
        actions.cancel_event(event=conference, reason=" ", by=carla)


def test_a_date_cancelled_by_hand_stays_cancelled_when_the_rule_is_followed_anew(carla):
    course = factories.event(
        starts_at=local(2026, 10, 6, 10),
        rule="FREQ=WEEKLY;COUNT=3",
        capacity=5,
        registers_for=RegistersFor.DATE,
    )
    date = course.occurrences.first()
    actions.cancel_date(occurrence=date, reason="Krankheit", by=carla)

    actions.carry_on()

    date.refresh_from_db()
    assert (date.is_cancelled, date.reason, course.occurrences.count()) == (True, "Krankheit", 3)


def test_the_english_get_english_words_and_the_staff_german_ones(conference, carla):
    guest = factories.registration(conference, person=PersonFactory(called=True), language="en")
    actions.cancel_event(event=conference, reason="Sturmwarnung", by=carla)

    body = Notification.objects.filter(person=guest.person).latest("pk").body
    assert body.startswith("Bitte anrufen und sagen:")
    assert "Thursday" in body


# ------------------------------------------------------------------------------------------------- one's own registration
def test_whoever_cancels_on_the_phone_is_not_called_about_it(conference, carla):
    place = factories.registration(conference, by=carla)
    actions.cancel_registration(registration=place, by=carla, already_told=True)

    assert [
        (n.subject, n.result) for n in Notification.objects.filter(person=place.person).order_by("pk")
    ] == [
        ("Sie sind angemeldet: Armutskonferenz", "Gleich gesagt."),
        ("Sie sind abgemeldet: Armutskonferenz", "Gleich gesagt."),
    ]


def test_whom_the_town_cancels_stands_on_the_list_of_those_to_call(conference, carla):
    place = factories.registration(conference)
    actions.cancel_registration(registration=place, by=carla, reason="Der Saal ist kleiner")

    assert (
        Notification.objects.filter(person=place.person, done_on=None)
        .get()
        .subject.startswith("Sie sind abgemeldet")
    )


def test_a_letter_that_would_come_too_late_becomes_a_call(carla):
    soon = factories.event(starts_at=local(2026, 9, 3, 16), capacity=9)
    person = PersonFactory(written_to=True, phone="+4923241234")
    factories.registration(soon, person=person)

    assert Notification.objects.get(person=person).channel == Channel.PHONE
