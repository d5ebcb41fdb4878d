"""Sections that higher apps put on a person's page of the desk: registrations, later offers of help."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from .models import Person


@dataclass(frozen=True)
class PersonSection:
    """`context` returns what `template` shows to this member of staff, or None where there is nothing."""

    key: str
    order: int
    template: str
    context: Callable[[HttpRequest, Person], dict[str, Any] | None]


_sections: dict[str, PersonSection] = {}


def register(section: PersonSection) -> None:
    _sections[section.key] = section


def sections_of(request: HttpRequest, person: Person) -> list[tuple[str, dict[str, Any]]]:
    """Template and context of each section that has something to show, in order."""
    filled = (
        (s.template, s.context(request, person)) for s in sorted(_sections.values(), key=lambda s: s.order)
    )
    return [(template, context) for template, context in filled if context is not None]
