"""What comes by other ways than the form: staff take it down, by the same rule."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.core.refusals import refuse
from quartierwerk.events.codes import new_code
from quartierwerk.events.models import Event
from quartierwerk.people import actions as people_actions
from quartierwerk.people.models import Person
from quartierwerk.people.rules import Reachable
from quartierwerk.places.models import Quarter

from ..enums import CameBy, Kind
from ..models import Card, InboundMail, MailAttachment, Need
from ..rules import intake as rules
from .moderating import publish
from .saying import Said, say

MAILED_NEEDS = uuid.UUID("5f2d8d0e-51f0-4f0b-9a5a-7a2f8a0d6c33")


@transaction.atomic
def take_need(
    *,
    said: Said,
    by: Any,
    came_by: str = CameBy.PHONE,
    person: Person | None = None,
    added: Mapping[str, str] | None = None,
    given: Reachable | None = None,
    event: Event | None = None,
    submission_key: uuid.UUID | None = None,
    language: str = "de",
) -> Need:
    """Staff write down what a known `person` or somebody new (`given`) says; the same key again is the same need.

    `added` are contact data a known person had not left before. Raises ValidationError with the reason.
    """
    if submission_key and (known := Need.objects.filter(submission_key=submission_key).first()):
        return known
    if person is not None and added:
        people_actions.change_person(person=person, by=by, **added)
    return say(
        said=said,
        person=person,
        given=given,
        submission_key=submission_key,
        came_by=came_by,
        by=by,
        event=event,
        language=person.language if person else language,
    )


@transaction.atomic
def voice_concern(
    *, event: Event, said: Said, given: Reachable | None, by: Any, submission_key: uuid.UUID
) -> Need:
    """Somebody says it aloud at the event; whoever writes it down has read it, so everybody sees it at once."""
    need = take_need(
        said=replace(said, kind=Kind.CONCERN),
        given=given,
        by=by,
        came_by=CameBy.EVENT,
        event=event,
        submission_key=submission_key,
    )
    return need if need.moderated_at else publish(need=need, by=by)


# ------------------------------------------------------------------------------------------------------------------ cards
@transaction.atomic
def print_cards(*, number: int, by: Any, quarter: Quarter | None = None, event: Event | None = None) -> str:
    """Make so many cards, each with a code of its own; answers the batch they belong to."""
    codes: set[str] = set()
    while len(codes) < number:
        codes.add(new_code())
    codes -= set(Card.objects.filter(code__in=codes).values_list("code", flat=True))
    ordered, now = sorted(codes), clock.now()
    cards = Card.objects.bulk_create(
        Card(code=code, batch=ordered[0], quarter=quarter, event=event, printed_at=now) for code in ordered
    )
    audit.record("cards printed", cards[0], by=by, number=len(cards))
    return ordered[0]


@transaction.atomic
def enter_card(
    *, card: Card, said: Said, by: Any = None, scan: UploadedFile | None = None, **who: Any
) -> Need:
    """What stands on a card that came back is one need; a second time is refused with its number.

    `who` is as `take_need` takes it. Without `by` somebody entered the own card by its QR code.
    """
    card = Card.objects.select_for_update(of=("self",)).get(pk=card.pk)
    refuse(rules.why_not_entered(card))
    if said.place.quarter is None and not said.place.name:
        said = replace(said, place=replace(said.place, quarter=card.quarter))
    need = take_need(said=said, by=by, came_by=CameBy.CARD, event=card.event, **who)
    card.need = need
    if scan is not None:
        card.scan = scan
    card.save()
    audit.record("card entered", card, by=by)
    return need


@transaction.atomic
def replace_scan(*, card: Card, scan: UploadedFile, by: Any) -> Card:
    """Attach the scan later, or a better one; the old file is deleted with the commit."""
    before, storage = card.scan.name, card.scan.storage
    card.scan = scan
    card.save(update_fields=["scan"])
    audit.record("scan replaced", card, by=by)
    if before:
        transaction.on_commit(lambda: storage.delete(before))
    return card


# ------------------------------------------------------------------------------------------------------------------ mails
@transaction.atomic
def keep_mail(
    *,
    message_id: str,
    subject: str,
    text: str,
    sender: str = "",
    sender_name: str = "",
    received_at: datetime | None = None,
    photos: Sequence[UploadedFile] = (),
    left_out: str = "",
    aside_because: str = "",
) -> InboundMail | None:
    """Put a mail into the inbox, or at once aside with the reason; None where it is there already."""
    if InboundMail.objects.filter(message_id=message_id).exists():
        return None
    now = clock.now()
    mail = InboundMail.objects.create(
        message_id=message_id,
        sender=sender,
        sender_name=sender_name,
        subject=subject,
        text=text,
        left_out=left_out,
        received_at=min(received_at or now, now),
        set_aside_at=now if aside_because else None,
        set_aside_because=aside_because,
    )
    for photo in photos:
        MailAttachment.objects.create(mail=mail, file=photo, name=(photo.name or "")[:120])
    audit.record("mail received", mail)
    return mail


@transaction.atomic
def need_of_mail(
    *,
    mail: InboundMail,
    said: Said,
    by: Any,
    person: Person | None = None,
    from_sender: bool = False,
    photos: Sequence[MailAttachment] = (),
) -> Need:
    """Make a need of a mail; the sender hears with the usual acknowledgement. `from_sender`: enter the sender anew."""
    mail = _lock(mail)
    refuse(rules.why_mail_not_taken(mail))
    given = Reachable(mail.sender_name, mail.sender.lower()) if from_sender else None
    need = take_need(
        said=replace(said, photos=[(_copy(each), "") for each in photos]),
        by=by,
        came_by=CameBy.EMAIL,
        person=person,
        given=given,
        submission_key=uuid.uuid5(MAILED_NEEDS, mail.message_id),
    )
    mail.need, mail.set_aside_at, mail.set_aside_because = need, None, ""
    mail.save()
    audit.record("mail taken", mail, by=by, on_behalf_of=need.person)
    return need


@transaction.atomic
def join_mail(*, mail: InboundMail, need: Need, by: Any) -> InboundMail:
    """The mail says more about a need that is there; it lies with it, for the team."""
    mail = _lock(mail)
    refuse(rules.why_mail_not_taken(mail))
    mail.need, mail.set_aside_at, mail.set_aside_because = need, None, ""
    mail.save()
    audit.record("mail joined to a need", need, by=by)
    return mail


@transaction.atomic
def set_mail_aside(*, mail: InboundMail, reason: str, by: Any) -> InboundMail:
    mail = _lock(mail)
    refuse(rules.why_mail_not_set_aside(mail, reason))
    mail.set_aside_at, mail.set_aside_because = clock.now(), reason.strip()
    mail.save()
    audit.record("mail set aside", mail, by=by)
    return mail


@transaction.atomic
def bring_mail_back(*, mail: InboundMail, by: Any) -> InboundMail:
    mail = _lock(mail)
    refuse(rules.why_mail_not_back(mail))
    mail.set_aside_at, mail.set_aside_because = None, ""
    mail.save()
    audit.record("mail brought back", mail, by=by)
    return mail


def _lock(mail: InboundMail) -> InboundMail:
    return InboundMail.objects.select_for_update(of=("self",)).select_related("need").get(pk=mail.pk)


def _copy(attachment: MailAttachment) -> SimpleUploadedFile:
    with attachment.file.open("rb") as kept:
        return SimpleUploadedFile(attachment.file.name.rpartition("/")[2], kept.read())
