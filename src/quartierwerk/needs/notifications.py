"""Which message about a need goes to whom. Whoever said it hears on the own channel; nothing is mailed before commit."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from quartierwerk.core import clock
from quartierwerk.people.models import Channel, Notification
from quartierwerk.people.notifications import notify

from . import queries
from .enums import REMOVED, State
from .models import Need


def _in_their_language(tell: Callable[..., Notification | None]) -> Callable[..., Notification | None]:
    """In the language in which the need was said."""

    @wraps(tell)
    def spoken(need: Need, *words: str) -> Notification | None:
        with translation.override(need.language):
            return tell(need, *words)

    return spoken


@_in_their_language
def received(need: Need) -> Notification | None:
    """That it arrived, with its number; nothing typed is repeated, so that nobody can send spam with it."""
    return _tell(
        need,
        _("Ihr Beitrag ist angekommen"),
        _("vielen Dank. Ihr Beitrag hat die Nummer %s. Unter dieser Nummer finden Sie ihn wieder.")
        % need.reference,
        only_mail=True,
    )


@_in_their_language
def published(need: Need) -> Notification | None:
    return _tell(
        need, _("Ihr Beitrag ist veröffentlicht"), _("Ihr Beitrag ist jetzt öffentlich."), only_mail=True
    )


@_in_their_language
def moved(need: Need, reason: str, office: str = "") -> Notification | None:
    """The answer, in full and with the office that gives it, on the person's channel."""
    label = queries.labels()[State(need.state)]
    return _tell(
        need,
        _("Neuer Stand: %s") % label,
        _("Ihr Beitrag hat einen neuen Stand: %s.") % label,
        reason,
        office,
    )


@_in_their_language
def merged(need: Need, reason: str) -> Notification | None:
    assert need.duplicate_of is not None  # noqa: S101 - the database has a constraint for it
    return _tell(
        need,
        _("Ihr Beitrag gehört zu einem anderen"),
        _("jemand hat das auch gemeldet. Wir kümmern uns unter der Nummer %s darum.")
        % need.duplicate_of.reference,
        reason,
    )


@_in_their_language
def removed(need: Need, reason: str) -> Notification | None:
    return _tell(need, _("Ihr Beitrag ist nicht öffentlich"), _("wir zeigen Ihren Beitrag nicht."), reason)


@_in_their_language
def reopened(need: Need, reason: str) -> Notification | None:
    return _tell(need, _("Ihr Beitrag ist wieder offen"), _("wir kümmern uns noch einmal darum."), reason)


@_in_their_language
def takes_longer(need: Need) -> Notification | None:
    return _tell(
        need,
        _("Ihr Beitrag braucht noch Zeit"),
        _("wir haben Ihren Beitrag noch nicht beantwortet. Er ist nicht vergessen, es dauert nur länger."),
    )


@_in_their_language
def ask_if_solved(need: Need) -> Notification | None:
    return _tell(
        need,
        _("Ist es gelöst?"),
        _("vor einiger Zeit haben wir Ihren Beitrag als erledigt gemeldet. Ist es wirklich gut?"),
        answer_at="geloest",
    )


@_in_their_language
def asked_back(need: Need, question: str) -> Notification | None:
    return _tell(
        need, _("Eine Frage zu Ihrem Beitrag"), _("wir haben eine Frage:"), question, answer_at="ergaenzen"
    )


def _tell(
    need: Need, subject: str, *sentences: str, only_mail: bool = False, answer_at: str = ""
) -> Notification | None:
    """One message to whoever said it. `only_mail`: too small for a call or a letter. `answer_at`: the place of their own
    page where they answer."""
    person = need.person
    if person is None or (only_mail and person.preferred_channel != Channel.EMAIL):
        return None
    body = [
        _("Guten Tag,"),
        *sentences,
        _facts(need, person.preferred_channel),
        _how_to_answer(need, person.preferred_channel, answer_at),
    ]
    return notify(
        person=person,
        subject=f"{need.reference}: {subject}",
        body="\n\n".join(part.strip() for part in body if part.strip()),
        about=need,
        due_on=clock.today(),
    )


def _facts(need: Need, way: str) -> str:
    """With a letter the title stands in the enclosure, on the list of calls beside it."""
    title = what_about(need) if way == Channel.EMAIL else ""
    return "\n".join(part for part in (_("Nummer: %s") % need.reference, title) if part)


def what_about(need: Need) -> str:
    """The title, once somebody of the team has looked at it and let it stand; empty before.

    Anybody can type any address and any words into the public form: before a human being has read them, and where
    they were taken away, a mail with them would carry spam to strangers.
    """
    if need.moderated_at is None or need.visibility in REMOVED:
        return ""
    return _("Worum es geht: %s") % need.title


def _how_to_answer(need: Need, way: str, place: str) -> str:
    """By mail the signed link; a letter asks for a call; whoever is called answers on the telephone."""
    own_page = settings.BASE_URL + need.own_path
    if way == Channel.EMAIL and place:
        return _("Hier können Sie antworten:\n%s") % f"{own_page}#{place}"
    if way == Channel.EMAIL:
        return _("Ihren Beitrag ansehen, ergänzen oder zurückziehen:\n%s") % own_page
    return _("Bitte rufen Sie uns an oder schreiben Sie uns.") if way == Channel.LETTER and place else ""
