"""How quick list, map, search and the hint at similar needs are with 100,000 needs, and whether a hundred times as many cost more.

Read anew each time, behind the page cache.
"""

import json

from quartierwerk.core.bench import Measurement
from quartierwerk.core.bench_installation import Installation

MANY = 100_000
LIMIT_MS, LIMIT_QUERIES, LIMIT_MAP_KB = 100.0, 10, 60.0
LIMIT_RATIO = 6.0  # what an index costs in depth or from end to end, and a noisy machine; a cost that grew along would be 100
LEAST_MS = 10.0  # below it a ratio says nothing


def measure(database: str, place: Installation, many: int = MANY) -> list[Measurement]:
    """Fills the database and reads; about half a minute."""
    rows = json.loads(place.run("measure", str(many)).splitlines()[-1])
    return [figure for row in rows for figure in _figures(database, many, row)]


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
