"""Who is expected at the entrance, who has come, and how many."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db import models
from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from quartierwerk.core import clock

from .. import queries
from ..codes import tidy
from ..enums import ACTIVE, CameBy, State
from ..models import Attendance, Event, Occurrence, Registration
from .surnames import Sorted, folded, sorted_name


@dataclass(frozen=True)
class Count:
    """People. `free` is None where there is no limit; `visits` counts the parties that came."""

    come: int
    registered: int
    free: int | None
    visits: int


@dataclass(frozen=True)
class Guest:
    """One registration as the entrance sees it; `came` is how many of the party were let in, 0 for none yet."""

    pk: int
    code: str
    name: str
    party_names: tuple[str, ...]
    party_size: int
    state: str
    came: int = 0
    admitted_at: datetime | None = None
    admitted_by: str = ""

    @cached_property
    def shown(self) -> Sorted:
        return sorted_name(self.name or (self.party_names[0] if self.party_names else ""))

    @property
    def is_in(self) -> bool:
        return self.admitted_at is not None

    @property
    def is_waiting(self) -> bool:
        return self.state == State.WAITING

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE


def attendance_of(event: Event, occurrence: Occurrence | None = None) -> Count:
    """How many came, are registered and find room; without a date all dates of the event together."""
    came = Attendance.objects.filter(registration__event=event).order_by()
    held = Registration.objects.holding().filter(event=event)
    if occurrence:
        came = came.filter(occurrence=occurrence)
        held = held.filter(occurrence=queries.pool_of(event, occurrence))
    come = came.aggregate(people=Coalesce(Sum("people"), 0), visits=models.Count("pk"))
    registered = held.order_by().aggregate(people=Coalesce(Sum("party_size"), 0))["people"]
    has_limit = occurrence is not None and event.capacity is not None
    return Count(
        come["people"], registered, event.capacity - registered if has_limit else None, come["visits"]
    )


def expected_at(occurrence: Occurrence) -> QuerySet[Registration]:
    """Every registration that this date concerns, ended ones among them.

    Somebody who came unannounced to one date of an open series is not expected at the others.
    """
    mine = Q(occurrence=occurrence) | Q(occurrence=None)
    elsewhere = Q(came_by=CameBy.WALK_IN, occurrence=None) & ~Q(attendances__occurrence=occurrence)
    rows = Registration.objects.filter(mine, event=occurrence.event_id)
    return rows if not occurrence.event.is_series else rows.exclude(elsewhere)


def guests_at(occurrence: Occurrence, *, with_ended: bool = False) -> list[Guest]:
    """The list of the entrance, by surname: two queries, however long it is."""
    rows = expected_at(occurrence)
    if not with_ended:
        rows = rows.filter(state__in=ACTIVE)
    fields = ("pk", "code", "person__name", "party_names", "party_size", "state")
    admitted = _admissions(occurrence)
    guests = [
        Guest(pk, code, name or "", tuple(names), size, state, *admitted.get(pk, ()))
        for pk, code, name, names, size, state in rows.order_by().values_list(*fields)
    ]
    return sorted(guests, key=lambda guest: (guest.shown.key, guest.pk))


def latest(guests: Iterable[Guest], number: int = 3) -> list[Guest]:
    """Who was let in last, the newest first."""
    inside = [guest for guest in guests if guest.admitted_at]
    return sorted(inside, key=lambda guest: (guest.admitted_at, guest.pk), reverse=True)[:number]


def found(guests: Iterable[Guest], words: str) -> list[Guest]:
    """Those whose name, or that of a companion, has every word, or whose code begins like this."""
    wanted, code = folded(words).split(), tidy(words)
    return [
        guest
        for guest in guests
        if all(word in folded(" ".join((guest.name, *guest.party_names))) for word in wanted)
        or (len(code) >= 4 and guest.code.startswith(code))
    ]


def current_date(event: Event) -> Occurrence | None:
    """The date for which the entrance is open now: the one running or next, else the last."""
    dates = event.occurrences.filter(state=Occurrence.State.PLANNED)
    return queries.coming_dates(event, clock.now()).first() or dates.last() or event.occurrences.first()


def _admissions(occurrence: Occurrence) -> dict[int, tuple[int, datetime, str]]:
    rows = Attendance.objects.filter(occurrence=occurrence).order_by()
    return {
        pk: (people, at, name or email or "")
        for pk, people, at, name, email in rows.values_list(
            "registration_id", "people", "admitted_at", "by__name", "by__email"
        )
    }
