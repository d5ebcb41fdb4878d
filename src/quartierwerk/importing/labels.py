"""A draft in the form of the hand-labelled examples: one JSON object a text, as the scoring program reads it."""

from datetime import date, datetime
from typing import Any

from .extract.draft import Draft, EventDraft, Registration, Status, Value

_MUST = (Registration.REQUIRED, Registration.REQUESTED)


def as_labels(name: str, draft: Draft) -> dict[str, Any]:
    return {"id": name, "events": [_event(event) for event in draft.events]}


def _event(event: EventDraft) -> dict[str, Any]:
    return {
        "title": event.title.value,
        "start": _moment(event.start),
        "end": _moment(event.end),
        "start_time": event.start_time.value.isoformat("minutes") if event.start_time else None,
        "end_time": event.end_time.value.isoformat("minutes") if event.end_time else None,
        "place": _said(event.place),
        "street_address": _said(event.street_address),
        "quarter": _said(event.quarter),
        "phones": [phone.value.written for phone in event.phones],
        "phones_e164": [phone.value.e164 for phone in event.phones if phone.value.e164],
        "emails": [email.value for email in event.emails],
        "registration": event.registration.value.value,
        "registration_required": event.registration.value in _MUST,
        "registration_deadline": _moment(event.registration_deadline),
        "price": _said(event.price),
        "recurrence": _said(event.recurrence),
        "status": _status(event.status.value),
        "warnings": [doubt.sentence for doubt in event.all_doubts],
    }


def _status(status: Status) -> str:
    """Moved, and this is the new day: it takes place."""
    return (Status.SCHEDULED if status is Status.MOVED else status).value


def _said(value: Value[str] | None) -> str | None:
    return value.value if value else None


def _moment(value: Value[Any] | None) -> str | None:
    if value is None:
        return None
    if isinstance(value.value, datetime):
        return value.value.isoformat(timespec="minutes")
    return value.value.isoformat() if isinstance(value.value, date) else None
