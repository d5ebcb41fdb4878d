"""Atom feeds of events newly published, changed, moved or cancelled: all, those of one quarter, those of one topic."""

from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed

from quartierwerk.core.models import Town

from . import channels, ical, wording
from .channels import Channel, with_all_a_calendar_tells
from .models import Event

LATEST = 30


class EventFeed(Feed):
    """All events of the town."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> Channel:
        return channels.everything()

    def title(self, channel: Channel) -> str:
        return channel.name

    def subtitle(self, channel: Channel) -> str:
        return Town.load().claim

    def link(self, channel: Channel) -> str:
        return settings.BASE_URL + channel.list_path

    def author_name(self, channel: Channel) -> str:
        return Town.load().official_name

    def items(self, channel: Channel) -> list[Event]:
        latest = channel.events.order_by("-changed_at", "-pk")
        return list(with_all_a_calendar_tells(latest)[:LATEST])

    def item_title(self, item: Event) -> str:
        return wording.title(item)

    def item_link(self, item: Event) -> str:
        return wording.page_url(item)

    def item_description(self, item: Event) -> str:
        return wording.summary(item)

    def item_guid(self, item: Event) -> str:
        """Stays when title, address or host change."""
        return f"urn:uuid:{item.uid}"

    def item_pubdate(self, item: Event) -> datetime | None:
        return item.published_at

    def item_updateddate(self, item: Event) -> datetime:
        return item.changed_at

    def item_categories(self, item: Event) -> list[str]:
        return ical.categories(item)


class QuarterFeed(EventFeed):
    """Events of one quarter."""

    def get_object(self, request: HttpRequest, slug: str) -> Channel:  # type: ignore[override]
        return channels.of_quarter(slug)


class TopicFeed(EventFeed):
    """Events of one topic."""

    def get_object(self, request: HttpRequest, slug: str) -> Channel:  # type: ignore[override]
        return channels.of_topic(slug)
