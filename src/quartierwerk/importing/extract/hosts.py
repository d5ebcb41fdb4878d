"""The house of who invites: the last resort where nothing says a place, and always with a doubt.

“Neues aus dem Mehrgenerationenhaus” above the text, “Kita Regenbogen, Waldweg 8” below the greeting. A club, an office or a parish
has no house for that; it meets wherever it says (`place_names.is_a_house`).
"""

import re
from collections.abc import Iterable

from .addresses import Address, addresses
from .heads import is_event_name, is_venue
from .layout import Layout
from .place_forms import NAME
from .place_names import end_of_name, has_own_name, is_a_house, words_of
from .places import Place
from .stretches import Stretch
from .text import Text

_WORTH = 1.5
_SHORTEST_HOUSE = 10  # letters
_LONGEST_HEADLINE = 80
_HEADLINES = 2
_TO_ITS_STREET = 80  # characters
_DIGIT = re.compile(r"\d")
_PART = re.compile(r"[^,;|*/()\n]+?(?=\s-\s|\s?[,;|*/()\n]|$)")
_SPEAKS = re.compile(
    rf"\b(?:(?:[Aa]us|[Ii]n|[Vv]on)\s(?:der|dem|unserer|unserem)|[Ii]m|[Vv]om|[Dd]er|[Dd]es)\s(?P<name>{NAME})"
)


def host_above(layout: Layout) -> Place | None:
    """“Neues aus dem Mehrgenerationenhaus”, “Programm der Stadtbücherei”."""
    for line in layout.lines[:_HEADLINES]:
        if line.end - line.start <= _LONGEST_HEADLINE:
            for match in _SPEAKS.finditer(layout.text.plain, line.start, line.end):
                if _is_the_house(match["name"]):
                    start, end = match.span("name")
                    return Place(
                        start, end_of_name(layout.text.plain, start, end), _WORTH, is_of_the_host=True
                    )
    return None


def host_below(signature: Text, lines: Iterable[Stretch]) -> Place | None:
    """Below the greeting, with its street. `signature`: the text, of which only `lines` are read."""
    for start, end in lines:
        for match in _PART.finditer(signature.plain, start, end):
            first = match.end() - len(match[0].lstrip(" -"))
            name = signature.plain[first : match.end()]
            if _signs(name):
                said = signature.unhidden(first, match.end())
                return Place(
                    first,
                    match.end(),
                    _WORTH,
                    _street(signature, match.end()),
                    said=said,
                    is_of_the_host=True,
                )
    return None


def _is_the_house(name: str) -> bool:
    """“Mehrgenerationenhaus”; not “Mülheim”."""
    is_long_enough = len(name) >= _SHORTEST_HOUSE or len(words_of(name)) > 1
    return is_long_enough and is_a_house(name) and has_own_name(name) and not is_event_name(words_of(name))


def _signs(name: str) -> bool:
    """“Kita Regenbogen”, “Alte Schmiede Musterstadt”."""
    first, *others = words_of(name) or [""]
    begins = is_venue(first) or (
        first.endswith(("e", "er", "es", "Ev", "Kath")) and is_venue(others[0]) if others else False
    )
    return bool(others) and begins and not _DIGIT.search(name) and is_a_house(name)


def _street(signature: Text, end: int) -> Address | None:
    found = (each for each in addresses(signature, []) if 0 <= each.start - end <= _TO_ITS_STREET)
    return next(found, None)
