"""iCalendar (RFC 5545) of public events.

Every date a file leads to is one of the event's stored dates: the rule is only their short form. What the rule has and
the event has not is an EXDATE, what the event has besides it an RDATE, and a date at another time, of another length or
cancelled is told by itself (RECURRENCE-ID). A date is known by its day, as in `actions.keep_dates`.

No ORGANIZER: programs would send answers to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from itertools import takewhile

from dateutil.rrule import rrulestr
from django.utils import timezone
from icalendar import (
    Calendar,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCategory,
    vDatetime,
    vDuration,
    vGeo,
    vInt,
    vRecur,
    vText,
    vUri,
)
from icalendar import Event as VEvent

from ..enums import Stage
from ..models import Event, Occurrence
from ..series.recurrence import HORIZON, end_of_day, zone
from ..words import where
from . import plain_words
from .channels import Told

PRODUCT = "-//Quartierwerk//Quartierwerk//DE"
REFRESH = timedelta(hours=6)
MOST_OCTETS = 74  # in a line, with the space before it 75
BACKSLASH = ord("\\")
ONE_DAY = timedelta(days=1)
# What begins, and when first by the clock on the wall: since the European Union goes back in October.
CLOCK_CHANGES = (
    (TimezoneDaylight, "CEST", (1981, 3, 29, 2), timedelta(hours=1), timedelta(hours=2)),
    (TimezoneStandard, "CET", (1996, 10, 27, 3), timedelta(hours=2), timedelta(hours=1)),
)


def feed(events: Iterable[Told], *, name: str, source: str) -> bytes:
    """A calendar to subscribe to; `source` is its own whole address."""
    calendar = _calendar()
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone().key)
    calendar.add("source", source, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    return _written(calendar, [part for told in events for part in _parts(told)])


def file_of(told: Told) -> bytes:
    """All dates of one event."""
    return _written(_calendar(), _parts(told))


def file_of_date(told: Told, occurrence: Occurrence) -> bytes:
    """One date of a series by itself, with an identity of its own."""
    day = timezone.localtime(occurrence.original_start, zone())
    part = _single(told, occurrence)
    part["uid"] = f"{told.event.uid}-{day:%Y%m%d}"
    return _written(_calendar(), [part])


def _parts(told: Told) -> list[VEvent]:
    """The event's VEVENTs; none where it has no date."""
    if not told.dates:
        return []
    return _series(Series(told)) if told.event.is_series else [_single(told, told.dates[0])]


@dataclass(frozen=True)
class Series:
    """The rule of a series beside the dates that it has."""

    told: Told

    @property
    def event(self) -> Event:
        return self.told.event

    @cached_property
    def first(self) -> datetime:
        """The first date of the rule, in local time; what a program counts from."""
        start = timezone.localtime(self.event.starts_at, zone()).replace(tzinfo=None)
        return next(iter(rrulestr(self.event.rule, dtstart=start)), start)

    @cached_property
    def by_day(self) -> dict[date, Occurrence]:
        return {timezone.localtime(o.original_start, zone()).date(): o for o in self.told.dates}

    @cached_property
    def days_of_rule(self) -> set[date]:
        """Those up to the last date that the series has."""
        return set(self._days_until(max(self.by_day)))

    def _days_until(self, last: date) -> list[date]:
        days = (start.date() for start in rrulestr(self.event.rule, dtstart=self.first))
        return list(takewhile(lambda day: day <= last, days))

    def at(self, day: date) -> datetime:
        """The hour of the rule on this day, in the town's zone."""
        return datetime.combine(day, self.first.time(), tzinfo=zone())

    @property
    def missing(self) -> list[date]:
        """What the rule has and the series has not, and exceptions to come. No day that the rule does not have:
        after one of these ical.js overlooks the exceptions that follow."""
        last, excluded = max(self.by_day), {date.fromisoformat(day) for day in self.event.excluded_dates}
        to_come = {day for day in excluded if last < day <= last + HORIZON}
        later = to_come.intersection(self._days_until(max(to_come))) if to_come else set()
        return sorted(self.days_of_rule - self.by_day.keys() | later)

    @property
    def added(self) -> list[date]:
        return sorted(self.by_day.keys() - self.days_of_rule)

    @property
    def rule(self) -> vRecur:
        """The rule with its end; RFC 5545 allows either COUNT or UNTIL, so it is the one that comes first."""
        rule, last = vRecur.from_ical(self.event.rule), self.event.repeats_until
        if last is None or ("COUNT" in rule and len(self._days_until(last)) >= rule["COUNT"][0]):
            return rule
        rule.pop("COUNT", None)
        rule["UNTIL"] = [last if self.event.all_day else end_of_day(self.at(last)) - timedelta(seconds=1)]
        return rule

    @cached_property
    def length(self) -> timedelta | None:
        """How long a date is by the clock on the wall."""
        event = self.event
        return _on_the_wall(event.ends_at) - _on_the_wall(event.starts_at) if event.ends_at else None

    def differs(self, day: date) -> bool:
        """Whether the date of this day has to be told by itself: another time or length, cancelled, or an odd hour."""
        occurrence = self.by_day[day]
        if occurrence.is_cancelled and self.event.stage != Stage.CANCELLED:
            return True
        starts, ends, planned = occurrence.starts_at, occurrence.ends_at, self.at(day)
        length = _on_the_wall(ends) - _on_the_wall(starts) if ends else None
        return starts != planned.astimezone(UTC) or length != self.length or not _happens_once(planned)


def _series(series: Series) -> list[VEvent]:
    """The whole series, and each date that differs from it."""
    event, first = series.event, series.at(series.first.date())
    whole = _entry(series.told, None)
    _add_times(whole, event, first, first + series.length if series.length else None)
    whole.add("rrule", series.rule)
    _add_days(whole, "exdate", series, series.missing)
    _add_days(whole, "rdate", series, series.added)
    return [whole, *(_override(series, day) for day in sorted(series.by_day) if series.differs(day))]


def _override(series: Series, day: date) -> VEvent:
    occurrence = series.by_day[day]
    part = _single(series.told, occurrence)
    part.add("recurrence-id", day if series.event.all_day else series.at(day))
    return part


def _single(told: Told, occurrence: Occurrence) -> VEvent:
    part = _entry(told, occurrence)
    _add_times(part, told.event, occurrence.starts_at, occurrence.ends_at)
    return part


def _entry(told: Told, occurrence: Occurrence | None) -> VEvent:
    """What is told of the event besides its times. Typed at once: `add` would guess the types, and take thrice as long."""
    event, changed = told.event, vDatetime(told.event.changed_at)
    is_off = event.stage == Stage.CANCELLED or (occurrence is not None and occurrence.is_cancelled)
    part = VEvent()
    part["uid"] = vText(str(event.uid))
    part["dtstamp"] = part["last-modified"] = changed
    part["sequence"] = vInt(event.sequence)
    part["status"] = vText("CANCELLED" if is_off else "CONFIRMED")
    part["url"] = vUri(plain_words.page_url(event))
    part["categories"] = vCategory([plain_words.kind(event), *told.subjects])
    texts = {
        "summary": plain_words.title(event, occurrence),
        "description": plain_words.description(event, occurrence),
        "location": where.whole(event),
        "contact": plain_words.contact_line(event),
    }
    for name, text in texts.items():
        if text:
            part[name] = vText(text)
    if event.venue and event.venue.latitude is not None and event.venue.longitude is not None:
        part["geo"] = vGeo((event.venue.latitude, event.venue.longitude))
    return part


def _add_times(part: VEvent, event: Event, starts_at: datetime, ends_at: datetime | None) -> None:
    """All day: as days, the end being the day after the last one."""
    if event.all_day:
        part.add("dtstart", timezone.localtime(starts_at, zone()).date())
        part.add("dtend", plain_words.last_day(ends_at or end_of_day(starts_at)).date() + ONE_DAY)
        part.add("transp", "TRANSPARENT")
    else:
        part["dtstart"] = vDatetime(_in_zone(starts_at))
        if ends_at:
            part["dtend"] = vDatetime(_in_zone(ends_at))


def _add_days(part: VEvent, name: str, series: Series, days: list[date]) -> None:
    if days and series.event.all_day:
        part.add(name, days, parameters={"VALUE": "DATE"})
    elif days:
        part.add(name, [series.at(day) for day in days])


def _in_zone(moment: datetime) -> datetime:
    """The time on the wall, so that people see it; in UTC for the hour that a clock change repeats."""
    local = timezone.localtime(moment, zone())
    return local if _happens_once(local) else local.astimezone(UTC)


def _happens_once(local: datetime) -> bool:
    """Whether the clock shows this time once on its day: programs disagree about those it shows twice or never."""
    return local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset()


def _on_the_wall(moment: datetime) -> datetime:
    return timezone.localtime(moment, zone()).replace(tzinfo=None)


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _zone() -> Timezone:
    """The town's zone by its rules: a list of clock changes is read an hour wrong by some programs."""
    found = Timezone()
    found.add("tzid", zone().key)
    for kind, name, begins, before, after in CLOCK_CHANGES:
        part = kind()
        part.add("dtstart", datetime(*begins))  # noqa: DTZ001 - on the wall
        part.add("rrule", {"freq": "yearly", "byday": "-1su", "bymonth": begins[1]})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        found.add_component(part)
    return found


def _written(calendar: Calendar, parts: list[VEvent]) -> bytes:
    calendar.add_component(_zone())
    for part in parts:
        calendar.add_component(part)
    lines = calendar.content_lines(sorted=False)
    return b"".join(_folded(line.encode()) for line in lines if line)


def _folded(line: bytes) -> bytes:
    """Lines of at most 75 octets, each but the first with a space before it; no letter is cut, no escape torn apart."""
    parts, start = [], 0
    while len(line) - start > MOST_OCTETS:
        end = start + MOST_OCTETS
        while line[end] & 0xC0 == 0x80 or line[end - 1] == BACKSLASH:
            end -= 1
        parts.append(line[start:end])
        start = end
    parts.append(line[start:])
    return b"\r\n ".join(parts) + b"\r\n"
