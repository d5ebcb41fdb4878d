"""Leaves of a programme: day and hour on lines of their own, and what happens below them.

Sa, 19. Januar
18:30 Uhr
Hauptversammlung
Ort: Gasthof Linde
"""

from collections.abc import Callable

from .articles import Article
from .layout import Line
from .reading import Reading

_LEAST = 2  # leaves
_MOST_LINES = 6  # of a leaf that say when
_LONGEST = 40  # characters of such a line
_FEW_WORDS = 3  # “(Ersatztermin”


def dates_above(
    reading: Reading, article: Article, headings: list[Line], is_alone: Callable[[Line], bool]
) -> dict[int, int]:
    """Number of each heading → where the lines above it begin that say when; empty where dates stand below headings."""
    found: dict[int, int] = {}
    lines = reading.layout.lines
    for heading in headings:
        number = heading.number
        while heading.number - number < _MOST_LINES and number and _says_when(reading, lines[number - 1]):
            number -= 1
        start = lines[number].start
        is_dated = reading.dates.within(start, lines[number].end, 1) and is_alone(lines[number])
        if article.body <= start and number < heading.number and is_dated:
            found[heading.number] = start
    behind = [number + 1 for number in found if number + 1 < len(lines)]
    is_below = any(_says_when(reading, lines[number]) for number in behind)
    return found if len(found) >= _LEAST and not is_below else {}


def _says_when(reading: Reading, line: Line) -> bool:
    if line.end - line.start > _LONGEST:
        return False
    place = line.text_start
    if reading.plain.startswith("(", place):
        return len(reading.plain[place : line.end].split()) <= _FEW_WORDS
    return bool(reading.dates.within(place, place + 1, 1) or reading.times.within(place, place + 1, 1))
