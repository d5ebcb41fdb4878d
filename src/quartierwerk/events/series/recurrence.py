"""The dates of a series: RFC 5545 rules in the town's time, so that 15 o'clock stays 15 o'clock across both clock changes.

A rule without an end has dates until `HORIZON` from today; a daily job carries it on (`actions.keep_dates`).
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from django.conf import settings
from django.utils import timezone

from ..models import Event

HORIZON = timedelta(days=550)
MOST_DATES = 600
ALLOWED = frozenset({"FREQ", "INTERVAL", "COUNT", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"})
FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})


@dataclass(frozen=True)
class Span:
    """One date in UTC; `over_at` is the end, or where none is known the end of that day in the town."""

    starts_at: datetime
    ends_at: datetime | None
    over_at: datetime


def zone() -> ZoneInfo:
    """The town's zone."""
    return ZoneInfo(settings.TIME_ZONE)


def span(starts_at: datetime, ends_at: datetime | None) -> Span:
    return Span(starts_at, ends_at, ends_at or end_of_day(starts_at))


def end_of_day(moment: datetime) -> datetime:
    """The midnight after this moment, in the town."""
    day = timezone.localtime(moment, zone()).date() + timedelta(days=1)
    return datetime.combine(day, time.min, tzinfo=zone()).astimezone(ZoneInfo("UTC"))


def is_valid_rule(rule: str) -> bool:
    """Whether this is a rule we keep: days, weeks, months or years; the end stands in `repeats_until`."""
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    if not parts.keys() <= ALLOWED or parts.get("FREQ") not in FREQUENCIES:
        return False
    try:
        return next(iter(rrulestr(rule, dtstart=datetime(2026, 1, 1))), None) is not None  # noqa: DTZ001 - local time
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):
        return False


def spans_of(event: Event, *, today: date) -> list[Span]:
    """Every date of the event, exceptions left out; of a series the last `MOST_DATES` before its end or the horizon."""
    if not event.rule:
        return [span(event.starts_at, event.ends_at)]
    starts = deque(_starts(event, today), MOST_DATES)
    return [span(start, _end(event, start)) for start in starts]


def _end(event: Event, start: datetime) -> datetime | None:
    """As long after this start as the event takes; whole days end at midnight, also those of 23 and 25 hours."""
    if event.ends_at is None:
        return None
    if not event.all_day:
        return start + (event.ends_at - event.starts_at)
    last_moment = event.ends_at - timedelta(microseconds=1)
    first, last = (timezone.localtime(at, zone()).date() for at in (event.starts_at, last_moment))
    after = timezone.localtime(start, zone()).date() + (last - first) + timedelta(days=1)
    return datetime.combine(after, time.min, tzinfo=zone()).astimezone(ZoneInfo("UTC"))


def _starts(event: Event, today: date) -> Iterator[datetime]:
    """The rule is followed in local time; RFC 5545 3.3.5 tells what a time means that a clock change leaves out."""
    first = timezone.localtime(event.starts_at, zone()).replace(tzinfo=None)
    last = min(event.repeats_until or date.max, today + HORIZON)
    excluded = set(event.excluded_dates)
    for start in rrulestr(event.rule, dtstart=first):
        if start.date() > last:
            return
        if start.date().isoformat() not in excluded:
            yield start.replace(tzinfo=zone()).astimezone(ZoneInfo("UTC"))
