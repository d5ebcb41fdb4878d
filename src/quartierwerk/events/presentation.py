"""How dates read: „Donnerstag, 26. November, 15 bis 17 Uhr“, and what lists and pages of events show."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from quartierwerk.core import clock
from quartierwerk.core.templatetags.ui import content_lang

from . import rules
from .enums import Availability, Status
from .models import Event, Occurrence

NIGHT_ENDS = 6  # a feast until two o'clock belongs to the day on which it began
BADGES = {
    Status.OPEN: "success",
    Status.FULL: "warning",
    Status.CANCELLED: "danger",
    Status.MOVED: "warning",
}


# ------------------------------------------------------------------------------------------------------------ days, hours
def first_day(starts_at: datetime) -> date:
    """The day in the town on which it begins."""
    return timezone.localtime(starts_at).date()


def first_and_last_day(starts_at: datetime, ends_at: datetime | None) -> tuple[date, date]:
    """The days in the town from its beginning to its end; midnight and the small hours belong to the evening before."""
    begins = timezone.localtime(starts_at)
    first = begins.date()
    if ends_at is None:
        return first, first
    ends = timezone.localtime(ends_at)
    last = ends.date()
    if last > first and ends.hour == ends.minute == 0:
        last -= timedelta(days=1)
    is_one_night = last == first + timedelta(days=1) and ends.hour < NIGHT_ENDS <= begins.hour
    return first, first if is_one_night and ends.hour + ends.minute else last


def day_text(day: date) -> str:
    """`Donnerstag, 26. November`; with its year where that is not this one."""
    if day.year == clock.today().year:
        return date_format(day, pgettext("Datumsformat mit Wochentag", "l, j. F"))
    return date_format(day, pgettext("Datumsformat mit Wochentag und Jahr", "l, j. F Y"))


def short_day(day: date) -> str:
    """`28. November`."""
    return date_format(day, pgettext("Datumsformat ohne Jahr", "j. F"))


def near(day: date) -> str:
    """`Heute`, `Morgen`, `Gestern` or ""."""
    words = {-1: _("Gestern"), 0: _("Heute"), 1: _("Morgen")}
    return words.get((day - clock.today()).days, "")


def hours(occurrence: Occurrence, *, all_day: bool) -> str:
    """`15 bis 17 Uhr`, `15:30 Uhr`, `ganztägig`; of several days, when the first begins."""
    if all_day:
        return _("ganztägig")
    starts = timezone.localtime(occurrence.starts_at)
    if occurrence.ends_at is None or _days(occurrence) > 0:
        return _("%s Uhr") % _clock(starts)
    ends = timezone.localtime(occurrence.ends_at)
    return _("%(start)s bis %(end)s Uhr") % {"start": _clock(starts), "end": _end(ends)}


def when(occurrence: Occurrence, *, all_day: bool) -> str:
    """The whole of it: `Freitag, 27. November, 14 Uhr, bis Samstag, 28. November, 12 Uhr`."""
    first = day_text(first_day(occurrence.starts_at))
    days = _days(occurrence)
    if not days:
        return f"{first}, {hours(occurrence, all_day=all_day)}"
    last = day_text(first_and_last_day(occurrence.starts_at, occurrence.ends_at)[1])
    if all_day:
        return _("%(first)s, bis %(last)s, ganztägig") % {"first": first, "last": last}
    return _("%(first)s, %(start)s Uhr, bis %(last)s, %(end)s Uhr") % {
        "first": first,
        "start": _clock(timezone.localtime(occurrence.starts_at)),
        "last": last,
        "end": _end(timezone.localtime(occurrence.ends_at)),
    }


def moment(at: datetime) -> str:
    """`Donnerstag, 19. November, 15 Uhr`: where something was to be before it was moved."""
    return f"{day_text(first_day(at))}, {_('%s Uhr') % _clock(timezone.localtime(at))}"


def _days(occurrence: Occurrence) -> int:
    """Midnights between its first and its last day."""
    first, last = first_and_last_day(occurrence.starts_at, occurrence.ends_at)
    return (last - first).days


def _clock(local: datetime) -> str:
    if local.minute:
        return date_format(local, pgettext("Uhrzeit", "G:i"))
    return date_format(local, pgettext("volle Stunde", "G"))


def _end(local: datetime) -> str:
    return pgettext("Mitternacht als Ende", "24") if local.hour == local.minute == 0 else _clock(local)


# ------------------------------------------------------------------------------------------------------------------ lists
def date_url(occurrence: Occurrence) -> str:
    """The event's page; of a series at this date."""
    event = occurrence.event
    day = f"?datum={first_day(occurrence.starts_at).isoformat()}" if event.is_series else ""
    return event.get_absolute_url() + day


def place(event: Event) -> str:
    """`Bürgertreff Welper, Saal`, the other place, or that it is online; "" where nothing is known."""
    name = event.venue.name if event.venue else event.place_name or event.street
    if not name:
        return _("am Bildschirm") if event.online_url else ""
    return f"{name}, {event.room}" if event.room else name


def quarters_text(event: Event) -> str:
    """Names of the quarters it is for; `Ganze Stadt` where it has none. Reads what was prefetched."""
    quarters = list(event.quarters.all())
    if not quarters:
        return _("Ganze Stadt")
    return ", ".join(quarter.name for quarter in quarters if quarter.is_public)


def badge(event: Event, occurrence: Occurrence | None, now: datetime) -> dict[str, str] | None:
    """State in a word, for lists: what needs no word (announced, over) has none."""
    status = rules.status(event, now, occurrence)
    if status not in BADGES:
        return None
    return {"text": status_text(event, occurrence, status), "kind": BADGES[status]}


def status_text(event: Event, occurrence: Occurrence | None, status: Status) -> str:
    told = occurrence.availability if occurrence and event.registers_by_date else event.availability
    if status == Status.CANCELLED and event.is_public and occurrence and occurrence.is_cancelled:
        return _("fällt aus")
    if status == Status.OPEN and told == Availability.FEW:
        return str(Availability.FEW.label)
    if status == Status.FULL and event.has_waiting_list:
        return _("ausgebucht, mit Warteliste")
    return str(status.label)


def as_item(occurrence: Occurrence, now: datetime, *, on: date | None = None) -> dict[str, Any]:
    """What `events/item.html` shows of a date; `on` is a later day of one that lasts longer."""
    event, told = occurrence.event, badge(occurrence.event, occurrence, now) or {}
    first, last = first_and_last_day(occurrence.starts_at, occurrence.ends_at)
    return {
        "title": event.title,
        "url": date_url(occurrence),
        "date": first,
        "sheet": None,
        "time_text": hours(occurrence, all_day=event.all_day) if on in (None, first) else _("läuft schon"),
        "until": _("bis %s") % day_text(last) if last != first else "",
        "place": place(event),
        "teaser": event.summary,
        "meta": " · ".join(filter(None, [event.get_kind_display(), quarters_text(event)])),
        "note": told.get("text", ""),
        "note_kind": told.get("kind", ""),
        "moved_from": _moved_from(event, occurrence),
        "lang": content_lang(event.language),
    }


def _moved_from(event: Event, occurrence: Occurrence) -> str:
    if not rules.is_moved(event, occurrence) or event.stage == "cancelled" or occurrence.is_cancelled:
        return ""
    return _("statt %s") % moment(before(event, occurrence))


def before(event: Event, occurrence: Occurrence) -> datetime:
    """When a moved date was to be first."""
    return occurrence.original_start if event.is_series else event.moved_from or occurrence.original_start


def by_day(
    occurrences: Iterable[Occurrence], now: datetime, *, since: date | None = None
) -> list[dict[str, Any]]:
    """Dates grouped under their days, in the order given; what began before `since` and still lasts stands there."""
    groups: dict[date, list[dict[str, Any]]] = {}
    for occurrence in occurrences:
        day, last = first_and_last_day(occurrence.starts_at, occurrence.ends_at)
        if since and day < since:
            day = min(since, last)
        groups.setdefault(day, []).append(as_item(occurrence, now, on=day))
    return [day_group(day, items) for day, items in groups.items()]


def day_group(day: date, items: list[dict[str, Any]]) -> dict[str, Any]:
    """What `events/day.html` shows: one day with its dates."""
    return {"day": day, "near": near(day), "title": day_text(day), "items": items, "key": day.isoformat()}
