"""Which message about an event goes to whom. Every person hears on the own channel; nothing is mailed before commit.

Each message is whole in itself: what happened, the facts, and what to do next. So a newer one takes an older, still
open one about the same registration off the “to call / to write” list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quartierwerk.core import clock
from quartierwerk.people.models import Channel, Notification, Person
from quartierwerk.people.notifications import about, notify
from quartierwerk.people.rules import usable_channel

from . import queries
from .enums import CameBy, State
from .models import Registration
from .words import where, wording
from .words.wording import DateChange
from .words.wording import own_url as own_url  # for whoever shows or mails the link

LETTER_TAKES = timedelta(days=3)
FACE_TO_FACE = (CameBy.PHONE, CameBy.VISIT, CameBy.WALK_IN)
SPOKEN = (Channel.PHONE, Channel.TRUSTED)


def registered(registration: Registration) -> Notification | None:
    """After registering: the link to confirm, the confirmation, or word of the waiting list."""
    told_by = registration.taken_by if registration.came_by in FACE_TO_FACE else None
    if registration.state == State.UNCONFIRMED:
        return confirm_by_link(registration)
    if registration.state == State.CONFIRMED:
        return confirmed(registration, told_by=told_by, is_first=True)
    return put_on_waiting_list(registration, told_by=told_by)


def confirm_by_link(registration: Registration) -> Notification | None:
    """Goes to the e-mail address that was typed, whatever the person's usual channel is."""
    with _their_language(registration):
        return _tell(
            registration,
            _("Bitte bestätigen Sie Ihre Anmeldung"),
            _("mit dieser Adresse hat sich jemand angemeldet. Wir halten den Platz frei."),
            is_first=True,
            last=_("Waren Sie das nicht? Dann müssen Sie nichts tun."),
        )


def confirmed(
    registration: Registration,
    *,
    told_by: Any = None,
    is_first: bool = False,
    channel: Channel | None = None,
) -> Notification | None:
    with _their_language(registration):
        return _tell(
            registration,
            _("Sie sind angemeldet"),
            ngettext(
                "Ihr Platz ist sicher. Wir freuen uns auf Sie.",
                "Ihre Plätze sind sicher. Wir freuen uns auf Sie.",
                registration.party_size,
            ),
            wording.noted_needs(registration),
            told_by=told_by,
            is_first=is_first,
            channel=channel,
        )


def put_on_waiting_list(
    registration: Registration, *, told_by: Any = None, channel: Channel | None = None
) -> Notification | None:
    with _their_language(registration):
        return _tell(
            registration,
            _("Sie stehen auf der Warteliste"),
            _("zurzeit ist alles belegt. Sobald ein Platz frei wird, melden wir uns bei Ihnen."),
            is_first=True,
            told_by=told_by,
            channel=channel,
        )


def place_offered(
    registration: Registration, *, without: Sequence[str] = (), channel: Channel | None = None
) -> Notification | None:
    """`without` names the workshops that are full meanwhile."""
    with _their_language(registration):
        return _tell(
            registration,
            _("Ein Platz ist frei geworden"),
            ngettext(
                "für Sie ist ein Platz frei geworden.",
                "für Sie sind %(n)d Plätze frei geworden.",
                registration.party_size,
            )
            % {"n": registration.party_size},
            _("Nicht mehr frei ist, was Sie gewählt hatten: %s. Sie können trotzdem kommen.")
            % "; ".join(without)
            if without
            else "",
            channel=channel,
        )


def lapsed(registration: Registration, *, was: str) -> Notification | None:
    """`was` tells what lapsed: an unconfirmed registration, or the offer of a place."""
    offered = was == State.OFFERED
    with _their_language(registration):
        return _tell(
            registration,
            _("Ihr Platz ist wieder frei"),
            _("wir haben keine Antwort bekommen und den Platz deshalb anderen angeboten.")
            if offered
            else _("wir haben keine Bestätigung bekommen und den Platz deshalb wieder freigegeben."),
            _("Möchten Sie doch kommen? Dann melden Sie sich bitte neu an."),
            channel=None if offered else Channel.EMAIL,
        )


def no_place_came(registration: Registration) -> Notification | None:
    with _their_language(registration):
        return _tell(
            registration,
            _("Leider wurde kein Platz frei"),
            _(
                "bis zuletzt wurde kein Platz für Sie frei. Das tut uns leid. Vielleicht klappt es beim nächsten Mal."
            ),
        )


def registration_cancelled(
    registration: Registration, *, told_by: Any = None, channel: Channel | None = None
) -> Notification | None:
    with _their_language(registration):
        return _tell(
            registration,
            _("Sie sind abgemeldet"),
            _("wir haben Ihre Abmeldung eingetragen."),
            _("Möchten Sie doch kommen? Dann melden Sie sich bitte neu an."),
            told_by=told_by,
            channel=channel,
        )


def registration_changed(registration: Registration, *, told_by: Any = None) -> Notification | None:
    with _their_language(registration):
        return _tell(
            registration,
            _("Ihre Anmeldung ist geändert"),
            _("das haben wir jetzt für Sie eingetragen."),
            wording.noted_needs(registration),
            told_by=told_by,
        )


def event_cancelled(registration: Registration, reason: str) -> Notification | None:
    with _their_language(registration):
        return _tell(
            registration,
            _("Abgesagt"),
            _("leider müssen wir diese Veranstaltung absagen. Bitte kommen Sie nicht."),
            _reason(reason),
            urgent=True,
            is_off=True,
        )


@dataclass(frozen=True)
class Moved:
    """Whether an event is somewhere else; `was` is the place before, if there was one."""

    was: str = ""
    is_elsewhere: bool = False
    screen_is_new: bool = False

    def sentence(self, now: str) -> str:
        lines = [
            _("Bisheriger Ort: %s") % self.was if self.was else "",
            _("Neuer Ort: %s") % now if self.is_elsewhere and now else "",
            _("Die Adresse zum Mitmachen am Bildschirm ist neu.") if self.screen_is_new else "",
        ]
        return "\n".join(line for line in lines if line)


def dates_changed(
    registration: Registration, changes: Sequence[DateChange], reason: str, moved: Moved
) -> Notification | None:
    """Dates that moved or do not take place, or another place."""
    is_off = bool(changes) and all(change.is_off for change in changes)
    with _their_language(registration):
        happened = (
            _("leider fällt ein Termin aus, für den Sie angemeldet sind.")
            if is_off
            else _("diese Veranstaltung ist verlegt. Ihre Anmeldung gilt weiter.")
        )
        way_out = _(
            "Passt Ihnen das nicht? Dann melden Sie sich bitte ab; andere freuen sich über den Platz."
        )
        return _tell(
            registration,
            _("Ein Termin fällt aus") if is_off else _("Verlegt"),
            happened,
            wording.changed_dates(changes),
            moved.sentence(where.whole(registration.event)),
            _reason(reason),
            "" if is_off else way_out,
            urgent=True,
            is_off=is_off and registration.occurrence_id is not None,
        )


def reminder(registration: Registration, *, due_on: date) -> Notification | None:
    with _their_language(registration):
        return _tell(
            registration,
            _("Wir erinnern Sie"),
            _("Sie haben sich angemeldet, und bald ist es so weit."),
            wording.noted_needs(registration),
            due_on=due_on,
            last=_("Können Sie nicht kommen? Dann sagen Sie bitte ab; andere freuen sich über den Platz."),
        )


def way_to(registration: Registration) -> Channel:
    """On which channel this registration hears; the desk calls whom a letter would not reach before the date."""
    assert registration.person is not None  # noqa: S101 - callers tell persons only
    if registration.state == State.UNCONFIRMED:
        return Channel.EMAIL
    way = usable_channel(registration.person)
    if way == Channel.LETTER and registration.person.phone and _is_within(registration, LETTER_TAKES):
        return Channel.PHONE
    return way


def no_show_released(registration: Registration) -> Notification | None:
    with _their_language(registration):
        return _tell(
            registration,
            _("Ihr Platz ist vergeben"),
            _(
                "die Veranstaltung hat begonnen, und Sie waren noch nicht da. Vor der Tür stand noch jemand; wir haben "
                "Ihren Platz weitergegeben. Schade, dass es diesmal nicht geklappt hat. Bis zum nächsten Mal!"
            ),
        )


def _is_within(registration: Registration, time: timedelta) -> bool:
    upcoming = queries.next_date(registration)
    return upcoming.starts_at < clock.now() + time


def _their_language(registration: Registration) -> Any:
    return translation.override(registration.language)


def _reason(reason: str) -> str:
    return _("Grund: %s") % reason.strip() if reason.strip() else ""


def _tell(
    registration: Registration,
    subject: str,
    *sentences: str,
    last: str = "",
    channel: Channel | None = None,
    due_on: date | None = None,
    urgent: bool = False,
    is_off: bool = False,
    is_first: bool = False,
    told_by: Any = None,
) -> Notification | None:
    """One message. `urgent`: to be called or written to today. `is_off`: nothing is left to cancel. `is_first`: it can replace none.

    `told_by` said it on the phone or face to face, so that nobody has to call.
    """
    person = registration.person
    if person is None:
        return None
    way = channel or way_to(registration)
    closing = (
        wording.by_phone(registration.event, _("Haben Sie Fragen?"))
        if is_off
        else wording.what_to_do(registration, way)
    )
    body = [_opening(way), *sentences, wording.facts(registration), closing, last]
    if not is_first:
        about(registration).filter(done_on=None).update(done_on=clock.today(), result=_outdated(subject))
    told = notify(
        person=person,
        subject=f"{subject}: {registration.event.title}",
        body="\n\n".join(part for part in body if part),
        about=registration,
        channel=way,
        due_on=due_on or _due_on(registration, urgent=urgent),
    )
    return _told_already(told, told_by) if told_by and way in SPOKEN else told


def _opening(way: Channel) -> str:
    """A greeting; calls have a word to the member of staff instead. No name: somebody typed it."""
    if way not in SPOKEN:
        return _("Guten Tag,")
    with translation.override(settings.LANGUAGE_CODE):
        return _("Bitte anrufen und sagen:")


def _outdated(subject: str) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return _("Überholt durch: %s") % subject


def _due_on(registration: Registration, *, urgent: bool) -> date:
    """Today where it cannot wait: something moved, a place is offered, or the date is close; else within three days."""
    today = clock.today()
    if urgent or registration.state == State.OFFERED:
        return today
    return today if _is_within(registration, timedelta(days=7)) else today + timedelta(days=3)


def _told_already(told: Notification, by: Any) -> Notification:
    """It is kept, and not on the list of those to call."""
    with translation.override(settings.LANGUAGE_CODE):
        told.done_on, told.done_by, told.result = clock.today(), by, _("Gleich gesagt.")
    told.save(update_fields=["done_on", "done_by", "result"])
    return told


def people_by_channel(registrations: Sequence[Registration]) -> dict[Channel, int]:
    """How many registrations hear on which channel; those without a person hear nothing."""
    counted: dict[Channel, int] = {}
    for registration in registrations:
        if isinstance(registration.person, Person):
            way = way_to(registration)
            counted[way] = counted.get(way, 0) + 1
    return counted
