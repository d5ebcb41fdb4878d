"""The map: what lies close together is one number, counted by the database; what stands alone is itself.

An overview is counted by `Need.map_cell`, in the order of its index, and added up here to larger cells; the edges of these
are edges enough for its clusters. A close view is counted by finer cells within the few columns of the index that it touches.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.db.models import Count, F, Max, Min, QuerySet, Sum
from django.urls import reverse

from ..enums import Kind, State
from ..models import Need
from ..models.needs import CELL_BITS, MAP_STEPS
from .areas import Area, cell_area, cell_at, point
from .filtering import NeedFilter

MOST_CELLS = 150  # in a view; keeps an answer under 60 kB
FINEST, COARSEST = 5, 27  # bits of a cell: 13 m, and the whole world
LONGEST_NAME = 90


@dataclass
class Cluster:
    """Some needs close to each other, and the sums of their steps."""

    number: int
    sum_x: int
    sum_y: int
    box: Area

    def add(self, other: "Cluster") -> None:
        self.number += other.number
        self.sum_x += other.sum_x
        self.sum_y += other.sum_y
        self.box = self.box.joined(other.box)

    @property
    def centre(self) -> tuple[float, float]:
        return point(self.sum_x / self.number, self.sum_y / self.number)


def features(chosen: NeedFilter, zoom: int) -> dict[str, Any]:
    """GeoJSON of what the filter's area holds, or of everything: clusters with `count` and their `bbox`, single needs with
    name, address and text. `total` is how many there are."""
    needs = chosen.needs()
    found = clusters(needs, chosen.area, zoom)
    named = _named(needs, [cluster for cluster in found if cluster.number == 1], chosen.labels_of_states)
    shown = [_feature(cluster, named) for cluster in found]
    return {"type": "FeatureCollection", "total": sum(c.number for c in found), "features": shown}


def clusters(needs: QuerySet[Need], area: Area | None, zoom: int) -> list[Cluster]:
    """The needs of an area, or all that have a place, from west to east."""
    needs = needs.filter(map_cell__isnull=False)
    if area and (bits := _bits(area, _cell_at(zoom))) < CELL_BITS:
        return _fine(needs, bits)
    coarse = _coarse(needs, area)
    around = area or (reduce(Area.joined, (cell.box for cell in coarse)) if coarse else None)
    return _joined(coarse, _bits(around, _cell_at(zoom) if area else CELL_BITS)) if around else []


def _bits(area: Area, least: int) -> int:
    """How large cells are: never so small that an answer becomes long."""
    bits = least
    while area.cells(bits) > MOST_CELLS:
        bits += 1
    return bits


def _cell_at(zoom: int) -> int:
    """Bits of a cell of 90 pixels on a map of this zoom: at 0 the world is 256 pixels wide, so that 90 are 2**7 degrees."""
    return min(max(MAP_STEPS.bit_length() - 1 + 7 - zoom, FINEST), COARSEST)


_FACTS = {"number": Count("*"), "sum_x": Sum("map_x"), "sum_y": Sum("map_y")}
_EDGES = {
    "left": Min("map_x"),
    "bottom": Min("map_y"),
    "right": Max("map_x"),
    "top": Max("map_y"),
}


def _coarse(needs: QuerySet[Need], area: Area | None) -> list[Cluster]:
    counted = needs.values("map_cell").annotate(**_FACTS).order_by("map_cell")
    return [
        _cluster(facts, cell_area(cell).within(area))
        for cell, *facts in counted.values_list("map_cell", *_FACTS)
    ]


def _fine(needs: QuerySet[Need], bits: int) -> list[Cluster]:
    cells = needs.annotate(column=F("map_x").bitrightshift(bits), row=F("map_y").bitrightshift(bits))
    counted = cells.values("column", "row").annotate(**_FACTS, **_EDGES).order_by("column", "row")
    return [
        _cluster(facts[: len(_FACTS)], Area(*facts[len(_FACTS) :]))
        for facts in counted.values_list(*_FACTS, *_EDGES)
    ]


def _cluster(facts: Sequence[int], box: Area) -> Cluster:
    number, sum_x, sum_y = facts
    return Cluster(number, int(sum_x), int(sum_y), box)


def _joined(cells: list[Cluster], bits: int) -> list[Cluster]:
    """Clusters of neighbouring cells as those of larger ones."""
    larger: dict[tuple[int, int], Cluster] = {}
    for cell in cells:
        key = cell.box.left >> bits, cell.box.bottom >> bits
        if key in larger:
            larger[key].add(cell)
        else:
            larger[key] = cell
    return [larger[key] for key in sorted(larger)]


def _named(
    needs: QuerySet[Need], alone: list[Cluster], labels: dict[State, str]
) -> dict[tuple[int, int], dict[str, str]]:
    """What is told of those that stand alone, by their steps: these are their sums."""
    wanted = needs.filter(
        map_cell__in={cell_at(cluster.sum_x, cluster.sum_y) for cluster in alone},
        map_x__in={cluster.sum_x for cluster in alone},
        map_y__in={cluster.sum_y for cluster in alone},
    )
    return {
        (need.map_x, need.map_y): {
            "name": need.title[:LONGEST_NAME],
            "url": reverse("needs:need", args=[need.reference]),
            "text": f"{Kind(need.kind).label} · {labels[State(need.state)]}",
        }
        for need in wanted.only("reference", "title", "kind", "state", "map_x", "map_y")
    }


def _feature(cluster: Cluster, named: dict[tuple[int, int], dict[str, str]]) -> dict[str, Any]:
    place = {"type": "Point", "coordinates": list(cluster.centre)}
    if cluster.number == 1 and (told := named.get((cluster.sum_x, cluster.sum_y))):
        return {"type": "Feature", "geometry": place, "properties": told}
    return {
        "type": "Feature",
        "bbox": list(cluster.box.degrees),
        "geometry": place,
        "properties": {"count": cluster.number},
    }
