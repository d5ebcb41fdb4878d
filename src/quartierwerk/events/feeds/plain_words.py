"""What calendars, feeds and other machines tell of an event in words: place, offers, price, registration, state."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from quartierwerk.core import clock

from ..enums import Kind, RegistrationMode, Stage
from ..models import Event, Occurrence
from ..presentation import offers
from ..words import about, moved, when, where
from ..words.elsewhere import registered_elsewhere


def page_url(event: Event) -> str:
    """The page of the event, whole."""
    return settings.BASE_URL + event.get_absolute_url()


def kind(event: Event) -> str:
    """`Vortrag`; without Django's `get_kind_display`, which takes long for thousands of events."""
    return str(Kind(event.kind).label)


def last_day(ends_at: datetime) -> datetime:
    """The day an all-day event ends on: `ends_at` is the midnight after it."""
    return when.local(ends_at - timedelta(microseconds=1))


def next_or_last(dates: list[Occurrence]) -> Occurrence | None:
    """The next date that takes place or is going on; of an event that is over its last one."""
    now = clock.now()
    to_come = [o for o in dates if not o.is_over(now)]
    planned = [o for o in to_come if not o.is_cancelled]
    return next(iter(planned or to_come or dates[-1:]), None)


def summary(event: Event, dates: list[Occurrence]) -> str:
    """Date, place, state and what it is about, in a line for feeds."""
    occurrence = next_or_last(dates)
    at = when.of(event, occurrence, with_year=True) if occurrence else ""
    facts = " · ".join(part for part in (at, where.whole(event)) if part)
    state = news_of_state(event, None if event.is_series else occurrence)
    return " – ".join(part for part in (state, facts, event.summary) if part)


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
    if announced := moved.announced(event, occurrence, with_year=True):
        reason = occurrence.reason if occurrence and event.is_series else event.stage_reason
        return " ".join([_("Verlegt; angekündigt war: %s.") % announced, reason]).strip()
    return ""


def registration_line(event: Event) -> str:
    """`Nur mit Anmeldung. Anmeldung bis 1. Oktober 2026, 12:00 Uhr.`; "" where none is asked for."""
    if event.registration_mode == RegistrationMode.NONE:
        return ""
    mode, closes = str(RegistrationMode(event.registration_mode).label), event.registration_closes_at
    if event.is_registered_elsewhere:
        mode = registered_elsewhere(event).rstrip(".")
    until = _("Anmeldung bis %s.") % when.moment(closes, with_year=True) if closes else ""
    return f"{mode}. {until}".strip()


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
        about.beyond_summary(event),
        _("Kosten: %s") % event.price if event.price else "",
        registration_line(event),
        _("Wir bieten an: %s") % offered if offered else "",
        event.access_note,
        online_line(event),
        _("Ihre Fragen beantwortet: %s") % contact if contact else "",
        _("Mehr dazu: %s") % page_url(event),
    ]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
