"""How an event stood before a change, what of it people have to be told, and the telling."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import translation

from quartierwerk.core import clock

from .. import notifications, queries, rules, wording
from ..enums import DATED
from ..models import Event, Occurrence, Registration
from ..wording import DateChange
from .places import begins

# Written by actions themselves, or without meaning for readers.
_NOT_COMPARED = {"id", "sequence", "changed_at", "availability", "stage", "stage_reason", "published_at", "moved_from",
                 "latest_revision"}  # fmt: skip


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
    place: str
    dates: dict[int, Dated]
    by_date: bool

    @property
    def place_with_room(self) -> str:
        return ", ".join(part for part in (self.place, self.fields["room"]) if part)


def snapshot(event: Event) -> Snapshot | None:
    """How the database has it now, whatever a form already wrote into `event`; None for a new one."""
    kept = Event.objects.select_related("venue").filter(pk=event.pk).first() if event.pk else None
    if kept is None:
        return None
    names = [field.attname for field in Event._meta.concrete_fields if field.name not in _NOT_COMPARED]
    return Snapshot(
        fields={name: getattr(kept, name) for name in names},
        place=wording.place(kept),
        dates={o.pk: _dated(o) for o in kept.occurrences.filter(over_at__gt=clock.now())},
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
    place_was = before.place_with_room if before.place_with_room != after.place_with_room else ""
    told = 0
    for registration in queries.may_be_told(event):
        pk = registration.occurrence_id
        own = [change for key, change in changed.items() if pk in (None, key)]
        told += _tell(registration, own, reason, place_was)
    return told


def _tell(
    registration: Registration, changed: list[tuple[Dated, Dated | None]], reason: str, place_was: str
) -> bool:
    if not changed and not place_was:
        return False
    _keep_in_time(registration, moved=bool(changed))
    with translation.override(registration.language):
        changes = [_in_words(was, now, registration.event) for was, now in changed]
    notifications.dates_changed(registration, changes, reason, place_was=place_was)
    return True


def _in_words(was: Dated, now: Dated | None, event: Event) -> DateChange:
    earlier = wording.moment(was.starts_at, was.ends_at, all_day=event.all_day)
    if now is None or now.is_off:
        return DateChange(earlier, "", is_off=True)
    return DateChange(earlier, wording.moment(now.starts_at, now.ends_at, all_day=event.all_day))


def _keep_in_time(registration: Registration, *, moved: bool) -> None:
    """After a move people are reminded anew, and no answer is waited for longer than until the beginning."""
    starts_at = begins(registration.event, registration.occurrence)
    if registration.state in DATED and registration.expires_at:
        latest = max(starts_at - rules.LAST_ANSWER_BEFORE_START, clock.now() + rules.SHORTEST_ANSWER)
        registration.expires_at = min(registration.expires_at, latest)
    if moved:
        registration.reminded_at = None
    registration.save(update_fields=["expires_at", "reminded_at"])
