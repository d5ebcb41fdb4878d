"""What the events measure: the calendar, the race for places, the entrance."""

from quartierwerk.core.bench import Measurement

from .benches import dates, door, race

PARTS = (dates, door, race)


def measure() -> list[Measurement]:
    """See `core.bench`."""
    return [measurement for part in PARTS for measurement in part.measure()]
