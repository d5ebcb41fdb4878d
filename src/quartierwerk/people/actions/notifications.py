"""What can be done with the “to call / to write” list."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy

from quartierwerk.core import audit, clock

from .. import rules
from ..models import Attempt, Message, Notification
from .messages import answer_message

_SPOKEN = gettext_lazy("Am Telefon besprochen.")


@transaction.atomic
def tick_off(
    *, notification: Notification, by: Any, result: str = "", on: date | None = None
) -> Notification:
    """Called or written to: done, with date and result. A requested call also answers its message."""
    notification = Notification.objects.select_for_update(of=("self",)).get(pk=notification.pk)
    _refuse(notification, on)
    notification.done_on, notification.done_by, notification.result = on or clock.today(), by, result
    notification.save(update_fields=["done_on", "done_by", "result"])
    audit.record("notification done", notification, by=by, on_behalf_of=notification.person)
    _answer_requested_call(notification, by)
    return notification


@transaction.atomic
def note_attempt(*, notification: Notification, by: Any, note: str = "", on: date | None = None) -> Attempt:
    """Tried and not reached: stays open, with a note of the try."""
    notification = Notification.objects.select_for_update(of=("self",)).get(pk=notification.pk)
    _refuse(notification, on)
    attempt = Attempt.objects.create(
        notification=notification, tried_on=on or clock.today(), note=note, by=by
    )
    audit.record("notification tried", notification, by=by, on_behalf_of=notification.person)
    return attempt


def _refuse(notification: Notification, on: date | None) -> None:
    if reason := rules.why_not_tickable(notification):
        raise ValidationError(reason)
    if reason := rules.why_not_dated(on, clock.today()):
        raise ValidationError({"on": reason})


def _answer_requested_call(notification: Notification, by: Any) -> None:
    message = notification.about
    if isinstance(message, Message) and message.is_waiting and message.kind == Message.Kind.CALLBACK:
        answer_message(message=message, text=notification.result or str(_SPOKEN), by=by, already_told=True)
