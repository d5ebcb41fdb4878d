"""What is known of the town: venues, streets, quarters, area code. A plain value that the app fills from `places`."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

_WORD = re.compile(r"\w+")
_ENDINGS = ("e", "er", "es", "em", "en")
_ADJECTIVE = re.compile(r"(?<=\w{3})e[rsmn]?$")


def key(text: str) -> tuple[str, ...]:
    """Comparable words: small letters, umlauts kept, “str.” written out."""
    return tuple(_word(word) for word in _WORD.findall(unicodedata.normalize("NFC", text).lower()))


def _word(word: str) -> str:
    word = word.replace("ß", "ss")
    return f"{word}asse" if word.endswith("str") else word


@dataclass(frozen=True)
class Known:
    """A venue, a street or a quarter by one of its names; `quarter` is empty where nobody entered it."""

    name: str
    quarter: str = ""
    address: str = ""


@dataclass(frozen=True)
class Gazetteer:
    """`venues`: name → (quarter, street and number); `streets`: name → quarter; `quarters`: name or alias → quarter.

    `area_code` with its leading zero; `town` as it is written in texts.
    """

    venues: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    streets: Mapping[str, str] = field(default_factory=dict)
    quarters: Mapping[str, str] = field(default_factory=dict)
    area_code: str = ""
    town: str = ""

    def venues_in(self, text: str) -> Iterator[tuple[int, int, Known]]:
        """(start, end, venue) of every known venue named in the text, the longest name first where two begin alike."""
        yield from _find(text, self._venue_index)

    def quarters_in(self, text: str) -> Iterator[tuple[int, int, Known]]:
        yield from _find(text, self._quarter_index)

    def quarter_of_street(self, street: str) -> str:
        return self._street_index.get(key(street), "")

    def venue_at(self, address: str) -> Known | None:
        """The venue with this street and number, if there is just one."""
        found = self._address_index.get(key(address), [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _venue_index(self) -> dict[str, list[tuple[tuple[str, ...], Known]]]:
        return _index({name: Known(name, *known) for name, known in self.venues.items()})

    @cached_property
    def _quarter_index(self) -> dict[str, list[tuple[tuple[str, ...], Known]]]:
        return _index({name: Known(name, quarter) for name, quarter in self.quarters.items()})

    @cached_property
    def _street_index(self) -> dict[tuple[str, ...], str]:
        return {key(name): quarter for name, quarter in self.streets.items()}

    @cached_property
    def _address_index(self) -> dict[tuple[str, ...], list[Known]]:
        found: dict[tuple[str, ...], list[Known]] = {}
        for name, (quarter, address) in self.venues.items():
            if address:
                found.setdefault(key(address), []).append(Known(name, quarter, address))
        return found


def _index(known: dict[str, Known]) -> dict[str, list[tuple[tuple[str, ...], Known]]]:
    """First word → names that begin with it, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for name, value in known.items():
        if words := key(name):
            found.setdefault(words[0], []).append((words, value))
    for names in found.values():
        names.sort(key=lambda each: -len(each[0]))
    return found


def _find(
    text: str, index: dict[str, list[tuple[tuple[str, ...], Known]]]
) -> Iterator[tuple[int, int, Known]]:
    if not index:
        return
    words = [(match.start(), match.end(), _word(match[0].lower())) for match in _WORD.finditer(text)]
    place = 0
    while place < len(words):
        hit = _longest(words, place, index.get(_bare(words[place][2], index), []))
        if hit is None:
            place += 1
            continue
        length, known = hit
        yield words[place][0], words[place + length - 1][1], known
        place += length


def _bare(word: str, index: Mapping[str, object]) -> str:
    """A genitive counts as its noun (des Rathauses, des Bürgertreffs), an adjective as its other forms (im Alten Kino)."""
    if word in index:
        return word
    nouns = [word.removesuffix(end) for end in ("es", "s")]
    return next((each for each in (*nouns, *_forms(word)) if each in index), word)


def _forms(word: str) -> list[str]:
    """alten → alte, alter, altes, altem, alten; none of another word."""
    stem = _ADJECTIVE.sub("", word)
    return [stem + end for end in _ENDINGS] if stem != word else []


def _longest(
    words: list[tuple[int, int, str]], place: int, names: list[tuple[tuple[str, ...], Known]]
) -> tuple[int, Known] | None:
    for name, known in names:
        here = words[place : place + len(name)]
        if len(here) == len(name) and all(
            said[2] in (meant, f"{meant}s", f"{meant}es", f"{meant}n")
            or (number < len(name) - 1 and meant in _forms(said[2]))
            for number, (said, meant) in enumerate(zip(here, name, strict=True))
        ):
            return len(name), known
    return None
