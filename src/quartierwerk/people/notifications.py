"""Which message goes to whom, on which channel."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django_tasks import task

from quartierwerk.core import clock, mail
from quartierwerk.core.models import Town

from . import rules
from .models import Channel, Message, Notification, Person


def notify(
    *,
    person: Person,
    subject: str,
    body: str,
    about: models.Model | None = None,
    due_on: date | None = None,
    channel: Channel | None = None,
) -> Notification:
    """Tell the person on the person's channel (or on the given one).

    A mail leaves when the transaction is committed and is done when the mail server has it. A call, a letter
    or word through a trusted person waits on the “to call / to write” list. Where there is no way, it is kept
    as not followed up.
    """
    way = channel or rules.usable_channel(person)
    notification = Notification.objects.create(
        person=person,
        channel=way,
        subject=rules.tidy_name(subject)[:200],
        body=body,
        about=about,
        due_on=due_on,
        **_unreachable() if way == Channel.NONE else {},
    )
    if way == Channel.EMAIL:
        transaction.on_commit(partial(deliver_mail.enqueue, notification.pk))
    return notification


_unsubscribe: dict[type[models.Model], Callable[[Any], str]] = {}


def register_unsubscribe(model: type[models.Model], url: Callable[[Any], str]) -> None:
    """A higher app tells where mails about such a thing are ended by one click (RFC 8058)."""
    _unsubscribe[model] = url


def _unsubscribe_url(notification: Notification) -> str:
    about: Any = notification.about if notification.about_id else None
    build = _unsubscribe.get(type(about))
    return build(about) if build else ""


def _unreachable() -> dict[str, object]:
    return {"done_on": clock.today(), "result": _("Kein Weg hinterlegt, nicht benachrichtigt.")}


@task()
def deliver_mail(notification_id: int) -> None:
    """Hand one mail to the mail server; it stays open where that fails, and is tried again later."""
    notification = (
        Notification.objects.select_related("person")
        .filter(pk=notification_id, channel=Channel.EMAIL, done_on=None)
        .first()
    )
    if notification is None or not notification.person.email:
        return
    mail.send(
        to=notification.person.email,
        subject=notification.subject,
        text=notification.body,
        language=notification.person.language,
        unsubscribe_url=_unsubscribe_url(notification),
    )
    notification.done_on = clock.today()
    notification.save(update_fields=["done_on"])


def deliver_waiting_mail() -> int:
    """Try again what did not leave within ten minutes, for three days; answers how many.

    After four hours it also stands on the “to call / to write” list, until it left or somebody ticked it off.
    """
    now = clock.now()
    waiting = Notification.objects.filter(
        channel=Channel.EMAIL,
        done_on=None,
        created_at__lt=now - timedelta(minutes=10),
        created_at__gt=now - timedelta(days=3),
    )
    ids = list(waiting.values_list("pk", flat=True))
    for pk in ids:
        deliver_mail.enqueue(pk)
    return len(ids)


def close_open_calls(*, message: Message, by: Any) -> None:
    """A message that is finished needs no call any more."""
    about(message).filter(done_on=None).update(done_on=clock.today(), done_by=by)


def about(thing: models.Model) -> models.QuerySet[Notification]:
    """The notifications about this thing."""
    return Notification.objects.filter(about_type=ContentType.objects.get_for_model(thing), about_id=thing.pk)


def acknowledge(message: Message) -> Notification:
    """Say by mail that the message arrived; nothing typed is repeated, so that nobody can send spam with it."""
    person = message.person
    assert person is not None  # noqa: S101 - the caller acknowledges persons only
    with translation.override(person.language):
        town = Town.load()
        return notify(
            person=person,
            channel=Channel.EMAIL,
            subject=_("Ihre Nachricht ist angekommen"),
            body=_(
                "Guten Tag,\n\nIhre Nachricht vom %(date)s ist bei uns angekommen. "
                "Wir antworten Ihnen innerhalb von %(days)d Tagen.\n\n"
                "Haben Sie uns gar nicht geschrieben? Dann hat jemand Ihre E-Mail-Adresse eingetragen. "
                "Sie müssen nichts tun."
            )
            % {"date": _day(message), "days": town.answer_within_days},
            about=message,
        )


def ask_for_call(message: Message, *, due_on: date) -> Notification:
    """Put “please call me back” on the list."""
    person = message.person
    assert person is not None  # noqa: S101 - who asks for a call has a name and a phone
    with translation.override(settings.LANGUAGE_CODE):
        lines = [_("Bitte anrufen: %s") % message.call_when if message.call_when else "", message.text]
        return notify(
            person=person,
            channel=Channel.PHONE,
            subject=_("Bitte um Rückruf"),
            body="\n\n".join(line for line in lines if line),
            about=message,
            due_on=due_on,
        )


def send_answer(message: Message) -> Notification:
    """The town's answer, with what was asked below it."""
    person = message.person
    assert person is not None  # noqa: S101 - rules.why_not_answerable
    with translation.override(person.language):
        question = message.text.strip()
        quoted = _("Sie schrieben am %s:") % _day(message) + f"\n{question}" if question else ""
        return notify(
            person=person,
            subject=_("Antwort auf Ihre Nachricht vom %s") % _day(message),
            body="\n\n".join(part for part in (message.answer.strip(), quoted) if part),
            about=message,
            due_on=clock.today(),
        )


def _day(message: Message) -> str:
    return date_format(timezone.localtime(message.received_at), "DATE_FORMAT")
