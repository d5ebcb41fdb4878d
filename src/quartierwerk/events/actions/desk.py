"""What staff do for somebody who calls, writes or comes by; each step is on record with who did it."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.people import actions as people_actions
from quartierwerk.people.models import Channel, Message, Person
from quartierwerk.people.notifications import about
from quartierwerk.people.rules import Reachable

from .. import notifications
from ..enums import CameBy, State, Told
from ..models import Event, Occurrence, Registration
from .places import lock
from .registering import Wish, cancel_registration, confirm_registration, register


@transaction.atomic
def register_caller(
    *,
    event: Event,
    wish: Wish,
    by: Any,
    occurrence: Occurrence | None = None,
    person: Person | None = None,
    given: Reachable | None = None,
    added: Mapping[str, str] | None = None,
    came_by: str = CameBy.PHONE,
    told: str = Told.NOW,
    note: str = "",
    submission_key: uuid.UUID | None = None,
) -> Registration:
    """Register a known `person`, or somebody new (`given`), and see to the confirmation as agreed (`told`).

    `added` are contact data a known person had not left before. Raises ValidationError with the reason where there is
    neither a place nor a waiting list, or the contact data contradict; then nothing is kept.
    """
    key = submission_key or uuid.uuid4()
    lock(event)  # sent twice at once, the second waits and finds the first; no person is entered twice
    if known := Registration.objects.filter(submission_key=key).first():
        return known
    if person is None and given is not None:
        person = _new_caller(given, told, by)
    elif person is not None and added:
        people_actions.change_person(person=person, by=by, **added)
    registration = register(
        event=event,
        occurrence=occurrence,
        person=person,
        wish=wish,
        submission_key=key,
        came_by=came_by,
        by=by,
        language=person.language if person else "de",
    )
    if note:
        note_registration(registration=registration, note=note, by=by)
    _agree(registration, told, by, after=0)
    return registration


@transaction.atomic
def confirm_for(*, registration: Registration, by: Any, told: str = Told.NOW) -> Registration:
    """The person said yes to staff: to the registration, or to the place that was offered."""
    before = _newest(registration)
    registration = confirm_registration(registration=registration, by=by)
    _agree(registration, told, by, after=before)
    return registration


@transaction.atomic
def cancel_for(
    *, registration: Registration, by: Any, reason: str = "", told: str = Told.NOW
) -> Registration:
    """The person called it off with staff."""
    before = _newest(registration)
    registration = cancel_registration(registration=registration, reason=reason, by=by)
    _agree(registration, told, by, after=before)
    return registration


@transaction.atomic
def tell_again(*, registration: Registration, by: Any, told: str) -> Registration:
    """Send how it stands once more, on the way that is wished now."""
    _tell(registration, told, by)
    audit.record("registration told again", registration, by=by, on_behalf_of=registration.person)
    return registration


@transaction.atomic
def note_registration(*, registration: Registration, note: str, by: Any) -> Registration:
    registration.note = note
    registration.save(update_fields=["note"])
    audit.record("registration noted", registration, by=by, on_behalf_of=registration.person)
    return registration


def _new_caller(given: Reachable, told: str, by: Any) -> Person:
    """Somebody new, or who is known by exactly this; a new one hears on the way that was agreed."""
    before = clock.now()
    spoken = told in (Told.NOW, Told.BY_PHONE)
    kind = Message.Kind.CALLBACK if spoken else Message.Kind.MESSAGE
    person = people_actions.find_or_create_person(given=given, kind=kind)
    if person.created_at >= before:
        audit.record("person created", person, by=by, on_behalf_of=person)
        if told == Told.BY_LETTER:
            people_actions.change_person(person=person, by=by, preferred_channel=Channel.LETTER)
    return person


def _newest(registration: Registration) -> int:
    return about(registration).order_by("-pk").values_list("pk", flat=True).first() or 0


def _agree(registration: Registration, told: str, by: Any, *, after: int) -> None:
    """Instead of the message that the action wrote just now (newer than `after`, seen by nobody yet), the agreed one."""
    if told != Told.USUAL:
        about(registration).filter(pk__gt=after).delete()
        _tell(registration, told, by)


def _tell(registration: Registration, told: str, by: Any) -> None:
    """How it stands, in the words of that way; what was said just now is kept and nobody has to call."""
    spoken = {"told_by": by} if told == Told.NOW else {}
    way = Told(told).channel
    if registration.state == State.CONFIRMED:
        notifications.confirmed(registration, channel=way, **spoken)
    elif registration.state == State.WAITING:
        notifications.put_on_waiting_list(registration, channel=way, **spoken)
    elif registration.state == State.OFFERED:
        notifications.place_offered(registration, channel=way)
    elif registration.state == State.UNCONFIRMED:
        notifications.confirm_by_link(registration)
    else:
        notifications.registration_cancelled(registration, channel=way, **spoken)
