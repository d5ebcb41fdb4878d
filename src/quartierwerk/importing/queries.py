"""Shared reads of announcements. Fetching is authorising: what comes back may be seen by the user, anything else is 404."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from rapidfuzz import fuzz

from quartierwerk.events.dates.periods import midnight
from quartierwerk.events.enums import PUBLIC_STAGES
from quartierwerk.events.models import Event, Occurrence
from quartierwerk.events.queries import events_for
from quartierwerk.events.series.recurrence import zone
from quartierwerk.news.models import NewsPage

from . import likeness
from .enums import CameBy
from .models import Announcement, Example, Feed, Figure
from .permissions import may_import, may_publish

SAME_NEWS_TITLE = 90  # of 100, all words: “…: noch Plätze frei” is news again
SAME_NEWS_WITHIN = timedelta(days=14)
SAME_TITLE = 80  # of 100, words in any order; lower, two courses of one house count as one
SAME_TEASER = 60  # of 100: two news of one house may bear its name as their title


def announcements_for(user: Any) -> QuerySet[Announcement]:
    """All for who publishes; who writes drafts only, such as an association, has the texts he gave himself.

    Without those whose words were deleted: of them only what they are known again by is left.
    """
    there = Announcement.objects.exclude(text="")
    if may_publish(user):
        return there
    return there.filter(given_by=user) if may_import(user) else there.none()


def keys_of_old_site(prefix: str) -> dict[str, str]:
    """By what the texts of an old site that came in already are known again: key → fingerprint."""
    rows = Announcement.objects.filter(came_by=CameBy.OLD_SITE, key__startswith=prefix)
    return {key: words for key, words in rows.values_list("key", "fingerprint") if key}


def feeds_for(user: Any) -> QuerySet[Feed]:
    return Feed.objects.all() if may_publish(user) else Feed.objects.none()


def examples_for(user: Any) -> QuerySet[Example]:
    return Example.objects.all() if may_publish(user) else Example.objects.none()


def figures_for(user: Any) -> QuerySet[Figure]:
    return Figure.objects.all() if may_publish(user) else Figure.objects.none()


@dataclass(frozen=True)
class Meant:
    """What is looked for: an event of this title at this moment, in this venue; `has_hour`: not only on this day.

    `words`: where the title names none, a sentence that may speak of it.
    """

    title: str
    starts_at: datetime
    venue: int | None = None
    has_hour: bool = True
    words: str = ""


@dataclass(frozen=True)
class Found:
    """The date of an event that fits best. `is_likely`: title nearly the same, at the same hour or one has none.

    `may_change`: like enough to be what a text calls off or moves; the title may be a part of the other.
    """

    date: Occurrence
    likeness: float
    is_likely: bool
    may_change: bool


def same_events(title: str, starts_at: datetime, *, venue: int | None = None) -> list[Event]:
    """Events that are there already and may be the one meant, likeliest first; drafts count, too.

    On the same day in the town, with a title that is nearly the same, or at the same hour in the same venue.
    """
    return [each.date.event for each in same_dates_each([Meant(title, starts_at, venue)])[0]]


def same_dates_each(meant: Sequence[Meant], *, by: Any = None) -> list[list[Found]]:
    """The same for several, in one query; of each event the one date that fits best.

    `by`: for whom; who writes drafts only learns nothing of the drafts of others.
    """
    on_their_days = Q(pk__in=[])
    for first in {_midnight(each.starts_at) for each in meant}:
        on_their_days |= Q(starts_at__gte=first, starts_at__lt=first + timedelta(days=1))
    rows = Occurrence.objects.filter(on_their_days).select_related("event__venue").order_by("starts_at", "pk")
    if by is not None and not may_publish(by):
        own = events_for(by).order_by().values("pk")
        rows = rows.filter(Q(event__stage__in=PUBLIC_STAGES) | Q(event__in=own))
    dates = list(rows) if meant else []
    return [_same(each, dates) for each in meant]


def _same(meant: Meant, dates: list[Occurrence]) -> list[Found]:
    on_the_day = [each for each in dates if _midnight(each.starts_at) == _midnight(meant.starts_at)]
    on_the_day.sort(
        key=lambda each: abs(each.starts_at - meant.starts_at) if meant.has_hour else timedelta(0)
    )
    found: dict[int, Found] = {}
    for each in on_the_day:
        if each.event_id not in found and (fits := _found(meant, each)):
            found[each.event_id] = fits
    return sorted(found.values(), key=lambda each: (-each.is_likely, -each.likeness))


def _found(meant: Meant, date_: Occurrence) -> Found | None:
    event, is_then = date_.event, date_.starts_at == meant.starts_at
    is_said = bool(meant.words) and likeness.is_said_in(event.title, meant.words)
    alike = 100.0 if is_said else likeness.likeness(meant.title, event.title)
    is_there = meant.venue is not None and event.venue_id == meant.venue and is_then
    is_alike = alike >= SAME_TITLE
    if not is_alike and not is_there:
        return None
    fits = is_then or event.all_day or not meant.has_hour
    is_same = is_said or likeness.is_nearly_same(meant.title, event.title)
    names_it = is_said or not likeness.names_nothing(meant.title)
    return Found(date_, alike + (100 if is_there else 0), fits and is_same, is_alike and fits and names_it)


@dataclass(frozen=True)
class FoundNews:
    """A news item that is there already and may be the same; `is_likely`: its teaser says the same, too."""

    page: NewsPage
    is_likely: bool


def same_news_each(meant: Sequence[tuple[str, date, str]], *, by: Any = None) -> list[FoundNews | None]:
    """For each title, day and teaser the news item that is there already, in one query; drafts count, too.

    `by`: as in `same_dates_each`.
    """
    near = Q(pk__in=[])
    for _title, day, _teaser in meant:
        near |= Q(date__gte=day - SAME_NEWS_WITHIN, date__lte=day + SAME_NEWS_WITHIN)
    if by is not None and not may_publish(by):
        near &= Q(live=True) | Q(owner=by)
    pages = list(NewsPage.objects.filter(near).defer("body").order_by("-date", "-pk")) if meant else []
    return [_same_news(*each, pages) for each in meant]


def _same_news(title: str, day: date, teaser: str, pages: list[NewsPage]) -> FoundNews | None:
    likely = [
        (fuzz.token_sort_ratio(title.casefold(), page.title.casefold()), page)
        for page in pages
        if abs(page.date - day) <= SAME_NEWS_WITHIN
    ]
    alike, page = max(likely, key=lambda each: each[0], default=(0, None))
    if page is None or alike < SAME_NEWS_TITLE:
        return None
    says_the_same = fuzz.token_set_ratio(teaser.casefold(), page.teaser.casefold()) >= SAME_TEASER
    return FoundNews(page, says_the_same or not likeness.names_a_house(title))


def _midnight(moment: datetime) -> datetime:
    return midnight(moment.astimezone(zone()).date())
