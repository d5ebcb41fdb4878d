"""Shared reads of topics."""

from typing import Any

from django.conf import settings

from quartierwerk.core.pages import in_readers_language

from .fields import fields_of_action
from .models import FieldOfAction, TopicPage

LONGEST_SLUG = 255


def live_topics() -> Any:
    """Public topics in the reader's language, by title; a page queryset."""
    topics = in_readers_language(TopicPage.objects.live()).select_related("locale")
    return topics.defer("body").order_by("title", "pk")


def topics_by_original_slug() -> dict[str, TopicPage]:
    """Slug of the original in German → live topic for the reader, in the order of the titles."""
    topics = list(live_topics())
    translated = [t.translation_key for t in topics if t.locale.language_code != settings.LANGUAGE_CODE]
    originals = TopicPage.objects.filter(
        translation_key__in=translated, locale__language_code=settings.LANGUAGE_CODE
    )
    slugs = dict(originals.values_list("translation_key", "slug")) if translated else {}
    return {slugs.get(topic.translation_key, topic.slug): topic for topic in topics}


def original_slug(slug: str, topics: dict[str, TopicPage]) -> str:
    """`slug`, or where that is the slug of a translation of one of the topics, the one of its original."""
    if slug in topics:
        return slug
    meant = TopicPage.objects.live().filter(slug=slug).values_list("translation_key", flat=True)
    keys = set(meant) if len(slug) <= LONGEST_SLUG else set()
    return next((own for own, topic in topics.items() if topic.translation_key in keys), slug)


def as_choices(topics: dict[str, TopicPage]) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """What a select offers of `topics_by_original_slug`: (slug, title), and slug → code of its language."""
    titles = [(slug, topic.title) for slug, topic in topics.items()]
    return titles, {slug: topic.locale.language_code for slug, topic in topics.items()}


def topics_of(field: FieldOfAction) -> list[TopicPage]:
    return list(live_topics().filter(fields_of_action=field))


def topics_by_field() -> list[tuple[FieldOfAction | None, list[TopicPage]]]:
    """The fields of action in order, each with its topics; topics without a field come last, under None."""
    topics = list(live_topics().prefetch_related("fields_of_action"))
    groups: list[tuple[FieldOfAction | None, list[TopicPage]]] = [
        (field, [topic for topic in topics if field in topic.fields_of_action.all()])
        for field in fields_of_action()
    ]
    without = [topic for topic in topics if not topic.fields_of_action.all()]
    return [*groups, (None, without)] if without else groups
