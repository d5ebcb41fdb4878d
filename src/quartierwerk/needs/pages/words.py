"""Words in addresses and the looks of states."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from quartierwerk.places.models import Quarter

from ..enums import Kind, State, StateType

SAY_IT = _("Sagen, was sich ändern soll")
"""On every button that leads to the form."""


def say_url(quarter: Quarter | None = None) -> str:
    """Where one says it; in a quarter the form knows that already."""
    return reverse("needs:say") + (f"?quartier={quarter.slug}" if quarter else "")


KINDS = {"problem": Kind.PROBLEM, "idee": Kind.IDEA, "anliegen": Kind.CONCERN, "lob": Kind.PRAISE}
"""Word in the address → kind."""

STATES = {
    "veroeffentlicht": State.PUBLISHED,
    "in-pruefung": State.IN_REVIEW,
    "geplant": State.PLANNED,
    "in-arbeit": State.IN_PROGRESS,
    "erledigt": State.DONE,
    "nicht-moeglich": State.NOT_POSSIBLE,
    "nicht-zustaendig": State.NOT_OUR_REMIT,
    "schon-gemeldet": State.DUPLICATE,
}
"""Word in the address → state; the others are never public."""

TYPES = {"offen": StateType.OPEN, "geloest": StateType.SOLVED, "geschlossen": StateType.CLOSED}

PERIODS = {"7-tage": (7, _("letzte 7 Tage")), "30-tage": (30, _("letzte 30 Tage"))}
"""Word in the address → days back, label; besides them a year."""

BADGES = {
    State.PUBLISHED: "",
    State.IN_REVIEW: "info",
    State.PLANNED: "info",
    State.IN_PROGRESS: "info",
    State.DONE: "success",
}
"""State → look of its badge; the others have the quiet one."""
