"""What a letter about a registration carries besides its text: for who has a place, the picture for the entrance."""

from django.utils.translation import gettext as _

from quartierwerk.people.letters import Enclosure

from ..models import Registration
from . import tickets


def enclosure(registration: Registration) -> Enclosure | None:
    """Nothing for who has no place; number, date and place stand in the text (`wording.facts`)."""
    if not registration.holds_place:
        return None
    return Enclosure(
        title=_("Für den Eingang"),
        lines=[_("Zeigen Sie dieses Bild am Eingang, oder nennen Sie Ihre Anmeldenummer.")],
        picture=tickets.qr_file(registration),
        alt=_("QR-Code mit Ihrer Anmeldenummer %s") % registration.shown_code,
    )
