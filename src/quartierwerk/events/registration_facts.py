"""What people read about an event and their registration: when, where, whom to call, and what the team did for them.

Presentation only; nothing here decides who may see what.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from quartierwerk.core import audit, clock
from quartierwerk.core.models import Town
from quartierwerk.people.models import Contact

from . import queries, rules
from .models import Event, Occurrence, Registration


@dataclass(frozen=True)
class Phone:
    """Whom to call, and under which number as it is written."""

    label: str
    number: str


def phone_for(event: Event) -> Phone | None:
    """The event's contact, else the town's first contact, else the town hall."""
    contact = event.contact if event.contact and event.contact.is_public else None
    for each in (contact, Contact.objects.public().filter(is_main=True).first() if not contact else None):
        if each and (each.phone or each.mobile):
            return Phone(each.name, each.phone or each.mobile)
    town = Town.load()
    return Phone(_("Rathaus"), town.phone) if town.phone else None


def facts(
    event: Event, occurrence: Occurrence | None = None, *, online: bool = False
) -> list[dict[str, Any]]:
    """When and where, as pairs for `facts.html`; the address for taking part online only for those registered."""
    rows = [
        {"term": pgettext("Veranstaltung", "Wann"), "value": when(event, occurrence)},
        {"term": pgettext("Veranstaltung", "Wo"), "value": where(event)},
        {"term": _("Raum"), "value": event.room},
        {"term": _("Kosten"), "value": event.price},
    ]
    if online or event.online_is_public:
        rows.append({"term": _("Online"), "value": event.online_url, "url": event.online_url})
    return [row for row in rows if row["value"]]


def when(event: Event, occurrence: Occurrence | None = None) -> str:
    """`8. Oktober 2026, 16:00 bis 19:00 Uhr`; of a whole series its next date and how many there are."""
    if occurrence or not event.is_series:
        on = occurrence or event
        return _day(on.starts_at) if event.all_day else span(on.starts_at, on.ends_at)
    coming = list(queries.coming_dates(event, clock.now())[:100])
    if not coming:
        return rules.moment(event.starts_at)
    return ngettext(
        "%(moment)s (der letzte Termin der Reihe)", "%(moment)s und %(more)d weitere Termine", len(coming)
    ) % {"moment": rules.moment(coming[0].starts_at), "more": len(coming) - 1}


def span(starts_at: datetime, ends_at: datetime | None) -> str:
    """With the end where it is on the same day."""
    if ends_at is None or rules.day_of(starts_at) != rules.day_of(ends_at):
        return rules.moment(starts_at) + (_(" bis %s") % rules.moment(ends_at) if ends_at else "")
    return _("%(date)s, %(start)s bis %(end)s Uhr") % {
        "date": _day(starts_at),
        "start": date_format(timezone.localtime(starts_at), "TIME_FORMAT"),
        "end": date_format(timezone.localtime(ends_at), "TIME_FORMAT"),
    }


def where(event: Event) -> str:
    """Name and address in one line."""
    if venue := event.venue:
        parts = [venue.name, venue.street, f"{venue.postal_code} {venue.city}".strip()]
    else:
        parts = [event.place_name, event.street, f"{event.postal_code} {event.city}".strip()]
    return ", ".join(part for part in parts if part)


def own_choices(registration: Registration) -> list[dict[str, Any]]:
    """What somebody said at the registration, as pairs for `facts.html`."""
    rows = [
        {"term": _("Personen"), "value": str(registration.party_size)},
        {"term": _("Begleitung"), "value": ", ".join(registration.party_names)},
        {"term": _("Workshops"), "value": ", ".join(item.title for item in registration.workshops.all())},
        {"term": _("Bedarf"), "value": ", ".join(registration.needs_labels)},
        {"term": _("Hinweis"), "value": registration.needs_note},
        *(
            {"term": answer.question.text, "value": answer.words}
            for answer in registration.answers.select_related("question")
        ),
    ]
    return [row for row in rows if row["value"]]


def done_by_team(registration: Registration) -> list[dict[str, Any]]:
    """What staff did in the person's name, oldest first; nobody of the team is named."""
    words = {
        "registered": _("Das Team hat Sie angemeldet."),
        "registration confirmed": _("Das Team hat Ihre Anmeldung bestätigt."),
        "registration changed": _("Das Team hat Ihre Angaben geändert."),
        "registration cancelled": _("Das Team hat Ihre Anmeldung abgesagt."),
        "place offered": _("Das Team hat Ihnen einen frei gewordenen Platz angeboten."),
    }
    other = _("Das Team hat Ihre Anmeldung bearbeitet.")
    entries = audit.entries_about(registration).exclude(actor=None).order_by("at", "pk")
    return [{"at": rules.moment(entry.at), "what": words.get(entry.verb, other)} for entry in entries]


def _day(at: datetime) -> str:
    return date_format(timezone.localtime(at), "DATE_FORMAT")
