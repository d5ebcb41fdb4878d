"""The town's map as small GeoJSON (RFC 7946): the quarters' outlines, simplified until they fit into 60 kB.

Neighbours keep their common border: they are simplified together, not one by one.
shapely is imported where it is used, as in `geojson`.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.core.cache import cache

from . import locate
from .geojson import to_geojson
from .models import District, Quarter, Venue

MAX_BYTES = 52_000  # of all outlines together; names and addresses have the rest of the 60 kB
# Degrees: from about two metres to about 500.
_TOLERANCES = (0.00002, 0.00005, 0.0001, 0.0002, 0.0004, 0.0008, 0.0015, 0.003, 0.005)
_DIGITS = 5  # about one metre

Outlines = dict[int, dict[str, Any]]  # GeoJSON by the key of the quarter
Boundaries = dict[int, dict[str, Any]]  # GeoJSON by the key of the district or quarter
_kept: tuple[object, Outlines] = (None, {})


def quarter_features(quarters: Iterable[Quarter]) -> dict[str, Any]:
    """One feature a quarter (`districts` prefetched): outline, else its centre, else no geometry."""
    outlines = _outlines()
    return _collection(_feature(quarter, outlines.get(quarter.pk)) for quarter in quarters)


def venue_features(venues: Iterable[Venue]) -> dict[str, Any]:
    """One feature a venue, with `quarter` selected; venues without a known point have no geometry."""
    return _collection(
        _as_feature(venue.pk, _point(venue), venue.name, venue.get_absolute_url(), venue.street)
        for venue in venues
    )


def joined(*collections: dict[str, Any]) -> dict[str, Any]:
    return _collection(feature for collection in collections for feature in collection["features"])


def _collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def _feature(quarter: Quarter, outline: dict[str, Any] | None) -> dict[str, Any]:
    names = ", ".join(district.name for district in quarter.districts.all())
    text = quarter.summary or names
    return _as_feature(quarter.pk, outline or _point(quarter), quarter.name, quarter.get_absolute_url(), text)


def _as_feature(pk: int, geometry: dict[str, Any] | None, name: str, url: str, text: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": pk,
        "geometry": geometry,
        "properties": {"name": name, "url": url, "text": text},
    }


def _point(place: Quarter | Venue) -> dict[str, Any] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return {"type": "Point", "coordinates": [round(place.longitude, _DIGITS), round(place.latitude, _DIGITS)]}


def draw() -> None:
    """Draw what has changed and keep it for all processes."""
    _outlines()


def _outlines() -> Outlines:
    """Outline per quarter's key; kept in the process until a boundary or a district's membership changes."""
    global _kept
    members = tuple(Quarter.districts.through.objects.order_by("pk").values_list("quarter_id", "district_id"))
    key = (locate.stamps(), members)
    if _kept[0] != key:
        _kept = (key, _drawn(members))
    return _kept[1]


def _drawn(members: tuple[tuple[int, int], ...]) -> Outlines:
    """From the cache that all processes share, so that as a rule only one of them needs shapely."""
    boundaries = [_boundaries(District), _boundaries(Quarter)]
    if not any(boundaries):
        return {}
    drawing = json.dumps([boundaries, members], sort_keys=True).encode()
    name = f"outlines:{hashlib.blake2b(drawing, digest_size=16).hexdigest()}"
    found: Outlines | None = cache.get(name)
    if found is None:
        found = _build(boundaries[0], boundaries[1], members)
        cache.set(name, found, timeout=None)
    return found


def _build(districts: Boundaries, own: Boundaries, members: Iterable[tuple[int, int]]) -> Outlines:
    from shapely.geometry import shape

    shapes = [{pk: shape(boundary) for pk, boundary in each.items()} for each in (districts, own)]
    outlines: Outlines = {}
    for tolerance in _TOLERANCES:
        outlines = _simplified(shapes[0], shapes[1], members, tolerance)
        if len(json.dumps(outlines, separators=(",", ":"))) <= MAX_BYTES:
            break
    return outlines


def _boundaries(model: type[District] | type[Quarter]) -> Boundaries:
    rows = model._default_manager.exclude(boundary__isnull=True).order_by("pk").values_list("pk", "boundary")
    return {pk: boundary for pk, boundary in rows if boundary is not None}


def _simplified(
    districts: dict[int, Any], own: dict[int, Any], members: Iterable[tuple[int, int]], tolerance: float
) -> Outlines:
    import shapely

    small = dict(zip(districts, shapely.coverage_simplify(list(districts.values()), tolerance), strict=True))
    parts: dict[int, list[Any]] = {}
    for quarter, district in members:
        if district in small:
            parts.setdefault(quarter, []).append(small[district])
    shapes = {
        pk: _on_grid(shapely.union_all([_on_grid(part) for part in each])) for pk, each in parts.items()
    }
    shapes |= {pk: _on_grid(area.simplify(tolerance)) for pk, area in own.items()}
    return {pk: to_geojson(area, _DIGITS) for pk, area in shapes.items() if not area.is_empty}


def _on_grid(area: Any) -> Any:
    """Valid on a grid of about one metre, so that rounding cannot make it cross itself."""
    import shapely

    return shapely.set_precision(shapely.make_valid(area), 10**-_DIGITS)
