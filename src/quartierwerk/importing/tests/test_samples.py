"""Announcements of every kind are read as a person would read them."""

from typing import Any

import pytest

from quartierwerk.importing.extract import Gazetteer, extract
from quartierwerk.importing.extract.draft import EventDraft
from quartierwerk.importing.labels import as_labels

from . import (
    samples,
    samples_days,
    samples_leaves,
    samples_letters,
    samples_lists,
    samples_more,
    samples_names,
    samples_one_day,
    samples_places,
    samples_programmes,
    samples_said,
    samples_side_by_side,
    samples_standing,
    samples_titles,
    samples_traps,
    samples_weeks,
    samples_where,
    samples_whose_place,
)

SAMPLES = [
    *samples.LISTS,
    *samples.SINGLE,
    *samples_more.MORE,
    *samples_names.NAMES,
    *samples_titles.TITLES,
    *samples_days.DAYS,
    *samples_places.PLACES,
    *samples_programmes.SAID_ONCE,
    *samples_programmes.OF_ONE,
    *samples_programmes.STRONGER,
    *samples_programmes.IN_ONE_SENTENCE,
    *samples_standing.OFF,
    *samples_standing.MOVED,
    *samples_standing.REPEATING,
    *samples_standing.WEEKS,
    *samples_lists.PARALLEL,
    *samples_lists.LONG_LISTS,
    *samples_lists.TOLD,
    *samples_leaves.LEAVES,
    *samples_leaves.NONE,
    *samples_letters.LETTERS,
    *samples_one_day.POINTS,
    *samples_one_day.LATER,
    *samples_one_day.NONE,
    *samples_side_by_side.SIDE_BY_SIDE,
    *samples_side_by_side.LINES,
    *samples_traps.PEOPLE,
    *samples_traps.SERIES,
    *samples_traps.NONE,
    *samples_said.SAID_WHERE,
    *samples_said.SAID_WHAT,
    *samples_weeks.PROGRAMMES,
    *samples_weeks.CLAUSES,
    *samples_weeks.EXCEPTIONS,
    *samples_weeks.OFF,
    *samples_weeks.MOVED_BY,
    *samples_weeks.NO_EVENTS,
    *samples_weeks.STRETCHES,
    *samples_weeks.NAMED_FIRST,
    *samples_where.WHERE,
    *samples_where.WHOM,
    *samples_whose_place.NO_PLACE_AT_ALL,
    *samples_whose_place.WHOSE,
    *samples_whose_place.OF_THE_HOST,
]


def _found(event: EventDraft, label: dict[str, Any], key: str) -> Any:
    match key:
        case "doors":
            return event.doors and event.doors.value.isoformat("minutes")
        case "moved_from":
            return event.moved_from and event.moved_from.value.isoformat()
        case "contact":
            return event.contact and event.contact.value
        case "status":
            return event.status.value.value
        case "excluded":
            return [each.value.isoformat() for each in event.excluded]
        case "doubts":
            return [doubt.kind.name for doubt in event.all_doubts]
        case "no_doubts":
            return not event.start.doubts
    return label[key]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_an_announcement_is_read(sample):
    draft = extract(sample.text, sample.today, Gazetteer())
    labels = as_labels("", draft)["events"]
    assert sorted((each["start"] or "") for each in labels) == sorted(
        each["start"] or "" for each in sample.events
    )
    free = list(range(len(labels)))
    for expected in sample.events:
        number = next(n for n in free if labels[n]["start"] == expected["start"])
        free.remove(number)
        found = {key: _found(draft.events[number], labels[number], key) for key in expected}
        if "doubts" in expected:
            found["doubts"] = [name for name in found["doubts"] if name in expected["doubts"]]
        assert found == expected
