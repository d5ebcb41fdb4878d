"""What a letter about a registration carries: its number and, for who has a place, the picture for the entrance."""

from django.utils.translation import gettext as _

from quartierwerk.people.letters import Enclosure

from . import codes, registration_facts, tickets
from .models import Registration


def enclosure(registration: Registration) -> Enclosure | None:
    """Nothing once the registration has ended."""
    if registration.is_ended:
        return None
    code = codes.in_groups(registration.code)
    title = _("Ihre Anmeldenummer: %s") % code
    lines = [_("Wenn Sie nicht kommen können oder etwas anders wird, rufen Sie uns bitte an.")]
    if not registration.holds_place:
        return Enclosure(title=title, lines=lines)
    return Enclosure(
        title=title,
        lines=[
            *_what(registration),
            _("Zeigen Sie dieses Bild am Eingang, oder nennen Sie die Nummer."),
            *lines,
        ],
        picture=tickets.qr_file(registration),
        alt=_("QR-Code mit Ihrer Anmeldenummer %s") % code,
    )


def _what(registration: Registration) -> list[str]:
    """Event, time and place, for the part of the letter that is taken along."""
    facts = registration_facts.facts(registration.event, registration.occurrence)
    return [registration.event.title, *(f"{fact['term']}: {fact['value']}" for fact in facts[:2])]
