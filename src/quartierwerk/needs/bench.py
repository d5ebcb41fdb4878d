"""What the needs measure: pages, map, search and hints with 100,000 needs, and a rush in which the server is killed."""

from quartierwerk.core.bench import Measurement

from .benches import pages, rush

PARTS = (pages, rush)


def measure() -> list[Measurement]:
    """See `core.bench`; a minute and a half with both databases."""
    return [measurement for part in PARTS for measurement in part.measure()]
