"""How quick list, map, search and the hint at similar needs are with 100,000 needs, and whether a hundred times as many cost more.

In a database of its own on SQLite and, where it is installed, on PostgreSQL; read anew each time, in front of the page cache.
"""

import json

from quartierwerk.core.bench import Measurement
from quartierwerk.events.benches.installation import on_each_database

SERVER = "quartierwerk.needs.benches.server"
MANY = 100_000
LIMIT_MS, LIMIT_QUERIES, LIMIT_MAP_KB = 100.0, 10, 60.0
LIMIT_RATIO = 3.0  # what an index costs in depth, and a noisy machine; a cost that grew along would be 100
LEAST_MS = 10.0  # below it a ratio says nothing


def measure(many: int = MANY) -> list[Measurement]:
    """About half a minute for each database."""
    found = []
    for database, place in on_each_database(SERVER):
        rows = json.loads(place.run("measure", str(many)).splitlines()[-1])
        found += [figure for row in rows for figure in _figures(database, many, row)]
    return found


def _figures(database: str, many: int, row: dict) -> list[Measurement]:
    name = f"{row['name']}, {many:,} needs, {database}"
    figures = [Measurement(name, row["ms"], "ms", LIMIT_MS)]
    if row["name"].startswith("needs:"):
        ratio = max(row["ms"], LEAST_MS) / max(row["few_ms"], LEAST_MS)
        figures.append(Measurement(f"{name}: times the cost of 1,000", round(ratio, 2), "times", LIMIT_RATIO))
    if row["queries"]:
        figures.append(Measurement(f"{name}: queries", row["queries"], "queries", LIMIT_QUERIES))
    if row["name"].startswith("needs: map"):
        figures.append(Measurement(f"{name}: size", round(row["bytes"] / 1000, 1), "kB", LIMIT_MAP_KB))
    return figures
