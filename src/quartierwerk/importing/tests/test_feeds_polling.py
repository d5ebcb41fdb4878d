"""Partners are asked every hour, politely; who fails is asked less often, and stops nobody else."""

from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.core import clock, periodic
from quartierwerk.events.factories import local
from quartierwerk.importing import actions
from quartierwerk.importing.feeds import apart, polling
from quartierwerk.importing.feeds.reading import read
from quartierwerk.importing.feeds.rules import worries
from quartierwerk.importing.fetching import fetch
from quartierwerk.importing.models import Announcement, Feed
from quartierwerk.importing.tests.feed_texts import ics, rss, vevent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(local(2026, 9, 1, 12), tick=False)
    return time_machine


@pytest.fixture(autouse=True)
def read_here(monkeypatch):
    """test_feeds_reading.py tells of the process apart; here a quarter of a second each would add up."""

    def here(content, *, zone, today, content_type=""):
        return read(content, zone=zone, today=today.isoformat(), content_type=content_type)

    monkeypatch.setattr(polling, "read_feed", here)


@pytest.fixture
def ask_web(web):
    return partial(fetch, network=web.network())


@pytest.fixture
def feed(web, edda):
    web.says("/t.ics", ics(vevent()), content_type="text/calendar", etag='"1"', last_modified="gestern")
    return actions.add_feed(name="Verein", url=web.url("/t.ics"), by=edda)


def later(now, **time):
    now.shift(timedelta(**time))


def fresh(feed):
    return Feed.objects.get(pk=feed.pk)


def test_what_a_partner_offers_waits_at_the_desk(feed, ask_web):
    assert polling.poll(ask_web) == 1
    assert Announcement.objects.get().title == "Nähcafé"
    feed = fresh(feed)
    assert (feed.kind, feed.to_come, feed.etag, feed.last_modified) == ("calendar", 1, '"1"', "gestern")
    assert feed.answered_at == feed.asked_at == clock.now()


def test_nobody_is_asked_twice_an_hour(feed, ask_web, now):
    assert [polling.poll(ask_web), polling.poll(ask_web)] == [1, 0]
    later(now, hours=1)
    assert polling.poll(ask_web) == 1


def test_what_has_not_changed_is_not_sent_again(feed, web, ask_web, now):
    polling.poll(ask_web)
    web.says("/t.ics", b"", status=304)
    later(now, hours=1)
    polling.poll(ask_web)
    asked = web.asked[-1][2]
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"1"', "gestern")
    assert (fresh(feed).answered_at, fresh(feed).to_come) == (clock.now(), 1)


def test_as_long_as_something_is_left_all_is_asked_for_again(feed, ask_web, monkeypatch):
    monkeypatch.setattr(actions.entries, "MOST_NEW", 0)
    polling.poll(ask_web)
    assert fresh(feed).etag == ""


def test_who_fails_is_asked_less_and_less_but_once_a_day(feed, web, ask_web, now):
    web.says("/t.ics", b"", status=500)
    pauses = []
    for _time in range(7):
        polling.poll(ask_web)
        pauses.append(polling.due_at(fresh(feed)) - clock.now())
        now.move_to(polling.due_at(fresh(feed)), tick=False)
    assert [pause // timedelta(hours=1) for pause in pauses] == [2, 4, 8, 16, 24, 24, 24]


def test_after_an_answer_it_is_asked_as_before(feed, web, ask_web, now):
    web.says("/t.ics", b"", status=500)
    polling.poll(ask_web)
    assert (fresh(feed).problem, fresh(feed).failures) == ("failed", 1)
    web.says("/t.ics", ics(vevent()), content_type="text/calendar")
    later(now, hours=2)
    polling.poll(ask_web)
    assert (fresh(feed).problem, fresh(feed).failures) == ("", 0)


def test_three_days_without_an_answer_worry_somebody(feed, web, ask_web, now):
    polling.poll(ask_web)
    web.says("/t.ics", b"", status=404)
    for days, is_bad in ((2, False), (1, True)):
        later(now, days=days)
        polling.poll(ask_web)
        assert worries(fresh(feed), clock.now()) is is_bad
    actions.pause_feed(feed=feed, is_active=False, by=None)
    assert not worries(fresh(feed), clock.now())


def test_a_paused_feed_is_not_asked(feed, web, ask_web, edda):
    actions.pause_feed(feed=feed, is_active=False, by=edda)
    assert polling.poll(ask_web) == 0
    actions.pause_feed(feed=feed, is_active=True, by=edda)
    assert polling.poll(ask_web) == 1


def test_one_that_breaks_stops_no_other(feed, web, edda, ask_web, monkeypatch, caplog):
    other = actions.add_feed(name="Kirche", url=web.says("/neu", rss(), content_type="text/xml"), by=edda)
    original = polling.ask

    def ask(asked, fetching):
        if asked.pk == feed.pk:
            raise RuntimeError("kaputt")
        return original(asked, fetching)

    monkeypatch.setattr(polling, "ask", ask)
    assert polling.poll(ask_web) == 2
    assert (fresh(feed).problem, fresh(other).problem, fresh(other).kind) == ("ours", "", "news")
    assert "could not be asked" in caplog.text


def test_one_that_is_removed_while_it_is_asked_stops_no_other(feed, ask_web, monkeypatch, caplog):
    def ask(asked, _fetching):
        actions.remove_feed(feed=asked, by=None)
        raise Feed.DoesNotExist

    monkeypatch.setattr(polling, "ask", ask)
    assert polling.poll(ask_web) == 1
    assert not Feed.objects.exists()


def test_a_slow_round_ends_and_who_waited_longest_is_asked_first(feed, web, edda, ask_web, monkeypatch, now):
    polling.poll(ask_web)
    later(now, hours=2)
    other = actions.add_feed(name="Kirche", url=web.says("/neu", rss(), content_type="text/xml"), by=edda)
    monkeypatch.setattr(polling, "LONGEST_RUN", -1.0)
    assert polling.poll(ask_web) == 0
    order: list[int] = []
    monkeypatch.setattr(polling, "LONGEST_RUN", 300.0)
    monkeypatch.setattr(polling, "ask", lambda asked, _fetching: order.append(asked.pk))
    polling.poll(ask_web)
    assert order == [other.pk, feed.pk]


@pytest.mark.parametrize(
    ("body", "kind", "problem"),
    [
        ("<!doctype html><html>Termine", "text/html", "page"),
        ("Hallo", "text/plain", "no_feed"),
        ("", "text/calendar", "empty"),
        ('<!DOCTYPE r [<!ENTITY a "b">]><rss>&a;</rss>', "text/xml", "broken"),
        ("x", "image/png", "kind"),
        (b"BEGIN:VCALENDAR" + b"x" * 11 * 2**20, "text/calendar", "too_large"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_a_name(feed, web, ask_web, body, kind, problem):
    web.says("/t.ics", body, content_type=kind)
    polling.poll(ask_web)
    assert (fresh(feed).problem, fresh(feed).answered_at) == (problem, None)


def test_a_calendar_that_leads_into_the_towns_network_is_not_asked(feed, web, ask_web):
    web.leads("/t.ics", "http://169.254.169.254/latest/meta-data/")
    polling.poll(ask_web)
    assert fresh(feed).problem in ("not_public", "port", "unknown_host")


def test_robots_are_not_asked_for_a_feed_that_was_given_to_us(feed, web, ask_web):
    polling.poll(ask_web)
    assert [path for _host, path, _headers in web.asked] == ["/t.ics"]


def test_it_happens_every_hour():
    [job] = [job for job in periodic.jobs() if job.name == "ask partners' feeds"]
    assert (job.every, job.run) == (timedelta(hours=1), polling.poll)


def test_unchanged_entries_cost_no_query_each(feed, web, ask_web, now, django_assert_num_queries):
    for number in (1, 20):
        many = [vevent(f"Termin {n}", str(n)) for n in range(number)]
        web.says("/t.ics", ics(*many), content_type="text/calendar")
        polling.ask(feed, ask_web)
        with django_assert_num_queries(6):  # changes, announcements, then the feed's row in a savepoint
            polling.ask(feed, ask_web)


def test_a_reader_that_dies_is_a_problem_too(monkeypatch):
    monkeypatch.setattr(apart, "_READER", "quartierwerk.gibt_es_nicht")
    found = apart.read_feed(b"x", zone="Europe/Berlin", today=clock.today())
    assert found.problem == "too_much_work"


def test_a_page_that_names_a_broken_address_is_refused_with_a_sentence(web, ask_web):
    head = '<link rel="alternate" type="application/rss+xml" href="http://[x/feed"><link rel="alternate" type="application/rss+xml" href="/ja.xml">'
    url = web.says("/", f"<html><head>{head}</head><body>Verein</body></html>", content_type="text/html")
    with pytest.raises(ValidationError) as refused:
        polling.try_address(url, ask_web)
    assert "/ja.xml" in refused.value.messages[-1] and "[x" not in refused.value.messages[-1]
