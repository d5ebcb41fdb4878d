"""What happens on the days of a weekly programme (weeks.py): each row is cut into its offers, one for each time of day.

The name stands behind the time (“15 Uhr Spielen, 18 Uhr Yoga (5 €)”) or before it (“Spielen 15 Uhr, Yoga 18 Uhr”); what is
said in a row, its price, its number, counts for nothing else.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from .layout import Line
from .reading import Reading
from .recurrence import Recurrence, on_these_days
from .rows import of_row
from .segments import Group, Section
from .stretches import Stretch
from .times import TimeMention, Use

_STARTS = (Use.START, Use.OPEN)
_MOST = 12  # offers of a row
_BREAK = re.compile(r"[,;|/]\s|\n|\s(?:und|sowie)\s")
_ENDS_HEAD = re.compile(r":\s")
_LEADS_TO_HOURS = re.compile(r"(?:[\s,(:-]|\b(?:um|ab|von|jeweils|immer|ca)\b)*$")
_NO_NAME = re.compile(
    r"\([^()]*\)|\b(?:um|ab|von|bis|uhr|jeweils|immer|ca|sonst|jede[nrms]?|alle|im|monat|wochen?|und|sowie|gerade\w*|ungerade\w*|KW|"
    r"erste[nr]?|zweite[nr]?|dritte[nr]?|vierte[nr]?|letzte[nr]?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|14-tägig|14-täglich|täglich)\b",
    re.IGNORECASE,
)
_IS_OFF = re.compile(
    r"\bnach\s(?:vereinbarung|absprache)\b|\bentfällt\b(?!\s(?:am|vom|in|im|an)\b)|\bfällt\b(?!\s(?:am|vom|in|im|an)\b).{0,30}\baus\b|\bgeschlossen\b|\bgeöffnet\b|\böffnungszeit|"
    r"\bsprechzeit|\bbürozeit|\berreichbar\b|\bbesetzt\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"\W*(?:sonst|ansonsten|an den anderen)\b", re.IGNORECASE)
_LEADS_ON = re.compile(r"(?:[\s,;|/]|\b(?:und|sowie)\b)+$")  # “Kinderchor und”, and then the next
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Offer:
    """`start` … `end`: its words; `begins`: behind those that say on which days; `is_sure`: False where the row says when it is
    in a way that has no code."""

    start: int
    end: int
    begins: int
    hour: TimeMention
    code: str
    is_sure: bool


def of_rows(
    reading: Reading, rows: list[Recurrence], sections: list[Section]
) -> list[tuple[Group, TimeMention]]:
    """A group, with its time, for every offer of the rows."""
    if not rows:
        return []
    around = _around(rows, sections)
    found = [
        (_group(reading, row, offer, around), offer.hour) for row in rows for offer in _offers(reading, row)
    ]
    around.groups = [group for group, _hour in found]
    return found


def _around(rows: list[Recurrence], sections: list[Section]) -> Section:
    """The section of the first row, without the rows: what stands there counts for all of them."""
    own = next((each for each in reversed(sections) if each.start <= rows[0].start), sections[0])
    last = next((each for each in reversed(sections) if each.start <= rows[-1].start), own)
    start, shared = own.start, []
    for each in rows:
        if each.row is None:
            continue
        if start < each.row[0]:
            shared.append((start, each.row[0]))
        start = each.row[1]
    if start < last.end:
        shared.append((start, last.end))
    is_above = own.heading is not None and rows[0].row is not None and own.heading.end <= rows[0].row[0]
    heading = own.heading if is_above else None  # “MONTAG” above its offers names none of them
    return Section(
        own.start, last.end, heading, shared=[*shared[-1:], *shared[:-1]], event_words=own.event_words
    )


def _offers(reading: Reading, row: Recurrence) -> list[Offer]:
    if row.row is None or row.code == "closed:":
        return []
    first, end = row.name[0] if row.name else row.end, row.row[1]
    hours = [each for each in reading.times.within(row.end, end, _MOST) if each.use in _STARTS]
    if not hours:
        return []
    is_named_first = _says_something(reading.plain[first : hours[0].start])
    cuts = [_cut(reading, one, other, is_named_first=is_named_first) for one, other in pairwise(hours)]
    head = _ENDS_HEAD.search(reading.plain, row.end, hours[0].start)
    of_all = reading.plain[row.end : head.start()] if head else ""
    code = on_these_days(of_all, row.code)
    return [
        offer
        for hour, start, stop in zip(hours, [first, *cuts], [*cuts, end], strict=True)
        if (offer := _offer(reading, hour, (start, stop), code)) is not None
    ]


def _says_something(words: str) -> bool:
    return any(map(str.isalpha, _NO_NAME.sub("", words)))


def _cut(reading: Reading, one: TimeMention, other: TimeMention, *, is_named_first: bool) -> int:
    """Where the words of the next offer begin: at a comma between the times, with a name behind it if names come first."""
    series = reading.recurrences.within(one.end, other.start, 3)
    breaks = [
        match.end()
        for match in _BREAK.finditer(reading.plain, one.end, other.start)
        if not any(each.start <= match.start() < each.end for each in series)
        and reading.plain.count("(", one.end, match.start())
        == reading.plain.count(")", one.end, match.start())
    ]
    if is_named_first:
        named = [each for each in breaks if _says_something(reading.plain[each : other.start])]
        return named[-1] if named else other.start
    if breaks:
        return breaks[-1]
    lead = _LEADS_TO_HOURS.search(reading.plain, one.end, other.start)
    return lead.start() if lead else other.start


def _offer(reading: Reading, hour: TimeMention, stretch: Stretch, code: str) -> Offer | None:
    """None where nothing is named, or what is named is off or only the hours of an office."""
    start, end = stretch
    words = reading.plain[start:end]
    if not _says_something(words.replace(reading.plain[hour.start : hour.end], " ")) or _IS_OFF.search(
        _BRACKETS.sub("", words)
    ):
        return None
    said = [each for each in reading.recurrences.within(start, end, 3) if not each.row]
    with_days = [each.code for each in said if not each.code.endswith(":")]
    code = with_days[0] if with_days else on_these_days(words, code)
    begins = max([each.end for each in said if each.end <= hour.start], default=start)
    return Offer(start, end, begins, hour, code, not _OTHERWISE.match(words))


def _group(reading: Reading, row: Recurrence, offer: Offer, section: Section) -> Group:
    line = reading.layout.line_at(offer.hour.start)
    first = max(offer.begins, line.text_start)
    end = max(first, offer.start + len(_LEADS_ON.sub("", reading.plain[offer.start : offer.end])))
    own_line = replace(line, start=first, end=min(line.end, end), bullet=0, hashes=0)
    found = Group(
        offer.hour.start, offer.hour.end, [], own_line, offer.start, end, is_row=True, section=section
    )
    label = of_row(reading, found)
    found.named = (
        row.name or _line_above(reading, offer, line) or ((label.start, label.end) if label else None)
    )
    found.recurrence = replace(row, code=offer.code, is_sure=row.is_sure and offer.is_sure)
    return found


def _line_above(reading: Reading, offer: Offer, line: Line) -> Stretch | None:
    """“Frauencafé / Im Garten / 10 bis 12 Uhr”: the first line of an offer whose time stands below it."""
    first = reading.layout.line_at(offer.start)
    lines = reading.layout.lines[first.number : line.number]
    stretches = [(max(each.text_start, offer.start), each.end) for each in lines]
    return next((each for each in stretches if _says_something(reading.plain[slice(*each)])), None)
