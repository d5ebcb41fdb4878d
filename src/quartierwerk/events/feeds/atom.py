"""Atom feeds of events newly published, changed, moved or cancelled: all, those of one quarter, those of one topic."""

from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed

from . import channels, plain_words
from .channels import Channel, Told

LATEST = 30


class EventFeed(Feed):
    """All events of the town."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> Channel:
        return channels.everything()

    def title(self, channel: Channel) -> str:
        return channel.name

    def subtitle(self, channel: Channel) -> str:
        return channel.town.claim

    def link(self, channel: Channel) -> str:
        return settings.BASE_URL + channel.list_path

    def author_name(self, channel: Channel) -> str:
        return channel.town.official_name

    def items(self, channel: Channel) -> list[Told]:
        return channels.tell(channel.events.order_by("-changed_at", "-pk")[:LATEST])

    def item_title(self, item: Told) -> str:
        return plain_words.title(item.event)

    def item_link(self, item: Told) -> str:
        return plain_words.page_url(item.event)

    def item_description(self, item: Told) -> str:
        return plain_words.summary(item.event, item.dates)

    def item_guid(self, item: Told) -> str:
        """Stays when title, address or host change."""
        return f"urn:uuid:{item.event.uid}"

    def item_pubdate(self, item: Told) -> datetime | None:
        return item.event.published_at

    def item_updateddate(self, item: Told) -> datetime:
        return item.event.changed_at

    def item_categories(self, item: Told) -> list[str]:
        return [plain_words.kind(item.event), *item.subjects]


class QuarterFeed(EventFeed):
    """Events of one quarter."""

    def get_object(self, request: HttpRequest, slug: str) -> Channel:  # type: ignore[override]
        return channels.of_quarter(slug)


class TopicFeed(EventFeed):
    """Events of one topic."""

    def get_object(self, request: HttpRequest, slug: str) -> Channel:  # type: ignore[override]
        return channels.of_topic(slug)
