"""Who waits is offered a place in order, with time to answer; nobody is overtaken without a reason on record."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.core import audit, clock
from quartierwerk.events import actions, factories, rules
from quartierwerk.events.enums import Promotion, RegistersFor, State
from quartierwerk.events.factories import local
from quartierwerk.events.models import Registration
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Channel, Notification
from quartierwerk.people.rules import Reachable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september")]


def states(*registrations):
    return [Registration.objects.get(pk=each.pk).state for each in registrations]


def full_event(**values):
    """One place, taken; and who took it."""
    event = factories.event(
        "Armutskonferenz", **{"starts_at": local(2026, 10, 8, 16), "capacity": 1, **values}
    )
    return event, factories.registration(event)


def newest(registration):
    return Notification.objects.filter(person=registration.person).latest("pk")


# -------------------------------------------------------------------------------------------------------------- in order
def test_an_offer_says_until_when_and_stands_on_the_list_for_today(contact):
    event, holder = full_event()
    waiting = factories.registration(event)
    actions.cancel_registration(registration=holder)

    call = newest(waiting)
    assert (call.subject, call.channel, call.due_on) == (
        "Ein Platz ist frei geworden: Armutskonferenz", Channel.PHONE, clock.today(),
    )  # fmt: skip
    assert "bis Donnerstag, 3. September 2026, 12 Uhr, ob Sie kommen" in call.body


def test_an_accepted_offer_is_a_firm_place():
    event, holder = full_event()
    waiting = factories.registration(event)
    actions.cancel_registration(registration=holder)

    assert actions.confirm_registration(registration=waiting).state == State.CONFIRMED


def test_a_declined_offer_goes_to_the_next():
    event, holder = full_event()
    first, second = factories.registration(event), factories.registration(event)
    actions.cancel_registration(registration=holder)
    actions.cancel_registration(registration=first)

    assert states(first, second) == [State.CANCELLED, State.OFFERED]


def test_an_offer_nobody_answers_goes_to_the_next_and_is_told(time_machine):
    event, holder = full_event()
    first, second = factories.registration(event), factories.registration(event)
    actions.cancel_registration(registration=holder)
    time_machine.move_to(clock.now() + timedelta(hours=49))

    assert actions.release_lapsed() == 1
    assert states(first, second) == [State.LAPSED, State.OFFERED]
    assert newest(first).subject == "Ihr Platz ist wieder frei: Armutskonferenz"
    with pytest.raises(ValidationError, match="melden Sie sich neu an"):
        actions.confirm_registration(registration=first)


def test_the_first_who_does_not_fit_is_waited_for():
    event, holder = full_event(capacity=2)
    factories.registration(event)
    couple, single = factories.registration(event, size=2), factories.registration(event)
    actions.cancel_registration(registration=holder)

    assert states(couple, single) == [State.WAITING, State.WAITING]


def test_letters_get_time_for_the_post():
    event, holder = full_event()
    waiting = factories.registration(event, person=PersonFactory(written_to=True))
    actions.cancel_registration(registration=holder)

    waiting.refresh_from_db()
    assert waiting.expires_at == clock.now() + timedelta(days=7)


def test_an_unconfirmed_place_is_released_and_told_by_mail(
    time_machine, mailoutbox, django_capture_on_commit_callbacks
):
    event = factories.event("Armutskonferenz", starts_at=local(2026, 10, 8, 16), capacity=1)
    held = actions.register(
        event=event, wish=actions.Wish(), given=Reachable("Ayla Muster", email="ayla@example.org")
    )
    time_machine.move_to(clock.now() + timedelta(hours=25))
    with django_capture_on_commit_callbacks(execute=True):
        actions.release_lapsed()

    assert states(held) == [State.LAPSED]
    assert [mail.subject for mail in mailoutbox] == ["Ihr Platz ist wieder frei: Armutskonferenz"]


def test_nothing_is_offered_once_it_has_begun(time_machine):
    event, holder = full_event()
    waiting = factories.registration(event)
    time_machine.move_to(local(2026, 10, 8, 16, 5))
    actions.cancel_registration(registration=holder)

    assert states(waiting) == [State.WAITING]
    with pytest.raises(ValidationError, match="schon begonnen"):
        actions.promote(registration=waiting, by=None)


def test_an_offer_ends_before_the_beginning(time_machine):
    event, holder = full_event()
    waiting = factories.registration(event)
    time_machine.move_to(local(2026, 10, 8, 15, 50), tick=False)
    actions.cancel_registration(registration=holder)

    waiting.refresh_from_db()
    assert waiting.expires_at == local(2026, 10, 8, 16)


def test_whoever_waited_to_the_end_is_told_that_no_place_came(time_machine):
    event, _ = full_event()
    waiting = factories.registration(event)
    assert actions.close_waiting_lists() == 0
    time_machine.move_to(local(2026, 10, 8, 18, 1))

    assert (actions.close_waiting_lists(), actions.close_waiting_lists()) == (1, 0)
    assert (states(waiting), newest(waiting).subject) == (
        [State.LAPSED],
        "Leider wurde kein Platz frei: Armutskonferenz",
    )


def test_each_date_of_a_course_has_its_own_waiting_list():
    course = factories.event(
        starts_at=local(2026, 10, 6, 10),
        rule="FREQ=WEEKLY;COUNT=2",
        registers_for=RegistersFor.DATE,
        capacity=1,
    )
    first, second = course.occurrences.all()
    holder = factories.registration(course, occurrence=first)
    here, there = (
        factories.registration(course, occurrence=first),
        factories.registration(course, occurrence=second),
    )
    actions.cancel_registration(registration=holder)

    assert states(here, there) == [State.OFFERED, State.CONFIRMED]


def test_a_date_has_to_be_chosen_where_each_has_its_own_places():
    course = factories.event(
        starts_at=local(2026, 10, 6, 10),
        rule="FREQ=WEEKLY;COUNT=2",
        registers_for=RegistersFor.DATE,
        capacity=1,
    )
    other = factories.event().occurrences.get()

    for wrong in (None, other):
        with pytest.raises(ValidationError, match="wählen Sie einen Termin"):
            factories.registration(course, occurrence=wrong)


# --------------------------------------------------------------------------------------------------------------- workshops
def test_a_workshop_that_is_full_meanwhile_is_given_up_and_told(carla):
    event, holder = full_event(capacity=2)
    dance = factories.AgendaItemFactory(event=event, title="Tanzen", needs_choice=True, capacity=1)
    other = factories.registration(event)
    waiting = factories.registration(event, wish=actions.Wish(workshops=[dance]))
    actions.change_registration(registration=other, wish=actions.Wish(workshops=[dance]))
    actions.cancel_registration(registration=holder)

    assert (states(waiting), waiting.workshops.count()) == ([State.OFFERED], 0)
    assert (
        "Nicht mehr frei ist, was Sie gewählt hatten: Tanzen. Sie können trotzdem kommen."
        in newest(waiting).body
    )


def test_a_workshop_with_room_is_kept_at_the_offer():
    event, holder = full_event()
    dance = factories.AgendaItemFactory(event=event, title="Tanzen", needs_choice=True, capacity=1)
    waiting = factories.registration(event, wish=actions.Wish(workshops=[dance]))
    actions.cancel_registration(registration=holder)

    assert (states(waiting), waiting.workshops.get()) == ([State.OFFERED], dance)


# ----------------------------------------------------------------------------------------------------------------- by hand
@pytest.fixture
def by_hand():
    """One place became free; two parties wait, and nobody moves up by itself."""
    event, holder = full_event(promotion=Promotion.BY_HAND)
    first, second = factories.registration(event), factories.registration(event)
    actions.cancel_registration(registration=holder)
    return first, second


def test_by_hand_nobody_moves_up_by_itself_and_nobody_new_gets_the_place(by_hand):
    assert states(*by_hand) == [State.WAITING, State.WAITING]
    assert factories.registration(by_hand[0].event).state == State.WAITING


def test_the_first_is_promoted_without_a_reason(by_hand, carla):
    first = actions.promote(registration=by_hand[0], by=carla, reason="Nicht nötig")

    assert (first.state, first.promoted_because) == (State.OFFERED, "")


def test_overtaking_needs_a_reason(by_hand, carla):
    with pytest.raises(ValidationError, match="1 Anmeldung wartet schon länger"):
        actions.promote(registration=by_hand[1], by=carla, reason=" ")
    assert states(*by_hand) == [State.WAITING, State.WAITING]


def test_overtaking_is_recorded_with_its_reason(by_hand, carla):
    second = actions.promote(registration=by_hand[1], by=carla, reason="Hält die Begrüßung")

    entry = audit.entries_about(second).latest("pk")
    assert (states(second), second.promoted_because) == ([State.OFFERED], "Hält die Begrüßung")
    assert (entry.verb, entry.actor, entry.details) == ("place offered", carla, {"overtaken": 1})


def test_by_hand_nobody_is_squeezed_in(by_hand, carla):
    actions.promote(registration=by_hand[0], by=carla)

    with pytest.raises(ValidationError, match="Frei sind 0 Plätze"):
        actions.promote(registration=by_hand[1], by=carla, reason="Hält die Begrüßung")


def test_only_who_waits_is_promoted(by_hand, carla):
    actions.promote(registration=by_hand[0], by=carla)

    with pytest.raises(ValidationError, match="nicht auf der Warteliste"):
        actions.promote(registration=by_hand[0], by=carla)


# ------------------------------------------------------------------------------------------------------- nobody at night
@pytest.mark.parametrize(
    ("asked_at", "until"),
    [
        (local(2026, 9, 1, 12), local(2026, 9, 3, 12)),
        (local(2026, 9, 1, 12, 5), local(2026, 9, 3, 13)),
        (local(2026, 9, 1, 0, 55), local(2026, 9, 3, 9)),
        (local(2026, 9, 1, 6, 30), local(2026, 9, 3, 9)),
        (local(2026, 9, 1, 7, 30), local(2026, 9, 3, 8)),
        (local(2026, 9, 1, 20, 1), local(2026, 9, 4, 9)),
        (local(2026, 9, 1, 23, 59), local(2026, 9, 4, 9)),
        (local(2026, 10, 23, 21, 30), local(2026, 10, 26, 9)),  # the clocks change in the night before
    ],
)
def test_nobody_has_to_answer_at_night(asked_at, until):
    event = factories.event(starts_at=local(2026, 12, 1, 16), capacity=1, confirm_within_hours=48)

    assert rules.answer_until(event, asked_at, event.starts_at) == until
    assert rules.confirm_until(event, asked_at, event.starts_at) == until


def test_the_night_never_moves_an_end_past_the_limit_before_the_beginning():
    event = factories.event(starts_at=local(2026, 9, 3, 9), capacity=1, confirm_within_hours=36)
    late = local(2026, 9, 1, 20, 30)

    assert rules.answer_until(event, late, event.starts_at) == local(2026, 9, 3, 7)
    assert rules.confirm_until(event, late, event.starts_at) == local(2026, 9, 3, 9)
    for minutes in range(0, 60 * 72, 7):
        now = local(2026, 9, 1, 0) + timedelta(minutes=minutes)
        latest = max(event.starts_at, now + rules.SHORTEST_ANSWER)
        assert now <= rules.confirm_until(event, now, event.starts_at) <= latest
        assert rules.answer_until(event, now, event.starts_at) <= event.starts_at
