"""Letters and the printed list, as PDF."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from quartierwerk.core import clock, pdf
from quartierwerk.core.models import Town

from . import rules
from .models import Channel, Contact, Notification

SHORT = 1200  # characters of a last paragraph that moves to the next page together with the greeting
NAMELESS = "Ohne Namen"
GREETING = re.compile(
    r"(Guten Tag|Hallo|Sehr geehrte|Liebe|Dear|Hello|Good (day|morning))\b[^\n.!?]{0,60}[,!]?$"
)


@dataclass(frozen=True)
class Enclosure:
    """What stands below a letter about some thing, such as a code; `picture` is an SVG file, described by `alt`."""

    title: str
    lines: Sequence[str] = ()
    picture: bytes = b""
    alt: str = ""


_enclosures: dict[type[Model], Callable[[Any], Enclosure | None]] = {}


def register_enclosure(model: type[Model], build: Callable[[Any], Enclosure | None]) -> None:
    """A higher app tells what its letters carry; `build(thing)` speaks the reader's language, None is nothing."""
    _enclosures[model] = build


def letters_pdf(notifications: Iterable[Notification], *, by: Any = None) -> bytes:
    """One letter for each notification, each beginning on its own page; every recipient has an address.

    `by` is the member of the desk who writes: name and telephone below the letter.
    """
    chosen = list(notifications)
    language = chosen[0].person.language if len(chosen) == 1 else "de"
    town = Town.load()
    logo = pdf.town_logo(town)
    with translation.override(language):
        title = chosen[0].subject if len(chosen) == 1 else _("Briefe")
        frame = {"title": title, "language": language.partition("-")[0], "town": _head(town, bool(logo))}
    signer = _signer(by)
    letters = [_letter(notification, town, signer) for notification in chosen]
    files = {"logo.png": logo} if logo else {}
    for number, (letter, notification) in enumerate(zip(letters, chosen, strict=True)):
        letter["enclosure"] = _enclosure(notification, f"enclosure-{number}.svg", files)
    return pdf.render("letter", {**frame, "letters": letters}, files=files)


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


def _signer(user: Any) -> Contact | None:
    """The writing member of staff as residents know them, else the main contact."""
    email = getattr(user, "email", "")
    own = Contact.objects.filter(email__iexact=email).first() if email else None
    return own or Contact.objects.filter(is_main=True).first()


def _letter(notification: Notification, town: Town, signer: Contact | None) -> dict[str, Any]:
    recipient = notification.recipient
    phone = (signer and (signer.phone or signer.mobile)) or town.phone
    with translation.override(notification.person.language):
        reference = [(_("Datum"), _day(clock.today())), (_("Telefon"), phone)]
        paragraphs = _without_greeting(notification.body)
        intro = [] if recipient == notification.person else [[_("Für %s") % notification.person.name]]
        return {
            "address": recipient.address_lines,
            "reference": [{"label": label, "value": value} for label, value in reference if value],
            "subject": notification.subject,
            "salutation": _salutation(recipient.name),
            "paragraphs": intro + [block.splitlines() for block in paragraphs],
            "last_is_short": not paragraphs or len(paragraphs[-1]) < SHORT,
            "closing": _("Mit freundlichen Grüßen"),
            "signature": _signature(signer, town),
            "page_of": _("Seite {page} von {pages}"),
        }


def _enclosure(notification: Notification, name: str, files: dict[str, bytes]) -> dict[str, Any] | None:
    """As the template takes it; its picture is put into `files` under `name`."""
    thing = notification.about
    build = _enclosures.get(type(thing)) if thing else None
    with translation.override(notification.person.language):
        found = build(thing) if build else None
    if found is None:
        return None
    if found.picture:
        files[name] = found.picture
    return {
        "title": found.title,
        "lines": list(found.lines),
        "picture": name if found.picture else "",
        "alt": found.alt,
    }


def _salutation(name: str) -> str:
    nameless = not name or name in (NAMELESS, _(NAMELESS))
    return _("Guten Tag,") if nameless else _("Guten Tag %s,") % name


def _without_greeting(text: str) -> list[str]:
    """The paragraphs; a greeting typed as the first one gives way to the letter's own."""
    blocks = _paragraphs(text)
    return blocks[1:] if len(blocks) > 1 and GREETING.match(blocks[0]) else blocks


def _signature(signer: Contact | None, town: Town) -> list[str]:
    team = f"{town.platform_name} {town.name}"
    if signer is None:
        return [team]
    phone = signer.phone or signer.mobile
    lines = [signer.name, signer.role, team, _("Telefon: %s") % phone if phone else ""]
    return [line for line in lines if line]


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


def _day(day: Any) -> str:
    return date_format(day, "DATE_FORMAT")
