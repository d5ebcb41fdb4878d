"""What the events measure: the calendar, the race for places, the entrance."""

from quartierwerk.core.bench import Measurement

from . import bench_calendar, bench_door, bench_race

PARTS = (bench_calendar, bench_door, bench_race)


def measure() -> list[Measurement]:
    """See `core.bench`."""
    return [measurement for part in PARTS for measurement in part.measure()]
