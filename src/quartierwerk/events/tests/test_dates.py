"""The dates of a series, in the town's time."""

from datetime import date

import pytest

from quartierwerk.events import actions, factories
from quartierwerk.events.factories import local
from quartierwerk.events.series.recurrence import is_valid_rule

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september")]


def _days(event):
    return [
        o.starts_at.astimezone(local(2026, 1, 1).tzinfo).strftime("%d.%m. %H:%M")
        for o in event.occurrences.all()
    ]


def test_every_second_thursday_at_three_stays_three_oclock_across_the_clock_change():
    cafe = factories.event(
        starts_at=local(2026, 10, 15, 15),
        rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        repeats_until=date(2026, 11, 12),
    )

    assert _days(cafe) == ["15.10. 15:00", "29.10. 15:00", "12.11. 15:00"]
    assert [o.starts_at.hour for o in cafe.occurrences.all()] == [13, 14, 14]


def test_the_last_wednesday_of_the_month_leaves_out_its_exceptions():
    table = factories.event(
        starts_at=local(2026, 10, 28, 19),
        rule="FREQ=MONTHLY;BYDAY=-1WE",
        repeats_until=date(2027, 1, 31),
        excluded_dates=["2026-12-30"],
    )

    assert _days(table) == ["28.10. 19:00", "25.11. 19:00", "27.01. 19:00"]


def test_a_rule_that_never_ends_has_dates_for_eighteen_months():
    daily = factories.event(starts_at=local(2026, 10, 1, 9), rule="FREQ=WEEKLY")

    assert 70 < daily.occurrences.count() < 79


def test_a_changed_hour_keeps_the_dates_and_their_registrations():
    course = factories.event(
        starts_at=local(2026, 10, 6, 10), rule="FREQ=WEEKLY;COUNT=3", registers_for="date", capacity=5
    )
    date_of_it = course.occurrences.all()[1]
    place = factories.registration(course, occurrence=date_of_it)

    course.starts_at, course.ends_at = local(2026, 10, 6, 11), local(2026, 10, 6, 12)
    course.save()
    actions.keep_dates(event=course)

    place.refresh_from_db()
    assert place.occurrence.starts_at == local(2026, 10, 13, 11)
    assert course.occurrences.count() == 3


@pytest.mark.parametrize(
    ("rule", "valid"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", True),
        ("FREQ=MONTHLY;BYDAY=-1WE", True),
        ("FREQ=HOURLY", False),
        ("FREQ=WEEKLY;UNTIL=20270101T000000Z", False),
        ("FREQ=WEEKLY;BYDAY=XX", False),
        ("Unsinn", False),
        ("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", False),
    ],
)
def test_only_rules_of_days_weeks_months_and_years_are_kept(rule, valid):
    assert is_valid_rule(rule) is valid


def test_a_daily_series_that_began_years_ago_still_has_dates():
    prayer = factories.event(starts_at=local(2020, 1, 1, 12), rule="FREQ=DAILY")

    assert prayer.occurrences.filter(starts_at__gt=local(2027, 12, 1)).exists()
