"""Whatever the rule: the dates that others read from our file are those that `recurrence` tells."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as some

from quartierwerk.events import factories
from quartierwerk.events.feeds import ical
from quartierwerk.events.feeds.channels import Told
from quartierwerk.events.series.recurrence import is_valid_rule, spans_of, zone

pytestmark = pytest.mark.usefixtures("in_september")

TODAY = date(2026, 9, 1)
UNTIL = date(2027, 6, 1)
UNTIL_THEN = datetime(2028, 1, 1)  # noqa: DTZ001 - on the wall


DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def _by_days(numbers):
    one = some.tuples(some.sampled_from(numbers), some.sampled_from(DAYS)).map("".join)
    return some.lists(one, min_size=1, max_size=3, unique=True).map(lambda days: ";BYDAY=" + ",".join(days))


RULES = some.one_of(
    some.just("FREQ=DAILY"),
    some.tuples(some.just("FREQ=WEEKLY"), some.one_of(some.just(""), _by_days([""]))).map("".join),
    some.tuples(some.just("FREQ=MONTHLY"), some.one_of(some.just(""), _by_days(["1", "2", "3", "4", "-1"]))).map("".join),
    some.integers(1, 31).map(lambda day: f"FREQ=MONTHLY;BYMONTHDAY={day}"),
    some.just("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    some.just("FREQ=YEARLY"),
)  # fmt: skip


# Days after the first one; whole weeks hit a weekly series, others hit nothing, as editors' slips do.
EXCEPTIONS = some.lists(
    some.one_of(some.integers(0, 40).map(lambda n: 7 * n), some.integers(0, 300)), max_size=5
)


@some.composite
def series(draw):
    """A series as editors make it, at any hour, with every kind of end and exception."""
    rule = draw(RULES) + draw(some.sampled_from(["", ";INTERVAL=2", ";INTERVAL=3"]))
    rule += draw(some.sampled_from(["", "", ";COUNT=1", ";COUNT=7"]))
    all_day = draw(some.booleans())
    start = datetime(2026, 9, 1, tzinfo=zone()) + timedelta(days=draw(some.integers(0, 60)))
    start = (
        start
        if all_day
        else start.replace(hour=draw(some.integers(0, 23)), minute=draw(some.sampled_from([0, 30])))
    )
    length = (
        timedelta(days=draw(some.integers(1, 3)))
        if all_day
        else timedelta(minutes=draw(some.integers(15, 600)))
    )
    end = (start + length).astimezone(UTC) if all_day or draw(some.booleans()) else None
    return {
        "starts_at": start.astimezone(UTC),
        "ends_at": end,
        "all_day": all_day,
        "rule": rule,
        "repeats_until": draw(some.dates(date(2026, 11, 1), UNTIL - timedelta(days=1))),
        "excluded_dates": sorted((start.date() + timedelta(days=n)).isoformat() for n in draw(EXCEPTIONS)),
    }


def _file_of(event):
    return ical.file_of(Told(event, list(event.occurrences.all()), []))


def _written(event, moment):
    if moment is None:
        return None
    if event.all_day:
        return moment.astimezone(zone()).date().isoformat()
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _with_dateutil(content):
    """The starts of a calendar of one series without moved dates, by `icalendar` and `dateutil`."""
    (part,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    first = part["DTSTART"].dt
    naive = (
        first.replace(tzinfo=None)
        if isinstance(first, datetime)
        else datetime.combine(first, datetime.min.time())
    )
    rule = part["RRULE"]
    if until := rule.pop("UNTIL", None):
        until = (
            until[0].astimezone(zone()).replace(tzinfo=None)
            if isinstance(until[0], datetime)
            else datetime.combine(until[0], datetime.max.time())
        )
    gone = part.get("EXDATE", [])
    gone = {
        each.dt if not isinstance(each.dt, datetime) else each.dt.date()
        for one in (gone if isinstance(gone, list) else [gone])
        for each in one.dts
    }
    starts = rrulestr(rule.to_ical().decode(), dtstart=naive)
    found = [
        start for start in starts.between(naive, until or UNTIL_THEN, inc=True) if start.date() not in gone
    ]
    return [start.replace(tzinfo=zone()).astimezone(UTC) for start in found]


@given(values=series())
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_ical_js_reads_the_dates_that_the_series_has(db, ical_js, values):
    assume(is_valid_rule(values["rule"]))
    event = factories.event(**values)
    assume(event.occurrences.exists())
    read = ical_js(_file_of(event), until="2029")
    expected = [
        (_written(event, s.starts_at), _written(event, s.ends_at)) for s in spans_of(event, today=TODAY)
    ]
    assert [(each["starts"], each["ends"]) for each in read] == expected


@given(values=series())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_icalendar_and_dateutil_read_the_dates_that_the_series_has(db, values):
    assume(is_valid_rule(values["rule"]))
    event = factories.event(**values)
    content = _file_of(event)
    assume(content.count(b"BEGIN:VEVENT") == 1)
    assert _with_dateutil(content) == [span.starts_at for span in spans_of(event, today=TODAY)]
