"""Old day and new day belong together: what a text says of an event that is moved becomes one draft. Pure.

The grammar reads “Die Sprechstunde am 15.12. muss verschoben werden. Neuer Termin: 19. Januar” as two dates, one of which
does not hold. Nobody wants the one cancelled and the other made.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from . import likeness
from .extract import dates_in
from .extract.draft import Draft, EventDraft, Span, Status, Value

NOT_THEN = (Status.CANCELLED, Status.POSTPONED)  # whoever reads the old day must hear that it does not hold
MOST = 2_000  # characters that are looked at around one event
# What stands before the new day.
_NEW_DAY = re.compile(
    r"(?:\b(?:neuer|neue|anderer|ersatz|nachhol|ausweich)[ -]?termin\w*\b[^.!?\n]{0,40}|\b(?:stattdessen|ersatzweise|nun|jetzt|dafür|sondern|"
    r"erst|nachgeholt(?: wird)?|nachholen|neu:?)\b[^.!?\n\d]{0,30}|\b(?:verlegt|verschoben|verlegen|verschieben)\b[^.!?\n\d]{0,12}|"
    r"\bauf (?:den|das|kommenden|nächsten)?)"
    r"[\s:,]*(?:(?:am|auf|den|dem|der|ist|wird|zum)\s+){0,3}(?:[\wäöü]+(?:tag|woch|abend)\w*,?\s+)?(?:de[nmr]\s+)?$",
    re.IGNORECASE,
)
_OLD_DAY = re.compile(
    r"\b(?:statt|anstatt|anstelle|vom|ursprünglich|für|geplant|nicht)\b[^.!?\n\d]{0,40}$", re.IGNORECASE
)
_NAMES_NEW_DAY = re.compile(
    r"\b(?:neuer|neue|anderer|ersatz|nachhol|ausweich)[ -]?termin\w*\b(?![^.!?\n]{0,60}\b(?:folgt|noch|gesucht|rechtzeitig|bekannt|steht)\b)"
    r"|\b(?:stattdessen|nachgeholt)\b[^.!?\n]{0,60}\d"
    r"|\bfinde[tn]\b[^.!?\n]{0,40}\b(?:nun|erst|jetzt)\b[^.!?\n]{0,40}\d"
    r"|\b(?:verlegt|verschoben)\b[^.!?\n]{0,20}\bauf (?:den |de[mn] )?(?:\w+tag|\w+woch|\d)"
    r"|\bauf (?:den )?(?:\w+(?:tag|woch),? ?)?(?:den )?\d[^!?\n]{0,60}(?:verlegt|verschoben)",
    re.IGNORECASE,
)
# “Fällt nicht aus”, “findet doch statt”: that something is off is denied.
_IS_ON = re.compile(
    r"\b(?:fällt|fallen)\b[^!?;\n]{0,120}\bnicht aus\b|\bnicht (?:abgesagt|verschoben|verlegt|ausfallen|ausgefallen)\b|"
    r"\bentf(?:ällt|allen)\b[^.!?;\n]{0,60}\bnicht\b|"
    r"\bfinde[tn]\b(?:(?!\bnicht\b|\bkein)[^.!?;\n]){0,40}"
    r"\b(?:doch|wie geplant|trotzdem|dennoch|auf jeden fall|planmäßig)\b(?:(?!\bnicht\b|\bkein)[^!?;\n]){0,120}\bstatt\b",
    re.IGNORECASE,
)
_TAKES_PLACE = re.compile(r"\bfinde[tn]\b(?:(?!\bnicht\b|\bkeine?\b)[^!?;\n]){0,160}\bstatt\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:neue[rs]?|geänderte[rs]?|andere[rs]?) (?:uhrzeit|anfangszeit|beginn|termin|zeit|ort|raum|veranstaltungsort)\b|"
    r"\b(?:raum|orts)wechsel\b|\bnicht,? wie\b[^.!?\n]{0,30}\b(?:angekündigt|geplant|gemeldet|üblich|ursprünglich)|\banders als\b|"
    r"\bnicht (?:im|in|am|an|um|auf|bei)\b[^.!?\n]{0,80}\bsondern\b|\b(?:statt|anstatt) (?:wie|um|am|im|in)\b|\bstatt ?dessen\b|"
    r"\b(?:verlegt|verschoben|vorverlegt|vorgezogen|verlegung|terminänderung)\b|\bfinde[tn]\b[^.!?\n]{0,40}\b(?:nun|erst|jetzt)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\bgeht(?: e|')?s\b[^.!?\n]{0,80}\b(?:weiter|los)\b|\bwie (?:gewohnt|üblich|immer|gehabt)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Told:
    """What a text says around an event. `days`: (day, month, year) named beside its own, 0 for what is not said;
    `words`: what speaks of it; `is_changed`: time or place of something that is there; `names_new_day`: a date that does
    not hold has another, `is_denied`: it holds; `goes_on_from`: the title of what is off before and goes on on this day."""

    days: tuple[tuple[int, int, int], ...] = ()
    words: str = ""
    is_changed: bool = False
    names_new_day: bool = False
    is_denied: bool = False
    goes_on_from: str = ""


def together(draft: Draft, text: str) -> Draft:
    """Old and new days as one event each, and nothing off of which the text says that it is on."""
    events = [_as_said(each, text) for each in draft.events]
    for olds, news in _groups(events, text):
        for old, new in zip(olds, news, strict=True):
            events[new] = _joined(events[old], events[new])
        for old in olds:
            events[old] = replace(events[old], span=Span(-1, -1))
    kept = tuple(each for each in events if each.span.start >= 0)
    return draft if kept == draft.events else replace(draft, events=kept)


def told(place: int, draft: Draft, text: str) -> Told:
    """Of the event at this place of the draft."""
    event = draft.events[place]
    stretch = _stretch(event, draft, text)
    words = text[stretch.start : stretch.end]
    is_off = event.status.value in NOT_THEN
    return Told(
        days=_other_days(event, words),
        words=words,
        is_changed=bool(_CHANGED.search(words)) and not is_off,
        names_new_day=is_off and bool(_NAMES_NEW_DAY.search(words)),
        is_denied=is_off and _says_it_takes_place(event, text),
        goes_on_from=_what_goes_on(place, draft, text),
    )


# ------------------------------------------------------------------------------------------------------- pairs
def _as_said(event: EventDraft, text: str) -> EventDraft:
    """A day that stands behind “erst am”, “nun am” is the new one, whatever else the sentence says."""
    if event.status.value not in NOT_THEN:
        return event
    own = text[event.span.start : event.span.end]
    if _IS_ON.search(own):
        return replace(event, status=Value(Status.SCHEDULED))
    if _is_new_day(event, text):
        return replace(event, status=replace(event.status, value=Status.MOVED))
    return event


def _is_new_day(event: EventDraft, text: str) -> bool:
    if event.start is None or not event.start.spans:
        return False
    start = event.start.spans[0].start
    before = text[max(0, start - 90) : start]
    return bool(_NEW_DAY.search(before)) and not _OLD_DAY.search(before)


def _groups(events: list[EventDraft], text: str) -> list[tuple[list[int], list[int]]]:
    """Of each news item: the days that do not hold, and the new ones, where each has one."""
    found = []
    for news in {each.news for each in events}:
        mine = [place for place, each in enumerate(events) if each.news == news and each.start]
        olds = [place for place in mine if events[place].status.value in NOT_THEN]
        new = [place for place in mine if place not in olds and _may_be_new(events[place], text)]
        if (
            olds
            and len(olds) == len(new)
            and all(_belong(events[a], events[b]) for a, b in zip(olds, new, strict=True))
        ):
            found.append((olds, new))
    return found


def _may_be_new(event: EventDraft, text: str) -> bool:
    if event.status.value == Status.MOVED:
        return event.moved_from is None
    return event.status.value == Status.SCHEDULED and _is_new_day(event, text)


def _belong(old: EventDraft, new: EventDraft) -> bool:
    """Not two events that bear names of their own."""
    if _day(old) == _day(new):
        return False
    titles = old.title.value, new.title.value
    same = likeness.likeness(*titles) >= likeness.SAME_WORD
    return (
        same
        or any(map(likeness.names_nothing, titles))
        or new.title.value == _place(new)
        or _is_short(new, old)
    )


def _is_short(new: EventDraft, old: EventDraft) -> bool:
    """The sentence of the new day hardly says more than that."""
    return new.span.end - new.span.start <= 160 and new.span.start >= old.span.start


def _joined(old: EventDraft, new: EventDraft) -> EventDraft:
    old_day = _day(old)
    is_named = likeness.names_nothing(new.title.value) or not likeness.names_nothing(old.title.value)
    values = {
        name: getattr(new, name) or getattr(old, name)
        for name in ("summary", "description", "place", "street_address", "venue", "quarter", "contact", "phones", "emails",
                     "links", "price", "registration_how", "registration_deadline", "capacity")
    }  # fmt: skip
    return replace(
        new,
        **values,
        title=old.title if is_named else new.title,
        span=Span(min(old.span.start, new.span.start), max(old.span.end, new.span.end)),
        status=Value(Status.MOVED, tuple(dict.fromkeys((*old.status.spans, *new.status.spans)))),
        moved_from=Value(old_day, old.start.spans if old.start else ()) if old_day else None,
    )


# ------------------------------------------------------------------------------------------------------- words
def _stretch(event: EventDraft, draft: Draft, text: str) -> Span:
    """The whole announcement where it speaks of one event only, else the words of the event."""
    same = [each for each in draft.events if each.news == event.news]
    news = draft.news[event.news] if event.news < len(draft.news) else None
    if len(same) > 1 or news is None:
        return Span(event.span.start, min(event.span.end, event.span.start + MOST))
    start = max(min(news.span.start, event.span.start), event.span.start - MOST)
    return Span(start, min(max(news.span.end, event.span.end), start + 2 * MOST, len(text)))


def _says_it_takes_place(event: EventDraft, text: str) -> bool:
    return bool(_TAKES_PLACE.search(text[event.span.start : event.span.end]))


def _other_days(event: EventDraft, words: str) -> tuple[tuple[int, int, int], ...]:
    own = _day(event)
    found = []
    for mention in dates_in(words):
        for day, _last in mention.pieces:
            if day.day and not (own and (day.day, day.month or own.month) == (own.day, own.month)):
                found.append((day.day, day.month or 0, day.year or 0))
    found += [(int(each[1]), 0, 0) for each in _FROM_DAY.finditer(words)]
    return tuple(dict.fromkeys(found))


_FROM_DAY = re.compile(
    r"\b(?:vom|statt (?:am|des|dem))\s+(?:\w+,?\s+)?(?:den\s+)?([0-3]?\d)\.(?!\s?\d)(?!\s[A-ZÄÖÜ]\w+\s)"
)


def _what_goes_on(place: int, draft: Draft, text: str) -> str:
    event = draft.events[place]
    before = draft.events[place - 1] if place else None
    if before is None or before.news != event.news or before.status.value not in NOT_THEN:
        return ""
    own = text[event.span.start : event.span.end]
    return before.title.value if _GOES_ON.search(own) and event.status.value == Status.SCHEDULED else ""


def _day(event: EventDraft) -> date | None:
    start = event.start.value if event.start else None
    return start.date() if isinstance(start, datetime) else start


def _place(event: EventDraft) -> str:
    return event.place.value if event.place else ""
