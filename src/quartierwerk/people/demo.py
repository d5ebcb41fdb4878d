"""Sample data of this app for a demo town."""

from quartierwerk.core.demo import TownFolder

from .demo_accounts import load_accounts
from .demo_desk import load_contacts, load_messages


def load(folder: TownFolder) -> None:
    """See `core.demo`."""
    load_accounts(folder)
    load_contacts(folder)
    load_messages(folder)
