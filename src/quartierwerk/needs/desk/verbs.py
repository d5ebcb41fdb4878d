"""What staff do with a need: this list is what the page offers. Each verb asks a form and runs one action."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from quartierwerk.people.models import Channel
from quartierwerk.people.rules import usable_channel

from .. import actions, rules
from ..enums import REMOVED, State
from ..models import Need
from . import forms

PROBE = "…"  # stands for the reason that somebody will type, when a rule is asked before


@dataclass(frozen=True)
class Verb:
    """`key` stands in the address, `stroke` is its key; `refused(need)` tells why it is not offered now.

    `if_public`: what its title and button say then; `if_read`: where only the team can read what is new. `needs_fresh`:
    two at once would undo each other's work, so the second is told (`actions.as_seen`).
    """

    key: str
    title: str | Promise
    button: str | Promise
    form: type[forms.VerbForm]
    run: Callable[..., Any]
    done: Callable[[Need, dict[str, Any]], str]
    refused: Callable[[Need], str | None] = lambda need: None  # noqa: ARG005
    stroke: str = ""
    needs_fresh: bool = True
    if_public: str | Promise = ""
    if_read: str | Promise = ""


def _say(sentence: str | Promise) -> Callable[[Need, dict[str, Any]], str]:
    return lambda need, said: str(sentence)  # noqa: ARG005


def _answered(need: Need, said: dict[str, Any]) -> str:  # noqa: ARG001
    """How the answer gets to whoever said it."""
    if need.person is None:
        return str(_("Die Antwort ist öffentlich. Ohne Namen geschickt: Niemand ist zu benachrichtigen."))
    way = usable_channel(need.person)
    if way == Channel.EMAIL:
        return str(_("Die Antwort ist öffentlich und geht per E-Mail hinaus."))
    if way == Channel.NONE:
        return str(
            _("Die Antwort ist öffentlich. Es ist kein Weg hinterlegt, die Person zu benachrichtigen.")
        )
    return str(_("Die Antwort ist öffentlich und steht auf der Liste „Anrufen und schreiben“."))


def _handed_on(need: Need, said: dict[str, Any]) -> str:
    """To whom, and whether a mail is on its way."""
    to = str(_("Weitergegeben an %s.") % need.handed_to)
    if not said["by_mail"]:
        return to
    contact = said["contact"]
    return f"{to} " + str(_("Die E-Mail geht an %s.") % f"{contact.name}, {contact.email}")


def _why_not_answered(need: Need) -> str | None:
    state = State.IN_REVIEW if need.state != State.IN_REVIEW else State.PLANNED
    return rules.why_not_moved_to(need, state, PROBE)


def _why_not_gone(need: Need) -> str | None:
    return rules.why_not_removed(need, PROBE)


def _why_not_touched(need: Need) -> str | None:
    """Nothing to shorten or to hand on where it is gone."""
    return rules.why_not_removed(need, PROBE) if need.visibility in REMOVED else None


VERBS = [
    Verb(
        "freigeben", _("Freigeben"), _("Freigeben"), forms.VerbForm,
        lambda need, by: actions.publish(need=need, by=by),
        _say(_("Der Beitrag ist öffentlich.")), rules.why_not_published, "f",
        if_public=_("Gesehen, darf stehen bleiben"), if_read=_("Gelesen"),
    ),
    Verb(
        "antworten", _("Antworten"), _("Öffentlich antworten"), forms.AnswerForm,
        lambda need, by, **said: actions.move_on(need=need, by=by, **said),
        _answered, _why_not_answered, "a",
    ),
    Verb(
        "oeffnen", _("Wieder öffnen"), _("Wieder öffnen"), forms.ReopenForm,
        lambda need, by, reason: actions.reopen(need=need, reason=reason, by=by),
        _say(_("Der Beitrag ist wieder offen.")), lambda need: rules.why_not_reopened(need, PROBE), "o",
    ),
    Verb(
        "geloest", _("Rückmeldung eintragen: Ist es gelöst?"), _("Eintragen"), forms.SolvedForm,
        lambda need, by, solved, words: actions.say_if_solved(need=need, solved=solved, words=words, by=by),
        _say(_("Eingetragen.")), rules.why_not_asked_if_solved, "g",
    ),
    Verb(
        "rueckfrage", _("Rückfrage stellen"), _("Frage schicken"), forms.QuestionForm,
        lambda need, by, question: actions.ask_back(need=need, question=question, by=by),
        _say(_("Die Frage ist gestellt und als Notiz festgehalten.")),
        lambda need: rules.why_not_asked_back(need, PROBE), "r", needs_fresh=False,
    ),
    Verb(
        "kuerzen", _("Kürzen"), _("Öffentlichen Text ändern"), forms.ShortenForm,
        lambda need, by, title, text: actions.shorten(need=need, title=title, text=text, by=by),
        _say(_("Der öffentliche Text ist geändert, der erste ist für das Team aufgehoben.")),
        _why_not_touched, "t",
    ),
    Verb(
        "einordnen", _("Einordnen"), _("Speichern"), forms.ClassifyForm,
        lambda need, by, **said: actions.classify(need=need, by=by, **said),
        _say(_("Gespeichert.")), _why_not_touched, "i",
    ),
    Verb(
        "weitergeben", _("Weitergeben"), _("Weitergeben"), forms.HandOnForm,
        lambda need, by, **said: actions.hand_on(need=need, by=by, **said),
        _handed_on, _why_not_touched, "w",
    ),
    Verb(
        "zuweisen", _("Zuweisen"), _("Zuweisen"), forms.AssignForm,
        lambda need, by, to: actions.assign(need=need, to=to, by=by), _say(_("Zugewiesen.")), stroke="z",
    ),
    Verb(
        "notiz", _("Interne Notiz"), _("Notiz speichern"), forms.NoteForm,
        lambda need, by, text: actions.note(need=need, text=text, by=by),
        _say(_("Die Notiz ist gespeichert.")), stroke="n", needs_fresh=False,
    ),
    Verb(
        "offiziell", _("Offiziell kommentieren"), _("Kommentar veröffentlichen"), forms.OfficialCommentForm,
        lambda need, by, office, **said: actions.comment(need=need, shown_name=office, by=by, **said),
        _say(_("Der Kommentar ist öffentlich.")),
        lambda need: rules.why_not_commented(need, PROBE), "c", needs_fresh=False,
    ),
    Verb(
        "entfernen", _("Entfernen"), _("Aus der Öffentlichkeit nehmen"), forms.ReasonForm,
        lambda need, by, reason: actions.remove(need=need, reason=reason, by=by),
        _say(_("Der Beitrag ist nicht mehr öffentlich.")), _why_not_gone, "e",
    ),
    Verb(
        "sperren", _("Sperren, weil das Recht es verbietet"), _("Sperren"), forms.ReasonForm,
        lambda need, by, reason: actions.remove(need=need, reason=reason, by=by, blocked=True),
        _say(_("Der Beitrag ist gesperrt.")), _why_not_gone,
    ),
]  # fmt: skip
BY_KEY = {verb.key: verb for verb in VERBS}
