"""Days by a rule of the calendar, as announcements name them. All samples."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quartierwerk.importing.extract import Gazetteer, extract
from quartierwerk.importing.extract.feasts import feast

MONTH = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
WEEKDAY = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
NUMBER = (("ersten", "1."), ("zweiten", "2."), ("dritten", "3."), ("vierten", "4."), ("fünften", "5."))


def start_of(text, today=date(2026, 8, 1)):
    (event,) = extract(text, today, Gazetteer()).events
    return event.start and event.start.value.isoformat()


@given(day=st.dates(date(2000, 1, 1), date(2060, 12, 31)), data=st.data())
def test_every_weekday_of_a_month_is_read_back(day, data):
    words = [*NUMBER[(day.day - 1) // 7]]
    if day.day + 7 > monthrange(day.year, day.month)[1]:
        words.append("letzten")
    joint = data.draw(st.sampled_from(["im", "des", "des Monats"]))
    said = f"{data.draw(st.sampled_from(words))} {WEEKDAY[day.weekday()]} {joint} {MONTH[day.month - 1]}"
    assert feast(f"{said} {day.year}".lower(), date(2026, 8, 1)).day == day
    assert feast(said.lower(), day).day == day


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Am ersten Sonntag im Oktober feiern wir Erntedank. Beginn ist um 11 Uhr in der Kirche.", "2026-10-04T11:00:00"),
        ("Der Heimatverein lädt am letzten Samstag im September zum Kartoffelfest ein. Los geht es um 15 Uhr.", "2026-09-26T15:00:00"),
        ("Das Straßenfest findet am letzten Samstag im August 2027 ab 14 Uhr statt.", "2027-08-28T14:00:00"),
        ("Am letzten Samstag im August verwandelt sich die Lindenstraße in einen Trödelmarkt. Von 10 bis 15 Uhr verkaufen alle.", "2026-08-29T10:00:00"),
        ("Weihnachtsmarkt am 3. Sonntag im Dezember, 12 bis 18 Uhr, Dorfplatz", "2026-12-20T12:00:00"),
    ],
)  # fmt: skip
def test_a_weekday_of_a_month_is_a_day(text, start):
    assert start_of(text) == start


def test_a_fifth_sunday_that_a_month_does_not_have_is_none():
    assert feast("fünften sonntag im februar", date(2026, 8, 1)).day is None


@pytest.mark.parametrize(
    "text",
    [
        "Im vergangenen Jahr fand das Fest am letzten Samstag im September statt.",
        "Bewerbungen nimmt die Stadt bis zum letzten Freitag im August entgegen.",
    ],
)
def test_a_report_and_a_deadline_are_no_event(text):
    assert extract(text, date(2026, 8, 1), Gazetteer()).events == ()


def test_each_month_goes_on_as_a_series():
    (event,) = extract(
        "Flohmarkt am ersten Samstag im Monat, 9 bis 13 Uhr, Marktplatz", date(2026, 8, 1), Gazetteer()
    ).events
    assert event.recurrence.value == "monthly:1SA"
