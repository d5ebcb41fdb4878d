"""Places: the lock under which they are counted, what the public is told, and who moves up."""

from datetime import datetime
from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.people.models import Channel

from .. import notifications, queries, rules
from ..enums import Promotion, State
from ..models import Event, Occurrence, Registration


def lock(event: Event) -> Event:
    """The event, read anew, with everybody else who counts its places waiting until this transaction ends.

    PostgreSQL locks the row; SQLite's transactions begin as writers (`IMMEDIATE`), one at a time.
    """
    return Event.objects.select_for_update(of=("self",)).get(pk=event.pk)


def room_of(event: Event, occurrence: Occurrence | None) -> rules.Room:
    return rules.Room(queries.places_left(event, occurrence), queries.people_waiting(event, occurrence))


def begins(event: Event, occurrence: Occurrence | None) -> datetime:
    return occurrence.starts_at if occurrence else event.starts_at


def refresh_availability(*, event: Event, occurrence: Occurrence | None = None) -> None:
    """Write what the public is told, only where that changes: kept pages stay valid until then."""
    room = room_of(event, occurrence)
    thing = occurrence or event
    told = rules.availability_for(room.left, room.waiting)
    if thing.availability != told:
        thing.availability = told
        thing.save(update_fields=["availability"])


@transaction.atomic
def fill_from_waiting_list(*, event: Event, occurrence: Occurrence | None = None) -> list[Registration]:
    """Offer free places to those who wait, strictly in order: the first who does not fit is waited for.

    Nobody is offered anything once the event has begun or is cancelled.
    """
    event = lock(event)
    offered = []
    if event.promotion == Promotion.AUTOMATIC and not rules.why_not_offered(event, occurrence, clock.now()):
        waits = (
            queries.in_pool(event, occurrence)
            .waiting()
            .select_related("event__venue", "occurrence", "person")
        )
        for waiting in waits:
            left = queries.places_left(event, occurrence)
            if left is not None and waiting.party_size > left:
                break
            offered.append(offer_place(waiting))
    refresh_availability(event=event, occurrence=occurrence)
    return offered


def fill_every_room(event: Event) -> None:
    """After a change of the event: offer what became free, and tell the public how full every date is."""
    rooms = queries.rooms_with_registrations(event)
    if event.registers_by_date:
        told = rules.availability_for(event.capacity, 0)
        others = event.occurrences.exclude(pk__in=[room.pk for room in rooms if room])
        others.filter(over_at__gt=clock.now()).exclude(availability=told).update(availability=told)
    for occurrence in rooms:
        fill_from_waiting_list(event=event, occurrence=occurrence)


def offer_place(registration: Registration, *, by: Any = None, overtaken: int = 0) -> Registration:
    """Hold a place for somebody who waited, and say so; the caller holds the lock and knows that it fits.

    A workshop that is full meanwhile is given up, and the party is told so.
    """
    now, event = clock.now(), registration.event
    without = _give_up_full_workshops(registration)
    registration.state = State.OFFERED
    registration.expires_at = rules.answer_until(
        event,
        now,
        begins(event, registration.occurrence),
        by_letter=registration.person is not None and notifications.way_to(registration) == Channel.LETTER,
    )
    registration.save(update_fields=["state", "expires_at", "promoted_because"])
    details = {"overtaken": overtaken} if overtaken else {}
    audit.record("place offered", registration, by=by, on_behalf_of=registration.person, **details)
    notifications.place_offered(registration, without=without)
    return registration


def _give_up_full_workshops(registration: Registration) -> list[str]:
    full = []
    for place in registration.workshop_places.select_related("item"):
        left = queries.workshop_places_left(place.item, registration.occurrence)
        if left is not None and registration.party_size > left:
            full.append(place.item.title)
            place.delete()
    return full
