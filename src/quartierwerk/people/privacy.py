"""Personal data of persons: what is exported, what erasing means, and the purposes of this app.

Higher apps that keep something about a `Person` register how it is exported and erased.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.core.models import AuditEntry
from quartierwerk.core.privacy import PUBLIC_TASK, STAFF, Purpose, delete_rows, register

from .models import Consent, Message, Notification, Person

YEAR = timedelta(days=365)

_exports: dict[str, Callable[[Person], Any]] = {}
_erasures: list[Callable[[Person], None]] = []


def register_person_data(
    key: str, *, export: Callable[[Person], Any], erase: Callable[[Person], None] | None = None
) -> None:
    """`export` answers plain JSON values; `erase` deletes or anonymises inside the caller's transaction."""
    _exports[key] = export
    if erase:
        _erasures.append(erase)


def export(person: Person) -> dict[str, Any]:
    """DSGVO Art. 15: everything kept about the person, as plain JSON values."""
    return {key: build(person) for key, build in _exports.items()}


def erase(person: Person) -> None:
    """Run every registered erasure; the person itself is deleted by `actions.erase_person`."""
    for run in _erasures:
        run(person)


def _person(person: Person) -> dict[str, Any]:
    fields = ("name", "email", "phone", "street", "postal_code", "city", "preferred_channel", "language")
    return {
        **{name: getattr(person, name) for name in fields},
        "known_since": person.created_at.isoformat(),
        "trusted_person": person.trusted_person.name if person.trusted_person else None,
        "account": person.user.email if person.user else None,
    }


def _messages(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "kind": message.kind,
            "came_by": message.came_by,
            "written_down_by_staff": message.came_by != Message.CameBy.FORM,
            "received_at": message.received_at.isoformat(),
            "text": message.text,
            "call_when": message.call_when,
            "state": message.state,
            "answer": message.answer,
            "answered_at": message.answered_at and message.answered_at.isoformat(),
        }
        for message in person.messages.all()
    ]


def _notifications(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "channel": notification.channel,
            "subject": notification.subject,
            "body": notification.body,
            "created_at": notification.created_at.isoformat(),
            "done_on": notification.done_on and notification.done_on.isoformat(),
            "result": notification.result,
        }
        for notification in person.notifications.all()
    ]


def _consents(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "purpose": consent.purpose,
            "text": consent.text,
            "version": consent.text_version,
            "given_at": consent.given_at.isoformat(),
            "withdrawn_at": consent.withdrawn_at and consent.withdrawn_at.isoformat(),
        }
        for consent in person.consents.all()
    ]


def _served_by_staff(person: Person) -> list[dict[str, str]]:
    """What staff did in the person's name or with the entry, from the audit log."""
    entries = AuditEntry.objects.filter(on_behalf_of=str(person.pk)).exclude(actor=None)
    return [{"at": entry.at.isoformat(), "what": entry.verb} for entry in entries.order_by("at", "pk")]


def _empty_messages(person: Person) -> None:
    """What was written and answered goes; that there was a message stays. Waiting ones are closed."""
    person.messages.filter(state=Message.State.WAITING).update(
        state=Message.State.CLOSED, closed_because=str(_("Gelöscht auf Wunsch.")), answered_at=clock.now()
    )
    person.messages.update(person=None, text="", call_when="", answer="", about_url="")


register_person_data("person", export=_person)
register_person_data("messages", export=_messages, erase=_empty_messages)
register_person_data("notifications", export=_notifications)
register_person_data("consents", export=_consents)
register_person_data("served_by_staff", export=_served_by_staff)


def _finished_messages() -> QuerySet:
    return Message.objects.exclude(state=Message.State.WAITING).filter(answered_at__lt=clock.now() - YEAR)


def _done_notifications() -> QuerySet:
    return Notification.objects.filter(done_on__lt=clock.today() - YEAR)


def _persons_nobody_needs() -> QuerySet:
    """Known for a year, and no row of any app points at them any more (an ended consent does not count)."""
    still_needed = Q()
    for relation in Person._meta.related_objects:
        model: Any = relation.related_model
        rows = model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
        if model is Consent:
            rows = rows.filter(Q(withdrawn_at=None) | Q(withdrawn_at__gte=clock.now() - YEAR))
        still_needed |= Q(Exists(rows))
    return Person.objects.filter(user=None, created_at__lt=clock.now() - YEAR).exclude(still_needed)


MESSAGES = register(
    Purpose(
        key="messages",
        title=_("Nachrichten und Rückrufe"),
        data=_("Name, E-Mail-Adresse, Telefonnummer oder Anschrift, Ihr Text und unsere Antwort"),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_("zwölf Monate nach der Antwort"),
        recipients=STAFF,
        expired=_finished_messages,
        delete=delete_rows,
    )
)
NOTIFICATIONS = register(
    Purpose(
        key="notifications",
        title=_("Benachrichtigungen, Anrufe und Briefe an Sie"),
        data=_("Name, Weg, Text, Datum und Ergebnis"),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_("zwölf Monate nach Erledigung"),
        recipients=STAFF,
        expired=_done_notifications,
        delete=delete_rows,
    )
)
PERSONS = register(
    Purpose(
        key="persons",
        title=_("Angaben, damit wir Sie erreichen"),
        data=_(
            "Name, E-Mail-Adresse, Telefonnummer, Anschrift, bevorzugter Weg, "
            "Vertrauensperson, Einwilligungen"
        ),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_("bis kein Vorgang mehr dazu besteht, mindestens zwölf Monate"),
        recipients=STAFF,
        expired=_persons_nobody_needs,
        delete=delete_rows,
    )
)
