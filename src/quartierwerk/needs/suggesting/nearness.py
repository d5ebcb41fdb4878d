"""How far things lie apart, and how people say that."""

from math import cos, exp, radians

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from quartierwerk.places.measures import KM_PER_DEGREE, kilometres

METRES = 1_000.0
FADES_WITHIN = 250.0  # metres over which nearness loses most of its worth
Point = tuple[float, float]  # latitude, longitude in degrees


def metres(one: Point | None, other: Point | None) -> float | None:
    return None if one is None or other is None else kilometres(one, other) * METRES


def worth(distance: float | None) -> float:
    """What a distance in metres adds to a resemblance: 1.75 at the same spot, 1 where it is unknown, 0.75 far away."""
    return 1.0 if distance is None else 0.75 + exp(-distance / FADES_WITHIN)


def box(point: Point, within: float) -> dict[str, float]:
    """Filters for latitude and longitude: the square around a point, `within` metres to each side."""
    latitude, longitude = point
    high = within / METRES / KM_PER_DEGREE
    wide = high / max(cos(radians(latitude)), 0.01)
    return {
        "latitude__gte": latitude - high,
        "latitude__lte": latitude + high,
        "longitude__gte": longitude - wide,
        "longitude__lte": longitude + wide,
    }


def in_words(distance: float) -> str:
    """Rounded as people say it: 40 m, 350 m, 1,2 km."""
    if distance < 15:
        return _("an derselben Stelle")
    if distance < 950:
        return _("etwa %s m entfernt") % number_format(round(distance, -1 if distance < 300 else -2), 0)
    return _("etwa %s km entfernt") % number_format(
        round(distance / METRES, 1), 0 if distance >= 10 * METRES else 1
    )
