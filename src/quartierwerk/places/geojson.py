"""Reads areas from GeoJSON (RFC 7946, and the 2008 draft's `crs`), strictly. Pure: no models, no files.

A file is taken whole or refused whole: `BoundaryError.reasons` are sentences that name each feature at fault.
Boundaries come out as MultiPolygons in WGS 84 (degrees, longitude first), two-dimensional, closed, rounded to
7 digits (1 cm), outer rings counter-clockwise.

shapely is imported where it is used: with numpy it takes 25 MB, which a worker that only reads pages does not need.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from .files import FaultError, FileError, text_of
from .streets import name_key

if TYPE_CHECKING:
    from shapely import MultiPolygon, Polygon

MAX_BYTES = 20 * 2**20
MAX_FEATURES = 2000
NAME_LENGTH, CODE_LENGTH = 120, 30
# Published boundaries cross themselves by some cm² where a drawing programme snapped two corners together
# (Köln: 0.06 m² at most). Up to this area, in m², that is mended and noted; more is a wrong boundary.
MENDABLE_AREA = 1.0
_GRID = 1e-7
_SQUARE_METRES_PER_DEGREE = 111_320.0**2
_WGS84 = re.compile(r"(urn:ogc:def:crs:)?(ogc:[\d.]*:?crs:?84|crs:?84|epsg:[\d.]*:?4326|ogc:crs84)$")
# Longitudes and latitudes of Germany: a pair that only fits the other way round was swapped.
_LONGITUDES, _LATITUDES = (5.0, 16.0), (47.0, 56.0)


class BoundaryError(FileError):
    """Boundaries that cannot be used."""


@dataclass(frozen=True)
class Area:
    """One named area. `boundary` is a GeoJSON MultiPolygon; the centre lies inside it; degrees."""

    name: str
    code: str
    boundary: dict[str, Any]
    latitude: float
    longitude: float
    mended: bool = False


@dataclass(frozen=True)
class Options:
    """Which properties hold name and key (guessed when empty); whether "03 Nordstadt" becomes "Nordstadt"."""

    name_property: str = ""
    code_property: str = ""
    strip_numbers: bool = False


def read_areas(raw: bytes, options: Options = Options()) -> list[Area]:
    """All areas of a file, in its order.

    Raises:
        BoundaryError: with a sentence for everything that is wrong.
    """
    features = _features(_parse(raw))
    names = options.name_property or _guess(features, ("name", "bezeichnung", "stadtteil", "quartier"))
    if not names:
        raise BoundaryError(
            [
                _(
                    "Keine Eigenschaft enthält für jedes Objekt einen eigenen Namen. "
                    "Bitte geben Sie an, welche den Namen trägt."
                )
            ]
        )
    codes = options.code_property or _guess(features, ("nr", "id", "code", "schluessel", "schlüssel", "key"))
    areas: list[Area] = []
    reasons: list[str] = []
    for position, feature in enumerate(features, start=1):
        try:
            areas.append(_area(feature, position, Options(names, codes, options.strip_numbers)))
        except FaultError as fault:
            reasons.append(str(fault))
    reasons += _duplicates(areas)
    if reasons:
        raise BoundaryError(reasons)
    return areas


def _parse(raw: bytes) -> dict[str, Any]:
    if len(raw) > MAX_BYTES:
        raise BoundaryError(
            [
                _("Die Datei ist größer als %(limit)d MB. Bitte vereinfachen Sie die Grenzen vorher.")
                % {"limit": MAX_BYTES // 2**20}
            ]
        )
    if not raw.strip():
        raise BoundaryError([_("Die Datei ist leer.")])
    try:
        data = json.loads(text_of(raw), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise BoundaryError([_("Die Datei ist kein GeoJSON: Sie lässt sich nicht als JSON lesen.")]) from None
    if not isinstance(data, dict) or data.get("type") not in ("FeatureCollection", "Feature"):
        raise BoundaryError([_("Die Datei ist kein GeoJSON mit Objekten (FeatureCollection).")])
    if fault := _crs_fault(data):
        raise BoundaryError([fault])
    return data


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _crs_fault(holder: dict[str, Any]) -> str:
    """A sentence where the coordinates are not in WGS 84; the reader never guesses a transformation."""
    crs = holder.get("crs")
    if crs is None:
        return ""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = str(properties.get("name") or properties.get("href") or "") if isinstance(properties, dict) else ""
    comparable = name.strip().casefold()
    comparable = re.sub(r"^https?://www\.opengis\.net/def/crs/", "", comparable).replace("/", ":")
    comparable = re.sub(r":[\d.]+:", "::", comparable).replace("::", ":")
    if _WGS84.fullmatch(comparable):
        return ""
    return _(
        "Die Koordinaten stehen im Bezugssystem „%(crs)s“. "
        "Bitte exportieren Sie die Datei in WGS 84 (EPSG:4326)."
    ) % {"crs": name or _("unbekannt")}


def _features(data: dict[str, Any]) -> list[dict[str, Any]]:
    features = [data] if data["type"] == "Feature" else data.get("features")
    if not isinstance(features, list) or not features:
        raise BoundaryError([_("Die Datei enthält keine Objekte.")])
    if len(features) > MAX_FEATURES:
        raise BoundaryError([_("Die Datei enthält mehr als %(limit)d Objekte.") % {"limit": MAX_FEATURES}])
    return [feature if isinstance(feature, dict) else {} for feature in features]


def _properties(feature: dict[str, Any]) -> dict[str, Any]:
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _guess(features: list[dict[str, Any]], words: tuple[str, ...]) -> str:
    """The first property whose name holds one of the words and whose values all differ; "" for none."""
    for word in words:
        for name in _properties(features[0]):
            values = [_plain(_properties(feature).get(name)) for feature in features]
            if word in name.casefold() and all(values) and len(set(values)) == len(values):
                return name
    return _shared(features, words) if words[0] == "name" else ""


def _shared(features: list[dict[str, Any]], words: tuple[str, ...]) -> str:
    """For files with faults, so that they can be named: the property that most features carry."""
    counts = {
        name: len({_plain(_properties(feature).get(name)) for feature in features} - {""})
        for name in _properties(features[0])
        if any(word in name.casefold() for word in words)
    }
    best = max(counts, key=lambda name: counts[name], default="")
    return best if best and counts[best] else ""


def _plain(value: object) -> str:
    return (
        " ".join(str(value).split())
        if isinstance(value, str | int | float) and not isinstance(value, bool)
        else ""
    )


def _area(feature: dict[str, Any], position: int, options: Options) -> Area:
    name = _plain(_properties(feature).get(options.name_property))
    if options.strip_numbers:
        name = re.sub(r"^[\d.]+[\s_-]+(?=\S)", "", name)
    label = f"„{name}“" if name else _("Objekt %(number)d") % {"number": position}
    if not name:
        raise FaultError(
            _("%(area)s hat keinen Namen (Eigenschaft „%(property)s“).")
            % {"area": label, "property": options.name_property}
        )
    if len(name) > NAME_LENGTH:
        raise FaultError(
            _("Der Name von Objekt %(number)d ist länger als %(limit)d Zeichen.")
            % {"number": position, "limit": NAME_LENGTH}
        )
    if fault := _crs_fault(feature):
        raise FaultError(f"{label}: {fault}")
    shape, mended = _shape(feature.get("geometry"), label)
    centre = shape.representative_point()
    code = _plain(_properties(feature).get(options.code_property))
    if len(code) > CODE_LENGTH:
        raise FaultError(
            _("%(area)s: Der Schlüssel ist länger als %(limit)d Zeichen.")
            % {"area": label, "limit": CODE_LENGTH}
        )
    return Area(name, code, to_geojson(shape), round(centre.y, 7), round(centre.x, 7), mended)


def _duplicates(areas: list[Area]) -> list[str]:
    reasons, names, codes = [], set[str](), set[str]()
    for area in areas:
        if name_key(area.name) in names:
            reasons.append(_("Der Name „%(name)s“ kommt mehrmals vor.") % {"name": area.name})
        if area.code and area.code in codes:
            reasons.append(
                _("„%(name)s“: Der Schlüssel „%(code)s“ kommt mehrmals vor.")
                % {"name": area.name, "code": area.code}
            )
        names.add(name_key(area.name))
        codes.add(area.code)
    return reasons


def _shape(geometry: object, label: str) -> tuple[MultiPolygon, bool]:
    import shapely

    polygons = list(_polygons(geometry, label))
    if not polygons:
        raise FaultError(_("%(area)s hat keine Fläche.") % {"area": label})
    shape = shapely.MultiPolygon(polygons)
    crossing = not shape.is_valid
    if crossing and isinstance(geometry, dict) and geometry.get("type") == "GeometryCollection":
        crossing = not all(polygon.is_valid for polygon in polygons)
        shape = shapely.union_all(polygons) if not crossing else shape
    return _on_grid(_mended(shape, label) if crossing else shape, label), crossing


def _mended(shape: MultiPolygon, label: str) -> Any:
    """The boundary without its crossings, if they enclose next to nothing."""
    import shapely

    mended = shapely.make_valid(shape, method="structure")
    gained = abs(mended.area - sum(_signed_area(polygon) for polygon in shape.geoms))
    if gained * _SQUARE_METRES_PER_DEGREE > MENDABLE_AREA:
        where = re.search(r"\[([-\d.]+) ([-\d.]+)\]", shapely.is_valid_reason(shape))
        point = f"{float(where[2]):.5f}, {float(where[1]):.5f}" if where else "?"
        raise FaultError(
            _("%(area)s: Die Grenze überschneidet sich selbst (bei Breite, Länge %(point)s).")
            % {"area": label, "point": point}
        )
    return mended


def _signed_area(polygon: Polygon) -> float:
    import shapely

    rings = [polygon.exterior, *polygon.interiors]
    outer, *holes = (abs(_shoelace(shapely.get_coordinates(ring))) for ring in rings)
    return float(outer - sum(holes))


def _shoelace(points: Any) -> float:
    x, y = points[:, 0] - points[0, 0], points[:, 1] - points[0, 1]
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2)


def _on_grid(shape: Any, label: str) -> MultiPolygon:
    import shapely

    snapped = shapely.set_precision(shape, _GRID)
    polygons = [
        part for part in shapely.get_parts(snapped) if part.geom_type == "Polygon" and not part.is_empty
    ]
    if not polygons:
        raise FaultError(_("%(area)s hat keine Fläche.") % {"area": label})
    return shapely.MultiPolygon([shapely.orient_polygons(polygon) for polygon in polygons])


def _polygons(geometry: object, label: str) -> Iterator[Polygon]:
    """The polygons of a geometry, two-dimensional; points and lines of a collection are left out."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or not kind:
        return
    if kind == "GeometryCollection":
        for part in _list(geometry.get("geometries"), label):
            if isinstance(part, dict) and part.get("type") in (
                "Polygon",
                "MultiPolygon",
                "GeometryCollection",
            ):
                yield from _polygons(part, label)
    elif kind == "Polygon":
        yield _polygon(geometry.get("coordinates"), label)
    elif kind == "MultiPolygon":
        for part in _list(geometry.get("coordinates"), label):
            yield _polygon(part, label)
    else:
        raise FaultError(
            _("%(area)s ist keine Fläche, sondern „%(kind)s“.") % {"area": label, "kind": str(kind)[:40]}
        )


def _polygon(coordinates: object, label: str) -> Polygon:
    from shapely import Polygon

    rings = [_ring(ring, label) for ring in _list(coordinates, label)]
    if not rings:
        raise FaultError(_("%(area)s hat keine Fläche.") % {"area": label})
    return Polygon(rings[0], rings[1:])


def _ring(positions: object, label: str) -> list[tuple[float, float]]:
    ring = [_position(position, label) for position in _list(positions, label)]
    if len(ring) < 4 or len(set(ring)) < 3:
        raise FaultError(_("%(area)s: Ein Ring hat zu wenige Punkte.") % {"area": label})
    if ring[0] != ring[-1]:
        raise FaultError(_("%(area)s: Ein Ring ist nicht geschlossen.") % {"area": label})
    return ring


def _position(position: object, label: str) -> tuple[float, float]:
    values = _list(position, label)
    if len(values) < 2 or not all(_is_number(value) for value in values[:2]):
        raise FaultError(_("%(area)s: Die Koordinaten sind nicht lesbar.") % {"area": label})
    longitude, latitude = float(values[0]), float(values[1])
    if abs(longitude) > 180 or abs(latitude) > 90:
        raise FaultError(
            _(
                "%(area)s: Die Koordinate %(point)s liegt nicht auf der Erde. "
                "Sind es Meter statt Grad? Bitte exportieren Sie in WGS 84."
            )
            % {"area": label, "point": f"{longitude:g}, {latitude:g}"}
        )
    if _within(latitude, _LONGITUDES) and _within(longitude, _LATITUDES):
        raise FaultError(
            _("%(area)s: Länge und Breite sind wohl vertauscht (%(point)s). GeoJSON nennt die Länge zuerst.")
            % {"area": label, "point": f"{longitude:g}, {latitude:g}"}
        )
    return longitude, latitude


def _within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]


def _is_number(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and abs(value) < 1e12
        and math.isfinite(value)
    )


def _list(value: object, label: str) -> list[Any]:
    if not isinstance(value, list):
        raise FaultError(_("%(area)s: Die Koordinaten sind nicht lesbar.") % {"area": label})
    return value


def to_geojson(shape: Any, digits: int = 7) -> dict[str, Any]:
    """A shapely (Multi)Polygon as RFC 7946 MultiPolygon: right-hand rule, closed, two-dimensional."""
    import shapely
    from shapely.geometry import mapping

    parts = [
        shapely.orient_polygons(part) for part in shapely.get_parts(shape) if part.geom_type == "Polygon"
    ]
    coordinates = mapping(shapely.MultiPolygon(parts))["coordinates"]
    return {
        "type": "MultiPolygon",
        "coordinates": [
            [[[round(x, digits), round(y, digits)] for x, y in ring] for ring in polygon]
            for polygon in coordinates
        ],
    }
