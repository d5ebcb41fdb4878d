"""How many may come (“max. 15 Plätze”, “auf 12 Teilnehmende begrenzt”), and how many dates a course has (“8x”, “acht Abende”)."""

import re
from dataclasses import dataclass

from .layout import Layout
from .lexicon import NUMBERS
from .registration import RegistrationWords

_MOST_DATES = 60  # of a series; more are no course
_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_NUMBER = rf"\b(?P<number>\d{{1,4}}|(?:{_WORDS}))"
_WHO = (
    r"(?:Plätzen?|Personen|Teilnehm\w+|TN|Gästen?|Kindern?|Menschen|Leuten?|Paaren?|Jugendlichen?|"
    r"Senior\w+|Frauen|Männern?|Erwachsenen?|Anmeldungen)\b"
)
_MOST = r"(?:max(?:\.|imal)?|höchstens|bis zu)\s"
_LIMITED = r"(?:begrenzt|beschränkt|limitiert)\b"
_SIZE = r"\b(?:Teilnehm\w*zahl|Platzzahl|Gruppengröße|Teilnehmer|Plätze)\b"
_FORMS = (
    re.compile(rf"\b{_MOST}(?:nur\s)?{_NUMBER}\s(?:\w+e[nr]?\s)?{_WHO}", re.IGNORECASE),
    re.compile(rf"{_SIZE}[^.;!?\n\d]{{0,30}}?\bauf\s(?:{_MOST})?{_NUMBER}\b(?:\s{_WHO})?\s{_LIMITED}", re.IGNORECASE),
    re.compile(rf"\bauf\s(?:{_MOST})?{_NUMBER}\s{_WHO}\s{_LIMITED}", re.IGNORECASE),
    re.compile(rf"\bPlatz (?:(?:ist|gibt es|haben wir) )?(?:nur )?für (?:{_MOST})?{_NUMBER}\s{_WHO}", re.IGNORECASE),
    re.compile(rf"\b{_LIMITED}\sauf\s(?:{_MOST})?{_NUMBER}\s{_WHO}", re.IGNORECASE),
    re.compile(rf"{_SIZE}:?\s(?:ist\s)?(?:{_MOST})?{_NUMBER}(?!\s?(?:Uhr|€|Euro|\w))", re.IGNORECASE),
)  # fmt: skip
_BESIDE_SIGN_UP = re.compile(rf"{_NUMBER}\s(?:freie\s|verfügbare\s)?Plätze\b", re.IGNORECASE)
_DATES = re.compile(
    rf"(?<![\d.,:/-])(?:\b(?P<times>\d{{1,2}})\s?[x×]|{_NUMBER}\s(?:\w+e\s)?(?:Terminen?|Abenden?|Treffen|Nachmittagen?|Vormittagen?|"
    r"Kurstagen?|Kursabenden?|Kurseinheiten|Unterrichtseinheiten|Einheiten|Mal)\b|\b(?P<often>\d{1,2})-?mal)\b",
    re.IGNORECASE,
)
_SAID_OF_GUESTS = (
    "plätze",
    "platz",
    "personen",
    "teilnehm",
    "gäste",
    "max",
    "höchstens",
    "bis zu",
    "begrenzt",
    "beschränkt",
)
_SAID_OF_DATES = ("termin", "abend", "treffen", "mittag", "kurstag", "einheiten", "mal", "x", "×")


@dataclass(frozen=True)
class Number:
    start: int
    end: int
    value: int


def capacities(layout: Layout, signing_up: RegistrationWords) -> list[Number]:
    """In order; bare “20 Plätze” count only beside words about registration."""
    plain = layout.text.plain
    found: list[Number] = []
    for number in layout.sentences_saying(_SAID_OF_GUESTS):
        start, end = layout.sentence(number)
        forms = (*_FORMS, _BESIDE_SIGN_UP) if _is_near(layout, signing_up, number) else _FORMS
        matches = [match for form in forms if (match := form.search(plain, start, end))]
        if matches and (value := _value(matches[0]["number"])):
            found.append(Number(*matches[0].span(), value))
    return found


def _is_near(layout: Layout, signing_up: RegistrationWords, number: int) -> bool:
    """The sentence, the one before or the one behind speaks of registration."""
    beside = (layout.sentence(each) for each in (number - 1, number, number + 1) if each >= 0)
    return any(end > start and signing_up.are_said_at(start) for start, end in beside)


def numbers_of_dates(layout: Layout) -> list[Number]:
    """In order."""
    found = []
    for number in layout.sentences_saying(_SAID_OF_DATES):
        for match in _DATES.finditer(layout.text.plain, *layout.sentence(number)):
            value = _value(match["times"] or match["often"] or match["number"])
            if 1 < value <= _MOST_DATES:
                found.append(Number(*match.span(), value))
    return found


def _value(said: str) -> int:
    return int(said) if said.isdigit() else NUMBERS.get(said.lower(), 0)
