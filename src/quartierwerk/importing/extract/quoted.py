"""What stands in quotation marks: a name, with its noun or without; a theme; not a place, and not what somebody says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .frames import EVENT_WORD, QUOTED, THE
from .heads import is_event, is_venue
from .lexicon import MONTHS, WEEKDAYS

_DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS)
_A_SMALL_WORD = re.compile(r"\"[a-zäöüß]+e[nrms]?\"")
_AND = re.compile(r"(?:,| und| sowie| oder)\s(?:(?:der|die|das|dem)\s)?")
_BEIM = ("beim ", "Beim ", "bei dem ", "Bei dem ", "bei der ", "Bei der ")
_SAID = re.compile(QUOTED)
_IS_CALLED = re.compile(  # “„Gut schlafen“ heißt ein Vortrag”
    rf"\s(?:heißt|lautet|ist)\s(?:der Titel\s)?(?:{THE})(?P<name>{EVENT_WORD})(?!\w)"
)
_IS_A_THEME = re.compile(
    r"\s(?:ist|lautet|heißt)\s(?:das|der|unser|ihr|sein)\s(?:\w+e\s)?(?:Motto|Thema|Titel)\b"
)
_SPEECH = re.compile(  # “„Wir freuen uns“, sagt …”, “„Alle sind willkommen.“”
    r"\"[^\"]{2,110}(?:[.,]\"|\",?\s(?:sagt|sagte|so|erklärt|betont|freut|berichtet|lobt|meint|verspricht|resümiert|ergänzt|erzählt)\b)"
)
_NOUN_BEFORE = re.compile(r"(?<![\w.-])(?P<noun>[A-ZÄÖÜ][a-zäöüß-]{3,}(?:-[A-ZÄÖÜ][a-zäöüß]+)*)\s$")
_NOT_JOINED = frozenset(  # what they say of it is no part of its name
    "thema titel motto name namen frage überschrift spruch wort worte begriff stichwort leitwort buch roman krimi werk song lied album artikel "
    "schild plakat bereich ziel idee konzept slogan leitspruch hashtag rubrik label marke uhr sowie".split()
)
_THEME = re.compile(
    rf"\b(?:[Tt]hema|Titel|Motto|Überschrift|heißt(?:\ses)?|lautet|Frage)\b(?:\s(?:ist|lautet|heißt))?[\s:,]*(?P<theme>{QUOTED})|"
    rf"(?P<first>{QUOTED})(?:\s(?:heißt|lautet|ist)\b|[:,\s-]+(?:[Uu]nter diesem (?:Titel|Motto)|[Zz]u diesem Thema)\b)"
)
_OF_A_PLACE = re.compile(
    r"\b(?:im|ins|in|auf|am|an|vor|beim|bei|bei den|bei der|in der|in dem|auf der|\w*gaststätte|\w*gasthof|Hotel|"
    r"\w*restaurant|\w*kneipe|\w*kita|\w*kindergarten|\w*heim|\w*einrichtung(?:en)?|\w*clubs?|\w*klubs?|\w*hütte|\w*haus|\w*café|\w*zentrum|\w*treff|Firma|Verein|Gruppe|\w*initiative|Band|Duo|Trio|Ensemble|Chor|\w*orchester|\w*ensemble|\w*kapelle|\w*chor|(?:theater|laienspiel|tanz|musik|schauspiel)gruppe|spielschar|Reihe|\w*projekt|Bündnis)\s$",
    re.IGNORECASE,
)
_EMPTY_TAIL = re.compile(r"\s(?:zum|zu dem|mit dem|unter dem|über das) (?:\w+en )?(?:Thema|Motto|Titel)$")
_SAYS_ITS_THEME = re.compile(
    rf"\s(?:zum|zu dem|mit dem|unter dem|über das) (?:\w+en )?(?:Thema|Motto|Titel)\s(?P<theme>{QUOTED})$"
)


MARKS = re.compile('["„“”»«]')  # as they stand in a text
_BY_ITSELF = 25.0  # worth
_CALLED = 55.0


@dataclass(frozen=True)
class Theme:
    """`end`: where the name before it ends; `where`: the theme, if any; `is_apart`: not said within the name."""

    end: int
    where: tuple[int, int] | None = None
    is_apart: bool = False


def theme(words: str, start: int, end: int) -> Theme:
    """“… spricht sie zum Thema „Bienen“” belongs to the name, unless that is in quotation marks itself."""
    if said := _SAYS_ITS_THEME.search(words, start, end):  # “Vortrag mit dem Titel „Bienen“”
        return Theme(_without_tail(words, start, said.start()), said.span("theme"))
    end = _without_tail(words, start, end)
    match = None if '"' in words[start:end] else _THEME.search(words)
    found = match.span("theme" if match["theme"] else "first") if match else (start, end)
    return Theme(end, found, is_apart=True) if found[1] <= start or found[0] >= end else Theme(end)


def _without_tail(words: str, start: int, end: int) -> int:
    tail = _EMPTY_TAIL.search(words, start, end)
    return tail.start() if tail and tail.start() > start else end


def quoted_names(words: str) -> Iterator[tuple[int, int, float]]:
    """(start, end, worth): “Krabbelgruppe „Kleine Frösche““ with its noun; “„Gut schlafen“ heißt ein Vortrag”."""
    place_before = -1  # the end of a place's name: “die Clubs „Nord“ und „Süd“”
    for match in _SAID.finditer(words):
        if called := _IS_CALLED.match(words, match.end()):
            yield *called.span("name"), _CALLED
        is_of_a_place = _is_of_a_place(words, match, place_before)
        place_before = match.end() if is_of_a_place else -1
        is_theme = _IS_A_THEME.match(words, match.end())
        if not (is_of_a_place or is_theme or _SPEECH.match(words, match.start())):
            noun = _NOUN_BEFORE.search(words, max(0, match.start() - 40), match.start())
            if noun is None and _A_SMALL_WORD.fullmatch(match[0]):  # die „ausgedienten“ Bäume
                continue
            start = noun.start("noun") if noun and _says_what(noun["noun"]) else match.start()
            yield start, match.end(), _BY_ITSELF


def _is_of_a_place(words: str, said: re.Match[str], place_before: int) -> bool:
    """Behind “im”, “der Club” or another such name; not “beim „Nachmittag der Begegnung““."""
    if _names_an_event(said[0]) and (place_before > 0 or words.endswith(_BEIM, 0, said.start())):
        return False
    is_next = place_before > 0 and _AND.fullmatch(words, place_before, said.start())
    return bool(is_next or _OF_A_PLACE.search(words, max(0, said.start() - 30), said.start()))


def _names_an_event(said: str) -> bool:
    """„Nachmittag der Begegnung“: its first noun."""
    first = said.strip('"').split(" ")[0]
    return is_event(first) and not is_venue(first)


def _says_what(noun: str) -> bool:
    """Neither a day nor a place nor “Thema”."""
    is_place = is_venue(noun) and not is_event(noun)
    return not is_place and noun.lower() not in _NOT_JOINED and not is_day(noun)


def is_day(word: str) -> bool:
    return word.lower().rstrip("s") in _DAYS or word.lower().endswith(tuple(WEEKDAYS))
