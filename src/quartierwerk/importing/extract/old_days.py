"""Days on which something was to be: they count where nothing else is announced, as off."""

from dataclasses import replace
from typing import TYPE_CHECKING

from .draft import Status
from .reading import Reading
from .roles import Role
from .status import status

if TYPE_CHECKING:
    from .slots import Slot


def with_what_was_to_be(reading: Reading, found: "list[Slot]") -> "list[Slot]":
    """“Das Fest hätte eigentlich am 18. Juli stattfinden sollen”, and no other day is named: that one is off."""
    old = [slot for slot in found if slot.role is Role.OLD]
    if len(old) != 1 or any(slot.role is Role.EVENT for slot in found):
        return found
    said = reading.plain[slice(*reading.layout.sentence_at(old[0].mention.start))]
    is_off = status(said) is Status.CANCELLED
    return [replace(slot, role=Role.EVENT) if is_off and slot is old[0] else slot for slot in found]
