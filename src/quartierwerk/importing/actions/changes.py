"""A change that a partner's calendar reports is taken over, or is not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.core.refusals import refuse
from quartierwerk.events import actions as event_actions
from quartierwerk.events.enums import Stage
from quartierwerk.events.models import Event
from quartierwerk.events.rules import stages as stage_rules
from quartierwerk.events.series.recurrence import zone

from ..enums import ChangeState
from ..feeds import rules as feed_rules
from ..feeds.differences import MOMENT, Difference, differences
from ..feeds.entries import Entry, day_of, is_all_day
from ..feeds.places import place_of
from ..feeds.rendering import aware, ends_at
from ..models import Change
from .entries import write_entry
from .locking import lock

TITLE_LENGTH = 160
WHEN_AND_WHERE = {*MOMENT, "place"}


@dataclass(frozen=True)
class Wanted:
    """The event, what the calendar said before and says now, and the fields of it that are to change."""

    event: Event
    before: Entry
    after: Entry
    names: list[str]
    reason: str
    by: Any

    @property
    def is_one_published_date(self) -> bool:
        """Then readers see from when and where it was moved; anything else is changed as in the form."""
        is_plain = not (self.event.is_series or self.event.all_day or is_all_day(self.after))
        return is_plain and self.event.stage == Stage.PUBLISHED


@transaction.atomic
def take_change(*, change: Change, reason: str = "", seen: str | None = None, by: Any) -> int:
    """The event becomes as the calendar says, as far as the two differ; who is registered is told. Answers how many.

    `reason` is public and needed where people are told: another time, another place, or off. `seen`: the version on the page.
    """
    change = _locked(change)
    refuse(feed_rules.why_not_decided(change) or feed_rules.why_not_as_seen(change, seen))
    names = _names(differences(change.announcement.entry or {}, change.entry, change.event))
    event = change.event
    refuse(feed_rules.why_not_taken_by(event, by) or feed_rules.why_not_cancelled(event, names))
    told = _apply(Wanted(event, change.announcement.entry or {}, change.entry, names, reason, by))
    _decided(change, ChangeState.TAKEN, by)
    audit.record("reported change taken", event, by=by, fields=names, told=told)
    return told


@transaction.atomic
def refuse_change(*, change: Change, seen: str | None = None, by: Any) -> None:
    """It does not come again; what the calendar says next is compared with this."""
    change = _locked(change)
    refuse(feed_rules.why_not_decided(change) or feed_rules.why_not_as_seen(change, seen))
    _decided(change, ChangeState.REFUSED, by)
    audit.record("reported change refused", change.event, by=by)


def _locked(change: Change) -> Change:
    lock(change.announcement)
    return Change.objects.select_related("announcement__feed", "event__venue").get(pk=change.pk)


def _decided(change: Change, state: ChangeState, by: Any) -> None:
    write_entry(change.announcement, change.entry)
    change.announcement.save()
    change.state, change.decided_by, change.decided_at = state, by, clock.now()
    change.save()


def _names(found: Sequence[Difference]) -> list[str]:
    return sorted(name for each in found if not each.is_kept for name in each.names)


def _apply(wanted: Wanted) -> int:
    event, names = wanted.event, wanted.names
    if "is_off" in names:
        return event_actions.cancel_event(event=event, reason=wanted.reason, by=wanted.by)
    is_moved = bool(WHEN_AND_WHERE & set(names))
    if feed_rules.needs_reason(event, names):
        refuse(stage_rules.why_no_reason(wanted.reason))
    told = 0
    if is_moved and wanted.is_one_published_date:
        told = _move(wanted)
        names = [name for name in names if name not in WHEN_AND_WHERE]
        wanted = replace(wanted, event=Event.objects.get(pk=event.pk), names=names)
    return told + (_edit(wanted) if names else 0)


def _move(wanted: Wanted) -> int:
    starts, ends = _moments(wanted)
    place = place_of(wanted.after["place"]) if "place" in wanted.names else None
    return event_actions.move_event(
        event=wanted.event, starts_at=starts, ends_at=ends, reason=wanted.reason, by=wanted.by, place=place
    )


def _moments(wanted: Wanted) -> tuple[datetime, datetime | None]:
    """An end that nobody reported moves along with the beginning."""
    event, after = wanted.event, wanted.after
    starts = _start(wanted) if "starts" in wanted.names else event.starts_at
    length = event.ends_at and event.ends_at - event.starts_at
    if "ends" in wanted.names:
        last = ends_at(after)
        length = last and last - aware(after["starts"])
    return starts, starts + length if length else None


def _start(wanted: Wanted) -> datetime:
    """A series may have begun here later than in the calendar; it moves by as many days, to the new hour."""
    told = aware(wanted.after["starts"])
    if not wanted.event.is_series:
        return told
    shift = day_of(wanted.after["starts"]) - day_of(wanted.before["starts"])
    day = wanted.event.starts_at.astimezone(zone()).date() + shift
    return datetime.combine(day, told.time(), zone())


def _edit(wanted: Wanted) -> int:
    """As if somebody had put it into the form."""
    event = wanted.event

    def write() -> Event:
        for name, value in _values(wanted).items():
            setattr(event, name, value)
        event.full_clean()
        event.save()
        return event

    return event_actions.edit_event(event=event, write=write, by=wanted.by, reason=wanted.reason)


def _values(wanted: Wanted) -> dict[str, Any]:
    event, after, names = wanted.event, wanted.after, set(wanted.names)
    values: dict[str, Any] = {}
    if names & set(MOMENT):
        values["starts_at"], values["ends_at"] = _moments(wanted)
        values["all_day"] = is_all_day(after)
    if "place" in names:
        values |= place_of(after["place"])
    if "rule" in names:
        until = after["until"]
        values |= {"rule": after["rule"], "repeats_until": day_of(until) if until else None}
    if "but_not" in names:
        values["excluded_dates"] = sorted({*event.excluded_dates, *after["but_not"]})
    if "title" in names:
        values["title"] = after["title"][:TITLE_LENGTH]
    if "text" in names:
        values["description"] = after["text"]
    return values
