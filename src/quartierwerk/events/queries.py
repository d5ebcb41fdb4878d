"""Shared reads of events. Fetching is authorising: what comes back may be seen by the user, anything else is 404."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from quartierwerk.core import clock
from quartierwerk.people.models import Role

from .enums import HOLDING, PUBLIC_STAGES, Stage, State
from .models import AgendaItem, Event, Occurrence, Organiser, Registration
from .models.registrations import RegistrationQuerySet
from .permissions import may_publish_events, sees_every_registration


def public_events() -> QuerySet[Event]:
    """Published events and those cancelled after it."""
    return Event.objects.public()


def public_occurrences() -> QuerySet[Occurrence]:
    """The dates of public events, in order; a cancelled date is public too."""
    return Occurrence.objects.filter(event__stage__in=PUBLIC_STAGES).order_by("starts_at", "pk")


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


def people_in(event: Event, occurrence: Occurrence | None = None) -> tuple[int, int]:
    """People who keep a place, and people who wait for one."""
    counted = (
        in_pool(event, occurrence)
        .order_by()
        .aggregate(
            taken=Sum("party_size", filter=Q(state__in=HOLDING)),
            waiting=Sum("party_size", filter=Q(state=State.WAITING)),
        )
    )
    return counted["taken"] or 0, counted["waiting"] or 0


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


def most_in_workshop(item: AgendaItem) -> int:
    """People in a workshop, on the date on which there are most."""
    held = Registration.objects.holding().filter(workshop_places__item=item).order_by()
    sums = held.values("occurrence").annotate(n=Sum("party_size")).values_list("n", flat=True)
    return max(sums, default=0)


def waiting_before(registration: Registration) -> QuerySet[Registration]:
    """Parties that wait for the same places for longer."""
    rows = in_pool(registration.event, registration.occurrence).filter(state=State.WAITING)
    earlier = Q(queued_at__lt=registration.queued_at) | Q(
        queued_at=registration.queued_at, pk__lt=registration.pk
    )
    return rows.filter(earlier) if registration.queued_at else rows.none()


def pool_of(event: Event, occurrence: Occurrence | None) -> Occurrence | None:
    """By which date places are counted: None where one registration is for the whole event."""
    return occurrence if event.registers_by_date else None


def workshop_people(event: Event, occurrence: Occurrence | None = None) -> dict[int, int]:
    """How many people keep a place at each point of the programme, by its primary key."""
    held = Registration.objects.holding().filter(event=event, occurrence=occurrence)
    counted = held.filter(workshop_places__isnull=False).order_by().values_list("workshop_places__item")
    return dict(counted.annotate(n=Sum("party_size")))


def agenda_with_people(occurrence: Occurrence | None = None) -> QuerySet[AgendaItem]:
    """The programme, with `people_held`: how many keep a place at each point."""
    held = Registration.objects.holding().filter(occurrence=occurrence, workshop_places__item=OuterRef("pk"))
    per_point = held.order_by().values("workshop_places__item").annotate(n=Sum("party_size")).values("n")
    return AgendaItem.objects.annotate(people_held=Coalesce(Subquery(per_point), 0))


def dates_to_come(event: Event, now: datetime) -> QuerySet[Occurrence]:
    """The dates of an event that are not over, those that were cancelled among them."""
    return event.occurrences.filter(over_at__gt=now)


def coming_dates(event: Event, now: datetime) -> QuerySet[Occurrence]:
    """The dates of an event that are not over, without those that were cancelled."""
    return dates_to_come(event, now).filter(state=Occurrence.State.PLANNED)


def next_date(registration: Registration) -> Occurrence | Event:
    """When it begins: the date the registration is for, of a whole series the next one, else the event itself."""
    event = registration.event
    if registration.occurrence or not event.is_series:
        return registration.occurrence or event
    return coming_dates(event, clock.now()).first() or event.occurrences.first() or event


def own_registration(token: str) -> Registration | None:
    """The registration a signed link names, with what its page shows."""
    rows = Registration.objects.by_token(token)
    related = rows.select_related("event__venue", "event__contact", "occurrence", "person")
    return related.prefetch_related("workshops").first()


def may_be_told(event: Event, occurrence: Occurrence | None = None) -> QuerySet[Registration]:
    """Active registrations that a change of the event, or of one of its dates, concerns; not those for a past date."""
    rows = Registration.objects.active().filter(event=event)
    rows = rows.select_related("event__venue", "event__contact", "occurrence", "person__trusted_person")
    if occurrence:
        return rows.filter(Q(occurrence=occurrence) | Q(occurrence=None))
    return rows.filter(_not_for_a_past_date())


def may_be_told_each(events: Collection[int]) -> dict[int, list[Registration]]:
    """The same for several events (primary keys) at once, of all their dates to come; one query."""
    rows = Registration.objects.active().filter(_not_for_a_past_date(), event__in=events)
    found: dict[int, list[Registration]] = {}
    for row in rows.select_related("event__venue", "event__contact", "occurrence", "person__trusted_person"):
        found.setdefault(row.event_id, []).append(row)
    return found


def numbers_to_tell(events: Collection[int]) -> dict[int, int]:
    """How many a change of each of these events (primary keys) would be told to; one query."""
    rows = Registration.objects.active().filter(_not_for_a_past_date(), event__in=events)
    return dict(rows.order_by().values_list("event").annotate(Count("pk")))


def _not_for_a_past_date() -> Q:
    return Q(occurrence=None) | Q(occurrence__over_at__gt=clock.now())


def over_for_registrations(rows: QuerySet[Registration], now: datetime) -> QuerySet[Registration]:
    """Those whose date, or whose event's last date, is over."""
    to_come = Occurrence.objects.filter(event=OuterRef("event"), over_at__gt=now)
    return rows.filter(Q(occurrence__over_at__lte=now) | Q(occurrence=None) & ~Exists(to_come))


def beyond_capacity(event: Event, capacity: int, occurrence: Occurrence | None = None) -> list[Registration]:
    """The parties that a room this small could not hold: those who came last, as many as it takes."""
    beyond, too_many = [], places_taken(event, occurrence) - capacity
    for party in in_pool(event, occurrence).holding().select_related("person").order_by("-created_at", "-pk"):
        if too_many <= 0:
            break
        beyond.append(party)
        too_many -= party.party_size
    return beyond


def rooms_with_registrations(event: Event) -> list[Occurrence | None]:
    """What has places of its own: the event (None), or where each date counts for itself those that somebody chose."""
    if not event.registers_by_date:
        return [None]
    chosen = Registration.objects.active().filter(event=event).order_by().values("occurrence")
    return list(dates_to_come(event, clock.now()).filter(pk__in=chosen))


def drafts_awaiting_approval() -> QuerySet[Event]:
    """Drafts of associations and coordinators, who may not publish themselves."""
    writers = Organiser.objects.filter(account__roles__role__in=[Role.ORGANISATION, Role.COORDINATOR])
    return Event.objects.filter(stage=Stage.DRAFT, pk__in=writers.order_by().values("event"))


def _people(rows: QuerySet[Registration]) -> int:
    return rows.order_by().aggregate(n=Sum("party_size"))["n"] or 0
