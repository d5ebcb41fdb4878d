"""Where the news of a quarter and of topics appear on the pages of the apps below."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import TopicPage

from .queries import about_quarter, about_topics, as_item, for_list, live_news

SHOWN = 3


def news_of_quarter(request: HttpRequest, quarter: Quarter) -> dict[str, Any]:  # noqa: ARG001 - the registry's shape
    """The newest news of the quarter; says so kindly when there are none."""
    news = for_list(about_quarter(live_news(), quarter))[:SHOWN]
    return {
        "items": [as_item(item) for item in news],
        "all_url": f"{reverse('news:list')}?quartier={quarter.slug}",
        "feed_url": reverse("news:quarter_feed", args=[quarter.slug]),
    }


def news_of_topics(request: HttpRequest, topics: list[TopicPage]) -> dict[str, Any] | None:  # noqa: ARG001
    """The newest news of any of the topics, or None."""
    items = [as_item(item) for item in for_list(about_topics(live_news(), topics))[:SHOWN]]
    if not items:
        return None
    only = topics[0] if len(topics) == 1 else None
    return {
        "items": items,
        "all_url": f"{reverse('news:list')}?thema={only.slug}" if only else reverse("news:list"),
        "feed_url": reverse("news:topic_feed", args=[only.slug]) if only else reverse("news:feed"),
    }
