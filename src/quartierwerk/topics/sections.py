"""Sections that higher apps put on the page of a topic or a field of action: news, later needs, projects."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from .models import FieldOfAction, TopicPage


@dataclass(frozen=True)
class TopicSection:
    """`context` gets the topics of the page and returns what `template` shows, or None for nothing to say.

    `of_field` is asked instead on the page of a field of action, where what is shown belongs to the field itself.
    """

    key: str
    order: int
    template: str
    context: Callable[[HttpRequest, list[TopicPage]], dict[str, Any] | None]
    of_field: Callable[[HttpRequest, FieldOfAction], dict[str, Any] | None] | None = None


_sections: dict[str, TopicSection] = {}


def register(section: TopicSection) -> None:
    _sections[section.key] = section


def sections_of(request: HttpRequest, topics: list[TopicPage]) -> list[tuple[str, dict[str, Any]]]:
    """Template and context of each section that has something to say, in order."""
    filled = (
        (s.template, s.context(request, topics)) for s in sorted(_sections.values(), key=lambda s: s.order)
    )
    return [(template, context) for template, context in filled if context is not None]


def sections_of_field(
    request: HttpRequest, field: FieldOfAction, topics: list[TopicPage]
) -> list[tuple[str, dict[str, Any]]]:
    """The same for the page of a field of action."""
    found = []
    for section in sorted(_sections.values(), key=lambda s: s.order):
        context = _of_field(section, request, field, topics)
        if context is not None:
            found.append((section.template, context))
    return found


def _of_field(
    section: TopicSection, request: HttpRequest, field: FieldOfAction, topics: list[TopicPage]
) -> dict[str, Any] | None:
    if section.of_field:
        return section.of_field(request, field)
    return section.context(request, topics) if topics else None
