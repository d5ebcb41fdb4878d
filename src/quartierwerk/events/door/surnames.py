"""By which word of a name a list is sorted.

The rule, as it stands on the printed list: by surname; titles, “von”, “van”, “de” … and what stands in brackets do not
count, ä counts as ae (DIN 5007, variant 2). Before a comma stands the surname; else it is the last word; whoever has one
name only is sorted by it.
"""

import unicodedata
from dataclasses import dataclass

TITLES = frozenset(
    "dr prof herr frau familie fam ing dipl-ing mag med rer nat phil jur hc h.c em pfarrer pfarrerin schwester".split()
)
PARTICLES = frozenset(
    "von vom van de den der des di da do dos du del della el la le zu zum zur und ten ter af av bin ibn".split()
)
LATER = frozenset({"jun", "jr", "sen", "sr", "ii", "iii"})
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"}
)


@dataclass(frozen=True)
class Sorted:
    """A name as lists show it: the surname, then the rest; `key` orders it."""

    surname: str
    rest: str
    key: tuple[str, str]

    def __str__(self) -> str:
        return f"{self.surname}, {self.rest}" if self.rest else self.surname


def sorted_name(name: str) -> Sorted:
    """`Dr. Anna von der Heide` → Heide, Dr. Anna von der."""
    before, comma, after = (part.strip() for part in name.partition(","))
    words = (before if comma and after else name.replace(",", " ")).split()
    at = _surname_at(words, is_whole=bool(comma and after))
    surname = words[at] if words else ""
    given = [*(after.split() if comma and after else []), *words[:at], *words[at + 1 :]]
    counted = " ".join(word for word in given if _plain(word) not in TITLES | PARTICLES)
    return Sorted(surname, " ".join(given), (folded(surname), folded(counted)))


def _surname_at(words: list[str], *, is_whole: bool) -> int:
    """Where the surname stands; `is_whole`: these words are the surname with its particles and titles."""
    counted = [
        n for n, word in enumerate(words) if word[0] != "(" and _plain(word) not in TITLES | PARTICLES | LATER
    ]
    if not counted:
        return len(words) - 1
    return counted[0] if is_whole else counted[-1]


def _plain(word: str) -> str:
    return word.lower().strip(".")


def folded(text: str) -> str:
    """Small letters; ä = ae, ß = ss, without accents."""
    small = unicodedata.normalize("NFC", text).lower().translate(_UMLAUTS)
    return "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
