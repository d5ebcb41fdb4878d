"""What one entry of a partner's calendar or news says, as plain data: kept in `Announcement.entry`, compared at each asking.

Pure. Moments are written in the town's time: “2026-10-06T15:00”, or “2026-10-06” for whole days.
"""

import hashlib
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, TypedDict

from dateutil.rrule import rrulestr

EVENT, NEWS = "event", "news"
LONGEST_UID = 200
MOST_DATES = 30_000  # eighty years of days


class EventEntry(TypedDict):
    """`ends` of whole days: the last of them. `rule`: RFC 5545 without an end by date, which is `until`; `has_odd_rule`: it
    repeats in a way we do not know. `but_not`: days on which it is not; `moved`: [day, starts, ends] of dates that are
    elsewhere in time. `is_off`: cancelled; `is_gone`: no longer in the calendar."""

    kind: str
    uid: str
    title: str
    text: str
    starts: str
    ends: str | None
    rule: str
    until: str | None
    has_odd_rule: bool
    but_not: list[str]
    moved: list[list[str | None]]
    place: str
    url: str
    is_off: bool
    is_gone: bool


class NewsEntry(TypedDict):
    """`published`: a day, or None."""

    kind: str
    uid: str
    title: str
    text: str
    url: str
    published: str | None


Entry = dict[str, Any]  # an EventEntry or a NewsEntry, as JSON gives it back


def moment(written: str) -> datetime | date:
    """Naive, in the town's time; a date for whole days."""
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def day_of(written: str) -> date:
    return date.fromisoformat(written[:10])


def is_event(entry: Entry | None) -> bool:
    return bool(entry) and entry is not None and entry.get("kind") == EVENT


def is_all_day(entry: Entry) -> bool:
    return "T" not in entry["starts"]


def short_uid(uid: str) -> str:
    """As a key may hold it; two long ones that begin alike stay two."""
    uid = uid.replace("\x00", "")
    if len(uid) <= LONGEST_UID:
        return uid
    return f"{uid[:100]}…{hashlib.sha256(uid.encode()).hexdigest()}"


def next_day(entry: Entry, today: date) -> date | None:
    """The first day of the event from `today` on, None where there is none any more."""
    last = day_of(entry["ends"] or entry["starts"])
    if not entry["rule"]:
        return day_of(entry["starts"]) if last >= today else None
    until = day_of(entry["until"]) if entry["until"] else date.max
    for start in islice(_starts(entry), MOST_DATES):
        if start.date() > until:
            return None
        if start.date() >= today and start.date().isoformat() not in entry["but_not"]:
            return start.date()
    return None


def over_on(entry: Entry) -> date | None:
    """The last day it speaks of; None for what goes on without an end."""
    if entry["kind"] == NEWS:
        return day_of(entry["published"]) if entry["published"] else None
    if not entry["rule"]:
        return day_of(entry["ends"] or entry["starts"])
    if entry["until"]:
        return day_of(entry["until"])
    if "COUNT=" not in entry["rule"]:
        return None
    dates = list(islice(_starts(entry), MOST_DATES))
    return dates[-1].date() if dates else day_of(entry["starts"])


def next_span(entry: Entry, today: date) -> tuple[datetime | date, datetime | date | None]:
    """Beginning and end of the next date of a series; of anything else, or a series that is over, as it stands there."""
    starts = moment(entry["starts"])
    ends = moment(entry["ends"]) if entry["ends"] else None
    day = next_day(entry, today) if entry["rule"] else None
    shift = day - day_of(entry["starts"]) if day else timedelta()
    return starts + shift, ends and ends + shift


def _starts(entry: Entry) -> Any:
    starts = moment(entry["starts"])
    first = starts if isinstance(starts, datetime) else datetime.combine(starts, time.min)
    return rrulestr(entry["rule"], dtstart=first)
