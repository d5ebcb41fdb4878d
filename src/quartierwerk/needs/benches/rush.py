"""A hundred submissions a second over HTTP, and in the middle of them the server and its workers are killed at once.

Whoever was answered with 303 was told that it arrived: each of those has to be in the database afterwards, once, under
a number of its own. On SQLite and, where it is installed, on PostgreSQL.
"""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from quartierwerk.core.bench import HOST, Measurement
from quartierwerk.events.benches.installation import Fields, Installation, Served, on_each_database

SERVER = "quartierwerk.needs.benches.server"
PATH = "/handlungsbedarfe/melden/"
A_SECOND, SECONDS = 100, 4
CALLERS = 50
MOST_WAITING = A_SECOND  # when it is killed, no more than came within the last second


@dataclass
class Rush:
    """What the senders saw; titles name the submissions."""

    sent: set[str] = field(default_factory=set)
    promised: set[str] = field(default_factory=set)  # answered with 303
    faults: list[int] = field(default_factory=list)  # other answers
    lock: threading.Lock = field(default_factory=threading.Lock)


def measure() -> list[Measurement]:
    """Ten seconds for each database."""
    return [figure for database, place in on_each_database(SERVER) for figure in _figures(database, place)]


def _figures(database: str, place: Installation) -> list[Measurement]:
    with place.served("killed") as server:
        rush = _rush(server)
    held = json.loads(place.run("held"))
    titles, numbers = [title for title, _ in held], [number for _, number in held]
    name = f"{A_SECOND} submissions a second, killed after {SECONDS} s, {database}"
    return [
        Measurement(
            f"{name}: {len(rush.promised)} promised, lost", len(rush.promised - set(titles)), "needs", 0
        ),
        Measurement(f"{name}: kept twice", len(titles) - len(set(titles)), "needs", 0),
        Measurement(f"{name}: numbers given twice", len(numbers) - len(set(numbers)), "numbers", 0),
        Measurement(f"{name}: refused", len(rush.faults), "needs", 0),
        Measurement(
            f"{name}: still waiting then", len(rush.sent) - len(rush.promised), "needs", MOST_WAITING
        ),
    ]


def _rush(server: Served) -> Rush:
    fields = _form(server.port)
    for _worker in range(8):  # both have answered before, as on every other day
        _ask(server.port, 0, "POST", "")
    rush = Rush()
    with ThreadPoolExecutor(CALLERS) as callers:
        start = time.monotonic()
        for number in range(A_SECOND * SECONDS):
            time.sleep(max(0.0, start + number / A_SECOND - time.monotonic()))
            callers.submit(_send, rush, server.port, number, fields)
        server.kill()
    return rush


def _send(rush: Rush, port: int, number: int, fields: dict[str, str]) -> None:
    title = f"Die Bank Nummer {number} ist kaputt"
    with rush.lock:
        rush.sent.add(title)
    with suppress(OSError, HTTPException):  # killed in the middle: nothing was promised
        status, _ = _ask(port, number, "POST", urlencode(fields | {"title": title, "text": "Sie wackelt."}))
        with rush.lock:
            if status == 303:
                rush.promised.add(title)
            else:
                rush.faults.append(status)


def _form(port: int) -> dict[str, str]:
    status, page = _ask(port, 0, "GET", None)
    parser = Fields()
    parser.feed(page)
    if status != 200 or not parser.values:
        raise RuntimeError(f"{PATH} was answered with {status} and no form.")
    return parser.values


def _ask(port: int, number: int, method: str, body: str | None) -> tuple[int, str]:
    """Everybody has an address of their own."""
    caller = HTTPConnection(HOST, port, timeout=30)
    headers = {
        "X-Forwarded-For": f"10.2.{number // 250}.{number % 250 + 1}",
        "Origin": f"http://{HOST}:{port}",
        "Sec-Fetch-Site": "same-origin",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    try:
        caller.request(method, PATH, body=body, headers=headers)
        answer = caller.getresponse()
        return answer.status, answer.read().decode()
    finally:
        caller.close()
