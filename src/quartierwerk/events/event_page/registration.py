"""On the page of an event: how to register, by click, by phone and on paper."""

from typing import Any

from quartierwerk.core import clock
from quartierwerk.core.models import Town
from quartierwerk.core.reachable import pieces

from .. import rules
from ..enums import Availability, RegistrationMode, Stage
from ..models import Event, Occurrence
from ..presentation import registration_url
from ..words import when
from ..words.whom_to_call import phone_for


def context(event: Event, occurrence: Occurrence | None) -> dict[str, Any]:
    """What `events/parts/registration.html` shows: `sign_up`, or nothing for what is over or cancelled.

    The page is kept for everybody, so there is nothing here about anybody who is registered.
    """
    is_over = bool(occurrence and occurrence.is_over(clock.now()))
    if event.is_series and not event.registers_by_date:
        occurrence = None  # one registration for all of its dates
    if event.stage == Stage.CANCELLED or is_over or (occurrence and occurrence.is_cancelled):
        return {"sign_up": None}
    return {
        "sign_up": {
            "phone": phone_for(event),
            **_WAYS[RegistrationMode(event.registration_mode)](event, occurrence),
        }
    }


def _simply_come(_event: Event, _occurrence: Occurrence | None) -> dict[str, Any]:
    return {"template": "events/parts/registration_none.html"}


def _elsewhere(event: Event, _occurrence: Occurrence | None) -> dict[str, Any]:
    """What the organiser says; our telephone only for who has no other way than to call."""
    now, opens, closes = clock.now(), event.registration_opens_at, event.registration_closes_at
    is_early, is_closed = bool(opens and now < opens), rules.is_closed_elsewhere(event, now)
    has_phone = any(piece.kind == "phone" for piece in pieces(event.registration_how))
    return {
        "template": "events/parts/registration_elsewhere.html",
        "opens": when.moment(opens) if is_early else "",
        "closed_since": when.moment(closes) if is_closed else "",
        "closes": when.moment(closes) if closes and not is_closed else "",
        "places": event.capacity,
        "asks_us": not has_phone,
    }


def _here(event: Event, occurrence: Occurrence | None) -> dict[str, Any]:
    return {"template": "events/parts/registration_here.html", "post": _post(), **_form(event, occurrence)}


_WAYS = {
    RegistrationMode.NONE: _simply_come,
    RegistrationMode.ASKED: _here,
    RegistrationMode.REQUIRED: _here,
    RegistrationMode.ELSEWHERE: _elsewhere,
}


def _form(event: Event, occurrence: Occurrence | None) -> dict[str, Any]:
    now = clock.now()
    asks_date = event.registers_by_date and occurrence is None
    opens, closes = event.registration_opens_at, rules.closes_at(event, occurrence)
    is_early = bool(opens and now < opens)
    is_closed = not asks_date and not is_early and now >= closes
    told = _told(event, occurrence)
    is_full = told == Availability.NONE
    can_register = not is_early and not is_closed and (not is_full or event.has_waiting_list)
    return {
        "is_required": event.registration_mode == RegistrationMode.REQUIRED,
        "url": registration_url(event, occurrence) if can_register else "",
        "asks_date": asks_date,
        "opens": when.moment(opens) if is_early else "",
        "closed_since": when.moment(closes) if is_closed else "",
        "closes": when.moment(closes) if can_register and event.registration_closes_at else "",
        "is_open": can_register and told == Availability.MANY,
        "has_few": can_register and told == Availability.FEW,
        "has_waiting_list": can_register and is_full,
        "is_full": is_full and not can_register and not is_early and not is_closed,
    }


def _told(event: Event, occurrence: Occurrence | None) -> str:
    if not event.registers_by_date:
        return event.availability
    return occurrence.availability if occurrence else Availability.MANY


def _post() -> str:
    """Where a card or letter goes; "" where the town's address is not known."""
    town = Town.load()
    if not (town.street and town.city):
        return ""
    return ", ".join([town.official_name, town.street, f"{town.postal_code} {town.city}".strip()])
