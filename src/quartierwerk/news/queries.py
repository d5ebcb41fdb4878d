"""Shared reads of news: fetching is authorising, nothing here returns a draft or an expired item."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, Q
from wagtail.images.models import Rendition

from quartierwerk.core.pages import in_readers_language
from quartierwerk.core.templatetags.ui import content_lang
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import TopicPage

from .models import NewsPage

LIST_IMAGE = "fill-320x240|format-webp"


def live_news() -> Any:
    """Public news in the reader's language, newest first; a page queryset for further filters."""
    return in_readers_language(NewsPage.objects.live()).order_by("-date", "-first_published_at", "-pk")


def for_list(news: Any) -> Any:
    """With everything a list shows, in four queries however long it is: items, quarters, topics, pictures."""
    renditions = Rendition.objects.filter(filter_spec=LIST_IMAGE)
    return (
        news.defer("body")
        .select_related("locale", "image")
        .prefetch_related(
            "quarters",
            Prefetch("topics", queryset=TopicPage.objects.defer("body")),
            Prefetch("image__renditions", queryset=renditions, to_attr="prefetched_renditions"),
        )
    )


def as_item(item: NewsPage) -> dict[str, Any]:
    """What `core/components/news_item.html` shows of a news item."""
    return {
        "title": item.title,
        "url": item.url,
        "date": item.date,
        "teaser": item.teaser,
        "image": item.image.get_rendition(LIST_IMAGE) if item.image else None,
        "tags": item.tags(),
        "lang": content_lang(item.locale.language_code),
    }


def about_quarter(news: Any, quarter: Quarter) -> Any:
    return news.filter(quarters=quarter)


def about_topics(news: Any, topics: Iterable[TopicPage]) -> Any:
    """News of any of the topics; a translated topic has the news of its original."""
    keys = [topic.translation_key for topic in topics]
    return news.filter(pk__in=NewsPage.objects.filter(topics__translation_key__in=keys).values("pk"))


def related_to(item: NewsPage, limit: int = 3) -> list[NewsPage]:
    """The newest other news that share a quarter or a topic with this one."""
    quarters, topics = list(item.quarters.all()), list(item.topics.all())
    if not quarters and not topics:
        return []
    shared = NewsPage.objects.filter(Q(quarters__in=quarters) | Q(topics__in=topics)).values("pk")
    others = live_news().filter(pk__in=shared).exclude(translation_key=item.translation_key)
    return list(others.defer("body").select_related("locale")[:limit])
