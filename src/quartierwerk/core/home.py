"""Sections that other apps put on the town's start page, such as the next dates."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True)
class HomeSection:
    """`context` returns what `template` shows, or None when the section has nothing to say."""

    key: str
    order: int
    template: str
    context: Callable[[HttpRequest], dict[str, Any] | None]


_sections: dict[str, HomeSection] = {}


def register(section: HomeSection) -> None:
    _sections[section.key] = section


def unregister(key: str) -> None:
    _sections.pop(key, None)


def sections(request: HttpRequest) -> list[tuple[str, dict[str, Any]]]:
    """Template and context of each section that has something to say, in order."""
    filled = ((s.template, s.context(request)) for s in sorted(_sections.values(), key=lambda s: s.order))
    return [(template, context) for template, context in filled if context is not None]
