"""Finds of a reading as stretches of its plain text, and what is to be put there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from ..extract.text import Text


class Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True)
class Change:
    """Characters start … end of the plain text become `put`."""

    start: int
    end: int
    put: str


def spans(found: Iterable[Placed]) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in found]


def changed(text: Text, changes: Iterable[Change]) -> str:
    """The text as it was given but for the changes; of two that overlap the first counts."""
    taken = bytearray(len(text.plain))
    kept: list[Change] = []
    for change in changes:
        if not any(taken[change.start : change.end]):
            taken[change.start : change.end] = b"x" * (change.end - change.start)
            kept.append(change)
    pieces, last = [], 0
    for change in sorted(kept, key=lambda each: each.start):
        span = text.span(change.start, change.end)
        pieces += [text.raw[last : span.start], change.put]
        last = span.end
    return "".join([*pieces, text.raw[last:]])
