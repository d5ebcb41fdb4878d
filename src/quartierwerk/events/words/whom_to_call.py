"""Whom to call about an event. Nobody is named who is not public."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from quartierwerk.core.models import Town
from quartierwerk.people.models import Contact

from ..models import Event


@dataclass(frozen=True)
class Phone:
    """Whom to call, and under which number as it is written."""

    label: str
    number: str
    department: str = ""

    def __str__(self) -> str:
        return f"{self.number} ({self.label})"


def phone_for(event: Event) -> Phone | None:
    """Of the first contact who has a number, else of the town hall."""
    for contact in _contacts(event):
        if number := contact.phone or contact.mobile:
            return Phone(contact.name, number, contact.department)
    town = Town.load()
    return Phone(_("Rathaus"), town.phone) if town.phone else None


def _contacts(event: Event) -> Iterator[Contact]:
    if event.contact and event.contact.is_public:
        yield event.contact
    if first := Contact.objects.public().filter(is_main=True).first():
        yield first
