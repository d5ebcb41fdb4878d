"""Whether something a partner offers is here already: as an event, from another partner, or in a text somebody pasted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db.models import QuerySet
from rapidfuzz import fuzz

from quartierwerk.events.models import Event, Occurrence

from ..drafts import draft_of
from ..enums import CameBy, State
from ..gazetteer import town_gazetteer
from ..models import Announcement, Feed
from ..queries import SAME_TITLE, same_events
from .entries import Entry, is_all_day, moment
from .rendering import aware

_NUMBERS = re.compile(r"\d+")
MOST_READ = 200  # texts that wait; an old site may bring hundreds, and they are no announcements of next week


@dataclass(frozen=True)
class Double:
    """What is probably meant; both None: it is new."""

    event: Event | None = None
    announcement: Announcement | None = None

    def __bool__(self) -> bool:
        return bool(self.event or self.announcement)


@dataclass
class Doubles:
    """For one run over one feed; texts that wait are read once, and only if somebody asks."""

    feed: Feed

    def of(self, entry: Entry) -> Double:
        """Only what begins at the very same moment; what is merely alike is shown to somebody, never put away."""
        event = next(iter(self._events(entry)), None)
        if event:
            return Double(event=event)
        return Double(announcement=next(self._announcements(entry), None))

    def _events(self, entry: Entry) -> Iterator[Event]:
        starts = aware(entry["starts"])
        found = same_events(entry["title"], starts)
        if not found:
            return
        dates = Occurrence.objects.filter(event__in=found)
        dates = dates.filter(event__all_day=True) if is_all_day(entry) else dates.filter(starts_at=starts)
        exact = set(dates.values_list("event_id", flat=True))
        yield from (event for event in found if event.pk in exact and is_alike(event.title, entry["title"]))

    def _announcements(self, entry: Entry) -> Iterator[Announcement]:
        others = waiting_entries(entry["starts"]).exclude(feed=self.feed)
        yield from (each for each in others if is_alike(each.title, entry["title"]))
        starts = moment(entry["starts"])
        yield from (
            said for title, at, said in self._texts if at == starts and is_alike(title, entry["title"])
        )

    @cached_property
    def _texts(self) -> list[tuple[str, datetime | date, Announcement]]:
        known = town_gazetteer()
        rows = Announcement.objects.filter(state=State.WAITING).exclude(came_by=CameBy.FEED)
        return [
            (event.title.value, event.start.value, said)
            for said in rows.order_by("-given_at", "-pk")[:MOST_READ]
            for event in draft_of(said, known).events
            if event.start
        ]


def waiting_entries(starts: str) -> QuerySet[Announcement]:
    """Announcements of feeds that wait and begin at this moment (as in `entries.py`); for a pasted text, too."""
    return Announcement.objects.filter(
        came_by=CameBy.FEED, state=State.WAITING, entry__starts=starts
    ).order_by("given_at", "pk")


def is_alike(one: str, other: str) -> bool:
    """Two courses at the same hour that only their numbers tell apart are two."""
    numbers, others = _NUMBERS.findall(one), _NUMBERS.findall(other)
    if numbers and others and numbers != others:
        return False
    return fuzz.token_set_ratio(one.casefold(), other.casefold()) >= SAME_TITLE
