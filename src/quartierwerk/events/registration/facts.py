"""What people read about an event and their registration: when, where, what they chose, and what the team did for them.

Presentation only; nothing here decides who may see what.
"""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from quartierwerk.core import audit, clock
from quartierwerk.core.templatetags.ui import content_lang, in_language

from .. import queries
from ..enums import QuestionKind
from ..models import Event, Occurrence, Registration
from ..words import when, where

# Answers in the words of the town; all others are in the reader's, or in the person's own.
CHOSEN_KINDS = (QuestionKind.CHOICE, QuestionKind.SEVERAL)


def facts(
    event: Event, occurrence: Occurrence | None = None, *, online: bool = False, with_year: bool = False
) -> list[dict[str, Any]]:
    """When and where, as pairs for `facts.html`; the address for taking part online only for those registered."""
    asks_date = event.registers_by_date and occurrence is None  # the form lists the dates
    written_in = content_lang(event.language)
    rows = [
        {
            "term": pgettext("Veranstaltung", "Wann"),
            "value": "" if asks_date else dates(event, occurrence, with_year=with_year),
        },
        {
            "term": pgettext("Veranstaltung", "Wo"),
            "value": where.named_address(event),
            "lang": content_lang(),
        },
        {"term": pgettext("Veranstaltung", "Raum"), "value": event.room, "lang": written_in},
        {"term": _("Kosten"), "value": event.price, "lang": written_in},
    ]
    address = where.screen(event, has_place=online)
    rows.append({"term": _("Am Bildschirm"), "value": address, "url": address})
    return [row for row in rows if row["value"]]


def dates(event: Event, occurrence: Occurrence | None = None, *, with_year: bool = False) -> str:
    """`Donnerstag, 8. Oktober, 16 bis 19 Uhr`; of a whole series its next date and how many there are."""
    if occurrence or not event.is_series:
        return when.of(event, occurrence, with_year=with_year)
    coming = list(queries.coming_dates(event, clock.now())[:100])
    if not coming:
        return when.moment(event.starts_at, with_year=with_year)
    return ngettext(
        "%(moment)s (der letzte Termin der Reihe)", "%(moment)s und %(more)d weitere Termine", len(coming)
    ) % {"moment": when.moment(coming[0].starts_at, with_year=with_year), "more": len(coming) - 1}


def own_choices(registration: Registration) -> list[dict[str, Any]]:
    """What somebody said at the registration, as pairs for `facts.html`."""
    code = registration.event.language
    written_in = content_lang(code)
    workshops = ", ".join(item.title for item in registration.workshops.all())
    rows = [
        {"term": pgettext("Anmeldung", "Personen"), "value": str(registration.party_size)},
        {"term": _("Begleitung"), "value": ", ".join(registration.party_names)},
        {"term": _("Workshops"), "value": workshops, "lang": written_in},
        {"term": _("Bedarf"), "value": ", ".join(registration.needs_labels)},
        {"term": _("Was wir noch wissen sollen"), "value": registration.needs_note},
        *(
            {
                "term": in_language(answer.question.text, code),
                "value": answer.words,
                "lang": written_in if answer.question.kind in CHOSEN_KINDS else "",
            }
            for answer in registration.answers.select_related("question")
        ),
    ]
    return [row for row in rows if row["value"]]


def done_by_team(registration: Registration) -> list[dict[str, Any]]:
    """What staff did in the person's name, oldest first; nobody of the team is named."""
    words = {
        "registered": _("Das Team hat Sie angemeldet."),
        "put on waiting list": _("Das Team hat Sie auf die Warteliste gesetzt."),
        "registration confirmed": _("Das Team hat Ihre Anmeldung bestätigt."),
        "registration changed": _("Das Team hat Ihre Angaben geändert."),
        "registration cancelled": _("Das Team hat Ihre Anmeldung abgesagt."),
        "place offered": _("Das Team hat Ihnen einen frei gewordenen Platz angeboten."),
    }
    other = _("Das Team hat Ihre Anmeldung bearbeitet.")
    entries = audit.entries_about(registration).exclude(actor=None).order_by("at", "pk")
    return [{"at": when.moment(entry.at), "what": words.get(entry.verb, other)} for entry in entries]
