"""What a letter about a need carries below its text: its facts, and the way to its public page.

Letters go to whoever said it and to who follows it, so only what everybody may read is in it.
"""

from io import BytesIO

import segno
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from quartierwerk.people.letters import Enclosure

from ..enums import State
from ..models import Need
from ..queries import labels

SCALE, QUIET_ZONE = 6, 4  # pixels a module, modules of white around it (ISO/IEC 18004)


def enclosure(need: Need) -> Enclosure:
    """Number, title, place, day and state; the picture leads to the public page, where there is one."""
    facts = [
        f"{need.reference}: {need.title}",
        _("Wo: %s") % place if (place := place_of(need)) else "",
        _("Eingegangen: %s") % date_format(timezone.localtime(need.received_at), "DATE_FORMAT"),
        _("Stand: %s") % labels()[State(need.state)],
    ]
    return Enclosure(
        title=_("Ihr Beitrag"),
        lines=[line for line in facts if line],
        picture=_qr(settings.BASE_URL + need.get_absolute_url()) if need.is_public else b"",
        alt=_("QR-Code: die Seite des Beitrags %s") % need.reference if need.is_public else "",
    )


def place_of(need: Need) -> str:
    """Where it is, in words."""
    named = [need.place_name or (str(need.venue) if need.venue else ""), str(need.quarter or "")]
    return ", ".join(dict.fromkeys(part for part in named if part))


def _qr(url: str) -> bytes:
    file = BytesIO()
    segno.make(url, error="m", micro=False).save(
        file, kind="svg", scale=SCALE, border=QUIET_ZONE, dark="#000", light="#fff"
    )
    return file.getvalue()
