"""What `make bench` measures: each app's `bench.py` has `measure() -> list[Measurement]` with its own limits."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measurement:
    """One figure and the limit it has to keep: at most `limit`, or at least where `at_most` is False."""

    name: str
    value: float
    unit: str
    limit: float
    at_most: bool = True

    @property
    def keeps_limit(self) -> bool:
        return self.value <= self.limit if self.at_most else self.value >= self.limit
