"""Whether a point lies in an area, in plain Python: web workers need no more geometry, and shapely would cost 25 MB.

Pure. Areas are GeoJSON (Multi)Polygons; a border belongs to its area, the inside of a hole does not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_BORDER = 0
_CORNERS_PER_BAND = 12


class Ring:
    """A closed ring; its edges lie in bands from south to north, so that a point meets few of them."""

    def __init__(self, positions: Iterable[list[float]]) -> None:
        self.corners = [(x, y) for x, y, *_ in positions]
        ys = [y for _, y in self.corners]
        self.bottom, self.top = min(ys), max(ys)
        self.count = 1 + len(ys) // _CORNERS_PER_BAND
        self.bands: list[list[tuple[float, float, float, float]]] = [[] for _ in range(self.count)]
        for (x1, y1), (x2, y2) in pairwise(self.corners):
            for band in range(self._band(min(y1, y2)), self._band(max(y1, y2)) + 1):
                self.bands[band].append((x1, y1, x2, y2))

    def edges_at(self, y: float) -> list[tuple[float, float, float, float]]:
        return self.bands[self._band(y)] if self.bottom <= y <= self.top else []

    def _band(self, y: float) -> int:
        share = (y - self.bottom) / (self.top - self.bottom) if self.top > self.bottom else 0
        return min(int(share * self.count), self.count - 1)


@dataclass(frozen=True)
class Area:
    """One area: a box around it, its size in square degrees, and its rings polygon by polygon, the outer one first."""

    box: tuple[float, float, float, float]
    size: float
    polygons: tuple[tuple[Ring, ...], ...]

    def holds(self, x: float, y: float) -> bool:
        left, bottom, right, top = self.box
        return (
            left <= x <= right and bottom <= y <= top and any(_holds(rings, x, y) for rings in self.polygons)
        )


def area(geometry: dict[str, Any]) -> Area:
    """Reads a GeoJSON Polygon or MultiPolygon in degrees."""
    coordinates = geometry["coordinates"]
    parts = [coordinates] if geometry["type"] == "Polygon" else coordinates
    polygons = tuple(tuple(Ring(ring) for ring in part) for part in parts)
    xs = [x for rings in polygons for x, _ in rings[0].corners]
    ys = [y for rings in polygons for _, y in rings[0].corners]
    return Area((min(xs), min(ys), max(xs), max(ys)), sum(map(_size, polygons)), polygons)


def _size(rings: tuple[Ring, ...]) -> float:
    outer, *holes = (abs(_shoelace(ring.corners)) for ring in rings)
    return outer - sum(holes)


def _shoelace(corners: list[tuple[float, float]]) -> float:
    x, y = corners[0]  # seen from the first corner, so that no digits are lost
    return sum((x1 - x) * (y2 - y) - (x2 - x) * (y1 - y) for (x1, y1), (x2, y2) in pairwise(corners)) / 2


def _holds(rings: tuple[Ring, ...], x: float, y: float) -> bool:
    outer, *holes = rings
    return _side(outer, x, y) >= _BORDER and all(_side(hole, x, y) <= _BORDER for hole in holes)


def _side(ring: Ring, x: float, y: float) -> int:
    """1 inside the ring, 0 on it, -1 outside: counts the edges that a ray to the right crosses."""
    inside = -1
    for x1, y1, x2, y2 in ring.edges_at(y):
        if (y1 > y) != (y2 > y):
            turn = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
            if turn == 0:
                return _BORDER
            if (turn > 0) == (y2 > y1):
                inside = -inside
        elif (y1 == y == y2 and min(x1, x2) <= x <= max(x1, x2)) or (x2 == x and y2 == y):
            return _BORDER
    return inside
