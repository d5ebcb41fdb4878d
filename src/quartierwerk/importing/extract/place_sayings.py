"""Sentences that say of a house that something is there: it invites, it is visited, it is entered, it becomes a stage."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .heads import has_venue_head, is_event_name, is_meeting_cafe, is_venue
from .layout import Layout
from .place_forms import (
    BRACKETED,
    ENTERED,
    HOST,
    HOST_BY_NAME,
    ONLINE,
    SAID_TO_BE,
    SMALL,
    TRIP,
    TURNED,
    VISIT,
)
from .place_names import (
    ABSTRACT,
    end_of_name,
    has_own_name,
    is_a_house,
    is_no_place,
    is_of_something_else,
    words_of,
)

_SHORTEST_HOUSE = 10  # letters of a name of one word


@dataclass(frozen=True)
class Saying:
    """`sign`: what it is worth (`place_worths.SIGNS`); `words`: one of them is in the sentence, in small letters."""

    form: re.Pattern[str]
    sign: str
    is_one: Callable[[str], bool]
    words: tuple[str, ...]
    is_labelled: bool = False


@dataclass(frozen=True)
class Said:
    start: int
    end: int
    sign: str
    is_labelled: bool


def said_places(layout: Layout) -> Iterator[Said]:
    plain = layout.text.plain
    for saying in _SAYINGS:
        for match in _matches(layout, saying):
            group = match.lastgroup or "name"
            if saying.is_one(match[group]):
                start, end = match.span(group)
                yield Said(start, end_of_name(plain, start, end), saying.sign, saying.is_labelled)


def _matches(layout: Layout, saying: Saying) -> Iterator[re.Match[str]]:
    for number in layout.sentences_saying(saying.words):
        yield from saying.form.finditer(layout.text.plain, *layout.sentence(number))


def _is_somewhere(name: str) -> bool:
    return not is_no_place(words_of(name)) and not is_of_something_else(name)


def _is_a_town(name: str) -> bool:
    return not is_no_place([name])


def _has_a_head(name: str) -> bool:
    return has_venue_head(words_of(name))


def _has_an_own_name(name: str) -> bool:
    """“Café Muster”, “Stadtmuseum”; not “Mülheim”, “Straßenfest”."""
    words = words_of(name)
    is_an_event = is_event_name(words) and not is_venue(words[0])
    return (
        is_a_house(name)
        and (has_own_name(name) or (len(words) > 1 and is_venue(words[0]) and not is_meeting_cafe(name)))
        and not is_an_event
        and (len(words) > 1 or len(name) >= _SHORTEST_HOUSE)
    )


def _is_a_square(name: str) -> bool:
    """“Der Alte Markt wird zur Bühne”."""
    return _has_a_head(name) and _is_somewhere(name)


def _is_written_small(name: str) -> bool:
    """“im kulturbunker”: as the house writes itself; not “im großen”."""
    return is_venue(name) and not ABSTRACT.search(name) and not is_no_place([name])


def _is_a_place(name: str) -> bool:
    """“Filmabend (Kulturscheune)”."""
    return is_a_house(name) and not is_event_name(words_of(name)) and _is_somewhere(name)


_HOLDS = (
    "liest", "lädt", "bietet", "veranstaltet", "beteiligt", "zeigt", "öffnet", "organisiert", "präsentiert", "feiert",
    "setzt", "begrüßt", "empfängt", "bittet",
)  # fmt: skip
_TOURS = (
    "besichtigung",
    "besuch",
    "führung",
    "rundgang",
    "erkundung",
    "fahrt",
    "ausflug",
    "reise",
    "tour",
    "wanderung",
)
_CALLS = (
    "online",
    "digital",
    "zoom",
    "teams",
    "webex",
    "jitsi",
    "bigbluebutton",
    "skype",
    "video",
    "livestream",
    "internet",
)
_POINTS = ("veranstaltungsort", "treffpunkt", "schauplatz", "ort ", "startpunkt")
_SAYINGS = (
    Saying(TRIP, "trip", _is_a_town, ("nach ",)),
    Saying(VISIT, "trip", _is_somewhere, _TOURS),
    Saying(HOST, "host", is_a_house, _HOLDS),
    Saying(HOST_BY_NAME, "host", _has_an_own_name, _HOLDS),
    Saying(SAID_TO_BE, "label", _is_somewhere, _POINTS),
    Saying(ENTERED, "host", _has_a_head, ("betreten", "zutritt", "zugang", "einlass"), is_labelled=True),
    Saying(TURNED, "turned", _is_a_square, ("verwandel", "wird ")),
    Saying(BRACKETED, "bracketed", _is_a_place, ("(",)),
    Saying(ONLINE, "online", bool, _CALLS),
    Saying(
        SMALL, "small", _is_written_small, ("im ", "in der ", "am ", "an der ", "auf de", "vor de", "beim ")
    ),
)
