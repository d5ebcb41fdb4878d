"""A stretch of days that only sums up the days below it: “vom 4. bis 8. März …: Dienstag, 4. März, am Markt; Mittwoch, 5. März, …”.

What is a name of its own on its days (“Lesefest vom 10. bis 12. Mai”, “Samstag, 11. Mai: Märchenstunde”) stays beside them.
"""

import re
from datetime import timedelta

from .heads import is_event_name
from .lexicon import WEEKDAYS
from .reading import Reading
from .segments import Group

_LONGEST = 7  # days
_LEAST_OF_A_SERIES = 3  # days
_OPENS = 12  # characters before the day of a line of a list
_OF_ITSELF = re.compile(
    r"woche\b|\w*fest(?:s|es|ival)?\b|\btage\b|markt\b|messe\b|kirmes|kerwe|camp\b|lager\b|freizeit\b|ausstellung|turnier|jubiläum",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:zahlreiche|viele|mehrere|etliche|verschiedene)n?\s(?:[a-zäöü]+\s)?\w*(?:züge|ungen|aktionen|termine|feste|konzerte|märkte|feiern|angebote)n?\b"
)
# Above a list: “Gottesdienste in der Woche vom …”, “Die Woche im Gemeindehaus (…)”
_LIST = re.compile(
    r"(?:[\w-]+\s){0,3}(?:woche|wochen(?:plan|programm|übersicht)|termine|gottesdienst(?:e|ordnung|plan|zeiten)|veranstaltungen|nachrichten|mitteilungen|plan)\b"
    r"(?:\s(?:im|in|am|bei|beim|auf)\s[\w-]+(?:\s[\w-]+)?)?[\s():,-]*(?:(?:vom|von|für|in)[\s():,]*)?"
    r"(?:(?:die|der) woche[\s():,]*(?:vom|von)?[\s():,]*)?",
    re.IGNORECASE,
)
_FEW = 2  # days below it
_WORD = re.compile(r"[\w-]+")


def without_umbrella(reading: Reading, groups: list[Group]) -> list[Group]:
    """The groups without such a stretch; its words are then shared by its days."""
    groups = [group for group in groups if not _speaks_of_many(reading, group, groups)]
    groups = [group for group in groups if not _heads_a_list(reading, group, groups)]
    groups = [group for group in groups if not _is_a_series_of(reading, group, groups)]
    single = {slot.day for group in groups for slot in group.slots if not slot.last}
    sums_up = [
        group
        for group in groups
        if _days(group) and _days(group) <= single and not _is_a_feast(reading, group)
    ]
    if not sums_up:
        return groups
    days = set.union(*(_days(group) for group in sums_up))
    on_them = [group for group in groups if any(slot.day in days and not slot.last for slot in group.slots)]
    if any(_names_an_event(reading, group) for group in on_them):
        return groups
    return [group for group in groups if not any(group is each for each in sums_up)]


def _heads_a_list(reading: Reading, group: Group, groups: list[Group]) -> bool:
    """“Woche vom 8. bis 15. März” on a line of its own, and its days below it."""
    line, slot = group.line, group.slots[0]
    words = reading.plain[line.text_start : group.at] + reading.plain[group.at_end : line.end]
    if len(group.slots) != 1 or slot.last is None or not _LIST.fullmatch(words):
        return False
    below = [other for other in groups if other.at > group.at and not other.slots[0].last]
    return sum(slot.day <= other.slots[0].day <= slot.last for other in below) >= _FEW


def _speaks_of_many(reading: Reading, group: Group, groups: list[Group]) -> bool:
    """“Vom 9. bis 13. November gibt es zahlreiche Umzüge”, and each of them below."""
    slot = group.slots[0]
    is_range = len(group.slots) == 1 and slot.last is not None
    within = [
        other
        for other in groups
        for each in other.slots
        if is_range
        and not each.last
        and slot.last is not None
        and slot.day <= each.day <= slot.last
        and other.at > group.at
    ]
    return len(within) > 1 and bool(_MANY.search(reading.plain, *reading.layout.sentence_at(group.at)))


def _is_a_series_of(reading: Reading, group: Group, groups: list[Group]) -> bool:
    """“Vom 7. bis 28. Juni laden wir jeden Sonntag zum Kurkonzert ein”, and below it who plays on each of them."""
    first, last = group.slots[0].day, group.slots[0].last
    if len(group.slots) != 1 or last is None or not _repeats(reading, group):
        return False
    listed = {
        slot.day for other in groups if other.at > group.at for slot in other.slots if slot.last is None
    }
    within = {day for day in listed if first <= day <= last}
    weekdays = {day.weekday() for day in within}
    return len(within) >= _LEAST_OF_A_SERIES and first in within and len(weekdays) == 1


def _repeats(reading: Reading, group: Group) -> bool:
    return bool(reading.recurrences.within(*reading.layout.sentence_at(group.at), 1))


def _days(group: Group) -> set[object]:
    slot = group.slots[0]
    if len(group.slots) != 1 or slot.last is None or (slot.last - slot.day).days >= _LONGEST:
        return set()
    return {slot.day + timedelta(days=step) for step in range((slot.last - slot.day).days + 1)}


def _is_a_feast(reading: Reading, group: Group) -> bool:
    return bool(_OF_ITSELF.search(reading.plain, *reading.layout.sentence_at(group.at)))


def _names_an_event(reading: Reading, group: Group) -> bool:
    line = group.line
    is_listed = group.at - line.text_start <= _OPENS
    start, end = (line.start, line.end) if is_listed else reading.layout.sentence_at(group.at)
    below = reading.layout.lines[line.number + 1 : line.number + 2]
    words = reading.plain[start:end]
    if line.end - group.at_end < 4:  # the day stands alone, and below it what happens
        words += "".join(reading.plain[each.start : each.end] for each in below)
    return is_event_name([word for word in _WORD.findall(words) if word.lower() not in WEEKDAYS])
