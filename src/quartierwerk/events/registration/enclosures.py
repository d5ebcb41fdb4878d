"""What a letter about a registration carries besides its text: for who has a place, the picture for the entrance."""

from django.utils.translation import gettext as _

from quartierwerk.people.letters import Enclosure

from ..models import Registration
from . import facts, tickets


def enclosure(registration: Registration) -> Enclosure | None:
    """Nothing for who has no place. Its facts stand beside the picture: it may be alone on the second page."""
    if not registration.holds_place:
        return None
    return Enclosure(
        title=_("Für den Eingang"),
        lines=[
            registration.name,
            registration.event.title,
            facts.dates(registration.event, registration.occurrence, with_year=True),
            _("Anmeldenummer: %s") % registration.shown_code,
            _("Zeigen Sie dieses Bild am Eingang, oder nennen Sie Ihre Anmeldenummer."),
        ],
        picture=tickets.qr_file(registration),
        alt=_("QR-Code mit Ihrer Anmeldenummer %s") % registration.shown_code,
    )
