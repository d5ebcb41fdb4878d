"""What calendars, feeds and other machines tell of an event in words: place, offers, price, registration, state."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from quartierwerk.core import clock

from .enums import Kind, RegistrationMode, Stage
from .models import Event, Occurrence
from .recurrence import zone
from .rules import moment

OFFERS = (
    "offers_sign_language",
    "offers_captions",
    "offers_easy_language",
    "offers_childcare",
    "offers_lift",
)


def page_url(event: Event) -> str:
    """The page of the event, whole."""
    return settings.BASE_URL + event.get_absolute_url()


def kind(event: Event) -> str:
    """`Vortrag`; without Django's `get_kind_display`, which takes long for thousands of events."""
    return str(Kind(event.kind).label)


def place_name(event: Event) -> str:
    return event.venue.name if event.venue else event.place_name


def address(event: Event) -> tuple[str, str, str]:
    """Street, postal code and city of the venue, or of the other place."""
    where = event.venue or event
    return where.street, where.postal_code, where.city


def place_line(event: Event) -> str:
    """`Saal 2, Altes Rathaus, Untermarkt 9, 12345 Musterstadt`; `Online` where there is only a screen; or ""."""
    street, postal_code, city = address(event)
    parts = [event.room, place_name(event), street, f"{postal_code} {city}".strip()]
    line = ", ".join(part for part in parts if part)
    return line or (_("Online") if event.online_url else "")


def offers(event: Event) -> list[str]:
    """What helps people to take part: `Gebärdensprache`, `Übersetzung: Türkisch`."""
    named = [
        str(Event._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        for name in OFFERS
        if getattr(event, name)
    ]
    if event.offers_translation:
        named.append(f"{_('Übersetzung')}: {event.offers_translation}")
    return named


def last_day(ends_at: datetime) -> datetime:
    """The day an all-day event ends on: `ends_at` is the midnight after it."""
    return timezone.localtime(ends_at - timedelta(microseconds=1), zone())


def when_line(event: Event, occurrence: Occurrence) -> str:
    """`8. Oktober 2026, 16:00 Uhr`; all day: `8. Oktober 2026` or `8. Oktober 2026 bis 10. Oktober 2026`."""
    if not event.all_day:
        return moment(occurrence.starts_at)
    first = timezone.localtime(occurrence.starts_at, zone())
    last = last_day(occurrence.ends_at) if occurrence.ends_at else first
    days = [date_format(day, "DATE_FORMAT") for day in (first, last)]
    return (
        days[0]
        if first.date() == last.date()
        else _("%(first)s bis %(last)s") % dict(zip(("first", "last"), days, strict=True))
    )


def hours(event: Event, occurrence: Occurrence) -> str:
    """`16:00 bis 18:00 Uhr`, `16:00 Uhr`, `ganztägig`; of several days, when the first begins."""
    if event.all_day:
        return _("ganztägig")
    starts = timezone.localtime(occurrence.starts_at, zone())
    ends = timezone.localtime(occurrence.ends_at, zone()) if occurrence.ends_at else None
    begin = date_format(starts, "TIME_FORMAT")
    if ends is None or ends.date() != starts.date():
        return _("%s Uhr") % begin
    return _("%(start)s bis %(end)s Uhr") % {"start": begin, "end": date_format(ends, "TIME_FORMAT")}


def next_or_last(dates: list[Occurrence]) -> Occurrence | None:
    """The next date that takes place or is going on; of an event that is over its last one."""
    now = clock.now()
    to_come = [o for o in dates if not o.is_over(now)]
    planned = [o for o in to_come if not o.is_cancelled]
    return next(iter(planned or to_come or dates[-1:]), None)


def summary(event: Event, dates: list[Occurrence]) -> str:
    """Date, place, state and what it is about, in a line for feeds."""
    occurrence = next_or_last(dates)
    when = when_line(event, occurrence) if occurrence else ""
    where = " · ".join(part for part in (when, place_line(event)) if part)
    state = news_of_state(event, None if event.is_series else occurrence)
    return " – ".join(part for part in (state, where, event.summary) if part)


def title(event: Event, occurrence: Occurrence | None = None) -> str:
    """The title, with what has to be known first: `Abgesagt: Nachbarschaftscafé`."""
    if event.stage == Stage.CANCELLED:
        return _("Abgesagt: %s") % event.title
    if occurrence and occurrence.is_cancelled:
        return _("Fällt aus: %s") % event.title
    return event.title


def news_of_state(event: Event, occurrence: Occurrence | None = None) -> str:
    """Whether it is cancelled or moved, and why; "" where all is as announced."""
    if event.stage == Stage.CANCELLED:
        return _("Abgesagt. Grund: %s") % event.stage_reason
    if occurrence and occurrence.is_cancelled:
        return " ".join([_("Dieser Termin fällt aus."), occurrence.reason]).strip()
    if occurrence and event.is_series and occurrence.is_moved:
        told = _("Verlegt; angekündigt war: %s.") % moment(occurrence.original_start)
        return f"{told} {occurrence.reason}".strip()
    if event.moved_from and not event.is_series:
        return f"{_('Verlegt; angekündigt war: %s.') % moment(event.moved_from)} {event.stage_reason}".strip()
    return ""


def registration_line(event: Event) -> str:
    """`Nur mit Anmeldung. Anmeldung bis 1. Oktober 2026, 12:00 Uhr.`; "" where none is asked for."""
    if not event.takes_registrations:
        return ""
    line = f"{RegistrationMode(event.registration_mode).label}."
    closes = event.registration_closes_at
    return f"{line} {_('Anmeldung bis %s.') % moment(closes)}" if closes else line


def online_line(event: Event) -> str:
    """How to take part on a screen. An address that is not public stands in nothing but mails to who registered."""
    if not event.online_url:
        return ""
    if event.online_is_public:
        return _("Am Bildschirm mitmachen: %s") % event.online_url
    return _("Sie können am Bildschirm mitmachen. Die Adresse bekommen Sie nach der Anmeldung.")


def contact_line(event: Event) -> str:
    """`Gabriele Muster, Quartiersentwicklung, Telefon 02324 1234`: only whom everybody may see, and only the office."""
    contact = event.contact
    if contact is None or not contact.is_public:
        return ""
    phone = _("Telefon %s") % contact.phone if contact.phone else ""
    return ", ".join(part for part in (contact.name, contact.role, phone) if part)


def description(event: Event, occurrence: Occurrence | None = None) -> str:
    """Everything a person needs who has nothing but the entry in the calendar; paragraphs, plain text."""
    offered, contact = ", ".join(offers(event)), contact_line(event)
    paragraphs = [
        news_of_state(event, occurrence),
        event.summary,
        event.description.replace("\r\n", "\n").strip(),
        _("Kosten: %s") % event.price if event.price else "",
        registration_line(event),
        _("Wir bieten an: %s") % offered if offered else "",
        event.access_note,
        online_line(event),
        _("Ihre Fragen beantwortet: %s") % contact if contact else "",
        _("Mehr dazu: %s") % page_url(event),
    ]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
