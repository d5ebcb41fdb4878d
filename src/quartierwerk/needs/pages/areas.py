"""A piece of the map, on the grid of `Need.map_x` and `Need.map_y`."""

from dataclasses import dataclass

from django.db.models import Max, Min, Q, QuerySet

from quartierwerk.places.models import Quarter

from ..models import Need
from ..models.needs import CELL_BITS, CELL_ROWS, MAP_STEPS, MAP_STRETCH

MARGIN = 0.02  # degrees around the centres of the quarters: the town
_DIGITS = 6  # a quarter of a step, so that what is written can be read back without loss


@dataclass(frozen=True)
class Area:
    """Steps of the grid, the last ones included."""

    left: int
    bottom: int
    right: int
    top: int

    def cells(self, bits: int) -> int:
        """How many cells of 2**bits steps it touches."""
        columns = (self.right >> bits) - (self.left >> bits) + 1
        return columns * ((self.top >> bits) - (self.bottom >> bits) + 1)

    @property
    def degrees(self) -> tuple[float, float, float, float]:
        """West, south, east, north, as GeoJSON has them."""
        west, south = point(self.left, self.bottom)
        east, north = point(self.right + 1, self.top + 1)
        return west, south, east, north

    @property
    def text(self) -> str:
        """As it stands in addresses: `7.15,51.38,7.21,51.42`."""
        return ",".join(str(number) for number in self.degrees)

    def within(self, other: "Area | None") -> "Area":
        """What it has in common with another area that it touches."""
        if other is None:
            return self
        return Area(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def joined(self, other: "Area") -> "Area":
        """The smallest area around both."""
        return Area(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def of(self, needs: QuerySet[Need]) -> QuerySet[Need]:
        """Those that lie in it; the columns of cells bound what the database reads."""
        columns = (self.left >> CELL_BITS) * CELL_ROWS, ((self.right >> CELL_BITS) + 1) * CELL_ROWS - 1
        return needs.filter(
            map_cell__range=columns,
            map_x__range=(self.left, self.right),
            map_y__range=(self.bottom, self.top),
        )


def cell_at(x: int, y: int) -> int:
    """The `Need.map_cell` of these steps."""
    return (x >> CELL_BITS) * CELL_ROWS + (y >> CELL_BITS)


def cell_area(cell: int) -> Area:
    """What a `Need.map_cell` covers."""
    column, row = divmod(cell, CELL_ROWS)
    return Area(
        column << CELL_BITS, row << CELL_BITS, ((column + 1) << CELL_BITS) - 1, ((row + 1) << CELL_BITS) - 1
    )


def read(text: str) -> Area | None:
    """From `west,south,east,north` in degrees; None where that is no area."""
    try:
        west, south, east, north = (float(number) for number in text.split(","))
    except ValueError:
        return None
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        return None
    return between((west, south), (east, north))


def between(south_west: tuple[float, float], north_east: tuple[float, float]) -> Area:
    """From one point to another (longitude, latitude), to the nearest step; what lies at the north and east edge belongs
    to the next area, so that areas beside each other share nothing."""
    left, bottom = steps(*south_west)
    right, top = steps(*north_east)
    return Area(left, bottom, max(left, right - 1), max(bottom, top - 1))


def steps(longitude: float, latitude: float) -> tuple[int, int]:
    return round((longitude + 180) * MAP_STEPS), round((latitude + 90) * MAP_STEPS * MAP_STRETCH)


def point(x: float, y: float) -> tuple[float, float]:
    """Longitude and latitude of steps."""
    return round(x / MAP_STEPS - 180, _DIGITS), round(y / (MAP_STEPS * MAP_STRETCH) - 90, _DIGITS)


def of_quarters(quarter: Quarter | None = None) -> Area | None:
    """Where the quarters lie, or around this one; None where nobody knows."""
    quarters = Quarter.objects.public().filter(Q(pk=quarter.pk) if quarter else Q())
    edges = quarters.order_by().aggregate(
        west=Min("longitude"), south=Min("latitude"), east=Max("longitude"), north=Max("latitude")
    )
    if None in edges.values():
        return None
    return between(
        (edges["west"] - MARGIN, edges["south"] - MARGIN / MAP_STRETCH),
        (edges["east"] + MARGIN, edges["north"] + MARGIN / MAP_STRETCH),
    )
