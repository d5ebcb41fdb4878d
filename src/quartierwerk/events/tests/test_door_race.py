"""Two doors, one code: exactly one of them lets the party in."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import close_old_connections, connection

from quartierwerk.events import actions, factories, queries
from quartierwerk.events.models import Attendance

pytestmark = pytest.mark.django_db(transaction=True)
DOORS = 6


def at_once(run):
    """Every door calls `run(number)` at the same moment; answers how many were not refused."""
    ready, outcomes = threading.Barrier(DOORS), []

    def door(number):
        close_old_connections()
        ready.wait()
        try:
            run(number)
            outcomes.append("in")
        except ValidationError:
            outcomes.append("told")
        finally:
            connection.close()

    doors = [threading.Thread(target=door, args=(number,)) for number in range(DOORS)]
    for each in doors:
        each.start()
    for each in doors:
        each.join()
    assert len(outcomes) == DOORS
    return outcomes.count("in")


def test_the_same_code_at_many_doors_lets_in_once():
    conference = factories.event(capacity=10)
    place, today = factories.registration(conference, size=2), conference.occurrences.get()

    assert at_once(lambda number: actions.admit(registration=place, occurrence=today)) == 1
    assert Attendance.objects.count() == 1


def test_walk_ins_at_many_doors_fill_the_room_and_no_more():
    conference = factories.event(capacity=3)
    today = conference.occurrences.get()

    assert at_once(lambda number: actions.walk_in(event=conference, occurrence=today)) == 3
    assert queries.places_taken(conference) == 3


def test_without_the_lock_the_database_still_lets_in_once(monkeypatch):
    """The constraint decides, should two doors get past the question whether somebody is in."""
    conference = factories.event(capacity=10)
    place, today = factories.registration(conference), conference.occurrences.get()
    actions.admit(registration=place, occurrence=today)
    asked = iter([None])
    door = actions.door
    known = door._admission
    monkeypatch.setattr(door, "_admission", lambda *args: next(asked, known(*args)))

    with pytest.raises(actions.AlreadyAdmitted):
        actions.admit(registration=place, occurrence=today)
    assert Attendance.objects.count() == 1
