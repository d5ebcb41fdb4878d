"""From a partner's calendar through the review to an event, and from the next change of the calendar to the event."""

import pytest

from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.events.models import Event
from quartierwerk.importing import actions
from quartierwerk.importing.enums import State
from quartierwerk.importing.models import Announcement, Change
from quartierwerk.importing.tests.feed_texts import event_entry
from quartierwerk.importing.tests.reviewing import decide

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]


@pytest.fixture
def feed(edda):
    return actions.add_feed(name="Bürgerverein", url="https://verein.example/t.ics", by=edda)


def brought(feed, **values):
    """The entry as it waits at the desk."""
    entry = event_entry(**{"place": "Bürgerhaus, Am Markt 4", "text": "Wir nähen.", **values})
    actions.take_in(feed=feed, kind="calendar", entries=[entry])
    return Announcement.objects.get(), entry


def taken_over(browser, feed, **values):
    announcement, entry = brought(feed, **values)
    decide(browser, announcement, "both")
    return Event.objects.get(), entry


def test_an_entry_becomes_an_event_as_the_calendar_says(browser, feed):
    event, _entry = taken_over(browser, feed, ends="2026-10-06T17:00")
    assert (event.title, event.stage) == ("Nähcafé", Stage.PUBLISHED)
    assert (event.starts_at, event.ends_at) == (local(2026, 10, 6, 15), local(2026, 10, 6, 17))
    assert (event.place_name, event.street) == ("Bürgerhaus", "Am Markt 4")
    assert Announcement.objects.get().state == State.TAKEN


def test_a_series_keeps_its_end_and_its_exceptions_and_begins_with_the_next_date(browser, feed):
    event, _entry = taken_over(
        browser, feed, starts="2025-01-07T15:00", rule="FREQ=WEEKLY;BYDAY=TU", until="2026-12-31",
        but_not=["2025-01-14", "2026-09-15"],
    )  # fmt: skip
    assert (event.starts_at, event.rule) == (local(2026, 9, 1, 15), "FREQ=WEEKLY;BYDAY=TU")
    assert (event.repeats_until.isoformat(), event.excluded_dates) == ("2026-12-31", ["2026-09-15"])


def test_whole_days_stay_whole_days(browser, feed):
    event, _entry = taken_over(browser, feed, starts="2026-10-06", ends="2026-10-07")
    assert (event.all_day, event.starts_at, event.ends_at) == (True, local(2026, 10, 6), local(2026, 10, 8))


def test_one_whole_day_too(browser, feed):
    event, _entry = taken_over(browser, feed, starts="2026-10-06")
    assert (event.all_day, event.starts_at) == (True, local(2026, 10, 6))


def test_what_the_calendar_changes_then_is_a_suggestion_and_reaches_the_event(browser, feed, edda):
    event, entry = taken_over(browser, feed, ends="2026-10-06T17:00")
    later = {
        **entry,
        "starts": "2026-10-06T16:00",
        "ends": "2026-10-06T18:00",
        "text": "Wir nähen und essen.",
    }
    actions.take_in(feed=feed, kind="calendar", entries=[later])
    actions.take_change(change=Change.objects.get(), reason="Der Raum ist belegt.", by=edda)
    event.refresh_from_db()
    assert (event.starts_at, event.ends_at) == (local(2026, 10, 6, 16), local(2026, 10, 6, 18))


def test_a_taken_entry_that_stays_the_same_suggests_nothing(browser, feed):
    _event, entry = taken_over(browser, feed, ends="2026-10-06T17:00")
    actions.take_in(feed=feed, kind="calendar", entries=[entry])
    assert not Change.objects.exists()


def test_an_entry_without_an_end_that_gets_one_is_told(browser, feed, edda):
    event, entry = taken_over(browser, feed)
    actions.take_in(feed=feed, kind="calendar", entries=[{**entry, "ends": "2026-10-06T17:00"}])
    actions.take_change(change=Change.objects.get(), reason="Länger", by=edda)
    event.refresh_from_db()
    assert event.ends_at == local(2026, 10, 6, 17)
