"""What lists and pages of events show."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.core.templatetags.ui import content_lang

from . import rules
from .enums import Availability, Status
from .models import Event, Occurrence
from .words import moved, when, where

BADGES = {
    Status.OPEN: "success",
    Status.ELSEWHERE: "info",
    Status.FULL: "warning",
    Status.CANCELLED: "danger",
    Status.MOVED: "warning",
}


def date_url(occurrence: Occurrence) -> str:
    """The event's page; of a series at this date."""
    return occurrence.event.get_absolute_url() + when.query(occurrence)


def registration_url(event: Event, occurrence: Occurrence | None = None) -> str:
    """The form, for this date where each has places of its own."""
    url = reverse("events:register", args=[event.slug])
    return url + when.query(occurrence) if occurrence and event.registers_by_date else url


def quarters_text(event: Event) -> str:
    """Names of the quarters it is for; `Ganze Stadt` where it has none. Reads what was prefetched."""
    quarters = list(event.quarters.all())
    if not quarters:
        return _("Ganze Stadt")
    return ", ".join(quarter.name for quarter in quarters if quarter.is_public)


def offers(event: Event) -> list[str]:
    """What makes it easier to take part."""
    languages = event.offers_translation
    return [*aids(event), *([_("Übersetzung: %s") % languages] if languages else [])]


def aids(event: Event) -> list[str]:
    """The offers that have the same words at every event."""
    found = [
        (event.offers_sign_language, _("Gebärdensprache")),
        (event.offers_captions, _("Schriftdolmetschen")),
        (event.offers_easy_language, _("Einfache Sprache")),
        (event.offers_childcare, _("Kinderbetreuung")),
        (event.offers_lift, _("Fahrdienst: Wir holen Sie ab")),
    ]
    return [text for is_offered, text in found if is_offered]


def badge(event: Event, occurrence: Occurrence | None, now: datetime) -> dict[str, str] | None:
    """State in a word, for lists: what needs no word (announced, over) has none."""
    status = rules.status(event, now, occurrence)
    if status not in BADGES:
        return None
    return {"text": status_text(event, occurrence, status), "kind": BADGES[status]}


def status_text(event: Event, occurrence: Occurrence | None, status: Status) -> str:
    told = rules.told_availability(event, occurrence)
    if status == Status.CANCELLED and event.is_public and occurrence and occurrence.is_cancelled:
        return _("fällt aus")
    if status == Status.OPEN and told == Availability.FEW:
        return str(Availability.FEW.label)
    if status == Status.FULL and event.has_waiting_list:
        return _("ausgebucht, mit Warteliste")
    return str(status.label)


def as_item(
    occurrence: Occurrence, now: datetime, *, on: date | None = None, quarters: str | None = None
) -> dict[str, Any]:
    """What `events/items.html` shows of a date; `on` is a later day of one that lasts longer. Without `quarters`, the
    words for whom it is, those are read from the event."""
    event, told = occurrence.event, badge(occurrence.event, occurrence, now) or {}
    first = when.day_of(occurrence.starts_at)
    return {
        "title": event.title,
        "url": date_url(occurrence),
        "date": first,
        "sheet": None,
        "time_text": hours(occurrence) if on in (None, first) else _("läuft schon"),
        "until": until(occurrence),
        "place": where.short(event),
        "teaser": event.summary,
        "meta": " · ".join(
            filter(None, [event.get_kind_display(), quarters_text(event) if quarters is None else quarters])
        ),
        "note": told.get("text", ""),
        "note_kind": told.get("kind", ""),
        "moved_from": _moved_from(event, occurrence),
        "lang": content_lang(event.language),
    }


def until(occurrence: Occurrence) -> str:
    """`bis Sonntag, 4. Oktober` of what lasts for several days; else ""."""
    first, last = when.first_and_last_day(occurrence.starts_at, occurrence.ends_at)
    return _("bis %s") % when.day(last) if last != first else ""


def hours(occurrence: Occurrence) -> str:
    """`15 bis 17 Uhr`; of several days, when the first begins."""
    return when.unbroken(
        when.hours(occurrence.starts_at, occurrence.ends_at, all_day=occurrence.event.all_day)
    )


def _moved_from(event: Event, occurrence: Occurrence) -> str:
    if not rules.is_moved(event, occurrence) or event.stage == "cancelled" or occurrence.is_cancelled:
        return ""
    return _("statt %s") % moved.announced(event, occurrence)


def by_day(
    occurrences: Iterable[Occurrence], now: datetime, *, since: date | None = None
) -> list[dict[str, Any]]:
    """Dates grouped under their days, in the order given; what began before `since` and still lasts stands there."""
    groups: dict[date, list[dict[str, Any]]] = {}
    for occurrence in occurrences:
        day, last = when.first_and_last_day(occurrence.starts_at, occurrence.ends_at)
        if since and day < since:
            day = min(since, last)
        groups.setdefault(day, []).append(as_item(occurrence, now, on=day))
    return [day_group(day, items) for day, items in groups.items()]


def day_group(day: date, items: list[dict[str, Any]]) -> dict[str, Any]:
    """What `events/day.html` shows: one day with its dates."""
    return {
        "day": day,
        "near": when.near(day),
        "title": when.day(day),
        "items": items,
        "key": day.isoformat(),
    }
