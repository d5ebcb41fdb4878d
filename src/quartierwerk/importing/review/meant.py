"""Which event that is there a text means: offered with the one date that fits, the whole series as a second choice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from quartierwerk.core import clock
from quartierwerk.events import queries as event_queries
from quartierwerk.events.lifecycle.views import whom_it_tells
from quartierwerk.events.models import Event, Occurrence, Registration
from quartierwerk.events.rules import stages as stage_rules
from quartierwerk.events.series.recurrence import zone
from quartierwerk.events.words import when, where

from ..extract.draft import Draft, EventDraft, Status
from ..pairing import NOT_THEN, Told, told
from ..queries import Found, Meant, same_dates_each
from .directory import Directory
from .pointing import Coming, day_before, loaded, nearest_year

WHOLE = "ganz"


class By(StrEnum):
    """Why it is offered."""

    RECOGNISED = "recognised"
    LIKE = "like"
    SOUGHT = "sought"


@dataclass(frozen=True)
class Candidate:
    """One thing that may be meant. `key`: what the form sends; `told`: who hears of a change; `refused`: why it can be
    neither cancelled nor moved. `found`: how well it fits, of what was recognised."""

    key: str
    date: Occurrence
    found: Found | None = None
    by: By = By.RECOGNISED
    is_change: bool = False
    is_whole: bool = False
    refused: str = ""
    told: str = ""

    @property
    def event(self) -> Event:
        return self.date.event

    @property
    def may_change(self) -> bool:
        return not self.refused

    @property
    def is_one_of_series(self) -> bool:
        return self.event.is_series and not self.is_whole

    @property
    def when(self) -> str:
        return moment(self.date.starts_at, all_day=self.event.all_day)

    @property
    def label(self) -> str:
        values = {"title": self.event.title, "when": self.when}
        if self.is_whole:
            return _("%(title)s: die ganze Reihe") % values
        if self.is_one_of_series and self.is_change:
            return _("%(title)s: nur den Termin am %(when)s") % values
        return self.name

    @property
    def name(self) -> str:
        """`Beispiel: Gedächtnistraining, Mo., 30.11.2026, 10 Uhr`."""
        return _("%(title)s, %(when)s") % {"title": self.event.title, "when": self.when}

    @property
    def where(self) -> str:
        return where.short(self.event)

    @property
    def of_cancelling(self) -> str:
        """What cancelling it does, in whole sentences."""
        if self.refused:
            return ""
        of = {"title": self.event.title, "when": self.when, "told": self.told}
        if self.is_whole:
            return _("Endgültig abgesagt wird die ganze Reihe „%(title)s“. %(told)s") % of
        return _("Endgültig abgesagt wird „%(title)s“ am %(when)s. %(told)s") % of

    @property
    def of_moving(self) -> str:
        of = {"title": self.event.title, "when": self.when, "told": self.told}
        return _("Verlegt wird „%(title)s“ vom %(when)s. %(told)s") % of if self.may_change else ""


def moment(at: datetime, *, all_day: bool = False) -> str:
    """`Mo., 30.11.2026, 10 Uhr`."""
    day, hour = when.day_of(at), when.local(at).time()
    return said_moment(day, None if all_day else hour)


def said_moment(day: date | None, hour: time | None) -> str:
    """The same, as far as it is said."""
    words = [date_format(day, pgettext("Datumsformat kurz mit Wochentag", "D., d.m.Y"))] if day else []
    if hour is not None:
        words.append(when.hour(datetime.combine(day or clock.today(), hour, zone())))
    return ", ".join(words)


@dataclass(frozen=True)
class Asked:
    """What a part of the page that was sent says of it: `key` that is chosen, `words` that are looked for."""

    key: str = ""
    words: str = ""


@dataclass(frozen=True)
class Offer:
    """Of one part: what the text tells, and what may be meant."""

    told: Told
    there: list[Candidate]


def offers(
    draft: Draft, number: int, text: str, known: Directory, user: Any, asked: Sequence[Asked]
) -> list[Offer]:
    """For each of so many parts what may be the same; of one that was moved, first on the day it was meant for."""
    events: list[EventDraft | None] = [*draft.events[:number]]
    events += [None] * (number - len(events))
    says = [told(place, draft, text) if each else Told() for place, each in enumerate(events)]
    found = _recognised(events, says, known, user)
    coming, others = Coming(user), []
    for place, each in enumerate(events):
        wants = asked[place] if place < len(asked) else Asked()
        others.append(_others(each, says[place], found[place], coming, wants))
    dates = loaded(pk for each in others for pks in each.values() for pk in pks)
    made = _Maker.of([*(each.date for of in found for each in of.values()), *dates.values()], user)
    return [
        Offer(
            say,
            [
                *(one for each in of.values() for one in made(each.date, By.RECOGNISED, each, is_change=_is_change(event, say))),
                *_made(made, other, dates, {each.date.pk for each in of.values()}),
            ],
        )
        for event, say, of, other in zip(events, says, found, others, strict=True)
    ]  # fmt: skip


def _made(
    made: "_Maker", other: dict[By, list[int]], dates: Mapping[int, Occurrence], seen: set[int]
) -> Iterable[Candidate]:
    for by, keys in other.items():
        for pk in keys:
            if pk in dates and pk not in seen:
                seen.add(pk)
                is_only = by == By.RECOGNISED
                found = Found(dates[pk], 100.0, is_likely=False, may_change=True) if is_only else None
                yield from made(dates[pk], by, found, is_change=is_only)


def _is_change(event: EventDraft | None, say: Told) -> bool:
    return event is not None and (event.status.value != Status.SCHEDULED or say.is_changed)


def _recognised(
    events: Sequence[EventDraft | None], says: Sequence[Told], known: Directory, user: Any
) -> list[dict[int, Found]]:
    meant, of = [], []
    for place, event in enumerate(events):
        if event is None:
            continue
        venue = known.venue(event.venue.value if event.venue else None)
        is_change = _is_change(event, says[place])
        words = says[place].words if is_change else ""
        for at, has_hour in _moments(event, says[place]):
            meant.append(
                Meant(
                    says[place].goes_on_from or event.title.value,
                    at,
                    int(venue) if venue else None,
                    has_hour,
                    words,
                )
            )
            of.append(place)
    found: list[dict[int, Found]] = [{} for _event in events]
    for place, dates in zip(of, same_dates_each(meant, by=user), strict=True):
        for each in dates:
            found[place].setdefault(each.date.event_id, each)
    return found


def _others(
    event: EventDraft | None, say: Told, found: dict[int, Found], coming: Coming, wants: Asked
) -> dict[By, list[int]]:
    """Dates (primary keys) that are offered beside what was recognised."""
    like: list[int] = []
    if event is not None:
        words = say.words if _is_change(event, say) else ""
        only = (
            coming.only_one(event.title.value, words)
            if event.status.value == Status.MOVED and not found
            else None
        )
        if only:
            return {By.RECOGNISED: [only], **_sought(coming, wants)}
        like = coming.likeliest(event.title.value, words, _day(event))
    return {**_sought(coming, wants), By.LIKE: like}


def _sought(coming: Coming, wants: Asked) -> dict[By, list[int]]:
    found = coming.sought(wants.words) if wants.words.strip() else []
    return {By.SOUGHT: [*found, *(coming.named([wants.key]) if wants.key else [])]}


@dataclass(frozen=True)
class _Maker:
    """Makes candidates, with what two queries for all of them told."""

    mine: frozenset[int]
    told: dict[int, list[Registration]]

    @classmethod
    def of(cls, dates: Sequence[Occurrence], user: Any) -> "_Maker":
        keys = {each.event_id for each in dates}
        rows = event_queries.events_for(user).filter(pk__in=keys).values_list("pk", flat=True) if keys else []
        mine = frozenset(rows)
        return cls(mine, event_queries.may_be_told_each(mine) if mine else {})

    def __call__(
        self, date_: Occurrence, by: By, found: Found | None = None, *, is_change: bool = False
    ) -> list[Candidate]:
        event, all_told = date_.event, self.told.get(date_.event_id, [])
        refused = self._refused(date_)
        of_date = [each for each in all_told if not event.is_series or each.occurrence_id in (date_.pk, None)]
        key = f"{event.pk}-{date_.pk}" if event.is_series else str(event.pk)
        said = "" if refused else whom_it_tells(of_date)
        made = [Candidate(key, date_, found, by, is_change, refused=refused, told=said)]
        if event.is_series and not refused and (is_change or by == By.SOUGHT):
            made.append(
                Candidate(
                    f"{event.pk}-{WHOLE}", date_, found, by, is_change, True, told=whom_it_tells(all_told)
                )
            )
        return made

    def _refused(self, date_: Occurrence) -> str:
        if date_.event_id not in self.mine:
            return _("Diese Veranstaltung können Sie nicht ändern: Sie gehört jemand anderem.")
        return stage_rules.why_not_date_changed(date_, clock.now()) or ""


# ---------------------------------------------------------------------------------------------------------- moments
def _moments(event: EventDraft, say: Told) -> list[tuple[datetime, bool]]:
    """When it may be, and whether that is the very hour."""
    is_moved = event.status.value == Status.MOVED
    start, own = event.start.value if event.start else None, []
    if isinstance(start, datetime):
        own = [(start.replace(tzinfo=zone()), not is_moved and not say.is_changed)]
    elif start is not None:
        hour = event.start_time.value if event.start_time else None
        exact = bool(hour) and not is_moved and not say.is_changed
        own = [(datetime.combine(start, hour or time.min, zone()), exact)]
    old = [(datetime.combine(day, time.min, zone()), False) for day in _old_days(event, say)]
    return [*old, *own] if is_moved else [*own, *old]


def _old_days(event: EventDraft, say: Told) -> list[date]:
    """The day it was meant for, where something of it changes."""
    new, found = _day(event), []
    if not _is_change(event, say) or event.status.value in NOT_THEN:
        return []
    if event.moved_from:
        said = event.moved_from.value
        found = [nearest_year(said.day, said.month, new) if new else said]
    elif new:
        for day, month, year in say.days:
            if month:
                found.append(nearest_year(day, month, date(year, month, 1) if year else new))
            else:
                found.append(day_before(day, new))
    return [each for each in found if each and each != new]


def _day(event: EventDraft) -> date | None:
    start = event.start.value if event.start else None
    return start.date() if isinstance(start, datetime) else start
