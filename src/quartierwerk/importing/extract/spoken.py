"""Names of an event in the sentences around its date: in its own, in those before, in those behind (names.py finds them)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .draft import Value
from .heads import is_event
from .names import GENITIVE, EventName, event_name, uninflected
from .phrases import LONGEST, is_generic, titled
from .reading import Reading
from .rows import Candidate
from .segments import Group, Section

_OWN = 10.0  # more for a name in the date's own sentence
_SENTENCES_BACK = 6
_SENTENCES_AHEAD = 3
_LEAST_OF_A_POINT = 5.0
_OF_AN_EVENT = 30  # worth of a name that has the noun of an event
_LEADS_TO_DAY = re.compile(r"(?:\s(?:zum|zur|zu|am|an|vom|von|der|dem|den|des|für|über|ab))*\s*$")
_OF_ANOTHER = 40.0  # off where that sentence has a date of its own
_CLEAR = 25.0  # worth of a name of a date's own sentence beside which those of sentences before it count less
_BEHIND_ITS_OWN = 25.0
_SURELY_A_PLACE = 3.5  # worth of a place with the head of a venue behind “im”
_LONGEST_PLACE = 60
_NAMELESS = re.compile(  # “Es gibt einen Stammtisch. Der erste findet am 5. März statt”
    r"(?:Der|Die|Das) (?:erste|zweite|nächste|letzte)\s(?:findet|ist|startet|beginnt|trifft|wird|steigt)\b"
)
_OF_THE_SAME = 30.0
_LONGEST_DAYS = 40  # “Am 12. und 13. November”
_SENTENCES_OF_A_LEAD = 2
_IN_THE_LEAD = 5.0
_OF_A_PLACE = 25.0  # off for a name that says where


def in_sentences(reading: Reading, group: Group) -> Iterator[Candidate]:
    """Names in the date's sentence; less, and less the further away, in those before it."""
    layout = reading.layout
    number = layout.sentence_number(group.at)
    first, last = layout.sentence(number)
    here = _name(reading, max(first, group.start), max(group.at_end, min(last, group.end)), group.at)
    if here and _is_no_day(reading, here):
        yield Candidate(of_name(reading, here), here.worth + _OWN)
    for start, end in group.also[:3]:
        there = _name(reading, start, min(end, layout.sentence_at(start)[1]), start)
        if there and _is_no_day(reading, there):
            yield Candidate(of_name(reading, there), there.worth)
    begin = floor(reading, group.section) if group.section else first
    begin = group.start if group.point else begin
    is_one_of_several = bool(group.section and len(group.section.groups) > 1)
    less = _BEHIND_ITS_OWN if here and is_one_of_several and here.worth >= _CLEAR else 0.0
    yield from (replace(each, worth=each.worth - less) for each in names_before(reading, number, begin))
    if group.is_row and group.section and group.section.groups:  # what leads to the list
        yield from names_before(reading, layout.sentence_number(group.section.groups[0].at), begin)


def has_own_name(reading: Reading, group: Group) -> bool:
    """Whether what is said of one of several places names something."""
    name = _name(reading, group.start, max(group.end, group.at_end), group.at)
    return bool(name and _is_no_day(reading, name) and name.worth >= _LEAST_OF_A_POINT)


def names_before(reading: Reading, number: int, floor: int) -> Iterator[Candidate]:
    is_same = _NAMELESS.match(reading.plain, reading.layout.sentence(number)[0])
    for back in range(1, min(number, _SENTENCES_BACK) + 1):
        first, last = reading.layout.sentence(number - back)
        if last <= first or first < floor:
            break
        name = _name(reading, first, last, last)
        if name and _is_no_day(reading, name):
            is_of_another = bool(reading.dates.within(first, last, 1))
            worth = 0.6 * name.worth + 10 - 3 * back - _OF_ANOTHER * is_of_another
            yield Candidate(of_name(reading, name), worth + (_OF_THE_SAME if is_same and back == 1 else 0.0))


def names_behind(reading: Reading, group: Group) -> Iterator[Candidate]:
    """“Am Samstag wird der Platz zur Bühne. Beim Kinderfest der Pfarrei gibt es Kuchen.”"""
    number = reading.layout.sentence_number(group.at)
    for ahead in range(1, _SENTENCES_AHEAD + 1):
        first, last = reading.layout.sentence(number + ahead)
        if first >= group.end or last <= first or reading.dates.within(first, last, 1):
            break
        name = _name(reading, first, last, first)
        if name and name.worth >= _OF_AN_EVENT:
            yield Candidate(of_name(reading, name), name.worth - 3 * ahead)


def in_the_lead(reading: Reading, group: Group) -> Iterator[Candidate]:
    """What the first two sentences speak of, for a date far below that nothing else names."""
    layout, section = reading.layout, group.section
    number = layout.sentence_number(section.start if section else group.start)
    for ahead in range(_SENTENCES_OF_A_LEAD):
        first, last = layout.sentence(number + ahead)
        name = _name(reading, first, last, first) if first < last <= group.at else None
        if name and name.worth >= _OF_AN_EVENT and _is_no_day(reading, name):
            yield Candidate(of_name(reading, name), name.worth - _IN_THE_LEAD * (ahead + 1))


def _is_no_day(reading: Reading, name: EventName) -> bool:
    """“Dreikönigstag” where it says when."""
    near = reading.dates.within(max(0, name.start - _LONGEST_DAYS), name.end, 20)
    return all(each.end <= name.start for each in near)


def _name(reading: Reading, first: int, last: int, at: int) -> EventName | None:
    """The best name of a sentence; one that is the name of a place, or within it, is worth less."""
    name = event_name(reading.plain, first, last, at, lambda start, end: _loss(reading, start, end))
    return _without_day(reading, name) if name else None


def _without_day(reading: Reading, name: EventName) -> EventName:
    """“Festgottesdienst zum zweiten Advent”: the day in it is no part of the name, and does not make the name a day."""
    days = reading.dates.within(name.start, name.end, 1)
    before = _LEADS_TO_DAY.sub("", reading.plain[name.start : days[0].start]) if days else ""
    names_it = before.split(" ")[-1]
    return replace(name, end=name.start + len(before)) if names_it and is_event(names_it) else name


def _loss(reading: Reading, start: int, end: int) -> float:
    """“im Garten des Nachbarschaftstreffs”, “auf dem Kartoffelmarkt”: where it is rather than what."""
    is_a_place = any(
        each.worth >= _SURELY_A_PLACE and end <= each.end and each.start <= start
        for each in reading.places.within(max(0, start - _LONGEST_PLACE), end, 20)
    )
    return _OF_A_PLACE if is_a_place else 0.0


def of_name(reading: Reading, name: EventName) -> Value[str]:
    said = titled(reading, name.start, name.end, name.confidence, guessed=True)
    if said and GENITIVE.search(reading.plain, max(0, name.start - 12), name.start):
        said = replace(said, value=uninflected(said.value))
    if said is None or name.theme is None:
        return said or Value("Veranstaltung", (), 0.1)
    theme = reading.text.said(*name.theme)
    return replace(
        said, value=f"{said.value} {theme}"[:LONGEST], spans=(*said.spans, reading.text.span(*name.theme))
    )


def floor(reading: Reading, section: Section) -> int:
    """Where the words begin that may name what happens in this section: above a heading like “Die Termine:” too."""
    if section.heading is None or not is_generic(reading.layout.said(section.heading)):
        return section.start
    above = reading.layout.heading_before(section.start - 1) if section.start else None
    return above.start if above else 0
