"""Stretches of a text that something was read from already; asked from left to right, so that all stays linear."""

from bisect import bisect_right
from collections.abc import Iterable

Stretch = tuple[int, int]  # start … end (exclusive) of the plain text


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """In order; overlapping ones as one."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


class Stretches:
    """(start, end) pairs; overlapping ones count as one."""

    def __init__(self, stretches: list[Stretch]) -> None:
        each = merged(stretches)
        self._starts = [start for start, _end in each]
        self._ends = [end for _start, end in each]

    def meet(self, start: int, end: int) -> bool:
        """Whether any of them shares a character with start … end."""
        place = bisect_right(self._ends, start)
        return place < len(self._starts) and self._starts[place] < end
