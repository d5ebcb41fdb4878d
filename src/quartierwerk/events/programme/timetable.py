"""The programme as people follow it: days, and what happens when on each. Pure functions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from ..enums import AgendaKind
from ..models import AgendaItem
from ..rules import availability_for
from ..words import when


@dataclass(frozen=True)
class Point:
    """One point as it is shown; `time` only where it differs from that of its slot, `places` left in words."""

    item: AgendaItem
    time: str = ""
    places: str = ""

    @property
    def kind(self) -> str:
        """Its kind, where the title does not say the same."""
        kind = str(self.item.get_kind_display())
        return "" if kind == self.item.title else kind

    @property
    def has_facts(self) -> bool:
        return bool(self.kind or self.time or self.item.room or self.places)


@dataclass
class Slot:
    """What begins together, and workshops among which people choose because they overlap."""

    points: list[AgendaItem] = field(default_factory=list)
    places: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_parallel(self) -> bool:
        return len(self.points) > 1

    @property
    def starts_at(self) -> datetime | None:
        return self.points[0].starts_at

    @property
    def ends_at(self) -> datetime | None:
        """The latest known end."""
        return max((point.ends_at for point in self.points if point.ends_at), default=None)

    @property
    def time(self) -> str:
        return _time(self.starts_at, self.ends_at)

    @property
    def shown(self) -> list[Point]:
        return [Point(item, self._own_time(item), self.places.get(item.pk, "")) for item in self.points]

    def holds(self, item: AgendaItem) -> bool:
        """Whether the next point of the programme belongs here too."""
        if not item.starts_at or not self.starts_at:
            return False
        if item.starts_at == self.starts_at:
            return True
        is_choice = all(_is_workshop(each) for each in (*self.points, item))
        return is_choice and self.ends_at is not None and item.starts_at < self.ends_at

    def _own_time(self, item: AgendaItem) -> str:
        words = _time(item.starts_at, item.ends_at)
        return words if words != self.time else ""


@dataclass
class Day:
    """`title` only where the event has several days."""

    on: date | None
    title: str
    slots: list[Slot]


def days(
    items: Iterable[AgendaItem], places: Mapping[int, str] | None = None, *, with_year: bool = False
) -> list[Day]:
    """The programme in order of time; a point without time stays behind the one it follows in the editors' list.

    `places` are words by the primary key of a point.
    """
    found: list[Day] = []
    for item in _in_order(items):
        on = _day(item.starts_at) or (found[-1].on if found else None)
        if not found or (on != found[-1].on and found[-1].on is not None):
            found.append(Day(on, "", []))
        day = found[-1]
        day.on = on
        if not day.slots or not day.slots[-1].holds(item):
            day.slots.append(Slot(places=places or {}))
        day.slots[-1].points.append(item)
    if len(found) > 1:
        for day in found:
            day.title = when.day(day.on, with_year=with_year) if day.on else ""
    return found


def places_words(items: Iterable[AgendaItem], taken: Mapping[int, int]) -> dict[int, str]:
    """What is told about the places of workshops; `taken` are people by the primary key of the point."""
    return {
        item.pk: str(availability_for(item.capacity - taken.get(item.pk, 0), 0).label)
        for item in items
        if item.needs_choice and item.capacity is not None
    }


def _time(starts_at: datetime | None, ends_at: datetime | None) -> str:
    """`16 bis 16:15 Uhr`, `16 Uhr` or ""."""
    return when.unbroken(when.hours(starts_at, ends_at)) if starts_at else ""


def _in_order(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    keyed, last = [], None
    for item in items:
        last = item.starts_at or last
        keyed.append((last.timestamp() if last else 0, item))
    return [item for _at, item in sorted(keyed, key=lambda pair: pair[0])]


def _is_workshop(item: AgendaItem) -> bool:
    return item.needs_choice or item.kind == AgendaKind.WORKSHOP


def _day(moment: datetime | None) -> date | None:
    return when.day_of(moment) if moment else None
