"""Sections that higher apps put on the page of an event: concerns before and after a visit, later insights and agreements."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..models import Event, Occurrence


@dataclass(frozen=True)
class EventSection:
    """`context` returns what `template` shows as `section`, or None where there is nothing to say on this page."""

    key: str
    order: int
    template: str
    context: Callable[[Event, Occurrence | None], dict[str, Any] | None]


_sections: dict[str, EventSection] = {}


def register(section: EventSection) -> None:
    _sections[section.key] = section


def sections_of(event: Event, occurrence: Occurrence | None) -> list[tuple[str, dict[str, Any]]]:
    """Template and context of each section that has something to say, in order."""
    filled = (
        (s.template, s.context(event, occurrence)) for s in sorted(_sections.values(), key=lambda s: s.order)
    )
    return [(template, context) for template, context in filled if context is not None]
