"""What the desk's pages of events read; every function starts from what the account may see."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from quartierwerk.core import clock
from quartierwerk.people.models import Channel, Person
from quartierwerk.people.queries import named_like

from .. import codes, queries
from ..enums import HOLDING, Need, Promotion, RegistrationMode, Stage, State
from ..models import Answer, Event, Occurrence, Registration
from ..permissions import sees_every_registration
from ..words import when
from .forms import choice_of, totals_of

AT_MOST = 8
PIECE = 30
LOOKED_THROUGH = 300  # dates that are read to offer a few; a series by date has many
_DAY = re.compile(r"^(\d{1,2})\.(\d{1,2})?\.?$")


@dataclass(frozen=True)
class Numbers:
    """People of one event or date: for whom a place is kept, who waits, and who has still to confirm or accept."""

    taken: int = 0
    waiting: int = 0
    unconfirmed: int = 0
    offered: int = 0

    @property
    def firm(self) -> int:
        """Of the places that are taken those that nobody has still to confirm or accept."""
        return self.taken - self.unconfirmed - self.offered


@dataclass(frozen=True)
class Offer:
    """An event, or one of its dates, for which somebody can be registered."""

    event: Event
    date: Occurrence
    numbers: Numbers

    @property
    def key(self) -> str:
        return choice_of(self.event, queries.pool_of(self.event, self.date))

    @property
    def when(self) -> str:
        return when.of(self.event, self.date)

    @property
    def left(self) -> int | None:
        return None if self.event.capacity is None else max(self.event.capacity - self.numbers.taken, 0)

    @property
    def is_full(self) -> bool:
        return self.event.takes_registrations and (bool(self.numbers.waiting) or self.left == 0)


# ---------------------------------------------------------------------------------------------------- whom to register
def offers(user: Any, words: str = "", *, at_most: int = AT_MOST) -> list[Offer]:
    """What somebody can be registered for, the next first."""
    dates = _bookable(user)
    for word in words.split():
        dates = dates.filter(_matches(word))
    return _offers(_first(dates, at_most))


def offer(user: Any, key: str, *, also_closed: bool = False) -> Offer | None:
    """The one that was chosen by its `key`; `also_closed` finds it after it was cancelled or is over, for the reason."""
    event, dash, date = key.partition("-")
    if not event.isdecimal() or (dash and not date.isdecimal()):
        return None
    wanted = {"event": event, **({"pk": date} if date else {})}
    found = _offers(list(_bookable(user).filter(**wanted)[:1]))
    if not found and also_closed:
        found = _offers(list(_dates(user).filter(**wanted)[:1]))
    return found[0] if found and found[0].event.registers_by_date == bool(date) else None


def _offers(dates: Sequence[Occurrence]) -> list[Offer]:
    numbers = numbers_by_date([date.event for date in dates])
    return [Offer(date.event, date, numbers.get(_pool(date), Numbers())) for date in dates]


def _dates(user: Any) -> QuerySet[Occurrence]:
    rows = Occurrence.objects.select_related("event__venue").order_by("starts_at", "pk")
    if sees_every_registration(user):
        return rows
    return rows.filter(event__in=queries.events_with_registrations_for(user).order_by().values("pk"))


def _bookable(user: Any) -> QuerySet[Occurrence]:
    """Also what one registers for with its organiser: whoever calls is told where."""
    rows = _dates(user).filter(over_at__gt=clock.now(), state=Occurrence.State.PLANNED)
    return rows.filter(event__stage=Stage.PUBLISHED).exclude(event__registration_mode=RegistrationMode.NONE)


def _matches(word: str) -> Q:
    """A part of the title or the place, or a day such as `8.10.`."""
    if day := _DAY.match(word):
        wanted = Q(starts_at__day=int(day[1]))
        return wanted & Q(starts_at__month=int(day[2])) if day[2] else wanted
    return (
        Q(event__title__icontains=word)
        | Q(event__venue__name__icontains=word)
        | Q(event__place_name__icontains=word)
    )


def _first(dates: QuerySet[Occurrence], at_most: int) -> list[Occurrence]:
    """Every date where dates have places of their own, else the next one of each event; read in pieces, because
    most often the first piece is enough."""
    chosen: dict[tuple[int, int | None], Occurrence] = {}
    for start in range(0, LOOKED_THROUGH, PIECE):
        piece = list(dates[start : start + PIECE])
        for date in piece:
            chosen.setdefault(_pool(date), date)
        if len(chosen) >= at_most or len(piece) < PIECE:
            break
    return list(chosen.values())[:at_most]


def _pool(date: Occurrence) -> tuple[int, int | None]:
    return date.event_id, date.pk if date.event.registers_by_date else None


def numbers_by_date(events: Sequence[Event]) -> dict[tuple[int, int | None], Numbers]:
    """Numbers of each pool of places, by event and date (None: the whole event), in one query."""
    rows = Registration.objects.filter(event__in={event.pk for event in events}).order_by()
    counted = rows.values_list("event", "occurrence").annotate(**_sums())
    return {(event, date): Numbers(*(n or 0 for n in sums)) for event, date, *sums in counted}


def numbers_of(events: Sequence[Event]) -> dict[int, Numbers]:
    """Numbers of each event with all its dates, in one query."""
    rows = Registration.objects.filter(event__in={event.pk for event in events}).order_by()
    counted = rows.values_list("event").annotate(**_sums())
    return {event: Numbers(*(n or 0 for n in sums)) for event, *sums in counted}


def _sums() -> dict[str, Sum]:
    return {
        "taken": Sum("party_size", filter=Q(state__in=HOLDING)),
        "waiting": Sum("party_size", filter=Q(state=State.WAITING)),
        "unconfirmed": Sum("party_size", filter=Q(state=State.UNCONFIRMED)),
        "offered": Sum("party_size", filter=Q(state=State.OFFERED)),
    }


def registrations_of(user: Any, person: Person) -> QuerySet[Registration]:
    """The person's registrations that are not over, as far as this account may see them; active ones first."""
    rows = queries.registrations_for(user).filter(person=person)
    still = Exists(Occurrence.objects.filter(event=OuterRef("event"), over_at__gt=clock.now()))
    return rows.filter(still).order_by(F("ended_at").asc(nulls_first=True), "-created_at", "pk")


# ------------------------------------------------------------------------------------------------------ the list, one event
def desk_events(user: Any, *, when: str = "", words: str = "") -> QuerySet[Event]:
    """Events on this desk: coming ones with the next first, past ones with the latest first."""
    now = clock.now()
    dates = Occurrence.objects.filter(event=OuterRef("pk"))
    coming = dates.filter(over_at__gt=now).order_by("starts_at", "pk")
    rows = (
        queries.events_for(user)
        .select_related("venue")
        .annotate(
            next_date=Subquery(coming.values("pk")[:1]),
            next_start=Subquery(coming.values("starts_at")[:1]),
        )
    )
    for word in words.split():
        rows = rows.filter(
            Q(title__icontains=word) | Q(venue__name__icontains=word) | Q(place_name__icontains=word)
        )
    if when == "past":
        return rows.filter(next_date=None).order_by("-starts_at", "-pk")
    if when == "draft":
        return rows.filter(stage=Stage.DRAFT).order_by("starts_at", "pk")
    rows = rows.order_by(F("next_start").asc(nulls_last=True), "-starts_at", "pk")
    return rows if when == "all" else rows.exclude(next_date=None)


def search_registrations(
    rows: QuerySet[Registration], *, state: str = "", date: str = "", words: str = ""
) -> QuerySet[Registration]:
    """Those who have a place first, then the waiting list in its order, then those that ended."""
    if not state:
        rows = rows.filter(state__in=[*HOLDING, State.WAITING])
    elif state != "all":
        rows = rows.filter(state=state)
    if date.isdecimal():
        rows = rows.filter(occurrence=int(date))
    if words.strip():
        rows = rows.filter(named_like(words, "person__") | Q(code=codes.tidy(words)))
    return rows.order_by(
        F("ended_at").asc(nulls_first=True), F("queued_at").asc(nulls_first=True), "created_at", "pk"
    )


def needs_of(rows: QuerySet[Registration]) -> list[tuple[str, int]]:
    """How many parties that have a place need what: [(`Fahrdienst …`, 2)]."""
    said = Counter(
        need
        for needs in rows.filter(state__in=HOLDING).order_by().values_list("needs", flat=True)
        for need in needs
    )
    return [(str(need.label), said[need.value]) for need in Need if said[need.value]]


def answers_of(event: Event, rows: QuerySet[Registration]) -> list[tuple[str, list[tuple[str, int]]]]:
    """The answers to own questions that can be added up, of parties that have a place: [(question, [(answer, n)])]."""
    given = Answer.objects.filter(registration__in=rows.filter(state__in=HOLDING).order_by().values("pk"))
    totals: dict[int, Counter[str]] = {}
    for question, value in given.order_by().values_list("question", "value"):
        for each in value if isinstance(value, list) else [value]:
            totals.setdefault(question, Counter())[answer_text(each)] += 1
    asked = [question for question in event.questions.all() if totals_of(question.kind)]
    return [(q.text, totals.get(q.pk, Counter()).most_common()) for q in asked]


def workshops_of(event: Event, rows: QuerySet[Registration]) -> list[tuple[str, int, int | None]]:
    """People at each point of the programme that is chosen: [(title, people, places or None)]."""
    held = rows.filter(state__in=HOLDING, workshop_places__isnull=False).order_by()
    people = dict(held.values_list("workshop_places__item").annotate(n=Sum("party_size")))
    return [(i.title, people.get(i.pk, 0), i.capacity) for i in event.agenda.all() if i.needs_choice]


def answer_text(value: Any) -> str:
    if isinstance(value, bool):
        return _("Ja") if value else _("Nein")
    return str(value)


# --------------------------------------------------------------------------------------------------- what waits for staff
def offers_to_ask(user: Any) -> QuerySet[Registration]:
    """Offered places of people without e-mail: somebody has to ask them whether they come."""
    rows = queries.registrations_for(user).filter(state=State.OFFERED, event__stage=Stage.PUBLISHED)
    return rows.filter(~Q(person__preferred_channel=Channel.EMAIL))


def to_promote(user: Any) -> QuerySet[Registration]:
    """The first on waiting lists that are served by hand, where the party fits."""
    pool = {"event": OuterRef("event"), "date": Coalesce(OuterRef("occurrence"), 0)}
    others = Registration.objects.annotate(date=Coalesce("occurrence", 0)).filter(**pool).order_by()
    taken = others.filter(state__in=HOLDING).values("event").annotate(n=Sum("party_size")).values("n")
    earlier = Q(queued_at__lt=OuterRef("queued_at")) | Q(
        queued_at=OuterRef("queued_at"), pk__lt=OuterRef("pk")
    )
    rows = queries.registrations_for(user).filter(
        state=State.WAITING, event__promotion=Promotion.BY_HAND, event__stage=Stage.PUBLISHED
    )
    rows = rows.annotate(held=Coalesce(Subquery(taken, output_field=IntegerField()), Value(0)))
    fits = Q(event__capacity=None) | Q(event__capacity__gte=F("held") + F("party_size"))
    first = ~Exists(others.filter(earlier, state=State.WAITING))
    still = Exists(Occurrence.objects.filter(event=OuterRef("event"), over_at__gt=clock.now()))
    return rows.filter(fits, first, still)


def waiting_for_staff(user: Any) -> dict[str, int]:
    """How much of this waits for somebody, and how much of it has less than a day left."""
    soon = clock.now() + timedelta(days=1)
    asked = offers_to_ask(user).order_by().select_related(None)
    counted = asked.aggregate(open=Count("pk"), late=Count("pk", filter=Q(expires_at__lt=soon)))
    return {"open": counted["open"] + to_promote(user).count(), "late": counted["late"]}


def events_waiting(user: Any, events: Sequence[Event]) -> Counter[int]:
    """How many registrations of each event wait for somebody of the desk, in two queries."""
    keys = [event.pk for event in events]
    found = Counter(offers_to_ask(user).filter(event__in=keys).order_by().values_list("event", flat=True))
    return found + Counter(to_promote(user).filter(event__in=keys).order_by().values_list("event", flat=True))
