"""What moderation does: show, take away, shorten, join, hand on. Every step has its reason and its line in the log."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from quartierwerk.core import audit, clock
from quartierwerk.core.refusals import refuse
from quartierwerk.people.models import Contact
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import FieldOfAction

from .. import notifications, rules, staff_mail
from ..enums import EntryKind, NoteKind, State, Visibility
from ..models import Entry, Follow, InternalNote, Need, Support
from .complaints import settle
from .counting import count_again
from .locking import lock


@contextmanager
def as_seen(need: Need, seen: str) -> Iterator[Need]:
    """Do something with the need as the page showed it (`rules.seen_as`); the second of two at once is told.

    Raises ValidationError with who changed it meanwhile. The need stays locked until the block ends.
    """
    with transaction.atomic():
        need = lock(need)
        refuse(rules.why_not_as_seen(need, seen, _last_changed_by(need)))
        yield need


def _last_changed_by(need: Need) -> str:
    entry = (
        audit.entries_about(need).exclude(actor=None).select_related("actor").order_by("-at", "-pk").first()
    )
    return str(entry.actor) if entry else ""


@transaction.atomic
def publish(*, need: Need, by: Any) -> Need:
    """Show it, or say that what is shown already may stay."""
    need = lock(need)
    refuse(rules.why_not_published(need))
    now, was_public = clock.now(), need.is_public
    need.visibility, need.hidden_because, need.moderated_at, need.changed_at = Visibility.PUBLIC, "", now, now
    need.published_at = need.published_at or now
    if need.state == State.RECEIVED:
        need.state = State.PUBLISHED
    need.save()
    if not was_public:
        Entry.objects.create(need=need, kind=EntryKind.STATE, state=need.state, at=now, by=by)
        notifications.published(need)
    audit.record("need published", need, by=by)
    return need


@transaction.atomic
def remove(*, need: Need, reason: str, by: Any, blocked: bool = False) -> Need:
    """Take it out of the public, with the reason; `blocked` where the law forbids showing it."""
    need = lock(need)
    refuse(rules.why_not_removed(need, reason))
    need.visibility = Visibility.BLOCKED if blocked else Visibility.REMOVED_BY_MODERATOR
    need.hidden_because, need.moderated_at, need.changed_at = reason.strip(), clock.now(), clock.now()
    need.save()
    settle(need, by=by)
    audit.record("need removed", need, by=by, blocked=blocked)
    notifications.removed(need, reason)
    return need


@transaction.atomic
def take_back(*, need: Need, by: Any = None) -> Need:
    """Whoever said it takes it back: it ends, and nobody sees it any more."""
    need = lock(need)
    refuse(rules.why_not_withdrawn(need))
    now = clock.now()
    need.state, need.visibility = State.WITHDRAWN, Visibility.REMOVED_BY_AUTHOR
    need.ended_at = need.changed_at = now
    need.moderated_at = need.moderated_at or now
    need.save()
    Entry.objects.create(
        need=need,
        kind=EntryKind.STATE,
        state=need.state,
        at=now,
        text=_("Zurückgezogen von der Person, die es gemeldet hat."),
    )
    settle(need, by=by)
    audit.record("need withdrawn", need, by=by, on_behalf_of=by and need.person)
    return need


@transaction.atomic
def shorten(*, need: Need, title: str, text: str, by: Any) -> Need:
    """Change the public words; the first ones are kept for the team."""
    need = lock(need)
    refuse(rules.why_not_shortened(need, title, text))
    if not need.original_title:
        need.original_title, need.original_text = need.title, need.text
    need.title, need.text, need.changed_at = title.strip(), text.strip(), clock.now()
    need.full_clean()
    need.save()
    Entry.objects.create(need=need, kind=EntryKind.SHORTENED, state=need.state, by=by)
    audit.record("need shortened", need, by=by)
    return need


@transaction.atomic
def classify(
    *, need: Need, kind: str, field: FieldOfAction | None, quarter: Quarter | None, place_name: str, by: Any
) -> Need:
    """Put it where it belongs; the words for the place as they came are kept for the team."""
    need = lock(need)
    found = {"kind": kind, "field": field, "quarter": quarter, "place_name": place_name.strip()}
    refuse(rules.why_not_classified(need, found))
    if need.place_name not in ("", found["place_name"]):
        InternalNote.objects.create(need=need, text=_("Ort, wie er kam: %s") % need.place_name, by=by)
    for name, value in found.items():
        setattr(need, name, value)
    need.changed_at = clock.now()
    need.save(update_fields=[*found, "changed_at"])
    audit.record("need classified", need, by=by)
    return need


@transaction.atomic
def mark_duplicate(*, need: Need, of: Need, by: Any, reason: str = "") -> Need:
    """Join it to another: those it concerns and those who follow go along, each once."""
    first, second = sorted((need.pk, of.pk))
    list(Need.objects.select_for_update().filter(pk__in=(first, second)).order_by("pk"))
    need, of = lock(need), lock(of)
    refuse(rules.why_not_duplicate(need, of))
    now = clock.now()
    need.state, need.duplicate_of, need.ended_at = State.DUPLICATE, of, now
    need.changed_at = need.last_answered_at = now
    need.answered_at, need.moderated_at = need.answered_at or now, need.moderated_at or now
    need.save()
    _bring_along(need, of)
    Entry.objects.create(
        need=need, kind=EntryKind.MERGED, state=need.state, text=reason or of.reference, at=now, by=by
    )
    audit.record("need joined to another", need, by=by, of=of.reference)
    notifications.merged(need, reason)
    return need


def _bring_along(need: Need, of: Need) -> None:
    """Who said it is one more whom it concerns; later duplicates of this one belong to the other, too."""
    there = set(of.supports.values_list("voter", flat=True))
    voters = {support.voter: support for support in need.supports.all()}
    if need.person_id and need.person_id != of.person_id:
        voters.setdefault(f"person:{need.person_id}", Support(person_id=need.person_id))
    voters.pop(f"person:{of.person_id}", None)  # who said the other one is not one more
    Support.objects.bulk_create(
        Support(need=of, voter=voter, person_id=found.person_id)
        for voter, found in voters.items()
        if voter not in there
    )
    followers = set(of.follows.values_list("person_id", flat=True))
    need.follows.exclude(person_id__in=followers).update(need=of)
    Follow.objects.filter(need=need).delete()
    Need.objects.filter(duplicate_of=need).update(duplicate_of=of)
    count_again(of)


@transaction.atomic
def ask_back(*, need: Need, question: str, by: Any) -> Need:
    """A question to whoever said it, on their channel; it is no answer, so the time goes on."""
    refuse(rules.why_not_asked_back(need, question))
    InternalNote.objects.create(need=need, kind=NoteKind.QUESTION, text=question.strip(), by=by)
    notifications.asked_back(need, question.strip())
    audit.record("need asked back", need, by=by, on_behalf_of=need.person)
    return need


@transaction.atomic
def hand_on(*, need: Need, to: str, by: Any, contact: Contact | None = None, by_mail: bool = False) -> Need:
    """Give it to a department or organisation; readers see to whom. `by_mail`: the contact gets its public words."""
    need = lock(need)
    refuse(rules.why_not_handed_on(to, contact, by_mail=by_mail))
    need.handed_to = to.strip() or _public_name_of(contact)
    need.handed_to_contact = contact
    need.changed_at = clock.now()
    need.save(update_fields=["handed_to", "handed_to_contact", "changed_at"])
    Entry.objects.create(need=need, kind=EntryKind.HANDED_ON, state=need.state, text=need.handed_to, by=by)
    audit.record("need handed on", need, by=by)
    if by_mail and contact:
        staff_mail.handed_on(need, contact)
    return need


def _public_name_of(contact: Contact | None) -> str:
    """The department, else the role; never the name of a person."""
    if contact is None:
        return ""
    return contact.department or contact.role or _("die zuständige Stelle")


@transaction.atomic
def assign(*, need: Need, to: Any, by: Any) -> Need:
    """Say who of the team sees to it; None gives it back to all."""
    need = lock(need)
    need.assigned_to = to
    need.save(update_fields=["assigned_to"])
    audit.record("need assigned", need, by=by)
    return need


@transaction.atomic
def note(*, need: Need, text: str, by: Any) -> InternalNote:
    refuse(None if text.strip() else _("Bitte schreiben Sie etwas."))
    audit.record("need noted", need, by=by)
    return InternalNote.objects.create(need=need, text=text.strip(), by=by)
