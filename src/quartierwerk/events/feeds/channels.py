"""What somebody can subscribe to: all events, those of one quarter, those of one topic. Anything unknown is 404."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.core import clock
from quartierwerk.core.models import Town
from quartierwerk.core.pages import find_for_reader
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import TopicPage

from ..models import Event, Occurrence
from ..queries import public_events, public_occurrences

KEPT_DAYS = 90  # so long what is over stays in calendars that subscribed


@dataclass(frozen=True)
class Channel:
    """Public events, and what they are narrowed to: its name ("" for all) and its filter in the list of events."""

    events: QuerySet[Event]
    about: str = ""
    field: str = ""
    slug: str = ""

    @cached_property
    def town(self) -> Town:
        return Town.load()

    @property
    def name(self) -> str:
        """`Termine: Welper – Quartiersentwicklung Musterstadt`."""
        subject = f"{_('Termine')}: {self.about}" if self.about else _("Termine")
        return f"{subject} – {self.town.platform_name} {self.town.name}"

    @property
    def list_path(self) -> str:
        """The same events in the list."""
        return reverse("events:list") + (f"?{self.field}={self.slug}" if self.field else "")

    @property
    def ics_path(self) -> str:
        return self._path("ics")

    @property
    def atom_path(self) -> str:
        return self._path("feed")

    def _path(self, kind: str) -> str:
        names = {"": f"events:{kind}", "quartier": f"events:quarter_{kind}", "thema": f"events:topic_{kind}"}
        return reverse(names[self.field], args=[self.slug] if self.slug else [])

    @property
    def dates(self) -> QuerySet[Occurrence]:
        """Every date of these events, in order."""
        return public_occurrences().filter(event__in=self.events.order_by().values("pk"))

    @property
    def recent(self) -> QuerySet[Event]:
        """Events that have a date to come or within the last `KEPT_DAYS`."""
        since = clock.now() - timedelta(days=KEPT_DAYS)
        return self.events.filter(
            pk__in=Occurrence.objects.filter(over_at__gte=since).order_by().values("event_id")
        )


@dataclass(frozen=True)
class Told:
    """An event with what is told of it: all its dates in order, and the names of its public quarters and topics."""

    event: Event
    dates: list[Occurrence]
    subjects: list[str]


def everything() -> Channel:
    return Channel(public_events())


def of_quarter(slug: str) -> Channel:
    return about_quarter(get_object_or_404(Quarter.objects.public(), slug=slug))


def of_topic(slug: str) -> Channel:
    topic = find_for_reader(TopicPage.objects.live(), slug)
    if topic is None:
        raise Http404
    return about_topic(topic)


def about_quarter(quarter: Quarter) -> Channel:
    """Events for the people of this quarter: its own, and those of the whole town."""
    quarters = Event.quarters.through.objects.filter(event=OuterRef("pk"))
    own_or_all = Exists(quarters.filter(quarter=quarter)) | ~Exists(quarters)
    return Channel(public_events().filter(own_or_all), quarter.name, "quartier", quarter.slug)


def about_topic(topic: TopicPage) -> Channel:
    """Events of a topic; a translated topic has the events of its original."""
    same = Event.objects.filter(topics__translation_key=topic.translation_key).order_by().values("pk")
    return Channel(public_events().filter(pk__in=same), topic.title, "thema", topic.slug)


def tell(events: QuerySet[Event]) -> list[Told]:
    """In four queries however many; names come without their records, which would be slow for thousands of events."""
    dates = Prefetch("occurrences", queryset=Occurrence.objects.order_by("starts_at", "pk"))
    found = list(events.select_related("venue", "contact").prefetch_related(dates))
    keys = [event.pk for event in found]
    quarters = Event.quarters.through.objects.filter(event__in=keys, quarter__is_public=True)
    topics = Event.topics.through.objects.filter(event__in=keys, topicpage__live=True)
    subjects: dict[int, list[str]] = defaultdict(list)
    for rows, name in ((quarters, "quarter__name"), (topics, "topicpage__title")):
        for key, subject in rows.order_by(name).values_list("event_id", name):
            subjects[key].append(subject)
    return [Told(event, list(event.occurrences.all()), subjects[event.pk]) for event in found]
