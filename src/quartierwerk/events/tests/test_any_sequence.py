"""Whatever people do in whatever order: no room is overfull, nobody is overtaken silently, nothing cancelled comes back."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from quartierwerk.core import clock
from quartierwerk.events import actions, factories, queries
from quartierwerk.events.enums import DATED, ENDED, HOLDING, Promotion, State
from quartierwerk.events.models import Event, Registration
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.rules import Reachable

pytestmark = pytest.mark.django_db

sizes = st.integers(1, 3)
workshop_wanted = st.sampled_from([True, True, False])
which = st.integers(0, 50)


class Life(RuleBasedStateMachine):
    """An event with a workshop, and everybody who wants to come to it."""

    def __init__(self):
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.ended: set[int] = set()
        self.order: list[int] = []  # who waits, as it was before the last step
        self.promoted: set[int] = set()

    def teardown(self):
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    @initialize(
        capacity=st.integers(2, 5), promotion=st.sampled_from(Promotion.values), workshop=st.integers(1, 2)
    )
    def begin(self, capacity, promotion, workshop):
        self.event = factories.event(capacity=capacity, promotion=promotion, largest_party=4)
        self.workshop = factories.AgendaItemFactory(event=self.event, needs_choice=True, capacity=workshop)

    def attempt(self, do):
        """What is refused changes nothing."""
        self.order = [r.pk for r in self._all().waiting()]
        self.promoted = set()
        try:
            with transaction.atomic():
                do()
        except ValidationError:
            pass

    def _all(self):
        return Registration.objects.filter(event=self.event)

    def _one(self, number, **values):
        rows = self._all().filter(**values).order_by("pk")
        return rows[number % len(rows)] if rows else None

    def _wish(self, size, dances):
        return actions.Wish(party_size=size, workshops=[self.workshop] if dances else [])

    @rule(size=sizes, dances=workshop_wanted, by_mail=st.booleans())
    def register(self, size, dances, by_mail):
        event, wish = Event.objects.get(pk=self.event.pk), self._wish(size, dances)
        if by_mail:
            given = Reachable("Ayla Muster", email="ayla@example.org")
            self.attempt(lambda: actions.register(event=event, wish=wish, given=given))
        else:
            person = PersonFactory()
            self.attempt(lambda: actions.register(event=event, wish=wish, person=person, came_by="phone"))

    @precondition(lambda self: self._all().exists())
    @rule(number=which, dated=st.booleans())
    def confirm(self, number, dated):
        if found := self._one(number, state__in=DATED) if dated else self._one(number):
            self.attempt(lambda: actions.confirm_registration(registration=found))

    @precondition(lambda self: self._all().exists())
    @rule(number=which, holding=st.booleans())
    def cancel(self, number, holding):
        if found := self._one(number, state__in=HOLDING) if holding else self._one(number):
            self.attempt(lambda: actions.cancel_registration(registration=found))

    @precondition(lambda self: self._all().exists())
    @rule(number=which, size=sizes, dances=workshop_wanted)
    def change(self, number, size, dances):
        found = self._one(number)
        self.attempt(lambda: actions.change_registration(registration=found, wish=self._wish(size, dances)))

    @precondition(lambda self: self._all().filter(state__in=DATED).exists())
    @rule(number=which)
    def let_lapse(self, number):
        found = self._one(number, state__in=DATED)
        found.expires_at = clock.now() - timedelta(minutes=1)
        found.save()
        self.attempt(actions.release_lapsed)

    @precondition(lambda self: self._all().filter(state=State.WAITING).exists())
    @rule(number=which, reason=st.sampled_from(["", "Hält die Begrüßung"]))
    def promote(self, number, reason):
        found = self._one(number, state=State.WAITING)
        self.attempt(lambda: actions.promote(registration=found, by=None, reason=reason))
        found.refresh_from_db()
        if found.promoted_because:
            self.promoted = {found.pk}

    @rule(capacity=st.integers(1, 8))
    def change_capacity(self, capacity):
        def save():
            event = Event.objects.get(pk=self.event.pk)
            before = actions.snapshot(event)
            event.capacity = capacity
            event.save()
            actions.event_saved(event=event, before=before, by=None)

        self.attempt(save)

    @invariant()
    def no_room_is_overfull(self):
        event = Event.objects.get(pk=self.event.pk)
        assert queries.places_taken(event) <= event.capacity
        assert queries.workshop_places_left(self.workshop) >= 0

    @invariant()
    def nobody_is_overtaken_without_a_reason(self):
        """Whoever left the list for a place stood before everybody who still waits."""
        now = dict(self._all().values_list("pk", "state"))
        still = [pk for pk in self.order if now[pk] == State.WAITING]
        moved = [pk for pk in self.order if now[pk] in HOLDING and pk not in self.promoted]
        first_waiting = self.order.index(still[0]) if still else len(self.order)
        assert all(self.order.index(pk) < first_waiting for pk in moved)
        newcomers = [pk for pk in now if now[pk] in HOLDING and pk not in self.order]
        if still:
            assert all(pk <= self.newest_holder for pk in newcomers)
        self.newest_holder = max([pk for pk in now if now[pk] in HOLDING], default=0)

    @invariant()
    def nothing_that_ended_comes_back(self):
        ended = set(self._all().filter(state__in=ENDED).values_list("pk", flat=True))
        assert self.ended <= ended
        self.ended = ended

    @invariant()
    def the_public_is_told_how_full_it_is(self):
        event = Event.objects.get(pk=self.event.pk)
        waiting = queries.people_waiting(event)
        assert (event.availability == "none") == (
            queries.places_taken(event) >= event.capacity or waiting > 0
        )


def test_whatever_happens_in_whatever_order():
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
