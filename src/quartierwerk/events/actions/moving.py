"""Moving an event or one of its dates, and what follows when an editor saved the form."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.core.refusals import refuse
from quartierwerk.places.models import Venue

from .. import queries, rules
from ..enums import Stage
from ..models import AgendaItem, Event, Occurrence, Registration
from ..rules import stages as stage_rules
from ..series.recurrence import span
from .dates import keep_dates
from .places import fill_every_room, lock
from .snapshots import Snapshot, changed_fields, kept_snapshot, tell_of_changes
from .stages import locked_date

PLACE = frozenset({"venue", "place_name", "street", "postal_code", "city", "room", "online_url"})


@transaction.atomic
def move_event(
    *,
    event: Event,
    starts_at: datetime,
    ends_at: datetime | None,
    reason: str,
    by: Any,
    place: dict[str, str | Venue | None] | None = None,
) -> int:
    """Another time, another place (`place`: fields of `PLACE`), or both; everybody registered is told. Answers how many.

    The programme moves along with the beginning.
    """
    event = lock(event)
    refuse(
        stage_rules.why_not_movable(event, clock.now())
        or stage_rules.why_no_reason(reason)
        or (
            stage_rules.why_not_time(starts_at, ends_at, clock.now())
            if starts_at != event.starts_at
            else None
        )
    )
    before = kept_snapshot(event)
    _shift_programme(event, starts_at)
    for name, value in (place or {}).items():
        if name not in PLACE:
            raise TypeError(name)
        setattr(event, name, value)
    event.starts_at, event.ends_at = starts_at, ends_at
    event.full_clean()
    event.save()
    return _follow(event, before, reason=reason, by=by, verb="event moved")


@transaction.atomic
def move_date(
    *, occurrence: Occurrence, starts_at: datetime, ends_at: datetime | None, reason: str, by: Any
) -> int:
    """One date of a series at another time; who is registered for it, or for the whole series, is told."""
    if not occurrence.event.is_series:
        return move_event(event=occurrence.event, starts_at=starts_at, ends_at=ends_at, reason=reason, by=by)
    event, occurrence = locked_date(occurrence)
    refuse(
        stage_rules.why_not_date_changed(occurrence, clock.now())
        or stage_rules.why_no_reason(reason)
        or stage_rules.why_not_time(starts_at, ends_at, clock.now())
    )
    before = kept_snapshot(event)
    for name, value in vars(span(starts_at, ends_at)).items():
        setattr(occurrence, name, value)
    occurrence.reason = reason.strip()
    occurrence.full_clean()
    occurrence.save()
    return _follow(event, before, reason=reason, by=by, verb="date moved")


@transaction.atomic
def event_saved(*, event: Event, before: Snapshot | None, by: Any, reason: str = "") -> int:
    """After an editor's form stored the event, in the same transaction: whatever follows from the change.

    Keeps the dates, tells everybody registered where a published event is at another time or place, and fills free
    places from the waiting list. `before` is what `snapshot(event)` gave before the form saved. Raises
    ValidationError, and with it undoes the saving, where a room would be smaller than what is given away.
    Answers how many were told.
    """
    event = lock(event)
    if before is None:
        keep_dates(event=event)
        audit.record("event created", event, by=by)
        return 0
    registered = Registration.objects.active().filter(event=event).count()
    refuse(stage_rules.why_not_counted_otherwise(before.by_date, event.registers_by_date, registered))
    was_mode = before.fields["registration_mode"]
    refuse(stage_rules.why_not_elsewhere(was_mode, event.registration_mode, registered))
    _refuse_smaller_rooms(event)
    _refuse_past(event, before)
    return _follow(event, before, reason=reason, by=by, verb="event changed")


def _follow(event: Event, before: Snapshot, *, reason: str, by: Any, verb: str) -> int:
    keep_dates(event=event)
    after = kept_snapshot(event)
    is_public = event.stage == Stage.PUBLISHED
    if is_public and not event.is_series:
        _say_so_in_public(event, before, after, reason)
    if event.published_at:
        event.sequence += 1
    event.changed_at = clock.now()
    event.save(update_fields=["moved_from", "moved_from_place", "stage_reason", "sequence", "changed_at"])
    told = tell_of_changes(event, before, after, reason) if is_public else 0
    fill_every_room(event)
    audit.record(verb, event, by=by, fields=changed_fields(before, after), told=told)
    return told


def _say_so_in_public(event: Event, before: Snapshot, after: Snapshot, reason: str) -> None:
    """Readers of a single event see from when and where it was moved, and why."""
    is_later, is_elsewhere = before.fields["starts_at"] != event.starts_at, before.where != after.where
    if is_later:
        event.moved_from = before.fields["starts_at"]
    if is_elsewhere:
        event.moved_from_place = before.where
    if is_later or is_elsewhere:
        event.stage_reason = reason.strip()


def _refuse_smaller_rooms(event: Event) -> None:
    """No room, and no workshop, becomes smaller than what is given away."""
    for occurrence in queries.rooms_with_registrations(event):
        taken = queries.places_taken(event, occurrence)
        if reason := rules.why_not_capacity(event.capacity, taken):
            raise ValidationError({"capacity": reason})
        for item in AgendaItem.objects.filter(event=event).exclude(capacity=None):
            left = queries.workshop_places_left(item, occurrence) or 0
            if left < 0 and (reason := rules.why_not_capacity(item.capacity, (item.capacity or 0) - left)):
                raise ValidationError(f"„{item.title}“: {reason}")


def _refuse_past(event: Event, before: Snapshot) -> None:
    """What people look forward to is not moved into the past."""
    is_moved = not event.is_series and before.fields["starts_at"] != event.starts_at
    reason = stage_rules.why_not_time(event.starts_at, event.ends_at, clock.now())
    if event.stage == Stage.PUBLISHED and is_moved and before.dates and reason:
        raise ValidationError({"starts_at": reason})


def _shift_programme(event: Event, starts_at: datetime) -> None:
    shift = starts_at - event.starts_at
    for item in AgendaItem.objects.filter(event=event).exclude(starts_at=None) if shift else ():
        item.starts_at, item.ends_at = item.starts_at + shift, item.ends_at and item.ends_at + shift
        item.save(update_fields=["starts_at", "ends_at"])
