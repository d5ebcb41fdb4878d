"""An entry of a calendar as a draft like any other: each value beside the words of the rendered text.

What the calendar says in fields is taken as it is; telephone numbers, registration, price and the parts of an address,
which calendars have no fields for, are read from the text by the grammar.
"""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from quartierwerk.events.series.repetition import WEEKDAYS, Repeats, read

from ..extract import Draft, EventDraft, Gazetteer, extract
from ..extract.draft import Doubt, DoubtKind, Span, Status, Value
from ..series_codes import series_code
from .entries import Entry, day_of, next_span
from .rendering import Rendered, rendered

LONGEST_SUMMARY = 300
_PART = re.compile(r"[^,\s](?:[^,]*[^,\s])?")
_NUMBER = re.compile(r"\s*\d+\s?[a-zA-Z]?(?:\s?[-–/]\s?\d+\s?[a-zA-Z]?)?$")
_STREET = re.compile(rf"[^\W\d][^\d]{{2,60}}{_NUMBER.pattern}")
_READ = (
    "contact", "phones", "emails", "registration", "registration_how", "registration_deadline", "price",
)  # fmt: skip


def draft_of_entry(entry: Entry, known: Gazetteer, today: date) -> Draft:
    """One event. Of a series that has begun the next date from `today` on."""
    said = rendered(entry)
    whole = Span(0, len(said.text))
    starts, ends = next_span(entry, today)
    event = EventDraft(
        span=whole,
        title=Value(entry["title"], _spans(said, "title")),
        description=_paragraphs(entry, said),
        summary=_summary(entry, said),
        start=Value(starts, _spans(said, "starts"), doubts=_past(starts, entry, today)),
        end=Value(ends, _spans(said, "starts")) if ends else None,
        recurrence=_recurrence(entry, said),
        status=_status(entry, said),
        links=(Value(entry["url"]),) if entry["url"] else (),
    )
    return Draft(events=(replace(event, **_read_from(said, entry, known, today)),))


def _spans(said: Rendered, name: str) -> tuple[Span, ...]:
    return (Span(*said.spans[name]),) if name in said.spans else ()


def _past(starts: date, entry: Entry, today: date) -> tuple[Doubt, ...]:
    day = day_of(starts.isoformat())
    is_past = day < today and day_of(entry["ends"] or entry["starts"]) < today
    return (Doubt(DoubtKind.IN_THE_PAST),) if is_past else ()


def _paragraphs(entry: Entry, said: Rendered) -> tuple[Value[str], ...]:
    if "text" not in said.spans:
        return ()
    at, found = said.spans["text"][0], []
    for paragraph in entry["text"].split("\n\n"):
        found.append(Value(paragraph, (Span(at, at + len(paragraph)),)))
        at += len(paragraph) + 2
    return tuple(found)


def _summary(entry: Entry, said: Rendered) -> Value[str] | None:
    """The first paragraph, cut at a sentence or a word."""
    first = entry["text"].partition("\n\n")[0]
    if not first:
        return None
    short = first[:LONGEST_SUMMARY]
    if len(first) > LONGEST_SUMMARY:
        end = short.rfind(". ")
        short = short[: end + 1] if end > 0 else short.rsplit(" ", 1)[0]
    at = said.spans["text"][0]
    return Value(" ".join(short.split()), (Span(at, at + len(short)),))


def _recurrence(entry: Entry, said: Rendered) -> Value[str] | None:
    if not entry["rule"]:
        return None
    rule = read(entry["rule"])
    days = rule.weekdays or (WEEKDAYS[day_of(entry["starts"]).weekday()],)
    code = series_code(
        rule.kind, rule.every, days if rule.kind == Repeats.WEEKLY else rule.weekdays, rule.nths
    )
    return Value(code, _spans(said, "rule")) if code else None


def _status(entry: Entry, said: Rendered) -> Value[Status]:
    return Value(Status.CANCELLED, _spans(said, "is_off")) if entry["is_off"] else Value(Status.SCHEDULED)


def _read_from(said: Rendered, entry: Entry, known: Gazetteer, today: date) -> dict[str, Any]:
    """What the grammar finds in the same text, of the event on the same day."""
    starts = day_of(entry["starts"])
    found = next(
        (each for each in extract(said.text, today, known).events
         if each.start and day_of(each.start.value.isoformat()) == starts),
        None,
    )  # fmt: skip
    values = {name: getattr(found, name) for name in _READ} if found else {}
    return values | _place(said, entry, known)


def _place(said: Rendered, entry: Entry, known: Gazetteer) -> dict[str, Any]:
    """“Bürgerhaus, Am Markt 4, 45525 Hattingen”: the name stands first, then street and number."""
    if not entry["place"]:
        return {}
    values = _parts_of_place(said, entry["place"])
    for start, end, venue in known.venues_in(entry["place"]):
        spans = (_within(said, "place", start, end),)
        values |= {"place": Value(entry["place"][start:end], spans), "venue": Value(venue.name, spans)}
        values |= {"quarter": Value(venue.quarter, spans)} if venue.quarter else {}
        break
    street: Value[str] | None = values.get("street_address")
    quarter = known.quarter_of_street(_NUMBER.sub("", street.value)) if street else ""
    if street and quarter and "quarter" not in values:
        values["quarter"] = Value(quarter, street.spans)
    return values


def _parts_of_place(said: Rendered, place: str) -> dict[str, Any]:
    """Up to its commas; a name that is in no directory is a doubt."""
    values: dict[str, Any] = {}
    for part in _PART.finditer(place):
        spans = (_within(said, "place", *part.span()),)
        if _STREET.fullmatch(part[0]):
            values.setdefault("street_address", Value(part[0], spans))
        elif not values:
            values["place"] = Value(part[0], spans, doubts=(Doubt(DoubtKind.PLACE_UNKNOWN),))
    return values


def _within(said: Rendered, name: str, start: int, end: int) -> Span:
    at = said.spans[name][0]
    return Span(at + start, at + end)
