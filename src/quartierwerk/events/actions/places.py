"""Places: the lock under which they are counted, what the public is told, and who moves up."""

from datetime import datetime

from django.db import transaction

from quartierwerk.core import audit, clock

from .. import notifications, queries, rules
from ..enums import Promotion, Stage, State
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
    """Offer free places to those who wait, strictly in order: the first who does not fit is waited for."""
    event = lock(event)
    offered = []
    if event.promotion == Promotion.AUTOMATIC and event.stage == Stage.PUBLISHED:
        for waiting in queries.in_pool(event, occurrence).waiting().select_related("person"):
            left = queries.places_left(event, occurrence)
            if left is not None and waiting.party_size > left:
                break
            offered.append(offer_place(event, waiting))
    refresh_availability(event=event, occurrence=occurrence)
    return offered


def offer_place(event: Event, registration: Registration) -> Registration:
    """Hold a place for somebody who waited, and say so; the caller holds the lock and knows that it fits."""
    now = clock.now()
    registration.state = State.OFFERED
    registration.expires_at = rules.answer_until(event, now, begins(event, registration.occurrence))
    registration.save(update_fields=["state", "expires_at", "promoted_because"])
    audit.record("place offered", registration, on_behalf_of=registration.person)
    notifications.place_offered(registration)
    return registration
