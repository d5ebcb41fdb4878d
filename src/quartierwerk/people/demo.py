"""Sample data of this app for a demo town."""

from quartierwerk.core.demo import TownFolder

from .demo_accounts import load_accounts


def load(folder: TownFolder) -> None:
    """See `core.demo`."""
    load_accounts(folder)
