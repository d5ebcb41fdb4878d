"""How a need may go on, and why not."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ..enums import ANSWERS, REMOVED, TYPE_OF, UNANSWERED, State, StateType, Visibility
from ..models import Need


def why_not_moved_to(need: Need, state: State, reason: str) -> str | None:
    """Why staff cannot give it this state; ending needs a public reason, and what ended is reopened first."""
    if state not in ANSWERS:
        return _("Dieser Stand entsteht nicht von Hand.")
    if need.visibility in REMOVED:
        return _("Dieser Beitrag ist nicht mehr öffentlich.")
    if need.visibility == Visibility.WAITING:
        return _("Bitte veröffentlichen Sie den Beitrag zuerst.")
    if need.is_ended:
        return _("Dieser Beitrag ist abgeschlossen. Bitte öffnen Sie ihn zuerst wieder.")
    if state == need.state:
        return _("Das ist schon der Stand.")
    if TYPE_OF[state] != StateType.OPEN and not reason.strip():
        return _("Bitte begründen Sie das öffentlich.")
    return None


def why_not_published(need: Need) -> str | None:
    if need.visibility == Visibility.PUBLIC and need.moderated_at:
        return _("Das ist schon öffentlich.")
    if need.visibility == Visibility.REMOVED_BY_AUTHOR:
        return _("Wer das geschrieben hat, möchte es nicht mehr zeigen.")
    if need.state == State.DUPLICATE and need.visibility != Visibility.PUBLIC:
        return _("Das ist schon gemeldet: Öffentlich ist der andere Beitrag.")
    return None


def why_not_removed(need: Need, reason: str) -> str | None:
    """Why moderation cannot take it away."""
    if need.visibility in REMOVED:
        return _("Das ist schon nicht mehr öffentlich.")
    return None if reason.strip() else _("Bitte nennen Sie den Grund.")


def why_not_withdrawn(need: Need) -> str | None:
    """Why whoever said it cannot take it back."""
    if need.visibility in REMOVED:
        return _("Das ist schon nicht mehr öffentlich.")
    if need.is_ended:
        return _("Dieser Beitrag ist schon abgeschlossen.")
    return None


def why_not_reopened(need: Need, reason: str) -> str | None:
    if not need.is_ended:
        return _("Dieser Beitrag ist noch offen.")
    if need.visibility in REMOVED:
        return _("Dieser Beitrag ist nicht mehr öffentlich.")
    return None if reason.strip() else _("Bitte nennen Sie den Grund.")


def why_not_duplicate(need: Need, of: Need) -> str | None:
    """Why it cannot be joined to another; chains and circles are refused."""
    if need.pk == of.pk:
        return _("Ein Beitrag kann nicht sich selbst wiederholen.")
    if of.state == State.DUPLICATE:
        return _("Dieser Beitrag ist selbst schon woanders gemeldet. Bitte wählen Sie den ersten.")
    if of.visibility != Visibility.PUBLIC:
        return _("Der andere Beitrag ist nicht öffentlich.")
    if need.visibility in REMOVED:
        return _("Dieser Beitrag ist nicht mehr öffentlich.")
    if need.is_ended:
        return _("Dieser Beitrag ist abgeschlossen. Bitte öffnen Sie ihn zuerst wieder.")
    return None


def why_not_shortened(need: Need, title: str, text: str) -> str | None:
    if not title.strip():
        return _("Bitte lassen Sie einen Titel stehen.")
    if need.visibility in REMOVED:
        return _("Dieser Beitrag ist nicht mehr öffentlich.")
    if (title, text) == (need.title, need.text):
        return _("Es hat sich nichts geändert.")
    return None


def why_not_classified(need: Need, found: dict[str, Any]) -> str | None:
    """`found`: fields of a need that say where it belongs."""
    if need.visibility in REMOVED:
        return _("Dieser Beitrag ist nicht mehr öffentlich.")
    if all(getattr(need, name) == value for name, value in found.items()):
        return _("Es hat sich nichts geändert.")
    return None


def is_overdue(need: Need, promised_before: datetime) -> bool:
    """Whether nobody has answered what came before the moment up to which answers are promised."""
    return need.state in UNANSWERED and need.visibility not in REMOVED and need.received_at < promised_before


def how_overdue(need: Need, promised_before: datetime) -> int:
    """Full days since the promised answer; 0 where it is in time."""
    return (promised_before - need.received_at).days if is_overdue(need, promised_before) else 0


def seen_as(need: Need) -> str:
    """How it stood when a page about it was made; kept in the page's forms, see `why_not_as_seen`."""
    return f"{need.changed_at.isoformat()} {need.assigned_to_id or ''}"


def why_not_as_seen(need: Need, seen: str, changed_by: str) -> str | None:
    """Why nothing is done by a form whose page shows it as it no longer stands; `changed_by` is a name, or empty."""
    if not seen or seen == seen_as(need):
        return None
    if changed_by:
        return _("%s hat diesen Beitrag gerade geändert. Bitte sehen Sie noch einmal hin.") % changed_by
    return _("Dieser Beitrag hat sich gerade geändert. Bitte sehen Sie noch einmal hin.")


def why_not_asked_back(need: Need, question: str) -> str | None:
    if need.person is None:
        return _("Ohne Namen und Anschrift geschickt: Niemand kann gefragt werden.")
    return None if question.strip() else _("Bitte schreiben Sie die Frage.")
