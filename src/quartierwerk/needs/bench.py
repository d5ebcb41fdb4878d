"""What the needs measure: pages, map, search and hints with 100,000 needs, and a rush in which the server is killed."""

from quartierwerk.core.bench import Measurement
from quartierwerk.core.bench_installation import on_each_database

from .benches import pages, rush

SERVER = "quartierwerk.needs.benches.server"
# What an attack asks of devices would hold back the rush (say/guards.py).
NO_ATTACK = {"ATTACK_SUBMISSIONS": "5000"}


def measure() -> list[Measurement]:
    """See `core.bench`; less than a minute for each database. The rush comes to a town that has 100,000 needs already."""
    return [
        figure
        for database, place in on_each_database(SERVER, **NO_ATTACK)
        for part in (pages, rush)
        for figure in part.measure(database, place)
    ]
