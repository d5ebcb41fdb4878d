"""At what time an event begins and ends: the times in its segment, else those said for all of a list."""

import re
from dataclasses import dataclass
from datetime import time

from .draft import Doubt, DoubtKind, Value
from .heads import is_event, is_venue
from .layout import Line
from .lexicon import NUMBERS, RRULE_DAYS
from .programmes import OF_ALL, begins_them, have_no_hours
from .reading import Reading
from .roles import is_report
from .segments import Group, Section
from .times import TimeMention, Use, minutes_said

_OFFICE = re.compile(
    r"öffnungszeit|sprechzeit|bürozeit|geschäftszeit|telefonzeit|erreichbar|\bgeöffnet\b|"
    r"telefonisch|\bwerktags\b|anlieferung|annahme von|\baufbau\b|zu erreichen|\bbesetzt\b|"
    r"\btelefon\b|\btel\.|abgeholt|abholung|ausgabe de[rs]",
    re.IGNORECASE,
)
# “Geöffnet ist von 10 bis 14 Uhr”, “der Flohmarkt ist dann von 10 bis 17 Uhr geöffnet”, “an diesem Tag geöffnet”: of the event
_OPENED = re.compile(r"\bgeöffnet\b|\böffnungszeit(?:en)?:?\s", re.IGNORECASE)
_OPENED_FOR_IT = re.compile(
    r"^\W*(?:öffnungszeit(?:en)?:\s)?(?:dann\s)?geöffnet (?:ist|hat|wird|haben|sind|werden)\b|\b(?:an diesem|am|an den beiden|an beiden) tage?n?\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:[Dd]er|[Dd]ie|[Dd]as|[Uu]nsere?)\s(?P<noun>[A-ZÄÖÜ][\w-]+)\s(?:ist|sind|hat|haben|wird|werden)\b"
)
# “Ab 6 Uhr kann aufgebaut werden”, “Schwangere dürfen schon um 8 Uhr hinein”: not for everybody
_HELPERS = r"schwangere\w*|werdende mütter|händler\w*|aussteller\w*|verkäufer\w*|anbieter\w*|beschicker\w*|helfer\w*|standbetreiber\w*|mitwirkende\w*"
_FOR_HELPERS = re.compile(
    rf"(?:(?<!alle )\b(?:{_HELPERS}|auf-?\s?bau\w*|anlieferung|standaufbau)\b)[^.,;]{{0,60}}$", re.IGNORECASE
)
_FOR_BUILDING = re.compile(
    rf"[^.,;]{{0,50}}\b(?:auf(?:ge|zu)bau\w*|auf-?\s?bau|anliefer\w*|angeliefert|abgegeben|abgebaut|(?:für|von) (?:{_HELPERS}))\b",
    re.IGNORECASE,
)
_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_DURATION = re.compile(
    rf"\b(?P<n>\d{{1,2}}(?:[,.]\d)?|{_WORDS}|anderthalb|eineinhalb)\s?-?(?P<half>einhalb)?\s?-?(?P<unit>stündig|"
    rf"stunden?\b|std\b|minuten\b|minütig|min\.)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:etwa|ca\.?|circa|zirka|rund|ungefähr|knapp)\s\Z", re.IGNORECASE)
_LASTS = re.compile(r"stündig|minütig|\bdauer|\bdauert|lang\b", re.IGNORECASE)
_DAUERT = re.compile(r"\bdauer(?:t|n)?\b", re.IGNORECASE)  # “dauert rund zwei Stunden”
_SAME_AGAIN = re.compile(
    r"(?:nächste|weitere)[rn]? (?:\w*termin|\w*treffen|\w*mal\b)|jeweils|gleiche|selbe[nr]? zeit|"
    r"auch am|folgetermin|ebenfalls (?:am|um|von|ab)\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"anschließend|im anschluss|danach|später|abschluss", re.IGNORECASE)
_MEETING_POINT = re.compile(
    r"\W*(?:(?:der )?(?:treffpunkt|start|beginn|abfahrt)|los geht(?:'s| es))\b[^.!?]{0,30}$", re.IGNORECASE
)
_BEGINNING = re.compile(
    r"beginn|start|\blos\b|abfahrt|treffpunkt|\btreff|trifft|feiern wir|\blädt\b|\bladen\b|einlass|uhrzeit|\bzeit\b|öffn|findet|fahren|verlassen|"
    r"gefeiert|\bwann\b|geht es|dauert|auf die strecke|an den start|\bvorhang\b|anpfiff|anstoß|startschuss",
    re.IGNORECASE,
)
_AFTER_ANOTHER = re.compile(
    r"\b(?:nach|vor)\s(?:dem|der|den)\s(?:[\w.-]+\s){0,2}[A-ZÄÖÜ][\w-]+\s\((?:um\s|ab\s|ca\.\s)?\Z"
)
_EACH = re.compile(r"\b(?:jeweils|immer|je|stets)\s(?:um\s|ab\s|von\s|gegen\s|zwischen\s)?$", re.IGNORECASE)
_BEGINS = re.compile(r"\b(?:\w*beginn|jeweils|immer|los geht|start|wie gewohnt|alle)\b", re.IGNORECASE)
_FEW = 8  # groups
_WEEK = 7  # days
_TWICE = 2  # a day in the heading and below it
_SHORT = 60  # characters of a line that stands above what it says
_BESIDE = 5  # characters between a time and the date behind it
_FOR_ALL = re.compile(
    r"\b(?:überall|jeweils|immer|jedes mal|alle[rn]?|stets|beginn|folgende[nr]?|terminen?|uhrzeit|an (?:allen|beiden) tagen)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Hours:
    """`starts`: usually one. `until` None: no end is said."""

    starts: tuple[Value[time], ...] = ()
    until: Value[time] | None = None
    doors: Value[time] | None = None


def hours(reading: Reading, group: Group, before: Group | None = None, known: "Hours | None" = None) -> Hours:
    """`before` and `known`: the group before this one in the section, and its hours."""
    own = _own_start(reading, group, before, known)
    if own is not None:
        return _with_end(reading, own, group.end, group, ())
    if each := _for_each_day(reading, group):
        return _with_end(reading, each, each.end + 200, group, ())
    if announced := _announced(reading, group):
        return _with_end(reading, announced, announced.end + 100, group, ())
    for mention in _said_for_all(reading, group):
        return _with_end(
            reading,
            mention,
            mention.end + 200,
            group,
            (DoubtKind.TIME_INHERITED,) if not group.is_row else (),
        )
    if known and known.starts and _SAME_AGAIN.search(reading.plain, *reading.layout.sentence_at(group.at)):
        return Hours(tuple(_doubted(each) for each in known.starts), known.until, known.doors)
    return Hours(doors=_doors(reading, group))


def said_at_the_end(reading: Reading, groups: list[Group]) -> Hours | None:
    """“… am 24. und 31. Juli. Der dritte Termin ist am 14. August. Beginn ist 20 Uhr.”: of all of them."""
    if not 1 < len(groups) <= _FEW or any(group.is_row or group.time for group in groups):
        return None
    *others, last = groups
    mention = _own_start(reading, last, None)
    if mention is None or mention.start < reading.layout.sentence_at(last.at)[1]:
        return None
    is_said = _BEGINS.search(reading.plain, reading.layout.sentence_at(mention.start)[0], mention.start)
    if not is_said or any(hours(reading, group).starts for group in others):
        return None
    said = _with_end(reading, mention, last.end, last, ())
    return Hours(tuple(_doubted(each) for each in said.starts), said.until, said.doors)


def _doubted(value: Value[time]) -> Value[time]:
    return Value(
        value.value,
        value.spans,
        0.6,
        (*value.doubts, Doubt(DoubtKind.TIME_INHERITED, next(iter(value.spans), None))),
    )


def _own_start(
    reading: Reading, group: Group, before: Group | None, known: "Hours | None" = None
) -> TimeMention | None:
    if group.time is not None:
        return group.time
    sentence = reading.layout.sentence_at(group.at)
    found = [
        each for each in reading.times.within(group.start, group.end, 60) if each.use in (Use.START, Use.OPEN)
    ]
    found = [each for each in found if not _is_for_some(reading, each)] or found
    beside = [each for each in found if each.end <= group.at and group.at - each.end <= _BESIDE + 3]
    after = [
        each
        for each in found
        if group.at_end <= each.start < sentence[1] and not _belongs_elsewhere(reading, each)
    ]
    if beside and before is not None and before.end > sentence[0]:
        return beside[-1]
    if after:
        return after[0]
    earlier = [each for each in found if each.end <= group.at]
    if earlier:
        return earlier[-1]
    is_known = bool(before is not None and known and known.starts and _is_one_day(group, before))
    later = [
        each
        for each in found
        if each.start >= sentence[1]
        and not (is_known and _OPENED.search(reading.plain, *reading.layout.sentence_at(each.start)))
        and not _of_an_office(reading, each, group)
        and not _of_another_series(reading, each, group)
    ]
    is_row = group.is_row and group.line.end
    return next((each for each in later if each.end <= is_row or _begins(reading, each, group.at)), None)


def _is_one_day(one: Group, other: Group) -> bool:
    return {(slot.day, slot.last) for slot in one.slots} == {(slot.day, slot.last) for slot in other.slots}


def _of_another_series(reading: Reading, mention: TimeMention, group: Group) -> bool:
    """“jeweils freitags um 9.30 Uhr” says nothing of a Wednesday."""
    start, end = reading.layout.sentence_at(mention.start)
    days = {RRULE_DAYS[slot.day.weekday()] for slot in group.slots}
    codes = [
        each.code for each in reading.recurrences.within(start, end, 5) if each.code.startswith("weekly:")
    ]
    return bool(codes) and bool(days) and not any(day in code for code in codes for day in days)


def _is_told_of_another(reading: Reading, mention: TimeMention, group: Group) -> bool:
    """In a whole sentence about another weekday; a heading “freitags 20 Uhr” may be about all days."""
    end = reading.layout.sentence_at(mention.start)[1]
    is_whole = reading.plain[max(0, end - _BESIDE) : end].rstrip()[-1:] in ".!?"
    return is_whole and _of_another_series(reading, mention, group)


def _begins(reading: Reading, mention: TimeMention, at: int) -> bool:
    """Whether a later sentence says when it begins, and not what happens in its course."""
    start, end = reading.layout.sentence_at(mention.start)
    if _LATER.search(reading.plain, start, mention.start):
        return False
    is_first = mention.start - start <= 16
    line = reading.layout.line_at(at)
    is_below = line.end - line.start <= _SHORT or reading.layout.line_at(mention.start).block == line.block
    is_first = is_first and is_below
    said = _BEGINNING.search(reading.plain, start, end)
    return is_first or mention.use is Use.OPEN or mention.until is not None or bool(said)


def _belongs_elsewhere(reading: Reading, mention: TimeMention) -> bool:
    """Just before the next date of the same sentence: “am 3. um 15 Uhr und um 17 Uhr am 4.”; “nach der Messe (10 Uhr)”."""
    gap = reading.plain[mention.end : mention.end + _BESIDE + 12]
    if reading.plain[mention.start - 1 : mention.start] == "(" and _AFTER_ANOTHER.search(
        reading.plain, max(0, mention.start - 60), mention.start
    ):
        return True
    following = reading.dates.within(mention.end, mention.end + _BESIDE + 3)
    return bool(following) and gap.lstrip().startswith("am ")


def _is_for_some(reading: Reading, mention: TimeMention) -> bool:
    """For those who build up or may come earlier than all others."""
    start, end = reading.layout.sentence_at(mention.start)
    is_said_before = _FOR_HELPERS.search(reading.plain, start, mention.start)
    return bool(is_said_before or _FOR_BUILDING.match(reading.plain, mention.end, end))


def _is_opened_for_it(reading: Reading, start: int, end: int) -> bool:
    """Whether “geöffnet” is said of the event: on that day, of nothing else, or of what is called like an event."""
    words = reading.plain[start:end]
    if (
        not _OPENED.search(words)
        or _OFFICE.search(_OPENED.sub("", words))
        or reading.recurrences.within(start, end, 1)
    ):
        return False
    subject = _SUBJECT.search(words)
    return bool(_OPENED_FOR_IT.search(words)) or (
        subject is not None and is_event(subject["noun"]) and not is_venue(subject["noun"])
    )


def _of_an_office(reading: Reading, mention: TimeMention, group: Group) -> bool:
    start, end = reading.layout.sentence_at(mention.start)
    sentence = reading.plain[start:end]
    if _is_opened_for_it(reading, start, end):
        return False
    if _MEETING_POINT.match(reading.plain, start, mention.start):
        return False  # “Treffpunkt ist um 15 Uhr am Bahnhof, wo es die Karten gibt.”
    if mention.until is not None and mention.start - start <= 6 and not _OFFICE.search(sentence):
        return False  # “Von 14 bis 19 Uhr kann nach Anmeldung gespendet werden.”
    is_all_week = any(each.code.count(",") >= 2 for each in reading.recurrences.within(start, end))
    is_all_week = is_all_week and not any(
        slot.last and (slot.last - slot.day).days < _WEEK for slot in group.slots
    )
    return is_all_week or reading.signing_up.are_said_at(mention.start) or bool(_OFFICE.search(sentence))


def _for_each_day(reading: Reading, group: Group) -> TimeMention | None:
    """“… am 13. und am 20., immer von 10 bis 12 Uhr”: in the sentence of the days."""
    for each in reading.times.within(*reading.layout.sentence_at(group.at)):
        if _EACH.search(reading.plain, max(0, each.start - 24), each.start):
            return each
    return None


def _announced(reading: Reading, group: Group) -> TimeMention | None:
    """“Die Termine, jeweils um 15.30 Uhr:” above the days, or above the list they stand in."""
    lines = reading.layout.lines
    number = reading.layout.line_at(group.start).number
    while (
        number and (group.is_row or number == group.line.number) and _is_of_the_list(reading, lines[number])
    ):
        number -= 1
    head = lines[number]
    start, end = reading.layout.sentence_at(head.end - 1)
    if number == group.line.number or reading.plain[head.end - 1] != ":":
        return None
    found = [each for each in reading.times.within(start, end, 3) if each.use in (Use.START, Use.OPEN)]
    is_of_all = bool(_FOR_ALL.search(reading.plain, start, end)) or (
        group.is_row and group.section is not None and have_no_hours(reading, group.section.groups)
    )
    return found[-1] if found and is_of_all else None


def _is_of_the_list(reading: Reading, line: Line) -> bool:
    return bool(line.bullet) or (
        bool(reading.dates.within(line.start, line.end, 1)) and reading.plain[line.end - 1] != ":"
    )


def _said_for_all(reading: Reading, group: Group) -> list[TimeMention]:
    section = group.section or Section(0, 0, None)
    found = [
        each
        for start, end in [*group.led, *section.shared]
        for each in reading.times.within(start, end, 20)
        if each.use in (Use.START, Use.OPEN)
    ]
    found = [
        each for each in found if not _of_an_office(reading, each, group) and not _is_told(reading, each)
    ]
    is_only_day = all(
        each is group or (_is_one_day(each, group) and not reading.times.within(each.start, each.end, 1))
        for each in section.groups
    )
    if is_only_day and len(section.groups) <= _TWICE and not group.is_row:
        return [each for each in found if not _is_told_of_another(reading, each, group)][:1]
    of_all = [each for each in found if _is_for_all(reading, each)]
    if not of_all and group.is_row and have_no_hours(reading, section.groups):
        of_all = [each for each in found if begins_them(reading, each)]
    return of_all[:1]


def _is_told(reading: Reading, mention: TimeMention) -> bool:
    """In a sentence that tells what was."""
    return is_report(reading.plain[slice(*reading.layout.sentence_at(mention.start))])


def _is_for_all(reading: Reading, mention: TimeMention) -> bool:
    """Said with “jeweils” and the like, or of a series."""
    start, end = reading.layout.sentence_at(mention.start)
    said = _FOR_ALL.search(reading.plain, start, end) or OF_ALL.search(reading.plain, start, end)
    return bool(said or reading.recurrences.within(start, end))


def _with_end(
    reading: Reading, mention: TimeMention, stop: int, group: Group, kinds: tuple[DoubtKind, ...]
) -> Hours:
    span = reading.text.span(mention.start, mention.end)
    if mention.is_word:
        kinds += (DoubtKind.TIME_AMBIGUOUS,)
    doubts = tuple(Doubt(kind, span) for kind in kinds)
    starts = tuple(Value(each, (span,), 0.7 if kinds else 0.95, doubts) for each in mention.starts)
    until = (
        Value(mention.until, (span,))
        if mention.until is not None
        else _end(reading, group, mention, stop, starts)
    )
    return Hours(starts, until, _doors(reading, group))


def _end(
    reading: Reading, group: Group, mention: TimeMention, stop: int, starts: tuple[Value[time], ...]
) -> Value[time] | None:
    """An end said in the same sentence or the next; else a duration."""
    number = reading.layout.sentence_number(mention.start)
    limit = min(stop, reading.layout.sentence(number + 1)[1] or stop, mention.end + 220)
    for each in reading.times.within(mention.end, limit):
        if (
            each.use is Use.END
            and not _of_an_office(reading, each, group)
            and not reading.dates.within(mention.end, each.start)
        ):
            return Value(each.starts[0], (reading.text.span(each.start, each.end),), 0.85)
    return _of_same_start(reading, group, mention) or _by_duration(reading, group, mention, stop, starts)


def _of_same_start(reading: Reading, group: Group, mention: TimeMention) -> Value[time] | None:
    """The same time is named a second time, with its end: “… von 8.30 bis 10 Uhr. Los geht es am 7. April ab 8.30 Uhr”."""
    stretches = [(group.start, group.end), *(group.section.shared if group.section else [])]
    for start, end in stretches:
        for each in reading.times.within(start, end, 30):
            is_again = each.until is not None and each.starts == mention.starts
            is_over = _is_told(reading, each) and not reading.recurrences.within(
                *reading.layout.sentence_at(each.start), 1
            )
            if is_again and each.until and not (is_over or _of_an_office(reading, each, group)):
                return Value(each.until, (reading.text.span(each.start, each.end),), 0.75)
    return None


def _by_duration(
    reading: Reading, group: Group, mention: TimeMention, stop: int, starts: tuple[Value[time], ...]
) -> Value[time] | None:
    """“zweistündig”, “Dauer: 90 Minuten”."""
    floor = group.start if group.is_row else reading.layout.sentence_at(mention.start)[0] - 200
    first, last = max(0, floor), min(stop, mention.end + 260)
    for match in _DURATION.finditer(reading.plain, first, last):
        is_in_brackets = (
            reading.plain[match.start() - 1 : match.start()] == "("
            and reading.plain[match.end() : match.end() + 1] == ")"
        )
        near = max(first, match.start() - 16), min(last, match.end() + 6)
        is_said = match["unit"].lower().startswith("st") and _DAUERT.search(reading.plain, *near)
        if _ABOUT.search(reading.plain, near[0], match.start()) and not is_said:
            continue  # “etwa 30 Minuten”: no end
        if not starts or not (is_in_brackets or _LASTS.search(reading.plain, *near)):
            continue
        minutes = minutes_said(match)
        total = starts[0].value.hour * 60 + starts[0].value.minute + minutes
        if 15 <= minutes <= 600 and len(starts) == 1:
            span = reading.text.span(match.start(), match.end())
            return Value(time(total // 60 % 24, total % 60), (span,), 0.7)
    return None


def _doors(reading: Reading, group: Group) -> Value[time] | None:
    for each in reading.times.within(group.start, group.end):
        if each.use is Use.DOORS:
            return Value(each.starts[0], (reading.text.span(each.start, each.end),), 0.95)
    return None
