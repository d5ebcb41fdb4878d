"""Shared reads. Fetching is authorising: what comes back may be seen by the user, anything else is 404."""

from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from quartierwerk.core import audit, clock
from quartierwerk.core.models import AuditEntry, Town

from . import addressees
from .folding import folded
from .models import Channel, Contact, Message, Notification, Person, Role
from .models.notifications import undelivered_since
from .permissions import has_role, may_answer_residents, may_use_desk
from .sounds import SHORTEST as SHORTEST_SOUND
from .sounds import sounds_of


def public_contacts() -> QuerySet[Contact]:
    return Contact.objects.public().select_related("photo").prefetch_related("photo__renditions")


def sees_everything(user: Any) -> bool:
    """Whoever works for the whole town; a manager of named quarters sees those and what belongs to nobody."""
    if has_role(user, Role.MODERATOR, Role.ADMINISTRATOR):
        return True
    return (
        user.is_authenticated and user.roles.filter(role=Role.NEIGHBOURHOOD_MANAGER, everywhere=True).exists()
    )


def messages_for(user: Any) -> QuerySet[Message]:
    """The messages this member of the desk answers; editors answer what was said about the site only."""
    if not may_use_desk(user):
        return Message.objects.none()
    messages = Message.objects.select_related("person").prefetch_related("about")
    if not may_answer_residents(user):
        return messages.filter(kind=Message.Kind.FEEDBACK)
    return messages if sees_everything(user) else messages.exclude(addressees.somebody_elses(user))


def notifications_for(user: Any) -> QuerySet[Notification]:
    """The “to call / to write” list of this member of the desk.

    A mail is on it only where it did not arrive, or was ticked off for that; the unreachable are not on it.
    """
    if not may_answer_residents(user):
        return Notification.objects.none()
    rows = Notification.objects.select_related("person__trusted_person", "done_by").prefetch_related(
        "attempts"
    )
    returned = Q(done_on=None, created_at__lt=undelivered_since()) | Q(done_by__isnull=False)
    rows = rows.filter(
        Q(channel__in=[Channel.PHONE, Channel.LETTER, Channel.TRUSTED]) | Q(channel=Channel.EMAIL) & returned
    )
    if sees_everything(user):
        return rows
    about_message = Q(about_type=ContentType.objects.get_for_model(Message))
    hidden = about_message & ~Q(about_id__in=messages_for(user).order_by().values("pk"))
    return rows.exclude(hidden).exclude(addressees.somebody_elses(user))


def persons_for(user: Any) -> QuerySet[Person]:
    """Persons this member of the desk may look up: not those who only wrote about others' quarters."""
    if not may_answer_residents(user):
        return Person.objects.none()
    persons = Person.objects.select_related("trusted_person", "user")
    if sees_everything(user):
        return persons
    own = Exists(messages_for(user).order_by().filter(person=OuterRef("pk")))
    return persons.filter(own | ~Exists(Message.objects.filter(person=OuterRef("pk"))))


def overdue(messages: QuerySet[Message]) -> QuerySet[Message]:
    """Waiting for longer than the town promises."""
    latest = clock.now() - timedelta(days=Town.load().answer_within_days)
    return messages.filter(state=Message.State.WAITING, received_at__lt=latest)


def search_messages(messages: QuerySet[Message], words: str) -> QuerySet[Message]:
    """By the person, or by every word of what was written or answered."""
    if not words.strip():
        return messages
    said = Q()
    for word in words.split():
        said &= Q(text__icontains=word) | Q(answer__icontains=word)
    return messages.filter(named_like(words, "person__") | said)


def search_persons(persons: QuerySet[Person], words: str) -> QuerySet[Person]:
    return persons.filter(named_like(words)) if words.strip() else persons


def named_like(words: str, prefix: str = "") -> Q:
    """By every word, in name or e-mail, or by the digits of the phone (without the leading 0 or +49)."""
    name = Q()
    for word in words.split():
        name &= _named(word, prefix)
    digits = "".join(c for c in words if c.isdigit()).removeprefix("0049").removeprefix("0")
    if words.strip().startswith("+49"):
        digits = digits.removeprefix("49")
    return name | Q(**{f"{prefix}phone__contains": digits}) if len(digits) >= 3 else name


def _named(word: str, prefix: str) -> Q:
    """A part of the name or the e-mail, or a whole word of the name that sounds alike."""
    named = Q(**{f"{prefix}folded__contains": folded(word)})
    sounds = sounds_of(word) if len(word) >= SHORTEST_SOUND else ""
    return named | Q(**{f"{prefix}sounds__contains": sounds}) if sounds else named


def maybe_same(person: Person) -> QuerySet[Person]:
    """Other entries with the same e-mail or phone; whether it is one human being, staff decide."""
    same = Q()
    if person.email:
        same |= Q(email=person.email)
    if person.phone:
        same |= Q(phone=person.phone)
    return Person.objects.filter(same).exclude(pk=person.pk) if same else Person.objects.none()


def history_of(thing: Any) -> QuerySet[AuditEntry]:
    """What happened to this, oldest first."""
    return audit.entries_about(thing).select_related("actor").order_by("at", "pk")


def message_counts(user: Any) -> dict[str, int]:
    """Waiting and overdue messages, in one query."""
    latest = clock.now() - timedelta(days=Town.load().answer_within_days)
    waiting = Q(state=Message.State.WAITING)
    rows = messages_for(user).select_related(None).prefetch_related(None).order_by()
    return rows.aggregate(
        waiting=Count("pk", filter=waiting), overdue=Count("pk", filter=waiting & Q(received_at__lt=latest))
    )


def to_contact_counts(user: Any) -> dict[str, int]:
    """Open and overdue calls and letters, in one query."""
    rows = notifications_for(user).select_related(None).prefetch_related(None).order_by().filter(done_on=None)
    return rows.aggregate(open=Count("pk"), overdue=Count("pk", filter=Q(due_on__lt=clock.today())))
