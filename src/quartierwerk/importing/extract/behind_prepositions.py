"""What stands behind “im”, “an der”, “bei”: whether it is a place, and what that is worth."""

import re
from collections.abc import Iterator

from .heads import has_venue_head, is_venue
from .place_forms import AFTER_PREPOSITION, BESIDE_WHAT
from .place_names import (
    ABSTRACT,
    are_any_of_them,
    behind_an_event,
    end_of_name,
    first_noun,
    is_a_town,
    is_how,
    is_no_place,
    is_of_something_else,
    is_vague,
    words_of,
)
from .place_worths import SIGNS

Named = tuple[int, int, float]  # start, end, worth

_LEADS_THROUGH = re.compile(
    r"(?:führung|gang|tour|reise|streifzug|wanderung|fahrt|zug|führt|geht|ziehen|zieht|laufen)(?:s|en)?\b[^.!?\n]{0,25}$",
    re.IGNORECASE,
)
_CAPS_GO_ON = re.compile(r"\s(?:MIT|UM|AB|FÜR|BEI|VON|BIS|STATT|EIN|GEGEN|MITTEN)\b.*$", re.DOTALL)
_THE_SAME = ("gleichen ", "selben ", "gewohnten ")  # am gleichen Treffpunkt
_PERHAPS_A_TITLE = 0.8
_NOT_SAID = 4.0  # worth that a name loses if its noun is no place
_WELL_SAID = 3.0  # worth of “im”, “auf dem” and a house
_BY_THE_WAY = ("zum", "zur", "vom", "von der", "bei", "in")


def behind_prepositions(plain: str) -> Iterator[Named]:
    """Behind each preposition; in “im letzten Jahr an der Stadtkirche” the first leads nowhere and the second counts."""
    place = 0
    while match := AFTER_PREPOSITION.search(plain, place):
        if found := _behind(plain, match):
            yield found
        place = match.end() if found else match.start("name") + 1


def _behind(plain: str, match: re.Match[str]) -> Named | None:
    if plain.endswith(("nicht ", "Nicht "), 0, match.start()):  # “nicht im Rathaus, sondern …”
        return None
    start, end = _bounds(plain, match)
    name, preposition = plain[start:end], match["preposition"].lower()
    words = words_of(name)
    if not words or _names_nothing(name, words):
        return None
    is_town = preposition == "in" and is_a_town(words) and name.count("-") < 2  # noqa: PLR2004 in Bad Neustadt
    is_headed = has_venue_head(words) and not is_town
    worth = _worth(preposition, name, words, is_headed=is_headed)
    if not _leads_there(plain, match, name, worth, is_headed=is_headed):
        return None
    is_in_a_title = match["preposition"][0].isupper() and plain.endswith("- ", 0, match.start())
    if is_in_a_title and not is_headed:
        worth -= _PERHAPS_A_TITLE  # 8. Januar - Im Winterwald
    end = _behind_what_it_is_beside(plain, end) if is_headed and len(words) == 1 else end
    return start, end, worth


def _bounds(plain: str, match: re.Match[str]) -> tuple[int, int]:
    start, end = match.start("name"), end_of_name(plain, match.start("name"), match.end("name"))
    start = behind_an_event(plain, start, end)
    if match["preposition"].isupper() and (goes_on := _CAPS_GO_ON.search(plain, start, end)):
        end = goes_on.start()
    return start, end


def _names_nothing(name: str, words: list[str]) -> bool:
    """“am gleichen Treffpunkt”, “im Mai”, “in der Ankündigung”, “im Schnee”."""
    is_quoted = name.startswith('"')
    if name.startswith(_THE_SAME) or (is_no_place(words) and not (is_quoted and name[1:2].isupper())):
        return True
    noun = first_noun(words)
    return (ABSTRACT.search(noun) is not None and not is_venue(noun)) or (is_how(name) and not is_quoted)


def _worth(preposition: str, name: str, words: list[str], *, is_headed: bool) -> float:
    worth = _preposition_worth(preposition) + (
        SIGNS["vague" if is_vague(name) else "head"] if is_headed else 0.0
    )
    capitals = sum(word[0].isupper() and len(word) > 1 for word in words)
    if preposition in _BY_THE_WAY and worth < _WELL_SAID and capitals < 2:  # noqa: PLR2004
        worth -= 1.2 if preposition == "in" else 0.7
    worth += SIGNS["quoted"] if name.startswith('"') else 0.0
    return worth - (_NOT_SAID if is_of_something_else(name) else 0.0)


def _leads_there(plain: str, match: re.Match[str], name: str, worth: float, *, is_headed: bool) -> bool:
    """Not “bei freiem Eintritt”, “in Höfen und Gärten”, “durch das Planungsbüro”, “ab Freitag”."""
    preposition = match["preposition"].lower()
    if preposition == "bei" and name[0].islower():
        return is_headed
    if preposition == "in" and has_venue_head(words_of(name)) and are_any_of_them(name):
        return False
    if preposition == "ab":
        return worth >= _WELL_SAID
    leads_through = _LEADS_THROUGH.search(plain, max(0, match.start() - 60), match.start())
    return not preposition.startswith("durch") or leads_through is not None


def _behind_what_it_is_beside(plain: str, end: int) -> int:
    """“Platz vor der Lukaskirche”: the square says little by itself."""
    beside = BESIDE_WHAT.match(plain, end)
    return beside.end() if beside else end


def _preposition_worth(preposition: str) -> float:
    if preposition.startswith("bei") and not preposition.endswith(("im", "in der")):
        return SIGNS["bei"]
    return (
        SIGNS["in"]
        if preposition.startswith(("i", "bei")) or preposition in ("auf dem", "auf der")
        else SIGNS["near"]
        if preposition.startswith(("a", "r", "v"))
        else SIGNS["at"]
    )
