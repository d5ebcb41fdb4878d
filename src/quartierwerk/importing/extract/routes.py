"""Ways from place to place in a programme of walks: “Mühlbach – Schwarzkopf – Rote Lache – Mühlbach”.

Its stations are no places at which one meets, and it is not cut where it names what happens.
"""

import re

from .heads import is_event
from .layout import Layout
from .stretches import Stretch

_STATION = r"[A-ZÄÖÜ](?:[^\n;:|()\d\"?!-]|(?<=\w)-(?=\w)){1,40}?"
_ENDS = r"(?=\s*(?:-\s*)?(?:[(\n;:|]|$)|\.?\s*(?:\n|$)|(?<!\bSt)\.\s|,\s(?![^\n-]{1,40}\s-\s))"
_ROUTE = re.compile(rf"(?<![\wäöüß-]){_STATION}(?:\s{{1,3}}-\s{{1,3}}{_STATION}){{2,12}}{_ENDS}")
_DASH = re.compile(r"\s+-\s+")
_WORD = re.compile(r"[\wäöüß-]+")
_ON_FOOT = re.compile(
    r"wander|rad(?:tour|fahr|ler|eln)|höhen(?:meter|unterschied)|\bkilometer|\d\s?km\b|rundweg|spazierg",
    re.IGNORECASE,
)


def routes(layout: Layout) -> list[Stretch]:
    """Where they stand; three stations, in a text that speaks of walking or cycling, or back to where one set out."""
    plain = layout.text.plain
    lines = [line for line in layout.lines if plain.count(" - ", line.start, line.end) > 1]
    walks = bool(lines) and speaks_of_walks(plain, 0, len(plain))
    return [
        match.span()
        for line in lines
        for match in _ROUTE.finditer(plain, line.start, line.end)
        if _is_a_way(match[0], walks=walks)
    ]


def speaks_of_walks(plain: str, start: int, end: int) -> bool:
    return _ON_FOOT.search(plain, start, end) is not None


def _is_a_way(words: str, *, walks: bool) -> bool:
    stations = [_WORD.findall(each) for each in _DASH.split(words)]
    if not all(stations) or any(is_event(station[-1]) for station in stations):
        return False
    return walks or stations[0] == stations[-1]
