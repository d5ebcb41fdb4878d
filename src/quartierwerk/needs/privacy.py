"""Personal data around needs: purposes, deletion, export and erasure. What was said publicly stays; who said it goes."""

import uuid
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.core.privacy import PUBLIC_TASK, STAFF, Purpose, delete_rows, recorded, register
from quartierwerk.people.models import Person
from quartierwerk.people.privacy import YEAR, register_person_data

from .enums import ENDED_STATES, REMOVED
from .models import (
    AbuseReport,
    Card,
    CoDoer,
    Comment,
    Follow,
    InboundMail,
    InternalNote,
    Need,
    Photo,
    Support,
)

MONTH = timedelta(days=30)
WEEK = timedelta(days=7)
NO_WORDS = "–"  # the title of what was taken away, a year later
QUARTER_YEAR = timedelta(days=90)
CONSENT = _("Art. 6 Abs. 1 Buchstabe a DSGVO (Ihre Einwilligung)")


# --------------------------------------------------------------------------------------------------- what is over, deleted
def _over_for(age: timedelta, prefix: str = "") -> Q:
    """Needs that ended, or were taken away, so long ago."""
    then = clock.now() - age
    return Q(**{f"{prefix}state__in": ENDED_STATES, f"{prefix}ended_at__lt": then}) | Q(
        **{f"{prefix}visibility__in": REMOVED, f"{prefix}changed_at__lt": then}
    )


def _needs_with_names() -> QuerySet[Need]:
    kept = Q(person__isnull=False) | ~Q(shown_name="") | ~Q(original_title="") | Q(notes__isnull=False)
    has_words = Q(visibility__in=REMOVED) & ~Q(title=NO_WORDS)
    return Need.objects.filter(_over_for(YEAR)).filter(kept | has_words).distinct()


def _comments_with_names() -> QuerySet[Comment]:
    named = Q(person__isnull=False) | ~Q(shown_name="")
    return Comment.objects.filter(_over_for(YEAR, "need__")).filter(named, is_official=False)


def _supports_of_persons() -> QuerySet[Support]:
    return Support.objects.filter(_over_for(YEAR, "need__")).filter(
        Q(person__isnull=False) | Q(voter__startswith="person:") | Q(voter__startswith="account:")
    )


def _follows_nobody_needs() -> QuerySet[Follow]:
    unconfirmed = Q(confirmed_at=None, started_at__lt=clock.now() - WEEK)
    return Follow.objects.filter(_over_for(MONTH, "need__") | unconfirmed)


def _old_co_doers() -> QuerySet[CoDoer]:
    return CoDoer.objects.filter(_over_for(YEAR, "need__"))


def _old_mails() -> QuerySet[InboundMail]:
    finished = Q(need__isnull=False) | Q(set_aside_at__isnull=False)
    return InboundMail.objects.filter(finished, received_at__lt=clock.now() - QUARTER_YEAR)


def _old_scans() -> QuerySet[Card]:
    return Card.objects.exclude(scan="").filter(_over_for(YEAR, "need__"))


def _old_complaints() -> QuerySet[AbuseReport]:
    return AbuseReport.objects.exclude(text="").filter(handled_at__lt=clock.now() - YEAR)


@transaction.atomic
def _forget_who_said_it(rows: QuerySet[Need]) -> int:
    """The public words, the number and the timeline stay; what was never public or taken away goes wholly."""
    ids = list(rows.values_list("pk", flat=True))
    gone = Need.objects.filter(pk__in=ids, visibility__in=REMOVED)
    photos = Photo.objects.filter(need__in=gone)
    _delete_files(file for photo in photos for file in (photo.file, photo.thumbnail) if file)
    InternalNote.objects.filter(need__in=ids).delete()
    gone.update(title=NO_WORDS, text="", place_name="", latitude=None, longitude=None)
    Photo.objects.filter(need__in=gone).delete()
    Need.objects.filter(pk__in=ids).update(person=None, shown_name="", original_title="", original_text="")
    return recorded("needs anonymised", len(ids))


@transaction.atomic
def _forget_who_commented(rows: QuerySet[Comment]) -> int:
    ids = list(rows.values_list("pk", flat=True))
    Comment.objects.filter(pk__in=ids).update(person=None, shown_name="")
    return recorded("comments anonymised", len(ids))


@transaction.atomic
def _forget_whom_it_concerns(rows: QuerySet[Support]) -> int:
    """The number stays true: a row without a person counts as before."""
    supports = list(rows)
    for support in supports:
        support.voter, support.person = f"gone:{uuid.uuid4().hex}", None
    Support.objects.bulk_update(supports, ["voter", "person"])
    return recorded("supports anonymised", len(supports))


@transaction.atomic
def _delete_mails(rows: QuerySet[InboundMail]) -> int:
    mails = list(rows.prefetch_related("attachments"))
    _delete_files(attachment.file for mail in mails for attachment in mail.attachments.all())
    InboundMail.objects.filter(pk__in=[mail.pk for mail in mails]).delete()
    return recorded("expired data deleted", len(mails), kind="needs.inboundmail")


@transaction.atomic
def _delete_scans(rows: QuerySet[Card]) -> int:
    cards = list(rows)
    _delete_files(card.scan for card in cards)
    Card.objects.filter(pk__in=[card.pk for card in cards]).update(scan="")
    return recorded("expired data deleted", len(cards), kind="needs.card")


@transaction.atomic
def _empty_complaints(rows: QuerySet[AbuseReport]) -> int:
    number = rows.update(text="")
    return recorded("expired data deleted", number, kind="needs.abusereport")


def _delete_files(files: Iterable[FieldFile]) -> None:
    """When the transaction has succeeded, so that no row is left without its file."""
    for file in list(files):
        transaction.on_commit(lambda file=file: file.storage.delete(file.name))  # type: ignore[misc]


# -------------------------------------------------------------------------------------------------------- one person's own
def _export(person: Person) -> dict[str, Any]:
    return {
        "said": [_exported(need) for need in person.needs.order_by("pk")],
        "comments": [
            {"need": comment.need.reference, "text": comment.text, "at": comment.at.isoformat()}
            for comment in person.need_comments.select_related("need")
        ],
        "concerned_by": sorted(person.need_supports.values_list("need__reference", flat=True)),
        "follows": sorted(person.need_follows.values_list("need__reference", flat=True)),
        "helps_with": [
            {"need": offer.need.reference, "says": offer.says}
            for offer in person.need_offers.select_related("need")
        ],
        "mails": [
            {"at": mail.received_at.isoformat(), "subject": mail.subject, "text": mail.text}
            for mail in _mails_of(person)
        ],
    }


def _mails_of(person: Person) -> QuerySet[InboundMail]:
    """Those that became the person's needs, and those from the same address."""
    own = Q(need__person=person) | (Q(sender__iexact=person.email) if person.email else Q())
    return InboundMail.objects.filter(own).order_by("received_at", "pk")


def _exported(need: Need) -> dict[str, Any]:
    return {
        "number": need.reference,
        "kind": need.kind,
        "title": need.original_title or need.title,
        "text": need.original_text or need.text,
        "place": need.place_name,
        "point": [need.latitude, need.longitude] if need.has_point else None,
        "shown_name": need.shown_name,
        "came_by": need.came_by,
        "written_down_by_staff": need.taken_by_id is not None,
        "received_at": need.received_at.isoformat(),
        "state": need.state,
        "visibility": need.visibility,
    }


def _erase(person: Person) -> None:
    """What was said stays without a name; wishes to hear or to help go, and so do mails and handwriting."""
    person.need_follows.all().delete()
    person.need_offers.all().delete()
    own = Support.objects.filter(Q(person=person) | Q(voter=f"person:{person.pk}"))
    _forget_whom_it_concerns(own)
    _forget_who_commented(Comment.objects.filter(person=person))
    _delete_mails(_mails_of(person))
    _delete_scans(Card.objects.exclude(scan="").filter(need__person=person))
    Need.objects.filter(person=person).update(person=None, shown_name="", original_title="", original_text="")


register_person_data("needs", export=_export, erase=_erase)

NEEDS = register(
    Purpose(
        key="needs",
        title=_("Handlungsbedarfe, Ideen und Anliegen"),
        data=_("Name, E-Mail-Adresse, Telefonnummer oder Anschrift; was Sie schreiben und wo; Fotos"),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_(
            "zwölf Monate nach dem Abschluss, auch E-Mail-Adresse, Telefonnummer und Anschrift, wenn wir sie für "
            "nichts anderes von Ihnen mehr brauchen; was öffentlich ist, bleibt ohne Ihren Namen stehen"
        ),
        recipients=STAFF,
        expired=_needs_with_names,
        delete=_forget_who_said_it,
    )
)
COMMENTS = register(
    Purpose(
        key="need-comments",
        title=_("Kommentare zu Handlungsbedarfen"),
        data=_("Ihre Worte und, wenn Sie ihn nennen, Ihr Name"),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_("zwölf Monate nach dem Abschluss; der Kommentar bleibt ohne Ihren Namen stehen"),
        recipients=STAFF,
        expired=_comments_with_names,
        delete=_forget_who_commented,
    )
)
SUPPORTS = register(
    Purpose(
        key="need-supports",
        title=_("„Betrifft mich auch“"),
        data=_("ein zufälliger Schlüssel in Ihrem Browser oder Ihr Konto, damit jede Person einmal zählt"),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_("zwölf Monate nach dem Abschluss; die Zahl bleibt stehen"),
        recipients=STAFF,
        expired=_supports_of_persons,
        delete=_forget_whom_it_concerns,
    )
)
FOLLOWS = register(
    Purpose(
        key="need-follows",
        title=_("Nachrichten zu Handlungsbedarfen, denen Sie folgen"),
        data=_("Name, E-Mail-Adresse oder Anschrift"),
        legal_basis=CONSENT,
        retention=MONTH,
        retention_text=_(
            "wenn Sie es beenden, sonst einen Monat nach dem Abschluss; unbestätigt nach sieben Tagen"
        ),
        recipients=STAFF,
        expired=_follows_nobody_needs,
        delete=delete_rows,
    )
)
CO_DOERS = register(
    Purpose(
        key="need-co-doers",
        title=_("„Ich mache mit“"),
        data=_("Name, ein Weg zu Ihnen, was Sie tun können"),
        legal_basis=CONSENT,
        retention=YEAR,
        retention_text=_("zwölf Monate nach dem Abschluss"),
        recipients=STAFF,
        expired=_old_co_doers,
        delete=delete_rows,
    )
)
MAILS = register(
    Purpose(
        key="need-mails",
        title=_("E-Mails an das Postfach für Handlungsbedarfe"),
        data=_("Name, E-Mail-Adresse, Text und Fotos"),
        legal_basis=PUBLIC_TASK,
        retention=QUARTER_YEAR,
        retention_text=_("90 Tage nach dem Eingang"),
        recipients=STAFF,
        expired=_old_mails,
        delete=_delete_mails,
    )
)
SCANS = register(
    Purpose(
        key="need-cards",
        title=_("Eingescannte Karten aus Papier"),
        data=_("Ihre Handschrift und was auf der Karte steht"),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_("zwölf Monate nach dem Abschluss"),
        recipients=STAFF,
        expired=_old_scans,
        delete=_delete_scans,
    )
)
COMPLAINTS = register(
    Purpose(
        key="need-complaints",
        title=_("Hinweise auf Beiträge, die nicht stehen bleiben sollten"),
        data=_("was Sie dazu schreiben, ohne Namen"),
        legal_basis=PUBLIC_TASK,
        retention=YEAR,
        retention_text=_("zwölf Monate, nachdem wir es geprüft haben"),
        recipients=STAFF,
        expired=_old_complaints,
        delete=_empty_complaints,
    )
)
