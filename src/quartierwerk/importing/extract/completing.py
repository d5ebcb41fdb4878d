"""What events of one name tell each other: the place, how to register, what it costs."""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from .draft import EventDraft, Registration, Value
from .names import event_words

_WEAK = 0.55  # confidence of a place that stands in a headline, or anywhere behind “in der”
_LONGEST_FEAST = 31  # days
_MOST = 20  # events of a text that are looked at
_FEAST = re.compile(r"(?i:fest|kirmes|kirchweih|kerb|markt|jubiläum|feier|tag der offenen|kirmst|messe)\b")
_OPENING = re.compile(r"\b(?:\w*eröffnung|vernissage)\b", re.IGNORECASE)
_CONCLUDED = 0.6  # of a day that is said of something else
_SAID = 0.45  # … of one said behind “im”, without the head of a venue


def completed(drafts: list[EventDraft]) -> list[EventDraft]:
    """What is said at one date only, at the first or at the last, counts for the same event on the others."""
    found: list[EventDraft] = []
    for draft in drafts:
        found.append(_from(found[-1], draft) if found else draft)
    for number in range(len(found) - 2, -1, -1):
        found[number] = _registering(found[number + 1], found[number])
    return [draft if draft.place else _where_the_feast_is(draft, found) for draft in found]


def opened(drafts: list[EventDraft]) -> list[EventDraft]:
    """“Eröffnung: 10. Mai. Dauer der Ausstellung: bis 30. August”: it can be seen from the opening on."""
    openings = [draft.start for draft in drafts if draft.start and _OPENING.search(draft.title.value)]
    if len(openings) != 1:
        return drafts
    day = replace(openings[0], value=_day(openings[0]), confidence=_CONCLUDED)
    return [
        replace(draft, start=day)
        if draft.start is None and draft.end and day.value <= _day(draft.end)
        else draft
        for draft in drafts
    ]


def _where_the_feast_is(draft: EventDraft, every: list[EventDraft]) -> EventDraft:
    """What happens on the days of a feast without a place of its own happens there."""
    if draft.start is None:
        return draft
    for known in every[:_MOST]:
        if known.place and known.place.confidence > _WEAK and known is not draft and _is_within(draft, known):
            return replace(
                draft,
                place=replace(known.place, confidence=_WEAK),
                street_address=draft.street_address or known.street_address,
                venue=known.venue,
                quarter=draft.quarter or known.quarter,
            )
    return draft


def _is_within(draft: EventDraft, known: EventDraft) -> bool:
    if draft.start is None or known.start is None:
        return False
    first, last = _day(known.start), _day(known.end or known.start)
    return first <= _day(draft.start) <= last and (
        first < last or _FEAST.search(known.title.value) is not None
    )


def _day(moment: Value[Any]) -> date:
    return moment.value.date() if isinstance(moment.value, datetime) else moment.value


def _from(known: EventDraft, draft: EventDraft) -> EventDraft:
    if known.place and _is_weak(draft, known.place) and _are_alike(known, draft):
        draft = replace(
            draft,
            place=known.place,
            street_address=draft.street_address or known.street_address,
            venue=known.venue,
            quarter=draft.quarter or known.quarter,
        )
    return _registering(known, draft)


def _registering(known: EventDraft, draft: EventDraft) -> EventDraft:
    """Of an event of the same name, unless the other says something of its own."""
    if not (_are_same(known, draft) or _is_another(known, draft)):
        return draft
    if not draft.registration.spans and known.registration.spans:
        draft = replace(
            draft,
            registration=known.registration,
            registration_how=draft.registration_how or known.registration_how,
        )
    asks = (
        draft.registration.value is not Registration.NOT_NEEDED
        or known.registration.value is Registration.NOT_NEEDED
    )
    missing: dict[str, Any] = {
        name: getattr(known, name)
        for name in ("capacity", "price", *(("phones", "emails", "contact") if asks else ()))
        if not getattr(draft, name)
    }
    return replace(draft, **missing)


def _is_weak(draft: EventDraft, known: Value[str]) -> bool:
    """A place in the event's own words stays, unless it is nearly nothing."""
    if draft.place is None:
        return known.confidence > _WEAK
    said = draft.place.spans[0]
    is_own = draft.span.start <= said.start < draft.span.end and draft.place.confidence >= _SAID
    return known.confidence > _WEAK > draft.place.confidence and not is_own


def _are_same(one: EventDraft, other: EventDraft) -> bool:
    titles = one.title.value.lower(), other.title.value.lower()
    return titles[0].startswith(titles[1]) or titles[1].startswith(titles[0])


def _is_another(one: EventDraft, other: EventDraft) -> bool:
    """“Letzte-Hilfe-Kurs”, and then “Ein weiterer Kurs”: a word alone with which a word of the other ends."""
    short, long = sorted((one.title.value, other.title.value), key=len)
    return " " not in short and any(word.endswith(short.lower()) for word in event_words(long))


def _are_alike(one: EventDraft, other: EventDraft) -> bool:
    """“Sommerfest” and “Fest im Park” are one."""
    words, others = event_words(one.title.value), event_words(other.title.value)
    return _are_same(one, other) or any(a.endswith(b) or b.endswith(a) for a in words for b in others)
