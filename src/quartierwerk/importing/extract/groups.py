"""Which words belong to which event: dates written together form a group, and each group has its segment of the text.

article   one announcement or one news item (slots.py)
section   what stands below one heading
group     the days of one date mention, or one line with a time below a date that stands alone
segment   a group's own words, up to the next group; a *row* is a group with a line of a list for itself
shared    words of the section or the article that belong to no group: they count for all of them
"""

import re
from bisect import bisect_right
from collections import Counter
from datetime import date

from .articles import Article
from .course_groups import by_course_groups
from .dates import DateMention
from .draft import Status
from .heads import is_event_name
from .layout import Line
from .leaves import dates_above
from .lexicon import RRULE_DAYS
from .no_names import PLAIN_WORDS
from .one_day import by_points
from .parallel import by_bullets, by_fields, by_items, by_lines_below, by_meeting_points, by_sentences
from .programmes import goes_on, is_a_line_each, lead_to_lists, said_of_all
from .reading import Reading
from .roles import Role
from .segments import Group, Section
from .sharing import join_coordinate, said_below_all
from .slots import Slot
from .status import status
from .times import TimeMention, Use
from .umbrella import without_umbrella

_FOR_ALL = re.compile(
    r"\b(?:überall|jeweils|immer|alle[rn]?|stets|sämtliche[rn]?|beide[nr]?)\b", re.IGNORECASE
)
_STOPS = re.compile(r"[.;:]\s+$")  # “… Lindenweg 3. 17. Mai …”
_BREAK = re.compile(r"[,;]\s(?:(?:und|oder|sowie|dann)\s)?|\s(?:und|oder|sowie|dann|-)\s")
_BESIDE = 6  # characters between a date and its time
_NO_LETTERS = re.compile(
    r"[\s.,;:()*|-]*(?:(?:am|den|der|termin|datum|wann)\b[\s:]*)?[\s.,;:()*|-]*", re.IGNORECASE
)
_LABEL = re.compile(r"[A-ZÄÖÜ][\w -]{2,30}:\s(?=(?:Um|Ab|Von|um|ab|von)\b)")  # “Lesung: Um 18 Uhr …”
_LONGEST_ROW = 260
_FEW = 4  # groups of one day; more are a programme
_WORDS_BEFORE = 3  # lines between a day and “Lesung: Um 18 Uhr …”
_BEFORE_A_ROWS_DATE = 70
_OLD_DAY = 40  # characters: “…, geplant für den 3. Mai, Ersatztermin am 8. Juni”


def sections(reading: Reading, article: Article, slots: list[Slot]) -> list[Section]:
    """The article in sections, each with its groups; sections without any are shared by all others."""
    found = _by_headings(reading, article)
    groups = _by_dates_alone(reading, without_umbrella(reading, _by_mention(reading, slots)))
    groups = by_items(
        reading, by_fields(reading, article, by_bullets(reading, by_lines_below(reading, groups)), found)
    )
    groups = by_points(reading, article, groups)
    starts = [section.start for section in found]
    for group in groups:
        section = found[max(0, bisect_right(starts, group.at) - 1)]
        section.groups.append(group)
        group.section = section
    for section in found:
        _mark_rows(reading, section)
        _cut_segments(reading, section)
        lead_to_lists(reading, section)
    _share(reading, found)
    for section in found:
        join_coordinate(reading, section.groups)
        section.groups = by_sentences(reading, section)
        section.groups = by_meeting_points(reading, section)
        section.groups = by_course_groups(reading, section)
        section.tells_standing = len(section.groups) > 1 and any(
            status(reading.plain[slice(*reading.layout.sentence_at(group.at))]) is not Status.SCHEDULED
            for group in section.groups
        )
    return found


def _by_headings(reading: Reading, article: Article) -> list[Section]:
    """Headings that are only a date or a time part nothing."""
    starts: list[tuple[int, Line | None]] = [(article.start, None)]
    parts = [
        line
        for line in reading.layout.headings
        if article.body <= line.start < article.end
        and not (is_date_alone(reading, line) or _is_first_of_a_list(reading, line))
    ]
    above = dates_above(reading, article, parts, lambda line: is_date_alone(reading, line))
    for line in parts:
        start = above.get(line.number, line.start)
        while start < starts[-1][0]:  # “7 Uhr; anschließend Frühstück” above its heading
            starts.pop()
        starts.append((start, line))
    ends = [start for start, _line in starts[1:]] + [article.end]
    found = [
        Section(start, end, line) for (start, line), end in zip(starts, ends, strict=True) if start < end
    ]
    for section in found:
        words = reading.layout.said(section.heading).split() if section.heading else []
        named = [word for word in words if is_event_name([word]) and word.lower() not in PLAIN_WORDS]
        section.event_words = frozenset(word.lower().strip(",.:!?") for word in named)
    return found or [Section(article.start, article.end, None)]


def _is_first_of_a_list(reading: Reading, line: Line) -> bool:
    """“Mi, 2.12. Spieleabend” above “Mi, 9.12. Plätzchen backen”."""
    if not reading.dates.within(line.text_start, line.text_start + 1, 1):
        return False
    following = reading.layout.lines[line.number + 1 : line.number + 2]
    return any(
        each.block == line.block and reading.dates.within(each.text_start, each.text_start + 1, 1)
        for each in following
    )


def is_date_alone(reading: Reading, line: Line) -> bool:
    """A line that says nothing but a date, and perhaps a time."""
    found: list[DateMention | TimeMention] = [
        *reading.dates.within(line.start, line.end),
        *reading.times.within(line.start, line.end),
    ]
    if not found:
        return False
    place, rest = line.text_start, ""
    for each in sorted(found, key=lambda each: each.start):
        rest += reading.plain[place : each.start] + " "
        place = max(place, each.end)
    return not _letters(_NO_LETTERS.sub("", rest + reading.plain[place : line.end]))


def _by_mention(reading: Reading, slots: list[Slot]) -> list[Group]:
    found: list[Group] = []
    for slot in slots:
        if slot.role is not Role.EVENT:
            continue
        if found and found[-1].slots[0].mention is slot.mention:
            found[-1].slots.append(slot)
            continue
        mention = slot.mention
        sentence = reading.layout.sentence_at(mention.start)
        line = reading.layout.line_at(mention.start)
        found.append(Group(mention.start, mention.end, [slot], line, min(sentence[0], mention.start)))
    return found


def _by_dates_alone(reading: Reading, groups: list[Group]) -> list[Group]:
    """A programme: dates that stand alone above lines with times. Each of those lines is a group of its own.

    One date with several times below it is one event with its course, unless it lies within a longer stretch of days.
    """
    lines = {
        id(group): _lines_below(reading, group, groups[n + 1].at if n + 1 < len(groups) else None)
        for n, group in enumerate(groups)
    }
    heads = [group for group in groups if lines[id(group)]]
    stretches = [(slot.day, slot.last) for group in groups for slot in group.slots if slot.last]
    if len(heads) < 2:
        heads = [
            group for group in heads if any(_within(group.slots[0].day, each) for each in stretches[:50])
        ]
    if not heads:
        return groups
    chosen = {id(group) for group in heads}
    found = []
    for group in groups:
        below = lines[id(group)] if id(group) in chosen else []
        says_more = bool(below) and not _is_next(
            group, below[0][0]
        )  # “Familientag …”, and then “Lesung: Um 15 Uhr …”
        found += [group, *_split(group, below)] if says_more else _split(group, below) or [group]
    return found


def _within(day: date, stretch: tuple[date, date | None]) -> bool:
    return stretch[1] is not None and stretch[0] <= day <= stretch[1]


def _lines_below(reading: Reading, group: Group, stop: int | None) -> list[tuple[Line, TimeMention]]:
    """Lines that begin with a time, right below a date that stands alone."""
    if not is_date_alone(reading, group.line) or reading.times.within(group.line.start, group.line.end):
        return []
    found: list[tuple[Line, TimeMention]] = []
    for line in reading.layout.lines[group.line.number + 1 : group.line.number + 60]:
        if (stop is not None and line.start >= stop) or len(found) > 40:
            break
        hours = reading.times.within(line.start, line.end)
        before = reading.plain[line.text_start : hours[0].start] if hours else ""
        begins = hours and (line.bullet or not _letters(_LABEL.sub("", before)))
        if (
            begins
            and hours[0].use in (Use.START, Use.OPEN)
            and (found or _is_next(group, line) or before.strip())
        ):
            found.append((line, hours[0]))
        elif not found and line.number - group.line.number > _WORDS_BEFORE:
            break
    return found


def _is_next(group: Group, line: Line) -> bool:
    return line.number == group.line.number + 1


def _letters(words: str) -> bool:
    return any(map(str.isalpha, re.sub(r"\b(?:[Uu]m|[Aa]b|[Vv]on|am|den|der|ca|Uhr)\b", "", words)))


def _split(group: Group, lines: list[tuple[Line, TimeMention]]) -> list[Group]:
    return [
        Group(hour.start, hour.end, group.slots, line, line.start, is_row=True, time=hour)
        for line, hour in lines
    ]


def _mark_rows(reading: Reading, section: Section) -> None:
    """Groups that each begin a line of their own, at least two of them."""
    on_line = Counter(group.line.number for group in section.groups)
    rows = [
        group
        for group in section.groups
        if on_line[group.line.number] == 1
        and not (group.line is section.heading and len(section.groups) > 1)
        and (
            group.start >= group.line.start
            or group.at == group.line.text_start  # the line above ends without a full stop
            or _has_another(reading, group)
        )
        and group.at - group.line.text_start <= _BEFORE_A_ROWS_DATE + _OLD_DAY * _has_another(reading, group)
        and group.line.end - group.line.start <= _LONGEST_ROW
    ]
    if len(rows) >= 2:
        for group in rows:
            group.is_row = True


def _has_another(reading: Reading, group: Group) -> bool:
    """Before its own date, in its line."""
    return bool(reading.dates.within(group.line.text_start, group.at, 1))


def _cut_segments(reading: Reading, section: Section) -> None:
    """From each group to the next; the last one ends with its paragraph where there are several."""
    groups = section.groups
    for number, group in enumerate(groups):
        before = groups[number - 1] if number else None
        if group.is_row:
            group.start = group.line.start
        elif before is not None:
            group.start = _paragraph(reading, before, group)
        if before is not None:
            if group.start < before.at_end:
                group.start = _clause(reading, before.at_end, group.at)
            before.end = group.start
        group.end = section.end
    if len(groups) > 1 and not _is_one_day(groups):
        groups[-1].end = _end_of_last(reading, groups[-1], section)
    elif groups and groups[0].is_row and groups[0].recurrence is None:
        groups[0].end = section.end


def _paragraph(reading: Reading, before: Group, group: Group) -> int:
    """Where the words of its paragraph begin: “Die Gemeinde in der Talstraße 3 lädt ein. Hier wird am 2. Mai gefeiert.”"""
    line = group.line
    if line.number == before.line.number or line.start < before.at_end:
        return group.start
    begins = reading.layout.sentence_at(line.text_start)[0]
    goes_on = reading.times.within(line.start, group.start, 1)  # “Um 17 Uhr folgt ein Film. Am 3. Mai …”
    return min(group.start, line.start) if begins >= line.start and not goes_on else group.start


def _is_one_day(groups: list[Group]) -> bool:
    """The heading and the text name the same day: all the words below are of it."""
    first = groups[0].slots
    return (
        len(groups) <= _FEW
        and all(
            [(slot.day, slot.last) for slot in group.slots] == [(slot.day, slot.last) for slot in first]
            for group in groups
        )
        and not any(group.time for group in groups)
    )


def _clause(reading: Reading, start: int, end: int) -> int:
    """Two dates in one sentence: the second's words begin behind the last “und” or comma between them."""
    if _STOPS.search(reading.plain, start, end):
        return end
    beside = reading.times.within(start, start + _BESIDE, 1)
    start = min(beside[0].end, end) if beside else start
    breaks = list(_BREAK.finditer(reading.plain, start, end))
    return breaks[-1].end() if breaks else end


def _end_of_last(reading: Reading, group: Group, section: Section) -> int:
    end = group.line.end
    below = reading.layout.lines[group.line.number + 1 : group.line.number + 60]
    is_above = (
        bool(below) and group.is_row and is_date_alone(reading, group.line)
    )  # and what happens stands below
    block = below[0].block if is_above else group.line.block
    is_of_all = is_a_line_each(section.groups) and not is_above
    for line in below:
        if line.start >= section.end or line.block != block:
            break
        if is_of_all and not goes_on(reading, line):
            return line.start
        if group.is_row and (_FOR_ALL.search(reading.plain, line.start, line.end) or line.bullet):
            break
        end = line.end
    if group.is_row and not is_of_all and (hours := _hours_below(reading, end)) is not None:
        end = hours.end
    return max(end, min(section.end, reading.layout.sentence_at(group.at)[1]))


def _hours_below(reading: Reading, place: int) -> Line | None:
    """The next line, if it says nothing but a time."""
    number = reading.layout.line_at(place).number + 1
    line = reading.layout.lines[number] if number < len(reading.layout.lines) else None
    is_time = line and is_date_alone(reading, line) and not reading.dates.within(line.start, line.end, 1)
    return line if is_time else None


def _is_a_series(reading: Reading, start: int, end: int, days: list[str]) -> bool:
    """Words about something that repeats at a time of its own, and on other days than the dates."""
    series = [each for each in reading.recurrences.within(start, end, 20) if not each.code.endswith(":")]
    series = [each for each in series if 2 * sum(day in each.code for day in days) < len(days)]
    return any(reading.times.within(*reading.layout.sentence_at(each.start), 1) for each in series)


def _share(reading: Reading, found: list[Section]) -> None:
    """Before the first group and behind the last of a section; whole sections without groups."""
    days = [
        RRULE_DAYS[slot.day.weekday()]
        for section in found
        for group in section.groups
        for slot in group.slots
    ]
    common = [
        (section.start, section.end)
        for section in found
        if not section.groups and not _is_a_series(reading, section.start, section.end, days)
    ]
    closing = said_below_all(reading, found)
    for section in found:
        if not section.groups:
            continue
        first, last = section.groups[0], section.groups[-1]
        section.shared = [(section.start, first.start), (last.end, section.end)]
        section.shared = [each for each in section.shared if each[0] < each[1]] + common[:12]
        if len(section.groups) > 1:
            section.shared = said_of_all(reading, last) + section.shared
        section.shared += [each for each in closing if each[0] >= section.end]
