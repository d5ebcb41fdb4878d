"""Events without a date: what repeats (“jeden Freitag von 15 bis 17 Uhr”), and invitations that say only a time.

Opening hours, office hours and plans are none.
"""

import re
from datetime import time

from .articles import Article
from .draft import Value
from .habits import as_row, clauses, is_closed
from .lexicon import EVENT_HEADS, WEEKDAYS
from .offers import of_rows
from .reading import Reading
from .recurrence import Recurrence
from .relative import goes_on_with_hours
from .roles import HANDED_IN, Role, is_report
from .segments import Group, Section
from .sharing import asked_at_the_end
from .slots import Slot
from .stretches import Stretches
from .times import TimeMention, Use
from .timetables import LINE as OF_A_TIMETABLE
from .timetables import is_opening_hours

_OFFICE = re.compile(
    r"öffnungszeit|besuchszeit|sprechzeit|bürozeit|sekretariat|geschäftszeit|telefonzeit|erreichbar|\bgeöffnet\b|für (?:sie|euch|dich) da\b|"
    r"\böffnet\b(?![^.!?]{0,110}\b(?:türen|pforten)\b)|"
    r"telefonisch|zu erreichen|\bbesetzt\b|(?:termin)?vereinbarung|terminabsprache|nach absprache|auf wunsch|auf anfrage|betreuung\b|\bauf haben\b|"
    r"voraussichtlich|geplant sind|freie zeiten|ausleihe|markttag|müll|abfuhr|wertstoffhof|bis auf weiteres|parkzeit|fährt|fahren|takt|"
    r"\bgearbeitet wird\b|\b(?:wird|werden)\b.{0,40}\bgearbeitet\b|\barbeitszeit|" + HANDED_IN,
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"\blad(?:en|et)?\b[^.!?]{0,90}\bein\b|\blädt\b|willkommen|komm(?:t|en sie)? (?:einfach "
    r"|gern[e]? )?vorbei|freuen (?:wir )?uns|geht es los|geht's los|los geht|bei uns|"
    r"mach(?:t|en sie)? mit|sei(?:d)? dabei|treffpunkt|\bbeginn\b",
    re.IGNORECASE,
)
_EVENT_WORD = re.compile(rf"\w*(?:{'|'.join(EVENT_HEADS)})(?:s|es|n|en|e)?\b", re.IGNORECASE)
_SIGNING_UP = re.compile(
    r"\banmeldung(?:en)? (?:sind|ist|werden|wird|nimmt|nehmen|bei|im|unter|erfolgt)\b|\banmelden (?:kann|können)\b|"
    r"\bkarten(?:vorverkauf|bestell|reserv|verkauf)|\bkarten (?:gibt|sind|können|im)\b|vorverkauf|reservierung|\btickets?\b|\bbürodienst",
    re.IGNORECASE,
)
_BARE_DAY = re.compile(rf"(?:{'|'.join(WEEKDAYS)}|(?:Mo|Di|Mi|Do|Fr|Sa|So)\b)\.?,?\s", re.IGNORECASE)
_BLOCKING = (Role.OTHER, Role.OLD, Role.RUNNING, Role.SALE)

_MANY = 20  # days named without a date
_FAR = 60  # characters

Undated = tuple[Group, Value[time] | None, Value[time] | None]


def undated_groups(
    reading: Reading, article: Article, sections: list[Section], slots: list[Slot], *, beside: bool = False
) -> list[Undated]:
    """(group, start, end) of each; `beside`: there are dated events, so only what repeats counts."""
    every = reading.recurrences.within(article.start, article.end, 300)
    rows = [each for each in every if each.row]
    told, listed = _told(reading, every, sections, slots)
    offers = [*of_rows(reading, rows, sections), *of_rows(reading, listed, sections)]
    found: list[Undated] = [(group, *_values(reading, hour)) for group, hour in (*offers, *told)]
    found.sort(key=lambda each: each[0].at)
    if found or beside:
        return found
    blocked = any(slot.role in _BLOCKING for slot in slots)
    return [] if blocked else _by_time_only(reading, article, sections)


def _told(
    reading: Reading, every: list[Recurrence], sections: list[Section], slots: list[Slot]
) -> tuple[list[tuple[Group, TimeMention]], list[Recurrence]]:
    """What sentences say of series: a group with its time for each, and the clauses that list like rows."""
    rows = Stretches([each.row for each in every if each.row])
    found: list[tuple[Group, TimeMention]] = []
    listed: list[Recurrence] = []
    taken = every[0].start if every else 0
    for each in every:
        sentence = reading.layout.sentence_at(each.start)
        if each.start < taken or rows.meet(each.start, each.end) or _has_days(reading, slots, sentence):
            continue
        several = clauses(reading, sentence)
        for series, stretch, hour in several or [(each, sentence, _hour_near(reading, each, sentence))]:
            is_held = hour is not None and not is_closed(reading.plain[slice(*stretch)])
            if hour is None or not is_held or not _is_for_guests(reading, series, stretch):
                continue
            taken = max(taken, sentence[1], hour.end)
            if several and (row := as_row(reading, series, stretch)):
                listed.append(row)
                continue
            group = _group(reading, sections, series.start, max(series.end, hour.end), stretch)
            group.recurrence = series
            found.append((group, hour))
    return found, listed


def _has_days(reading: Reading, slots: list[Slot], sentence: tuple[int, int]) -> bool:
    """A written day beside a series wins, unless the series is not on that day."""
    return bool(reading.dates.within(*sentence, 1)) and not _are_exceptions(slots, sentence)


def _is_for_guests(reading: Reading, each: Recurrence, sentence: tuple[int, int]) -> bool:
    return (
        each.code != "daily:"
        and not is_of_an_office(reading, each, sentence)
        and not is_for_signing_up(reading, each)
    )


def _are_exceptions(slots: list[Slot], sentence: tuple[int, int]) -> bool:
    """“jeden Dienstag, außer am 21. Mai”: none of the sentence's days is an event."""
    said = [slot for slot in slots if sentence[0] <= slot.mention.start < sentence[1]]
    return bool(said) and all(slot.role is Role.OTHER and slot.is_exception for slot in said)


def _by_time_only(reading: Reading, article: Article, sections: list[Section]) -> list[Undated]:
    plain = reading.plain[article.start : min(article.end, article.start + 20_000)]
    days = reading.weekdays.within(article.start, article.end, _MANY)
    is_of_a_day = any(mention.form == "on" for mention in days)
    if not (_INVITES.search(plain) or is_of_a_day) or is_report(plain):
        return []
    for hour in reading.times.within(article.start, article.end, 20):
        start, end = reading.layout.sentence_at(hour.start)
        is_of_an_office = _OFFICE.search(reading.plain, start, end) or goes_on_with_hours(
            reading.layout, start, end
        )
        if hour.use in (Use.START, Use.OPEN) and not is_of_an_office:
            return [(_group(reading, sections, hour.start, hour.end, (start, end)), *_values(reading, hour))]
    return []


def _hour_near(reading: Reading, each: Recurrence, sentence: tuple[int, int]) -> TimeMention | None:
    """The time behind it, else before it, in the sentence or right below."""
    found = [
        hour
        for hour in reading.times.within(
            sentence[0], max(sentence[1], min(each.end + _FAR, _next_series(reading, sentence)))
        )
        if hour.use in (Use.START, Use.OPEN)
    ]
    after = [hour for hour in found if hour.start >= each.end]
    return next(iter(after or found), None)


def _next_series(reading: Reading, sentence: tuple[int, int]) -> int:
    """Where the sentence of the next one begins, whose time is its own."""
    following = reading.recurrences.within(sentence[1], sentence[1] + _FAR, 1)
    return reading.layout.sentence_at(following[0].start)[0] if following else sentence[1] + _FAR


def is_of_an_office(reading: Reading, each: Recurrence, sentence: tuple[int, int]) -> bool:
    """Opening hours: said so here or in the line above; or five days a week."""
    line = reading.layout.line_at(each.start)
    above = reading.layout.lines[max(0, line.number - 1)]
    words = reading.plain[min(sentence[0], line.start) : max(sentence[1], line.end)]
    is_below = above.end - above.start < 60 and bool(_OFFICE.search(reading.plain, above.start, above.end))
    heading = reading.layout.heading_before(each.start)
    is_below = is_below or bool(heading and _OFFICE.search(reading.plain, heading.start, heading.end))
    is_short = not _EVENT_WORD.search(words) and each.code.count(",") > 1
    is_below = is_below or is_opening_hours(reading.layout, line)
    is_all_week = any(other.code.count(",") >= 4 for other in reading.recurrences.within(*sentence, 5))
    return bool(_OFFICE.search(words)) or is_below or is_short or is_all_week


def is_for_signing_up(reading: Reading, each: Recurrence) -> bool:
    """“Kartenbestellungen sind freitags von 17 bis 19 Uhr möglich”."""
    start = reading.layout.sentence_at(each.start)[0]
    return bool(_SIGNING_UP.search(reading.plain, start, each.start))


def _group(reading: Reading, sections: list[Section], at: int, end: int, sentence: tuple[int, int]) -> Group:
    line = reading.layout.line_at(at)
    section = next((each for each in reversed(sections) if each.start <= at), sections[0])
    is_short = line.end - line.start < 140 and sentence[0] >= line.start
    is_bare = bool(_BARE_DAY.match(reading.plain, at, line.end)) and at == line.text_start
    is_row = bool(line.bullet) or (is_short and (is_bare or ":" in reading.plain[line.start : line.end]))
    is_row = is_row or OF_A_TIMETABLE.match(reading.plain, line.text_start, line.end) is not None
    group = Group(
        at,
        end,
        [],
        line,
        line.start if is_row else sentence[0],
        max(sentence[1], end),
        is_row=is_row,
        section=section,
    )
    if not section.groups:
        section.shared = [(section.start, section.end)]
    else:
        group.also = asked_at_the_end(reading, section)
    return group


def _values(reading: Reading, hour: TimeMention) -> tuple[Value[time] | None, Value[time] | None]:
    span = reading.text.span(hour.start, hour.end)
    until = Value(hour.until, (span,)) if hour.until is not None else None
    return Value(hour.starts[0], (span,), 0.9), until
