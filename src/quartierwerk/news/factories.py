"""Test news, published as an editor does it."""

from datetime import date
from typing import Any

from quartierwerk.topics.factories import language, published

from .models import NewsIndexPage, NewsPage


def news(
    title: str = "Sommerfest in Welper",
    *,
    quarters: list | None = None,
    topics: list | None = None,
    **values: Any,
) -> NewsPage:
    """A public news item; `live=False` leaves it a draft."""
    values = {"date": date(2026, 6, 1), "teaser": f"Alles über: {title}", **values}
    page = NewsPage(title=title, locale=language(values.pop("language", "de")), **values)
    page.quarters, page.topics = quarters or [], topics or []
    return published(NewsIndexPage.objects.first(), page)
