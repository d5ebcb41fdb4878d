"""What a programme says once for all its items, and where it says so: in what leads to its list, and below it.

Items of a list are alike: where each before the last has one line, so has the last, and the lines below it are for all.
Behind the last date a text that has turned to all (“Beginn ist immer um 20 Uhr. Karten gibt es …”) does not turn back.
"""

import re
from itertools import pairwise, takewhile

from .layout import Line
from .places import Place
from .reading import Reading
from .segments import Group, Section
from .sharing import OF_EACH, SENTENCES_OF_ALL, with_their_numbers
from .stretches import Stretch
from .times import TimeMention

OF_ALL = re.compile(
    r"\b(?:alle|beide|sämtliche|die)\s(?:\w+\s)?(?:veranstaltungen|termine|treffen|vorträge|"
    r"kurse|abende|konzerte|lesungen|führungen|angebote|sitzungen|workshops|vorstellungen)\s(?:finden|beginnen|sind|starten|dauern|kosten)\b",
    re.IGNORECASE,
)
EACH = re.compile(
    r"\b(?:jeweils|überall|stets|jedes ?mal|immer\s(?:um|ab|von)|(?:wenn|soweit|falls) nicht anders|"
    r"an (?:allen|beiden|den (?:beiden|drei|vier)) (?:tagen|abenden|terminen))\b",
    re.IGNORECASE,
)
_BEGINS_THEM = re.compile(
    r"\b(?:beginn\w*|begonnen|uhrzeit|zeit|wann|start\w*|gestartet|los geht(?:'s| es)|treffpunkt|treffen|trifft|abmarsch|abfahrt|"
    r"lesungen|konzerte|vorträge|proben|findet|finden)\b[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:[Dd]anach|[Aa]nschließend|[Ii]m Anschluss|[Hh]interher|[Ss]päter|[Rr]ück\w+)\b")
_NOTHING_OR_A_FEAST = re.compile(
    r"[\W\d_]*(?:[A-ZÄÖÜ][a-zäöüß]*(?:tag|abend|fahrt|leichnam|mittwoch)[\W_]*)?"
)
_NAMED_WELL = 3.0  # worth of a place
_SETS_OUT = re.compile(
    r"\b(?:Treffpunkt|Treff|Startpunkt|Start|Abfahrt|Abmarsch|[Gg]estartet|[Ss]tarten|(?:treffen|trifft) (?:sich|uns|man)|"
    r"treffen (?:\w+ )?sich)\b(?:[^.!?\n]|(?<=\d)\.){0,70}$"
)
_ALL_IN = re.compile(
    r"\b(?:[Aa]lle|[Ss]ämtliche|[Bb]eide)\s(?:\w+\s)?[A-ZÄÖÜ]\w+e?[nrs]?\s(?:(?:finden|beginnen|starten|sind)\s(?:[^.!?\n]|(?<=\d)\.){0,40}?)?"
    r"(?:in|im|auf|am|an)(?:\sde[rmn])?\s$"
)
_NEAR = 80  # characters before a place
_LOOKED_AT = 40  # sentences between a date and the list below it


def said_of_all(reading: Reading, last: Group) -> list[Stretch]:
    """Behind the last date: “Beide Veranstaltungen finden im Rathaus statt”, “Anmeldungen nimmt das Büro entgegen”."""
    layout = reading.layout
    number = layout.sentence_number(last.at)
    end = layout.sentence(number)[1]
    found = [(start, end) for start in (_turns(reading, last, end),) if start is not None]
    behind = found or [(last.at_end, end)]
    is_of_all = bool(found)
    for following in range(number + 1, number + 1 + SENTENCES_OF_ALL):
        start, end = layout.sentence(following)
        if end <= start or start >= last.end:
            break
        behind = [*behind, (start, end)]
        is_of_all = is_of_all or any(form.search(reading.plain, start, end) for form in (OF_ALL, EACH))
        if is_of_all or OF_EACH.search(reading.plain, start, end):
            found = [*found, (start, end)]
    return with_their_numbers(reading, behind, found)


def _turns(reading: Reading, last: Group, end: int) -> int | None:
    """Where the sentence of the last date turns to all: at once, or with a line “jeweils 10 bis 13 Uhr” below it."""
    if OF_ALL.search(reading.plain, last.at_end, end):
        return last.at_end
    below = reading.layout.lines[last.line.number + 1 : last.line.number + 2]
    return next(
        (line.start for line in below if line.start < end and EACH.match(reading.plain, line.text_start)),
        None,
    )


def is_a_line_each(groups: list[Group]) -> bool:
    """Each item has its line and nothing below it, as far as the last one shows."""
    rows = list(takewhile(lambda group: group.is_row, reversed(groups)))
    return len(rows) > 1 and all(one.line.number - 1 == other.line.number for one, other in pairwise(rows))


def goes_on(reading: Reading, line: Line) -> bool:
    """A line that begins small is the rest of the one above."""
    return reading.plain[line.text_start : line.text_start + 1].islower() and not EACH.match(
        reading.plain, line.text_start
    )


def lead_to_lists(reading: Reading, section: Section) -> None:
    """What stands between a date in a sentence and the list below it counts for the items of the list.

    “Wir treffen uns um 20 Uhr im Dorfhaus zu folgenden Terminen:” is no word about the concert of the sentences before.
    """
    for number, (before, first) in enumerate(pairwise(section.groups), 1):
        rows = [group for group in section.groups[number:] if opens_its_line(reading, group)]
        if before.led or opens_its_line(reading, before) or len(rows) < 2 or first is not rows[0]:
            continue
        led = _led(reading, before, first.line.start)
        for group in rows:
            group.led = led
        if led and reading.plain[led[0][1] - 1 : led[0][1]] == ":":
            before.end = max(before.at_end, min(before.end, led[0][0]))


def _led(reading: Reading, before: Group, end: int) -> list[Stretch]:
    """The sentence right above the list that ends with a colon, and those of other paragraphs that speak of all."""
    layout = reading.layout
    last = layout.sentence_number(end - 1)
    if layout.sentence(last)[0] >= end:
        last -= 1
    found: list[Stretch] = []
    for number in range(last, max(-1, last - _LOOKED_AT), -1):
        start, stop = layout.sentence(number)
        if start <= before.at:
            break
        said = reading.plain[start:stop].rstrip()
        is_lead = number == last and said.endswith(":")
        is_below = layout.line_at(start).block != before.line.block
        is_of_all = is_below and any(form.search(said) for form in (EACH, OF_ALL, OF_EACH))
        if is_lead or is_of_all:
            found.append((start, start + len(said)))
    return found


def says_where(reading: Reading, group: Group) -> bool:
    """Whether the programme says for all where it is: in a field, with “jeweils”, or in the sentence of its time."""
    section = group.section
    if section is None:
        return False
    if section.says_where is None:
        section.says_where = any(
            place.is_labelled or _is_for_all(reading, *reading.layout.sentence_at(place.start))
            for stretch in [*group.led, *section.shared]
            for place in reading.places.within(*stretch, 20)
            if place.worth >= _NAMED_WELL
        )
    return section.says_where


def _is_for_all(reading: Reading, start: int, end: int) -> bool:
    is_said = any(form.search(reading.plain, start, end) for form in (EACH, OF_ALL))
    return (
        is_said
        or bool(reading.times.within(start, end, 1))
        or bool(reading.recurrences.within(start, end, 1))
    )


def opens_its_line(reading: Reading, group: Group) -> bool:
    """A line of a list that begins with its day."""
    return (
        group.is_row
        and _NOTHING_OR_A_FEAST.fullmatch(reading.plain, group.line.text_start, group.at) is not None
    )


def have_no_hours(reading: Reading, groups: list[Group]) -> bool:
    """A list whose lines begin with a day and say no time."""
    rows = [group.line for group in groups if opens_its_line(reading, group)]
    return len(rows) > 1 and not any(reading.times.within(line.start, line.end, 1) for line in rows)


def begins_them(reading: Reading, mention: TimeMention) -> bool:
    """“Wir beginnen um 11.15 Uhr”, “Wann: 18.30-20 Uhr”, “Treffpunkt 9 Uhr am Dorfbrunnen” above or below such a list."""
    start, end = reading.layout.sentence_at(mention.start)
    start = max(start, reading.layout.line_at(mention.start).start)
    is_of_a_day = reading.dates.within(start, end, 1) or _LATER.search(reading.plain, start, mention.start)
    return not is_of_a_day and bool(_BEGINS_THEM.search(reading.plain, start, mention.start))


def sets_out_from(reading: Reading, place: Place) -> bool:
    """“Treffpunkt ist um 9.30 Uhr am Parkplatz”: where one meets, wherever it leads."""
    first, last = reading.layout.sentence_at(place.start)
    first = max(first, place.start - _NEAR)
    is_later = _LATER.search(reading.plain, first, last)
    return bool(_SETS_OUT.search(reading.plain, first, place.start)) and not is_later


def is_of_all(reading: Reading, place: Place) -> bool:
    """“Alle Veranstaltungen in der Bücherei sind abgesagt”."""
    return bool(_ALL_IN.search(reading.plain, max(0, place.start - _NEAR), place.start))
