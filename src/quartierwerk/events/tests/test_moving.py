"""When an event moves, everybody registered hears it, each on the own channel."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.core import audit, clock
from quartierwerk.events import actions, factories, queries
from quartierwerk.events.enums import RegistersFor, Stage, State
from quartierwerk.events.factories import local
from quartierwerk.events.lifecycle.forms import MoveForm
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Channel, Notification
from quartierwerk.people.rules import Reachable
from quartierwerk.places.factories import VenueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september")]


@pytest.fixture
def conference():
    return factories.event(
        "Armutskonferenz",
        starts_at=local(2026, 10, 8, 16),
        place_name="Altes Rathaus",
        room="Großer Saal",
        capacity=80,
    )


def move(event, carla, **values):
    values = {
        "starts_at": local(2026, 11, 5, 17),
        "ends_at": local(2026, 11, 5, 19),
        "reason": "Der Saal ist nass.",
        **values,
    }
    return actions.move_event(event=event, by=carla, **values)


def told(*registrations):
    """The newest notification of each."""
    return [Notification.objects.filter(person=each.person).latest("pk") for each in registrations]


def test_everybody_hears_of_the_move_on_the_own_channel(
    conference, everybody, carla, mailoutbox, django_capture_on_commit_callbacks
):
    registered = everybody(conference)
    with django_capture_on_commit_callbacks(execute=True):
        assert move(conference, carla) == 4

    ways = [(each.channel, bool(each.done_on)) for each in told(*registered)]
    assert ways == [
        (Channel.EMAIL, True),
        (Channel.PHONE, False),
        (Channel.LETTER, False),
        (Channel.NONE, True),
    ]
    assert [mail.subject for mail in mailoutbox] == ["Verlegt: Armutskonferenz"]


def test_the_message_says_what_was_what_is_why_and_what_to_do(conference, everybody, carla):
    mailed, called, *_ = everybody(conference)
    move(conference, carla)

    by_mail, by_phone = (each.body for each in told(mailed, called))
    for line in (
        "Bisher: Donnerstag, 8. Oktober 2026, 16 bis 18 Uhr",
        "Jetzt: Donnerstag, 5. November 2026, 17 bis 19 Uhr",
        "Grund: Der Saal ist nass.",
        "Ort: Altes Rathaus",
        "Raum: Großer Saal",
        f"Ihre Anmeldenummer: {mailed.shown_code}",
        mailed.own_path,
    ):
        assert line in by_mail
    assert by_mail.startswith("Guten Tag,")
    assert by_phone.startswith("Bitte anrufen und sagen:")
    assert "02324 204-5552 (Frau Muster)" in by_phone
    assert "/anmeldung/" not in by_phone


def test_calls_and_letters_about_a_move_are_due_today(conference, everybody, carla):
    registered = everybody(conference)
    move(conference, carla)

    assert {each.due_on for each in told(*registered)} == {clock.today()}


def test_a_newer_message_takes_the_older_one_off_the_list(conference, carla):
    place = factories.registration(conference, person=PersonFactory(called=True))
    move(conference, carla)

    older, newer = Notification.objects.filter(person=place.person).order_by("pk")
    assert (older.result, newer.done_on) == ("Überholt durch: Verlegt", None)


def test_who_is_not_yet_confirmed_and_who_waits_hear_it_too(carla):
    conference = factories.event(starts_at=local(2026, 10, 8, 16), capacity=1)
    unconfirmed = actions.register(
        event=conference, wish=actions.Wish(), given=Reachable("Ayla Muster", email="ayla@example.org")
    )
    waiting = factories.registration(conference)
    gone = factories.registration(conference)
    actions.cancel_registration(registration=gone)
    before = Notification.objects.filter(person=gone.person).count()

    assert move(conference, carla) == 2
    first, second = (each.body for each in told(unconfirmed, waiting))
    assert "Bitte bestätigen Sie Ihre Anmeldung bis" in first
    assert "nicht länger warten" in second
    assert Notification.objects.filter(person=gone.person).count() == before


def test_calendars_and_readers_learn_of_the_move(conference, carla):
    move(conference, carla)
    conference.refresh_from_db()

    date = conference.occurrences.get()
    assert (conference.sequence, conference.moved_from, conference.stage_reason) == (
        1, local(2026, 10, 8, 16), "Der Saal ist nass.",
    )  # fmt: skip
    assert (date.starts_at, date.ends_at) == (local(2026, 11, 5, 17), local(2026, 11, 5, 19))
    assert audit.entries_about(conference).latest("pk").details["fields"] == ["ends_at", "starts_at"]


def test_the_programme_moves_along_also_across_a_clock_change(conference, carla):
    item = factories.AgendaItemFactory(
        event=conference, title="Workshop", starts_at=local(2026, 10, 8, 17), ends_at=local(2026, 10, 8, 18)
    )
    move(conference, carla, starts_at=local(2026, 11, 5, 16), ends_at=None)

    item.refresh_from_db()
    assert item.starts_at == local(2026, 11, 5, 17)


def test_another_place_is_told_without_calling_the_time_moved(conference, everybody, carla):
    mailed, *_ = everybody(conference)
    venue = VenueFactory(name="Bürgerhaus")
    place = {"venue": venue, "place_name": "", "room": ""}

    assert (
        move(conference, carla, starts_at=conference.starts_at, ends_at=conference.ends_at, place=place) == 4
    )
    conference.refresh_from_db()
    assert conference.moved_from is None
    assert "Bisheriger Ort: Altes Rathaus, Großer Saal\nNeuer Ort: Bürgerhaus" in told(mailed)[0].body


def test_after_a_move_people_are_reminded_anew_and_nothing_is_held_beyond_the_beginning(carla):
    conference = factories.event(starts_at=local(2026, 10, 8, 16), capacity=80, confirm_within_hours=200)
    held = actions.register(
        event=conference, wish=actions.Wish(), given=Reachable("Ayla Muster", email="ayla@example.org")
    )
    place = factories.registration(conference)
    place.reminded_at = clock.now()
    place.save()

    move(conference, carla, starts_at=local(2026, 9, 3, 16), ends_at=None)

    held.refresh_from_db()
    place.refresh_from_db()
    assert (held.expires_at, place.reminded_at) == (local(2026, 9, 3, 14), None)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"starts_at": local(2026, 8, 1, 16), "ends_at": None}, "Vergangenheit"),
        (
            {"starts_at": local(2026, 11, 5, 17), "ends_at": local(2026, 11, 5, 16)},
            "Ende liegt vor dem Beginn",
        ),
        ({"reason": " "}, "nennen Sie den Grund"),
    ],
)
def test_a_move_that_makes_no_sense_is_refused_and_nobody_is_told(conference, carla, change, reason):
    place = factories.registration(conference)
    before = Notification.objects.filter(person=place.person).count()

    with pytest.raises(ValidationError, match=reason):
        move(conference, carla, **change)
    assert Notification.objects.filter(person=place.person).count() == before


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"stage": Stage.DRAFT}, "Entwurf"),
        ({"rule": "FREQ=WEEKLY;COUNT=3"}, "Reihe"),
        ({"starts_at": local(2026, 8, 1, 16)}, "vorbei"),
        ({"stage": Stage.CANCELLED, "stage_reason": "Hitze"}, "abgesagt"),
    ],
)
def test_what_cannot_be_moved_says_why(carla, values, reason):
    with pytest.raises(ValidationError, match=reason):
        move(factories.event(**{"starts_at": local(2026, 10, 8, 16), **values}), carla)


# ------------------------------------------------------------------------------------------------------- dates of series
@pytest.fixture
def course():
    return factories.event(
        "Gedächtnistraining", starts_at=local(2026, 10, 6, 10), rule="FREQ=WEEKLY;COUNT=3", capacity=5,
        registers_for=RegistersFor.DATE,
    )  # fmt: skip


def test_one_date_moves_and_only_those_registered_for_it_hear_it(course, carla):
    first, second, _ = course.occurrences.all()
    theirs, others = (
        factories.registration(course, occurrence=second),
        factories.registration(course, occurrence=first),
    )

    count = actions.move_date(
        occurrence=second,
        starts_at=local(2026, 10, 14, 11),
        ends_at=local(2026, 10, 14, 12),
        reason="Feiertag",
        by=carla,
    )

    second.refresh_from_db()
    assert (count, second.is_moved, second.reason) == (1, True, "Feiertag")
    assert told(theirs)[0].subject == "Verlegt: Gedächtnistraining"
    assert told(others)[0].subject == "Sie sind angemeldet: Gedächtnistraining"


def test_a_date_that_falls_out_is_told_and_takes_no_registration(course, carla):
    date = course.occurrences.first()
    theirs = factories.registration(course, occurrence=date)

    assert actions.cancel_date(occurrence=date, reason="Krankheit", by=carla) == 1
    message = told(theirs)[0]
    assert message.subject == "Ein Termin fällt aus: Gedächtnistraining"
    assert "Fällt aus: Dienstag, 6. Oktober 2026, 10 bis 12 Uhr" in message.body
    with pytest.raises(ValidationError, match="fällt aus"):
        factories.registration(course, occurrence=date)


def test_a_series_that_changes_its_hour_in_the_form_tells_everybody(course, carla):
    date = course.occurrences.all()[1]
    theirs = factories.registration(course, occurrence=date)
    before = actions.snapshot(course)
    course.starts_at, course.ends_at = local(2026, 10, 6, 11), local(2026, 10, 6, 12)
    course.save()

    assert actions.event_saved(event=course, before=before, by=carla) == 1
    assert "Jetzt: Dienstag, 13. Oktober 2026, 11 bis 12 Uhr" in told(theirs)[0].body


def test_a_new_exception_of_a_series_is_told_to_those_registered_for_all_of_it(carla):
    choir = factories.event(starts_at=local(2026, 10, 6, 10), rule="FREQ=WEEKLY;COUNT=3", capacity=5)
    singer = factories.registration(choir)
    before = actions.snapshot(choir)
    choir.excluded_dates = ["2026-10-13"]
    choir.save()

    assert actions.event_saved(event=choir, before=before, by=carla) == 1
    assert "Fällt aus: Dienstag, 13. Oktober 2026" in told(singer)[0].body


# ------------------------------------------------------------------------------------------------------- after the form
def test_saving_without_a_change_tells_nobody_and_records_which_fields_changed(conference, carla):
    factories.registration(conference)
    before = actions.snapshot(conference)
    conference.summary = "Neu gefasst"
    conference.save()

    assert actions.event_saved(event=conference, before=before, by=carla) == 0
    assert audit.entries_about(conference).latest("pk").details == {"fields": ["summary"], "told": 0}


def test_a_draft_moves_silently(carla):
    draft = factories.event(stage=Stage.DRAFT, starts_at=local(2026, 10, 8, 16))
    before = actions.snapshot(draft)
    draft.starts_at, draft.ends_at = local(2026, 10, 9, 16), None
    draft.save()
    actions.event_saved(event=draft, before=before, by=carla)

    draft.refresh_from_db()
    assert (draft.moved_from, draft.sequence) == (None, 0)
    assert draft.occurrences.get().starts_at == local(2026, 10, 9, 16)


def test_more_places_are_offered_to_those_who_wait(carla):
    conference = factories.event(capacity=1)
    factories.registration(conference)
    waiting = [factories.registration(conference) for _ in range(2)]
    before = actions.snapshot(conference)
    conference.capacity = 2
    conference.save()
    actions.event_saved(event=conference, before=before, by=carla)

    for each in waiting:
        each.refresh_from_db()
    assert [each.state for each in waiting] == [State.OFFERED, State.WAITING]


def test_a_room_smaller_than_those_registered_is_refused(carla):
    conference = factories.event(capacity=3)
    factories.registration(conference, size=2)
    before = actions.snapshot(conference)
    conference.capacity = 1
    conference.save()

    with pytest.raises(ValidationError, match="Angemeldet sind schon 2 Personen"):
        actions.event_saved(event=conference, before=before, by=carla)


def test_a_workshop_smaller_than_those_who_chose_it_is_refused(carla):
    conference = factories.event(capacity=9)
    workshop = factories.AgendaItemFactory(event=conference, title="Tanzen", needs_choice=True, capacity=2)
    factories.registration(conference, wish=actions.Wish(party_size=2, workshops=[workshop]))
    before = actions.snapshot(conference)
    workshop.capacity = 1
    workshop.save()

    with pytest.raises(ValidationError, match="„Tanzen“: Angemeldet sind schon 2"):
        actions.event_saved(event=conference, before=before, by=carla)


def test_what_a_registration_counts_for_stays_once_somebody_is_registered(course, carla):
    factories.registration(course, occurrence=course.occurrences.first())
    before = actions.snapshot(course)
    course.registers_for = RegistersFor.WHOLE
    course.save()

    with pytest.raises(ValidationError, match="lässt sich nicht mehr ändern"):
        actions.event_saved(event=course, before=before, by=carla)


def test_nothing_published_is_moved_into_the_past_by_the_form(conference, carla):
    before = actions.snapshot(conference)
    conference.starts_at, conference.ends_at = clock.now() - timedelta(days=1), None
    conference.save()

    with pytest.raises(ValidationError, match="Vergangenheit"):
        actions.event_saved(event=conference, before=before, by=carla)


def test_staff_are_told_which_parties_a_smaller_room_would_not_hold():
    conference = factories.event(capacity=6)
    _, couple, single = (factories.registration(conference, size=size) for size in (3, 2, 1))

    assert queries.beyond_capacity(conference, 4) == [single, couple]
    assert queries.beyond_capacity(conference, 6) == []


@pytest.mark.parametrize(
    ("ends_at", "last"),
    [
        (local(2031, 3, 2, 0), local(2031, 3, 7, 0)),
        (local(2031, 3, 2, 2), local(2031, 3, 7, 2)),
        (local(2031, 3, 1, 22), local(2031, 3, 6, 22)),
    ],
    ids=["until midnight", "until two in the night", "the same evening"],
)
def test_whoever_types_a_new_day_moves_the_end_along(ends_at, last):
    feast = factories.event(starts_at=local(2031, 3, 1, 20), ends_at=ends_at)
    shown = MoveForm(thing=feast)
    typed = {name: shown[name].value() for name in shown.fields}
    form = MoveForm({**typed, "day": "2031-03-06", "reason": "Der Saal ist nass."}, thing=feast)

    assert form.is_valid(), form.errors
    assert (form.starts_at, form.ends_at) == (local(2031, 3, 6, 20), last)
