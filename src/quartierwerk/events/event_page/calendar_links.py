"""On the page of an event: the file for one's own calendar."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.core.templatetags.ui import content_lang

from ..feeds import channels
from ..feeds.channels import Channel
from ..models import Event, Occurrence
from ..words import when


@dataclass(frozen=True)
class Subscription:
    """A calendar that renews itself: its label (`lang` where that is not the interface's) and its addresses."""

    label: str
    lang: str
    webcal_url: str
    https_url: str
    atom_url: str


def context(event: Event, occurrence: Occurrence | None) -> dict[str, Any]:
    """What `events/parts/calendar_links.html` shows."""
    own = [
        *map(channels.about_quarter, _public_quarters(event)),
        *map(channels.about_topic, event.topics.all()),
    ]
    return {
        "calendar_links": {
            "file_url": file_url(event, occurrence),
            "series_url": file_url(event) if event.is_series and occurrence else "",
            "is_series": event.is_series,
            "subscriptions": subscriptions(*own),
        }
    }


def file_url(event: Event, occurrence: Occurrence | None = None) -> str:
    """The file of the event, or of this date of a series."""
    url = reverse("events:event_ics", args=[event.slug])
    if not (event.is_series and occurrence):
        return url
    return f"{url}?datum={when.day_of(occurrence.starts_at).isoformat()}"


def subscriptions(*narrowed: Channel) -> list[Subscription]:
    """The calendars of these channels, and the one of all events."""
    return [_subscription(channel) for channel in (*narrowed, channels.everything())]


def _subscription(channel: Channel) -> Subscription:
    whole = settings.BASE_URL + channel.ics_path
    return Subscription(
        label=channel.about or _("Alle Termine"),
        lang=content_lang() if channel.about else "",
        webcal_url="webcal://" + whole.partition("://")[2],
        https_url=whole,
        atom_url=channel.atom_path,
    )


def _public_quarters(event: Event) -> list[Any]:
    return [quarter for quarter in event.quarters.all() if quarter.is_public]
