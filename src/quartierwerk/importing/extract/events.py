"""From groups to events: hours, one event for what is named twice, and what belongs to each (scope.py, titles.py)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from . import scope as scopes
from . import where as places_of
from . import where_told as told
from .addresses import Address
from .articles import Article
from .completing import completed, opened
from .descriptions import description, paragraphs_about, summary
from .draft import Doubt, DoubtKind, EventDraft, Span, Status, Value
from .exceptions import with_pauses
from .groups import sections
from .hours import Hours, hours, said_at_the_end
from .lexicon import RRULE_DAYS
from .reading import Finds, Reading
from .roles import Role
from .segments import Group, Section
from .series import is_long, recurrence
from .slots import Slot, slots
from .standing import standing
from .status import is_new_day
from .titles import title
from .twins import Found, once
from .undated import undated_groups
from .years import shifted

_WITH_THEIR_TIME = (Role.PUBLISHED, Role.DEADLINE, Role.SALE, Role.OTHER)
_NEAR_A_STRETCH = 40  # characters
_NEAR_THE_OLD_DAY = 600
_OPENED = re.compile(r"\bgeöffnet\b|\böffnungszeit", re.IGNORECASE)
_BESIDE = 26  # characters between such a date and its time
_ONLY_A_LINK = re.compile(r"[\s,|(-]*(?:[A-Za-z]{2,10})?[\s,)]*(?:(?:um|ab|gegen|von|bis)\s)?", re.IGNORECASE)


def events(reading: Reading, article: Article, news: int) -> list[EventDraft]:
    every_slot = slots(reading, article)
    reading = _without_times_of_others(reading, article, every_slot)
    every_section = sections(reading, article, every_slot)
    found = once(reading, list(_found(reading, every_section)))
    if not found:
        running = _running(reading, article, every_section, every_slot)
        undated = running or _undated(reading, article, every_section, every_slot, news)
        return with_pauses(reading, article, undated, every_slot)
    groups = {id(each.group) for each in found}
    deadlines = Finds(
        [scopes.Deadline(slot.mention.start, slot) for slot in every_slot if _ends_registration(slot)]
    )
    is_series = _is_series(reading, every_section)
    drafts = [
        _draft(reading, article, each, every_slot, deadlines, is_alone=len(groups) == 1, is_series=is_series)
        for each in found
    ]
    drafts = completed(drafts)
    used = {span for each in drafts if each.recurrence for span in each.recurrence.spans}
    otherwise = {slot.day for slot in every_slot if slot.is_exception}
    series = {kind for each in drafts for kind in _series_of(each, otherwise)}
    extra = [
        each
        for each in _undated(reading, article, every_section, every_slot, news, beside=True)
        if each.recurrence
        and not used.intersection(each.recurrence.spans)
        and (each.recurrence.value, each.start_time and each.start_time.value) not in series
    ]
    running = _running(reading, article, every_section, every_slot)
    every = opened([replace(each, news=news) for each in (*drafts, *extra, *running)])
    return with_pauses(reading, article, every, every_slot)


def _ends_registration(slot: Slot) -> bool:
    """“Anmeldung bis 7. April”, “Anmeldungen vom 27. März bis 7. April”."""
    return slot.role is Role.DEADLINE or (slot.role is Role.SALE and slot.last is not None)


def _series_of(draft: EventDraft, otherwise: set[date]) -> list[tuple[str, time]]:
    """The series a dated event is one of, or would be one of: every week on its weekday, at its time.

    `otherwise`: days on which a series is not as it usually is.
    """
    if (
        draft.start is None
        or not isinstance(draft.start.value, datetime)
        or draft.start.value.date() in otherwise
    ):
        return []
    hour = draft.start.value.time()
    said = [(draft.recurrence.value, hour)] if draft.recurrence else []
    return [(f"weekly:{RRULE_DAYS[draft.start.value.weekday()]}", hour), *said]


def _without_times_of_others(reading: Reading, article: Article, every_slot: list[Slot]) -> Reading:
    """“Stand 3.12.2020, 2:59 Uhr”, “Anmeldung bis 3. Mai, 12 Uhr”: the time belongs to that date, to no event."""
    said = [slot.mention.end for slot in every_slot if slot.role in _WITH_THEIR_TIME]
    said += [article.dateline.end] if article.dateline else []
    beside = {end: reading.times.within(end, end + _BESIDE, 1) for end in said}
    others = {
        found[0].start
        for end, found in beside.items()
        if found and _ONLY_A_LINK.fullmatch(reading.plain, end, found[0].start)
    }
    if not others:
        return reading
    own = reading.times.within(article.start, article.end, len(reading.times))
    return replace(reading, times=Finds([each for each in own if each.start not in others]))


def _found(reading: Reading, every_section: list[Section]) -> Iterator[Found]:
    for section in every_section:
        before: Group | None = None
        known: Hours | None = None
        of_all = said_at_the_end(reading, section.groups)
        for group in section.groups:
            said = hours(reading, group, before, known)
            said = of_all if of_all and not said.starts else said
            for slot in group.slots:
                is_own = not is_long(slot) or _is_said_beside(reading, slot)
                for start in (said.starts if is_own else ()) or (None,):
                    yield Found(group, slot, said, start)
            before, known = group, said if said.starts else known


def _is_series(reading: Reading, every_section: list[Section]) -> bool:
    """One heading, several dates without words of their own: the same event again and again."""
    rows = [group for section in every_section for group in section.groups]
    days = {slot.day.weekday() for group in rows for slot in group.slots}
    is_one_section = len({id(group.section) for group in rows}) == 1
    return len(rows) > 1 and bool(reading.recurrences) and is_one_section and len(days) == 1


def _draft(
    reading: Reading,
    article: Article,
    found: Found,
    every_slot: list[Slot],
    deadlines: Finds[scopes.Deadline],
    *,
    is_alone: bool,
    is_series: bool,
) -> EventDraft:
    begins = found.start_time.value if found.start_time else None
    scope = scopes.scope_of(reading, found.group, is_alone=is_alone, begins=begins)
    where = places_of.place(scope)
    street = told.address(scope, where)
    mails, mail_doubts = scopes.emails(scope)
    slot, sign_up = found.slot, scopes.registering(scope)
    exceptions = [reading.layout.sentence_at(each.mention.start) for each in every_slot if each.is_exception]
    about = paragraphs_about(scope, article)
    draft = EventDraft(
        span=reading.text.span(found.group.start, max(found.group.end, found.group.at_end)),
        title=title(reading, found.group, is_alone=is_alone, is_series=is_series),
        summary=summary(scope, about),
        description=description(reading, about),
        doors=found.hours.doors,
        place=told.place_value(reading, where) if where else None,
        street_address=_street(reading, street) if street else None,
        venue=Value(where.venue, (reading.text.span(where.start, where.end),))
        if where and where.venue
        else None,
        quarter=told.quarter(scope, where, street),
        contact=scopes.contact(scope),
        phones=scopes.phones(scope),
        emails=mails,
        links=_links(reading, found.group),
        registration=sign_up,
        registration_how=scopes.by_which_way(scope, sign_up.value),
        registration_deadline=scopes.deadline(scope, deadlines, slot.day) if slot else None,
        capacity=scopes.capacity(scope),
        price=scopes.costs(scope),
        dates=scopes.number_of_dates(scope),
        recurrence=recurrence(
            reading, found.group, slot, found.start_time.value if found.start_time else None
        ),
        status=standing(scope, slot, exceptions),
        doubts=mail_doubts,
    )
    return _with_days(reading, found, _with_move(reading, draft, found, every_slot))


def _street(reading: Reading, street: Address) -> Value[str]:
    return Value(
        street.said, (reading.text.span(street.start, street.end),), 0.95 if street.is_sure else 0.75
    )


def _links(reading: Reading, group: Group) -> tuple[Value[str], ...]:
    found = reading.links.within(group.start, group.end, 5)
    return tuple(
        Value(reading.text.said(each.start, each.end), (reading.text.span(each.start, each.end),))
        for each in found
    )


def _is_said_beside(reading: Reading, slot: Slot) -> bool:
    """A long stretch begins at a time only if that stands right behind it, and is no opening time."""
    start, end = reading.layout.sentence_at(slot.mention.start)
    beside = reading.times.within(slot.mention.end, min(end, slot.mention.end + _NEAR_A_STRETCH), 1)
    return bool(beside) and not _OPENED.search(reading.plain, start, end)


def _with_move(reading: Reading, draft: EventDraft, found: Found, every_slot: list[Slot]) -> EventDraft:
    """Whether this is the new day, and the old one, if both are said."""
    old_days = [slot.day for slot in every_slot if slot.role is Role.OLD]
    if draft.status.value is Status.CANCELLED and found.slot and found.slot.day in old_days:
        return replace(draft, status=replace(draft.status, value=Status.POSTPONED))
    if draft.status.value is not Status.POSTPONED and not _is_moved_by(found):
        return draft
    moved = replace(draft, status=replace(draft.status, value=Status.MOVED))
    if (old := _old_day(reading, found.group.at, every_slot)) is not None:
        span = reading.text.span(old.mention.start, old.mention.end)
        return replace(moved, moved_from=Value(old.day, (span,), old.confidence))
    is_moved = draft.status.value is Status.POSTPONED and found.slot is not None
    return moved if is_moved and found.slot and _is_new_day(reading, found.slot) else draft


def _is_moved_by(found: Found) -> bool:
    """“wird um eine Woche verschoben”, “findet eine Woche später statt”; only with the old day beside it."""
    return found.slot is not None and found.slot.mention.form in ("moved", "later")


def _old_day(reading: Reading, at: int, every_slot: list[Slot]) -> Slot | None:
    """The one in the same sentence, else the nearest of a sentence that names no other event."""
    layout = reading.layout
    here = layout.sentence_number(at)
    taken = {layout.sentence_number(slot.mention.start) for slot in every_slot if slot.role is Role.EVENT}
    old = [
        (number != here, abs(slot.mention.start - at), slot)
        for slot in every_slot
        if slot.role is Role.OLD
        and abs(slot.mention.start - at) < _NEAR_THE_OLD_DAY
        and ((number := layout.sentence_number(slot.mention.start)) == here or number not in taken)
    ]
    return min(old, key=lambda each: each[:2])[2] if old else None


def _is_new_day(reading: Reading, slot: Slot) -> bool:
    start, end = reading.layout.sentence_at(slot.mention.start)
    return is_new_day(reading.plain[start : slot.mention.start], reading.plain[start:end])


def _with_days(reading: Reading, found: Found, draft: EventDraft) -> EventDraft:
    slot, start_time, until = found.slot, found.start_time, found.hours.until
    if slot is None:
        doubts = (*draft.doubts, Doubt(DoubtKind.NO_DATE))
        return replace(draft, start_time=start_time, end_time=until, doubts=doubts)
    span = reading.text.span(slot.mention.start, slot.mention.end)
    doubts = tuple(Doubt(kind, span) for kind in slot.doubts)
    if start_time is None:
        doubts += (Doubt(DoubtKind.NO_TIME, span),)
        end = Value[datetime | date](slot.last, (span,), slot.confidence) if slot.last else None
        return replace(draft, start=Value(slot.day, (span,), slot.confidence, doubts), end=end)
    begin = datetime.combine(slot.day, start_time.value)
    if slot.last is None and _is_the_end_of_the_day(reading, start_time) and (later := shifted(slot.day, 1)):
        begin = datetime.combine(later, start_time.value)
        doubts += (Doubt(DoubtKind.MIDNIGHT, start_time.spans[0]),)
    start = Value[datetime | date](
        begin,
        (span, *start_time.spans),
        min(slot.confidence, start_time.confidence),
        doubts + start_time.doubts,
    )
    return replace(draft, start=start, end=_end(begin, slot, _at_the_end(reading, slot) or until, span))


def _is_the_end_of_the_day(reading: Reading, begins: Value[time]) -> bool:
    """“am 24. Dezember um 24 Uhr”, “um Mitternacht”: with which the next day begins; 0 Uhr is of the day itself."""
    if begins.value != time(0) or not begins.spans:
        return False
    place = reading.text.plain_place(begins.spans[0].start)
    return any(each.is_midnight and each.until is None for each in reading.times.within(place, place + 1))


def _at_the_end(reading: Reading, slot: Slot) -> Value[time] | None:
    """“… bis So., 5. Mai, 14 Uhr”: the time behind the last day."""
    for each in reading.times.within(slot.last_at, slot.last_at + 14, 1) if slot.last_at else []:
        return Value(each.until or each.starts[0], (reading.text.span(each.start, each.end),), 0.9)
    return None


def _end(begin: datetime, slot: Slot, until: Value[time] | None, span: Span) -> Value[datetime | date] | None:
    """On the last day; past midnight on the next."""
    if until is None:
        return Value[datetime | date](slot.last, (span,), slot.confidence) if slot.last else None
    try:
        end = datetime.combine(slot.last or slot.day, until.value)
        if end <= begin:
            end += timedelta(days=1)
    except OverflowError:
        return None
    return Value[datetime | date](
        end, (span, *until.spans), min(slot.confidence, until.confidence), until.doubts
    )


def _undated(
    reading: Reading, article: Article, every_section: list[Section], every_slot: list[Slot], news: int, *, beside: bool = False
) -> list[EventDraft]:  # fmt: skip
    found = []
    groups = undated_groups(reading, article, every_section, every_slot, beside=beside)
    for group, start, until in groups:
        each = Found(group, None, Hours((start,) if start else (), until), start)
        found.append(
            replace(
                _draft(
                    reading,
                    article,
                    each,
                    every_slot,
                    Finds([]),
                    is_alone=len(groups) == 1 and not beside,
                    is_series=False,
                ),
                news=news,
            )
        )
    return found


def _running(
    reading: Reading, article: Article, every_section: list[Section], every_slot: list[Slot]
) -> list[EventDraft]:
    """“Noch bis 31. Oktober zu sehen”: the end is known, the beginning is not."""
    found = []
    for slot in every_slot:
        if slot.role is Role.RUNNING and not slot.in_report:
            mention = slot.mention
            first, last = reading.layout.sentence_at(mention.start)
            section = next(
                (each for each in reversed(every_section) if each.start <= mention.start), every_section[0]
            )
            group = Group(
                mention.start,
                mention.end,
                [],
                reading.layout.line_at(mention.start),
                first,
                last,
                section=section,
            )
            draft = _draft(
                reading,
                article,
                Found(group, None, Hours(), None),
                every_slot,
                Finds([]),
                is_alone=False,
                is_series=False,
            )
            end = Value[datetime | date](
                slot.day, (reading.text.span(mention.start, mention.end),), slot.confidence
            )
            found.append(replace(draft, end=end))
    return found
