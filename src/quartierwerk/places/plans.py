"""What an import would change, told before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from django.utils.formats import localize
from django.utils.translation import gettext as _

from quartierwerk.core.models import Town

from .geojson import Area, BoundaryError
from .measures import kilometres, square_kilometres
from .models import District, Quarter
from .streets import name_key

FAR_KM = 50


class State(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class BoundaryChange:
    """What happens to one area of the file; `target` is the row it meets, None where a new one begins."""

    area: Area
    target: District | Quarter | None
    state: State

    @property
    def name(self) -> str:
        return str(self.target) if self.target else self.area.name


@dataclass(frozen=True)
class BoundaryPlan:
    changes: list[BoundaryChange]
    untouched: list[str]

    def names(self, state: State) -> list[str]:
        return [change.name for change in self.changes if change.state == state]

    @property
    def new(self) -> list[str]:
        return self.names(State.NEW)

    @property
    def changed(self) -> list[str]:
        return self.names(State.CHANGED)

    @property
    def same(self) -> list[str]:
        return self.names(State.SAME)

    @property
    def outlines(self) -> list[str]:
        """Size and centre of each area, so that somebody who knows the town sees what is wrong."""
        return [_outline(change) for change in self.changes]

    @property
    def far(self) -> list[str]:
        """Areas so far from the town that the file is likely of another one, or its axes are of another system."""
        if not self.changes:
            return []
        middle = _middle([change.area for change in self.changes])
        return [
            change.name
            for change in self.changes
            if kilometres(middle, (change.area.latitude, change.area.longitude)) > FAR_KM
        ]

    @property
    def mended(self) -> list[str]:
        """Areas whose boundary crossed itself by less than a square metre."""
        return [change.name for change in self.changes if change.area.mended]


def _outline(change: BoundaryChange) -> str:
    return _("%(name)s: %(size)s km², Mitte bei %(latitude)s, %(longitude)s") % {
        "name": change.name,
        "size": localize(round(square_kilometres(change.area.boundary), 2)),
        "latitude": f"{change.area.latitude:.4f}",
        "longitude": f"{change.area.longitude:.4f}",
    }


def _middle(areas: list[Area]) -> tuple[float, float]:
    """The town's own centre, else the median of the areas, which one area of another town does not move."""
    town = Town.load()
    if town.centre_latitude is not None and town.centre_longitude is not None:
        return town.centre_latitude, town.centre_longitude
    return median(area.latitude for area in areas), median(area.longitude for area in areas)


def plan_boundaries(areas: Iterable[Area], model: type[District] | type[Quarter]) -> BoundaryPlan:
    """Meets areas with rows by key, else by name; names that people already see are kept.

    Raises:
        BoundaryError: where two areas mean one row, or name and key mean two.
    """
    rows: list[District | Quarter] = list(model._default_manager.order_by("pk"))
    by_name = {name_key(row.name): row for row in rows}
    by_code = {row.code: row for row in rows if isinstance(row, District) and row.code}
    changes, reasons, met = [], [], set[int]()
    for area in areas:
        named, coded = by_name.get(name_key(area.name)), by_code.get(area.code)
        target = coded or named
        if (coded and named and coded != named) or (target and target.pk in met):
            reasons.append(
                _("„%(name)s“: Name und Schlüssel „%(code)s“ gehören zu verschiedenen Stadtteilen.")
                % {"name": area.name, "code": area.code}
            )
            continue
        if target:
            met.add(target.pk)
        changes.append(BoundaryChange(area, target, _state(area, target)))
    if reasons:
        raise BoundaryError(reasons)
    return BoundaryPlan(changes, [row.name for row in rows if row.pk not in met])


def _state(area: Area, target: District | Quarter | None) -> State:
    if target is None:
        return State.NEW
    gains_code = isinstance(target, District) and bool(area.code) and target.code != area.code
    return State.CHANGED if gains_code or target.boundary != area.boundary else State.SAME
