"""Names of events inside sentences.

Three things make a name: its noun (“Mitgliederversammlung”, `EVENT_HEADS`), the words around it (`FRAMES`: what “findet …
statt”, to what somebody “lädt … ein”), and quotation marks (quoted.py). Each is worth something; the best near the date is taken.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from .frames import CAP, FRAMES, FREE, NAMED, NEEDS_NO_HEAD, OF_WHAT
from .heads import is_event, is_meeting_cafe, is_venue
from .lexicon import NO_PLACE, WEEKDAYS
from .no_names import (
    BROUGHT_ALONG,
    NEEDS_ITS_ADJECTIVE,
    NEVER,
    NOBODY,
    PLAIN_WORDS,
    SAYS_NOTHING_OF_IT,
    is_no_event,
    is_plain_word,
)
from .quoted import is_day, quoted_names, theme

_INTO = re.compile(r"\b(?:im|ins|in der|in dem|in die|in den|auf dem|auf der)\s$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:(?:nach|vor|während|seit|trotz|wegen|anlässlich|bis|rahmen)\s(?:(?:der|dem|den|des)\s)?(?:hl\.\s|heiligen\s)?|des\s)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine?[nmrs]?|[Zz]u[mr]|[Aa]m|[Ii]m|[Bb]eim|"
    r"(?:[Uu]nse?re?|[Ii]hre?|[Ss]eine?|[Dd]iese?|[Jj]ede?)[nmrs]?|[a-zäöüß-]+)\s"
)
_INNER_ARTICLE = re.compile(
    r"\s(?:eine?[nrms]?|der|die|das|den|dem|[Ii]hre?[nmr]?|[Ss]eine?[nmr]?|[Uu]nsere?[nmr]?)\s"
)
_OF_SOMETHING = frozenset("auftakt abschluss reihe serie".split())  # “Auftakt der Preisskatserie”
SERIES = frozenset(
    "reihe serie veranstaltungsreihe vortragsreihe gesprächsreihe lesereihe konzertreihe".split()
)
_OF_DATES = re.compile(r"(?<![\w-])(?P<what>[A-ZÄÖÜ][\w-]{3,}?)s?-?terminen?$")
_PART_OF = re.compile(
    rf"(?:[\w-]+\s){{0,2}}?(?i:{'|'.join(sorted(_OF_SOMETHING | SERIES))})n?\s(?:der|des|von|zur|zum)\s"
)
GENITIVE = re.compile(
    r"\b(?:des|eines|unseres|ihres|seines|dieses)\s(?:[a-zäöüß-]+en\s){0,2}$", re.IGNORECASE
)
_OF_THE = re.compile(r"(?<![\w-])(?P<what>[A-ZÄÖÜ][\w-]{2,}?)e?s$")
_ADJECTIVE_BEFORE = re.compile(r"(?<![\w-])(?P<stem>[a-zäöüß-]{4,}?)e[nmrs]?\s$")
_LONGEST_ADJECTIVE = 30  # characters
_PROPER = re.compile(r"(?:Tag|Woche|Nacht|Lange Nacht|Fest) (?:der|des) ")  # Tag der offenen Tür
_THEME_SAID = 20.0  # more for a name whose theme is said
_SEVERAL = re.compile(
    r"(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|beide|mehrere|zahlreiche|viele|alle|weitere|verschiedene|diese)\b",
    re.IGNORECASE,
)
_A_PART = re.compile(
    r"\b(?:Höhepunkte?|Highlights?|Rahmenprogramm|Zur Stärkung|Für das leibliche Wohl)\b[^.!?;]{0,50}$"
)
_HOLDS_THE = re.compile(
    r"\b(?:veranstaltet|bietet|organisiert|lädt|zeigt|präsentiert|plant)\s(?:der|die|das)\s$"
)
_OF_A_HOST = 25.0  # “bietet der Singkreis”: who, not what
_OF_A_PART = 12.0
_SPOKEN_OF = re.compile(
    rf"(?:(?<![\w,])|{FREE}\b)(?:[Dd]er|[Dd]ie|[Dd]as|[Ee]ine?|[Uu]nsere?|[Zz]um|[Zz]ur)\s"
    rf"(?P<name>(?:(?:Firma|Familie|Band|Gruppe|Theatergruppe)\s{CAP}|{CAP})(?:\s(?:der|des|für)\s{CAP})?)"
)
_WHERE = re.compile(r"(?:Im|Am|In|Auf|Bei|Beim|Vor|Nach|An|Aus|Vom|Hinter|Neben)\s")
_SOMEBODY = re.compile(r"(?:team|verwaltung|verein|verband|amt|spitze|gruppe|beirat)s?$", re.IGNORECASE)
_MARKS = ',.:!?()"„“»«'


@dataclass(frozen=True)
class EventName:
    """`worth`: 30 for a noun of an event, more with the words around it; `theme`: where the words about “Thema: …” stand."""

    start: int
    end: int
    confidence: float
    worth: float
    theme: tuple[int, int] | None = None


def event_name(
    plain: str, first: int, last: int, at: int, loss: Callable[[int, int], float] | None = None
) -> EventName | None:
    """The best name in first … last, for a date at `at`; `loss`: what the name at (start, end) is worth less, if anything."""
    words = plain[first:last].replace("\n", " ")
    found: Iterable[EventName] = _names_in(words)
    if loss is not None:
        found = (
            replace(each, worth=each.worth - loss(first + each.start, first + each.end)) for each in found
        )
    best = max(found, key=lambda each: each.worth - min(60, abs(first + each.start - at) / 3), default=None)
    if best is None or best.worth + _THEME_SAID <= 0:
        return None
    start = _behind_articles(words, _behind_another(words, best.start, best.end), best.end)
    start = _at_its_adjective(words, start, best.end)
    about = theme(words, start, best.end)
    worth = best.worth
    if about.is_apart:
        worth += _THEME_SAID + 30 * is_plain_word(words[start : about.end].lower())
    if worth <= 0:
        return None
    where = (first + about.where[0], first + about.where[1]) if about.where else None
    return EventName(first + start, first + about.end, best.confidence, worth, where)


def plain_name(plain: str, first: int, last: int) -> tuple[int, int] | None:
    """The first noun of an event though it says little: “eine dreistündige Fahrt”; better than no name."""
    words = plain[first:last].replace("\n", " ")
    for each in _names_in(words):
        noun = _noun(words[each.start : each.end]).lower()
        if noun not in NEVER and noun not in NOBODY and not is_venue(noun):
            return first + _behind_articles(words, each.start, each.end), first + each.end
    return None


def subject(plain: str, first: int, last: int) -> tuple[int, int] | None:
    """What a sentence without any name speaks of: “macht das Info-Mobil der Polizei Halt”."""
    for match in _SPOKEN_OF.finditer(plain, first, min(last, first + 300)):
        noun = _noun(match["name"])
        is_nothing = (
            noun.lower() in NOBODY
            or _SOMEBODY.search(noun)
            or noun.lower() in NO_PLACE
            or is_day(noun)
            or is_venue(noun)
        )
        if not is_nothing and not is_no_event(noun):
            return match.span("name")
    return None


@lru_cache(maxsize=256)  # each date of a list looks at the same headlines
def _names_in(words: str) -> tuple[EventName, ...]:
    quoted = (EventName(start, end, 0.65, worth) for start, end, worth in quoted_names(words))
    found = (*_in_frames(words), *_by_head(words), *quoted)
    return tuple(_less_as_a_part(words, _uninflected(words, each)) for each in found)


def _less_as_a_part(words: str, name: EventName) -> EventName:
    """“Ein Höhepunkt ist das Konzert um 19 Uhr”: a part of what it is."""
    if _HOLDS_THE.search(words, max(0, name.start - 40), name.start):
        return replace(name, worth=name.worth - _OF_A_HOST)
    if words.endswith("über die Bühne", 0, name.end):
        return replace(name, worth=-_OF_A_HOST)  # “hätte über die Bühne gehen sollen”
    is_part = _A_PART.search(words, max(0, name.start - 60), name.start)
    return replace(name, worth=name.worth - _OF_A_PART) if is_part else name


def _uninflected(words: str, name: EventName) -> EventName:
    """“die Frühstückstermine” → Frühstück, “des Sommerfestes” → Sommerfest, “Auftakt der Preisskate” → Preisskate."""
    whole = _PART_OF.match(words, name.start, name.end)
    noun = _noun(words[whole.end() : name.end]) if whole else ""
    if whole and is_event(noun) and not is_plain_word(noun.lower()):
        name = replace(name, start=whole.end(), worth=name.worth + 30)
    if date := _OF_DATES.search(words, name.start, name.end):
        is_plain = is_plain_word(date["what"].lower())
        return replace(name, start=date.start("what"), end=date.end("what"), worth=name.worth - 30 * is_plain)
    if GENITIVE.search(words, max(0, name.start - 50), name.start):
        ending = _OF_THE.search(words, name.start, name.end)
        if ending and is_event(ending["what"]):
            return replace(name, end=ending.end("what"))
    return name


def _in_frames(words: str) -> Iterator[EventName]:
    for frame in FRAMES:
        for match in frame.pattern.finditer(words):
            name = match["name"]
            noun = _noun(name)
            has_head = is_event(noun) or name.startswith('"')
            is_empty = noun.lower() in NEVER and '"' not in name
            if is_empty or _WHERE.match(name) or is_no_event(noun) or noun.lower().endswith(tuple(WEEKDAYS)):
                continue
            if (
                noun.lower() in NOBODY
                or (noun.lower() in NO_PLACE and not has_head)
                or not _is_outside(words, match.start("name"))
            ):
                continue
            if has_head or (frame.worth >= NEEDS_NO_HEAD and not is_venue(noun)):
                worth = frame.worth + 2 * _weight(name) + (30 if has_head else -15)
                yield EventName(*match.span("name"), 0.7 if has_head else 0.5, worth)


def _noun(name: str) -> str:
    """The noun of a name: “Lesezeit” of “nächste Lesezeit für Kinder”."""
    found = [word for word in re.split(rf"\s(?:{OF_WHAT})\s|\s\"", name)[0].split() if word[:1].isupper()]
    if found and found[-1].lower() in BROUGHT_ALONG:  # “Festes Schuhwerk” is no feast
        return found[-1]
    return ([word for word in found if is_event(word)] or found or [name])[-1]


def _by_head(words: str) -> Iterator[EventName]:
    for match in NAMED.finditer(words):
        if _is_name(match["name"]) and not _is_inside(words, match):
            worth = 30 + _weight(match["name"]) - 40 * (not _is_outside(words, match.start("name")))
            worth -= 15 * bool(_BETWEEN.search(words, max(0, match.start("name") - 20), match.start("name")))
            yield EventName(*match.span("name"), 0.6, worth)


def uninflected(name: str) -> str:
    """“Vortrags über Bienen” behind “des”: Vortrag über Bienen."""
    first, _blank, rest = name.partition(" ")
    stem = _OF_THE.fullmatch(first)
    return " ".join(filter(None, (stem["what"], rest))) if stem and is_event(stem["what"]) else name


def _is_name(name: str) -> bool:
    """No weekday and no “Termin”."""
    words = name.split()
    return not is_day(words[-1]) and not is_no_event(name.split(' "')[0]) and any(map(is_event, words))


def _is_inside(words: str, match: re.Match[str]) -> bool:
    """A venue one goes into: “im Café Muster”."""
    is_into = bool(_INTO.search(words, max(0, match.start("name") - 10), match.start("name")))
    return (
        is_into
        and not is_meeting_cafe(match["name"])
        and any(is_venue(word) for word in match["name"].split())
    )


def _is_outside(words: str, place: int) -> bool:
    """Neither in brackets nor in quotation marks."""
    return words.count("(", 0, place) == words.count(")", 0, place) and words.count('"', 0, place) % 2 == 0


def _weight(name: str) -> int:
    """A name in quotation marks or with its number says more; a plain word by itself next to nothing."""
    noun = _noun(name).lower()
    place = len(name) - len(noun)
    is_alone = name.lower().endswith(noun) and _at_its_adjective(name, place, len(name)) == place
    is_empty = noun in NEVER or noun in _OF_SOMETHING
    is_plain = (is_plain_word(noun) and is_alone) or (is_empty and '"' not in name)
    is_several = bool(_SEVERAL.match(name))
    return (
        15 * name.endswith('"')
        - 25 * is_several
        + 15 * bool(_PROPER.match(name))
        + 20 * name[0].isdigit()
        - 30 * is_plain
    )


def _behind_another(words: str, start: int, end: int) -> int:
    """“Landfrauen eine Halbtagsfahrt”: the name begins behind the last article before its noun."""
    stop = words.find(_noun(words[start:end]).lstrip('"'), start, end)
    quoted = words.find('"', start, end)
    stop = stop if quoted < 0 else min(stop, quoted)
    found = [each.end() for each in _INNER_ARTICLE.finditer(words, start, max(start, stop))]
    return found[-1] if found else start


def _behind_articles(words: str, start: int, end: int) -> int:
    """Without articles and the inflected adjectives of a sentence: “der städtischen Weihnachtsfeier” → Weihnachtsfeier."""
    while match := _ARTICLE.match(words, start, end):
        start = match.end()
    return start


def _at_its_adjective(words: str, start: int, end: int) -> int:
    """“zu einer besinnlichen Stunde im Advent”: by itself the noun says nothing, with its adjective it is a name."""
    before = _ADJECTIVE_BEFORE.search(words, max(0, start - _LONGEST_ADJECTIVE), start)
    noun = words[start:end].lower()
    is_kept = before and noun in NEEDS_ITS_ADJECTIVE and not before["stem"].startswith(SAYS_NOTHING_OF_IT)
    return before.start() if before and is_kept else start


def same_event(one: str, other: str, *, longer_by: int = 2) -> bool:
    """Both say the same noun of an event: “Flohmarkt am Ufer” and “Flohmarkts”; “Vortrag” and “Vortragsabend” if it may be longer."""
    first, second = (_noun(each).lower().strip(_MARKS) for each in (one, other))
    short, long = sorted((first, second), key=len)
    return is_event(short.capitalize()) and long.startswith(short) and len(long) - len(short) <= longer_by


def event_words(name: str) -> list[str]:
    """Its nouns of events that say something: “sommerfest”."""
    words = [
        word.lower().strip(_MARKS)
        for word in name.split()
        if word[:1].isupper() and is_event(word.strip(_MARKS))
    ]
    return [word for word in words if word not in PLAIN_WORDS]
