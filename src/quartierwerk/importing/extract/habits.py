"""Several series in one sentence: “Montags treffen sich die Frauen um 15 Uhr, dienstags ist um 17 Uhr Schach, mittwochs ist zu.”

Each weekday has the clause in which it stands, with its own time and words; what is closed on its day is none.
"""

import re
from dataclasses import replace
from itertools import pairwise

from .reading import Reading
from .recurrence import Recurrence
from .stretches import Stretch
from .times import TimeMention, Use

_BREAK = re.compile(r"[,;:]\s(?:(?:und|aber|sowie)\s)?|\s(?:und|sowie|aber)\s|\s-\s")
# Behind its day a time and then a name, without a verb.
_LISTS = re.compile(
    r"[,:]?\s(?:(?:um|ab|von|gegen)\s)?\d{1,2}(?:[.:]\d\d)?(?:\s?(?:-|bis)\s?\d{1,2}(?:[.:]\d\d)?)?\s?(?:Uhr|h)[,:]?\s(?:[a-zäöü]+e[nrs]?\s)?[„\"]?[A-ZÄÖÜ]"
)
_MOST = 12  # of one sentence
_ALL_WEEK = 4  # commas in the code of five days: the hours of a house
_CLOSED = re.compile(
    r"\b(?:geschlossen|ruhetag|entfällt|fällt\b.{0,40}\baus|zu|frei|pause|keine?\s\w+)\b\W*$|\b(?:ist|bleibt|haben|hat)\b.{0,40}\b(?:zu|geschlossen)\b",
    re.IGNORECASE,
)


def is_closed(words: str) -> bool:
    """“mittwochs ist geschlossen”, “freitags bleibt das Haus zu”."""
    return bool(_CLOSED.search(words))


def clauses(reading: Reading, sentence: Stretch) -> list[tuple[Recurrence, Stretch, TimeMention | None]]:
    """Each series of a sentence with its clause and its time; empty where fewer than two have a time of their own."""
    said = [each for each in reading.recurrences.within(*sentence, _MOST) if not each.code.endswith(":")]
    if len(said) < 2 or any(each.code.count(",") >= _ALL_WEEK for each in said):
        return []
    cuts = [_cut(reading, one.end, other.start) for one, other in pairwise(said)]
    stretches = zip([sentence[0], *cuts], [*cuts, sentence[1]], strict=True)
    found = [
        (each, stretch, _hour(reading, each, stretch)) for each, stretch in zip(said, stretches, strict=True)
    ]
    timed = [hour for _each, _stretch, hour in found if hour is not None]
    return found if len(timed) > 1 else []


def _cut(reading: Reading, start: int, end: int) -> int:
    breaks = list(_BREAK.finditer(reading.plain, start, end))
    return breaks[-1].end() if breaks else end


def _hour(reading: Reading, each: Recurrence, stretch: Stretch) -> TimeMention | None:
    """Behind the day, else before it."""
    found = [hour for hour in reading.times.within(*stretch, _MOST) if hour.use in (Use.START, Use.OPEN)]
    return next(iter([hour for hour in found if hour.start >= each.end] or found), None)


def as_row(reading: Reading, each: Recurrence, stretch: Stretch) -> Recurrence | None:
    """“dienstags um 10 Uhr Gymnastik und um 17 Uhr Englisch”: a clause that lists like a row of a programme (weeks.py)."""
    return replace(each, row=stretch) if _LISTS.match(reading.plain, each.end, stretch[1]) else None
