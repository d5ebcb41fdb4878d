"""How an event stood before a change, what of it people have to be told, and the telling."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import translation

from quartierwerk.core import clock

from .. import notifications, queries, rules
from ..enums import DATED
from ..models import Event, Occurrence, Registration
from ..words import when, where
from ..words.wording import DateChange
from .places import begins

# Written by actions themselves, or without meaning for readers.
_NOT_COMPARED = {"id", "sequence", "changed_at", "availability", "stage", "stage_reason", "published_at", "moved_from",
                 "moved_from_place",                  "latest_revision"}  # fmt: skip


@dataclass(frozen=True)
class Dated:
    """One date as it was announced."""

    starts_at: datetime
    ends_at: datetime | None
    is_off: bool


@dataclass(frozen=True)
class Snapshot:
    """An event as it stood; `fields` by name, `dates` (those to come) by primary key."""

    fields: dict[str, Any]
    where: str
    dates: dict[int, Dated]
    by_date: bool


def snapshot(event: Event) -> Snapshot | None:
    """How the database has it now, whatever a form already wrote into `event`; None for a new one."""
    kept = Event.objects.select_related("venue").filter(pk=event.pk).first() if event.pk else None
    if kept is None:
        return None
    names = [field.attname for field in Event._meta.concrete_fields if field.name not in _NOT_COMPARED]
    return Snapshot(
        fields={name: getattr(kept, name) for name in names},
        where=where.whole(kept),
        dates={o.pk: _dated(o) for o in queries.dates_to_come(kept, clock.now())},
        by_date=kept.registers_by_date,
    )


def kept_snapshot(event: Event) -> Snapshot:
    """Of an event that is in the database."""
    found = snapshot(event)
    assert found is not None  # noqa: S101 - it was read under the lock
    return found


def _dated(occurrence: Occurrence) -> Dated:
    return Dated(occurrence.starts_at, occurrence.ends_at, occurrence.is_cancelled)


def changed_fields(before: Snapshot, after: Snapshot) -> list[str]:
    return sorted(name for name, value in after.fields.items() if before.fields[name] != value)


def tell_of_changes(event: Event, before: Snapshot, after: Snapshot, reason: str) -> int:
    """Tell everybody whose dates moved or fell out, or who has to go somewhere else; answers how many."""
    changed = {
        pk: (was, after.dates.get(pk))
        for pk, was in before.dates.items()
        if after.dates.get(pk) != was and not was.is_off
    }
    moved = notifications.Moved(
        was=before.where if before.where != after.where else "",
        is_elsewhere=before.where != after.where,
        screen_is_new=before.fields["online_url"] != after.fields["online_url"],
    )
    told = 0
    for registration in queries.may_be_told(event):
        pk = registration.occurrence_id
        own = [change for key, change in changed.items() if pk in (None, key)]
        told += _tell(registration, own, reason, moved)
    return told


def _tell(
    registration: Registration,
    changed: list[tuple[Dated, Dated | None]],
    reason: str,
    moved: notifications.Moved,
) -> bool:
    if not (changed or moved.is_elsewhere or moved.screen_is_new):
        return False
    _keep_in_time(registration, moved=bool(changed))
    with translation.override(registration.language):
        changes = [_in_words(was, now, registration.event) for was, now in changed]
    notifications.dates_changed(registration, changes, reason, moved)
    return True


def _in_words(was: Dated, now: Dated | None, event: Event) -> DateChange:
    earlier = when.span(was.starts_at, was.ends_at, all_day=event.all_day, with_year=True)
    if now is None or now.is_off:
        return DateChange(earlier, "", is_off=True)
    later = when.span(now.starts_at, now.ends_at, all_day=event.all_day, with_year=True)
    return DateChange(earlier, later)


def _keep_in_time(registration: Registration, *, moved: bool) -> None:
    """After a move people are reminded anew, and no answer is waited for longer than until the beginning."""
    starts_at = begins(registration.event, registration.occurrence)
    if registration.state in DATED and registration.expires_at:
        latest = max(starts_at - rules.LAST_ANSWER_BEFORE_START, clock.now() + rules.SHORTEST_ANSWER)
        registration.expires_at = min(registration.expires_at, latest)
    if moved:
        registration.reminded_at = None
    registration.save(update_fields=["expires_at", "reminded_at"])
