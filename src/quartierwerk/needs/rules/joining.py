"""Who may join in, and why not."""

from django.utils.translation import gettext as _

from quartierwerk.people.models import Person

from ..enums import REMOVED, Frequency, State
from ..models import Comment, Follow, Need
from ..models.together import COMMENT_LENGTH


def why_not_joined(need: Need) -> str | None:
    """Why nobody can say that it concerns them, help or follow."""
    if not need.is_public:
        return _("Dieser Beitrag ist nicht öffentlich.")
    if need.state == State.DUPLICATE:
        return _("Das ist schon woanders gemeldet. Bitte schließen Sie sich dort an.")
    return None


def why_not_supported(need: Need, person: Person | None) -> str | None:
    """Whoever said it is known to be concerned; the number counts the others."""
    if reason := why_not_joined(need):
        return reason
    if person and need.person_id == person.pk:
        return _("Das haben Sie selbst gemeldet. Gezählt werden hier alle anderen, die es betrifft.")
    return None


def why_not_commented(need: Need, text: str, answers: Comment | None = None) -> str | None:
    if reason := why_not_joined(need):
        return reason
    if answers and (answers.need_id != need.pk or not answers.is_public):
        return _("Der Kommentar, auf den Sie antworten, ist nicht mehr da.")
    if not text.strip():
        return _("Bitte schreiben Sie etwas.")
    if len(text) > COMMENT_LENGTH:
        return _("Der Kommentar ist zu lang. Bitte kürzen Sie ihn auf %d Zeichen.") % COMMENT_LENGTH
    return None


def why_not_comment_withdrawn(comment: Comment) -> str | None:
    """Why whoever wrote it cannot take it back."""
    return _("Das ist schon nicht mehr öffentlich.") if comment.visibility in REMOVED else None


def why_not_written_to(person: Person, frequency: str) -> str | None:
    """Why somebody cannot follow by letter."""
    return no_address() if frequency == Frequency.LETTER and not person.has_address else None


def why_frequency_stays(follow: Follow, frequency: str) -> str | None:
    """By their link people choose between days and weeks; letters are the desk's affair."""
    if Frequency.LETTER in (follow.frequency, frequency):
        return _("Briefe bestellen und beenden wir für Sie. Bitte rufen Sie uns an.")
    return None if frequency in Frequency.values else _("Bitte wählen Sie, wie oft Sie hören möchten.")


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
