"""Many at once: what is given away is never more than there is. Without the lock it would be, or this proves nothing."""

import threading
import time
from collections import Counter
from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, connections

from quartierwerk.events import actions, factories, queries
from quartierwerk.events.actions import places, registering
from quartierwerk.events.enums import HOLDING, State
from quartierwerk.events.models import Event, Registration
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.rules import Reachable

pytestmark = pytest.mark.django_db(transaction=True)

THREADS, PLACES = 20, 5


def race(*steps: Callable[[], object]) -> list[Exception]:
    """Every step in a thread and a connection of its own, all let go at once; answers what went wrong."""
    start, faults = threading.Barrier(len(steps)), []

    def run(step):
        try:
            start.wait()
            step()
        except Exception as fault:  # noqa: BLE001 - told to the test
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return faults


def registers(event, *, register=actions.register, **wish):
    """Twenty people who click at the same moment."""
    persons = [PersonFactory(called=True) for _ in range(THREADS)]
    return [
        lambda person=person: register(event=event, person=person, wish=actions.Wish(**wish), came_by="phone")
        for person in persons
    ]


def states():
    return Counter(Registration.objects.values_list("state", flat=True))


@pytest.fixture
def slow_count(monkeypatch):
    """Whoever counted the places takes a breath before writing, with and without the lock."""
    count = places.room_of

    def slowly(event, occurrence):
        room = count(event, occurrence)
        time.sleep(0.02)
        return room

    monkeypatch.setattr(registering, "room_of", slowly)


@pytest.fixture
def without_lock(monkeypatch):
    """Nobody waits for anybody: PostgreSQL locks no row, SQLite's transactions do not begin as writers."""
    monkeypatch.setattr(registering, "lock", lambda event: Event.objects.get(pk=event.pk))
    if connection.vendor == "sqlite":
        monkeypatch.setitem(settings.DATABASES["default"]["OPTIONS"], "transaction_mode", "DEFERRED")


def test_twenty_people_and_five_places(slow_count):
    event = factories.event(capacity=PLACES)

    assert race(*registers(event)) == []
    assert states() == {State.CONFIRMED: PLACES, State.WAITING: THREADS - PLACES}


def test_without_the_lock_the_same_race_goes_wrong(slow_count, without_lock):
    """PostgreSQL gives away too many places; SQLite answers some with “database is locked”."""
    event = factories.event(capacity=PLACES)
    faults = race(*registers(event))

    held = states()[State.CONFIRMED]
    if connection.vendor == "postgresql":
        assert (faults, held > PLACES) == ([], True)
    else:
        assert all(isinstance(fault, DatabaseError) for fault in faults)
        assert faults or held > PLACES


def test_without_lock_and_transaction_too_many_places_are_given_away(slow_count, without_lock):
    event = factories.event(capacity=PLACES)
    race(*registers(event, register=actions.register.__wrapped__))

    assert states()[State.CONFIRMED] > PLACES


def test_twenty_people_and_five_places_in_the_workshop(slow_count):
    event = factories.event(capacity=100)
    workshop = factories.AgendaItemFactory(event=event, needs_choice=True, capacity=PLACES)

    faults = race(*registers(event, workshops=[workshop]))

    assert [type(fault) for fault in faults] == [ValidationError] * (THREADS - PLACES)
    assert (states(), queries.workshop_places_left(workshop)) == ({State.CONFIRMED: PLACES}, 0)


def test_a_cancelled_place_goes_to_who_waits_and_not_to_who_clicks_at_that_moment():
    event = factories.event(capacity=1)
    holder, waiting = factories.registration(event), factories.registration(event)
    newcomers = registers(event)[:4]

    assert race(lambda: actions.cancel_registration(registration=holder), *newcomers) == []
    waiting.refresh_from_db()
    assert (waiting.state, queries.places_taken(event)) == (State.OFFERED, 1)


def test_one_link_clicked_twice_at_once_confirms_once():
    event = factories.event(capacity=1)
    place = actions.register(
        event=event, wish=actions.Wish(), given=Reachable("Ayla Muster", email="ayla@example.org")
    )
    click = lambda: actions.confirm_registration(registration=place)  # noqa: E731

    faults = race(click, click)

    assert [fault.messages for fault in faults] == [["Diese Anmeldung ist schon bestätigt."]]
    assert states() == {State.CONFIRMED: 1}


def test_confirming_and_cancelling_at_once_leave_one_of_both_and_no_place_twice():
    event = factories.event(capacity=1)
    place = actions.register(
        event=event, wish=actions.Wish(), given=Reachable("Ayla Muster", email="ayla@example.org")
    )
    waiting = factories.registration(event)
    race(
        lambda: actions.confirm_registration(registration=place),
        lambda: actions.cancel_registration(registration=place),
    )

    place.refresh_from_db()
    waiting.refresh_from_db()
    assert (place.state, waiting.state) == (State.CANCELLED, State.OFFERED)


def test_two_at_the_desk_promote_two_for_one_place():
    event = factories.event(capacity=1, promotion="by_hand")
    holder = factories.registration(event)
    first, second = factories.registration(event), factories.registration(event)
    actions.cancel_registration(registration=holder)

    faults = race(
        lambda: actions.promote(registration=first, by=None),
        lambda: actions.promote(registration=second, by=None, reason="Hält die Begrüßung"),
    )

    assert len(faults) == 1
    assert Registration.objects.filter(state__in=HOLDING).count() == 1


def test_two_workers_remind_everybody_once(time_machine):
    event = factories.event(capacity=9)
    place = factories.registration(event)
    time_machine.move_to(event.starts_at.replace(hour=10) - factories.timedelta(days=2), tick=False)

    assert race(actions.remind_due, actions.remind_due) == []
    assert place.person.notifications.filter(subject__startswith="Wir erinnern Sie").count() == 1


def test_the_same_form_sent_twice_at_once_is_one_registration():
    event, person = factories.event(capacity=5), PersonFactory(called=True)
    key = factories.Registration().submission_key
    send = lambda: actions.register(  # noqa: E731
        event=event, person=person, wish=actions.Wish(), came_by="phone", submission_key=key
    )

    assert race(send, send, send) == []
    assert states() == {State.CONFIRMED: 1}
