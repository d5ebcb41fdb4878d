"""What an event with a date repeats as: said at it, for its list, or in another sentence about “the next time”."""

import re
from dataclasses import replace
from datetime import time
from itertools import pairwise

from .draft import Doubt, DoubtKind, Value
from .reading import Reading
from .recurrence import Recurrence, falls_on, on_these_days
from .roles import is_report
from .segments import Group
from .slots import Slot
from .undated import is_for_signing_up, is_of_an_office

_NO_SERIES = re.compile(
    r"\bgeöffnet\b|\böffnungszeit|ausnahmsweise|einmalig|\babgegeben|\babgeben\b|\bstatt (?:wie|am|an)\b|"
    r"\bwenn nicht anders\b|\balle (?:\d|drei|vier|fünf|sechs|acht) (?:Wochen|Monate)\b|\berreichbar\b|\bbesetzt\b",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"\w+tags|mittwochs|sonnabends", re.IGNORECASE)
_COUNTED = re.compile(r"(?:\d\s?(?:x|×|mal)|mal)\s$", re.IGNORECASE)  # “zehnmal montags”
_HABIT = re.compile(
    r"\b(?:immer|jeweils|regelmäßig|wöchentlich|üblich\w*|trifft|treffen|findet|finden|statt\w*|probt|proben|trainier\w*|läuft|gibt)\b",
    re.IGNORECASE,
)
_ONE_OF_MANY = re.compile(
    r"\b(?:nächst|erst|wieder|weiter|kommend|auftakt|premiere|start|beginn|eröffnet|los\b)", re.IGNORECASE
)
_NEAR = 1_200  # characters between the series and the day that is one of it
_BESIDE = 25  # characters behind it that may hold its verb
_WEEK = 7


def recurrence(reading: Reading, group: Group, slot: Slot | None, start: time | None) -> Value[str] | None:
    """Of the event's words or the shared ones; on a dated event only where the weekday agrees, and the time, if it is said."""
    if slot is not None and slot.is_exception:
        return None  # “ausnahmsweise im Café”
    if group.recurrence is not None and group.recurrence.row:
        return _value(reading, group.recurrence)
    stretches = [(group.start, group.end), *group.also, *(group.section.shared if group.section else [])]
    for first, last in stretches:
        for each in reading.recurrences.within(first, last, 20):
            said = _as_its_row_says(reading, each)
            is_on = _is_on(said, slot) and not _are_too_far_apart(said, group)
            if is_on and _is_series(reading, each) and _is_at(reading, each, group, start):
                return _value(reading, said)
    return _elsewhere(reading, group, slot, start) if slot and not slot.last else None


def _are_too_far_apart(each: Recurrence, group: Group) -> bool:
    """“Alle Treffen sind mittwochs: 14.1., 11.2., 11.3.”: on a Wednesday, but not on every one."""
    section = group.section
    if section is None or not each.code.startswith("weekly:"):
        return False
    if section.days_apart is None:
        days = sorted({slot.day for other in section.groups for slot in other.slots})
        gaps = [(later - day).days for day, later in pairwise(days)]
        section.days_apart = min(gaps) if len(gaps) > 1 else 0
    return section.days_apart > _WEEK


def _as_its_row_says(reading: Reading, each: Recurrence) -> Recurrence:
    """“Mittwoch: Werkstatt, 14-tägig, nächste Termine: 28.2., 13.3.”"""
    return replace(each, code=on_these_days(reading.plain[slice(*each.row)], each.code)) if each.row else each


def _elsewhere(reading: Reading, group: Group, slot: Slot, start: time | None) -> Value[str] | None:
    """“Wir treffen uns jeden zweiten Mittwoch. … Das nächste Mal ist am 9. Oktober.”"""
    if not reading.recurrences or not _ONE_OF_MANY.search(
        reading.plain, *reading.layout.sentence_at(group.at)
    ):
        return None
    first = max(group.section.start if group.section else 0, group.at - _NEAR)
    last = min(group.section.end if group.section else group.end, group.at_end + _NEAR)
    found = [
        each
        for each in reading.recurrences.within(first, last, 20)
        if _is_series(reading, each)
        and _is_on(each, slot)
        and _is_at(reading, each, group, start)
        and not is_of_an_office(reading, each, reading.layout.sentence_at(each.start))
    ]
    return _value(reading, found[0]) if len({each.code for each in found}) == 1 else None


def _is_series(reading: Reading, each: Recurrence) -> bool:
    is_of_days = not each.code.endswith(":") or each.code == "daily:"
    start, end = reading.layout.sentence_at(each.start)
    is_bare = _ADVERB.fullmatch(reading.plain, each.start, each.end) and not (
        reading.times.within(each.end, end, 1)
        or _HABIT.search(reading.plain, start, end)
        or _COUNTED.search(reading.plain, start, each.start)
    )
    return (
        is_of_days
        and not is_bare  # “Sonntags Adventskonzert”
        and not _NO_SERIES.search(reading.plain, start, end)
        and not is_for_signing_up(reading, each)
        and not is_report(reading.plain[start : each.end + _BESIDE])
    )


def _is_at(reading: Reading, each: Recurrence, group: Group, start: time | None) -> bool:
    """“Gottesdienst ist sonntags um 10 Uhr” says nothing of a meeting at 11.15 Uhr in another sentence."""
    first, last = reading.layout.sentence_at(each.start)
    if start is None or first <= group.at < last:
        return True
    following = reading.recurrences.within(each.end, last, 1)
    hours = reading.times.within(each.end, following[0].start if following else last, 1)
    return not hours or start in hours[0].starts


def _is_on(each: Recurrence, slot: Slot | None) -> bool:
    if slot is None or is_long(slot):
        return True
    return not slot.last and falls_on(each.code, slot.day)


def is_long(slot: Slot) -> bool:
    """More than a week: then the days of the week are those of a series."""
    return slot.last is not None and (slot.last - slot.day).days > _WEEK


def _value(reading: Reading, each: Recurrence) -> Value[str]:
    span = reading.text.span(each.start, each.end)
    if not each.is_sure:
        return Value(each.code, (span,), 0.6, (Doubt(DoubtKind.WEEKLY_GUESSED, span),))
    return Value(each.code, (span,), 0.9)
