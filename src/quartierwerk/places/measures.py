"""How large an area is and how far two points lie apart, precise enough to see that a file is of another town."""

import itertools
from math import asin, cos, radians, sin, sqrt
from typing import Any

KM_PER_DEGREE = 111.32
EARTH_RADIUS_KM = 6371.0


def square_kilometres(boundary: dict[str, Any]) -> float:
    """The area of a GeoJSON MultiPolygon in degrees, on the plane at its latitude: right to a percent in a town."""
    total = 0.0
    for outer, *holes in boundary["coordinates"]:
        total += abs(_ring(outer)) - sum(abs(_ring(hole)) for hole in holes)
    return total


def _ring(points: list[list[float]]) -> float:
    """Shoelace formula; negative for a ring that runs clockwise."""
    width = KM_PER_DEGREE * cos(radians(points[0][1]))
    x0, y0 = points[0][:2]
    flat = [((x - x0) * width, (y - y0) * KM_PER_DEGREE) for x, y, *_ in points]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(flat)) / 2


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude in degrees)."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half))
