"""How long places take: the boundaries of a city as large as Köln, and a point looked up when warm."""

import json
import math
import time
from typing import Any

from django.db import transaction

from quartierwerk.core.bench import Measurement

from . import actions, locate
from .geojson import read_areas
from .models import District
from .plans import plan_boundaries

_AREAS, _CORNERS, _LOOKUPS = 86, 450, 200  # as many areas and corners as Köln publishes


class _UndoError(Exception):
    """Takes the measured import back."""


def measure() -> list[Measurement]:
    """Imports 86 boundaries and looks points up in them; the database is as before afterwards."""
    figures: list[Measurement] = []
    try:
        with transaction.atomic():
            figures = _measure(_city())
            raise _UndoError
    except _UndoError:
        return figures


def _measure(raw: bytes) -> list[Measurement]:
    start = time.perf_counter()
    areas = read_areas(raw)
    actions.import_boundaries(plan=plan_boundaries(areas, District), model=District)
    imported = time.perf_counter() - start
    locate.district_key_at(areas[0].latitude, areas[0].longitude)
    points = [areas[n % len(areas)] for n in range(_LOOKUPS)]
    start = time.perf_counter()
    for point in points:
        locate.district_key_at(point.latitude, point.longitude)
    each = (time.perf_counter() - start) / _LOOKUPS * 1000
    return [
        Measurement(f"Import of {len(areas)} boundaries", imported, "s", 5),
        Measurement("Point → district, warm", each, "ms", 1),
    ]


def _city() -> bytes:
    """Drawn districts side by side in the North Sea, so that no real one is met by name or place."""
    features = [
        _district(number, 6.0 + number % 10 * 0.03, 54.5 + number // 10 * 0.02) for number in range(_AREAS)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def _district(number: int, longitude: float, latitude: float) -> dict[str, Any]:
    ring = [
        [longitude + radius * math.cos(angle), latitude + radius * 0.6 * math.sin(angle)]
        for corner in range(_CORNERS)
        for angle in [corner / _CORNERS * math.tau]
        for radius in [0.012 + 0.002 * math.sin(9 * angle)]
    ]
    properties = {"name": f"Messgebiet {number}", "nr": f"M{number}"}
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
    }
