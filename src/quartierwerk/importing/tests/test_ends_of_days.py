"""24 Uhr ends a day, and some days there are not: neither passes silently."""

from datetime import date

import pytest

from quartierwerk.importing.extract import extract
from quartierwerk.importing.extract.draft import DoubtKind

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize("hour", ["um 24 Uhr", "um 24:00 Uhr", "um Mitternacht"])
def test_at_24_the_next_day_begins_and_a_doubt_says_so(hour):
    [event] = extract(f"Christmette am 24. Dezember 2026 {hour} in der Stadtkirche.", TODAY).events
    assert event.start.value.isoformat() == "2026-12-25T00:00:00"
    assert DoubtKind.MIDNIGHT in [doubt.kind for doubt in event.start.doubts]


@pytest.mark.parametrize(
    ("hours", "start"),
    [("um 0 Uhr", "00:00"), ("von 20 bis 24 Uhr", "20:00")],
)
def test_0_is_of_the_day_itself_and_24_may_be_an_end(hours, start):
    [event] = extract(f"Tanz am 24. Dezember 2026 {hours} in der Stadthalle.", TODAY).events
    assert event.start.value.isoformat() == f"2026-12-24T{start}:00"
    assert DoubtKind.MIDNIGHT not in [doubt.kind for doubt in event.start.doubts]


def test_a_day_that_does_not_exist_is_told_with_its_words():
    text = "Das Treffen ist am 30. Februar 2027 um 15 Uhr im Rathaus."
    draft = extract(text, TODAY)
    [doubt] = draft.doubts
    assert (draft.events, doubt.kind) == ((), DoubtKind.NO_SUCH_DATE)
    assert text[doubt.span.start : doubt.span.end] == "30. Februar 2027"


def test_the_29th_of_february_is_one_in_some_year():
    assert extract("Das Treffen ist am 29. Februar um 15 Uhr im Rathaus.", date(2028, 1, 5)).doubts == ()
