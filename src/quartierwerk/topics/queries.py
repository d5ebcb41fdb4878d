"""Shared reads of topics."""

from typing import Any

from quartierwerk.core.pages import in_readers_language

from .models import FieldOfAction, TopicPage


def live_topics() -> Any:
    """Public topics in the reader's language, by title; a page queryset."""
    topics = in_readers_language(TopicPage.objects.live()).select_related("locale")
    return topics.defer("body").order_by("title", "pk")


def topics_of(field: FieldOfAction) -> list[TopicPage]:
    return list(live_topics().filter(fields_of_action=field))


def topics_by_field() -> list[tuple[FieldOfAction | None, list[TopicPage]]]:
    """The fields of action in order, each with its topics; topics without a field come last, under None."""
    topics = list(live_topics().prefetch_related("fields_of_action"))
    groups: list[tuple[FieldOfAction | None, list[TopicPage]]] = [
        (field, [topic for topic in topics if field in topic.fields_of_action.all()])
        for field in FieldOfAction.objects.all()
    ]
    without = [topic for topic in topics if not topic.fields_of_action.all()]
    return [*groups, (None, without)] if without else groups
