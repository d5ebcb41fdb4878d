"""How dates read, for people over 70: whole words, and no hour too many."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone, translation

from quartierwerk.events import factories, presentation
from quartierwerk.events.dates import periods
from quartierwerk.events.factories import local
from quartierwerk.events.words import when


@pytest.fixture(autouse=True)
def _on_a_wednesday(time_machine):
    time_machine.move_to(datetime(2026, 11, 25, 11, tzinfo=UTC))


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (local(2026, 11, 26, 15), local(2026, 11, 26, 17), "Donnerstag, 26. November, 15 bis 17 Uhr"),
        (local(2026, 11, 26, 9, 30), local(2026, 11, 26, 11), "Donnerstag, 26. November, 9:30 bis 11 Uhr"),
        (local(2026, 11, 26, 15), None, "Donnerstag, 26. November, 15 Uhr"),
        (local(2027, 1, 14, 15), None, "Donnerstag, 14. Januar 2027, 15 Uhr"),
        (local(2026, 11, 28, 20), local(2026, 11, 29), "Samstag, 28. November, 20 bis 24 Uhr"),
        (local(2026, 12, 31, 20), local(2027, 1, 1, 2), "Donnerstag, 31. Dezember, 20 bis 2 Uhr"),
        (
            local(2026, 11, 27, 14),
            local(2026, 11, 28, 12),
            "Freitag, 27. November, 14 Uhr, bis Samstag, 28. November, 12 Uhr",
        ),
        (
            local(2026, 11, 27, 18),
            local(2026, 11, 29),
            "Freitag, 27. November, 18 Uhr, bis Samstag, 28. November, 24 Uhr",
        ),
    ],
)
def test_a_date_is_told_in_one_sentence(start, end, text):
    assert when.span(start, end) == text


@pytest.mark.parametrize(
    ("end", "text"),
    [
        (local(2026, 11, 29), "Samstag, 28. November, ganztägig"),
        (local(2026, 11, 30), "Samstag, 28. November, bis Sonntag, 29. November, ganztägig"),
        (None, "Samstag, 28. November, ganztägig"),
    ],
)
def test_a_whole_day_has_no_hours(end, text):
    assert when.span(local(2026, 11, 28), end, all_day=True) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (local(2026, 10, 25, 1), local(2026, 10, 25, 4), "Sonntag, 25. Oktober, 1 bis 4 Uhr"),
        (local(2026, 10, 24, 15), local(2026, 10, 24, 17), "Samstag, 24. Oktober, 15 bis 17 Uhr"),
        (local(2026, 10, 26, 15), local(2026, 10, 26, 17), "Montag, 26. Oktober, 15 bis 17 Uhr"),
        (local(2027, 3, 28, 1), local(2027, 3, 28, 4), "Sonntag, 28. März 2027, 1 bis 4 Uhr"),
    ],
)
def test_hours_are_the_towns_on_both_sides_of_a_clock_change(start, end, text):
    assert when.span(start, end) == text


def test_what_is_kept_names_its_year():
    words = when.span(local(2026, 12, 31, 18), local(2027, 1, 1, 12), with_year=True)
    assert words == "Donnerstag, 31. Dezember 2026, 18 Uhr, bis Freitag, 1. Januar 2027, 12 Uhr"


def test_the_zone_an_editor_works_in_changes_no_hour():
    at = local(2026, 11, 28, 1)
    with timezone.override("America/New_York"):
        assert when.moment(at) == "Samstag, 28. November, 1 Uhr"


def test_english_hours_are_told_as_in_england():
    with translation.override("en"):
        assert (
            when.span(local(2026, 11, 28, 20), local(2026, 11, 29))
            == "Saturday, 28 November, 8 p.m. to midnight"
        )


@pytest.mark.parametrize(("day", "word"), [(24, "Gestern"), (25, "Heute"), (26, "Morgen"), (27, "")])
def test_near_days_have_a_word(day, word):
    assert when.near(date(2026, 11, day)) == word


def test_this_week_ends_on_sunday_and_the_weekend_begins_on_saturday():
    week, weekend = periods.find("diese-woche"), periods.find("dieses-wochenende")
    assert (week.first, week.after) == (date(2026, 11, 25), date(2026, 11, 30))
    assert (weekend.first, weekend.after) == (date(2026, 11, 28), date(2026, 11, 30))


def test_on_sunday_the_weekend_is_today(time_machine):
    time_machine.move_to(local(2026, 11, 29, 12))
    assert periods.find("dieses-wochenende").first == date(2026, 11, 29)


@pytest.mark.parametrize("key", ["2026-13-01", "2026-02-30", "irgendwann", "9999-12-31", "20261126"])
def test_what_is_no_period_is_none(key):
    assert periods.find(key) is None


def test_the_day_of_a_clock_change_has_its_own_midnights():
    assert periods.midnight(date(2026, 10, 26)) - periods.midnight(date(2026, 10, 25)) == timedelta(hours=24)
    autumn = periods.midnight(date(2026, 10, 26)).astimezone(UTC) - periods.midnight(
        date(2026, 10, 25)
    ).astimezone(UTC)
    assert autumn == timedelta(hours=25)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "17 bis 19_Uhr"), ("en", "5_p.m. to 7_p.m.")],
)
def test_on_pages_and_in_print_an_hour_stays_in_one_line(language, words):
    event = factories.event(starts_at=local(2026, 11, 26, 17), ends_at=local(2026, 11, 26, 19))
    with translation.override(language):
        plain = when.hours(event.starts_at, event.ends_at)
        assert when.unbroken(plain) == words.replace("_", "\u00a0")
        assert "\u00a0" not in plain  # mails and calendars
        item = presentation.as_item(event.occurrences.get(), event.starts_at)
        assert item["time_text"] == when.unbroken(plain)
