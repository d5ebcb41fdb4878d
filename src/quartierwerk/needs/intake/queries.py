"""What the desk reads of cards, mails and concerns."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import get_language

from quartierwerk.core import clock
from quartierwerk.events.models import Event
from quartierwerk.people.models import Person
from quartierwerk.people.queries import persons_for

from ..enums import State, Visibility
from ..models import Card, InboundMail, Need, StateWording
from ..permissions import may_moderate
from ..queries import needs_for

MONTH = timedelta(days=31)


def events_to_speak_at() -> QuerySet[Event]:
    """Public events from a month ago to a month from now: where somebody may say, or have said, something."""
    now = clock.now()
    near = Event.objects.public().filter(
        occurrences__starts_at__gt=now - MONTH, occurrences__starts_at__lt=now + MONTH
    )
    return Event.objects.filter(pk__in=near.order_by().values("pk")).order_by("starts_at", "pk")


def needs_of(user: Any, person: Person) -> QuerySet[Need]:
    """What this person said, newest first."""
    return needs_for(user).filter(person=person).order_by("-received_at", "-pk")


def cards_for(user: Any) -> QuerySet[Card]:
    rows = Card.objects.select_related("need", "quarter", "event")
    return rows if may_moderate(user) else rows.none()


def batches_for(user: Any) -> QuerySet[Card, dict[str, Any]]:
    """{batch, printed_at, quarter__name, event__title, printed, returned}, the newest first."""
    return (
        cards_for(user)
        .order_by()
        .values("batch", "printed_at", "quarter__name", "event__title")
        .annotate(printed=Count("pk"), returned=Count("need"))
        .order_by("-printed_at", "batch")
    )


def mails_for(user: Any) -> QuerySet[InboundMail]:
    rows = InboundMail.objects.select_related("need")
    return rows if may_moderate(user) else rows.none()


def search_mails(mails: QuerySet[InboundMail], words: str) -> QuerySet[InboundMail]:
    """By every word in sender, subject or text."""
    for word in words.split():
        mails = mails.filter(
            Q(sender__icontains=word)
            | Q(sender_name__icontains=word)
            | Q(subject__icontains=word)
            | Q(text__icontains=word)
        )
    return mails


def persons_of_sender(user: Any, mail: InboundMail) -> QuerySet[Person]:
    """Who is known by the address of the sender."""
    known = persons_for(user).order_by("pk")
    return known.filter(email__iexact=mail.sender) if mail.sender else known.none()


def concerns_of(event: Event) -> QuerySet[Need]:
    """What was said for this event or at it, in the order in which it came; without what is no longer public."""
    return Need.objects.filter(event=event, visibility__in=[Visibility.WAITING, Visibility.PUBLIC]).order_by(
        "received_at", "pk"
    )


def public_concerns_of(event: Event) -> QuerySet[Need]:
    """With the town's own word for the state in the reader's language as `own_word`, in the same query."""
    own = StateWording.objects.filter(state=OuterRef("state"), language=get_language() or "de")
    public = concerns_of(event).filter(visibility=Visibility.PUBLIC)
    return public.annotate(own_word=Subquery(own.values("label")[:1]))


def word_for_state(need: Any) -> str:
    """Of a need that came from `public_concerns_of`."""
    return need.own_word or str(State(need.state).label)
