"""Where something is, in words: the place, its address, its room, or the screen."""

import re

from django.utils.translation import gettext as _

from ..models import Event

_STREET = re.compile(r"str\.|strasse")
_SIGNS = re.compile(r"[^\w]+")


def name(event: Event) -> str:
    """Of the venue, or of the other place; "" where none is named."""
    return event.venue.name if event.venue else event.place_name


def short(event: Event) -> str:
    """`Bürgertreff Welper, Saal`, or that it is on a screen; "" where nothing is known."""
    return _joined(name(event) or street(event), event.room) or _on_screen(event)


def whole(event: Event) -> str:
    """`Altes Rathaus, Saal 2, Untermarkt 9, 12345 Musterstadt`, or that it is on a screen; "" where nothing is known."""
    return _joined(name(event), event.room, _further_street(event), town(event)) or _on_screen(event)


def named_address(event: Event) -> str:
    """`Altes Rathaus, Untermarkt 9, 12345 Musterstadt`, for who shows the room by itself; "" where there is none."""
    return _joined(name(event), _further_street(event), town(event))


def address(event: Event) -> str:
    """`Untermarkt 9, 12345 Musterstadt`: what stands below the name."""
    return _joined(_further_street(event), town(event))


def street(event: Event) -> str:
    return (event.venue or event).street


def _further_street(event: Event) -> str:
    """ "" where the name says it: `Gemeinschaftsraum Nordstraße 15`."""
    said = street(event)
    return "" if is_said_in(said, name(event)) else said


def is_said_in(street: str, name: str) -> bool:
    """`Nordstr. 15` is, in `Gemeinschaftsraum Nordstraße 15`; `Nordstraße 1` is not."""
    return bool(street) and f" {_plain(street)} " in f" {_plain(name)} "


def _plain(words: str) -> str:
    return " ".join(_SIGNS.sub(" ", _STREET.sub("straße", words.casefold())).split())


def town(event: Event) -> str:
    """`12345 Musterstadt`."""
    at = event.venue or event
    return f"{at.postal_code} {at.city}".strip()


def screen(event: Event, *, has_place: bool = False) -> str:
    """The address for taking part on a screen; one that is not public only for who has a place."""
    return event.online_url if event.online_is_public or has_place else ""


def _on_screen(event: Event) -> str:
    return _("am Bildschirm") if event.online_url else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
