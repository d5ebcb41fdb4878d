"""Sample data of this app for a demo town: announcements with their own date, samples with one near today.

What is there already belongs to the editors and stays as it is.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from quartierwerk.core import clock
from quartierwerk.core.demo import TownFolder
from quartierwerk.places.models import Quarter
from quartierwerk.topics.demo import index_page
from quartierwerk.topics.models import TopicPage
from quartierwerk.topics.sample_texts import blocks_from

from .models import NewsIndexPage, NewsPage

NOON = time(12)


def load(folder: TownFolder) -> None:
    """See `core.demo`."""
    index = index_page(NewsIndexPage, "aktuelles", "Aktuelles")
    for row in folder.read("news").get("news", []):
        if not NewsPage.objects.child_of(index).filter(slug=row["slug"]).exists():
            _add(index, row)


def _date_of(row: dict[str, Any]) -> date:
    return row["date"] if "date" in row else clock.today() - timedelta(days=row["days_ago"])


def _add(index: NewsIndexPage, row: dict[str, Any]) -> None:
    day = _date_of(row)
    page = NewsPage(
        title=row["title"],
        slug=row["slug"],
        date=day,
        teaser=row["teaser"],
        body=blocks_from(row["body"]),
        locale=index.locale,
        live=False,
        first_published_at=timezone.make_aware(datetime.combine(day, NOON)),
    )
    page.quarters = Quarter.objects.filter(slug__in=row.get("quarters", []))
    page.topics = TopicPage.objects.filter(slug__in=row.get("topics", []), locale=index.locale)
    index.add_child(instance=page)
    page.save_revision().publish()
