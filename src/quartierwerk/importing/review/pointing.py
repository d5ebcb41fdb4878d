"""Events that are there and to come: the few likeliest, those somebody looks for, and the one a form names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Q
from rapidfuzz import fuzz

from quartierwerk.core import clock
from quartierwerk.events import queries as event_queries
from quartierwerk.events.enums import Stage
from quartierwerk.events.models import Occurrence
from quartierwerk.events.words import when

from .. import likeness
from ..extract import dates_in

MOST_READ = 2_000  # dates to come; a town has some hundred
MOST_LIKELY, MOST_SOUGHT, MOST_OF_SERIES = 3, 8, 3
LIKE = 60  # of 100: worth to be offered, never chosen
MISSPELT = 85  # of 100


@dataclass(frozen=True)
class Row:
    """A date to come, as little as is needed to find it."""

    pk: int
    event: int
    title: str
    place: str
    starts_at: datetime


@dataclass
class Coming:
    """What is to come and may be seen by this account; read once, if somebody asks."""

    user: Any

    @cached_property
    def rows(self) -> list[Row]:
        found = self._visible.filter(over_at__gt=clock.now()).order_by("starts_at", "pk")
        names = ("pk", "event_id", "event__title", "event__venue__name", "event__place_name", "starts_at")
        return [
            Row(pk, event, title, f"{venue or ''} {place}".strip(), at)
            for pk, event, title, venue, place, at in found.values_list(*names)[:MOST_READ]
        ]

    def likeliest(self, title: str, words: str, on: date | None) -> list[int]:
        """Dates of the events that are most like it, one of each, the one nearest to this day."""
        worth: dict[int, float] = {}
        for row in self.rows:
            if row.event not in worth:
                is_said = bool(words) and likeness.is_said_in(row.title, words)
                worth[row.event] = 100 if is_said else likeness.likeness(title, row.title)
        best = sorted((key for key in worth if worth[key] >= LIKE), key=lambda key: -worth[key])[:MOST_LIKELY]
        return [self._nearest(key, on).pk for key in best]

    def only_one(self, title: str, words: str) -> int | None:
        """The one date to come of the one event that bears this name."""
        rows = [
            row
            for row in self.rows
            if likeness.is_nearly_same(title, row.title) or (words and likeness.is_said_in(row.title, words))
        ]
        return rows[0].pk if len(rows) == 1 else None

    def sought(self, words: str) -> list[int]:
        """Dates that fit a title, a place, a day such as “14.1.” or “14. Januar”; of a series the next few."""
        days, rest = days_in(words)
        found: list[Row] = []
        for row in self.rows:
            same = sum(each.event == row.event for each in found)
            if same < MOST_OF_SERIES and _fits(row, days, rest):
                found.append(row)
        return [row.pk for row in found[:MOST_SOUGHT]]

    def named(self, keys: Iterable[str]) -> list[int]:
        """The dates that forms name; a whole event by its next date. What is not there, or not to be seen, is left out."""
        found = []
        for key in keys:
            event, _dash, of_series = key.partition("-")
            rows = [row for row in self.rows if str(row.event) == event]
            if of_series.isdigit():
                rows = [row for row in rows if str(row.pk) == of_series]
            found += [row.pk for row in rows[:1]]
        return found

    @property
    def _visible(self) -> Any:
        mine = event_queries.events_for(self.user).order_by().values("pk")
        return Occurrence.objects.filter(~Q(event__stage=Stage.DRAFT) | Q(event__in=mine))

    def _nearest(self, event: int, on: date | None) -> Row:
        rows = [row for row in self.rows if row.event == event]
        return min(rows, key=lambda row: abs((when.day_of(row.starts_at) - on).days)) if on else rows[0]


def loaded(keys: Iterable[int]) -> dict[int, Occurrence]:
    """Dates with their events and venues; one query, none for nothing."""
    wanted = set(keys)
    return Occurrence.objects.select_related("event__venue").in_bulk(wanted) if wanted else {}


def days_in(words: str) -> tuple[set[tuple[int, int]], list[str]]:
    """(day, month) of each day that is written, and the other words."""
    found, rest = set(), words
    for mention in dates_in(words):
        found |= {(day.day, day.month) for day, _last in mention.pieces if day.day and day.month}
        rest = rest.replace(words[mention.start : mention.end], " ")
    return found, rest.casefold().split()


def _fits(row: Row, days: set[tuple[int, int]], words: Sequence[str]) -> bool:
    on = when.day_of(row.starts_at)
    if days and (on.day, on.month) not in days:
        return False
    said = f"{row.title} {row.place}".casefold()
    return all(word in said or _is_misspelt(word, said) for word in words)


def _is_misspelt(word: str, said: str) -> bool:
    return len(word) > 4 and any(fuzz.ratio(word, each) >= MISSPELT for each in said.split())


def nearest_year(day: int, month: int, to: date) -> date | None:
    """Of a day without a year, or with one that was guessed: the one nearest to another day."""
    found = []
    for year in (to.year - 1, to.year, to.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda each: abs(each - to), default=None)


def day_before(day: int, to: date) -> date | None:
    """“Vom 12. auf den 13. Dezember” names the old day by its number alone."""
    near = (to + timedelta(days=number) for number in range(-15, 16))
    return next((each for each in near if each.day == day), None)
