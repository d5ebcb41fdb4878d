"""As many submissions over HTTP as two workers take, and in the middle of them the server and its workers are killed at once.

Whoever was answered with 303 was told that it arrived: each of those has to be in the database afterwards, once, under
a number of its own. Whoever got no answer sends the same form again, as the browser does: then each is there, once.

What one costs is compared with a look at the empty form, which takes longer on a slower machine in the same way.
"""

import json
import threading
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import count
from urllib.parse import urlencode

from quartierwerk.core.bench import HOST, Measurement
from quartierwerk.core.bench_installation import Fields, Installation, Served

PATH = "/handlungsbedarfe/melden/"
SECONDS = 4
CALLERS = 16  # so many are on their way when it is killed
PROCESSORS, A_SECOND = 2, 100
PROMISED_MS = 1000 * PROCESSORS / A_SECOND  # on a quiet machine
MOST_MS = 2 * PROMISED_MS  # on any
MOST_TIMES = 1.2  # what it may cost beside a look at the form
LOOKS = 200
LEAST_ON_A_BUSY_MACHINE = 1  # a second: for information; the limit is what one costs
TITLE = "Das Karussell quietscht, Nummer"
WARM = [f"{TITLE} {100_000 + number}" for number in range(CALLERS)]


@dataclass
class Rush:
    """What the senders saw; titles name the submissions."""

    fields: dict[str, str]
    sent: set[str] = field(default_factory=set)
    promised: set[str] = field(default_factory=set)  # answered with 303
    faults: list[int] = field(default_factory=list)  # other answers
    seconds: list[tuple[int, float]] = field(default_factory=list)  # in each: promised, processor's seconds
    look_ms: float = 0.0  # the workers' processors, for one look at the form
    is_over: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def unanswered(self) -> set[str]:
        return self.sent - self.promised


def measure(database: str, place: Installation) -> list[Measurement]:
    """A dozen seconds; what PostgreSQL spends is not counted, it has a machine of its own where so many come."""
    with place.served() as server:
        rush = Rush(_form(server.port))
        _send_all(rush, server, WARM)  # both workers have kept some before, as on every other day
        rush.look_ms = _look(server)
        _until_killed(rush, server)
    again = rush.unanswered
    with place.served() as server:
        _send_all(rush, server, again)
    return [
        *_speed(database, rush),
        *_faults(database, rush, len(again), json.loads(place.run("held", TITLE))),
    ]


def _speed(database: str, rush: Rush) -> list[Measurement]:
    """Of the quietest second, for other work on the machine must not count."""
    each = min(1000 * spent / max(number, 1) for number, spent in rush.seconds)
    return [
        Measurement(f"a submission, of the workers' processors, {database}", round(each, 1), "ms", MOST_MS),
        Measurement(
            f"a submission, {database}: beside a look at the form", round(each / rush.look_ms, 2), "times", MOST_TIMES
        ),
        Measurement(
            f"submissions accepted a second, {database}", max(number for number, _ in rush.seconds), "needs",
            LEAST_ON_A_BUSY_MACHINE, at_most=False,
        ),
    ]  # fmt: skip


def _faults(database: str, rush: Rush, again: int, held: list[tuple[str, str]]) -> list[Measurement]:
    titles, numbers = [title for title, _ in held], [number for _, number in held]
    name = f"killed while {CALLERS} send, {database}"
    told = f"{len(rush.promised) - again} promised, {again} sent again"
    found = {
        f"{told}, missing": len(rush.sent - set(titles)),
        "kept twice": len(titles) - len(set(titles)),
        "numbers given twice": len(numbers) - len(set(numbers)),
        "refused": len(rush.faults),
    }
    return [Measurement(f"{name}: {what}", number, "needs", 0) for what, number in found.items()]


def _look(server: Served) -> float:
    """Milliseconds of the workers' processors, for one of many who look at the form."""
    spent = server.processor_seconds
    with ThreadPoolExecutor(CALLERS) as callers:
        for number in range(LOOKS):
            callers.submit(_ask, server.port, number, "GET", None)
    return 1000 * (server.processor_seconds - spent) / LOOKS


def _until_killed(rush: Rush, server: Served) -> None:
    numbers = count()
    with ThreadPoolExecutor(CALLERS) as callers:
        for _caller in range(CALLERS):
            callers.submit(_keep_sending, rush, server, numbers)
        for _second in range(SECONDS):
            number, spent = len(rush.promised), server.processor_seconds
            time.sleep(1)
            rush.seconds.append((len(rush.promised) - number, server.processor_seconds - spent))
        server.kill()
        rush.is_over.set()


def _keep_sending(rush: Rush, server: Served, numbers: "count[int]") -> None:
    while not rush.is_over.is_set():
        _send(rush, server, f"{TITLE} {next(numbers)}")


def _send_all(rush: Rush, server: Served, titles: Iterable[str]) -> None:
    with ThreadPoolExecutor(CALLERS) as callers:
        for title in titles:
            callers.submit(_send, rush, server, title)


def _send(rush: Rush, server: Served, title: str) -> None:
    number = int(title.rpartition(" ")[2])
    with rush.lock:
        rush.sent.add(title)
    with suppress(OSError, HTTPException):  # killed in the middle: nothing was promised
        words = rush.fields | {"title": title, "text": "Es dreht sich kaum."}
        status, _ = _ask(server.port, number, "POST", urlencode(words))
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
