"""Courses in several groups on one day: “Anfänger: 16-16.45 Uhr, Fortgeschrittene: 17-17.45 Uhr”, or a line with a time for each.

Unlike the programme of a feast, nobody goes from one to the next: each is an event, and what else is said counts for all.
"""

import re
from dataclasses import replace
from itertools import pairwise

from .reading import Reading
from .segments import Group, Section
from .times import TimeMention, Use

_GROUP = re.compile(  # right before its hours
    r"(?<![\wäöü])(?P<name>(?!Uhr\b)[A-ZÄÖÜ][\w*/-]+(?:\s(?:[A-ZÄÖÜ\d(][\w*/()-]*|und|ab|für)){0,4}):\s+(?:(?:von|ab|um)\s)?$"
    r"|\b(?:[Dd]ie|[Ff]ür|[Mm]it)\s(?P<who>[A-ZÄÖÜ][\w*-]+)\s(?:(?:treffen|starten|beginnen|üben|proben)\s(?:sich\s)?)?(?:dann\s)?(?:von|ab|um)\s$"
)
_OF_A_COURSE = re.compile(
    r"kurs(?:e|en|es)?\b|unterricht|training|\bproben?\b|gruppen?\b|anfänger|fortgeschritten|einsteiger|chor\b|orchester|schnupperstunden?\b",
    re.IGNORECASE,
)
_COURSES = re.compile(
    r"\b(?:\w*[Kk]urse|\w*[Gg]ruppen|\w*[Ww]orkshops|Schnupperstunden|Trainingszeiten)\b(?:[^.!?]|(?<=\d)\.){0,120}:\s*$"
)
_BEFORE = 60  # characters before the hours that are looked at
_MOST = 12  # groups of one course
_BETWEEN = 80  # characters between the hours of one group and those of the next
_STARTS = (Use.START, Use.OPEN)


def by_course_groups(reading: Reading, section: Section) -> list[Group]:
    """The groups of a section, each day of such a course as its groups."""
    found: list[Group] = []
    split: list[Group] = []
    for group in section.groups:
        if split and _says_again(reading, group, split):
            for each in split:
                each.also.append((group.start, group.end))
            continue
        is_one_day = len(group.slots) == 1 and group.slots[0].last is None and group.time is None
        split = (_named(reading, group) or _lines(reading, group)) if is_one_day else []
        found += split or [group]
    return found


def _says_again(reading: Reading, group: Group, split: list[Group]) -> bool:
    """“Wer neu einsteigt, kommt am 1. September um 16 Uhr”: that day and one of those hours once more."""
    known = {each.time.starts for each in split if each.time}
    hours = reading.times.within(group.at_end, min(group.end, group.at_end + _BEFORE), 1)
    is_same_day = group.slots[0].day == split[0].slots[0].day and len(group.slots) == 1
    return is_same_day and all(hour.starts in known for hour in hours)


def _named(reading: Reading, group: Group) -> list[Group]:
    """Hours with an end each, and right before them whose they are."""
    if not _OF_A_COURSE.search(reading.plain, group.start, group.end):
        return []
    found: list[tuple[TimeMention, re.Match[str]]] = []
    for hour in reading.times.within(group.at_end, group.end, _MOST):
        before = _GROUP.search(reading.plain, max(group.at_end, hour.start - _BEFORE), hour.start)
        is_next = not found or hour.start - found[-1][0].end <= _BETWEEN
        if before is None or hour.until is None or not is_next:
            break
        found.append((hour, before))
    names = {match["name"] or match["who"] for _hour, match in found}
    if len(names) < 2 or len(names) < len(found):
        return []
    ends = [match.start() for _hour, match in found[1:]] + [found[-1][0].end]
    return [
        replace(
            group,
            at=hour.start,
            at_end=hour.end,
            start=match.start(),
            end=end,
            time=hour,
            point=match["name"] or match["who"],
            also=[(group.start, found[0][1].start()), (found[-1][0].end, group.end), *group.also],
        )
        for (hour, match), end in zip(found, ends, strict=True)
    ]


def _lines(reading: Reading, group: Group) -> list[Group]:
    """“Am Montag, 13. April, starten die neuen Kurse:”, and below it “17.30 Uhr Kindertanz”."""
    lines = reading.layout.lines
    if not _COURSES.search(reading.plain, reading.layout.sentence_at(group.at)[0], group.line.end):
        return []
    found = []
    for line in lines[group.line.number + 1 : group.line.number + 1 + _MOST]:
        hours = reading.times.within(line.text_start, min(line.end, group.end), 1)
        is_first = hours and not any(map(str.isalpha, reading.plain[line.text_start : hours[0].start]))
        if not is_first or hours[0].use not in _STARTS:
            break
        found.append((line, hours[0]))
    if len(found) < 2 or any(one.starts == other.starts for (_, one), (_, other) in pairwise(found)):
        return []
    rest = (found[-1][0].end, group.end)
    return [
        replace(
            group,
            at=hour.start,
            at_end=hour.end,
            line=line,
            start=line.start,
            end=line.end,
            time=hour,
            is_row=True,
            also=[rest, *group.also],
        )
        for line, hour in found
    ]
