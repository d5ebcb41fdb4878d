"""Where something is: names of venues in the words around an address, a preposition or a label.

Each candidate has a worth; the event takes the best one near it (scope.py). `place_worths.SIGNS` says what makes a name a place.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace

from .addresses import Address
from .behind_prepositions import behind_prepositions
from .gazetteer import Gazetteer
from .heads import SAINT, has_venue_head, is_event_name, is_venue
from .known_places import known_places
from .layout import Layout
from .place_context import Context
from .place_forms import (
    BEFORE_ADDRESS,
    BEHIND_ADDRESS,
    IN_BRACKETS,
    LABELLED,
    NAMED,
    NAMES_ONLY,
    SENTENCE,
    SENTENCE_OF_ITS_OWN,
)
from .place_names import (
    TIMELY,
    WHAT_IS_ON,
    are_any_of_them,
    behind_a_dash,
    end_of_name,
    has_own_name,
    is_a_house,
    is_a_town,
    is_no_place,
    is_of_something_else,
    is_vague,
    words_of,
)
from .place_sayings import said_places
from .place_worths import SIGNS
from .tables import Tables
from .text import Text

_ARTICLE = re.compile(r"(?:[Dd](?:er|ie|as|en|em)|[Ii]m|[Ii]n der)\s")
_HOURS_BEHIND = re.compile(r"\s(?:um|ab|gegen|von|am)\s\d.*$", re.DOTALL)
_WORD_OF_A_TITLE = "im|am|in|an|auf|über|unter|hinter|zwischen|nach|aus|mit|ohne|gegen|um|durch|bei|beim|vor|zum|zur|vom|von|und|ist|war"
_TITLED = re.compile(rf"^[^\"]*\b[a-z]+\s\"|\"[^\"]*\s(?:{_WORD_OF_A_TITLE})\s")  # wieder „Kunst im Hof“
_AT = re.compile(r"\s(?:am|an der|im|in der|auf dem|auf der|bei der)\s")
_NO_LABEL = frozenset(
    "um ab dann wenn wo als dass mit für nach es sich ist jeweils immer gegen noch wieder siehe wird werden und jeden jede jedes täglich von".split()
)

_NO_FIRST_WORD = frozenset(
    "Neue Neuer Neues Aus Von Vom In Im Am An Auf Für Mit Bei Zu Zum Zur Nach Über Rund Unsere Unser".split()
)

_AGAIN = 1.0


@dataclass(frozen=True)
class Place:
    """A name that may be the place. `address`: the one written beside it. `quarter`: where the name is known."""

    start: int
    end: int
    worth: float
    address: Address | None = None
    venue: str = ""
    quarter: str = ""
    is_labelled: bool = False  # behind “Ort:”
    is_bare: bool = False  # a part of a list, with nothing before it
    is_of_the_host: bool = False  # the house of who invites (hosts.py)
    said: str = ""  # its name, where it stands in words that are not told


def places(layout: Layout, addresses: list[Address], gazetteer: Gazetteer, tables: Tables) -> list[Place]:
    """Every candidate, in order."""
    plain = layout.text.plain
    found = [
        Place(start, end, SIGNS["known"], venue=known.name, quarter=known.quarter)
        for start, end, known in known_places(plain, gazetteer)
    ]
    found += [Place(*each) for each in behind_prepositions(plain)]
    found += [place for match in LABELLED.finditer(plain) if (place := _labelled(layout, match))]
    found += [
        place
        for form in (NAMES_ONLY, SENTENCE_OF_ITS_OWN)
        for match in form.finditer(plain)
        if (place := _name_only(match))
    ]
    found += [
        Place(
            said.start,
            said.end,
            _said_worth(said.sign, plain[said.start : said.end]),
            is_labelled=said.is_labelled,
        )
        for said in said_places(layout)
    ]
    found += [place for address in addresses if (place := _before_address(layout, address))]
    found += [place for address in addresses if (place := _behind_address(plain, address))]
    found += [Place(start, end, SIGNS["label"]) for start, end in tables.places()]
    beside = _Beside(layout.text, addresses)
    found = _said_again(plain, _in_context(plain, _with_full_names(found)))
    found = [place for place in found if place.venue or not beside.is_inside(place)]
    return sorted((beside.joined(place) for place in found), key=lambda place: (place.start, -place.worth))


def _said_worth(sign: str, name: str) -> float:
    """“Der Gastraum verwandelt sich …”: a room of a house that is named elsewhere."""
    return SIGNS["vague"] if sign == "turned" and is_vague(name) else SIGNS[sign]


def _in_context(plain: str, found: list[Place]) -> list[Place]:
    context = Context.of(plain)
    losses = [0.0 if place.is_labelled else context.speaks_against(place.start, place.end) for place in found]
    return [
        replace(place, worth=place.worth - loss) if loss else place
        for place, loss in zip(found, losses, strict=True)
    ]


def _said_again(plain: str, found: list[Place]) -> list[Place]:
    """“auf dem Corso Linde” in headline and text: what is said twice is more than mentioned, though its noun is no house."""
    said = Counter(plain[place.start : place.end] for place in found if place.worth >= SIGNS["near"])
    return [
        replace(place, worth=place.worth + _AGAIN)
        if SIGNS["in"] <= place.worth < _AGAIN + SIGNS["in"] and said[plain[place.start : place.end]] > 1
        else place
        for place in found
    ]


def _with_full_names(found: list[Place]) -> list[Place]:
    """A known venue inside a longer name (“Sitzungssaal des Rathauses”) lends it what is known."""
    known = [place for place in found if place.venue]
    starts = [place.start for place in known]
    full: list[Place] = []
    for place in found:
        inside = known[bisect_left(starts, place.start) : bisect_right(starts, place.end)]
        if not place.venue and len(inside) == 1 and inside[0].end <= place.end:
            place = replace(
                place, worth=SIGNS["known"] + 0.5, venue=inside[0].venue, quarter=inside[0].quarter
            )  # noqa: PLW2901
        full.append(place)
    return full


def _labelled(layout: Layout, match: re.Match[str]) -> Place | None:
    start, end = match.start("name"), match.end("name")
    hours = _HOURS_BEHIND.search(layout.text.plain, start, end)
    end = hours.start() if hours else end
    while end > start and layout.text.plain[end - 1] in " -:)":
        end -= 1
    if (
        end - start < 3
        or layout.text.plain[end - 1] == "?"
        or not any(letter.isupper() for letter in layout.text.plain[start:end])
    ):
        return None
    words = words_of(layout.text.plain[start:end])
    if (
        not words
        or words[0].lower() in TIMELY
        or (len(words[-1]) == 1 and len(words) < 3)  # bei A
        or (not words[0][0].isupper() and len(words) < 2)
        or words[0].lower() in _NO_LABEL
        or "minuten" in map(str.lower, words)
    ):
        return None
    return Place(start, end, SIGNS["label"], is_labelled=True)


def _name_only(match: re.Match[str]) -> Place | None:
    """A part of a list, between commas: only with the head of a venue."""
    words = words_of(match["name"])
    if (
        not words
        or not (words[0] in SAINT or is_venue(words[0]) or is_venue(words[-1]))
        or is_no_place(words)
        or is_of_something_else(match["name"])
        or SENTENCE.search(match["name"])
        or _TITLED.search(match["name"])
        or _is_a_list(match["name"])
        or words[0] in _NO_FIRST_WORD
        or (words[0] == "Bad" and is_a_town(words))
        or (is_event_name(words) and not has_venue_head(words[:1]))
    ):
        return None
    what_is_on = WHAT_IS_ON.search(match["name"])
    end = match.start("name") + what_is_on.start() if what_is_on else match.end("name")
    if len(words) > 1 and is_venue(words[0]) and is_event_name(words[-1:]) and not is_venue(words[-1]):
        end -= len(words.pop()) + 1  # Stadtbücherei Lesung
    is_long = is_venue(words[0]) and _AT.search(match["name"]) is not None  # Ärztehaus am Park
    worth = 1.7 if is_event_name(words[:1]) else 3.8 if is_long else 2.4
    return Place(match.start("name"), end, worth, is_bare=True)


def _is_a_list(name: str) -> bool:
    """“Höfe, Garagen und Vorgärten”, “Werke von Bach, Teich und Telemann”: the end of a list of things or persons."""
    first, link, last = name.partition(" und ")
    is_a_name = " " in first or "-" in first or (is_venue(first) and has_venue_head(words_of(last)))
    return bool(link) and (not is_a_name or are_any_of_them(name))


def only_named(plain: str, start: int, end: int, *, is_proper: bool = False) -> Place | None:
    """“Am 3. Mai ist das Museum geöffnet”: a house that a sentence speaks of; if `is_proper` only one with a name of its own."""
    context = Context(plain, [])
    for match in NAMED.finditer(plain, start, end):
        words = words_of(match["name"])
        is_one = not is_no_place(words) and "und" not in words
        is_one = is_one and (has_own_name(match["name"]) if is_proper else not is_event_name(words))
        if is_one and is_a_house(match["name"]) and not context.speaks_against(*match.span("name")):
            return Place(match.start("name"), end_of_name(plain, *match.span("name")), SIGNS["at"])
    return None


def _before_address(layout: Layout, address: Address) -> Place | None:
    plain = layout.text.plain
    line = layout.line_at(address.start)
    floor = max(0, address.start - 110)
    if named := IN_BRACKETS.search(plain, floor, address.start):
        return (
            None
            if is_no_place(words_of(named["name"]))
            else Place(*named.span("name"), SIGNS["address"], address)
        )
    match = next(iter(BEFORE_ADDRESS.finditer(plain, floor, address.start)), None)
    if match is None:
        return None
    start = match.start("name") + (len(article[0]) if (article := _ARTICLE.match(match["name"])) else 0)
    start = behind_a_dash(plain, start, match.end("name"))
    words = words_of(plain[start : match.end("name")])
    is_quoted = match["name"].startswith('"')
    if not words or (is_no_place(words) and not is_quoted) or start < line.start - 90:
        return None
    worth = SIGNS["address"] if address.is_sure or has_venue_head(words) else 3.5
    if match["name"][0].islower() and not has_venue_head(words):  # 3 Kilometer langen Rundkurses
        worth -= 2.0
    worth -= 2.5 if is_event_name(words) and not has_venue_head(words) else 0.0
    return Place(start, match.end("name"), worth, address)


def _behind_address(plain: str, address: Address) -> Place | None:
    """“Talstraße 3 (Haus Morgenrot)”."""
    match = BEHIND_ADDRESS.match(plain, address.end)
    if match is None or is_of_something_else(match["name"]) or not has_venue_head(words_of(match["name"])):
        return None
    return Place(*match.span("name"), SIGNS["address"] + 2.5, address)


class _Beside:
    """The address that stands right behind a name."""

    def __init__(self, text: Text, addresses: list[Address]) -> None:
        self._text = text
        self._addresses = addresses
        self._starts = [address.start for address in addresses]

    def is_inside(self, place: Place) -> bool:
        """“Kirche 2” of “Bei der Kirche 2”, “Ort: Talstraße 3”."""
        number = bisect_right(self._starts, place.start) - 1
        if number < 0 or place.end > self._addresses[number].end_of_street:
            return False
        return place.start > self._starts[number] or place.is_labelled

    def joined(self, place: Place) -> Place:
        number = bisect_left(self._starts, place.start + 1)
        if number < len(self._starts) and self._starts[number] < place.end:
            place = self._cut(place, self._starts[number])
        if place.address is None and number < len(self._starts) and self._starts[number] - place.end <= 14:
            address = self._addresses[number]
            return replace(place, worth=place.worth + 2.0, address=address)
        return place

    def _cut(self, place: Place, stop: int) -> Place:
        """“im Vereinsheim an der Talstraße 15”: the street is not part of the name."""
        end = end_of_name(self._text.plain, place.start, stop)
        if end - place.start < 3:
            return place
        return replace(place, end=end)
