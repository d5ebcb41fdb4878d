"""The other side of `pages` and `rush`, in a process of its own: `prepare`, `measure MANY`, `serve PORT`, `held BEGINNING`.

Everything is printed as the last line, as JSON.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

from quartierwerk.core import bench_server
from quartierwerk.core.bench import HOST, milliseconds

HINT = (
    "Mülleimer in der Lindenstraße überfüllt",
    "Seit Wochen quillt der Mülleimer über, es stinkt und ist verschmutzt.",
)
COMMON_HINT = ("Bank kaputt", "Die Bank ist kaputt.")


def measure(many: str) -> None:
    """What reading costs with few and with many needs."""
    from . import fill

    import_module(bench_server.WSGI.partition(":")[0])  # all is loaded, and the collector does as in a worker
    fill.fill_base()
    before = {row["name"]: row for row in _measured()}
    fill.fill_up(int(many))
    _check(int(many))
    rows = [row | {"few_ms": before[row["name"]]["ms"]} for row in _measured()]
    print(json.dumps(rows))  # noqa: T201 - the answer


def _check(many: int) -> None:
    """What was not made cannot be measured."""
    from quartierwerk.core.models import SearchEntry

    from ..models import Need, Support
    from ..search import KIND
    from . import fill

    entries = SearchEntry.objects.filter(kind=KIND).count()
    made = (Need.objects.public().count(), entries, Support.objects.count())
    found_elsewhere = many // fill.SAID_AGAIN
    if made != (many, many - found_elsewhere, many * fill.SUPPORTS_EACH):
        raise RuntimeError(f"Made were {made} needs, entries and supports.")


def _measured() -> Iterator[dict[str, Any]]:
    from django.core.cache import cache as kept

    kept.clear()
    for name, run in _readings().items():
        yield _reading(name, run)


def _readings() -> Mapping[str, Callable[[], bytes]]:
    from django.urls import reverse

    from . import fill

    south, west = fill.CENTRE
    listed, data = reverse("needs:list"), reverse("needs:map_data")
    pages = {f"needs: {name}": partial(_page, listed + query) for name, query in LISTS.items()}
    maps = {
        f"needs: map, {name}": partial(_page, data + _map_view(*view)) for name, view in MAP_VIEWS.items()
    }
    others = {
        "needs: page of one": partial(_page, reverse("needs:need", args=["M-7"])),
        "similar needs: hint": partial(_hint, *HINT),
        "similar needs: hint near a point": partial(_hint, *HINT, latitude=south, longitude=west),
        "similar needs: hint of common words": partial(_hint, *COMMON_HINT, latitude=south, longitude=west),
    }
    searches = {
        f"search: {words} (needs)": partial(_search, words) for words in ("Bank", "Bank kaputt", "M-77")
    }
    return pages | maps | others | searches


LISTS = {
    "list": "",
    "list of a Quartier": "?quartier=quartier-3",
    "list of a field": "?feld=feld-1",
    "list of what is open": "?stand=offen",
    "list, by a common word": "?q=Bank",
    "list, by words": "?q=Bank+kaputt",
    "list, page 20": "?seite=20",
}


MAP_VIEWS = {
    "everything": (None, 0),
    "the world": (90.0, 1),
    "the town": (0.05, 12),
    "a district": (0.01, 15),
    "a street": (0.001, 18),
}


def _map_view(half: float | None, zoom: int) -> str:
    """A view around the centre, `half` as high in degrees."""
    from . import fill

    if half is None:
        return ""
    latitude, longitude = fill.CENTRE
    south, north = max(latitude - half, -90.0), min(latitude + half, 90.0)
    west, east = max(longitude - 2 * half, -180.0), min(longitude + 2 * half, 180.0)
    return f"?ausschnitt={west:.5f},{south:.5f},{east:.5f},{north:.5f}&stufe={zoom}"


@cache
def _client() -> Any:
    """Kept, for to make one costs more than a page."""
    from django.test import Client

    return Client()


def _page(path: str) -> bytes:
    answer = _client().get(path, headers={"host": HOST})
    if answer.status_code != 200:
        raise RuntimeError(f"{path} was answered with {answer.status_code}.")
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def _hint(title: str, text: str, **where: float) -> bytes:
    from ..suggesting import similar_to

    return b"".join(found.need.title.encode() for found in similar_to(title, text, **where))  # type: ignore[arg-type]


def _search(words: str) -> bytes:
    from quartierwerk.core.search.query import search

    return b"".join(hit.title.encode() for hit in search(words).hits)


def _reading(name: str, run: Callable[[], bytes]) -> dict[str, Any]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    run()
    with CaptureQueriesContext(connection) as asked:
        size = len(run())
    queries = len(asked) if name.startswith("needs:") else 0
    return {"name": name, "ms": round(milliseconds(run, spent=_spent), 1), "queries": queries, "bytes": size}


def _spent() -> float:
    """Seconds of the processor; on PostgreSQL with those of the process that answers us, where the system tells them, else by the clock."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return time.process_time()
    told = Path(f"/proc/{_backend()}/schedstat")
    if not told.exists():
        return time.perf_counter()
    return time.process_time() + int(told.read_text().split()[0]) / 1e9


@cache
def _backend() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def held(beginning: str) -> None:
    """Title and number of all needs that are called so."""
    from ..models import Need

    found = Need.objects.filter(title__startswith=beginning).order_by("pk")
    print(json.dumps(list(found.values_list("title", "reference"))))  # noqa: T201 - the answer


if __name__ == "__main__":
    bench_server.run(
        {
            "prepare": bench_server.prepare,
            "measure": measure,
            "serve": bench_server.serve,
            "held": held,
        }
    )
