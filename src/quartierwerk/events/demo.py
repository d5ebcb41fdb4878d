"""Events of a demo town: `towns/<town>/events.toml`."""

from quartierwerk.core.demo import TownFolder


def load(folder: TownFolder) -> None:
    """See `core.demo`."""
    folder.read("events")
