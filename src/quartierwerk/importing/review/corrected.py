"""What was put right in the review, in the form of the labels, so that it can be kept as an example."""

from datetime import date, datetime, time
from typing import Any

from quartierwerk.events.enums import RegistrationMode
from quartierwerk.events.series.repetition import Repeats

from ..enums import MAKES_NEW, Decision
from ..extract.draft import Draft, Registration
from ..labels import as_labels
from ..series_codes import series_code
from .board import Board
from .deciding import written
from .doubts import ABOUT_ALL_OF_IT
from .elsewhere import ASKS
from .event_form import REPEATS
from .parts import EventPart

_MUST = (Registration.REQUIRED, Registration.REQUESTED)
_REGISTRATION = {
    RegistrationMode.REQUIRED: Registration.REQUIRED,
    RegistrationMode.ASKED: Registration.REQUESTED,
    RegistrationMode.NONE: Registration.NOT_NEEDED,
}
_WHEN = {"start_day", "start_time", "end_day", "end_time", "all_day"}
_WHERE = {"venue", "place_name", "street", "postal_code", "city"}


def example(board: Board) -> dict[str, Any] | None:
    """Fields of `Example`, of a valid board; names nobody. None of a text that is for nobody as a whole."""
    if any(doubt.kind in ABOUT_ALL_OF_IT for doubt in board.draft.doubts):
        return None
    read = as_labels("", board.draft)["events"]
    from ..examples.making import example_of  # loaded with the grammar, when a text is read

    return example_of(
        announcement=board.announcement,
        read=read,
        corrected=corrected(board, read),
        persons=_persons(board.draft),
    )


def corrected(board: Board, read: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The events as somebody put them right; those that were said to be none are left out."""
    shown = [_label(part, read) for part in written(board)]
    beyond = read[sum(part.draft is not None for part in board.events) :]
    return [label for label in shown if label is not None] + beyond


def _label(part: EventPart, read: list[dict[str, Any]]) -> dict[str, Any] | None:
    as_read = read[part.number] if part.draft is not None else None
    decision = part.form.chosen
    by_button = part.form.data.get(f"{part.form.prefix}-by-button")
    if decision == Decision.LEAVE_OUT and "decision" in part.form.changed_data and not by_button:
        return None
    if decision not in (*MAKES_NEW, Decision.MOVE):
        return as_read
    changed, said = set(part.form.changed_data), part.form.cleaned_data
    return _merged(as_read or _blank(), changed if as_read else _EVERY, said)


_EVERY = (
    _WHEN | _WHERE | {"title", "price", "quarters", "registration_mode", "registration_closes_at", *REPEATS}
)


def _merged(label: dict[str, Any], changed: set[str], said: dict[str, Any]) -> dict[str, Any]:
    """Only what somebody changed; the rest stays as it was read."""
    label = dict(label)
    if "title" in changed:
        label["title"] = said.get("title", "")
    if changed & _WHEN:
        label |= _when(said)
    if changed & _WHERE:
        venue = said.get("venue")
        label["place"] = venue.name if venue else said.get("place_name") or None
        label["street_address"] = said.get("street") or (venue.street if venue else "") or None
    if "quarters" in changed:
        label["quarter"] = next((quarter.name for quarter in said.get("quarters") or []), None)
    if "registration_mode" in changed:
        registration = _registration(RegistrationMode(said["registration_mode"]), label)
        label |= {
            "registration": registration.value,
            "registration_required": registration in _MUST,
        }
    if "registration_closes_at" in changed:
        closes = said.get("registration_closes_at")
        label["registration_deadline"] = closes.date().isoformat() if closes else None
    if "price" in changed:
        label["price"] = said.get("price") or None
    if changed & set(REPEATS):
        label["recurrence"] = recurrence_code(said)
    return label


def _registration(mode: RegistrationMode, label: dict[str, Any]) -> Registration:
    """Who registers with the organiser must, should or buys a ticket, as it was read."""
    if mode == RegistrationMode.ELSEWHERE:
        read = Registration(label["registration"])
        return read if read in ASKS else Registration.REQUIRED
    return _REGISTRATION[mode]


def _when(said: dict[str, Any]) -> dict[str, Any]:
    start, end = said.get("start_day"), said.get("end_day")
    begins, ends = (None, None) if said.get("all_day") else (said.get("start_time"), said.get("end_time"))
    return {
        "start": _moment(start, begins),
        "end": _moment(end or start, ends) if end or ends else None,
        "start_time": begins.isoformat("minutes") if begins else None,
        "end_time": ends.isoformat("minutes") if ends else None,
    }


def _moment(day: date | None, hour: time | None) -> str | None:
    if day is None:
        return None
    return datetime.combine(day, hour).isoformat(timespec="minutes") if hour else day.isoformat()


def recurrence_code(said: dict[str, Any]) -> str | None:
    """Of a valid form."""
    days, nths = said.get("weekdays") or [], said.get("nths") or []
    return series_code(said.get("repeats", Repeats.NEVER), said.get("every") or 1, days, nths)


def _blank() -> dict[str, Any]:
    """An event that was written by hand."""
    return {
        "title": "",
        "start": None,
        "end": None,
        "start_time": None,
        "end_time": None,
        "place": None,
        "street_address": None,
        "quarter": None,
        "phones": [],
        "phones_e164": [],
        "emails": [],
        "registration": Registration.UNSPECIFIED.value,
        "registration_required": False,
        "registration_deadline": None,
        "price": None,
        "recurrence": None,
        "status": "scheduled",
        "warnings": [],
    }


def _persons(draft: Draft) -> list[str]:
    named = [contact.name.value for contact in draft.contacts]
    named += [event.contact.value for event in draft.events if event.contact]
    return list(dict.fromkeys(named))
