"""The waiting list: who is offered a place, what lapses, and how it ends."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from quartierwerk.core import audit, clock

from .. import notifications, queries, rules
from ..enums import DATED, Stage, State
from ..models import Event, Occurrence, Registration
from .places import fill_from_waiting_list, lock, offer_place, refresh_availability
from .registering import end

NO_PLACE_CAME = "kein Platz frei geworden"


@transaction.atomic
def promote(*, registration: Registration, by: Any, reason: str = "") -> Registration:
    """Offer a place by hand. It has to fit; past others who wait for longer only with a reason, which is kept."""
    event = lock(registration.event)
    registration = Registration.objects.select_related("event__venue", "occurrence", "person").get(
        pk=registration.pk
    )
    occurrence = registration.occurrence
    overtaken = queries.waiting_before(registration).count()
    left = queries.places_left(event, occurrence)
    if refused := rules.why_not_promotable(registration, left, overtaken, reason, clock.now()):
        raise ValidationError(refused)
    registration.promoted_because = reason.strip() if overtaken else ""
    offer_place(registration, by=by, overtaken=overtaken)
    refresh_availability(event=event, occurrence=occurrence)
    return registration


def release_lapsed() -> int:
    """Free the places that nobody confirmed in time, tell them, and let others move up; answers how many.

    Each event in a transaction of its own, so that nobody waits for the others' mail.
    """
    late = Registration.objects.filter(state__in=DATED, expires_at__lte=clock.now())
    return sum(
        _release(event)
        for event in Event.objects.filter(pk__in=late.order_by().values("event")).order_by("pk")
    )


@transaction.atomic
def _release(event: Event) -> int:
    event = lock(event)
    late = Registration.objects.filter(event=event, state__in=DATED, expires_at__lte=clock.now())
    released = list(late.select_related("event__venue", "occurrence", "person"))
    for registration in released:
        was = registration.state
        end(registration, State.LAPSED, "")
        audit.record("place released", registration)
        if _takes_place(event, registration.occurrence):
            notifications.lapsed(registration, was=was)
    for occurrence in {registration.occurrence for registration in released}:
        fill_from_waiting_list(event=event, occurrence=occurrence)
    return len(released)


def close_waiting_lists() -> int:
    """Tell those who waited until it was over that no place came; answers how many."""
    now = clock.now()
    waiting = Registration.objects.filter(state=State.WAITING)
    over = queries.over_for_registrations(waiting, now).order_by("event", "pk")
    return sum(
        _close(registration) for registration in over.select_related("event__venue", "occurrence", "person")
    )


@transaction.atomic
def _close(registration: Registration) -> bool:
    lock(registration.event)
    if not Registration.objects.filter(pk=registration.pk, state=State.WAITING).exists():
        return False
    end(registration, State.LAPSED, NO_PLACE_CAME)
    audit.record("waiting list closed", registration)
    if _takes_place(registration.event, registration.occurrence):
        notifications.no_place_came(registration)
    refresh_availability(event=registration.event, occurrence=registration.occurrence)
    return True


def _takes_place(event: Event, occurrence: Occurrence | None) -> bool:
    """Whoever was told that it is cancelled needs no further word."""
    return event.stage == Stage.PUBLISHED and not (occurrence and occurrence.is_cancelled)
