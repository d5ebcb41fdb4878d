"""Reminders: everybody registered hears once before the date, early enough for the channel."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from quartierwerk.core import audit, clock

from .. import notifications, queries, rules
from ..enums import Stage, State
from ..models import Event, Occurrence, Registration
from .places import lock


def remind_due() -> int:
    """Remind everybody whose time has come; answers how many. Safe to run as often as one likes."""
    now = clock.now()
    events = Event.objects.filter(
        stage=Stage.PUBLISHED,
        remind_days_before__gt=0,
        occurrences__starts_at__gt=now,
        occurrences__starts_at__lt=now + rules.LONGEST_BEFORE,
        registrations__in=_not_reminded(),
    )
    return sum(_remind(event, now) for event in events.order_by("pk").distinct())


@transaction.atomic
def _remind(event: Event, now: datetime) -> int:
    lock(event)
    rows = _not_reminded().filter(event=event)
    rows = rows.select_related("event__venue", "event__contact", "occurrence", "person__trusted_person")
    return sum(_remind_one(registration, now) for registration in rows)


def _remind_one(registration: Registration, now: datetime) -> bool:
    date = queries.next_date(registration)
    is_off = isinstance(date, Occurrence) and date.is_cancelled
    if is_off or date.starts_at <= now:
        return False
    way = notifications.way_to(registration)
    begin, due_on = rules.reminding_begins(date.starts_at, registration.event.remind_days_before, way)
    if now < begin or not rules.is_humane_hour(now, way):
        return False
    registration.reminded_at = now
    registration.save(update_fields=["reminded_at"])
    if rules.heard_lately(registration, begin):
        return False
    notifications.reminder(registration, due_on=due_on)
    audit.record("reminded", registration)
    return True


def _not_reminded() -> QuerySet[Registration, Any]:
    return Registration.objects.filter(state=State.CONFIRMED, reminded_at=None, person__isnull=False)
