"""Reads of the public calendar and of an event's page; few queries, however much there is to show."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.db.models import (
    BooleanField,
    Case,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    Model,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.http import Http404
from wagtail.images.models import Rendition

from quartierwerk.core import clock
from quartierwerk.core.pages import SHARE_FORMAT
from quartierwerk.news import queries as news
from quartierwerk.news.models import NewsPage
from quartierwerk.places.models import Quarter
from quartierwerk.places.queries import has_outline
from quartierwerk.topics.models import TopicPage

from ..enums import Stage
from ..models import Attendance, Audience, Event, Occurrence, Organiser
from ..queries import public_occurrences
from .periods import midnight

PAGE_IMAGE = "max-1200x800|format-webp"
SHOWN_DATES, SHOWN_RELATED = 8, 3
MOST_LOOKED_AT = 40  # dates among which related events are found
_OF_DATE = ("event", "original_start", "starts_at", "ends_at", "over_at", "state", "availability")
_OF_EVENT = (
    "title", "slug", "kind", "summary", "starts_at", "all_day", "rule", "place_name", "street", "room", "online_url",
    "language", "stage", "moved_from", "moved_from_place", "availability", "registration_mode", "registers_for", "has_waiting_list",
    "registration_opens_at", "registration_closes_at", "venue__name",
)  # fmt: skip
_SHOWN = (*_OF_DATE, *(f"event__{name}" for name in _OF_EVENT))


class EventGoneError(Exception):
    """It was public and was taken back."""


def for_list(dates: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """With everything a list shows, in two queries however long it is: dates with their events, and quarters."""
    quarters = Prefetch("event__quarters", queryset=Quarter.objects.only("name", "is_public"))
    return dates.select_related("event__venue").only(*_SHOWN).prefetch_related(quarters)


def coming(limit: int, dates: QuerySet[Occurrence]) -> list[Occurrence]:
    """The next of these dates that take place, for sections, in one query; what runs for longer at its beginning only."""
    return list(_planned(dates).order_by("starts_at", "pk")[:limit])


def coming_in(quarter: Quarter, limit: int) -> list[Occurrence]:
    """The next dates of a quarter; those of the whole town fill up where it has few of its own (`is_for_all`)."""
    own = Event.quarters.through.objects.filter(event=OuterRef("event"))
    dates = _planned(public_occurrences()).annotate(is_for_all=~Exists(own))
    found = dates.filter(Exists(own.filter(quarter=quarter)) | Q(is_for_all=True))
    return sorted(
        found.order_by("is_for_all", "starts_at", "pk")[:limit], key=lambda each: (each.starts_at, each.pk)
    )


def _planned(dates: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    dates = dates.filter(
        state=Occurrence.State.PLANNED, starts_at__gte=clock.now(), event__stage=Stage.PUBLISHED
    )
    return dates.select_related("event__venue").only(*_SHOWN)


# --------------------------------------------------------------------------------------------------------- one event
def public_event(slug: str) -> Event:
    """The event with everything that stands in its own row; 404 for a draft, `EventGoneError` for what was taken back."""
    renditions = Rendition.objects.filter(filter_spec__in=[PAGE_IMAGE, SHARE_FORMAT])
    found = (
        Event.objects.select_related("venue__quarter", "contact__photo", "image")
        .defer("venue__quarter__boundary", "venue__quarter__description")
        .annotate(venue_has_outline=has_outline("venue__quarter"))
        .prefetch_related(Prefetch("image__renditions", queryset=renditions, to_attr="prefetched_renditions"))
        .filter(slug=slug)
        .first()
    )
    if found is None or not found.published_at:
        raise Http404(slug)
    if not found.is_public:
        raise EventGoneError(slug)
    return found


@dataclass(frozen=True)
class Dates:
    """The date a page shows (None where an event has none), and the coming ones of its series."""

    shown: Occurrence | None
    coming: list[Occurrence]
    asked_for_another: bool = False  # the address names a day on which there is none


def dates_of(event: Event, day: date | None) -> Dates:
    """The date on `day`, else the next that takes place, else the last; in one query."""
    now = clock.now()
    found = list(_in_order_of_use(event, day, now)[: SHOWN_DATES + 1])
    for occurrence in found:
        occurrence.event = event
    asked = next((o for o in found if day and o.is_asked), None)  # type: ignore[attr-defined]
    still = sorted((o for o in found if not o.is_over(now)), key=lambda o: (o.starts_at, o.pk))
    usual = next((o for o in still if not o.is_cancelled), still[0] if still else None)
    return Dates(
        asked or usual or (found[0] if found else None),
        still[:SHOWN_DATES],
        asked_for_another=bool(day and not asked),
    )


def _in_order_of_use(event: Event, day: date | None, now: datetime) -> QuerySet[Occurrence]:
    """The one asked for, then those to come, then those that were, the last first."""
    on_day = Q(pk=None)
    if day:
        begins, ends = midnight(day), midnight(day + timedelta(days=1))
        on_day = Q(starts_at__gte=begins, starts_at__lt=ends) | Q(
            original_start__gte=begins, original_start__lt=ends
        )
    there = Attendance.objects.filter(occurrence=OuterRef("pk")).order_by().values("occurrence")
    return event.occurrences.annotate(
        people_there=Subquery(there.annotate(n=Sum("people")).values("n")),
        is_asked=Case(When(on_day, then=Value(True)), default=Value(False), output_field=BooleanField()),
        is_past=Case(When(over_at__gt=now, then=Value(0)), default=Value(1)),
        next_start=Case(When(over_at__gt=now, then=F("starts_at")), output_field=DateTimeField()),
    ).order_by("-is_asked", "is_past", "next_start", "-starts_at", "-pk")


def load_labels(event: Event) -> None:
    """Read the public quarters and topics, the audiences and organisers in one query instead of four, and keep them as
    what the event's own managers answer. For showing only: such an event must not be saved."""
    rows = _rows(0, Quarter.objects.public().filter(events=event), "name", "slug").union(
        _rows(1, TopicPage.objects.live().filter(events=event), "title", "slug", more="translation_key"),
        _rows(2, Audience.objects.filter(events=event), "name", "slug", rank="order"),
        _rows(3, Organiser.objects.filter(event=event), "name", "url", rank="sort_order"),
        all=True,
    )
    found: list[list[Any]] = [[], [], [], []]
    for part, rank, name, pk, link, more in sorted(
        rows, key=lambda row: (row[0], row[1] or 0, row[2], row[3])
    ):
        found[part].append(_RECORDS[part](pk, name, link, rank, more))
    event.quarters, event.topics, event.audiences, event.organisers = found  # type: ignore[misc]


def _rows(part: int, things: QuerySet, name: str, link: str, *, rank: str = "", more: str = "") -> QuerySet:
    """Part, rank, name, key, address and something more, in types that every table shares."""
    return things.order_by().values_list(
        Value(part),
        Cast(rank, IntegerField()) if rank else Value(0),
        Cast(name, TextField()),
        "pk",
        Cast(link, TextField()),
        Cast(more, TextField()) if more else Cast(Value(""), TextField()),
    )


def _record(model: type[Model], **values: Any) -> Any:
    """As Django reads a row of which only these columns were asked for."""
    names = [field.attname for field in model._meta.concrete_fields if field.attname in values]
    return model.from_db(DEFAULT_DB_ALIAS, names, [values[name] for name in names])


_RECORDS = (
    lambda pk, name, link, *_: _record(Quarter, id=pk, name=name, slug=link, is_public=True),
    lambda pk, name, link, _, more: _record(
        TopicPage, id=pk, page_ptr_id=pk, title=name, slug=link, live=True, translation_key=UUID(more)
    ),
    lambda pk, name, link, rank, _: _record(Audience, id=pk, name=name, slug=link, order=rank),
    lambda pk, name, link, rank, _: _record(Organiser, id=pk, name=name, url=link, sort_order=rank),
)


def related_dates(event: Event) -> list[Occurrence]:
    """One date each of events that editors named, the next where there is one, then coming ones of the same topics or
    quarters. What is cancelled invites nobody."""
    now = clock.now()
    named = Q(event__in=Event.related_events.through.objects.filter(from_event=event).values("to_event"))
    dates = public_occurrences().filter(named | Q(over_at__gt=now) & _alike(event)).exclude(event=event)
    dates = dates.filter(event__stage=Stage.PUBLISHED, state=Occurrence.State.PLANNED)
    ordered = dates.annotate(
        is_named=Case(When(named, then=Value(0)), default=Value(1)),
        is_past=Case(When(over_at__gt=now, then=Value(0)), default=Value(1)),
    ).order_by("is_named", "is_past", "starts_at", "pk")
    found: dict[int, Occurrence] = {}
    for occurrence in ordered.select_related("event__venue").only(*_SHOWN)[:MOST_LOOKED_AT]:
        found.setdefault(occurrence.event_id, occurrence)
    return list(found.values())[:SHOWN_RELATED]


def _alike(event: Event) -> Q:
    """Of a topic of this event, or of one of its quarters."""
    topics, quarters = Event.topics.through.objects, Event.quarters.through.objects
    same_topic = topics.filter(topicpage__in=topics.filter(event=event).values("topicpage")).values("event")
    same_quarter = quarters.filter(quarter__in=quarters.filter(event=event).values("quarter")).values("event")
    return Q(event__in=same_topic) | Q(event__in=same_quarter)


def news_about(event: Event) -> list[NewsPage]:
    """The public news that editors put to this event, newest first."""
    about = NewsPage.objects.filter(events=event).order_by().values("translation_key")
    return list(news.live_news().filter(translation_key__in=about).defer("body").select_related("locale"))
