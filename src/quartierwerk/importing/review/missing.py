"""What still has to be filled in before the main button does its work: told above, before anybody presses it."""

from typing import Any

from django.utils.translation import gettext as _

from quartierwerk.events.models import Event
from quartierwerk.events.rules.editing import why_no_way
from quartierwerk.events.rules.stages import has_place

from ..enums import MAKES_NEW, Decision
from ..extract.draft import DoubtKind

PLACE = ("venue", "place_name", "street", "online_url")  # one of them is enough
# Which field is missing where the grammar found nothing: then one line says both.
FOUND_NOTHING = {DoubtKind.NO_DATE: "start_day", DoubtKind.NO_TIME: "start_time"}
_OF_A_CHANGE = {Decision.CANCEL: ("reason",), Decision.MOVE: ("reason", "start_day", "start_time")}
_ONLY_IF = {"decision", "known", "reason"}


def lacks_of(form: Any) -> list[str]:
    """Names of required fields that are empty, of a part that is made."""
    if form.chosen not in MAKES_NEW:
        return []
    return [name for name in form.fields if name not in _ONLY_IF and _is_empty(form, name)]


def lacks_of_event(form: Any) -> list[str]:
    """The same with what an event needs beside that: an hour or the whole day, a place if it appears, a reason if it does not."""
    if form.chosen in _OF_A_CHANGE:
        return [name for name in _OF_A_CHANGE[form.chosen] if _has_nothing(form, name)]
    found = lacks_of(form)
    if form.chosen in MAKES_NEW and _has_nothing(form, "start_time") and not form["all_day"].value():
        found.append("start_time")
    if form.chosen == Decision.PUBLISH and not has_place(_where(form)):
        found.append("venue")
    if form.chosen in MAKES_NEW and why_no_way(
        form["registration_mode"].value(), _said(form, form.how_field)
    ):
        found.append(form.how_field)
    return [name for name in form.fields if name in found]


def what_lacks(form: Any, name: str) -> str:
    """“Es fehlt: Ort”."""
    return _("Es fehlt: %s") % form[name].label


def _where(form: Any) -> Event:
    venue, *others = PLACE
    return Event(venue_id=_said(form, venue) or None, **{name: _said(form, name) for name in others})


def _said(form: Any, name: str) -> str:
    return str(form[name].value() or "").strip()


def _is_empty(form: Any, name: str) -> bool:
    return bool(form.fields[name].required) and _has_nothing(form, name)


def _has_nothing(form: Any, name: str) -> bool:
    value = form[name].value()
    return value in (None, [], False) or not str(value).strip()
