"""Every fixed list of words of this app, with the groups that rules speak of."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """What somebody says: Open311 clients of German towns know them as `keywords`."""

    PROBLEM = "problem", _("Problem")
    IDEA = "idea", _("Idee")
    CONCERN = "concern", _("Anliegen")
    PRAISE = "praise", _("Lob")


class State(models.TextChoices):
    """How far a need has come. The words can be changed (`StateWording`), what they mean cannot: `TYPE_OF`."""

    RECEIVED = "received", _("eingegangen")
    PUBLISHED = "published", _("veröffentlicht")
    IN_REVIEW = "in_review", _("wird geprüft")
    PLANNED = "planned", _("geplant")
    IN_PROGRESS = "in_progress", _("in Arbeit")
    DONE = "done", _("erledigt")
    NOT_POSSIBLE = "not_possible", _("nicht möglich")
    NOT_OUR_REMIT = "not_our_remit", _("nicht unsere Zuständigkeit")
    DUPLICATE = "duplicate", _("schon gemeldet")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


class StateType(models.TextChoices):
    OPEN = "open", _("offen")
    SOLVED = "solved", _("gelöst")
    CLOSED = "closed", _("geschlossen")


TYPE_OF = {
    State.RECEIVED: StateType.OPEN,
    State.PUBLISHED: StateType.OPEN,
    State.IN_REVIEW: StateType.OPEN,
    State.PLANNED: StateType.OPEN,
    State.IN_PROGRESS: StateType.OPEN,
    State.DONE: StateType.SOLVED,
    State.NOT_POSSIBLE: StateType.CLOSED,
    State.NOT_OUR_REMIT: StateType.CLOSED,
    State.DUPLICATE: StateType.CLOSED,
    State.WITHDRAWN: StateType.CLOSED,
}
OPEN_STATES = tuple(state for state, kind in TYPE_OF.items() if kind == StateType.OPEN)
ENDED_STATES = tuple(state for state, kind in TYPE_OF.items() if kind != StateType.OPEN)
UNANSWERED = (State.RECEIVED, State.PUBLISHED)  # nobody has said yet what becomes of it
ANSWERS = (
    State.IN_REVIEW, State.PLANNED, State.IN_PROGRESS, State.DONE, State.NOT_POSSIBLE, State.NOT_OUR_REMIT,
)  # fmt: skip  # what staff choose; the other states have verbs of their own


class Visibility(models.TextChoices):
    """Whether the public sees it, and why not: three ways of being gone that are never mixed up."""

    WAITING = "waiting", _("wartet auf Freigabe")
    PUBLIC = "public", _("öffentlich")
    REMOVED_BY_AUTHOR = "author", _("vom Verfasser entfernt")
    REMOVED_BY_MODERATOR = "moderator", _("von der Moderation entfernt")
    BLOCKED = "blocked", _("gesperrt")


REMOVED = (Visibility.REMOVED_BY_AUTHOR, Visibility.REMOVED_BY_MODERATOR, Visibility.BLOCKED)


class CameBy(models.TextChoices):
    """The channel; it is kept and counted."""

    FORM = "form", _("Formular")
    PHONE = "phone", _("Anruf")
    EMAIL = "email", _("E-Mail")
    CARD = "card", _("Karte aus Papier")
    LETTER = "letter", _("Brief")
    VISIT = "visit", _("Gespräch")
    EVENT = "event", _("Veranstaltung")
    OPEN311 = "open311", "Open311"


class EntryKind(models.TextChoices):
    """What a line of the public timeline tells."""

    RECEIVED = "received", _("eingegangen")
    STATE = "state", _("neuer Stand")
    MERGED = "merged", _("zusammengeführt")
    SHORTENED = "shortened", _("gekürzt")
    HANDED_ON = "handed_on", _("weitergegeben")
    REOPENED = "reopened", _("wieder geöffnet")
    SOLVED = "solved", _("Rückmeldung")


class NoteKind(models.TextChoices):
    """What a note for the team is: written by the team, asked back, or what whoever said it added or told."""

    NOTE = "note", _("Notiz")
    QUESTION = "question", _("Rückfrage")
    ADDED = "added", _("Ergänzung")
    SOLVED = "solved", _("Rückmeldung")


class Frequency(models.TextChoices):
    """How often a follower hears; by letter through the desk."""

    DAILY = "daily", _("täglich")
    WEEKLY = "weekly", _("einmal in der Woche")
    LETTER = "letter", _("per Brief")


class PhotoState(models.TextChoices):
    SHOWN = "shown", pgettext_lazy("Foto", "wird gezeigt")
    DROPPED = "dropped", pgettext_lazy("Foto", "wird nicht gezeigt")


class Complaint(models.TextChoices):
    """Why somebody reports a need or a comment."""

    INSULT = "insult", _("Beleidigung oder Hetze")
    PRIVATE = "private", _("persönliche Angaben über jemanden")
    ADVERT = "advert", _("Werbung")
    FALSE = "false", _("stimmt nicht")
    OTHER = "other", pgettext_lazy("Meldung", "etwas anderes")
