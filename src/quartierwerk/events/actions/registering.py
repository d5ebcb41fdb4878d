"""Registering for an event: whoever clicks, calls, writes or comes by gets a place by the same rule."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch, prefetch_related_objects

from quartierwerk.core import audit, clock
from quartierwerk.people.actions import find_or_create_person
from quartierwerk.people.models import Person
from quartierwerk.people.rules import Reachable

from .. import notifications, queries, rules
from ..enums import CameBy, State
from ..models import AgendaItem, Answer, Event, Occurrence, Registration, WorkshopPlace
from .places import begins, fill_from_waiting_list, lock, room_of, tell_availability


@dataclass(frozen=True)
class Wish:
    """What a registration form says; `answers` by the primary key of the question, as plain JSON values."""

    party_size: int = 1
    party_names: Sequence[str] = ()
    needs: Sequence[str] = ()
    needs_note: str = ""
    workshops: Sequence[AgendaItem] = ()
    answers: Mapping[int, Any] = field(default_factory=dict)


@transaction.atomic
def register(
    *,
    event: Event,
    wish: Wish,
    occurrence: Occurrence | None = None,
    given: Reachable | None = None,
    person: Person | None = None,
    submission_key: uuid.UUID | None = None,
    came_by: str = CameBy.FORM,
    by: Any = None,
    language: str = "de",
) -> Registration:
    """Give the party a place, or one on the waiting list; the same key again is the same registration.

    Who it is comes as `person`, or as `given` contact data. From the public form with an e-mail address the place is
    held until the link in the mail is used; everybody else has it at once. Raises ValidationError with the reason
    where there is neither a place nor a waiting list.
    """
    event = lock(event)
    if (
        known := Registration.objects.filter(submission_key=submission_key).first()
        if submission_key
        else None
    ):
        return known
    occurrence = _date_anew(event, occurrence)
    room = _room_for(event, occurrence, wish, by_staff=came_by != CameBy.FORM)
    if given and given.name and person is None:
        person = find_or_create_person(given=given, language=language)
    by_link = came_by == CameBy.FORM and bool(given and given.email)
    registration = Registration(
        event=event,
        occurrence=occurrence,
        person=person,
        party_size=wish.party_size,
        party_names=list(wish.party_names),
        needs=list(wish.needs),
        needs_note=wish.needs_note,
        submission_key=submission_key or uuid.uuid4(),
        came_by=came_by,
        taken_by=by,
        language=language,
    )
    _begin(registration, rules.first_state(room, wish.party_size, confirms_by_link=by_link))
    registration.save()
    _add_choices(registration, wish)
    _record(registration, by)
    tell_availability(event, occurrence, room.after(registration.party_size, held=registration.holds_place))
    notifications.registered(registration)
    return registration


def _record(registration: Registration, by: Any) -> None:
    for_whom = by and registration.person
    if registration.state == State.WAITING:
        audit.record("put on waiting list", registration, by=by, on_behalf_of=for_whom)
    else:
        audit.record("registered", registration, by=by, on_behalf_of=for_whom, state=registration.state)


@transaction.atomic
def confirm_registration(*, registration: Registration, by: Any = None) -> Registration:
    """The link was used, or the person said so on the phone: the place is firm."""
    registration = _locked(registration)
    if reason := rules.why_not_confirmable(registration, clock.now()):
        raise ValidationError(reason)
    registration.state, registration.confirmed_at, registration.expires_at = (
        State.CONFIRMED,
        clock.now(),
        None,
    )
    registration.save(update_fields=["state", "confirmed_at", "expires_at"])
    audit.record("registration confirmed", registration, by=by, on_behalf_of=by and registration.person)
    notifications.confirmed(registration, told_by=by)
    return registration


@transaction.atomic
def cancel_registration(
    *, registration: Registration, reason: str = "", by: Any = None, already_told: bool = False
) -> Registration:
    """Give the place back; it goes to the first who waits. A cancelled registration is never revived.

    `already_told`: the person asked for it on the phone, so nobody has to call back.
    """
    registration = _locked(registration)
    if refused := rules.why_not_cancellable(registration, clock.now()):
        raise ValidationError(refused)
    end(registration, State.CANCELLED, reason)
    audit.record("registration cancelled", registration, by=by, on_behalf_of=by and registration.person)
    notifications.registration_cancelled(registration, told_by=by if already_told else None)
    fill_from_waiting_list(event=registration.event, occurrence=registration.occurrence)
    return registration


@transaction.atomic
def change_registration(*, registration: Registration, wish: Wish, by: Any = None) -> Registration:
    """Change party, needs, workshops and answers; more people only where they fit without overtaking anybody."""
    registration = _locked(registration)
    if reason := rules.why_not_changeable(registration, clock.now()):
        raise ValidationError(reason)
    _refuse_growth(registration, wish, by_staff=by is not None)
    for name in ("party_size", "needs_note"):
        setattr(registration, name, getattr(wish, name))
    registration.party_names, registration.needs = list(wish.party_names), list(wish.needs)
    registration.save(update_fields=["party_size", "party_names", "needs", "needs_note"])
    _keep_choices(registration, wish)
    audit.record("registration changed", registration, by=by, on_behalf_of=by and registration.person)
    notifications.registration_changed(registration, told_by=by)
    fill_from_waiting_list(event=registration.event, occurrence=registration.occurrence)
    return registration


def _date_anew(event: Event, occurrence: Occurrence | None) -> Occurrence | None:
    """The chosen date as it is now under the lock, where each date has places of its own."""
    if occurrence is None or not event.registers_by_date:
        return None
    return event.occurrences.filter(pk=occurrence.pk).first()


def _room_for(event: Event, occurrence: Occurrence | None, wish: Wish, *, by_staff: bool) -> rules.Room:
    """What is free; raises ValidationError where the party cannot register."""
    reason = rules.why_not_date(event, occurrence)
    reason = reason or rules.why_not_open(event, clock.now(), occurrence, by_staff=by_staff)
    reason = reason or rules.why_not_party(event, wish.party_size, by_staff=by_staff)
    reason = reason or rules.why_not_workshops(wish.workshops)
    room = room_of(event, occurrence)
    full = [w.title for w in wish.workshops if not _fits(w, occurrence, wish.party_size)]
    room = rules.Room(room.left, room.waiting, tuple(full) if room.holds(wish.party_size) else ())
    if reason := reason or rules.why_no_place(event, room, wish.party_size):
        raise ValidationError(reason)
    return room


def _fits(item: AgendaItem, occurrence: Occurrence | None, people: int) -> bool:
    left = queries.workshop_places_left(item, occurrence)
    return left is None or people <= left


def _refuse_growth(registration: Registration, wish: Wish, *, by_staff: bool) -> None:
    event, grown = registration.event, wish.party_size - registration.party_size
    # A large group that staff entered may still change the rest.
    reason = rules.why_not_party(event, wish.party_size, by_staff=by_staff or grown <= 0)
    reason = reason or rules.why_not_workshops(wish.workshops)
    if not reason and registration.holds_place:
        room = room_of(event, registration.occurrence)
        had = set(registration.workshops.values_list("pk", flat=True))
        full = [
            w.title
            for w in wish.workshops
            if not _fits(w, registration.occurrence, grown if w.pk in had else wish.party_size)
        ]
        reason = rules.why_not_grown(rules.Room(room.left, room.waiting, tuple(full)), grown)
    if reason:
        raise ValidationError(reason)


def _locked(registration: Registration) -> Registration:
    """The registration, read anew under the lock of its event."""
    lock(registration.event)
    return Registration.objects.select_related("event", "occurrence", "person").get(pk=registration.pk)


def _begin(registration: Registration, state: State) -> None:
    now = clock.now()
    registration.state = state
    if state == State.WAITING:
        registration.queued_at = now
    elif state == State.UNCONFIRMED:
        event = registration.event
        registration.expires_at = rules.confirm_until(event, now, begins(event, registration.occurrence))
    else:
        registration.confirmed_at = now


def end(registration: Registration, state: State, reason: str) -> None:
    """The registration gives back whatever it held; the caller tells and records."""
    registration.state, registration.ended_at, registration.ended_because = state, clock.now(), reason
    registration.save(update_fields=["state", "ended_at", "ended_because"])


def _add_choices(registration: Registration, wish: Wish) -> None:
    """Of a new registration; every query counts here, for others wait for the lock."""
    for item in wish.workshops:
        WorkshopPlace.objects.create(registration=registration, item=item)
    if not wish.workshops:  # said here, nobody asks the database for them
        prefetch_related_objects([registration], Prefetch("workshops", AgendaItem.objects.none()))
    for question, value in wish.answers.items():
        Answer.objects.create(registration=registration, question_id=question, value=value)


def _keep_choices(registration: Registration, wish: Wish) -> None:
    registration.workshop_places.exclude(item__in=wish.workshops).delete()
    for item in wish.workshops:
        WorkshopPlace.objects.get_or_create(registration=registration, item=item)
    registration.answers.exclude(question__in=wish.answers).delete()
    for question, value in wish.answers.items():
        Answer.objects.update_or_create(
            registration=registration, question_id=question, defaults={"value": value}
        )
