"""What can be found: each app registers its kinds; the index, the hooks and the search page read this list.

core knows nobody: a kind brings its model and a function that tells what of one object the public may find.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 - `date` is a field below
from typing import Any

from django.db.models import Model


@dataclass(frozen=True)
class Entry:
    """What the public may find of one thing, in plain text; never contact data of a resident.

    `url` is a path without language prefix; `quarters` are keys that the registrar and the search page agree
    upon; `words` are what people type for it that its text does not say, never shown, and weigh like a title where it
    `goes_first` among its like; `same_as` is what translations of one thing have in common.
    """

    title: str
    url: str
    text: str = ""
    teaser: str = ""
    words: str = ""
    goes_first: bool = False
    quarters: tuple[str, ...] = ()
    date: Date | None = None
    language: str = "de"
    same_as: str = ""
    public: bool = True


@dataclass(frozen=True)
class SearchKind:
    """One sort of result. `depends` tells, for other models, whose entries a change of them concerns."""

    key: str
    label: Any
    model: type[Model]
    entry: Callable[[Any], Entry]
    depends: Mapping[type[Model], Callable[[Any], Iterable[Model]]] = field(default_factory=dict)


_kinds: dict[str, SearchKind] = {}


def register(kind: SearchKind) -> None:
    """Called once at start, from an app's `ready`."""
    from .hooks import watch

    _kinds[kind.key] = kind
    watch(kind)


def kinds() -> list[SearchKind]:
    """In the order in which they were registered; the filters stand in this order."""
    return list(_kinds.values())


def kind_of(model: type[Model]) -> SearchKind | None:
    return next((kind for kind in _kinds.values() if kind.model is model), None)
