"""What is most likely wanted of an event of a text: chosen from the start, and what differs from the one that is there."""

from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from rapidfuzz import fuzz

from quartierwerk.events.models import Event
from quartierwerk.events.series.recurrence import zone
from quartierwerk.events.words import when, where

from .. import likeness
from ..enums import Decision
from ..extract.draft import EventDraft, Status
from ..pairing import NOT_THEN
from .directory import Directory
from .meant import By, Candidate, Offer, moment

SAME_PLACE = 60  # of 100; below, it is another place and not the same in other words


def first_decision(
    draft: EventDraft, offer: Offer, otherwise: str, first: dict[str, Any], known: Directory
) -> tuple[str, Candidate | None]:
    """What is most likely wanted, and with which; what is merely alike is offered and not chosen.

    Cancelling is final: it is never chosen where the text names another day, or says that it takes place.
    """
    there = [each for each in offer.there if each.by == By.RECOGNISED and not each.is_whole]
    fits, likely = _one_that_changes(there), _likely(draft, there, first, known)
    status = draft.status.value
    if status in NOT_THEN and offer.told.is_denied:
        return (Decision.THERE.value, likely or fits) if likely or fits else (Decision.LEAVE_OUT.value, None)
    if fits and (status == Status.MOVED or (status in NOT_THEN and offer.told.names_new_day)):
        return Decision.MOVE.value, fits
    if status in NOT_THEN and fits:
        return Decision.CANCEL.value, fits
    if fits and offer.told.is_changed and _is_another_time_or_place(fits, first, known):
        return Decision.MOVE.value, fits
    if likely:
        return Decision.THERE.value, likely
    return (Decision.LEAVE_OUT.value, None) if status in NOT_THEN else (otherwise, None)


def _one_that_changes(there: list[Candidate]) -> Candidate | None:
    """The likeliest; none of several that are merely alike."""
    fits = [each for each in there if each.may_change and each.found and each.found.may_change]
    likely = [each for each in fits if each.found and each.found.is_likely]
    found = likely or fits
    return found[0] if likely or len({each.event.pk for each in fits}) == 1 else None


def _likely(
    draft: EventDraft, there: list[Candidate], first: dict[str, Any], known: Directory
) -> Candidate | None:
    """“Gottesdienst” at the same hour in another church is another one."""
    found = next((each for each in there if each.found and each.found.is_likely), None)
    if found is None or not likeness.names_little(draft.title.value):
        return found
    return None if moves_elsewhere(found.event, first, known) else found


def _is_another_time_or_place(fits: Candidate, first: dict[str, Any], known: Directory) -> bool:
    """Something is another than it was, and can be: one date of a series stays where the series is."""
    if differs_in_time(fits, first):
        return True
    return not fits.event.is_series and names_elsewhere(fits.event, first, known)


def differs_in_time(meant: Candidate, first: dict[str, Any]) -> bool:
    """Another day or hour, as far as the text says one."""
    day, hour, at = first.get("start_day"), first.get("start_time"), when.local(meant.date.starts_at)
    if day and day != at.date():
        return True
    return bool(hour) and not meant.event.all_day and hour != at.time().replace(second=0, microsecond=0)


def moved_values(
    first: dict[str, Any], meant: Candidate, draft: EventDraft, known: Directory
) -> dict[str, Any]:
    """What the text leaves open stays: the hour, how long it lasts, the place. No new day that only is the old one."""
    old = meant.date
    start, ends = first.get("start_time"), {}
    if start is None and not first.get("all_day"):
        start = when.local(old.starts_at).time()
    if start and old.ends_at and not first.get("end_time") and not first.get("end_day"):
        end = datetime.combine(date.min, start) + (old.ends_at - old.starts_at)
        ends = {"end_time": end.time()} if end.date() == date.min else {}
    elsewhere = moves_elsewhere if draft.status.value == Status.MOVED else names_elsewhere
    is_elsewhere = not meant.event.is_series and elsewhere(meant.event, first, known)
    unread = {"start_day": None} if draft.status.value in NOT_THEN else {}
    return {"start_time": start, "moves_place": is_elsewhere, **ends, **unread}


def moves_elsewhere(event: Event, first: dict[str, Any], known: Directory) -> bool:
    """Whether the text plainly names another place: a venue of the directory or one with a street, by another name."""
    if not first.get("venue") and not first.get("street"):
        return False
    return _is_another_place(event, first, known)


def names_elsewhere(event: Event, first: dict[str, Any], known: Directory) -> bool:
    """The same, where only a name stands that is none of the directory: enough to be shown."""
    if not first.get("venue") and not first.get("street") and not first.get("place_name"):
        return False
    return _is_another_place(event, first, known)


def _is_another_place(event: Event, first: dict[str, Any], known: Directory) -> bool:
    if first.get("venue") and first["venue"] == str(event.venue_id or ""):
        return False
    new = (
        dict(known.venues).get(first.get("venue") or "")
        or first.get("place_name")
        or first.get("street")
        or ""
    )
    old = where.name(event) or where.street(event)
    new, old = new.casefold(), old.casefold()
    return bool(old) and new not in old and old not in new and fuzz.ratio(new, old) < SAME_PLACE


def time_after(day: date | None, hour: time | None) -> str:
    """`Di., 19.01.2027, 16 Uhr`; "" without a day."""
    return moment(datetime.combine(day, hour or time.min, zone()), all_day=hour is None) if day else ""


def shown_changes(
    meant: Candidate, after: str, place: str, *, is_elsewhere: bool, only_what_differs: bool = False
) -> list[dict[str, Any]]:
    """Before and after: `{"term", "before", "after"}`."""
    lines = [
        {"name": "when", "term": _("Zeit"), "before": meant.when, "after": after},
        {
            "name": "where",
            "term": pgettext("Veranstaltung", "Ort"),
            "before": meant.where,
            "after": place if is_elsewhere else _("bleibt"),
        },
    ]
    if not only_what_differs:
        return lines
    return [
        line
        for line in lines
        if (line["name"] == "when" and after and after != line["before"])
        or (line["name"] == "where" and is_elsewhere)
    ]
