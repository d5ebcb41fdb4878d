"""Towns that hold the same thing one after the other: “Am Samstag macht Altdorf den Anfang, am Sonntag folgen Neudorf und Mitteldorf”."""

import re

from .reading import Reading
from .segments import Group
from .stretches import Stretch

_TOWN = r"[A-ZÄÖÜ][\wäöüß-]{2,}"
_TURN = re.compile(
    rf"\b(?:startet|starten|beginnt|beginnen|folgt|folgen|macht|machen|eröffnet)\s(?:dann\s)?(?P<towns>{_TOWN}(?:(?:, | und ){_TOWN}){{0,3}})"
    r"(?=\s(?:mit|den (?:Anfang|Auftakt)|die Reihe)\b|[,.;!]|$)"
)
_WORD = re.compile(_TOWN)


def town_in_turn(reading: Reading, group: Group) -> Stretch | None:
    """The towns of which this is the day: such as the words for all dates name, too."""
    first, last = reading.layout.sentence_at(group.at)
    match = _TURN.search(reading.plain, max(first, group.start), min(last, max(group.end, group.at_end)))
    if match is None or group.section is None:
        return None
    said = {
        word
        for start, end in group.section.shared
        for word in _WORD.findall(reading.plain, start, min(end, start + 600))
    }
    return match.span("towns") if set(_WORD.findall(match["towns"])) <= said else None
