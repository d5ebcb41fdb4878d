"""The line in which a calendar tells the place, as an event keeps it."""

from quartierwerk.places.models import Venue

from ..gazetteer import town_gazetteer

_NOWHERE: dict[str, str | Venue | None] = {
    "venue": None, "place_name": "", "street": "", "postal_code": "", "city": "", "room": "",
}  # fmt: skip


def place_of(line: str) -> dict[str, str | Venue | None]:
    """Fields of an event: the venue where the directory knows it, else name and street up to the commas."""
    hit = next(town_gazetteer().venues_in(line), None)
    venue = _venue(hit[2].name) if hit else None
    if venue:
        return {**_NOWHERE, "venue": venue}
    name, _comma, rest = line.partition(",")
    return {**_NOWHERE, "place_name": name.strip()[:160], "street": rest.partition(",")[0].strip()[:120]}


def _venue(name: str) -> Venue | None:
    own = Venue.objects.filter(name=name).first()
    others = Venue.objects.filter(also_called__icontains=name)
    return own or next((each for each in others if name in map(str.strip, each.also_called.split(","))), None)
