"""The code of a registration on paper: printed, spelled in groups, and as a QR code for the entrance."""

import io

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.people.letters import Enclosure

from . import codes
from .models import Registration


def door_url(registration: Registration) -> str:
    """What the QR code says; the entrance reads the code at its end."""
    return settings.BASE_URL + reverse("events:door_code", args=[registration.code])


def qr_svg(text: str) -> bytes:
    picture = io.BytesIO()
    segno.make(text, error="m").save(picture, kind="svg", border=4, xmldecl=True)
    return picture.getvalue()


def enclosure(registration: Registration) -> Enclosure | None:
    """What a letter about a registration carries: nothing once it has ended."""
    if registration.is_ended:
        return None
    code = codes.in_groups(registration.code)
    lines = [_("Wenn Sie nicht kommen können oder etwas anders wird, rufen Sie uns bitte an.")]
    if not registration.holds_place:
        return Enclosure(title=_("Ihre Anmeldenummer: %s") % code, lines=lines)
    return Enclosure(
        title=_("Ihre Anmeldenummer: %s") % code,
        lines=[_("Zeigen Sie dieses Bild am Eingang, oder nennen Sie die Nummer."), *lines],
        picture=qr_svg(door_url(registration)),
        alt=_("QR-Code mit Ihrer Anmeldenummer %s") % code,
    )
