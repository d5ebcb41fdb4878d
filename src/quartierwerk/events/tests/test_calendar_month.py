"""The sheet of a month under /termine/monat/."""

import re
from datetime import date

import pytest

from quartierwerk.events import factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.places.factories import QuarterFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_wednesday(time_machine):
    time_machine.move_to(local(2026, 11, 25, 12))


def sheet(client, month: str, query: str = "") -> dict[int, list[str]]:
    """Day of the month → the titles that stand on it."""
    weeks = client.get(f"/termine/monat/{month}/{query}").context["weeks"]
    cells = [cell for week in weeks for cell in week if cell["is_in_month"] and cell["group"]]
    return {cell["day"].day: [item["title"] for item in cell["group"]["items"]] for cell in cells}


def times(client, month: str) -> list[tuple[int, str]]:
    days = client.get(f"/termine/monat/{month}/").context["days"]
    return [(group["day"].day, item["time_text"]) for group in days for item in group["items"]]


def test_weeks_begin_on_monday_and_days_of_other_months_stay_empty(client, site):
    weeks = client.get("/termine/monat/2026-11/").context["weeks"]
    assert [len(week) for week in weeks] == [7] * 6
    assert [cell["is_in_month"] for cell in weeks[0]] == [False] * 6 + [True]
    assert weeks[0][0]["day"] == date(2026, 10, 26)


def test_each_date_stands_on_its_day(client, site):
    factories.event("Café", starts_at=local(2026, 11, 5, 15), rule="FREQ=WEEKLY;INTERVAL=2;COUNT=3")
    factories.event("Früher am Tag", starts_at=local(2026, 11, 19, 9))
    factories.event("Anderer Monat", starts_at=local(2026, 12, 1, 0, 0))
    assert sheet(client, "2026-11") == {5: ["Café"], 19: ["Früher am Tag", "Café"]}
    assert sheet(client, "2026-12") == {1: ["Anderer Monat"], 3: ["Café"]}


def test_an_event_of_several_days_stands_on_each_of_them(client, site):
    factories.event("Stadtfest", starts_at=local(2026, 10, 30, 14), ends_at=local(2026, 11, 2, 18))
    assert sheet(client, "2026-10") == {30: ["Stadtfest"], 31: ["Stadtfest"]}
    assert sheet(client, "2026-11") == {1: ["Stadtfest"], 2: ["Stadtfest"]}
    assert times(client, "2026-10") == [(30, "14\u00a0Uhr"), (31, "läuft schon")]
    assert client.get("/termine/monat/2026-11/").context["count_text"] == "1 Termin"


def test_a_whole_day_ends_before_the_next_begins(client, site):
    factories.event("Basar", starts_at=local(2026, 11, 28), ends_at=local(2026, 11, 30), all_day=True)
    assert sheet(client, "2026-11") == {28: ["Basar"], 29: ["Basar"]}
    assert times(client, "2026-11")[0] == (28, "ganztägig")


def test_a_feast_until_two_in_the_morning_is_one_evening(client, site):
    factories.event("Silvester", starts_at=local(2026, 12, 31, 20), ends_at=local(2027, 1, 1, 2))
    assert sheet(client, "2026-12") == {31: ["Silvester"]}
    assert sheet(client, "2027-01") == {}
    assert client.get("/termine/monat/2027-01/").context["count_text"] == "0 Termine"


def test_what_lasts_for_weeks_stands_above_and_on_its_first_day_only(client, site):
    factories.event("Ausstellung", starts_at=local(2026, 11, 2, 10), ends_at=local(2026, 12, 18, 17))
    assert sheet(client, "2026-11") == {2: ["Ausstellung"]}
    december = client.get("/termine/monat/2026-12/")
    assert sheet(client, "2026-12") == {}
    assert [item["title"] for item in december.context["lasting"]] == ["Ausstellung"]
    page = december.content.decode()
    assert "bis Freitag, 18. Dezember" in page
    assert "In diesem Monat ist nichts eingetragen" not in page


@pytest.mark.parametrize(
    ("month", "start", "expected"),
    [
        (
            "2026-10",
            (2026, 10, 11, 15),
            [(11, "15 bis 17\u00a0Uhr"), (18, "15 bis 17\u00a0Uhr"), (25, "15 bis 17\u00a0Uhr")],
        ),
        (
            "2027-03",
            (2027, 3, 14, 15),
            [(14, "15 bis 17\u00a0Uhr"), (21, "15 bis 17\u00a0Uhr"), (28, "15 bis 17\u00a0Uhr")],
        ),
    ],
)
def test_a_series_keeps_day_and_hour_across_both_clock_changes(client, site, month, start, expected):
    factories.event("Café", starts_at=local(*start), rule="FREQ=WEEKLY;COUNT=3")
    assert times(client, month) == expected


@pytest.mark.parametrize(
    ("month", "day", "last_minute"),
    [("2026-10", 25, (2026, 10, 25, 23, 30)), ("2027-03", 28, (2027, 3, 28, 23, 30))],
)
def test_the_days_of_the_clock_changes_begin_and_end_at_the_towns_midnight(
    client, site, month, day, last_minute
):
    factories.event("Erste Minute", starts_at=local(*last_minute[:3], 0, 0))
    factories.event("Letzte halbe Stunde", starts_at=local(*last_minute), ends_at=None)
    assert sheet(client, month) == {day: ["Erste Minute", "Letzte halbe Stunde"]}


def test_the_first_and_the_last_hour_of_a_month_are_the_towns(client, site):
    factories.event("Erste", starts_at=local(2026, 11, 1, 0, 15))
    factories.event("Letzte", starts_at=local(2026, 11, 30, 23, 30), ends_at=local(2026, 11, 30, 23, 45))
    assert sheet(client, "2026-11") == {1: ["Erste"], 30: ["Letzte"]}
    assert sheet(client, "2026-10") == sheet(client, "2026-12") == {}


def test_a_full_day_shows_four_and_leads_to_the_others(client, site):
    for hour in range(9, 15):
        factories.event(f"Um {hour}", starts_at=local(2026, 11, 26, hour))
    response = client.get("/termine/monat/2026-11/?art=treffen")
    assert len(sheet(client, "2026-11")[26]) == 4
    page = response.content.decode()
    assert 'href="/termine/?art=treffen&amp;zeit=2026-11-26">2 weitere' in page
    assert client.get("/termine/?art=treffen&zeit=2026-11-26").context["count_text"] == "6 Termine"


def test_the_filter_is_that_of_the_list_and_goes_along_when_leafing(client, site):
    welper = QuarterFactory(name="Welper", slug="welper")
    factories.event("In Welper", starts_at=local(2026, 11, 26, 9), quarters=[welper])
    factories.event("Woanders", starts_at=local(2026, 11, 26, 9), quarters=[QuarterFactory()])
    assert sheet(client, "2026-11", "?quartier=welper") == {26: ["In Welper"]}
    page = client.get("/termine/monat/2026-11/?quartier=welper").content.decode()
    assert 'rel="prev" href="/termine/monat/2026-10/?quartier=welper"' in page
    assert 'rel="next" href="/termine/monat/2026-12/?quartier=welper"' in page
    assert 'href="/termine/?quartier=welper">Als Liste' in page
    assert "Termine im November 2026: Welper</h1>" in page


def test_without_a_month_it_is_the_present_one_and_today_is_marked(client, site):
    page = client.get("/termine/monat/").content.decode()
    assert "Termine im November 2026</h1>" in page
    assert len(re.findall('aria-current="date"', page)) == 1
    assert "Dieser Monat" not in page.partition("<main")[2]
    assert "Dieser Monat" in client.get("/termine/monat/2026-12/").content.decode().partition("<main")[2]


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "2026", "november", "2010-12", "2029-01", "0000-01"])
def test_what_is_no_month_or_too_far_away_is_not_found(client, site, month):
    assert client.get(f"/termine/monat/{month}/").status_code == 404


def test_at_the_ends_leafing_stops(client, site):
    assert client.get("/termine/monat/2028-12/").context["next"] is None
    assert client.get("/termine/monat/2011-01/").context["previous"] is None


def test_states_are_said_in_the_sheet(client, site):
    off = factories.event("Rundgang", starts_at=local(2026, 11, 26, 9))
    off.stage, off.stage_reason = Stage.CANCELLED, "Sturm"
    off.save()
    assert (
        '<strong class="qw-month__note">abgesagt</strong>' in client.get("/termine/monat/").content.decode()
    )


def test_an_empty_month_leads_on(client, site):
    page = client.get("/termine/monat/2026-12/").content.decode()
    assert "In diesem Monat ist nichts eingetragen" in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_sheet_costs_the_same_few_queries_however_much_stands_in_it(
    client, site, django_assert_num_queries, count
):
    for n in range(count):
        factories.event(f"Termin {n}", quarters=[QuarterFactory()], rule="FREQ=DAILY;COUNT=5", capacity=9)
    client.get("/termine/monat/2026-12/")
    with django_assert_num_queries(7):
        client.get("/termine/monat/2026-12/")
