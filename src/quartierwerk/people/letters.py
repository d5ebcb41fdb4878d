"""Letters and the printed list, as PDF."""

from collections.abc import Iterable
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from quartierwerk.core import clock, pdf
from quartierwerk.core.models import Town

from . import rules
from .models import Channel, Notification

LOGO_HEIGHT = 200


def letters_pdf(notifications: Iterable[Notification]) -> bytes:
    """One letter for each notification, each beginning on its own page; every recipient has an address."""
    chosen = list(notifications)
    language = chosen[0].person.language if len(chosen) == 1 else "de"
    town = Town.load()
    logo = _logo(town)
    with translation.override(language):
        title = chosen[0].subject if len(chosen) == 1 else _("Briefe")
        frame = {"title": title, "language": language.partition("-")[0], "town": _head(town, bool(logo))}
    letters = [_letter(notification, town) for notification in chosen]
    return pdf.render("letter", {**frame, "letters": letters}, files={"logo.png": logo} if logo else None)


def list_pdf(notifications: Iterable[Notification]) -> bytes:
    """Everybody to call or to write to, with room for notes; in German, for the town hall."""
    with translation.override("de"):
        return pdf.render(
            "contact_list",
            {
                "title": _("Anrufen und schreiben"),
                "language": "de",
                "note": _("Stand: %s. Enthält Kontaktdaten: bitte nicht liegen lassen.")
                % _day(clock.today()),
                "town": {"name": Town.load().official_name},
                "head": [_("Wer"), _("Wie"), _("Worum"), pgettext("Frist", "Bis"), _("Notiz")],
                "rows": [_row(notification) for notification in notifications],
                "empty": _("Zurzeit ist niemand anzurufen oder anzuschreiben."),
            },
        )


def _row(notification: Notification) -> list[str]:
    recipient = notification.recipient
    who = recipient.name
    if recipient != notification.person:
        who += " " + _("(für %s)") % notification.person.name
    how = rules.readable_phone(recipient.phone) if notification.channel != Channel.LETTER else ""
    how = how or ", ".join(recipient.address_lines[1:])
    if notification.is_undelivered:
        how = " ".join(part for part in (_("Mail kam nicht an: bitte anrufen oder schreiben"), how) if part)
    return [
        who,
        how,
        f"{notification.subject}: {notification.body}",
        date_format(notification.due_on, "SHORT_DATE_FORMAT") if notification.due_on else "",
        "",
    ]


def _letter(notification: Notification, town: Town) -> dict[str, Any]:
    recipient = notification.recipient
    with translation.override(notification.person.language):
        reference = [(_("Datum"), _day(clock.today())), (_("Telefon"), town.phone)]
        intro = [] if recipient == notification.person else [[_("Für %s") % notification.person.name]]
        return {
            "address": recipient.address_lines,
            "reference": [{"label": label, "value": value} for label, value in reference if value],
            "subject": notification.subject,
            "paragraphs": intro + [block.splitlines() for block in _paragraphs(notification.body)],
            "closing": _("Mit freundlichen Grüßen"),
            "signature": f"{town.platform_name} {town.name}",
        }


def _paragraphs(text: str) -> list[str]:
    blocks = text.replace("\r\n", "\n").split("\n\n")
    return [block.strip() for block in blocks if block.strip()]


def _head(town: Town, has_logo: bool) -> dict[str, Any]:
    place = f"{town.postal_code} {town.city}".strip()
    footer = [town.official_name, town.street, place, town.phone, town.website]
    return {
        "name": town.official_name,
        "platform": town.platform_name,
        "address_line": " · ".join(part for part in (town.official_name, town.street, place) if part),
        "footer": " · ".join(part for part in footer if part),
        "has_logo": has_logo,
        "logo": "logo.png",
        "logo_alt": _("Logo: %s") % town.official_name,
    }


def _logo(town: Town) -> bytes:
    """The town's logo as PNG; empty where it has none."""
    if town.logo is None:
        return b""
    with town.logo.get_rendition(f"height-{LOGO_HEIGHT}|format-png").file.open("rb") as file:
        return file.read()


def _day(day: Any) -> str:
    return date_format(day, "DATE_FORMAT")
