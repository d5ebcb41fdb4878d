"""Whether a name of the directory that stands in a text means that place: “Altes Rathaus am Untermarkt” is not the “Rathaus”."""

import re
from collections.abc import Iterator

from .gazetteer import Gazetteer, Known, key

_WORD_BEFORE = re.compile(r"([\w-]+)\s$")
_OTHER = re.compile(
    r"[A-ZÄÖÜ][\wäöüß-]+e[nrms]?$|(?:alt|neu|ehemalig|früher|einstig|damalig|vormalig|gegenüberliegend)e[nrms]?$"
)
_NO_ADJECTIVE = frozenset(
    "der die des dem den eine einer eines einem einen diese dieser dieses diesem unsere unserer unseres unserem unseren ihre "
    "ihrer seine seiner keine jede jeder alle wie viele neben seitens ende bitte heute morgen hohe".split()
)
_PLACE_WORD = (
    r"(?:straße|strasse|str\.|weg|platz|markt|gasse|allee|ring|ufer|damm|steig|berg|tor|chaussee|stieg|anger)"
)
_STREET_BEHIND = re.compile(
    rf",?\s(?:\(|-\s)?(?:(?:am|an der|an dem|in der|im|auf dem|auf der)\s)?"
    rf"(?P<street>(?:[A-ZÄÖÜ][\w-]*\s){{0,2}}(?:[A-ZÄÖÜ][\wäöüß-]*{_PLACE_WORD}|(?i:{_PLACE_WORD})))(?!\w)"
)


def known_places(plain: str, gazetteer: Gazetteer) -> Iterator[tuple[int, int, Known]]:
    """(start, end, venue) of the known venues that the text means by their names."""
    for start, end, known in gazetteer.venues_in(plain):
        if not _is_another(plain, start, gazetteer.town) and not _stands_elsewhere(plain, end, known):
            yield start, end, known


def _is_another(plain: str, start: int, town: str) -> bool:
    """“Alten Rathaus”; “Hattinger Rathaus” is the town's own."""
    match = _WORD_BEFORE.search(plain, max(0, start - 30), start)
    if match is None or match[1].lower() in _NO_ADJECTIVE or not _OTHER.match(match[1]):
        return False
    return not (town and match[1].lower().startswith(town.lower()[:-2]))


def _stands_elsewhere(plain: str, end: int, known: Known) -> bool:
    """Right behind it a street or a square that is not the venue's own."""
    match = _STREET_BEHIND.match(plain, end, min(len(plain), end + 60))
    if match is None or not known.address:
        return False
    return not set(key(match["street"])) & {*key(known.address), *key(known.name)}
