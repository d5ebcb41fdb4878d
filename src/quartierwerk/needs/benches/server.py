"""The other side of `pages` and `rush`, in a process of its own: `prepare`, `measure FEW MANY`, `serve PORT HOW`, `held`.

Everything is printed as the last line, as JSON.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

HOST = "127.0.0.1"
WSGI = "quartierwerk.website.wsgi"  # by name: it stands in a layer above
HINT = (
    "Mülleimer in der Lindenstraße überfüllt",
    "Seit Wochen quillt der Mülleimer über, es stinkt und ist verschmutzt.",
)
COMMON_HINT = ("Bank kaputt", "Die Bank ist kaputt.")


def prepare() -> None:
    """A fresh database with all tables and what every town has."""
    from quartierwerk.events.benches import race_server

    race_server.prepare()


def measure(few: str, many: str) -> None:
    """What reading costs with few and with many needs."""
    from . import fill

    fill.fill_base()
    before = {row["name"]: row for row in _measured()} if int(few) else {}
    fill.fill_up(int(many))
    rows = [row | {"few_ms": before[row["name"]]["ms"]} for row in _measured()]
    print(json.dumps(rows))  # noqa: T201 - the answer


def _measured() -> Iterator[dict[str, Any]]:
    from django.core.cache import cache

    cache.clear()
    for name, run in _readings().items():
        yield _reading(name, run)


def _readings() -> dict[str, Callable[[], bytes]]:
    from django.urls import reverse

    from . import fill

    south, west = fill.CENTRE
    listed, data = reverse("needs:list"), reverse("needs:map_data")
    pages = {f"needs: {name}": partial(_page, listed + query) for name, query in LISTS.items()}
    maps = {
        f"needs: map, {name}": partial(_page, data + query) for name, query in _map_views(south, west).items()
    }
    others = {
        "needs: page of one": partial(_page, reverse("needs:need", args=["M-7"])),
        "similar needs: hint": partial(_hint, *HINT),
        "similar needs: hint near a point": partial(_hint, *HINT, latitude=south, longitude=west),
        "similar needs: hint of common words": partial(_hint, *COMMON_HINT, latitude=south, longitude=west),
    }
    searches = {
        f"search: {words} (needs)": partial(_search, words)
        for words in ("Lindenstraße Mülleimer", "Bank", "Bank kaputt", "M-77")
    }
    return pages | maps | others | searches


LISTS = {
    "list": "",
    "list of a Quartier": "?quartier=quartier-3",
    "list of a field": "?feld=feld-1",
    "list of what is open": "?stand=offen",
    "list, by words": "?q=Mülleimer+Lindenstraße",
    "list, page 20": "?seite=20",
}


def _map_views(latitude: float, longitude: float) -> dict[str, str]:
    """From the whole world to a street."""
    boxes = {"the world": 90.0, "the town": 0.05, "a district": 0.01, "a street": 0.001}
    return {
        name: f"?bbox={max(longitude - 2 * half, -180):.5f},{latitude - half if half < 90 else -90:.5f},{min(longitude + 2 * half, 180):.5f},{min(latitude + half, 90):.5f}&zoom={zoom}"
        for (name, half), zoom in zip(boxes.items(), (1, 12, 15, 18), strict=True)
    }


def _page(path: str) -> bytes:
    from django.test import Client

    answer = Client().get(path, headers={"host": HOST})
    if answer.status_code != 200:
        raise RuntimeError(f"{path} was answered with {answer.status_code}.")
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]


def _hint(title: str, text: str, **where: float) -> bytes:
    from ..suggesting import similar_to

    return b"".join(found.need.title.encode() for found in similar_to(title, text, **where))  # type: ignore[arg-type]


def _search(words: str) -> bytes:
    from quartierwerk.core.search.query import search

    return b"".join(hit.title.encode() for hit in search(words).hits)


def _reading(name: str, run: Callable[[], bytes]) -> dict[str, Any]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    try:
        run()
    except RuntimeError as missing:
        print(missing, file=sys.stderr)  # noqa: T201
        return {"name": name, "ms": -1.0, "queries": 0, "bytes": 0}
    with CaptureQueriesContext(connection) as asked:
        size = len(run())
    is_page = name.startswith("needs:")
    return {"name": name, "ms": _milliseconds(run), "queries": len(asked) if is_page else 0, "bytes": size}


def _milliseconds(run: Callable[[], object], times: int = 5) -> float:
    """On SQLite the median in time of this processor, on PostgreSQL the quickest by the clock: other work must not count."""
    from django.db import connection

    is_inside = connection.vendor == "sqlite"
    timer = time.process_time if is_inside else time.perf_counter
    taken = []
    for _ in range(times):
        start = timer()
        run()
        taken.append((timer() - start) * 1000)
    return round(sorted(taken)[times // 2 if is_inside else 0], 1)


def serve(port: str, how: str) -> None:  # noqa: ARG001
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        f"{WSGI}:application", address=HOST, port=int(port), interface=Interfaces.WSGI, workers=2,
        blocking_threads=1, websockets=False, log_level=LogLevels.error,
    ).serve()  # fmt: skip


def held() -> None:
    """The titles of all needs, and whether the numbers have gaps or come twice."""
    from ..models import Need

    print(json.dumps(list(Need.objects.order_by("pk").values_list("title", "reference"))))  # noqa: T201 - the answer


if __name__ == "__main__":
    import django

    django.setup()
    commands: dict[str, Callable[..., None]] = {
        "prepare": prepare,
        "measure": measure,
        "serve": serve,
        "held": held,
    }
    commands[sys.argv[1]](*sys.argv[2:])
