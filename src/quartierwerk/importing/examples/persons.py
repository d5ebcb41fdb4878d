"""Who is named in a text: the words of names, by titles, roles, signatures and first names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from ..extract.heads import is_event, is_venue
from ..extract.lexicon import MONTHS, WEEKDAYS
from ..extract.reading import Reading
from ..extract.stretches import Stretches
from .placed import spans
from .words import (
    ALSO_WORDS,
    CLOSINGS,
    DOES,
    FIRST_NAMES,
    GROUPS,
    NO_NAMES,
    OF_PERSONS,
    PARTICLES,
    ROLES,
    SIGNED,
    TITLES,
    WITH_FAMILY_NAME,
)

_UPPER = "A-ZÄÖÜÀ-ÖØ-ÞŞŠŽŁİĆČĐŚŹŻ"
WORD = rf"[{_UPPER}][^\W\d_]+(?:[-'][{_UPPER}][^\W\d_]+){{0,4}}(?:-[{_UPPER}]\.)?"
_PARTICLES = "|".join(sorted(PARTICLES - {"und"}))
_FAMILY = rf"(?:(?:{_PARTICLES})\s){{0,2}}{WORD}"
_FULL = rf"{WORD}(?:[ ]{WORD}|[ ][{_UPPER}]\.)?[ ]{_FAMILY}"
_TITLED = re.compile(
    rf"(?<![\w-])(?:(?:{TITLES})[ ]){{1,4}}(?P<name>{_FAMILY}(?:[ ]{_FAMILY}){{0,2}})(?![\w])"
)
_IN_A_ROLE = re.compile(rf"(?<![\w-]){ROLES}(?:[ ](?:ist|war|wird))?:?[ ](?P<name>{_FULL})(?!\w)")
_SIGNED = re.compile(rf"(?<![\w-])(?:{SIGNED})\s{{1,2}}(?:(?:{TITLES})\s){{0,3}}(?P<name>{_FULL})(?!\w)")
_SIGNED_SHORT = re.compile(rf"(?<!\w)(?:gez\.|i\.\s?A\.|i\.\s?V\.)\s(?P<name>(?:[{_UPPER}]\.\s)?{WORD})")
_BY_INITIAL = re.compile(  # “K. Preuß”; no “e. V. Muster”, no “Raum A. Beginn”
    rf"(?<![\w.])(?<![\s(]\w\.\s)(?<!Raum )(?<!Saal )(?<!Haus )(?<!Halle )(?<!Gruppe )(?<!Klasse )(?<!Teil )"
    rf"[{_UPPER}]\.(?:[ ]?[{_UPPER}]\.)?[ ]?(?P<name>{_FAMILY})(?!\w)"
)
_CLOSED = re.compile(
    rf"(?:{CLOSINGS})[^\n]{{0,40}}?,?\s{{1,6}}(?P<name>{WORD}(?:[ ]{_FAMILY}){{0,2}}|[{_UPPER}]\.\s?{WORD})[ ]*(?=\n|$|[,(])"
)
_BYLINE = re.compile(rf"^(?:von|Von|VON)[ ](?P<name>{_FULL})[ ]*$", re.MULTILINE)
_PAIR = rf"(?P<name>{WORD}[ ]{WORD})"
_DOES = re.compile(
    rf"(?<![\w-])(?<!\b[Dd]er )(?<!\b[Dd]ie )(?<!\b[Dd]as ){_PAIR}(?=\s?\(\d\d\)|\s(?:{DOES})\b)"
)
_WITH = re.compile(
    rf"\b(?:{OF_PERSONS})\s{_PAIR}(?=[.,;:!?)(\n]|\s(?:und|aus|am|an|vom|von|unter|um)\b|\s?$)"
)
_GROUP = re.compile(rf"^(?:{GROUPS})|(?:{GROUPS})(?:e|en|er|n|s)?$")
_BEFORE_A_NAME = re.compile(rf"(?<![\w.-])(?P<first>{WORD})(?=\s(?P<last>{WORD}))")
_A_TITLE = re.compile(rf"(?:{TITLES}|{ROLES})")
_CAPITALISED = re.compile(rf"(?<![\w@./-]){WORD}(?![\w@]|\.\w)")
_SMALL = re.compile(r"(?<![\w.@/-])[a-zäöüß]{3,}(?![\w@/-]|\.\w)")
_HOLY = re.compile(r"\b(?:St\.?|Sankt|Hl\.|Heilige[rn]?|Mariä)\s$", re.IGNORECASE)
_ALSO = ALSO_WORDS | set(WEEKDAYS) | set(MONTHS)
_NOT = NO_NAMES | _ALSO
_HEADS = frozenset("haus kirche saal schule platz zentrum heim halle straße weg park allee".split())


@dataclass
class Persons:
    """`full`: names of several words. `words`: each word of a name, small → whether it is a family name.

    `only_named`: words that are also something else, such as Sommer; they count behind a title or in a full name only.
    """

    full: set[tuple[str, ...]] = field(default_factory=set)
    words: dict[str, bool] = field(default_factory=dict)
    only_named: set[str] = field(default_factory=set)

    def add(self, name: str) -> None:
        """“Dr. Petra von der Heide”: titles and particles are nobody's."""
        words = [word for word in name.split() if _is_name(word)]
        if len(words) > 1:
            self.full.add(tuple(word.casefold() for word in words))
        for number, word in enumerate(words):
            is_family = number == len(words) - 1 and not (len(words) == 1 and _is_first(word))
            self.words.setdefault(word.casefold(), is_family)


def persons(reading: Reading, known: Iterable[str]) -> Persons:
    """Those named in the text, and those in `known`."""
    found = Persons()
    for name in known:
        for one in re.split(r"[,;/\n]|\sund\s|\s&\s", name):
            found.add(_bare(one))
    named = [name for name in _named(reading) if name]
    families = {name.split()[-1] for name in named}
    for name in named:
        found.add(name[:-1] if name.endswith("s") and name.split()[-1][:-1] in families else name)
    for name in _first_names_of(reading, found):
        found.add(name)
    plain_words = _plain_words(reading)
    found.only_named = {
        word
        for word in found.words
        if word in plain_words or word in _ALSO or is_event(word) or is_venue(word)
    }
    return found


def _plain_words(reading: Reading) -> set[str]:
    """Those written small, outside of addresses."""
    addresses = Stretches(spans(reading.emails) + spans(reading.links))
    return {match[0] for match in _SMALL.finditer(reading.plain) if not addresses.meet(*match.span())}


def _bare(name: str) -> str:
    return re.sub(rf"(?<![\w-])(?:{TITLES})(?=\s)", " ", name)


def _named(reading: Reading) -> Iterator[str]:
    plain = reading.plain
    said = set(re.findall(WORD, plain))
    for pattern in (_TITLED, _IN_A_ROLE, _SIGNED, _SIGNED_SHORT, _CLOSED, _BYLINE, _BY_INITIAL):
        for match in pattern.finditer(plain):
            first = match["name"].split()[0]
            is_else = pattern is _BY_INITIAL and (first.casefold() in _NOT or _GROUP.search(first.casefold()))
            is_house = pattern in (_SIGNED, _CLOSED) and is_venue(
                first
            )  # “Kita Regenbogen” below the greeting
            if is_else or is_house or (pattern is _IN_A_ROLE and _is_group(first)):
                continue  # “1. Vorsitzende Nachbarschaftsverein Musterdorf e. V.”
            yield _until_no_name(match["name"], said)
    yield from _by_first_name(reading)
    yield from _by_what_they_do(reading)


def _until_no_name(name: str, said: set[str]) -> str:
    """“Müller Telefon” → Müller; “Sommer” behind a title is a name."""
    words: list[str] = []
    for word in name.split():
        if word in PARTICLES:
            if len(words) > 1 or (word in ("der", "dem", "den") and not any(map(_is_first, words))):
                break  # “Frau Müller von der Volkshochschule”
            continue
        if word.casefold() in (_NOT if words else NO_NAMES) or (words and _is_thing(word, words[-1], said)):
            break
        words.append(word)
    return " ".join(words)


def _is_thing(word: str, before: str, said: set[str]) -> bool:
    """“Quellmanns Kuchen”: what somebody has, if Quellmann is named, too; “Muster Konzert”."""
    is_owned = before.endswith("s") and before[:-1] in said
    is_other = is_owned or is_event(word) or word.casefold() in _HEADS
    return is_other and not _is_first(before)


def _by_what_they_do(reading: Reading) -> Iterator[str]:
    """“Agathe Muster liest”, “mit Agathe Muster”, “Agathe Muster (47)”: two words that are nothing else."""
    stays = Stretches(protected(reading))
    for pattern in (_DOES, _WITH):
        for match in pattern.finditer(reading.plain):
            first, *_between, last = match["name"].split()
            if not (_is_group(first) or _is_group(last) or stays.meet(*match.span("name"))):
                yield match["name"]


def _is_group(word: str) -> bool:
    small = word.casefold()
    return small in _NOT or is_event(word) or is_venue(word) or bool(_GROUP.search(small))


def _first_names_of(reading: Reading, found: Persons) -> list[str]:
    """“Agathe Muster”, where Frau Muster is known already."""
    names = []
    for match in _BEFORE_A_NAME.finditer(reading.plain):
        first, last = match["first"], match["last"]
        family = next(
            (each for each in (last, last.removesuffix("s")) if found.words.get(each.casefold())), ""
        )
        if (
            family
            and first.casefold() not in found.words
            and not _is_group(first)
            and not _A_TITLE.fullmatch(first)
        ):
            names.append(f"{first} {family}")
    return names


def _by_first_name(reading: Reading) -> Iterator[str]:
    """“Sabine Kurz” and “Sabine” anywhere but in names of places."""
    stays = Stretches(protected(reading))
    words = list(_CAPITALISED.finditer(reading.plain))
    number = 0
    while number < len(words):
        match = words[number]
        number += 1
        if not _is_first(match[0]) or _HOLY.search(reading.plain, max(0, match.start() - 12), match.start()):
            continue
        last = match
        is_clear = match[0].split("-")[0].capitalize() in FIRST_NAMES
        while number < len(words) and _goes_on(reading.plain, last, words[number], is_clear):
            last = words[number]
            number += 1
        if (is_clear or last is not match) and not stays.meet(*match.span()):
            yield reading.plain[match.start() : last.end()]


def _goes_on(plain: str, last: re.Match[str], word: re.Match[str], is_clear: bool) -> bool:
    """Whether the word belongs to the name; behind a saint's name “Gemeindehaus” does not."""
    between = plain[last.end() : word.start()]
    is_beside = between == " " or (
        between.startswith(" ") and between.endswith(" ") and set(between.split()) <= PARTICLES - {"und"}
    )
    small = word[0].casefold()
    is_complete = not _is_first(last[0])
    is_thing = not is_clear and (is_event(word[0]) or is_venue(word[0]))
    return is_beside and not (is_complete or is_thing or small in _NOT or small in _HEADS)


def protected(reading: Reading) -> list[tuple[int, int]]:
    """Where names stay as they are, because they are those of places."""
    every = spans(reading.places) + spans(reading.addresses)
    return [stretch for stretch in every if not _is_a_person(reading, stretch)]


def _is_a_person(reading: Reading, stretch: tuple[int, int]) -> bool:
    """“bei Petra Neuhaus”, “Musik von Petra Muster” are read as places, but name somebody and nothing one goes to."""
    words = reading.plain[stretch[0] : stretch[1]].split()
    first = next((number for number, word in enumerate(words) if word in FIRST_NAMES), None)
    if first is None or any(is_venue(word) for word in words[:first]):
        return False
    family = list(takewhile(lambda word: word[:1].isupper(), words[first + 1 :]))
    is_place = any(word.casefold() in _HEADS for word in family) or (len(family) > 1 and is_venue(family[-1]))
    return not is_place


def _is_first(word: str) -> bool:
    first = word.split("-")[0]
    first = first.capitalize() if first.isupper() else first
    return first in FIRST_NAMES or first in WITH_FAMILY_NAME


def _is_name(word: str) -> bool:
    return (
        bool(re.fullmatch(WORD, word))
        and word.casefold() not in PARTICLES
        and word.casefold() not in NO_NAMES
    )
