"""What editors do with events in the editors' tools, under the lock and with everything that follows from it."""

from collections.abc import Callable, Collection
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from quartierwerk.core import audit

from ..models import AgendaItem, Event
from ..permissions import is_organiser, may_publish_events
from ..rules import editing as editing_rules
from .moving import event_saved
from .places import lock
from .snapshots import snapshot

# Written by other actions, maybe while somebody has the form open; the form never brings older values back.
KEPT = (
    "stage",
    "published_at",
    "changed_at",
    "stage_reason",
    "moved_from",
    "moved_from_place",
    "availability",
    "uid",
    "sequence",
    "is_sample",
)


@transaction.atomic
def create_event(*, write: Callable[[], Event], by: Any) -> Event:
    """A new draft with its dates. Who may not publish becomes an organiser, and so finds it again."""
    event = write()
    keep_organiser(event=event, by=by)
    event_saved(event=event, before=None, by=by)
    return event


@transaction.atomic
def edit_event(
    *,
    event: Event,
    write: Callable[[], Event],
    by: Any,
    reason: str = "",
    unmoved_items: Collection[int] = (),
) -> int:
    """`write` keeps what a form says about the event; what follows for dates, places and people is done here.

    `unmoved_items` are points of the programme that move along with the beginning. Answers how many were told.
    """
    stored = lock(event)
    before = snapshot(event)
    for name in KEPT:
        setattr(event, name, getattr(stored, name))
    write()
    _move_along(event, event.starts_at - stored.starts_at, unmoved_items)
    keep_organiser(event=event, by=by)
    return event_saved(event=event, before=before, by=by, reason=reason)


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


def _move_along(event: Event, by: timedelta, items: Collection[int]) -> None:
    """Points of the programme that nobody touched begin as long after the beginning as before."""
    if not by:
        return
    for item in AgendaItem.objects.filter(pk__in=items, event=event):
        item.starts_at = item.starts_at and item.starts_at + by
        item.ends_at = item.ends_at and item.ends_at + by
        item.save(update_fields=["starts_at", "ends_at"])
