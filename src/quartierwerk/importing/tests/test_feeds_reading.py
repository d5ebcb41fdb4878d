"""Calendars and news of partners become entries, however they are written; what is hostile becomes a sentence."""

import gzip
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from quartierwerk.importing.feeds import apart, problems
from quartierwerk.importing.feeds.entries import next_span, over_on
from quartierwerk.importing.feeds.form_values import values_of
from quartierwerk.importing.feeds.reading import FeedKind, read
from quartierwerk.importing.feeds.reading.rules import Rule, rule_of
from quartierwerk.importing.tests.feed_texts import event_entry, ics, item, rss, vevent

TODAY = date(2026, 9, 1)


def entries(text, **said):
    content = text if isinstance(text, bytes) else text.encode()
    return read(content, zone="Europe/Berlin", today=TODAY.isoformat(), **said).entries


def only(text, **said):
    [entry] = entries(text, **said)
    return entry


def test_an_event_is_read_with_all_it_says():
    lines = ("DTEND;TZID=Europe/Berlin:20261006T170000", "LOCATION:Bürgerhaus\\, Am Markt 4", "URL:https://verein.example/1",
             "DESCRIPTION:Wir nähen.\\n\\nKommen Sie\\, gern!")  # fmt: skip
    assert only(ics(vevent("Nähcafé", "a", "20261006T150000", *lines))) == event_entry(
        uid="a", ends="2026-10-06T17:00", place="Bürgerhaus, Am Markt 4", url="https://verein.example/1",
        text="Wir nähen.\n\nKommen Sie, gern!",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "local"),
    [
        ("DTSTART:20261006T130000Z", "2026-10-06T15:00"),
        ("DTSTART:20261206T130000Z", "2026-12-06T14:00"),
        ("DTSTART:20261006T150000", "2026-10-06T15:00"),
        ("DTSTART;TZID=Europe/Berlin:20261006T150000", "2026-10-06T15:00"),
        ("DTSTART;TZID=Europe/London:20261006T140000", "2026-10-06T15:00"),
        ("DTSTART;TZID=W. Europe Standard Time:20261006T150000", "2026-10-06T15:00"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261006T150000", "2026-10-06T15:00"),
        ("DTSTART;TZID=Nirgendwo/Stadt:20261006T150000", "2026-10-06T15:00"),
        ("DTSTART;VALUE=DATE:20261006", "2026-10-06"),
    ],
)
@pytest.mark.filterwarnings(
    "ignore::icalendar.error.GloballyUniqueTZIDGuessed"
)  # the process apart shows none
def test_every_way_to_write_a_moment_is_the_towns_time(start, local):
    event = f"BEGIN:VEVENT\r\nUID:1\r\n{start}\r\nSUMMARY:x\r\nEND:VEVENT"
    assert only(ics(event))["starts"] == local


@pytest.mark.parametrize(
    ("starts", "line", "ends"),
    [
        ("20261006T150000", "DURATION:PT90M", "2026-10-06T16:30"),
        ("20261006T150000", "DTEND;TZID=Europe/Berlin:20261006T150000", None),
        ("20261006T150000", "DTEND;TZID=Europe/Berlin:20261005T150000", None),
        ("20261006", "DTEND;VALUE=DATE:20261007", None),
        ("20261006", "DTEND;VALUE=DATE:20261009", "2026-10-08"),
        ("20261006", "DURATION:P2D", "2026-10-07"),
    ],
)
def test_the_end_is_told_or_counted(starts, line, ends):
    assert only(ics(vevent("x", "1", starts, line)))["ends"] == ends


def test_a_series_is_one_entry_with_its_exceptions():
    master = vevent(
        "Chor", "s", "20261006T190000", "RRULE:FREQ=WEEKLY;BYDAY=TU;WKST=MO;UNTIL=20261231T225959Z",
        "EXDATE;TZID=Europe/Berlin:20261013T190000,20261020T190000", "EXDATE:20261110T180000Z",
    )  # fmt: skip
    off = vevent("Chor", "s", "20261117T190000", "RECURRENCE-ID:20261117T180000Z", "STATUS:CANCELLED")
    moved = vevent("Chor", "s", "20261125T200000", "RECURRENCE-ID;TZID=Europe/Berlin:20261124T190000")
    usual = vevent(
        "Chor mit Gast", "s", "20261201T190000", "RECURRENCE-ID;TZID=Europe/Berlin:20261201T190000"
    )
    entry = only(ics(moved, off, usual, master))
    assert (entry["rule"], entry["until"]) == ("FREQ=WEEKLY;BYDAY=TU", "2026-12-31")
    assert entry["but_not"] == ["2026-10-13", "2026-10-20", "2026-11-10", "2026-11-17"]
    assert entry["moved"] == [["2026-11-24", "2026-11-25T20:00", None]]


def test_a_date_of_a_series_that_is_not_told_stands_for_itself():
    entry = only(
        ics(vevent("Chor", "s", "20261125T200000", "RECURRENCE-ID;TZID=Europe/Berlin:20261124T190000"))
    )
    assert (entry["uid"], entry["starts"]) == ("s#2026-11-24T19:00", "2026-11-25T20:00")


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ({"FREQ": ["DAILY"]}, Rule("FREQ=DAILY")),
        (
            {"FREQ": ["WEEKLY"], "INTERVAL": [2], "BYDAY": ["TU", "FR"]},
            Rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR"),
        ),
        ({"FREQ": ["MONTHLY"], "BYDAY": ["TU"], "BYSETPOS": [2]}, Rule("FREQ=MONTHLY;BYDAY=2TU")),
        ({"FREQ": ["MONTHLY"], "BYDAY": ["-1FR"]}, Rule("FREQ=MONTHLY;BYDAY=-1FR")),
        ({"FREQ": ["MONTHLY"], "BYMONTHDAY": [15]}, Rule("FREQ=MONTHLY;BYMONTHDAY=15")),
        ({"FREQ": ["YEARLY"], "BYMONTH": [10], "BYMONTHDAY": [6]}, Rule("FREQ=YEARLY")),
        ({"FREQ": ["YEARLY"], "BYMONTH": [10]}, Rule("FREQ=YEARLY")),
        ({"FREQ": ["YEARLY"], "BYMONTH": [3, 10], "BYMONTHDAY": [6]}, Rule(is_odd=True)),
        ({"FREQ": ["YEARLY"], "BYMONTH": [10], "BYMONTHDAY": [6, 15]}, Rule(is_odd=True)),
        ({"FREQ": ["YEARLY"], "BYMONTH": [3], "BYMONTHDAY": [6]}, Rule(is_odd=True)),
        ({"FREQ": ["YEARLY"], "BYMONTHDAY": [6]}, Rule(is_odd=True)),  # of every month
        ({"FREQ": ["WEEKLY"], "COUNT": [5]}, Rule("FREQ=WEEKLY;COUNT=5")),
        ({"FREQ": ["MONTHLY"], "BYDAY": ["TU"]}, Rule(is_odd=True)),
        ({"FREQ": ["SECONDLY"]}, Rule(is_odd=True)),
        ({"FREQ": ["DAILY"], "BYMONTH": [2], "BYMONTHDAY": [30]}, Rule(is_odd=True)),
        ({"FREQ": ["WEEKLY"], "BYHOUR": [1, 2]}, Rule(is_odd=True)),
        ({"FREQ": ["DAILY"], "COUNT": [10**9]}, Rule(is_odd=True)),
        ({"FREQ": ["DAILY"], "INTERVAL": [0]}, Rule(is_odd=True)),
        ([{"FREQ": ["DAILY"]}, {"FREQ": ["WEEKLY"]}], Rule(is_odd=True)),
        (None, Rule()),
    ],
)
def test_rules_that_events_here_may_have_are_kept_and_others_only_told(said, rule):
    assert rule_of(said, "2026-10-06T15:00", ZoneInfo("Europe/Berlin")) == rule


def test_past_entries_are_left_out_and_a_series_that_goes_on_is_not():
    past = vevent("Gestern", "p", "20260831T150000")
    ended = vevent("Vorbei", "e", "20250107T150000", "RRULE:FREQ=WEEKLY;UNTIL=20260830")
    counted = vevent("Gezählt", "c", "20250107T150000", "RRULE:FREQ=WEEKLY;COUNT=3")
    running = vevent("Läuft", "r", "20250107T150000", "RRULE:FREQ=WEEKLY")
    today = vevent("Heute", "t", "20260901T080000")
    days = vevent("Woche", "w", "20260830", "DTEND;VALUE=DATE:20260903")
    assert [entry["title"] for entry in entries(ics(past, ended, counted, running, today, days))] == [
        "Läuft", "Woche", "Heute",
    ]  # fmt: skip


def test_the_next_date_of_a_series_is_found():
    entry = event_entry(
        starts="2025-01-07T15:00",
        ends="2025-01-07T17:00",
        rule="FREQ=WEEKLY",
        but_not=["2026-09-01"],
        until="2026-12-31",
    )
    starts, ends = next_span(entry, TODAY)
    assert (starts.isoformat(), ends.isoformat()) == ("2026-09-08T15:00:00", "2026-09-08T17:00:00")
    assert over_on(entry) == date(2026, 12, 31)
    assert over_on({**entry, "until": None}) is None
    assert over_on({**entry, "until": None, "rule": "FREQ=WEEKLY;COUNT=2"}) == date(2025, 1, 14)


def test_what_is_private_in_a_calendar_stays_there():
    assert entries(ics(vevent("Arzt", "1", "20261006T150000", "CLASS:PRIVATE"))) == []


def test_nobody_who_is_invited_is_read():
    lines = ("ORGANIZER;CN=Erna Beispiel:mailto:erna@example.org", "ATTENDEE;CN=Uta:mailto:uta@example.org")
    assert "example.org" not in str(only(ics(vevent("x", "1", "20261006T150000", *lines))))


def test_a_description_in_html_becomes_text():
    said = "DESCRIPTION:<p>Wir <b>nähen</b>.</p><script>alert(1)</script><ul><li>eins</li></ul>"
    assert only(ics(vevent("x", "1", "20261006T150000", said)))["text"] == "Wir nähen.\n\n• eins"


def test_one_broken_entry_spoils_no_other():
    broken = "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:kaputt\r\nEND:VEVENT"
    without = "BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:ohne Beginn\r\nEND:VEVENT"
    ancient = vevent("Römer", "4", "00010101T000000")
    found = read(ics(broken, without, ancient, vevent()).encode(), zone="Europe/Berlin", today="2026-09-01")
    assert ([entry["title"] for entry in found.entries], found.bad) == (["Nähcafé"], 3)


@pytest.mark.parametrize(
    "lines",
    [
        ("RRULE:FREQ=WEEKLY;UNTIL=225959",),
        ("RRULE:FREQ=WEEKLY", "EXDATE:202612"),
        ("DTEND;TZID=Europe:20261006T170000",),
        ("DURATION:P99999999999D",),
        ("RECURRENCE-ID:150000",),
    ],
)
def test_an_entry_that_makes_no_sense_spoils_no_other_either(lines):
    found = read(
        ics(vevent("x", "2", "20261006T150000", *lines), vevent()).encode(),
        zone="Europe/Berlin",
        today="2026-09-01",
    )
    assert "Nähcafé" in [entry["title"] for entry in found.entries]


@pytest.mark.parametrize(
    "text",
    [
        ics(vevent()).replace("VERSION:2.0", "VERSION 2.0 und Unsinn"),
        ics(vevent()).removesuffix("END:VCALENDAR\r\n"),
        ics(vevent()) + "BEGIN:VEVENT\r\nUID:9\r\nSUMMARY:abgebro",
        "\ufeff" + ics(vevent()),
        ics(vevent()).replace("\r\n", "\r"),
        ics(vevent()).encode("latin-1"),
        ics(vevent()).encode("utf-16"),
    ],
)
def test_a_calendar_that_is_damaged_is_read_as_far_as_it_goes(text):
    assert only(text)["title"] == "Nähcafé"


def test_news_are_read_as_plain_text_with_the_whole_before_the_summary():
    atom = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Verein</title><entry><id>urn:1</id>
      <title>Nähcafé &amp; Tee</title><link href="https://verein.example/1"/><published>2026-08-31T10:00:00+02:00</published>
      <summary>kurz</summary><content type="html">&lt;p&gt;Wir nähen.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;&lt;p onclick="x"&gt;Bald.&lt;/p&gt;</content>
      </entry></feed>"""
    assert only(atom) == {
        "kind": "news", "uid": "urn:1", "title": "Nähcafé & Tee", "text": "Wir nähen.\n\nBald.",
        "url": "https://verein.example/1", "published": "2026-08-31",
    }  # fmt: skip


def test_old_news_are_left_out():
    old = item("Alt", pubDate="Mon, 01 Jun 2026 10:00:00 +0200")
    undated = item("Ohne Datum", pubDate="irgendwann")
    assert [entry["title"] for entry in entries(rss(old, item(), undated))] == [
        "Nähcafé zieht um",
        "Ohne Datum",
    ]


def test_news_without_an_id_are_known_by_their_address():
    entry = only(rss(item(guid="", link="https://verein.example/7")))
    assert entry["uid"] == "https://verein.example/7"


def test_news_in_another_set_of_letters_are_read():
    latin = rss(item("Grüße")).replace("utf-8", "iso-8859-1").encode("latin-1")
    assert only(latin)["title"] == "Grüße"


def test_an_address_that_is_none_is_not_kept():
    assert only(rss(item(link="javascript:alert(1)")))["url"] == ""


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b"Hallo", "no_feed"),
        (b'{"a": 1}', "no_feed"),
        (b"<!doctype html><html><body>Termine</body></html>", "page"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "no_feed"),
        (b"<rss", "broken"),
        (b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item>'
         b"<title>&b;</title></item></channel></rss>", "broken"),
        (b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>'
         b"<title>&x;</title></item></channel></rss>", "broken"),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY x "y">]><rss><channel></channel></rss>'
         .encode("utf-16"), "broken"),
    ],
)  # fmt: skip
def test_what_is_no_feed_has_a_problem_with_a_sentence(content, problem):
    found = read(content, zone="Europe/Berlin", today="2026-09-01")
    assert (found.problem, found.entries) == (problem, [])
    assert problems.sentence(found.problem)


def test_every_problem_has_its_sentence_and_a_name_of_its_own():
    assert set(problems.SENTENCES) == set(problems.Problem)
    assert not set(problems.Problem) & set(problems.fetching.Reason)
    assert problems.sentence("not_found") == problems.fetching.sentence(problems.fetching.Reason.NOT_FOUND)
    assert problems.sentence("aus einer früheren Fassung") == ""


def test_a_feed_is_read_in_a_process_of_its_own():
    found = apart.read_feed(ics(vevent()).encode(), zone="Europe/Berlin", today=TODAY)
    assert (found.kind, found.title, len(found.entries)) == (FeedKind.CALENDAR, "Bürgerverein", 1)


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [
        b"<rss><channel>" + b"<item>" * 30_000,
        b"<rss>" + b"<a " * 100_000,
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 50_000,
        ics(*["BEGIN:VALARM"] * 20_000).encode(),
        ics(vevent("x" * 3_000_000)).encode(),
        gzip.compress(ics(vevent()).encode(), mtime=0),
    ],
    ids=["items", "tags", "events", "alarms", "title", "packed"],
)
def test_what_is_made_to_hurt_hurts_only_the_process_that_reads_it(content, monkeypatch):
    monkeypatch.setattr("quartierwerk.core.apart.PATIENCE", 20)
    found = apart.read_feed(content, zone="Europe/Berlin", today=TODAY)
    assert found.problem or len(found.entries) <= 1


def test_the_form_of_an_event_shows_what_the_calendar_says_of_a_series():
    entry = event_entry(
        starts="2025-01-07T15:00",
        rule="FREQ=WEEKLY;INTERVAL=2;COUNT=60",
        but_not=["2025-01-21", "2026-09-15"],
    )
    said = values_of(entry, TODAY)
    assert (said["repeats"], said["every"], said["last_day"], said["exceptions"]) == (
        "weekly", 2, date(2027, 4, 13), ["2026-09-15"],
    )  # fmt: skip
    assert values_of(event_entry(starts="2026-10-06"), TODAY) == {
        "all_day": True,
        "start_time": None,
        "end_time": None,
    }
    assert (values_of(event_entry(), TODAY), values_of(None, TODAY)) == ({}, {})


def test_a_series_until_the_end_of_days_has_no_end():
    entry = only(ics(vevent("Läuft", "r", "20261006T150000", "RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z")))
    assert (entry["rule"], entry["until"]) == ("FREQ=WEEKLY", None)


def test_addresses_in_a_text_are_no_markup():
    """<a.mueller@verein.example> begins like a link, <b.muster@…> like something bold."""
    for name in ("a.mueller", "b.muster", "i.muster", "u-muster", "p.muster"):
        said = f"Anmeldung: <{name}@verein.example>\\nBis bald & 3 < 4"
        assert (
            f"<{name}@verein.example>\nBis bald"
            in only(ics(vevent("x", "1", "20261006T150000", f"DESCRIPTION:{said}")))["text"]
        )
    assert only(ics(vevent("x", "1", "20261006T150000", "DESCRIPTION:<p>Eins</p><br/>Zwei")))[
        "text"
    ].split() == ["Eins", "Zwei"]
