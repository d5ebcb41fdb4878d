"""Who may join in, and why not."""

from django.utils.translation import gettext as _

from ..enums import REMOVED, State
from ..models import Need
from ..models.together import COMMENT_LENGTH


def why_not_joined(need: Need) -> str | None:
    """Why nobody can say that it concerns them, help or follow."""
    if not need.is_public:
        return _("Dieser Beitrag ist nicht öffentlich.")
    if need.state == State.DUPLICATE:
        return _("Das ist schon woanders gemeldet. Bitte schließen Sie sich dort an.")
    return None


def why_not_commented(need: Need, text: str) -> str | None:
    if reason := why_not_joined(need):
        return reason
    if not text.strip():
        return _("Bitte schreiben Sie etwas.")
    if len(text) > COMMENT_LENGTH:
        return _("Der Kommentar ist zu lang. Bitte kürzen Sie ihn auf %d Zeichen.") % COMMENT_LENGTH
    return None


def why_not_asked_if_solved(need: Need) -> str | None:
    """Why an answer to “Ist es gelöst?” comes too late."""
    if need.visibility in REMOVED:
        return _("Dieser Beitrag ist nicht mehr öffentlich.")
    if need.state != State.DONE:
        return _("Dieser Beitrag ist gerade nicht als erledigt gemeldet.")
    return None


def why_no_words_added(need: Need, words: str) -> str | None:
    """Why whoever said it cannot add anything."""
    if need.visibility in REMOVED:
        return _("Dieser Beitrag ist nicht mehr öffentlich.")
    return None if words.strip() else _("Bitte schreiben Sie etwas.")


def no_address() -> str:
    return _("Für Briefe fehlt die vollständige Anschrift.")
