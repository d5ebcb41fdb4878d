"""What is allowed now, and why not: pure functions. A reason is a sentence a person can read, or None."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quartierwerk.people.models import Channel

from ..enums import Availability, Stage, State, Status
from ..models import AgendaItem, Event, Occurrence, Registration
from ..series import recurrence
from ..words import when

FEW_PLACES = 5
FOREVER = datetime.max.replace(tzinfo=UTC)
LAST_ANSWER_BEFORE_START = timedelta(hours=2)
SHORTEST_ANSWER = timedelta(minutes=30)
NIGHT_BEGINS, NIGHT_ENDS, MORNING = 21, 8, 9  # o'clock in the town: nobody has to answer in between
LETTERS_TAKE = timedelta(days=5)  # there and back, with a Sunday


# ------------------------------------------------------------------------------------------------------- how it stands
def status(event: Event, now: datetime, occurrence: Occurrence | None = None) -> Status:
    """How the event, or this one of its dates, stands for readers."""
    if event.stage == Stage.DRAFT:
        return Status.DRAFT
    if event.stage == Stage.CANCELLED or (occurrence and occurrence.is_cancelled):
        return Status.CANCELLED
    if occurrence and occurrence.is_over(now):
        return Status.OVER
    if is_moved(event, occurrence):
        return Status.MOVED
    if event.is_registered_elsewhere and not is_closed_elsewhere(event, now):
        return Status.ELSEWHERE
    if not event.takes_registrations or why_not_open(event, now, occurrence):
        return Status.ANNOUNCED
    return Status.FULL if told_availability(event, occurrence) == Availability.NONE else Status.OPEN


def is_moved(event: Event, occurrence: Occurrence | None) -> bool:
    """Whether readers have to be told of an earlier date or place."""
    if occurrence and event.is_series:
        return occurrence.is_moved
    return event.moved_from is not None or event.moved_from_place != ""


def is_off(registration: Registration) -> bool:
    """Whether what it is for does not take place: the event, or its date."""
    date = registration.occurrence
    return registration.event.stage == Stage.CANCELLED or bool(date and date.is_cancelled)


def availability_for(left: int | None, waiting: int) -> Availability:
    """What the public is told; with people waiting nobody else gets a place."""
    if left is None:
        return Availability.MANY
    if left <= 0 or waiting:
        return Availability.NONE
    return Availability.FEW if left <= FEW_PLACES else Availability.MANY


def told_availability(event: Event, occurrence: Occurrence | None) -> str:
    """Of this date where each has places of its own, else of the whole event."""
    return occurrence.availability if event.registers_by_date and occurrence else event.availability


# ---------------------------------------------------------------------------------------------------------- registering
def closes_at(event: Event, occurrence: Occurrence | None) -> datetime:
    """When the form closes: as set, but never after the beginning; a whole series may be joined later where that is set."""
    if event.is_series and not event.registers_by_date:
        return event.registration_closes_at or event.starts_at
    begins = occurrence.starts_at if occurrence else event.starts_at
    return min(event.registration_closes_at or begins, begins)


def is_closed_elsewhere(event: Event, now: datetime) -> bool:
    """Whether the organiser takes nobody any more; without a deadline only the organiser knows."""
    return event.registration_closes_at is not None and now >= event.registration_closes_at


def _over_at(event: Event, occurrence: Occurrence | None) -> datetime:
    """When it is over: the date, a single date without looking it up, or never a series as a whole."""
    if occurrence:
        return occurrence.over_at
    return FOREVER if event.is_series else recurrence.span(event.starts_at, event.ends_at).over_at


def why_not_open(
    event: Event, now: datetime, occurrence: Occurrence | None = None, *, by_staff: bool = False
) -> str | None:
    """Why nobody can register now; staff may still enter somebody before and after the form is open."""
    if event.stage == Stage.DRAFT:
        return _("Diese Veranstaltung ist noch nicht veröffentlicht.")
    if event.stage == Stage.CANCELLED:
        return _("Diese Veranstaltung ist abgesagt. Eine Anmeldung ist nicht mehr möglich.")
    if occurrence and occurrence.is_cancelled:
        return _("Dieser Termin fällt aus. Bitte wählen Sie einen anderen.")
    if _over_at(event, occurrence) <= now:
        return _("Diese Veranstaltung ist vorbei.")
    if event.is_registered_elsewhere:
        return _("Für diese Veranstaltung melden Sie sich beim Veranstalter an, nicht hier.")
    if not event.takes_registrations:
        return _("Für diese Veranstaltung brauchen Sie keine Anmeldung. Kommen Sie einfach.")
    if by_staff:
        return None
    if event.registration_opens_at and now < event.registration_opens_at:
        return _("Die Anmeldung beginnt am %s.") % when.moment(event.registration_opens_at)
    if now >= closes_at(event, occurrence):
        return _("Die Anmeldung ist geschlossen. Bitte rufen Sie uns an; vielleicht geht noch etwas.")
    return None


def why_not_date(event: Event, occurrence: Occurrence | None) -> str | None:
    """Why this date cannot be chosen; without it nobody would know whose places are counted."""
    if event.registers_by_date and occurrence is None:
        return _("Bitte wählen Sie einen Termin.")
    return None


def why_not_party(event: Event, size: int, *, by_staff: bool = False) -> str | None:
    """Why a party of this size cannot register; staff may enter larger ones."""
    if size < 1:
        return _("Bitte melden Sie mindestens eine Person an.")
    if size > event.largest_party and not by_staff:
        return ngettext(
            "Hier kann sich nur %(n)d Person auf einmal anmelden. Für Gruppen rufen Sie uns bitte an.",
            "Hier können sich höchstens %(n)d Personen auf einmal anmelden. Für größere Gruppen rufen Sie uns bitte an.",
            event.largest_party,
        ) % {"n": event.largest_party}
    if event.capacity is not None and size > event.capacity:
        return _("So viele Plätze gibt es nicht: Der Raum fasst %d Personen.") % event.capacity
    return None


def why_not_workshops(items: Sequence[AgendaItem]) -> str | None:
    """Why these points of the programme cannot be chosen together."""
    timed = sorted((i for i in items if i.starts_at and i.ends_at), key=lambda item: item.starts_at)
    for earlier, later in pairwise(timed):
        if later.starts_at < earlier.ends_at:
            return _("„%(one)s“ und „%(other)s“ sind zur gleichen Zeit. Bitte wählen Sie einen davon.") % {
                "one": earlier.title,
                "other": later.title,
            }
    return None


@dataclass(frozen=True)
class Room:
    """What is free: `left` places (None: no limit), people who already `wait`, and the full workshops chosen."""

    left: int | None
    waiting: int
    full_workshops: tuple[str, ...] = ()

    def after(self, size: int, *, held: bool) -> "Room":
        """The room once this party has its place, or waits for one."""
        if not held:
            return Room(self.left, self.waiting + size)
        return Room(None if self.left is None else self.left - size, self.waiting)

    def holds(self, size: int) -> bool:
        """Whether a party fits without overtaking anybody who waits."""
        return (self.left is None or size <= self.left) and not self.waiting


def why_no_place(event: Event, room: Room, size: int) -> str | None:
    """Why a party gets neither a place nor one on the waiting list."""
    if room.full_workshops:
        return _("„%s“ ist inzwischen voll. Bitte wählen Sie etwas anderes.") % "“, „".join(
            room.full_workshops
        )
    if room.holds(size) or event.has_waiting_list:
        return None
    if room.left and room.left > 0 and not room.waiting:
        return ngettext(
            "Es ist nur noch %(n)d Platz frei. Bitte melden Sie weniger Personen an, oder rufen Sie uns an.",
            "Es sind nur noch %(n)d Plätze frei. Bitte melden Sie weniger Personen an, oder rufen Sie uns an.",
            room.left,
        ) % {"n": room.left}
    return _(
        "Diese Veranstaltung ist inzwischen ausgebucht, und es gibt keine Warteliste. Bitte rufen Sie uns an."
    )


def why_not_grown(room: Room, more: int) -> str | None:
    """Why a party that has its place cannot take `more` places, or come to the workshops it chose."""
    if room.full_workshops:
        return _("„%s“ ist inzwischen voll. Bitte wählen Sie etwas anderes.") % "“, „".join(
            room.full_workshops
        )
    if more <= 0 or room.holds(more):
        return None
    return _(
        "Für mehr Personen reichen die Plätze nicht, oder andere warten schon darauf. Ihre Anmeldung bleibt, wie sie "
        "war. Für die weiteren Personen melden Sie sich bitte neu an; sie kommen auf die Warteliste."
    )


def first_state(room: Room, size: int, *, confirms_by_link: bool) -> State:
    """Where a new registration begins; `why_no_place` was asked before."""
    if not room.holds(size):
        return State.WAITING
    return State.UNCONFIRMED if confirms_by_link else State.CONFIRMED


# -------------------------------------------------------------------------------------------------------- later changes
def why_not_confirmable(registration: Registration, now: datetime) -> str | None:
    """Why a link or a call cannot turn this into a firm place."""
    if registration.state == State.CONFIRMED:
        return _("Diese Anmeldung ist schon bestätigt.")
    if registration.state == State.CANCELLED:
        return _(
            "Sie haben diese Anmeldung abgesagt. Wenn Sie doch kommen möchten, melden Sie sich bitte neu an."
        )
    if registration.state == State.WAITING:
        return _("Sie stehen auf der Warteliste. Wir melden uns, sobald ein Platz frei ist.")
    if registration.state == State.LAPSED or (registration.expires_at and registration.expires_at <= now):
        return _(
            "Die Zeit zum Bestätigen ist vorbei, der Platz ist wieder frei. Bitte melden Sie sich neu an."
        )
    if registration.event.stage == Stage.CANCELLED:
        return _("Diese Veranstaltung ist abgesagt.")
    return None


def why_not_cancellable(registration: Registration, now: datetime) -> str | None:
    """Why this cannot be cancelled."""
    if registration.is_ended:
        return _("Diese Anmeldung ist schon beendet.")
    if _is_over(registration, now):
        return _("Diese Veranstaltung ist vorbei.")
    return None


def why_not_changeable(registration: Registration, now: datetime) -> str | None:
    """Why party, needs and answers cannot be changed any more."""
    if registration.is_ended:
        return _("Diese Anmeldung ist beendet. Bitte melden Sie sich neu an.")
    if registration.event.stage == Stage.CANCELLED:
        return _("Diese Veranstaltung ist abgesagt.")
    return _("Diese Veranstaltung ist vorbei.") if _is_over(registration, now) else None


def answer_until(event: Event, now: datetime, begins: datetime, *, by_letter: bool = False) -> datetime:
    """Until when an offered place waits for its answer: the event's hours, with a letter the post's days as well, not
    at night, ending before it begins."""
    wanted = now + timedelta(hours=event.answer_within_hours) + (LETTERS_TAKE if by_letter else timedelta())
    return min(max(min(by_day(wanted), begins - LAST_ANSWER_BEFORE_START), now + SHORTEST_ANSWER), begins)


def confirm_until(event: Event, now: datetime, begins: datetime) -> datetime:
    """Until when an e-mailed link waits for its click: the event's hours, not at night, at most until it begins."""
    wanted = by_day(now + timedelta(hours=event.confirm_within_hours))
    return min(wanted, max(begins, now + SHORTEST_ANSWER))


def by_day(at: datetime) -> datetime:
    """The next full hour in the town; instead of one at night nine o'clock in the morning."""
    local = timezone.localtime(at + timedelta(hours=1) - timedelta(microseconds=1))
    local = local.replace(minute=0, second=0, microsecond=0)
    if NIGHT_ENDS <= local.hour < NIGHT_BEGINS:
        return local
    morning = local.date() + timedelta(days=1 if local.hour >= NIGHT_BEGINS else 0)
    return timezone.make_aware(datetime.combine(morning, time(MORNING)))


def why_not_offered(event: Event, occurrence: Occurrence | None, now: datetime) -> str | None:
    """Why nobody on the waiting list is offered a place any more."""
    if event.stage != Stage.PUBLISHED:
        return _("Diese Veranstaltung ist abgesagt oder nicht veröffentlicht.")
    if occurrence and occurrence.is_cancelled:
        return _("Dieser Termin fällt aus.")
    if (occurrence.starts_at if occurrence else event.starts_at) <= now:
        return _("Die Veranstaltung hat schon begonnen.")
    return None


def why_not_promotable(
    registration: Registration, left: int | None, overtaken: int, reason: str, now: datetime
) -> str | None:
    """Why the desk cannot offer a place to this party, past `overtaken` parties that wait for longer."""
    if registration.state != State.WAITING:
        return _("Diese Anmeldung steht nicht auf der Warteliste.")
    if refused := why_not_offered(registration.event, registration.occurrence, now):
        return refused
    if left is not None and registration.party_size > left:
        return ngettext(
            "Dafür reichen die Plätze nicht: Frei ist %(n)d Platz.",
            "Dafür reichen die Plätze nicht: Frei sind %(n)d Plätze.",
            max(left, 0),
        ) % {"n": max(left, 0)}
    if overtaken and not reason.strip():
        return ngettext(
            "%(n)d Anmeldung wartet schon länger. Bitte schreiben Sie, warum diese vorgezogen wird.",
            "%(n)d Anmeldungen warten schon länger. Bitte schreiben Sie, warum diese vorgezogen wird.",
            overtaken,
        ) % {"n": overtaken}
    return None


def why_not_capacity(capacity: int | None, taken: int) -> str | None:
    """Why the room cannot shrink to this."""
    if capacity is None or capacity >= taken:
        return None
    return ngettext(
        "Angemeldet ist schon %(n)d Person. Bitte sagen Sie zuerst jemandem ab.",
        "Angemeldet sind schon %(n)d Personen. Bitte sagen Sie zuerst jemandem ab.",
        taken,
    ) % {"n": taken}


def _is_over(registration: Registration, now: datetime) -> bool:
    if registration.occurrence:
        return registration.occurrence.is_over(now)
    last = registration.event.occurrences.order_by("-over_at").first()
    return last is not None and last.is_over(now)


# ------------------------------------------------------------------------------------------------------------ reminding
LONGEST_BEFORE = timedelta(days=60)  # nobody remembers a reminder for longer
LETTER_DAYS, CALL_DAYS = 7, 3  # letters a week before; calls may be made in the days before they are due
FIRST_HOUR, LAST_HOUR = 8, 20


def reminding_begins(starts_at: datetime, days_before: int, channel: str) -> tuple[datetime, date]:
    """From when somebody is reminded, and the day by which it has to be done."""
    local = timezone.localtime(starts_at)
    due_on = local.date() - timedelta(days=min(days_before, LONGEST_BEFORE.days - CALL_DAYS))
    first = due_on
    if channel == Channel.LETTER:
        due_on = first = local.date() - timedelta(days=max(days_before, LETTER_DAYS))
    elif channel != Channel.EMAIL:
        first = due_on - timedelta(days=CALL_DAYS)
    return datetime.combine(first, time(FIRST_HOUR), tzinfo=local.tzinfo), due_on


def is_humane_hour(now: datetime, channel: str) -> bool:
    """Mails make phones ring; the list on the desk disturbs nobody."""
    return channel != Channel.EMAIL or FIRST_HOUR <= timezone.localtime(now).hour < LAST_HOUR


def heard_lately(registration: Registration, begin: datetime) -> bool:
    """Whoever got the confirmation after reminding had begun needs no second message."""
    return registration.confirmed_at is not None and registration.confirmed_at >= begin
