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


@dataclass(frozen=True)
class DeskStart:
    """Something staff often begin with, such as registering a caller: a button on the desk."""

    title: str | Promise
    url_name: str
    may_see: Callable[[object], bool]


_sections: dict[str, DeskSection] = {}
_starts: dict[str, DeskStart] = {}


def register(section: DeskSection) -> None:
    _sections[section.key] = section


def sections_for(user: object) -> list[DeskSection]:
    return sorted((s for s in _sections.values() if s.may_see(user)), key=lambda s: s.order)


def register_start(start: DeskStart) -> None:
    _starts[start.url_name] = start


def starts_for(user: object) -> list[DeskStart]:
    """In the order in which they were registered, lowest layer first."""
    return [start for start in _starts.values() if start.may_see(user)]
