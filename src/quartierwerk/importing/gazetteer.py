"""What the grammar knows of this town, out of the directory of places."""

from quartierwerk.core.models import Town
from quartierwerk.places.models import Quarter, StreetRange, Venue

from .extract import Gazetteer
from .venue_names import other_names


def town_gazetteer() -> Gazetteer:
    """Venues, streets, quarters and their other names, the area code. Five queries."""
    town = Town.load()
    return Gazetteer(
        venues=_venues(), streets=_streets(), quarters=_quarters(), area_code=town.area_code, town=town.name
    )


def _venues() -> dict[str, tuple[str, str]]:
    """By the venue's own name and each other one; the own name wins where two share one."""
    own: dict[str, tuple[str, str]] = {}
    others: dict[str, tuple[str, str]] = {}
    for venue in Venue.objects.select_related("quarter").defer("quarter__boundary"):
        known = (venue.quarter.name if venue.quarter else "", venue.street)
        own[venue.name] = known
        others |= dict.fromkeys(other_names(venue.name, venue.also_called), known)
    return others | own


def _streets() -> dict[str, str]:
    """Streets that lie in just one quarter; of the others the text has to say more."""
    found: dict[str, set[str]] = {}
    rows = StreetRange.objects.values_list("street", "district__quarters__name")
    for street, quarter in rows.order_by("street").distinct():
        found.setdefault(street, set()).add(quarter or "")
    return {street: quarters.pop() if len(quarters) == 1 else "" for street, quarters in found.items()}


def _quarters() -> dict[str, str]:
    found: dict[str, str] = {}
    for quarter in Quarter.objects.public().defer("boundary").prefetch_related("aliases"):
        found |= {alias.name: quarter.name for alias in quarter.aliases.all()}
        found[quarter.name] = quarter.name
    return found
