"""iCalendar (RFC 5545) → entries. A series is one entry; a broken entry spoils no other."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from ..entries import EVENT, EventEntry, next_day, short_uid
from . import FeedKind, ReadFeed
from .rules import EARLIEST, LATEST, rule_of
from .words import address, line, plain

MOST_ENTRIES = 5_000
_NAMES = {"VEVENT", "VTIMEZONE"}
_PRIVATE = {"PRIVATE", "CONFIDENTIAL"}
_BAD = (
    ValueError,
    TypeError,
    AttributeError,
    KeyError,
    IndexError,
    ArithmeticError,
    OSError,
)  # OSError: TZID=Europe


def read_calendar(text: str, zone: ZoneInfo, today: date) -> ReadFeed:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    title, events, bad = _events(text)
    found: dict[str, EventEntry] = {}
    for masters in (True, False):  # first what repeats, then the dates that are otherwise
        for event in events:
            if ("RECURRENCE-ID" not in event) is not masters:
                continue
            try:
                _read_into(found, event, zone)
            except _BAD:
                bad += 1
    to_come = [entry for entry in found.values() if next_day(dict(entry), today) is not None]
    to_come.sort(key=lambda entry: entry["starts"])
    kept = [dict(entry) for entry in to_come[:MOST_ENTRIES]]
    return ReadFeed(FeedKind.CALENDAR, title, kept, all=len(found), bad=bad)


def _events(text: str) -> tuple[str, list[Any], int]:
    """Name of the calendar, its events, and how many of them are beyond reading."""
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except _BAD:
        return _one_by_one(text)
    if not any(calendar.walk("VEVENT") for calendar in calendars) and "BEGIN:VEVENT" in text.upper():
        return _one_by_one(text)  # the end is missing
    title = next((line(each.get("X-WR-CALNAME") or each.get("NAME")) for each in calendars), "")
    return title, [event for calendar in calendars for event in calendar.walk("VEVENT")], 0


def _one_by_one(text: str) -> tuple[str, list[Any], int]:
    """Where one line makes the whole unreadable, or the end is missing: each event by itself."""
    blocks = list(_blocks(text))
    zones = "\n".join(block for name, block in blocks if name == "VTIMEZONE")
    events, bad = [], 0
    for name, block in blocks[:MOST_ENTRIES]:
        if name != "VEVENT":
            continue
        try:
            events += Calendar.from_ical(f"BEGIN:VCALENDAR\n{zones}\n{block}\nEND:VCALENDAR\n").walk("VEVENT")
        except _BAD:
            bad += 1
    return "", events, bad


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Name and lines of each event and each zone that has an end; line by line, so that it takes time as the text is long."""
    name, begun = "", list[str]()
    for said in text.split("\n"):
        word, _colon, what = said.strip().upper().partition(":")
        if word == "BEGIN" and what in _NAMES:
            name, begun = what, []
        if name:
            begun.append(said)
        if word == "END" and what == name and name:
            yield name, "\n".join(begun)
            name = ""


def _read_into(found: dict[str, EventEntry], event: Any, zone: ZoneInfo) -> None:
    """Raises for an event that cannot be read."""
    if str(event.get("CLASS", "")).upper() in _PRIVATE:
        return
    instance = event.get("RECURRENCE-ID")
    uid = _uid(event)
    if instance is not None and uid in found and found[uid]["rule"]:
        _other_date(found[uid], event, _written(instance.dt, zone), zone)
        return
    if instance is not None:  # a date of a series that the calendar does not tell
        uid = short_uid(f"{uid}#{_written(instance.dt, zone)}")
    found[uid] = _entry(event, uid, zone)


def _entry(event: Any, uid: str, zone: ZoneInfo) -> EventEntry:
    starts, ends = _span(event, zone)
    rule = rule_of(event.get("RRULE"), starts, zone)
    return {
        "kind": EVENT,
        "uid": uid,
        "title": line(event.get("SUMMARY")) or "Ohne Titel",
        "text": plain(event.get("DESCRIPTION")),
        "starts": starts,
        "ends": ends,
        "rule": rule.rule,
        "until": rule.until,
        "has_odd_rule": rule.is_odd or bool(event.get("RDATE")),
        "but_not": sorted({day[:10] for day in _moments(event.get("EXDATE"), zone)}) if rule.rule else [],
        "moved": [],
        "place": line(event.get("LOCATION")),
        "url": address(event.get("URL")),
        "is_off": str(event.get("STATUS", "")).upper() == "CANCELLED",
        "is_gone": False,
    }


def _uid(event: Any) -> str:
    """Its own, or where it has none, what tells it apart from others."""
    said = " ".join(str(event.get("UID") or "").split())
    return short_uid(said or f"{line(event.get('SUMMARY'))}@{event.get('DTSTART').to_ical().decode()}")


def _other_date(series: EventEntry, event: Any, day: str, zone: ZoneInfo) -> None:
    """RECURRENCE-ID: one date of the series is off, or at another time."""
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        series["but_not"] = sorted({*series["but_not"], day[:10]})
        return
    starts, ends = _span(event, zone)
    usual = series["starts"]
    is_usual = starts == day[:10] + usual[10:] and _length(starts, ends) == _length(usual, series["ends"])
    if not is_usual:
        series["moved"] = sorted([*series["moved"], [day[:10], starts, ends]], key=str)


def _length(starts: str, ends: str | None) -> timedelta | None:
    return datetime.fromisoformat(ends) - datetime.fromisoformat(starts) if ends else None


def _span(event: Any, zone: ZoneInfo) -> tuple[str, str | None]:
    start: Any = event["DTSTART"].dt
    if not EARLIEST <= start.year <= LATEST:
        raise ValueError(start)
    starts = _written(start, zone)
    end: Any = None
    if event.get("DTEND") is not None:
        end = event["DTEND"].dt
    elif event.get("DURATION") is not None:
        end = start + event["DURATION"].dt
    if not isinstance(start, datetime):
        last = (
            _as_day(end) - timedelta(days=1) if end is not None else start
        )  # DTEND is the day after the last
        return starts, last.isoformat() if last > start else None
    ends = _written(end, zone) if isinstance(end, datetime) else None
    return starts, ends if ends and ends > starts else None


def _as_day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _written(moment: date, zone: ZoneInfo) -> str:
    """In the town's time; a moment without a zone is meant so."""
    if not isinstance(moment, date):  # an hour without a day
        raise TypeError(moment)
    if not isinstance(moment, datetime):
        return moment.isoformat()
    local = moment.astimezone(zone) if moment.tzinfo else moment
    return local.replace(tzinfo=None).isoformat(timespec="minutes")


def _moments(said: Any, zone: ZoneInfo) -> Iterator[str]:
    lists: Iterable[Any] = said if isinstance(said, list) else [said] if said is not None else []
    for each in lists:
        for moment in each.dts:
            yield _written(moment.dt, zone)
