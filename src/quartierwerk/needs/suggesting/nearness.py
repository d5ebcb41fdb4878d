"""How far things lie apart, and how people say that."""

from functools import reduce
from math import cos, exp, radians
from operator import or_

from django.db.models import Q
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from quartierwerk.places.measures import KM_PER_DEGREE, kilometres

from ..models.needs import CELL_BITS, CELL_ROWS
from ..pages.areas import steps

METRES = 1_000.0
FADES_WITHIN = 250.0  # metres over which nearness loses most of its worth
MOST_COLUMNS = 20  # of cells; more only next to a pole
Point = tuple[float, float]  # latitude, longitude in degrees


def metres(one: Point | None, other: Point | None) -> float | None:
    return None if one is None or other is None else kilometres(one, other) * METRES


def worth(distance: float | None) -> float:
    """What a distance in metres adds to a resemblance: 1.75 at the same spot, 1 where it is unknown, 0.75 far away."""
    return 1.0 if distance is None else 0.75 + exp(-distance / FADES_WITHIN)


def around(point: Point, within: float) -> Q:
    """The cells of the map that lie `within` metres to each side of a point; a cell is half a kilometre wide."""
    latitude, longitude = point
    high = within / METRES / KM_PER_DEGREE
    wide = high / max(cos(radians(latitude)), 0.01)
    left, bottom = (step >> CELL_BITS for step in steps(longitude - wide, latitude - high))
    right, top = (step >> CELL_BITS for step in steps(longitude + wide, latitude + high))
    columns = (
        Q(map_cell__range=(column * CELL_ROWS + bottom, column * CELL_ROWS + top))
        for column in range(left, min(right, left + MOST_COLUMNS) + 1)
    )
    return reduce(or_, columns)


def in_words(distance: float) -> str:
    """Rounded as people say it: 40 m, 350 m, 1,2 km."""
    if distance < 15:
        return _("an derselben Stelle")
    if distance < 950:
        return _("etwa %s m entfernt") % number_format(round(distance, -1 if distance < 300 else -2), 0)
    return _("etwa %s km entfernt") % number_format(
        round(distance / METRES, 1), 0 if distance >= 10 * METRES else 1
    )
