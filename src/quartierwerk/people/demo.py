"""Sample data of this app for a demo town."""

from quartierwerk.core.demo import TownFolder


def load(folder: TownFolder) -> None:
    """See `core.demo`."""
