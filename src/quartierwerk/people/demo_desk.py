"""Contacts and sample messages of a demo town: `[[contacts]]` and `[[messages]]` in its `people.toml`."""

import uuid
from datetime import timedelta
from typing import Any

from quartierwerk.core import clock
from quartierwerk.core.demo import TownFolder

from . import actions
from .models import Contact, Message, Notification

SAMPLE_MAIL = "Beispiel, wird nicht verschickt"


def load_contacts(folder: TownFolder) -> None:
    """Contacts that are already there keep what was edited."""
    for given in folder.read("people").get("contacts", []):
        if not Contact.objects.filter(slug=given["slug"]).exists():
            contact = Contact(**given)
            contact.full_clean()
            contact.save()
            contact.save_revision()


def load_messages(folder: TownFolder) -> None:
    """Invented messages for the desk; nothing is mailed."""
    for given in folder.read("people").get("messages", []):
        key = uuid.UUID(given["key"])
        if not Message.objects.filter(submission_key=key).exists():
            _load_message(key, {k: v for k, v in given.items() if k != "key"})


def _load_message(key: uuid.UUID, given: dict[str, Any]) -> None:
    answer, age = given.pop("answer", ""), timedelta(days=given.pop("days_ago", 0))
    message = actions.receive_message(submission_key=key, **given)
    Message.objects.filter(pk=message.pk).update(received_at=clock.now() - age)
    if answer:
        actions.answer_message(message=message, text=answer, by=None)
    made = (
        Notification.objects.filter(person=message.person) if message.person else Notification.objects.none()
    )
    made.filter(due_on__isnull=False, done_on=None).update(due_on=clock.today() - age + timedelta(days=10))
    made.filter(channel="email", done_on=None).update(done_on=clock.today(), result=SAMPLE_MAIL)
