"""What people read about an event and their registration: when, where, whom to call, and what the team did for them.

Presentation only; nothing here decides who may see what.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from quartierwerk.core import audit, clock
from quartierwerk.core.models import Town
from quartierwerk.core.templatetags.ui import content_lang
from quartierwerk.people.models import Contact

from . import queries, rules, wording
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
    asks_date = event.registers_by_date and occurrence is None  # the form lists the dates
    written_in = content_lang(event.language)
    rows = [
        {
            "term": pgettext("Veranstaltung", "Wann"),
            "value": "" if asks_date else when(event, occurrence),
        },
        {"term": pgettext("Veranstaltung", "Wo"), "value": wording.place(event), "lang": written_in},
        {"term": pgettext("Veranstaltung", "Raum"), "value": event.room, "lang": written_in},
        {"term": _("Kosten"), "value": event.price, "lang": written_in},
    ]
    if online or event.online_is_public:
        rows.append({"term": _("Online"), "value": event.online_url, "url": event.online_url})
    return [row for row in rows if row["value"]]


def when(event: Event, occurrence: Occurrence | None = None) -> str:
    """`Donnerstag, 8. Oktober 2026, 16:00 bis 19:00 Uhr`; of a whole series its next date and how many there are."""
    if occurrence or not event.is_series:
        on = occurrence or event
        return wording.moment(on.starts_at, on.ends_at, all_day=event.all_day)
    coming = list(queries.coming_dates(event, clock.now())[:100])
    if not coming:
        return wording.moment(event.starts_at, None)
    return ngettext(
        "%(moment)s (der letzte Termin der Reihe)", "%(moment)s und %(more)d weitere Termine", len(coming)
    ) % {"moment": wording.moment(coming[0].starts_at, None), "more": len(coming) - 1}


def own_choices(registration: Registration) -> list[dict[str, Any]]:
    """What somebody said at the registration, as pairs for `facts.html`."""
    rows = [
        {"term": pgettext("Anmeldung", "Personen"), "value": str(registration.party_size)},
        {"term": _("Begleitung"), "value": ", ".join(registration.party_names)},
        {"term": _("Workshops"), "value": ", ".join(item.title for item in registration.workshops.all())},
        {"term": _("Bedarf"), "value": ", ".join(registration.needs_labels)},
        {"term": _("Was wir noch wissen sollen"), "value": registration.needs_note},
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
