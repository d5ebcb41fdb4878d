"""schema.org Event as JSON-LD, for search engines and other calendars (https://schema.org/Event)."""

import json
import re
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from quartierwerk.core import clock
from quartierwerk.core.pages import SHARE_FORMAT
from quartierwerk.core.templatetags.ui import html_lang

from .. import rules
from ..enums import Stage, Status
from ..models import Event, Occurrence
from ..words import moved, when, where
from . import plain_words

Thing = dict[str, Any]

SCHEMA = "https://schema.org/"
DATES_OF_A_SERIES = 10
FREE = re.compile(
    r"\b(?:kostenlos|kostenfrei|gratis|umsonst|freier eintritt|eintritt (?:ist )?frei)\b", re.IGNORECASE
)
ONE_PRICE = re.compile(
    r"(?:(?:eintritt|kosten|beitrag):?\s+)?(\d+)(?:[.,](\d\d))?\s*(?:€|euro)(?: (?:pro|je) person)?\.?",
    re.IGNORECASE,
)
IN_HTML = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def script(event: Event, occurrence: Occurrence | None = None) -> SafeString:
    """The text within `<script type="application/ld+json">`; nothing in it can end the script."""
    text = json.dumps(of_event(event, occurrence), ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(IN_HTML))


def of_event(event: Event, occurrence: Occurrence | None = None) -> Thing:
    """The event at this date; a series without one is an EventSeries with its next dates."""
    if not event.is_series:
        occurrence = occurrence or plain_words.next_or_last(list(event.occurrences.all()))
    common = _about(event)
    if occurrence:
        part_of = {
            "superEvent": {"@type": "EventSeries", "name": event.title, "url": plain_words.page_url(event)}
        }
        found = common | _at(event, occurrence) | (part_of if event.is_series else {})
    else:
        found = common | _series(event)
    return {"@context": "https://schema.org"} | {
        name: value for name, value in found.items() if value not in ("", [], None)
    }


def _series(event: Event) -> Thing:
    """Its next dates, each whole, because programs read them one by one; of a series that is over the last ones."""
    dates, now = list(event.occurrences.all()), clock.now()
    to_come = [o for o in dates if not o.is_over(now)]
    shown = to_come[:DATES_OF_A_SERIES] or dates[-DATES_OF_A_SERIES:]
    common = {name: value for name, value in _place(event).items() if value} | {"name": event.title}
    return {
        "@type": "EventSeries",
        "eventStatus": _status(event, None),
        "startDate": _moment(event, dates[0].starts_at) if dates else "",
        "endDate": _last_date(event, dates) if dates else "",
        "subEvent": [common | _at(event, o) for o in shown],
    }


def _last_date(event: Event, dates: list[Occurrence]) -> str:
    """Of a series that repeats until further notice nobody knows the end."""
    if not event.repeats_until and "COUNT" not in event.rule:
        return ""
    return when.day_of(dates[-1].starts_at).isoformat()


def _about(event: Event) -> Thing:
    """What is the same for every date."""
    return {
        "@type": "Event",
        "name": event.title,
        "description": event.summary,
        "url": plain_words.page_url(event),
        "image": _image(event),
        "inLanguage": html_lang(event.language),
        "keywords": _subjects(event),
        "audience": [{"@type": "Audience", "audienceType": a.name} for a in event.audiences.all()],
        "organizer": [_organisation(o.name, o.url) for o in event.organisers.all()],
        "maximumAttendeeCapacity": event.capacity,
        **_place(event),
        **_price(event),
    }


def _subjects(event: Event) -> list[str]:
    """Names of its public quarters and topics."""
    quarters = [quarter.name for quarter in event.quarters.all() if quarter.is_public]
    return quarters + [topic.title for topic in event.topics.all() if topic.live]


def _at(event: Event, occurrence: Occurrence) -> Thing:
    """The times of one date and how it stands."""
    found = {
        "@type": "Event",
        "eventStatus": _status(event, occurrence),
        "startDate": _moment(event, occurrence.starts_at),
    }
    if occurrence.ends_at:
        found["endDate"] = _end(event, occurrence.ends_at)
    if (earlier := moved.earlier_start(event, occurrence)) and event.stage != Stage.CANCELLED:
        found["previousStartDate"] = _moment(event, earlier)
    return found


def _status(event: Event, occurrence: Occurrence | None) -> str:
    if event.stage == Stage.CANCELLED or (occurrence and occurrence.is_cancelled):
        return f"{SCHEMA}EventCancelled"
    is_moved = occurrence and moved.earlier_start(event, occurrence)
    return f"{SCHEMA}EventRescheduled" if is_moved else f"{SCHEMA}EventScheduled"


def _moment(event: Event, moment: datetime) -> str:
    """`2026-10-08T16:00:00+02:00`; all day `2026-10-08`."""
    local = when.local(moment)
    return local.date().isoformat() if event.all_day else local.isoformat(timespec="seconds")


def _end(event: Event, ends_at: datetime) -> str:
    return plain_words.last_day(ends_at).date().isoformat() if event.all_day else _moment(event, ends_at)


def _place(event: Event) -> Thing:
    """Where it is: a place, a screen, or both. An address for the screen that is not public is that of the page."""
    screen = {
        "@type": "VirtualLocation",
        "url": where.screen(event) or plain_words.page_url(event),
    }
    places = [thing for thing in (_real_place(event), screen if event.online_url else None) if thing]
    modes = {(True, True): "Mixed", (True, False): "Online"}
    mode = modes.get((bool(event.online_url), bool(_real_place(event))), "Offline")
    return {
        "eventAttendanceMode": f"{SCHEMA}{mode}EventAttendanceMode",
        "location": places[0] if len(places) == 1 else places,
    }


def _real_place(event: Event) -> Thing | None:
    at, street = event.venue or event, where.street(event)
    name = where.name(event)
    if not (name or street):
        return None
    address = {
        "streetAddress": street,
        "postalCode": at.postal_code,
        "addressLocality": at.city,
        "addressCountry": "DE",
    }
    place: Thing = {
        "@type": "Place",
        "name": name or street,
        "address": {"@type": "PostalAddress"} | {key: value for key, value in address.items() if value},
    }
    if event.venue and event.venue.latitude is not None:
        point = {"latitude": event.venue.latitude, "longitude": event.venue.longitude}
        place["geo"] = {"@type": "GeoCoordinates"} | point
    return place


def _price(event: Event) -> Thing:
    """An offer in the town's words; with a number where these say no more than one price, or that it is free."""
    if not event.price:
        return {}
    amount = ONE_PRICE.fullmatch(event.price.strip())
    is_free = bool(FREE.search(event.price)) and not re.search(r"\d", event.price)
    offer: Thing = {"@type": "Offer", "url": plain_words.page_url(event), "description": event.price}
    if amount or is_free:
        price = f"{amount[1]}.{amount[2] or '00'}" if amount else "0"
        offer |= {"price": price, "priceCurrency": "EUR"}
    if event.takes_registrations:
        is_full = rules.status(event, clock.now()) == Status.FULL
        offer["availability"] = f"{SCHEMA}{'SoldOut' if is_full else 'InStock'}"
    return {"offers": offer} | ({"isAccessibleForFree": True} if is_free else {})


def _organisation(name: str, url: str) -> Thing:
    return {"@type": "Organization", "name": name} | ({"url": url} if url else {})


def _image(event: Event) -> str:
    """The address of the picture, whole."""
    if not event.image:
        return ""
    url = event.image.get_rendition(SHARE_FORMAT).url
    return url if "://" in url else settings.BASE_URL + url
