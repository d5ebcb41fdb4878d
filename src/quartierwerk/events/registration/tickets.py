"""The registration code as a QR picture, and the confirmation as PDF (PDF/UA-1).

The picture holds `BASE_URL/einlass/<code>/`, the same in every language: whoever lets people in opens or scans it.
"""

from io import BytesIO

import segno
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from quartierwerk.core import pdf
from quartierwerk.core.models import Town

from ..models import Registration
from ..words.whom_to_call import Phone, phone_for
from . import facts

SCALE = 6  # pixels a module: about 220 pixels, which fits the narrowest phone
QUIET_ZONE = 4  # modules of white around it, ISO/IEC 18004


def door_url(registration: Registration) -> str:
    """What the QR code says."""
    with translation.override(settings.LANGUAGE_CODE):
        return settings.BASE_URL + reverse("events:door_code", args=[registration.code])


def qr_svg(registration: Registration) -> SafeString:
    """The picture to stand in a page; black on white in dark mode, too. It is named by what stands around it."""
    return mark_safe(_code(registration).svg_inline(scale=SCALE, svgclass=None, lineclass=None, **_look()))


def confirmation_pdf(registration: Registration) -> bytes:
    """“Anmeldebestätigung”, one page A4, in the language of the registration."""
    with translation.override(registration.language):
        event, town = registration.event, Town.load()
        phone = phone_for(event)
        rows = [
            *facts.facts(event, registration.occurrence, online=True, with_year=True),
            {"term": pgettext("Anmeldung", "Personen"), "value": str(registration.party_size)},
        ]
        if workshops := ", ".join(item.title for item in registration.workshops.all()):
            rows.append({"term": _("Workshops"), "value": workshops})
        data = {
            "title": _("Anmeldebestätigung"),
            "language": registration.language.partition("-")[0],
            "town": {"name": town.official_name, "platform": town.platform_name},
            "event": event.title,
            "name": registration.name,
            "facts": [[row["term"], row["value"]] for row in rows],
            "code_label": _("Anmeldenummer"),
            "code": registration.shown_code,
            "qr_alt": _("QR-Code mit der Anmeldenummer %s") % registration.shown_code,
            "hint": _("Bitte bringen Sie dieses Blatt mit, oder nennen Sie am Einlass Ihre Anmeldenummer."),
            "change": _change(phone),
        }
    return pdf.render("ticket", data, files={"qr.svg": qr_file(registration)})


def _change(phone: Phone | None) -> str:
    if phone is None:
        return _("Sie können doch nicht kommen? Bitte sagen Sie ab, damit andere den Platz bekommen.")
    return _("Sie können doch nicht kommen? Bitte sagen Sie ab: %(name)s, %(number)s.") % {
        "name": phone.label,
        "number": phone.number,
    }


def _code(registration: Registration) -> segno.QRCode:
    return segno.make(door_url(registration), error="m", micro=False)


def _look() -> dict[str, object]:
    return {"border": QUIET_ZONE, "dark": "#000", "light": "#fff"}


def qr_file(registration: Registration) -> bytes:
    """The picture as an SVG file, for paper."""
    file = BytesIO()
    _code(registration).save(file, kind="svg", scale=SCALE, **_look())
    return file.getvalue()
