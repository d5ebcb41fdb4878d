"""Links that higher apps put on an event's page of the desk, such as the concerns of a visit."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from ..models import Event


@dataclass(frozen=True)
class EventLink:
    """`url(event)` is empty where the link makes no sense; `may_see(user)` guards it."""

    key: str
    title: str | Promise
    url: Callable[[Event], str]
    may_see: Callable[[object], bool]


_links: dict[str, EventLink] = {}


def register(link: EventLink) -> None:
    _links[link.key] = link


def links_of(user: object, event: Event) -> list[dict[str, str | Promise]]:
    """{title, url}, in the order in which they were registered."""
    found = [(each.title, each.url(event)) for each in _links.values() if each.may_see(user)]
    return [{"title": title, "url": url} for title, url in found if url]
