"""What can be done with messages: receiving, answering, closing, reopening."""

import uuid
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from quartierwerk.core import audit, clock
from quartierwerk.core.models import Town

from .. import notifications, rules
from ..models import Message, Notification
from ..rules import Reachable
from .persons import find_or_create_person


def receive_message(
    *,
    submission_key: uuid.UUID,
    kind: str,
    name: str,
    email: str = "",
    phone: str = "",
    street: str = "",
    postal_code: str = "",
    city: str = "",
    text: str = "",
    call_when: str = "",
    about: models.Model | None = None,
    about_url: str = "",
    language: str = "de",
    came_by: str = Message.CameBy.FORM,
    by: Any = None,
    acknowledged: bool = True,
) -> Message:
    """Keep what somebody sent, put it on the desk and acknowledge it; the same key again is the same message.

    `by` is who wrote it down for somebody who phoned, wrote or came; they may leave out the acknowledgement.

    `phone` is E.164 (`rules.standard_phone`). Without a name and any way back the message is anonymous.
    """
    given = Reachable(rules.tidy_name(name), email.strip().lower(), phone, street, postal_code, city).named
    words = {"text": text, "call_when": call_when, "about_url": about_url, "came_by": came_by}
    try:
        with transaction.atomic():
            known = Message.objects.filter(submission_key=submission_key).first()
            if known:
                return known
            person = find_or_create_person(given=given, kind=kind, language=language) if given.name else None
            message = Message.objects.create(
                submission_key=submission_key, kind=kind, person=person, about=about, taken_by=by, **words
            )
            audit.record("message received", message, by=by, on_behalf_of=by and person, kind=kind)
            _tell(message, acknowledged=acknowledged and bool(given.email))
            return message
    except IntegrityError:
        return Message.objects.get(submission_key=submission_key)


def _tell(message: Message, *, acknowledged: bool) -> None:
    """A wish to be called stands on the list; whoever gave an e-mail address hears that it arrived."""
    if message.person and message.kind == Message.Kind.CALLBACK:
        notifications.ask_for_call(message, due_on=answer_due_on())
    elif message.person and acknowledged:
        notifications.acknowledge(message)


def answer_due_on() -> date:
    """By which day the town promises an answer to what arrives today."""
    return clock.today() + timedelta(days=Town.load().answer_within_days)


@transaction.atomic
def answer_message(
    *, message: Message, text: str, by: Any, already_told: bool = False
) -> Notification | None:
    """Answer on the person's channel; `already_told` where it was said on the phone or face to face."""
    message = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    reason = rules.why_not_closable(message) if already_told else rules.why_not_answerable(message)
    if reason:
        raise ValidationError(reason)
    if not text.strip():
        raise ValidationError({"answer": Message._meta.constraints[0].violation_error_message})
    _finish(message, Message.State.ANSWERED, by, answer=text)
    audit.record("message answered", message, by=by, on_behalf_of=message.person, told=already_told)
    notifications.close_open_calls(message=message, by=by)
    return None if already_told else notifications.send_answer(message)


@transaction.atomic
def close_message(*, message: Message, reason: str, by: Any) -> Message:
    """Close without an answer, with the reason."""
    message = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if refused := rules.why_not_closable(message):
        raise ValidationError(refused)
    _finish(message, Message.State.CLOSED, by, closed_because=reason)
    audit.record("message closed", message, by=by)
    notifications.close_open_calls(message=message, by=by)
    return message


@transaction.atomic
def reopen_message(*, message: Message, by: Any) -> Message:
    """Put it back among those that wait; the earlier answer stays readable."""
    message = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if refused := rules.why_not_reopenable(message):
        raise ValidationError(refused)
    message.state, message.closed_because = Message.State.WAITING, ""
    message.answered_at = message.answered_by = None
    message.save(update_fields=["state", "closed_because", "answered_at", "answered_by"])
    audit.record("message reopened", message, by=by)
    if message.kind == Message.Kind.CALLBACK and message.person and message.person.phone:
        notifications.ask_for_call(message, due_on=answer_due_on())
    return message


def _finish(message: Message, state: Message.State, by: Any, **values: str) -> None:
    message.state, message.answered_at, message.answered_by = state, clock.now(), by
    for name, value in values.items():
        setattr(message, name, value)
    message.full_clean(exclude=["about_type", "about_id"])
    message.save()
