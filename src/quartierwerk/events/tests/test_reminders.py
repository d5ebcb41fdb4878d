"""Everybody registered is reminded once, at a humane hour, early enough for the channel."""

import pytest

from quartierwerk.core import clock
from quartierwerk.events import actions, factories, jobs
from quartierwerk.events.enums import Need, RegistersFor, State
from quartierwerk.events.factories import local
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Notification

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september")]


@pytest.fixture
def conference():
    """On Thursday 8 October at 16:00; people are reminded two days before."""
    return factories.event(
        "Armutskonferenz",
        starts_at=local(2026, 10, 8, 16),
        place_name="Altes Rathaus",
        room="Saal",
        capacity=80,
    )


@pytest.fixture
def reminded_at(time_machine):
    """Runs the job at each of these moments; answers when somebody was reminded."""

    def run(*moments):
        hits = []
        for moment in moments:
            time_machine.move_to(local(*moment), tick=False)
            if actions.remind_due():
                hits.append(moment)
        return hits

    return run


def reminders():
    return Notification.objects.filter(subject__startswith="Wir erinnern Sie").order_by("pk")


def test_mails_leave_two_days_before_at_eight_in_the_morning_and_once(conference, reminded_at):
    factories.registration(conference, person=PersonFactory(mailed=True))

    around = [(2026, 10, 5, 12), (2026, 10, 6, 7, 59), (2026, 10, 6, 8), (2026, 10, 6, 9), (2026, 10, 7, 9)]
    assert reminded_at(*around) == [(2026, 10, 6, 8)]
    assert reminders().count() == 1


def test_no_mail_leaves_at_night(conference, reminded_at):
    factories.registration(conference, person=PersonFactory(mailed=True))

    assert reminded_at((2026, 10, 6, 22), (2026, 10, 7, 6), (2026, 10, 7, 8, 15)) == [(2026, 10, 7, 8, 15)]


def test_letters_stand_on_the_list_a_week_before(conference, reminded_at):
    factories.registration(conference, person=PersonFactory(written_to=True))

    assert reminded_at((2026, 9, 30, 9), (2026, 10, 1, 9)) == [(2026, 10, 1, 9)]
    assert reminders().get().due_on == local(2026, 10, 1).date()


def test_calls_may_be_made_in_the_days_before_they_are_due(conference, reminded_at):
    factories.registration(conference, person=PersonFactory(called=True))

    assert reminded_at((2026, 10, 2, 9), (2026, 10, 3, 9)) == [(2026, 10, 3, 9)]
    assert reminders().get().due_on == local(2026, 10, 6).date()


def test_a_reminder_says_when_where_the_code_and_what_was_noted(conference, reminded_at):
    place = factories.registration(
        conference, person=PersonFactory(mailed=True), wish=actions.Wish(party_size=2, needs=[Need.LIFT])
    )
    reminded_at((2026, 10, 6, 8))

    body = reminders().get().body
    for words in (
        "Datum: Donnerstag, 8. Oktober 2026", "Uhrzeit: 16 bis 18 Uhr", "Ort: Altes Rathaus", "Raum: Saal",
        "Personen: 2", place.code, place.own_path, "notiert: Fahrdienst",
    ):  # fmt: skip
        assert words in body


def test_whoever_registered_after_reminding_began_has_the_confirmation(conference, reminded_at, time_machine):
    time_machine.move_to(local(2026, 10, 7, 9), tick=False)
    factories.registration(conference, person=PersonFactory(mailed=True))

    assert reminded_at((2026, 10, 7, 10)) == []


@pytest.mark.parametrize(
    "values", [{"remind_days_before": 0}, {"stage": "cancelled", "stage_reason": "Hitze"}]
)
def test_nobody_is_reminded_where_it_is_off_or_not_wanted(conference, reminded_at, values):
    factories.registration(conference, person=PersonFactory(mailed=True))
    for name, value in values.items():
        setattr(conference, name, value)
    conference.save()

    assert reminded_at((2026, 10, 6, 9)) == []


def test_only_those_with_a_firm_place_are_reminded(reminded_at):
    conference = factories.event(starts_at=local(2026, 10, 8, 16), capacity=1)
    gone = factories.registration(conference, person=PersonFactory(mailed=True))
    waiting = factories.registration(conference, person=PersonFactory(mailed=True))
    actions.cancel_registration(registration=gone)
    waiting.refresh_from_db()

    assert (waiting.state, reminded_at((2026, 10, 6, 9))) == (State.OFFERED, [])


def test_a_course_reminds_of_each_date_those_who_come_to_it(reminded_at):
    course = factories.event(
        "Gedächtnistraining", starts_at=local(2026, 10, 6, 10), rule="FREQ=WEEKLY;COUNT=2", capacity=5,
        registers_for=RegistersFor.DATE,
    )  # fmt: skip
    for date in course.occurrences.all():
        factories.registration(course, occurrence=date, person=PersonFactory(mailed=True))

    reminded_at((2026, 10, 4, 9))
    assert "Datum: Dienstag, 6. Oktober 2026" in reminders().get().body
    reminded_at((2026, 10, 11, 9))
    assert "Datum: Dienstag, 13. Oktober 2026" in reminders().last().body


def test_eight_in_the_morning_stays_eight_across_the_clock_change(reminded_at):
    monday = factories.event(starts_at=local(2026, 10, 26, 16), capacity=5)
    factories.registration(monday, person=PersonFactory(mailed=True))

    assert reminded_at((2026, 10, 24, 7, 59), (2026, 10, 24, 8)) == [(2026, 10, 24, 8)]


def test_who_left_no_way_is_kept_as_not_followed_up(conference, reminded_at):
    factories.registration(conference, person=PersonFactory())
    reminded_at((2026, 10, 6, 9))

    assert reminders().get().result == "Kein Weg hinterlegt, nicht benachrichtigt."


def test_the_jobs_run_without_anything_to_do():
    jobs.release_places()

    assert (actions.remind_due(), actions.carry_on(), clock.today()) == (0, 0, local(2026, 9, 1).date())
