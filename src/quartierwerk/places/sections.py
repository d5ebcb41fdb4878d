"""Sections that higher apps put on the page of a quarter: news, later events, needs, figures."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise

from .models import Quarter


@dataclass(frozen=True)
class QuarterSection:
    """`context` returns what `template` shows, or None when the section has nothing to say."""

    key: str
    order: int
    template: str
    context: Callable[[HttpRequest, Quarter], dict[str, Any] | None]


@dataclass(frozen=True)
class QuarterButton:
    """The first thing somebody may do there, above everything else."""

    key: str
    text: str | Promise
    url: Callable[[Quarter], str]


_sections: dict[str, QuarterSection] = {}
_buttons: dict[str, QuarterButton] = {}


def register(section: QuarterSection) -> None:
    _sections[section.key] = section


def register_button(button: QuarterButton) -> None:
    _buttons[button.key] = button


def buttons_of(quarter: Quarter) -> list[dict[str, str | Promise]]:
    return [{"text": button.text, "url": button.url(quarter)} for button in _buttons.values()]


def sections_of(request: HttpRequest, quarter: Quarter) -> list[tuple[str, dict[str, Any]]]:
    """Template and context of each section that has something to say, in order."""
    filled = (
        (s.template, s.context(request, quarter)) for s in sorted(_sections.values(), key=lambda s: s.order)
    )
    return [(template, context) for template, context in filled if context is not None]
