"""What a calendar says in fields and a draft has no place for, as the form of an event asks for it."""

from datetime import date
from typing import Any

from quartierwerk.events.series.repetition import read

from .entries import Entry, day_of, is_all_day, is_event, next_span, over_on


def values_of(entry: Entry | None, today: date) -> dict[str, Any]:
    """Initial values of whole days and series; they go over what the draft says. {} for news and pasted texts.

    A number of dates is told as the last day, because the form begins with the next date and not with the first.
    """
    if entry is None or not is_event(entry):
        return {}
    whole = {"all_day": True, "start_time": None, "end_time": None} if is_all_day(entry) else {}
    return whole | (_series(entry, today) if entry["rule"] else {})


def _series(entry: Entry, today: date) -> dict[str, Any]:
    said = read(entry["rule"])
    first = day_of(next_span(entry, today)[0].isoformat()).isoformat()
    last = over_on(entry)
    return {
        "repeats": said.kind,
        "every": said.every,
        "weekdays": list(said.weekdays),
        "nths": list(said.nths),
        "month_day": said.month_day,
        "last_day": last,
        "exceptions": [day for day in entry["but_not"] if day >= first],
    }
