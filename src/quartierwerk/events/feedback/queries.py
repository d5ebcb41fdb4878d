"""Reads around feedback: when an event was held, whom to ask how it was."""

from datetime import datetime, timedelta

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from quartierwerk.people.models import Channel

from ..enums import Stage, State
from ..models import Attendance, Event, Occurrence, Registration


def first_held_date(event: Event) -> Occurrence | None:
    """The date that ends first, cancelled ones left out."""
    return event.occurrences.exclude(state=Occurrence.State.CANCELLED).order_by("over_at", "pk").first()


def to_be_asked_for_feedback(now: datetime, asked_until: timedelta) -> QuerySet[Registration]:
    """Firm registrations of people who read mail, for events that ended lately and ask how it was.

    Where people were counted at the door only those who came; a registration for the whole series waits for its end.
    """
    ended, held = (now - asked_until, now), Occurrence.State.PLANNED
    asking = Event.objects.filter(stage=Stage.PUBLISHED, asks_feedback=True).order_by()
    wholly_over = asking.annotate(ends=Max("occurrences__over_at", filter=Q(occurrences__state=held))).filter(
        ends__range=ended
    )
    same = Registration.objects.filter(event=OuterRef("event"), person=OuterRef("person"))
    came = Attendance.objects.filter(registration=OuterRef("pk"))
    counted = Attendance.objects.filter(
        Q(occurrence=OuterRef("occurrence")) | Q(registration__occurrence=None),
        registration__event=OuterRef("event"),
    )
    return (
        Registration.objects.filter(state=State.CONFIRMED, person__preferred_channel=Channel.EMAIL)
        .filter(
            Q(occurrence=None, event__in=wholly_over.values("pk"))
            | Q(occurrence__over_at__range=ended, occurrence__state=held, event__in=asking.values("pk"))
        )
        .filter(Exists(came) | ~Exists(counted))
        .exclude(Exists(same.filter(feedback_asked_at__isnull=False)))
        .select_related("event", "person")
        .order_by("pk")
    )
