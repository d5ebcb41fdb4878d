"""Calendar files: valid for `vobject`, and `ical.js` reads the dates that the event has, across both clock changes."""

from datetime import UTC, date, datetime, timedelta

import pytest
import vobject
from django.conf import settings

from quartierwerk.events import factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.events.models import Occurrence
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import QuarterFactory, VenueFactory
from quartierwerk.topics.factories import topic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september")]


@pytest.fixture
def read(client):
    """`read(path)`: the calendar as `vobject` understands it, after it found it valid."""

    def read(path):
        response = client.get(path)
        assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
        calendar = vobject.readOne(response.content.decode())
        assert calendar.validate(raiseException=True)
        return calendar

    return read


@pytest.fixture
def dates(client, ical_js):
    """`dates(path)`: start, end and state of every date as `ical.js` understands them."""

    def dates(path, until="2027-09-01"):
        found = ical_js(client.get(path).content, until=until)
        return [(each["starts"], each["ends"], each["status"]) for each in found]

    return dates


def _file(event):
    return f"/termine/{event.slug}.ics"


def _starts(found):
    return [starts for starts, _, _ in found]


def _lines(content):
    """The lines of a calendar, unfolded."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def _line(content, name):
    return next(line for line in _lines(content) if line.startswith(name))


# ------------------------------------------------------------------------------------------------------------- what it says
def test_the_file_of_an_event_says_what_a_person_needs(client, site, read):
    talk = factories.event(
        "Wohnen im Alter; Vortrag, mit Fragen",
        starts_at=local(2026, 10, 8, 16),
        kind="talk",
        description="Erster Absatz.\n\nZweiter, mit Komma; und Semikolon.",
        price="kostenlos",
        room="Saal 2",
        venue=VenueFactory(
            name="Altes Rathaus", street="Untermarkt 9", postal_code="12345", city="Musterstadt",
            latitude=51.39, longitude=7.18,
        ),
        contact=ContactFactory(name="Gabriele Muster", role="Quartiersentwicklung", phone="02324 1234", email="g@example.org"),
        quarters=[QuarterFactory(name="Welper"), QuarterFactory(name="Geheim", is_public=False)],
        topics=[topic("Altersarmut")],
        offers_sign_language=True,
        offers_translation="Türkisch",
        access_note="Der Aufzug ist am Hintereingang.",
        registration_mode="asked",
        registration_closes_at=local(2026, 10, 1, 12),
    )  # fmt: skip
    told = read(_file(talk)).vevent
    assert told.uid.value == str(talk.uid)
    assert told.summary.value == "Wohnen im Alter; Vortrag, mit Fragen"
    assert told.description.value == (
        "Alles über: Wohnen im Alter; Vortrag, mit Fragen\n\nErster Absatz.\n\nZweiter, mit Komma; und Semikolon.\n\n"
        "Kosten: kostenlos\n\nUm Anmeldung wird gebeten. Anmeldung bis Donnerstag, 1. Oktober 2026, 12 Uhr.\n\n"
        "Wir bieten an: Gebärdensprache, Übersetzung: Türkisch\n\nDer Aufzug ist am Hintereingang.\n\n"
        "Ihre Fragen beantwortet: Gabriele Muster, Quartiersentwicklung, Telefon 02324 1234\n\n"
        f"Mehr dazu: http://testserver/termine/{talk.slug}/"
    )
    assert told.location.value == "Altes Rathaus, Saal 2, Untermarkt 9, 12345 Musterstadt"
    assert told.geo.value == "51.39;7.18"
    assert told.url.value == f"http://testserver/termine/{talk.slug}/"
    assert _line(client.get(_file(talk)).content, "CATEGORIES") == "CATEGORIES:Vortrag,Welper,Altersarmut"
    assert told.contact.value == "Gabriele Muster, Quartiersentwicklung, Telefon 02324 1234"
    assert (told.status.value, told.sequence.value) == ("CONFIRMED", "0")
    assert told.dtstamp.value == told.last_modified.value == talk.changed_at.replace(microsecond=0)
    assert "organizer" not in told.contents


def test_who_is_not_public_is_not_named(client):
    hidden = factories.event(contact=ContactFactory(name="Geheim", phone="02324 99", is_public=False))
    text = client.get(_file(hidden)).content.decode()
    assert ("Geheim" in text, "02324 99" in text) == (False, False)


@pytest.mark.parametrize(("is_public", "shown"), [(True, True), (False, False)])
def test_the_address_of_the_screen_stands_there_only_where_it_is_for_all(client, is_public, shown):
    online = factories.event(online_url="https://treffen.example/raum-77", online_is_public=is_public)
    for path in (_file(online), "/termine/kalender.ics"):
        content = client.get(path).content
        assert ("raum-77" in "".join(_lines(content))) is shown
        assert _line(content, "LOCATION") == "LOCATION:am Bildschirm"


def test_lines_are_folded_and_end_as_they_must(client):
    content = client.get(_file(factories.event(description="Übermäßig langer Text. " * 40))).content
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert ("Übermäßig langer Text. " * 40).strip() in "".join(_lines(content))


def test_the_zone_is_the_towns(client):
    assert settings.TIME_ZONE == "Europe/Berlin"
    lines = _lines(client.get(_file(factories.event())).content)
    zone = lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE")]
    assert [line for line in zone if line.startswith("R")] == [
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    ]


def test_who_reads_in_english_gets_the_english_page(client):
    meeting = factories.event()
    content = client.get(f"/en{_file(meeting)}").content
    assert _line(content, "URL:") == f"URL:http://testserver/en/termine/{meeting.slug}/"


def test_a_draft_has_no_file_and_neither_has_what_is_unknown(client):
    draft = factories.event("Geheim", stage=Stage.DRAFT)
    assert client.get(_file(draft)).status_code == client.get("/termine/atlantis.ics").status_code == 404


# ------------------------------------------------------------------------------------------------------------ single dates
@pytest.mark.parametrize(
    ("day", "starts", "ends"),
    [
        ((2026, 10, 24), "2026-10-24T14:00:00Z", "2026-10-24T16:00:00Z"),
        ((2026, 10, 25), "2026-10-25T15:00:00Z", "2026-10-25T17:00:00Z"),
        ((2027, 3, 27), "2027-03-27T15:00:00Z", "2027-03-27T17:00:00Z"),
        ((2027, 3, 28), "2027-03-28T14:00:00Z", "2027-03-28T16:00:00Z"),
    ],
)
def test_four_oclock_is_four_oclock_on_both_sides_of_both_clock_changes(dates, day, starts, ends):
    assert dates(_file(factories.event(starts_at=local(*day, 16)))) == [(starts, ends, "CONFIRMED")]


def test_the_hour_that_a_clock_change_repeats_is_told_apart(dates):
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    again = first + timedelta(hours=1)
    assert _starts(dates(_file(factories.event(starts_at=first)))) == ["2026-10-25T00:30:00Z"]
    assert _starts(dates(_file(factories.event(starts_at=again)))) == ["2026-10-25T01:30:00Z"]


def test_a_whole_day_and_three_whole_days_end_where_they_end(dates):
    feast = factories.event(starts_at=local(2026, 10, 25), ends_at=local(2026, 10, 26), all_day=True)
    days = factories.event(starts_at=local(2026, 10, 24), ends_at=local(2026, 10, 27), all_day=True)
    assert dates(_file(feast)) == [("2026-10-25", "2026-10-26", "CONFIRMED")]
    assert dates(_file(days)) == [("2026-10-24", "2026-10-27", "CONFIRMED")]


def test_an_event_without_an_end_has_none(client, dates):
    talk = factories.event(starts_at=local(2026, 10, 8, 16), ends_at=None)
    assert dates(_file(talk)) == [("2026-10-08T14:00:00Z", None, "CONFIRMED")]
    assert b"DTEND" not in client.get(_file(talk)).content


def test_a_cancelled_event_stays_and_says_why(read):
    off = factories.event("Sommerfest", stage=Stage.CANCELLED, stage_reason="Sturmwarnung", sequence=2)
    told = read(_file(off)).vevent
    assert (told.status.value, told.sequence.value, told.summary.value) == (
        "CANCELLED",
        "2",
        "Abgesagt: Sommerfest",
    )
    assert told.description.value.startswith("Abgesagt. Grund: Sturmwarnung\n\n")


def test_a_moved_event_says_when_it_was_to_be(read):
    moved = factories.event(
        starts_at=local(2026, 10, 15, 16), moved_from=local(2026, 10, 8, 16), stage_reason="Saal belegt"
    )
    told = read(_file(moved)).vevent
    assert told.description.value.startswith(
        "Verlegt; angekündigt war: Donnerstag, 8. Oktober 2026, 16 Uhr. Saal belegt\n\n"
    )


# ------------------------------------------------------------------------------------------------------------------- series
def _thursdays(**values):
    return factories.event(
        starts_at=local(2026, 10, 15, 15),
        rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        **({"repeats_until": date(2026, 11, 26)} | values),
    )


def test_every_second_thursday_stays_at_three_across_the_clock_change(client, read, dates):
    cafe = _thursdays()
    assert dates(_file(cafe)) == [
        ("2026-10-15T13:00:00Z", "2026-10-15T15:00:00Z", "CONFIRMED"),
        ("2026-10-29T14:00:00Z", "2026-10-29T16:00:00Z", "CONFIRMED"),
        ("2026-11-12T14:00:00Z", "2026-11-12T16:00:00Z", "CONFIRMED"),
        ("2026-11-26T14:00:00Z", "2026-11-26T16:00:00Z", "CONFIRMED"),
    ]
    read(_file(cafe))
    content = client.get(_file(cafe)).content
    assert _line(content, "RRULE:FREQ=W") == "RRULE:FREQ=WEEKLY;UNTIL=20261126T225959Z;INTERVAL=2;BYDAY=TH"


def test_every_second_thursday_into_summer_time(dates):
    cafe = _thursdays(repeats_until=date(2027, 4, 15))
    assert _starts(dates(_file(cafe)))[-3:] == [
        "2027-03-18T14:00:00Z",
        "2027-04-01T13:00:00Z",
        "2027-04-15T13:00:00Z",
    ]


def test_the_last_wednesday_of_the_month_leaves_out_its_exceptions(dates):
    table = factories.event(
        starts_at=local(2026, 9, 30, 19),
        rule="FREQ=MONTHLY;BYDAY=-1WE",
        repeats_until=date(2027, 4, 30),
        excluded_dates=["2026-12-30"],
    )
    assert _starts(dates(_file(table))) == [
        "2026-09-30T17:00:00Z", "2026-10-28T18:00:00Z", "2026-11-25T18:00:00Z", "2027-01-27T18:00:00Z",
        "2027-02-24T18:00:00Z", "2027-03-31T17:00:00Z", "2027-04-28T17:00:00Z",
    ]  # fmt: skip


def test_a_moved_date_is_read_at_its_new_time_and_a_cancelled_one_as_cancelled(read, dates):
    cafe = _thursdays()
    _, second, third, _ = cafe.occurrences.all()
    second.starts_at, second.ends_at = local(2026, 10, 30, 17), local(2026, 10, 30, 18)
    second.over_at = second.ends_at
    second.save()
    Occurrence.objects.filter(pk=third.pk).update(state=Occurrence.State.CANCELLED, reason="Heizung kaputt")
    assert dates(_file(cafe)) == [
        ("2026-10-15T13:00:00Z", "2026-10-15T15:00:00Z", "CONFIRMED"),
        ("2026-10-30T16:00:00Z", "2026-10-30T17:00:00Z", "CONFIRMED"),
        ("2026-11-12T14:00:00Z", "2026-11-12T16:00:00Z", "CANCELLED"),
        ("2026-11-26T14:00:00Z", "2026-11-26T16:00:00Z", "CONFIRMED"),
    ]
    _, moved, off = read(_file(cafe)).vevent_list
    assert moved.description.value.startswith(
        "Verlegt; angekündigt war: Donnerstag, 29. Oktober 2026, 15 Uhr."
    )
    assert off.summary.value == "Fällt aus: Nachbarschaftscafé"
    assert off.description.value.startswith("Dieser Termin fällt aus. Heizung kaputt\n\n")


def test_whole_days_that_repeat_end_at_midnight_also_when_they_have_23_or_25_hours(client, dates):
    market = factories.event(
        starts_at=local(2026, 10, 18),
        ends_at=local(2026, 10, 19),
        all_day=True,
        rule="FREQ=WEEKLY;BYDAY=SU",
        repeats_until=date(2026, 11, 8),
        excluded_dates=["2026-11-01"],
    )
    assert dates(_file(market)) == [
        ("2026-10-18", "2026-10-19", "CONFIRMED"),
        ("2026-10-25", "2026-10-26", "CONFIRMED"),
        ("2026-11-08", "2026-11-09", "CONFIRMED"),
    ]
    assert [o.ends_at for o in market.occurrences.all()] == [
        local(2026, 10, 19),
        local(2026, 10, 26),
        local(2026, 11, 9),
    ]
    content = client.get(_file(market)).content
    assert _line(content, "RRULE:FREQ=W") == "RRULE:FREQ=WEEKLY;UNTIL=20261108;BYDAY=SU"
    assert _line(content, "EXDATE") == "EXDATE;VALUE=DATE:20261101"
    assert content.count(b"BEGIN:VEVENT") == 1


@pytest.mark.parametrize(
    ("until", "days"),
    [(date(2026, 10, 25), ["06", "13", "20"]), (date(2027, 1, 1), ["06", "13", "20", "27"]), (None, ["06", "13", "20", "27"])],
)  # fmt: skip
def test_a_rule_that_counts_ends_with_whichever_end_comes_first(client, dates, until, days):
    course = factories.event(
        starts_at=local(2026, 10, 6, 10), rule="FREQ=WEEKLY;COUNT=4", repeats_until=until
    )
    assert [starts[8:10] for starts in _starts(dates(_file(course)))] == days
    assert not {"COUNT", "UNTIL"} <= set(
        _line(client.get(_file(course)).content, "RRULE:FREQ=W").replace("=", ";").split(";")
    )


def test_a_first_day_that_the_rule_does_not_have_is_no_date(dates):
    cafe = factories.event(starts_at=local(2026, 10, 13, 15), rule="FREQ=WEEKLY;BYDAY=TH;COUNT=2")
    assert _starts(dates(_file(cafe))) == ["2026-10-15T13:00:00Z", "2026-10-22T13:00:00Z"]


def test_dates_that_took_place_before_the_rule_was_changed_stay_as_they_were(dates, time_machine):
    cafe = _thursdays()
    time_machine.move_to(datetime(2026, 11, 1, 10, tzinfo=UTC))
    Occurrence.objects.filter(event=cafe, starts_at__gt=local(2026, 11, 1)).delete()
    wednesday = local(2026, 11, 11, 18)
    cafe.occurrences.create(
        original_start=wednesday, starts_at=wednesday, ends_at=wednesday + timedelta(hours=1), over_at=wednesday + timedelta(hours=1)
    )  # fmt: skip
    cafe.starts_at, cafe.ends_at, cafe.rule = (
        wednesday,
        wednesday + timedelta(hours=1),
        "FREQ=WEEKLY;BYDAY=WE;COUNT=1",
    )
    cafe.save()
    assert dates(_file(cafe)) == [
        ("2026-10-15T13:00:00Z", "2026-10-15T15:00:00Z", "CONFIRMED"),
        ("2026-10-29T14:00:00Z", "2026-10-29T16:00:00Z", "CONFIRMED"),
        ("2026-11-11T17:00:00Z", "2026-11-11T18:00:00Z", "CONFIRMED"),
    ]


def test_one_date_of_a_series_can_be_taken_alone(read, client, dates):
    cafe = _thursdays()
    assert dates(f"{_file(cafe)}?datum=2026-10-29") == [
        ("2026-10-29T14:00:00Z", "2026-10-29T16:00:00Z", "CONFIRMED")
    ]
    told = read(f"{_file(cafe)}?datum=2026-10-29").vevent
    assert told.uid.value == f"{cafe.uid}-20261029"
    assert not {"rrule", "recurrence-id"} & set(told.contents)


@pytest.mark.parametrize("asked", ["2026-10-30", "gestern", "2026-13-01"])
def test_a_day_on_which_the_series_has_no_date_is_not_found(client, asked):
    assert client.get(f"{_file(_thursdays())}?datum={asked}").status_code == 404


def test_a_moved_date_is_found_by_either_day(dates):
    cafe = _thursdays()
    second = cafe.occurrences.all()[1]
    second.starts_at, second.ends_at = local(2026, 10, 30, 17), local(2026, 10, 30, 18)
    second.over_at = second.ends_at
    second.save()
    moved = [("2026-10-30T16:00:00Z", "2026-10-30T17:00:00Z", "CONFIRMED")]
    assert dates(f"{_file(cafe)}?datum=2026-10-30") == dates(f"{_file(cafe)}?datum=2026-10-29") == moved


def test_a_date_that_the_series_does_not_have_any_more_is_left_out(client, dates):
    cafe = _thursdays()
    cafe.occurrences.all()[1].delete()
    assert _starts(dates(_file(cafe))) == [
        "2026-10-15T13:00:00Z",
        "2026-11-12T14:00:00Z",
        "2026-11-26T14:00:00Z",
    ]
    assert _line(client.get(_file(cafe)).content, "EXDATE") == "EXDATE;TZID=Europe/Berlin:20261029T150000"


def test_an_exception_that_the_rule_does_not_have_anyway_hides_none_that_follows(client, dates):
    cafe = _thursdays(excluded_dates=["2026-11-13", "2026-11-26", "9999-12-31"])
    assert _starts(dates(_file(cafe)))[-1] == "2026-11-12T14:00:00Z"
    assert _line(client.get(_file(cafe)).content, "EXDATE") == "EXDATE;TZID=Europe/Berlin:20261126T150000"


@pytest.mark.parametrize("first", [(2026, 10, 18), (2027, 3, 21)])
def test_a_series_by_night_is_read_right_also_where_the_hour_is_repeated_or_left_out(dates, first):
    nights = factories.event(starts_at=local(*first, 2, 30), rule="FREQ=WEEKLY;BYDAY=SU;COUNT=3")
    assert _starts(dates(_file(nights))) == [
        f"{o.starts_at:%Y-%m-%dT%H:%M:%SZ}" for o in nights.occurrences.all()
    ]
