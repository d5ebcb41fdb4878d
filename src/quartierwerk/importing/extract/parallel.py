"""One day, several events side by side: a field with a time below each heading, items of an overview (“Oberdorf: …”),
several meeting points, or sentences that say what else takes place."""

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from .articles import Article
from .layout import Line, is_field
from .lexicon import WEEKDAYS
from .one_day import BESIDE_IT
from .reading import Reading
from .segments import Group, Section
from .times import TimeMention, Use
from .timetables import LINE as OF_A_TIMETABLE

_TIME_FIELD = re.compile(r"(?:zeit|uhrzeit|beginn|wann|start)\s?:", re.IGNORECASE)
ITEM = re.compile(
    r"(?:>\s?)?(?P<name>[A-ZÄÖÜ][\w.-]++(?:[ /][ /-]{0,2}[\w.-]++){0,3})(?::(?:\s|$)|\s-\s(?=[A-ZÄÖÜ]))"
)
_NO_ITEMS = frozenset(
    [
        *WEEKDAYS,
        *"programm hinweis anfahrt kasse parken essen achtung wichtig tipp info infos".split(),
        *"öffnungszeit öffnungszeiten geöffnet sprechzeiten".split(),
    ]
)
_HELD = re.compile(r"\b(?:findet|finden)\b(?:[^.!?]|(?<=\d)\.){0,200}\bstatt\b", re.IGNORECASE)
_AND_NAME = re.compile(
    r"\b(?:und|sowie)\s(?:das|die|der|den|ein|eine|einen)\s(?:[a-zäöüß]+\s)?[A-ZÄÖÜ][\w-]{3,}\s(?:mit\s(?:[a-zäöü]+\s)?[A-ZÄÖÜ][\w-]+\s)?(?:um|ab|gegen)\s?\Z"
)
_AND_AT = re.compile(r"\b(?:und|sowie)\s(?:um|ab|gegen)\s?\Z")
_TO = re.compile(r"\szu[mr]\s")
_FAR = 40  # lines
_FEW = 4  # groups of a section in which sentences are looked through
_STARTS = (Use.START, Use.OPEN)
_ROWS = 2  # days of a list
_SHORT = 110  # characters of a line of a list
_BEFORE_ITS_DAY = 6  # characters
_BESIDE = 12  # characters between a day and its time
_LINES_BELOW = 8
_ONLY_THEN = re.compile(
    r"(?:(?:anschließend|danach|später|im anschluss|abends|nachmittags)[,:]?\s)?(?:(?:um|ab|von|gegen|ca\.)\s)*",
    re.IGNORECASE,
)
_NAME_BEHIND = re.compile(
    r"[\s:,|-]{1,4}(?!(?:Einlass|Ende|Beginn|Abfahrt|Treffpunkt|Rückfahrt|Aufbau|Abbau|Kasse|Uhr)\b)[„\"(]?(?:[a-zäöü]{3,10}\s){0,2}[A-ZÄÖÜ]\w"
)
_LINK = 30  # characters that join two times
_THEN = re.compile(r"(?:,|;|\sund|\ssowie)\s(?:und\s|sowie\s|dann\s|ebenfalls\s)*(?:um|ab|gegen)\s$")
_RIGHT_BEHIND = 24  # characters between a time and its place
_AT = re.compile(
    r"\s(?:am|an der|an den|im|in der|in den|auf dem|auf der|vor dem|vor der|beim|bei der)\s(?:[a-zäöü]+n\s)?"
)
_POINT = re.compile(r"(?:Treffpunkt|Startpunkt|Abfahrt|Start|Ort)\s(?P<point>[A-ZÄÖÜ\d][^:\n]{0,30}):\s")


def by_fields(
    reading: Reading, article: Article, groups: list[Group], sections: list[Section]
) -> list[Group]:
    """One date for all, and below several headings a field with a time each (“Zeit: 11-18 Uhr”): each is an event."""
    starts = [section.start for section in sections]
    dated = {bisect_right(starts, group.at) for group in groups}
    found = []
    for hour in reading.times.within(article.start, article.end):
        line = reading.layout.line_at(hour.start)
        number = bisect_right(starts, hour.start)
        is_field = _TIME_FIELD.match(reading.plain, line.text_start) and number not in dated
        if is_field and hour.use in _STARTS and groups and groups[0].at < hour.start:
            found.append((number, hour, line))
    if len({number for number, _hour, _line in found}) < 2:
        found = _side_by_side(reading, sections, dated, groups)
    if not found:
        return groups
    days = groups[0].slots
    if len({slot.day for group in groups if group.at < found[0][1].start for slot in group.slots}) != 1:
        return groups
    new = [
        Group(hour.start, hour.end, days, line, sections[number - 1].start, time=hour)
        for number, hour, line in found
    ]
    kept = [group for group in groups if group.at > found[0][1].start]
    return sorted([*new, *kept], key=lambda group: group.at)


def _side_by_side(
    reading: Reading, sections: list[Section], dated: set[int], groups: list[Group]
) -> list[tuple[int, TimeMention, Line]]:
    """Below headings without a day lines “15 - 17 Uhr Kaffee …”, not one after the other: stations of a day, no programme."""
    found: list[tuple[int, TimeMention, Line]] = []
    for number, section in enumerate(sections, 1):
        if number in dated or section.heading is None or not groups or section.start < groups[0].at:
            continue
        first = next(
            iter(reading.layout.lines[section.heading.number + 1 : section.heading.number + 2]), None
        )
        hours = reading.times.within(first.start, min(first.end, section.end), 1) if first else []
        if first and hours and _ONLY_THEN.fullmatch(reading.plain, first.text_start, hours[0].start):
            found.append((number, hours[0], first))
    starts = [hour.starts[0] for _number, hour, _line in found if hour.use in _STARTS]
    is_programme = all(one < other for one, other in pairwise(starts))
    return found if len(starts) == len(found) > 1 and not is_programme else []


def by_items(reading: Reading, groups: list[Group]) -> list[Group]:
    """Below a day two or more paragraphs “Oberdorf: … um 17 Uhr …”: each is an event."""
    found: list[Group] = []
    for number, group in enumerate(groups):
        stop = groups[number + 1].at if number + 1 < len(groups) else len(reading.plain)
        items = _items_below(reading, group, stop)
        if len({name for name, _line, _hour in items}) < 2:
            found.append(group)
            continue
        if reading.times.within(group.at_end, reading.layout.sentence_at(group.at)[1], 1):
            found.append(group)
        found += [
            Group(hour.start, hour.end, group.slots, line, line.start, is_row=True, time=hour)
            for _name, line, hour in items
        ]
    return found


def by_bullets(reading: Reading, groups: list[Group]) -> list[Group]:
    """“Osternacht, 31.3.:” above points with times that are not one after the other: several, and no programme."""
    found: list[Group] = []
    for group in groups:
        below = _bullets_below(reading, group)
        is_programme = all(one.starts < other.starts for (_, one), (_, other) in pairwise(below))
        rows = [
            Group(hour.start, hour.end, group.slots, line, line.start, is_row=True, time=hour)
            for line, hour in below
        ]
        found += [group] if is_programme else rows
    return found


def _bullets_below(reading: Reading, group: Group) -> list[tuple[Line, TimeMention]]:
    """The points right below a line with one day that ends with a colon, where each of them says a time."""
    line, found = group.line, []
    if reading.plain[line.end - 1] != ":" or len(group.slots) != 1 or group.slots[0].last is not None:
        return []
    for each in reading.layout.lines[line.number + 1 : line.number + _FAR]:
        if not each.bullet:
            break
        hours = [hour for hour in reading.times.within(each.start, each.end, 2) if hour.use in _STARTS]
        if len(hours) != 1 or reading.dates.within(each.start, each.end, 1):
            return []
        found.append((each, hours[0]))
    return found


def by_lines_below(reading: Reading, groups: list[Group]) -> list[Group]:
    """A list “Fr 3.5. 18 Uhr Eröffnung”, and below it “20 Uhr Konzert” or “Anschließend um 20 Uhr: Konzert” of the same day."""
    rows = [group for group in groups if _is_row_with_time(reading, group)]
    if len({slot.day for group in rows for slot in group.slots}) < _ROWS:
        return groups
    found: list[Group] = []
    for number, group in enumerate(groups):
        found.append(group)
        if any(group is each for each in rows):
            stop = groups[number + 1].line.start if number + 1 < len(groups) else len(reading.plain)
            found += [
                Group(hour.start, hour.end, group.slots, line, line.start, is_row=True, time=hour)
                for line, hour in _timed_lines(reading, group, stop)
            ]
    return found


def _is_row_with_time(reading: Reading, group: Group) -> bool:
    """A short line that begins with one day and its time, and is no sentence."""
    line = group.line
    is_short = line.end - line.start <= _SHORT and group.at - line.text_start <= _BEFORE_ITS_DAY
    beside = reading.times.within(group.at_end, min(line.end, group.at_end + _BESIDE), 1)
    is_one = len(group.slots) == 1 and group.slots[0].last is None and group.time is None
    return is_short and bool(beside) and is_one and reading.plain[line.end - 1] not in ".!?"


def _timed_lines(reading: Reading, group: Group, stop: int) -> list[tuple[Line, TimeMention]]:
    """Lines that begin with a time later than that of the day, and say what it is."""
    found: list[tuple[Line, TimeMention]] = []
    latest = reading.times.within(group.at_end, group.line.end, 1)[0].starts[0]
    for line in reading.layout.lines[group.line.number + 1 : group.line.number + _LINES_BELOW]:
        if line.start >= stop:
            break
        hours = reading.times.within(line.text_start, line.end, 1)
        if not hours or hours[0].use not in _STARTS or hours[0].starts[0] <= latest:
            continue
        is_first = _ONLY_THEN.fullmatch(reading.plain, line.text_start, hours[0].start)
        rest = reading.plain[hours[0].end : line.end]
        is_named = _NAME_BEHIND.match(rest) and line.end - line.start <= _SHORT and rest[-1] not in ".!?"
        if is_first and is_named:
            found.append((line, hours[0]))
            latest = hours[0].starts[0]
    return found


def _items_below(reading: Reading, group: Group, stop: int) -> list[tuple[str, Line, TimeMention]]:
    """(label, line, time) of each; a heading ends them."""
    found: list[tuple[str, Line, TimeMention]] = []
    for line in reading.layout.lines[group.line.number + 1 : group.line.number + _FAR]:
        match = ITEM.match(reading.plain, line.text_start, line.end + 1)
        match = None if OF_A_TIMETABLE.match(reading.plain, line.text_start, line.end) else match
        if line.start >= stop or (not match and reading.layout.heading_before(line.start) is line):
            break
        if match and match.end() > line.end and line.number + 1 < len(reading.layout.lines):
            line = reading.layout.lines[line.number + 1]  # noqa: PLW2901 - “Oberdorf:” alone, and below it what happens there
        hours = [each for each in reading.times.within(line.start, line.end, 5) if each.use in _STARTS]
        if hours and _names_another_day(reading, group, line.start, hours[0].start):
            break
        if match and hours and not is_field(match[0]) and match["name"].lower() not in _NO_ITEMS:
            found.append((match["name"], line, hours[0]))
    return found


def _names_another_day(reading: Reading, group: Group, start: int, end: int) -> bool:
    days = [mention.pieces[0][0].day for mention in reading.dates.within(start, end, 3)]
    return any(day is not None and day not in {slot.day.day for slot in group.slots} for day in days)


def by_sentences(reading: Reading, section: Section) -> list[Group]:
    """“Eine Andacht findet um 13.30 Uhr in der Kirche statt”, behind an event of the same day: another one."""
    if not section.groups or any(group.is_row for group in section.groups) or len(section.groups) > _FEW:
        return section.groups
    found = []
    for group in section.groups:
        found += [group, *_also_held(reading, group)]
    return found


def _also_held(reading: Reading, group: Group) -> list[Group]:
    own = reading.layout.sentence_at(group.at)
    known = {each.starts for each in reading.times.within(own[0], own[1])}
    found = _named_beside(reading, group, own)
    for hour in reading.times.within(own[1], group.end, 20):
        start, end = reading.layout.sentence_at(hour.start)
        is_other = (
            hour.use in _STARTS and hour.starts not in known and not reading.dates.within(start, end, 1)
        )
        if not known:  # the first time is that of the event itself
            known.add(hour.starts)
        elif (
            is_other
            and _HELD.search(reading.plain, start, end)
            and not reading.recurrences.within(start, end, 1)
        ):
            known.add(hour.starts)
            found.append(
                replace(group, at=hour.start, at_end=hour.end, start=start, end=end, time=hour, also=[])
            )
    return found


def _named_beside(reading: Reading, group: Group, own: tuple[int, int]) -> list[Group]:
    """“… Messe um 11 Uhr und das Pilgeramt um 19.15 Uhr”, “um 10 Uhr zum Turnen und um 15 Uhr zum Tee”."""
    found: list[Group] = []
    hours = reading.times.within(max(own[0], group.start), min(own[1], group.end), 6)
    for before, hour in pairwise(hours):
        is_named = _AND_NAME.search(reading.plain, before.end, hour.start) or (
            _AND_AT.search(reading.plain, before.end, hour.start) and _TO.match(reading.plain, hour.end)
        )
        is_elsewhere = _are_at_two_places(reading, before, hour)
        if (
            hour.use in _STARTS
            and (is_named or is_elsewhere)
            and not reading.dates.within(before.end, hour.start, 1)
        ):
            found.append(
                replace(
                    group, at=hour.start, at_end=hour.end, start=before.end, end=own[1], time=hour, also=[]
                )
            )
    return found


def _are_at_two_places(reading: Reading, one: TimeMention, other: TimeMention) -> bool:
    """“um 9.30 Uhr an der Turnhalle in Altdorf, um 10 Uhr am Gerätehaus in Neudorf”; where one only gets on is no event."""
    here, there = (_place_right_behind(reading, hour) for hour in (one, other))
    if not here or not there or here == there or one.starts == other.starts or one.until:
        return False
    is_next = _THEN.search(reading.plain[max(one.end, other.start - _LINK) : other.start]) is not None
    return is_next and not BESIDE_IT.search(reading.plain, *reading.layout.sentence_at(one.start))


def _place_right_behind(reading: Reading, hour: TimeMention) -> str:
    found = reading.places.within(hour.end, hour.end + _RIGHT_BEHIND, 1)
    is_at = found and _AT.fullmatch(reading.plain, hour.end, found[0].start)
    return reading.text.said(found[0].start, found[0].end).lower() if is_at else ""


def by_meeting_points(reading: Reading, section: Section) -> list[Group]:
    """“Treffpunkt Nordstadt: …”, “Treffpunkt Südstadt: …” below one day: an event at each."""
    days = {slot.day for group in section.groups for slot in group.slots}
    if len(days) != 1 or any(group.time for group in section.groups):
        return section.groups
    last = section.groups[-1]
    lines = [
        line
        for line in reading.layout.lines[last.line.number : last.line.number + 30]
        if line.end <= section.end
    ]
    found = [
        (line, match) for line in lines if (match := _POINT.match(reading.plain, line.text_start, line.end))
    ]
    hour = next(
        (each for each in reading.times.within(section.groups[0].start, section.end) if each.use in _STARTS),
        None,
    )
    if len(found) < 2 or hour is None:
        return section.groups
    section.shared = [(section.start, section.end), *section.shared]
    return [
        replace(
            last,
            at=match.start(),
            at_end=match.end(),
            line=line,
            start=line.start,
            end=line.end,
            time=hour,
            point=match["point"],
        )
        for line, match in found
    ]
