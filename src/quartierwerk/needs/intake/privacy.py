"""Mails and scans: how long they are kept, what a person gets of them, and what erasing means."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import audit, clock
from quartierwerk.core.privacy import PUBLIC_TASK, Purpose, register
from quartierwerk.people.models import Person
from quartierwerk.people.privacy import YEAR, register_person_data

from ..models import Card, InboundMail

MONTH = timedelta(days=30)


def _done_mails() -> QuerySet[InboundMail]:
    """Set aside a month ago, or a year after the need they became has ended."""
    now = clock.now()
    return InboundMail.objects.filter(
        Q(need=None, set_aside_at__lt=now - MONTH) | Q(need__ended_at__lt=now - YEAR)
    )


def _old_scans() -> QuerySet[Card]:
    return Card.objects.exclude(scan="").filter(need__ended_at__lt=clock.now() - YEAR)


@transaction.atomic
def delete_mails(rows: QuerySet[InboundMail]) -> int:
    """Rows and files; the files go when the rows are gone for good."""
    ids = list(rows.values_list("pk", flat=True))
    for mail in InboundMail.objects.filter(pk__in=ids).prefetch_related("attachments"):
        for attachment in mail.attachments.all():
            _delete_on_commit(attachment.file)
    InboundMail.objects.filter(pk__in=ids).delete()
    return _recorded("mails deleted", len(ids))


@transaction.atomic
def delete_scans(rows: QuerySet[Card]) -> int:
    cards = list(rows)
    for card in cards:
        _delete_on_commit(card.scan)
    Card.objects.filter(pk__in=[card.pk for card in cards]).update(scan="")
    return _recorded("scans deleted", len(cards))


def _delete_on_commit(file: Any) -> None:
    storage, name = file.storage, file.name
    transaction.on_commit(lambda: storage.delete(name))


def _recorded(verb: str, number: int) -> int:
    if number:
        audit.record(verb, number=number)
    return number


def mails_of(person: Person) -> QuerySet[InboundMail]:
    """What the person wrote: mails that became the person's needs, and those from the same address."""
    own = Q(need__person=person)
    return InboundMail.objects.filter(own | Q(sender__iexact=person.email) if person.email else own)


def _export(person: Person) -> list[dict[str, Any]]:
    return [
        {"received_at": mail.received_at.isoformat(), "subject": mail.subject, "text": mail.text}
        for mail in mails_of(person)
    ]


def _erase(person: Person) -> None:
    delete_mails(mails_of(person))
    delete_scans(Card.objects.exclude(scan="").filter(need__person=person))


register_person_data("need_mails", export=_export, erase=_erase)
register(
    Purpose(
        key="need-mails",
        title=_("E-Mails mit Beiträgen"),
        data=_("Absender, Betreff, Text und Fotos von E-Mails an uns"),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_(
            "ein Jahr, nachdem der Beitrag abgeschlossen ist; 30 Tage, wenn kein Beitrag daraus wurde"
        ),
        expired=_done_mails,
        delete=delete_mails,
    )
)
register(
    Purpose(
        key="need-scans",
        title=_("Karten aus Papier"),
        data=_("Scan der Karte mit Handschrift und dem, was Sie über sich geschrieben haben"),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_("ein Jahr, nachdem der Beitrag abgeschlossen ist"),
        expired=_old_scans,
        delete=delete_scans,
    )
)
