"""Sections that higher apps put on the page of a topic or a field of action: news, later needs, projects."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from .models import TopicPage


@dataclass(frozen=True)
class TopicSection:
    """`context` gets the topics of the page and returns what `template` shows, or None for nothing to say."""

    key: str
    order: int
    template: str
    context: Callable[[HttpRequest, list[TopicPage]], dict[str, Any] | None]


_sections: dict[str, TopicSection] = {}


def register(section: TopicSection) -> None:
    _sections[section.key] = section


def sections_of(request: HttpRequest, topics: list[TopicPage]) -> list[tuple[str, dict[str, Any]]]:
    """Template and context of each section that has something to say, in order."""
    filled = (
        (s.template, s.context(request, topics)) for s in sorted(_sections.values(), key=lambda s: s.order)
    )
    return [(template, context) for template, context in filled if context is not None]
