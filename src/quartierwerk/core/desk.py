"""The staff desk is one page; each app registers the sections that wait there for somebody."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise


@dataclass(frozen=True)
class DeskSection:
    """`count(request)` tells how much waits for this member of staff; `may_see(user)` guards the section."""

    key: str
    title: str | Promise
    url_name: str
    order: int
    count: Callable[[HttpRequest], int]
    may_see: Callable[[object], bool]
    overdue: Callable[[HttpRequest], int] = lambda request: 0  # noqa: ARG005
    template: str = ""


_sections: dict[str, DeskSection] = {}


def register(section: DeskSection) -> None:
    _sections[section.key] = section


def sections_for(user: object) -> list[DeskSection]:
    return sorted((s for s in _sections.values() if s.may_see(user)), key=lambda s: s.order)
