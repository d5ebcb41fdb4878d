"""Personal data of those who join in: purposes, deletion, export and erasure."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import audit, clock
from quartierwerk.core.privacy import PUBLIC_TASK, Purpose, register
from quartierwerk.people.models import Person
from quartierwerk.people.privacy import YEAR, register_person_data

from ..models import CoDoer, Comment, Follow, Support

WEEK = timedelta(days=7)
CONSENT = _("Art. 6 Abs. 1 Buchstabe a DSGVO (Ihre Einwilligung: Sie bestellen die Nachrichten)")
STAFF = _("die zuständigen Beschäftigten der Stadt")


def _old_helpers() -> QuerySet[CoDoer]:
    return CoDoer.objects.filter(need__ended_at__lt=clock.now() - YEAR)


def _unconfirmed() -> QuerySet[Follow]:
    return Follow.objects.filter(confirmed_at=None, started_at__lt=clock.now() - WEEK)


@transaction.atomic
def _delete_helpers(rows: QuerySet[CoDoer]) -> int:
    """Who helped, and who wrote a comment: after a year only the public words stay."""
    Comment.objects.filter(need__ended_at__lt=clock.now() - YEAR).exclude(person=None).update(person=None)
    return _deleted(rows, "helpers of needs deleted")


@transaction.atomic
def _delete_unconfirmed(rows: QuerySet[Follow]) -> int:
    return _deleted(rows, "unconfirmed follows deleted")


def _deleted(rows: QuerySet, verb: str) -> int:
    number: int = rows.delete()[0]
    if number:
        audit.record(verb, count=number)
    return number


def _export(person: Person) -> dict[str, Any]:
    return {
        "supports": [
            {"need": row.need.reference, "at": row.at.isoformat()}
            for row in person.need_supports.select_related("need").order_by("pk")
        ],
        "comments": [
            {
                "need": row.need.reference,
                "text": row.text,
                "name_shown": row.shown_name,
                "at": row.at.isoformat(),
                "visibility": row.visibility,
            }
            for row in person.need_comments.select_related("need")
        ],
        "follows": [
            {
                "need": row.need.reference,
                "frequency": row.frequency,
                "since": row.started_at.isoformat(),
                "confirmed_at": row.confirmed_at and row.confirmed_at.isoformat(),
            }
            for row in person.need_follows.select_related("need").order_by("pk")
        ],
        "helps": [
            {"need": row.need.reference, "says": row.says, "at": row.at.isoformat()}
            for row in person.need_offers.select_related("need")
        ],
    }


def _erase(person: Person) -> None:
    """Follows and offers of help go with the person. The number at a need stays without a name, public words without the
    link to the person; the name shown beside them goes, too."""
    Support.objects.filter(person=person).update(person=None)
    Comment.objects.filter(person=person).update(person=None, shown_name="")
    person.need_follows.all().delete()
    person.need_offers.all().delete()


register_person_data("needs_together", export=_export, erase=_erase)

SUPPORT = register(
    Purpose(
        key="need-support",
        title=_("„Betrifft mich auch“ ehrlich zählen"),
        data=_("eine Prüfsumme der zufälligen Zahl im Cookie „betrifft_mich“, oder Ihr Konto"),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_("mit dem Handlungsbedarf, oder sobald Sie es zurücknehmen"),
    )
)
FOLLOW = register(
    Purpose(
        key="need-follow",
        title=_("Nachrichten über Handlungsbedarfe, denen Sie folgen"),
        data=_("E-Mail-Adresse oder Anschrift, welchem Beitrag Sie folgen und wie oft Sie hören möchten"),
        legal_basis=CONSENT,
        retention=WEEK,
        retention_text=_("sobald Sie es beenden; ohne Bestätigung nach sieben Tagen"),
        recipients=STAFF,
        expired=_unconfirmed,
        delete=_delete_unconfirmed,
    )
)
TOGETHER = register(
    Purpose(
        key="need-together",
        title=_("Kommentare und „Ich mache mit“"),
        data=_("Ihr Text, Ihr Name, wenn Sie ihn nennen, und wie wir Sie erreichen"),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_("Name und Kontakt zwölf Monate nach dem Abschluss des Handlungsbedarfs"),
        recipients=STAFF,
        expired=_old_helpers,
        delete=_delete_helpers,
    )
)
