"""From an uploaded or given file to what it would change; the one way for command, admin and demo."""

from dataclasses import dataclass
from typing import Any

from .directory import DistrictNames, Row, read_directory
from .geojson import Options, read_areas
from .models import District, PendingImport, Quarter, StreetRange
from .plans import BoundaryPlan, plan_boundaries

_MODELS: dict[str, type[District] | type[Quarter]] = {
    PendingImport.Kind.DISTRICTS: District,
    PendingImport.Kind.QUARTERS: Quarter,
}


@dataclass(frozen=True)
class StreetPlan:
    """The directory of a file, and how many entries it takes the place of."""

    rows: list[Row]
    replaced: int


def model_of(kind: str) -> type[District] | type[Quarter]:
    """Which table boundaries of this kind belong to."""
    return _MODELS[kind]


def plan(kind: str, content: bytes, options: dict[str, Any]) -> BoundaryPlan | StreetPlan:
    """What the file would change. Raises a `FileError`, whose `reasons` are for the reader."""
    if kind == PendingImport.Kind.STREETS:
        return plan_streets(content)
    return plan_boundaries(read_areas(content, Options(**options)), model_of(kind))


def plan_streets(content: bytes) -> StreetPlan:
    names = DistrictNames(District.objects.defer("boundary"))
    return StreetPlan(read_directory(content, names), StreetRange.objects.count())
