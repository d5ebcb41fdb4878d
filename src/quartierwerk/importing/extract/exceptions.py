"""Days on which a series is not, as it is otherwise: “Am 20. Mai ist kein Café”, “vom 23.12. bis 6.1. geschlossen”.

Such a day is no event of its own but an exception of the series it falls on, if that was said in another sentence; a day
instead (“dafür am 18. Februar”) is told at the series with a doubt, and so is a pause without a date (“nicht in den Ferien”).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .articles import Article
from .draft import Doubt, DoubtKind, EventDraft, Span, Value
from .lexicon import MONTHS
from .reading import Reading
from .recurrence import Recurrence, falls_on
from .roles import Role
from .stretches import Stretch

if TYPE_CHECKING:
    from .slots import Slot

_OFF = re.compile(
    r"\b[Pp]ause\b|\bpausier|\bgeschlossen\b|\b[Rr]uhetag\b|\bentf[aä]ll|\bUrlaub\b|\b(?:fällt|fallen)\b(?:[^.!?;]|(?<=\d)\.)*\baus\b|\bausfallen\b|"
    r"\b[Kk]eine?n?\s(?:\w+\s)?[A-ZÄÖÜ]|\bnicht\b[^.!?;]{0,40}\b(?:statt|stattfinden|da)\b|\bzu(?=[.!]|$)|\bnicht(?=[.!,]|$)|\b(?:[Nn]icht|[Aa]ußer|ausgenommen)\s(?:am|an|in|im)\b"
)
_PAUSE_BEFORE = re.compile(r"\b(?:Pause|pausiert|pausieren|Urlaub|Ferien)\b[^.!?;,\d]{0,20}\Z")
_INSTEAD = re.compile(r"\b(?:dafür|stattdessen|ersatz\w*|nachgeholt|nachholtermin|sondern)\b", re.IGNORECASE)
_AND = re.compile(r"[\s,]*(?:und|sowie|oder)?\s*(?:(?:am|vom|den)\s)?", re.IGNORECASE)
_NOTE = re.compile(r"\([^()]*\)")  # “3. Juni (entfällt)” in a list of days is said of that one
_GOES_ON = re.compile(r"\b(?:weiter|wieder)\b")
_OTHERWISE = re.compile(r"\b(?:ausnahmsweise|abweichend|diesmal|dieses Mal)\b", re.IGNORECASE)
# When a series pauses, where no day is said.
_FREE_TIME = re.compile(
    rf"\b(?:(?:in|während|außerhalb) (?:de[nr] |allen )?[\w-]*(?:ferien|pause)\b|an (?:\w+ )?feiertagen|im (?:{'|'.join(MONTHS)})\b|"
    r"zwischen den (?:jahren|feiertagen)|über (?:weihnachten|ostern|pfingsten))",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"\baußerhalb\b|\bnur während der schulzeit\b", re.IGNORECASE)
_MOST = 30  # days and pauses of a text
_LONGEST = 130  # days of a pause


def with_exceptions(reading: Reading, article: Article, found: "list[Slot]") -> "list[Slot]":
    """The days of an article, those on which its series is not marked as such."""
    series = [
        each
        for each in reading.recurrences.within(article.start, article.end, 60)
        if not each.code.endswith(":")
    ]
    if not series:
        return found
    series = [each for each in series if _is_told(reading, each, found)]
    marked: list[Slot] = []
    for slot in found:
        marked.append(_marked(reading, slot, marked[-1] if marked else None, series))
    return marked


def _is_told(reading: Reading, series: Recurrence, found: "list[Slot]") -> bool:
    """Whether it is announced: with its time, or with a day in its sentence."""
    stretch = series.row or reading.layout.sentence_at(series.start)
    return bool(reading.times.within(*stretch, 1)) or any(
        slot.role is Role.EVENT and stretch[0] <= slot.mention.start < stretch[1] for slot in found
    )


def _is_of(reading: Reading, series: list[Recurrence], slot: "Slot") -> bool:
    """Whether the day falls on one of the series that sentences before it tell, or its row of a programme."""
    first = reading.layout.sentence_at(slot.mention.start)[0]
    at = slot.mention.start
    codes = {
        each.code for each in series if each.end <= first or (each.row and each.row[0] <= at < each.row[1])
    }
    return any(falls_on(code, day) for code in codes for day in _days(slot))


def _days(slot: "Slot") -> Iterator[date]:
    days = min((slot.last - slot.day).days, _LONGEST) if slot.last else 0
    return (slot.day + timedelta(days=step) for step in range(days + 1))


def _marked(reading: Reading, slot: "Slot", before: "Slot | None", series: list[Recurrence]) -> "Slot":
    if slot.role not in (Role.EVENT, Role.OTHER, Role.ENDS, Role.OLD) or slot.in_report or slot.is_exception:
        return slot
    first, last = reading.layout.sentence_at(slot.mention.start)
    is_beside = before is not None and before.mention.start >= first
    start = before.mention.end if before and is_beside else first
    following = reading.dates.within(slot.mention.end, last, 1)
    end = following[0].start if following else last
    is_off_before = before is not None and is_beside and before.is_exception
    if is_off_before and _INSTEAD.search(reading.plain, start, last):
        return replace(slot, role=Role.OTHER, is_extra=True)
    goes_on = _GOES_ON.search(reading.plain, start, end)
    if goes_on and (is_off_before or _FREE_TIME.search(reading.plain, first, slot.mention.start)):
        return replace(slot, role=Role.OTHER) if _is_of(reading, series, slot) else slot
    is_paused = _PAUSE_BEFORE.search(reading.plain, start, slot.mention.start)
    is_joined = _AND.fullmatch(reading.plain, slot.mention.end, end)
    words = _NOTE.sub("", reading.plain[start : last if is_joined else end])
    is_off = is_paused or (_OFF.search(words) and not goes_on)
    is_otherwise = slot.role is Role.EVENT and _OTHERWISE.search(reading.plain, first, last)
    if not (is_off or is_otherwise) or not _is_of(reading, series, slot):
        return slot
    return replace(slot, role=Role.OTHER if is_off else slot.role, is_exception=True)


def with_pauses(
    reading: Reading, article: Article, drafts: list[EventDraft], found: "list[Slot]"
) -> list[EventDraft]:
    """The events, each series with the days on which it is not and the doubts about those that are not said as days."""
    if not any(draft.recurrence for draft in drafts):
        return drafts
    off = [slot for slot in found if slot.is_exception][:_MOST]
    doubts = [
        (_sentence(reading, slot), _doubt(reading, DoubtKind.EXTRA_DAY, slot))
        for slot in found
        if slot.is_extra
    ]
    doubts += list(_pauses(reading, article, off))
    days = {
        code: _on(reading, code, off)
        for code in {draft.recurrence.value for draft in drafts if draft.recurrence}
    }
    return [_with(reading, draft, days, doubts) if draft.recurrence else draft for draft in drafts]


def _sentence(reading: Reading, slot: "Slot") -> Stretch:
    return reading.layout.sentence_at(slot.mention.start)


def _doubt(reading: Reading, kind: DoubtKind, slot: "Slot") -> Doubt:
    return Doubt(kind, reading.text.span(slot.mention.start, slot.mention.end), slot.day)


def _pauses(reading: Reading, article: Article, off: "list[Slot]") -> Iterator[tuple[Stretch, Doubt]]:
    """“In den Sommerferien machen wir Pause”, unless that sentence says the days."""
    told = {_sentence(reading, slot) for slot in off}
    for match in list(_FREE_TIME.finditer(reading.plain, article.start, article.end))[:_MOST]:
        sentence = _behind_rows(reading, reading.layout.sentence_at(match.start()), match.start())
        is_off = _OFF.search(reading.plain, *sentence) or _OUTSIDE.search(reading.plain, *sentence)
        if is_off and sentence not in told:
            told.add(sentence)
            yield sentence, Doubt(DoubtKind.PAUSES, reading.text.span(*match.span()))


def _behind_rows(reading: Reading, sentence: Stretch, at: int) -> Stretch:
    """Without the rows of a programme that run into it: “… 19.30 Uhr / In den Ferien treffen sich die Gruppen nicht.”"""
    rows = [
        each.row[1] for each in reading.recurrences.within(*sentence, 12) if each.row and each.row[1] <= at
    ]
    return max([sentence[0], *rows]), sentence[1]


def _with(
    reading: Reading,
    draft: EventDraft,
    off: dict[str, dict[date, Value[date]]],
    doubts: list[tuple[Stretch, Doubt]],
) -> EventDraft:
    said = off[draft.recurrence.value] if draft.recurrence else {}
    first = draft.start.value.isoformat()[: len("2026-05-20")] if draft.start else ""
    about = tuple(doubt for sentence, doubt in doubts if _is_about(reading, draft, sentence))
    excluded = tuple(said[day] for day in sorted(said) if day.isoformat() >= first)
    return replace(draft, excluded=excluded, doubts=(*draft.doubts, *about))


def _on(reading: Reading, code: str, off: "list[Slot]") -> dict[date, Value[date]]:
    """The days of a series on which it is not."""
    return {
        day: Value(day, (reading.text.span(slot.mention.start, slot.mention.end),), slot.confidence)
        for slot in off
        for day in _days(slot)
        if falls_on(code, day)
    }


def _is_about(reading: Reading, draft: EventDraft, sentence: Stretch) -> bool:
    """What stands in the sentence of a series is said of that one, what stands alone of all."""
    own = [reading.text.span(each.start, each.end) for each in reading.recurrences.within(*sentence, 12)]
    spans: tuple[Span, ...] = draft.recurrence.spans if draft.recurrence else ()
    return not own or any(span in own for span in spans)
