"""The entrance: letting in, taking it back, whoever comes unannounced, and places of those who do not come."""

import uuid
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from quartierwerk.core import audit, clock

from .. import notifications
from ..enums import CameBy, State
from ..models import Attendance, Event, Occurrence, Registration
from ..queries import pool_of
from ..rules import door as door_rules
from .places import lock, refresh_availability, room_of


class AlreadyAdmitted(ValidationError):
    """The code was used before; `attendance` tells when and by whom."""

    def __init__(self, attendance: Attendance) -> None:
        self.attendance = attendance
        super().__init__(door_rules.already_in(attendance))


@transaction.atomic
def admit(
    *,
    registration: Registration,
    occurrence: Occurrence,
    people: int | None = None,
    by: Any = None,
    at: datetime | None = None,
) -> Attendance:
    """Let a party in, all of it unless `people` says fewer; `at` where that happened offline, earlier.

    Whoever stands here needs no link any more: a place that was only held is confirmed. Raises AlreadyAdmitted where
    the code was used before, ValidationError with the reason otherwise.
    """
    lock(registration.event)
    registration = Registration.objects.select_related("event", "occurrence", "person").get(
        pk=registration.pk
    )
    people = registration.party_size if people is None else people
    if known := _admission(registration, occurrence):
        raise AlreadyAdmitted(known)
    reason = door_rules.why_not_admitted(registration, occurrence)
    if reason := reason or door_rules.why_not_people(registration, people):
        raise ValidationError(reason)
    _confirm(registration)
    attendance = _let_in(registration, occurrence, people, by, at)
    audit.record("admitted", registration, by=by, on_behalf_of=by and registration.person, people=people)
    return attendance


@transaction.atomic
def undo_admission(*, attendance: Attendance, by: Any = None) -> None:
    """It was the wrong line of the list: the party is outside again. The place of a walk-in becomes free."""
    registration = attendance.registration
    event = lock(registration.event)
    attendance.delete()
    audit.record("admission undone", registration, by=by, on_behalf_of=by and registration.person)
    if registration.came_by == CameBy.WALK_IN and registration.holds_place:
        _end(registration, "")
        refresh_availability(event=event, occurrence=registration.occurrence)


@transaction.atomic
def walk_in(
    *,
    event: Event,
    occurrence: Occurrence,
    people: int = 1,
    name: str = "",
    reason: str = "",
    submission_key: uuid.UUID | None = None,
    by: Any = None,
) -> Attendance:
    """Somebody comes unannounced: a place by the same rule as everybody's, and in.

    `reason` says why they overtake people who wait. The same key again is the same party. Raises ValidationError
    where there is no room.
    """
    event = lock(event)
    if submission_key and (known := Registration.objects.filter(submission_key=submission_key).first()):
        return _once_more(known)
    by_date = event.registers_by_date or (event.is_series and not event.takes_registrations)
    pool = occurrence if by_date else None
    room = room_of(event, pool)
    if refused := door_rules.why_no_walk_in(event, occurrence, room, people, reason):
        raise ValidationError(refused)
    registration = Registration.objects.create(
        event=event,
        occurrence=pool,
        party_size=people,
        party_names=[name.strip()] if name.strip() else [],
        state=State.CONFIRMED,
        confirmed_at=clock.now(),
        came_by=CameBy.WALK_IN,
        taken_by=by,
        submission_key=submission_key or uuid.uuid4(),
        promoted_because=reason.strip() if room.waiting else "",
    )
    attendance = _let_in(registration, occurrence, people, by, None)
    refresh_availability(event=event, occurrence=pool)
    audit.record("walked in", registration, by=by, people=people)
    return attendance


@transaction.atomic
def release_no_show(
    *, registration: Registration, occurrence: Occurrence, reason: str, by: Any = None
) -> Registration:
    """Free the place of somebody who has not come, and tell them; raises ValidationError with the reason.

    The waiting list is not asked: the event has begun, and the place is for somebody who stands at the door.
    """
    event = lock(registration.event)
    registration = Registration.objects.select_related("event", "occurrence", "person").get(
        pk=registration.pk
    )
    is_in = _admission(registration, occurrence) is not None
    if refused := door_rules.why_not_released(registration, occurrence, clock.now(), is_in=is_in):
        raise ValidationError(refused)
    _end(registration, reason)
    audit.record("no-show released", registration, by=by, on_behalf_of=by and registration.person)
    notifications.no_show_released(registration)
    refresh_availability(event=event, occurrence=pool_of(event, occurrence))
    return registration


def _once_more(known: Registration) -> Attendance:
    if attendance := known.attendances.first():
        return attendance
    raise ValidationError(_("Diese Eingabe wurde schon zurückgenommen. Bitte tragen Sie die Person neu ein."))


def _admission(registration: Registration, occurrence: Occurrence) -> Attendance | None:
    rows = Attendance.objects.select_related("by")
    return rows.filter(registration=registration, occurrence=occurrence).first()


def _let_in(
    registration: Registration, occurrence: Occurrence, people: int, by: Any, at: datetime | None
) -> Attendance:
    """The database decides who was first, should two doors ask at once."""
    try:
        with transaction.atomic():
            return Attendance.objects.create(
                registration=registration,
                occurrence=occurrence,
                people=people,
                admitted_at=at or clock.now(),
                by=by,
            )
    except IntegrityError:
        if first := _admission(registration, occurrence):
            raise AlreadyAdmitted(first) from None
        raise


def _confirm(registration: Registration) -> None:
    if registration.state != State.CONFIRMED:
        registration.state, registration.confirmed_at = State.CONFIRMED, clock.now()
        registration.expires_at = None
        registration.save(update_fields=["state", "confirmed_at", "expires_at"])


def _end(registration: Registration, reason: str) -> None:
    registration.state, registration.ended_at = State.CANCELLED, clock.now()
    registration.ended_because = reason
    registration.save(update_fields=["state", "ended_at", "ended_because"])
