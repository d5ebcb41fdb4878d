"""Sections that higher apps put on the page of a quarter: news, later events, needs, figures."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from .models import Quarter


@dataclass(frozen=True)
class QuarterSection:
    """`context` returns what `template` shows, or None when the section has nothing to say."""

    key: str
    order: int
    template: str
    context: Callable[[HttpRequest, Quarter], dict[str, Any] | None]


_sections: dict[str, QuarterSection] = {}


def register(section: QuarterSection) -> None:
    _sections[section.key] = section


def sections_of(request: HttpRequest, quarter: Quarter) -> list[tuple[str, dict[str, Any]]]:
    """Template and context of each section that has something to say, in order."""
    filled = (
        (s.template, s.context(request, quarter)) for s in sorted(_sections.values(), key=lambda s: s.order)
    )
    return [(template, context) for template, context in filled if context is not None]
