"""What is allowed in the street directory, and which house number belongs where. Pure functions."""

from dataclasses import dataclass

from .models import StreetRange

Side = StreetRange.Side


@dataclass(frozen=True)
class Span:
    """House numbers from `first` to `last` (both included) on one side of a street."""

    first: int
    last: int
    side: str = Side.ALL

    def holds(self, number: int) -> bool:
        return self.first <= number <= self.last and _on_side(number, self.side)

    def refines(self, other: "Span") -> bool:
        """Whether this is a part of `other`, so that it holds for its numbers and `other` for all the rest."""
        inside = other.first <= self.first and self.last <= other.last and other.side in (Side.ALL, self.side)
        return inside and self != other

    @property
    def width(self) -> int:
        """How many house numbers lie in it, roughly: the narrowest of several spans is the one meant."""
        return (self.last - self.first + 1) * (2 if self.side == Side.ALL else 1)

    def meets(self, other: "Span") -> bool:
        """Whether some house number lies in both."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return any(self.holds(n) and other.holds(n) for n in range(first, min(last, first + 1) + 1))


def _on_side(number: int, side: str) -> bool:
    return side == Side.ALL or (number % 2 == 0) == (side == Side.EVEN)


def same_place(one: str, other: str) -> bool:
    """Two streets of one name are told apart only where both postal codes are known and differ."""
    return not one or not other or one == other
