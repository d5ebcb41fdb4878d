"""Atom feeds: all news, those of one quarter, those of one topic. An unknown quarter or topic is 404."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from quartierwerk.core.models import Town
from quartierwerk.core.pages import find_for_reader
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import TopicPage

from .models import NewsPage
from .queries import about_quarter, about_topics, live_news

LATEST = 30


@dataclass(frozen=True)
class Channel:
    """What a feed is about: the town, and the quarter or topic it is narrowed to."""

    town: Town
    news: Any
    about: str
    query: str


class NewsFeed(Feed):
    """All news of the town."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, **kwargs: str) -> Channel:
        news, about, query = self.narrowed(**kwargs)
        return Channel(Town.load(request_or_site=request), news, about, query)

    def narrowed(self) -> tuple[Any, str, str]:
        return live_news(), "", ""

    def title(self, channel: Channel) -> str:
        subject = _("Aktuelles") + (f": {channel.about}" if channel.about else "")
        return f"{subject} – {channel.town.platform_name} {channel.town.name}"

    def subtitle(self, channel: Channel) -> str:
        return channel.town.claim

    def link(self, channel: Channel) -> str:
        return settings.BASE_URL + reverse("news:list") + channel.query

    def author_name(self, channel: Channel) -> str:
        return channel.town.official_name

    def items(self, channel: Channel) -> list[NewsPage]:
        return list(channel.news.select_related("locale").prefetch_related("quarters", "topics")[:LATEST])

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_link(self, item: NewsPage) -> str:
        """Below `BASE_URL`, as the canonical address of the page itself, whatever host a reader asked."""
        return settings.BASE_URL + item.get_url_parts()[2]

    def item_description(self, item: NewsPage) -> str:
        return item.teaser

    def item_guid(self, item: NewsPage) -> str:
        """Stays when title, address or host change."""
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item: NewsPage) -> datetime:
        return timezone.make_aware(datetime.combine(item.date, time.min))

    def item_updateddate(self, item: NewsPage) -> datetime:
        return item.last_published_at or item.first_published_at or self.item_pubdate(item)

    def item_categories(self, item: NewsPage) -> list[str]:
        return [tag["label"] for tag in item.tags()]


class QuarterFeed(NewsFeed):
    """News of one quarter."""

    def narrowed(self, slug: str) -> tuple[Any, str, str]:  # type: ignore[override]
        quarter = get_object_or_404(Quarter.objects.public(), slug=slug)
        return about_quarter(live_news(), quarter), quarter.name, f"?quartier={slug}"


class TopicFeed(NewsFeed):
    """News of one topic."""

    def narrowed(self, slug: str) -> tuple[Any, str, str]:  # type: ignore[override]
        topic = find_for_reader(TopicPage.objects.live(), slug)
        if topic is None:
            raise Http404
        return about_topics(live_news(), [topic]), topic.title, f"?thema={slug}"
