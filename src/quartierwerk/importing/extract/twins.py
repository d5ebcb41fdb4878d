"""Which finds are one event: the same day named twice, unless what is said of them differs."""

from dataclasses import dataclass
from datetime import date, time

from .draft import DoubtKind, Value
from .groups import is_date_alone
from .hours import Hours
from .layout import is_field
from .one_day import TOWN
from .parallel import ITEM
from .phrases import is_generic
from .reading import Reading
from .segments import Group
from .slots import Slot
from .stretches import Stretch

_FIRST_LINES = 3  # of a page, where its headline stands
_FEW_LINES = 8


@dataclass(eq=False)
class Found:
    """One day of a group at one time."""

    group: Group
    slot: Slot | None
    hours: Hours
    start_time: Value[time] | None
    is_merged: bool = False


def once(reading: Reading, found: list[Found]) -> list[Found]:
    """The same day named twice is one event: unless both have a time of their own and these differ."""
    kept: list[Found] = []
    by_day: dict[tuple[date, date | None], list[Found]] = {}
    for each in found:
        assert each.slot is not None  # noqa: S101 - undated ones come later
        same_day = by_day.setdefault((each.slot.day, each.slot.last), [])
        twin = next((other for other in same_day if _is_same(reading, each, other)), None)
        if twin is None:
            kept.append(each)
            same_day.append(each)
            continue
        one, other = (each, twin) if twin.start_time is None and each.start_time is not None else (twin, each)
        one.group.also += _words_of(other.group, one.group)
        if one is each:
            same_day[same_day.index(twin)] = each
            kept[kept.index(twin)] = each
    return kept


def _words_of(group: Group, beside: Group) -> list[Stretch]:
    """Its own words; in a section of its own all that stands there."""
    section = group.section
    own = (group.start, max(group.end, group.at_end))
    is_alone = section is not None and section is not beside.section and section.groups == [group]
    above = (section.start, group.start) if section is not None and is_alone else own
    return [own, above] if above[0] < above[1] and above != own else [own]


def _is_same(reading: Reading, one: Found, other: Found) -> bool:
    if one.group is other.group or one.group.point != other.group.point:
        return False
    are_apart = one.group.section is not other.group.section
    if are_apart and one.group.time and other.group.time:
        return False  # a field with a time below each heading
    if any(each.start_time is None and _is_headline(each.group) for each in (one, other)):
        return True
    if _are_named_apart(reading, one, other) or _say_different_things(reading, one.group, other.group):
        return False
    if one.start_time is None or other.start_time is None:
        return not (one.group.is_row and other.group.is_row and one.start_time == other.start_time)
    inherited = any(
        doubt.kind is DoubtKind.TIME_INHERITED
        for each in (one, other)
        if each.start_time
        for doubt in each.start_time.doubts
    )
    return one.start_time.value == other.start_time.value or inherited


def _are_named_apart(reading: Reading, one: Found, other: Found) -> bool:
    """Headings or items of an overview that call them differently, or towns in which they are."""
    if _are_in_two_towns(reading, one, other):
        return True
    items = {_item(reading, one.group), _item(reading, other.group)}
    if len(items) == 2 and "" not in items:
        return True
    first, second = one.group.section, other.group.section
    if first is second or first is None or second is None:
        return False
    if (
        first.heading
        and second.heading
        and first.heading.hashes
        and second.heading.hashes
        and one.start_time
        and other.start_time
    ):
        is_again = one.start_time.value == other.start_time.value and not (
            first.event_words and second.event_words
        )
        is_again = is_again and any(
            each.group.line is each.group.section.heading for each in (one, other) if each.group.section
        )
        return not is_again and reading.layout.said(first.heading) != reading.layout.said(second.heading)
    words, others = first.event_words, second.event_words
    return bool(words) and bool(others) and not _share_a_word(words, others)


def _are_in_two_towns(reading: Reading, one: Found, other: Found) -> bool:
    """“In Altdorf beginnt am 11. November um 17 Uhr …”, and in another sentence or item the same hour in “Neudorf”."""
    if one.start_time is None or other.start_time is None:
        return False
    if one.group.line.bullet and other.group.line.bullet and one.group.line is not other.group.line:
        return True
    towns = [_town(reading, each.group) for each in (one, other)]
    return all(towns) and towns[0] != towns[1]


def _town(reading: Reading, group: Group) -> str:
    match = TOWN.match(reading.plain[reading.layout.sentence_at(group.at)[0] : group.at_end])
    return (match["name"] or match["also"]).lower() if match else ""


def _is_headline(group: Group) -> bool:
    """The first heading of a page: “Anmeldungen für den Flohmarkt am 19. April laufen”."""
    return (
        group.section is not None and group.line is group.section.heading and group.line.number < _FIRST_LINES
    )


def _say_different_things(reading: Reading, one: Group, other: Group) -> bool:
    """Two entries of a list with the same day and time, each with a line of its own below it or words behind it."""
    words = [_words_of_row(reading, each) for each in (one, other)]
    return (
        all(words)
        and words[0] != words[1]
        and is_date_alone(reading, one.line)
        and is_date_alone(reading, other.line)
    )


def _words_of_row(reading: Reading, group: Group) -> str:
    number = group.line.number + 1
    lines = reading.layout.lines[number : number + 1]
    words = reading.layout.said(lines[0]).lower() if lines else ""
    return words if words[:1].isalpha() and not (is_field(words) or is_generic(words)) else ""


def _item(reading: Reading, group: Group) -> str:
    """“> Oberdorf: Am Samstag …”: what an item of an overview is about."""
    lines, number = reading.layout.lines, group.line.number
    while (
        not group.is_row
        and number
        and lines[number - 1].block == group.line.block
        and group.line.number - number < _FEW_LINES
    ):
        number -= 1
    match = ITEM.match(reading.plain, lines[number].text_start, group.at)
    return match["name"].lower() if match and not is_field(match[0]) else ""


def _share_a_word(words: frozenset[str], others: frozenset[str]) -> bool:
    """“Sommerfest” and “Fest” are one."""
    return any(a.endswith(b) or b.endswith(a) for a in words for b in others)
