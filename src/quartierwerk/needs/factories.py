"""Test needs that came through the action."""

from typing import Any

from quartierwerk.people.models import Person, User

from . import actions
from .actions import Place, Said
from .enums import CameBy
from .models import Need


def need(
    title: str = "Die Bank am Ufer ist kaputt",
    *,
    person: Person | None = None,
    came_by: str = CameBy.FORM,
    by: User | None = None,
    place: Place = Place(),  # noqa: B008 - frozen
    **said: Any,
) -> Need:
    """One that has just arrived and waits for the moderation."""
    return actions.say(said=Said(title=title, place=place, **said), person=person, came_by=came_by, by=by)


def public_need(title: str = "Die Bank am Ufer ist kaputt", **values: Any) -> Need:
    """One that everybody may read."""
    return actions.publish(need=need(title, **values), by=None)
