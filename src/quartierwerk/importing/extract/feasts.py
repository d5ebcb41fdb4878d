"""Days that the calendar gives by a rule: feasts, Sundays before Christmas, “am ersten Sonntag im Oktober”.

`HOLIDAYS` is the table; a year that is not said is that of the next one, or of one that is just over.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from .draft import DoubtKind
from .lexicon import MONTHS, ORDINALS, WEEKDAYS
from .years import Resolved

JUST_OVER = 60  # days; “am Pfingstmontag” in June is the one that was


def _advent(year: int, number: int) -> date:
    fourth = date(year, 12, 24) - timedelta(days=(date(year, 12, 24).weekday() + 1) % 7)
    return fourth - timedelta(weeks=4 - number)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    r"neujahr(?:stag)?": lambda year: date(year, 1, 1),
    r"(?:heilige[nr]?\s)?drei\s?könig(?:e|stag)?|epiphanias": lambda year: date(year, 1, 6),
    r"weiberfastnacht|altweiber(?:fastnacht)?": lambda year: easter(year) - timedelta(days=52),
    r"rosenmontag": lambda year: easter(year) - timedelta(days=48),
    r"aschermittwoch": lambda year: easter(year) - timedelta(days=46),
    r"palmsonntag": lambda year: easter(year) - timedelta(days=7),
    r"gründonnerstag": lambda year: easter(year) - timedelta(days=3),
    r"karfreitag": lambda year: easter(year) - timedelta(days=2),
    r"karsamstag": lambda year: easter(year) - timedelta(days=1),
    r"ostersonntag": lambda year: easter(year),
    r"ostermontag": lambda year: easter(year) + timedelta(days=1),
    r"maifeiertag|tag der arbeit": lambda year: date(year, 5, 1),
    r"(?:christi\s)?himmelfahrt(?:stag)?": lambda year: easter(year) + timedelta(days=39),
    r"pfingstsonntag": lambda year: easter(year) + timedelta(days=49),
    r"pfingstmontag": lambda year: easter(year) + timedelta(days=50),
    r"fronleichnam": lambda year: easter(year) + timedelta(days=60),
    r"tag der (?:deutschen )?einheit": lambda year: date(year, 10, 3),
    r"reformationstag": lambda year: date(year, 10, 31),
    r"allerheiligen": lambda year: date(year, 11, 1),
    r"(?:st\. )?martinstag": lambda year: date(year, 11, 11),
    r"(?:buß- und bettag)": lambda year: _advent(year, 1) - timedelta(days=11),
    r"volkstrauertag": lambda year: _advent(year, 1) - timedelta(days=14),
    r"(?:totensonntag|ewigkeitssonntag)": lambda year: _advent(year, 1) - timedelta(days=7),
    r"(?:1\.|ersten) advent(?:ssonntag)?": lambda year: _advent(year, 1),
    r"(?:2\.|zweiten) advent(?:ssonntag)?": lambda year: _advent(year, 2),
    r"(?:3\.|dritten) advent(?:ssonntag)?": lambda year: _advent(year, 3),
    r"(?:4\.|vierten) advent(?:ssonntag)?": lambda year: _advent(year, 4),
    r"nikolaustag": lambda year: date(year, 12, 6),
    r"heilig(?:e[rn]?)?\s?abend": lambda year: date(year, 12, 24),
    r"(?:1\.|ersten) weihnachts(?:feier)?tag": lambda year: date(year, 12, 25),
    r"(?:2\.|zweiten) weihnachts(?:feier)?tag": lambda year: date(year, 12, 26),
    r"silvester(?:abend)?": lambda year: date(year, 12, 31),
}

_MOST = 5  # no month has more Sundays
_NUMBERS = {
    **{word: number for word, number in ORDINALS.items() if number <= _MOST},
    **{f"{number}.": number for number in range(1, _MOST + 1)},
    "letzt": -1,
    "vorletzt": -2,
}
_NUMBER = "|".join(re.escape(word) for word in sorted(_NUMBERS, key=len, reverse=True))
OF_MONTH = rf"(?:{_NUMBER})(?:en)?\s(?:{'|'.join(WEEKDAYS)})\s(?:im|des(?:\smonats)?|in)\s(?:{'|'.join(MONTHS)})s?(?:\s(?:19|20)\d\d)?"
FEAST = "|".join((*HOLIDAYS, OF_MONTH))
_RULES = [(re.compile(pattern, re.IGNORECASE), rule) for pattern, rule in HOLIDAYS.items()]


def feast(name: str, reference: date) -> Resolved:
    """The day called so, next to `reference`."""
    rule = _rule(name)
    if rule is None or not 2 < reference.year < 9998:
        return Resolved(None, 0.0, (DoubtKind.NO_SUCH_DATE,))
    near = [rule(year) for year in (reference.year - 1, reference.year, reference.year + 1)]
    days = [day for day in near if day]
    recent = [day for day in days if 0 <= (reference - day).days <= JUST_OVER]
    coming = [day for day in days if day >= reference]
    if not days:
        return Resolved(None, 0.0, (DoubtKind.NO_SUCH_DATE,))
    return Resolved((recent[-1:] or coming or days)[0], 0.7, (DoubtKind.RELATIVE_DATE,))


def is_of_month(name: str) -> bool:
    """“letzten Samstag im August” is as much of a date as “28. August”."""
    return bool(re.fullmatch(OF_MONTH, " ".join(name.lower().split()), re.IGNORECASE))


def _rule(name: str) -> Callable[[int], date | None] | None:
    words = name.lower().split()
    if not is_of_month(name):
        return next((rule for pattern, rule in _RULES if pattern.fullmatch(name)), None)
    number = _NUMBERS[words[0].removesuffix("en")]
    said = int(words.pop()) if words[-1].isdigit() else None
    month = MONTHS.get(words[-1]) or MONTHS[words[-1].removesuffix("s")]
    return lambda year: _nth(said or year, month, WEEKDAYS[words[1]], number)


def _nth(year: int, month: int, weekday: int, number: int) -> date | None:
    """None where a month has no fifth one."""
    length = monthrange(year, month)[1]
    days = [day for day in range(1, length + 1) if date(year, month, day).weekday() == weekday]
    place = number - 1 if number > 0 else number
    return date(year, month, days[place]) if place < len(days) else None
