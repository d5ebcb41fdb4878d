"""Rooms: where in a house something is. “Rathaus, Zimmer 12”, “Talstraße 8, Raum 4”, “Raum 204 im Rathaus”."""

import re

from .stretches import Stretch

_NUMBER = (
    r"(?:\s(?:Nr\.\s)?(?:[A-Z]?\d{1,4}(?:[./-]\d{1,3})?[a-z]?|[A-Z]|[IVX]{1,4})(?![\w:€]|\s?(?:Uhr|Euro|€)))"
)
_NOUN = (
    r"(?:[A-ZÄÖÜ]\w{2,20}(?:raum|zimmer|saal|stube|küche|foyer|keller)|Raum|Zimmer|Saal|Aula|Mensa|Foyer|Forum|Cafeteria|Empore|Küche|Atrium|"
    r"Gemeinschaftsraum|Seminarraum)"
)
_FLOOR = (
    r"(?:\d{1,2}\.\s(?:OG|Obergeschoss|Etage|Stock(?:werk)?)|EG|UG|Erdgeschoss|Untergeschoss|Dachgeschoss)"
)
ROOM = rf"(?:(?:[A-ZÄÖÜ][a-zäöüß]+e[rsnm]?\s)?{_NOUN}{_NUMBER}?|{_FLOOR})"
_BEHIND = re.compile(
    rf"(?:,\s?|\s\(|\s-\s|;\s|\s)(?:im\s|in der\s|in\s)?(?P<room>{ROOM})(?=\s?(?:[,.;)(\n|]|$|statt\b|ein\b))"
)
_NUMBERED = re.compile(rf"\s(?P<room>(?:Raum|Zimmer|Saal){_NUMBER})")
_OF_A_HOUSE = re.compile(
    rf"(?P<room>{ROOM})(?:\s\([^()]{{1,30}}\))?,?\s(?:im|in der|in dem|des|der|vom|von der|am|in)\s(?P<house>\S.*)",
    re.IGNORECASE,
)
_LAST = re.compile(rf"(?P<house>.*\S)(?:,\s|\s\(|\s-\s)(?:im\s|in der\s)?(?P<room>{ROOM})\)?", re.IGNORECASE)


def is_a_room(name: str) -> bool:
    """“Aula”, “Raum 3”: in a house that is named elsewhere."""
    return re.fullmatch(ROOM, name) is not None


def room_behind(plain: str, *ends: int) -> Stretch | None:
    """The room right behind the name of a house, or behind its address."""
    for end in ends:
        if match := _BEHIND.match(plain, end) or _NUMBERED.match(plain, end):
            return match.span("room")
    return None


def room_and_house(place: str) -> tuple[str, str]:
    """“Raum 204 im Rathaus” → Raum 204, Rathaus; no room: “”, and the place as it is."""
    match = _OF_A_HOUSE.fullmatch(place) or _LAST.fullmatch(place)
    return (match["room"], match["house"]) if match else ("", place)
