"""What can be done with news outside of the editors' tools."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.html import linebreaks
from wagtail.log_actions import log

from quartierwerk.core import audit
from quartierwerk.core.refusals import refuse
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import TopicPage

from . import rules
from .models import NewsIndexPage, NewsPage


@transaction.atomic
def create_news(
    *,
    title: str,
    teaser: str,
    day: date,
    paragraphs: Sequence[str],
    by: Any,
    publish: bool,
    quarters: Iterable[Quarter] = (),
    topics: Iterable[TopicPage] = (),
) -> NewsPage:
    """A news item below “Aktuelles”, live or as a draft; `paragraphs` are plain text.

    Raises ValidationError for what a field refuses, NewsIndexPage.DoesNotExist before the town was set up.
    """
    index = NewsIndexPage.objects.order_by("path").select_related("locale")[:1].get()
    page = NewsPage(
        title=title,
        date=day,
        teaser=teaser,
        body=[("text", _as_html(paragraph)) for paragraph in paragraphs if paragraph.strip()],
        locale=index.locale,
        live=False,
        owner=by,
    )
    page.quarters, page.topics = list(quarters), list(topics)
    index.add_child(instance=page)
    revision = page.save_revision(user=by)
    log(instance=page, action="wagtail.create", user=by, revision=revision, content_changed=True)
    if publish:
        revision.publish(user=by)
    audit.record("news created", page, by=by, live=publish)
    return page


@transaction.atomic
def withdraw_news(*, page: NewsPage, by: Any) -> NewsPage:
    """Back to a draft: its address answers as that of any page that is not public."""
    page = NewsPage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    refuse(rules.why_not_withdrawn(page))
    page.unpublish(user=by)
    audit.record("news withdrawn", page, by=by)
    return page


def _as_html(paragraph: str) -> str:
    """A single line break stays one; what looks like a tag is text."""
    return linebreaks(paragraph.strip(), autoescape=True)
