"""Shared reads of events. Fetching is authorising: what comes back may be seen by the user, anything else is 404."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Sum

from quartierwerk.people.models import Channel

from .enums import HOLDING, Stage, State
from .models import AgendaItem, Attendance, Event, Occurrence, Registration, WorkshopPlace
from .models.registrations import RegistrationQuerySet
from .permissions import may_publish_events, sees_every_registration


def public_events() -> QuerySet[Event]:
    """Published events and those cancelled after it."""
    return Event.objects.public()


def public_occurrences() -> QuerySet[Occurrence]:
    """The dates of public events, in order; a cancelled date is public too."""
    return Occurrence.objects.filter(event__in=Event.objects.public().order_by()).order_by("starts_at", "pk")


def events_for(user: Any) -> QuerySet[Event]:
    """Events on the desk of this account: all for who publishes, else those it organises."""
    if may_publish_events(user):
        return Event.objects.all()
    return _organised_by(user)


def events_with_registrations_for(user: Any) -> QuerySet[Event]:
    """Events whose registered people this account may see."""
    return Event.objects.all() if sees_every_registration(user) else _organised_by(user)


def registrations_for(user: Any) -> QuerySet[Registration]:
    """Registrations this account may see, with person, event and date."""
    rows = Registration.objects.select_related("person", "event", "occurrence")
    return rows.filter(event__in=events_with_registrations_for(user).order_by().values("pk"))


def _organised_by(user: Any) -> QuerySet[Event]:
    if not user.is_authenticated or not user.is_active:
        return Event.objects.none()
    return Event.objects.filter(pk__in=Event.objects.filter(organisers__account=user).order_by().values("pk"))


def in_pool(event: Event, occurrence: Occurrence | None) -> RegistrationQuerySet:
    """The registrations that share places: those of one date, or of the whole event."""
    return RegistrationQuerySet(Registration).filter(event=event, occurrence=occurrence)


def places_taken(event: Event, occurrence: Occurrence | None = None) -> int:
    """People who keep a place."""
    return _people(in_pool(event, occurrence).holding())


def people_waiting(event: Event, occurrence: Occurrence | None = None) -> int:
    return _people(in_pool(event, occurrence).filter(state=State.WAITING))


def places_left(event: Event, occurrence: Occurrence | None = None) -> int | None:
    """Free places; None where there is no limit. Below 0 only if the room shrank by other hands than `actions`."""
    return None if event.capacity is None else event.capacity - places_taken(event, occurrence)


def workshop_places_left(item: AgendaItem, occurrence: Occurrence | None = None) -> int | None:
    """Free places of one point of the programme; None where there is no limit."""
    if item.capacity is None:
        return None
    held = Registration.objects.holding().filter(event=item.event_id, occurrence=occurrence)
    return item.capacity - _people(held.filter(workshop_places__item=item))


def workshop_places_taken(event: Event, occurrence: Occurrence | None = None) -> dict[int, int]:
    """People who keep a place at each point of the programme, by its primary key."""
    held = WorkshopPlace.objects.filter(
        registration__event=event, registration__occurrence=occurrence, registration__state__in=HOLDING
    )
    return dict(held.order_by().values_list("item").annotate(n=Sum("registration__party_size")))


def may_be_told(event: Event, occurrence: Occurrence | None = None) -> QuerySet[Registration]:
    """Active registrations that a change of the event, or of one of its dates, concerns."""
    rows = Registration.objects.active().filter(event=event).select_related("person", "occurrence")
    return rows.filter(Q(occurrence=occurrence) | Q(occurrence=None)) if occurrence else rows


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


def _people(rows: QuerySet[Registration]) -> int:
    return rows.order_by().aggregate(n=Sum("party_size"))["n"] or 0
