"""Reading what lies under an address somebody gave, without leading anybody into the town's own network."""

from .network import INTERNET, Network
from .pages import give_page
from .reasons import SENTENCES, Reason, sentence
from .requesting import FEEDS, PAGES, Fetched, NotFetched, fetch
from .robots import Robots

__all__ = [
    "FEEDS",
    "INTERNET",
    "PAGES",
    "SENTENCES",
    "Fetched",
    "Network",
    "NotFetched",
    "Reason",
    "Robots",
    "fetch",
    "give_page",
    "sentence",
]
