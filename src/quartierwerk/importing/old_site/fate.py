"""Whether a text of an old site waits for somebody, or is put aside because nothing in it is still to come."""

from datetime import date, datetime, timedelta

from ..enums import Aside
from ..extract import Draft, EventDraft, dates_in
from ..extract.dates import Day

OLD = timedelta(days=365)


def fate(draft: Draft, text: str, published: date | None, read_on: date, today: date) -> Aside | None:
    """None: it waits. A text without a day of its own is as old as the latest day in it, or as the day on which it was read."""
    if not draft.events and not draft.news:
        return Aside.EMPTY
    is_old = (published or _told(draft) or _written(text, read_on) or read_on) < today - OLD
    if draft.events:
        if any(is_to_come(event, today, is_old=is_old) for event in draft.events):
            return None
        return Aside.OVER
    return Aside.OLD if is_old else None


def is_to_come(event: EventDraft, today: date, *, is_old: bool) -> bool:
    """By its last day. What repeats, or has no day, may still be going on, unless its text is more than a year old."""
    last = event.end or event.start
    if last is not None and _day(last.value) >= today:
        return True
    if event.recurrence is None and last is not None:
        return False
    return not is_old and (event.recurrence is not None or (event.start is None and event.end is None))


def _told(draft: Draft) -> date | None:
    """The latest day that stands above one of its news."""
    return max((item.published.value for item in draft.news if item.published), default=None)


def _written(text: str, read_on: date) -> date | None:
    """The latest day with its year in the text that is not after the reading: a report on it is no older."""
    days = [
        day for mention in dates_in(text) for piece in mention.pieces for day in piece if day and day.year
    ]
    known = [found for day in days if (found := _real(day)) and found <= read_on]
    return max(known, default=None)


def _real(day: Day) -> date | None:
    try:
        return date(day.year or 0, day.month or 0, day.day or 0)
    except ValueError:
        return None


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
