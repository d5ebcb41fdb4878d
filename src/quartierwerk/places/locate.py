"""Point → district → quarters.

Each process keeps the boundaries as plain numbers (`polygons`). One small query per table (the sum of the rows'
versions) tells whether another process changed them since, so that nobody has to send word around.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Model, OuterRef, Subquery, Sum

from . import polygons
from .models import District, Quarter

Stamp = tuple[int, int]


@dataclass(frozen=True)
class Place:
    """Where a point lies. `quarters`: the smallest first; empty outside every public quarter."""

    district: District | None
    quarters: list[Quarter]


@dataclass(frozen=True)
class _Built:
    """Keys and areas, the smallest first, then the oldest."""

    stamp: Stamp
    areas: list[tuple[int, polygons.Area]]


class AreaIndex:
    """The boundaries of one table, found by point."""

    def __init__(self, model: type[Model]) -> None:
        self.model = model
        self._built: _Built | None = None

    def stamp(self) -> Stamp:
        """Differs as soon as a row was added, changed or removed."""
        found = self.model._default_manager.aggregate(total=Sum("version"), count=Count("pk"))
        return int(found["total"] or 0), found["count"]

    def keys_at(self, latitude: float, longitude: float) -> list[int]:
        """Keys of the areas that hold the point, borders included; the smallest first, then the oldest."""
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):  # also what is no number at all
            return []
        return [key for key, area in self._current().areas if area.holds(longitude, latitude)]

    def _current(self) -> _Built:
        stamp = self.stamp()
        if self._built is None or self._built.stamp != stamp:
            self._built = self._build(stamp)
        return self._built

    def _build(self, stamp: Stamp) -> _Built:
        rows = (
            self.model._default_manager.exclude(boundary__isnull=True)
            .values_list("pk", "boundary")
            .order_by("pk")
        )
        areas = [(key, polygons.area(boundary)) for key, boundary in rows.iterator()]
        return _Built(stamp, sorted(areas, key=lambda each: each[1].size))


_districts, _quarters = AreaIndex(District), AreaIndex(Quarter)


def district_key_at(latitude: float, longitude: float) -> int | None:
    """Key of the district that holds the point. On a border the smaller one wins, always the same."""
    return next(iter(_districts.keys_at(latitude, longitude)), None)


def locate(latitude: float, longitude: float) -> Place:
    """District and public quarters at a point (WGS 84, degrees); four queries at most.

    A quarter's own boundary wins over districts: where such quarters hold the point, only they count.
    """
    key = district_key_at(latitude, longitude)
    district = District.objects.defer("boundary").filter(pk=key).first() if key else None
    own = _quarters.keys_at(latitude, longitude)
    public = Quarter.objects.public().defer("boundary")
    if own:
        found = {quarter.pk: quarter for quarter in public.filter(pk__in=own)}
        return Place(district, [found[pk] for pk in own if pk in found])
    if district is None:
        return Place(None, [])
    return Place(district, list(smallest_first(public.filter(boundary__isnull=True, districts=district))))


def smallest_first(quarters: Any) -> Any:
    """Quarters of one district, those that span the fewest districts first."""
    members = Quarter.districts.through.objects.filter(quarter=OuterRef("pk")).values("quarter")
    sizes = members.annotate(n=Count("pk")).values_list("n")  # type: ignore[misc]  # the plugin knows no such annotation
    return quarters.annotate(size=Subquery(sizes)).order_by("size", "name")


def stamps() -> tuple[Stamp, Stamp]:
    """Stamps of districts and quarters, for whoever keeps something derived from them."""
    return _districts.stamp(), _quarters.stamp()
