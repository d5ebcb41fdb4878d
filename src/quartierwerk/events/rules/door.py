"""What is allowed at the entrance, and why not. A reason is a sentence a person can read, or None."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..enums import Stage, State
from ..models import Attendance, Event, Occurrence, Registration
from ..words import when
from . import registering

KEEPS_LIST = timedelta(days=7)  # how long a printed or downloaded list may lie about after the event
KEEPS_ON_DEVICE = timedelta(hours=12)
TRUSTS_CLOCK = timedelta(minutes=2)  # a device whose clock is further off is corrected
SAME_MOMENT = timedelta(seconds=2)


def why_not_admitted(registration: Registration, occurrence: Occurrence) -> str | None:
    """Why this registration does not open this door."""
    if registration.event_id != occurrence.event_id:
        return _other_event(registration.event)
    if registration.occurrence and registration.occurrence != occurrence:
        return _("Diese Anmeldung gilt für einen anderen Termin: %s.") % when.moment(
            registration.occurrence.starts_at
        )
    if registration.state == State.CANCELLED:
        return _(
            "Diese Anmeldung wurde am %s abgesagt. Ist noch Platz, nehmen Sie die Person ohne Anmeldung auf."
        ) % when.moment(registration.ended_at)
    if registration.state == State.LAPSED:
        return _(
            "Diese Anmeldung wurde nicht rechtzeitig bestätigt und ist verfallen. Ist noch Platz, nehmen Sie die "
            "Person ohne Anmeldung auf."
        )
    if registration.state == State.WAITING:
        return _(
            "Diese Anmeldung steht auf der Warteliste. Ist noch Platz, lassen Sie sie auf ihrer Seite nachrücken."
        )
    return why_door_shut(registration.event, occurrence)


def why_door_shut(event: Event, occurrence: Occurrence) -> str | None:
    """Why nobody is let in at all."""
    if event.stage == Stage.CANCELLED:
        return _("Diese Veranstaltung ist abgesagt.")
    if event.stage == Stage.DRAFT:
        return _("Diese Veranstaltung ist noch nicht veröffentlicht.")
    return _("Dieser Termin fällt aus.") if occurrence.is_cancelled else None


def why_not_people(registration: Registration, people: int) -> str | None:
    """Why not so many of a party are let in."""
    if people < 1:
        return _("Bitte lassen Sie mindestens eine Person ein.")
    if people <= registration.party_size:
        return None
    return ngettext(
        "Angemeldet ist %(n)d Person. Alle weiteren nehmen Sie bitte ohne Anmeldung auf.",
        "Angemeldet sind %(n)d Personen. Alle weiteren nehmen Sie bitte ohne Anmeldung auf.",
        registration.party_size,
    ) % {"n": registration.party_size}


def why_no_walk_in(
    event: Event, occurrence: Occurrence, room: registering.Room, people: int, reason: str = ""
) -> str | None:
    """Why a party that comes unannounced finds no room; nobody who waits is overtaken without a reason."""
    if people < 1:
        return _("Bitte lassen Sie mindestens eine Person ein.")
    if shut := why_door_shut(event, occurrence):
        return shut
    if room.left is not None and people > room.left:
        return _is_full(max(room.left, 0))
    if room.waiting and not reason.strip():
        return ngettext(
            "Auf der Warteliste steht noch %(n)d Person; sie hat Vorrang. Wenn jemand anderes den Platz bekommen soll, "
            "schreiben Sie bitte, warum.",
            "Auf der Warteliste stehen noch %(n)d Personen; sie haben Vorrang. Wenn jemand anderes den Platz bekommen "
            "soll, schreiben Sie bitte, warum.",
            room.waiting,
        ) % {"n": room.waiting}
    return None


def _is_full(left: int) -> str:
    if left == 0:
        return _(
            "Es ist alles belegt. Sie können Plätze von Angemeldeten freigeben, die nicht gekommen sind."
        )
    return ngettext(
        "Es ist nur noch %(n)d Platz frei. Sie können Plätze von Angemeldeten freigeben, die nicht gekommen sind.",
        "Es sind nur noch %(n)d Plätze frei. Sie können Plätze von Angemeldeten freigeben, die nicht gekommen sind.",
        left,
    ) % {"n": left}


def why_not_released(
    registration: Registration, occurrence: Occurrence, now: datetime, *, is_in: bool
) -> str | None:
    """Why the place of somebody who has not come yet cannot be given away."""
    if is_in:
        return _("Diese Anmeldung ist schon eingelassen.")
    if registration.event_id != occurrence.event_id or not registration.holds_place:
        return _("Diese Anmeldung hält keinen Platz.")
    if registration.event.is_series and registration.occurrence_id is None:
        return _(
            "Diese Anmeldung gilt für die ganze Reihe. Der Platz bleibt für die weiteren Termine vergeben."
        )
    if now < occurrence.starts_at:
        return _(
            "Bis zum Beginn um %s Uhr bleiben die Plätze frei für alle, die angemeldet sind."
        ) % when.minute(occurrence.starts_at)
    return None


def already_in(attendance: Attendance) -> str:
    """`Schon eingelassen um 15:52 von Carla`."""
    said = {"time": when.minute(attendance.admitted_at), "who": str(attendance.by or "")}
    if attendance.by is None:
        return _("Schon eingelassen um %(time)s.") % said
    return _("Schon eingelassen um %(time)s von %(who)s.") % said


def unknown_code() -> str:
    return _("Diese Anmeldenummer kennen wir nicht. Bitte suchen Sie nach dem Namen.")


def _other_event(event: Event) -> str:
    if not event.is_public:
        return _("Diese Anmeldung gilt für eine andere Veranstaltung.")
    return _("Diese Anmeldung gilt für „%(title)s“ am %(when)s.") % {
        "title": event.title,
        "when": when.moment(event.starts_at),
    }


def admitted_when(at: datetime | None, device_now: datetime | None, now: datetime) -> datetime:
    """The moment a device noted, set right where its clock is wrong, and never in the future."""
    if at is None:
        return now
    if device_now and abs(now - device_now) > TRUSTS_CLOCK:
        at += now - device_now
    return min(at, now)


def is_same_admission(attendance: Attendance, by: object, at: datetime) -> bool:
    """Whether a device only sends once more what it sent before."""
    return attendance.by == by and abs(attendance.admitted_at - at) <= SAME_MOMENT


def destroy_list_after(occurrence: Occurrence) -> date:
    """Until when a list on paper or on a disk may be kept."""
    return when.day_of(occurrence.over_at + KEEPS_LIST)
