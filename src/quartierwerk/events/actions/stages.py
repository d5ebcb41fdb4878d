"""Publishing, taking back and cancelling: what editors decide about an event and its dates."""

from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.core.refusals import refuse

from .. import notifications, queries
from ..enums import Stage
from ..models import Event, Occurrence, Registration
from ..rules import stages as stage_rules
from .dates import keep_dates
from .places import fill_every_room, lock
from .snapshots import kept_snapshot, tell_of_changes


@transaction.atomic
def publish_event(*, event: Event, by: Any) -> Event:
    """Everybody reads it from now on; raises ValidationError with what is still missing."""
    event = lock(event)
    keep_dates(event=event)
    refuse(stage_rules.why_not_publishable(event, clock.now()))
    event.published_at = event.published_at or clock.now()
    _write(event, stage=Stage.PUBLISHED)
    fill_every_room(event)
    audit.record("event published", event, by=by)
    return event


@transaction.atomic
def withdraw_event(*, event: Event, by: Any) -> Event:
    """Back to a draft, as long as nobody is registered."""
    event = lock(event)
    refuse(stage_rules.why_not_withdrawable(event, Registration.objects.active().filter(event=event).count()))
    _write(event, stage=Stage.DRAFT)
    audit.record("event withdrawn", event, by=by)
    return event


@transaction.atomic
def cancel_event(*, event: Event, reason: str, by: Any) -> int:
    """Cancel the whole event for good and tell everybody registered; answers how many.

    Registrations stay as they are: nobody cancelled them. But nothing is offered, confirmed or reminded any more.
    """
    event = lock(event)
    refuse(stage_rules.why_not_cancellable(event, clock.now()) or stage_rules.why_no_reason(reason))
    told = list(queries.may_be_told(event))
    _write(event, stage=Stage.CANCELLED, stage_reason=reason.strip())
    for registration in told:
        notifications.event_cancelled(registration, reason)
    audit.record("event cancelled", event, by=by, told=len(told))
    return len(told)


@transaction.atomic
def cancel_date(*, occurrence: Occurrence, reason: str, by: Any) -> int:
    """One date of a series falls out; who is registered for it, or for the whole series, is told. Answers how many."""
    if not occurrence.event.is_series:
        return cancel_event(event=occurrence.event, reason=reason, by=by)
    event, occurrence = locked_date(occurrence)
    refuse(stage_rules.why_not_date_changed(occurrence, clock.now()) or stage_rules.why_no_reason(reason))
    before = kept_snapshot(event)
    occurrence.state, occurrence.reason = Occurrence.State.CANCELLED, reason.strip()
    occurrence.save(update_fields=["state", "reason"])
    _write(event)
    told = tell_of_changes(event, before, kept_snapshot(event), reason)
    audit.record("date cancelled", event, by=by, date=occurrence.starts_at.isoformat(), told=told)
    return told


def locked_date(occurrence: Occurrence) -> tuple[Event, Occurrence]:
    """Event and date, read anew under the lock."""
    event = lock(occurrence.event)
    return event, Occurrence.objects.select_related("event").get(pk=occurrence.pk)


def _write(event: Event, **values: Any) -> None:
    """Set what changed; calendars learn by a higher SEQUENCE that it did."""
    for name, value in values.items():
        setattr(event, name, value)
    if event.published_at:
        event.sequence += 1
    event.changed_at = clock.now()
    event.save()
