"""Whoever clicks, calls or writes gets a place by the same rule; the room is never overfull."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.core import clock
from quartierwerk.events import actions, factories, queries, rules
from quartierwerk.events.enums import Availability, CameBy, State, Status
from quartierwerk.events.models import Registration
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.rules import Reachable

pytestmark = pytest.mark.django_db


def test_a_caller_has_the_place_at_once(erna):
    conference = factories.event(capacity=80)

    place = factories.registration(conference, person=erna, size=2)

    assert (place.state, queries.places_left(conference)) == (State.CONFIRMED, 78)


def test_a_click_with_an_email_holds_the_place_until_the_link_is_used():
    conference = factories.event(capacity=1)

    place = actions.register(
        event=conference, wish=actions.Wish(), given=Reachable("Ayla Muster", email="ayla@example.org")
    )

    assert (place.state, queries.places_left(conference)) == (State.UNCONFIRMED, 0)
    assert actions.confirm_registration(registration=place).state == State.CONFIRMED


def test_whoever_comes_when_the_room_is_full_waits(erna):
    conference = factories.event(capacity=1)
    factories.registration(conference)

    assert factories.registration(conference, person=erna).state == State.WAITING
    conference.refresh_from_db()
    assert conference.availability == Availability.NONE


def test_without_a_waiting_list_a_full_room_is_refused_with_the_reason():
    conference = factories.event(capacity=1, has_waiting_list=False)
    factories.registration(conference)

    with pytest.raises(ValidationError, match="ausgebucht"):
        factories.registration(conference)
    assert Registration.objects.count() == 1


def test_nobody_new_overtakes_those_who_wait():
    conference = factories.event(capacity=2)
    factories.registration(conference)
    group = factories.registration(conference, size=2)

    single = factories.registration(conference, size=1)

    assert [group.state, single.state] == [State.WAITING, State.WAITING]


def test_a_cancelled_place_is_offered_to_the_first_who_waits():
    conference = factories.event(capacity=1)
    first, second, third = (factories.registration(conference) for _ in range(3))

    actions.cancel_registration(registration=first)

    states = [Registration.objects.get(pk=each.pk).state for each in (first, second, third)]
    assert states == [State.CANCELLED, State.OFFERED, State.WAITING]


def test_a_place_nobody_confirms_goes_to_the_next(time_machine):
    conference = factories.event(capacity=1)
    late = actions.register(
        event=conference, wish=actions.Wish(), given=Reachable("Ayla Muster", email="ayla@example.org")
    )
    waiting = factories.registration(conference)

    time_machine.move_to(late.expires_at + timedelta(minutes=1))

    assert actions.release_lapsed() == 1
    states = [Registration.objects.get(pk=each.pk).state for each in (late, waiting)]
    assert states == [State.LAPSED, State.OFFERED]


def test_the_same_form_sent_twice_is_one_registration():
    conference, key = factories.event(capacity=5), uuid.uuid4()
    once = factories.registration(conference, submission_key=key)
    again = factories.registration(conference, submission_key=key)

    assert (again, Registration.objects.count()) == (once, 1)


def test_a_party_grows_only_where_nobody_waits_for_the_place():
    conference = factories.event(capacity=2)
    single = factories.registration(conference)
    factories.registration(conference, size=2)

    with pytest.raises(ValidationError, match="bleibt, wie sie"):
        actions.change_registration(registration=single, wish=actions.Wish(party_size=2))


def test_a_cancelled_registration_is_never_revived(carla):
    place = factories.registration(factories.event(capacity=1))
    actions.cancel_registration(registration=place)

    with pytest.raises(ValidationError, match="melden Sie sich bitte neu an"):
        actions.confirm_registration(registration=place, by=carla)


def test_a_person_without_any_way_is_registered_by_name():
    place = factories.registration(factories.event(capacity=1), person=PersonFactory(), came_by=CameBy.VISIT)

    assert place.state == State.CONFIRMED


@pytest.mark.parametrize(("closes_after", "is_open"), [(None, False), (timedelta(days=30), True)])
def test_a_series_that_has_begun_is_joined_only_where_the_form_is_open_for_longer(closes_after, is_open):
    began = clock.now() - timedelta(days=10)
    course = factories.event(
        starts_at=began,
        rule="FREQ=WEEKLY;COUNT=10",
        capacity=8,
        registration_closes_at=closes_after and began + closes_after,
    )
    next_date = course.occurrences.filter(starts_at__gt=clock.now()).first()

    assert (rules.why_not_open(course, clock.now()) is None) is is_open
    assert (rules.status(course, clock.now(), next_date) == Status.OPEN) is is_open
