"""What editors do with events in the editors' tools, under the lock and with everything that follows from it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from quartierwerk.core import audit

from .. import editing_rules
from ..models import AgendaItem, Event
from ..permissions import is_organiser, may_publish_events
from .dates import keep_dates
from .places import lock, refresh_availability

# Written by other actions, maybe while somebody has the form open; the form never brings older values back.
KEPT = (
    "stage",
    "published_at",
    "stage_reason",
    "moved_from",
    "availability",
    "uid",
    "sequence",
    "is_sample",
)


@dataclass(frozen=True)
class Edit:
    """What a form does: `write` saves the event it was made for; `why_not` is asked once more under the lock."""

    write: Callable[[], Event]
    why_not: Callable[[], str | None]
    unmoved_items: tuple[int, ...] = ()


@transaction.atomic
def create_event(*, write: Callable[[], Event], by: Any) -> Event:
    """A new draft with its dates. Who may not publish becomes an organiser, and so finds it again."""
    event = write()
    keep_organiser(event=event, by=by)
    keep_dates(event=event)
    audit.record("event created", event, by=by)
    return event


@transaction.atomic
def edit_event(*, event: Event, edit: Edit, by: Any) -> Event:
    """Keep what was typed, then bring dates, places and those who are registered to it."""
    stored = lock(event)
    for name in KEPT:
        setattr(event, name, getattr(stored, name))
    if reason := edit.why_not():
        raise ValidationError({"capacity": reason})
    edit.write()
    _move_along(event, event.starts_at - stored.starts_at, edit.unmoved_items)
    keep_organiser(event=event, by=by)
    keep_dates(event=event)
    refresh_availability(event=event)
    audit.record("event edited", event, by=by)
    return event


@transaction.atomic
def delete_event(*, event: Event, by: Any) -> None:
    """Only a draft nobody registered for."""
    if reason := editing_rules.why_not_deletable(event):
        raise ValidationError(reason)
    audit.record("event deleted", event, by=by, title=event.title)
    event.delete()


def keep_organiser(*, event: Event, by: Any) -> None:
    """Who may not publish stays named among the organisers."""
    if may_publish_events(by) or is_organiser(by, event):
        return
    first = event.organisers.filter(account=None).first()
    if first:
        first.account = by
        first.save(update_fields=["account"])
    else:
        event.organisers.model.objects.create(event=event, name=str(by), account=by)


def _move_along(event: Event, by: timedelta, items: tuple[int, ...]) -> None:
    """Points of the programme that nobody touched begin as long after the beginning as before."""
    if not by:
        return
    for item in AgendaItem.objects.filter(pk__in=items, event=event):
        item.starts_at = item.starts_at and item.starts_at + by
        item.ends_at = item.ends_at and item.ends_at + by
        item.save(update_fields=["starts_at", "ends_at"])


@transaction.atomic
def publish_event(*, event: Event, by: Any) -> Event:  # TODO: lifecycle
    from quartierwerk.core import clock

    event = lock(event)
    event.stage, event.published_at = "published", clock.now()
    event.save(update_fields=["stage", "published_at"])
    audit.record("event published", event, by=by)
    return event
