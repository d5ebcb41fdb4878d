"""Which year a day without one belongs to, and what is doubted."""

from datetime import date

import pytest

from quartierwerk.importing.extract import extract
from quartierwerk.importing.extract.dates import dates
from quartierwerk.importing.extract.draft import DoubtKind
from quartierwerk.importing.extract.text import Text
from quartierwerk.importing.extract.years import resolve


def said(words: str, reference: date, **known: object):
    ((day, _last),) = dates(Text(words))[0].pieces
    return resolve(day, reference, **known)


@pytest.mark.parametrize(
    ("words", "reference", "day"),
    [
        ("am 12. Januar", date(2024, 12, 9), date(2025, 1, 12)),
        ("am 20. Februar", date(2024, 4, 10), date(2024, 2, 20)),
        ("am 8. Oktober", date(2019, 9, 23), date(2019, 10, 8)),
        ("am 29. Februar", date(2023, 12, 1), date(2024, 2, 29)),
        ("am Sonntag, 12. Januar", date(2024, 12, 9), date(2025, 1, 12)),
    ],
)
def test_the_year_is_the_one_nearest_to_the_announcement(words, reference, day):
    assert said(words, reference).day == day


def test_in_a_report_a_day_of_last_summer_is_past():
    assert said("am 17. August", date(2024, 3, 1)).day == date(2024, 8, 17)
    assert said("am 17. August", date(2024, 3, 1), in_report=True).day == date(2023, 8, 17)


def test_the_weekday_may_choose_the_neighbouring_year_and_says_so():
    found = said("am Mittwoch, 20. Dezember", date(2024, 4, 10))  # a Wednesday in 2023, 112 days before
    assert (found.day, found.doubts) == (date(2023, 12, 20), ())
    found = said("am Freitag, 20. Dezember", date(2024, 4, 10))
    assert (found.day, found.doubts) == (date(2024, 12, 20), (DoubtKind.YEAR_FROM_WEEKDAY,))


@pytest.mark.parametrize("words", ["am Montag, 7. Mai 2024", "am Montag, 7. Mai"])
def test_a_weekday_that_contradicts_is_a_doubt_and_never_mended(words):
    found = said(words, date(2024, 4, 10))
    assert (found.day, found.doubts) == (date(2024, 5, 7), (DoubtKind.WEEKDAY_CONFLICT,))


@pytest.mark.parametrize("words", ["am 31. Juni 2024", "am 30. Februar", "am 29. Februar 2023"])
def test_a_day_that_does_not_exist_is_none(words):
    found = said(words, date(2024, 4, 10))
    assert (found.day, found.doubts) == (None, (DoubtKind.NO_SUCH_DATE,))


def test_a_dateline_is_the_reference_of_its_article():
    text = "23. Februar 2015\n\nFrühlingsfest\n\nDas Fest ist am Samstag, 9. Mai, um 14 Uhr im Park."
    (event,) = extract(text, date(2026, 11, 23)).events
    assert event.start.value.date() == date(2015, 5, 9)


def test_the_day_of_publication_may_be_given():
    (event,) = extract(
        "Das Fest ist am 9. Mai um 14 Uhr im Park.", date(2026, 11, 23), published=date(2015, 2, 23)
    ).events
    assert event.start.value.date() == date(2015, 5, 9)
    assert DoubtKind.IN_THE_PAST in [doubt.kind for doubt in event.all_doubts]
