"""Where it is, from what somebody typed or pointed at, and what to say about it."""

import math
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from quartierwerk.core.templatetags.ui import filled, in_language
from quartierwerk.places.gazetteer import How
from quartierwerk.places.models import Quarter, Venue
from quartierwerk.places.resolve import Resolution, resolve

from .. import queries, rules
from ..actions import Place


@dataclass(frozen=True)
class Whereabouts:
    """What is told about a place: in which quarter it lies, that it is outside, or what is not clear."""

    words: str = ""
    is_outside: bool = False
    suggestions: tuple[str, ...] = ()


def place_from(name: str, quarter: Quarter | None, north: str = "", east: str = "") -> Place:
    """What was chosen wins over what the words lead to; a known place lends its point where there is no pin."""
    point = point_from(north, east)
    found = resolve(name) if name else None
    venue = _venue(found) if found else None
    if point is None and venue and venue.latitude is not None and venue.longitude is not None:
        point = venue.latitude, venue.longitude
    if quarter is None and point is None and found:
        quarter = found.quarter
    latitude, longitude = point or (None, None)
    return Place(latitude, longitude, name=name, quarter=quarter, venue=venue)


def where_in_words(name: str, *, has_pin: bool) -> str:
    """The name of a place and its pin, as whoever said it reads them; "" where there is neither."""
    if name and has_pin:
        return filled(_("%s, mit Stelle auf der Karte"), name)
    return name or (_("Stelle auf der Karte") if has_pin else "")


def point_from(latitude: str, longitude: str) -> tuple[float, float] | None:
    """Degrees, rounded to about a metre."""
    try:
        point = round(float(latitude), 5), round(float(longitude), 5)
    except ValueError:
        return None
    is_on_earth = all(map(math.isfinite, point)) and abs(point[0]) <= 90 and abs(point[1]) <= 180
    return point if is_on_earth else None


def _venue(found: Resolution) -> Venue | None:
    """The venue whose name was typed, or another name by which people know it."""
    by_name = Q(name__iexact=found.text)
    if found.matches and found.matches[0].how == How.VENUE:
        by_name |= Q(name=found.matches[0].found) | Q(also_called__icontains=found.matches[0].found)
    return Venue.objects.filter(by_name).order_by("pk").first()


def about(place: Place) -> Whereabouts:
    """What a person should know about the place before sending."""
    if place.latitude is not None and place.longitude is not None:
        quarter, is_outside = queries.where_is(place.latitude, place.longitude)
        if is_outside:
            return Whereabouts(rules.outside_town(), is_outside=True)
        return Whereabouts(_lies_in(place.quarter or quarter))
    if place.name and not place.quarter:
        found = resolve(place.name)
        return Whereabouts(found.message, suggestions=tuple(each.text for each in found.suggestions))
    return Whereabouts(_lies_in(place.quarter))


def _lies_in(quarter: Quarter | None) -> str:
    return filled(_("Das liegt im Quartier %s."), in_language(quarter.name)) if quarter else ""
