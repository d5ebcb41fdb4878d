"""Whom to call about an event. Nobody is named who is not public."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from quartierwerk.core.models import Town
from quartierwerk.core.reachable import pieces
from quartierwerk.people.models import Contact

from ..enums import OWN_LIST
from ..models import Event

_MAY_BE_A_NUMBER = re.compile(r"\d(?:\D?\d){4}").search  # quicker than to look for one everywhere


@dataclass(frozen=True)
class Phone:
    """Whom to call, and under which number as it is written."""

    label: str
    number: str
    department: str = ""

    def __str__(self) -> str:
        return f"{self.number} ({self.label})"


def phone_for(event: Event) -> Phone | None:
    """Of the first contact who has a number, else of the town hall.

    Of the town's only where it can help: it keeps the list, or the event itself names no number to call.
    """
    for contact in _contacts(event):
        if number := contact.phone or contact.mobile:
            return Phone(contact.name, number, contact.department)
    if _answers_itself(event):
        return None
    town = Town.load()
    return Phone(_("Rathaus"), town.phone) if town.phone else None


def _answers_itself(event: Event) -> bool:
    """Its own words name a number, such as that of a club: nobody in the town hall knows more."""
    if event.registration_mode in OWN_LIST:
        return False
    said = (event.registration_how, event.registration_note, event.summary, *event.description.splitlines())
    return any(piece.kind == "phone" for line in said if _MAY_BE_A_NUMBER(line) for piece in pieces(line))


def _contacts(event: Event) -> Iterator[Contact]:
    if event.contact and event.contact.is_public:
        yield event.contact
    if _answers_itself(event):
        return
    if first := Contact.objects.public().filter(is_main=True).first():
        yield first
