"""Whether a point lies in an area, in plain Python: web workers need no more geometry, and shapely would cost 25 MB.

Pure. Areas are GeoJSON (Multi)Polygons; a border belongs to its area, the inside of a hole does not.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_BORDER = 0


@dataclass(frozen=True)
class Area:
    """One area: a box around it, its size in square degrees, and its rings polygon by polygon, the outer one first."""

    box: tuple[float, float, float, float]
    size: float
    polygons: tuple[tuple[tuple[array, array], ...], ...]

    def holds(self, x: float, y: float) -> bool:
        left, bottom, right, top = self.box
        return (
            left <= x <= right and bottom <= y <= top and any(_holds(rings, x, y) for rings in self.polygons)
        )


def area(geometry: dict[str, Any]) -> Area:
    """Reads a GeoJSON Polygon or MultiPolygon in degrees."""
    coordinates = geometry["coordinates"]
    parts = [coordinates] if geometry["type"] == "Polygon" else coordinates
    polygons = tuple(tuple(_ring(ring) for ring in part) for part in parts)
    xs = [x for rings in polygons for x in rings[0][0]]
    ys = [y for rings in polygons for y in rings[0][1]]
    return Area((min(xs), min(ys), max(xs), max(ys)), sum(map(_size, polygons)), polygons)


def _ring(positions: Iterable[list[float]]) -> tuple[array, array]:
    xs, ys = array("d"), array("d")
    for x, y, *_ in positions:
        xs.append(x)
        ys.append(y)
    return xs, ys


def _size(rings: tuple[tuple[array, array], ...]) -> float:
    outer, *holes = (abs(_shoelace(*ring)) for ring in rings)
    return outer - sum(holes)


def _shoelace(xs: array, ys: array) -> float:
    x, y = xs[0], ys[0]  # seen from the first corner, so that no digits are lost
    corners = pairwise(zip(xs, ys, strict=True))
    return sum((x1 - x) * (y2 - y) - (x2 - x) * (y1 - y) for (x1, y1), (x2, y2) in corners) / 2


def _holds(rings: tuple[tuple[array, array], ...], x: float, y: float) -> bool:
    outer, *holes = rings
    return _side(*outer, x, y) >= _BORDER and all(_side(*hole, x, y) <= _BORDER for hole in holes)


def _side(xs: array, ys: array, x: float, y: float) -> int:
    """1 inside the ring, 0 on it, -1 outside: counts the edges that a ray to the right crosses."""
    inside = -1
    x1, y1 = xs[0], ys[0]
    for x2, y2 in zip(xs, ys, strict=True):
        if (y1 > y) != (y2 > y):
            turn = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
            if turn == 0:
                return _BORDER
            if (turn > 0) == (y2 > y1):
                inside = -inside
        elif y1 == y == y2 and min(x1, x2) <= x <= max(x1, x2):
            return _BORDER
        if x2 == x and y2 == y:
            return _BORDER
        x1, y1 = x2, y2
    return inside
