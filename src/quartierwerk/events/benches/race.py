"""200 people race over HTTP for 50 places, against the real server with two workers, on SQLite and on PostgreSQL.

Each has the form open; all send it at the same moment. Exactly 50 get a place and everybody else gets word. The same race
with the lock removed (`race_server`) has to give away too many, or this proves nothing.
"""

import json
import threading
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlencode

from quartierwerk.core.bench import HOST, Measurement
from quartierwerk.core.bench_installation import Fields, Installation, on_each_database

PEOPLE, PLACES, WORKERS = 200, 50, 2
SLOWEST = {"SQLite": 2, "PostgreSQL": 10}  # seconds for the slowest of a hundred; promised for SQLite
ATTEMPTS = 3  # without the lock chance decides; within a few races it goes wrong
SERVER = "quartierwerk.events.benches.race_server"


@dataclass(frozen=True)
class Outcome:
    """What the database holds and what the people saw: `seconds` each, `faults` answers with an error."""

    given: int
    waiting: int
    refused: int
    seconds: list[float]
    faults: int

    @property
    def forgotten(self) -> int:
        return PEOPLE - self.given - self.waiting - self.refused

    @property
    def p99(self) -> float:
        return sorted(self.seconds)[int(len(self.seconds) * 0.99) - 1]


def measure() -> list[Measurement]:
    """Less than a minute; PostgreSQL where it is installed."""
    return [figure for database, place in on_each_database(SERVER) for figure in _race_on(database, place)]


def _race_on(database: str, place: Installation) -> list[Measurement]:
    fair = _race(place, locked=True)
    given = PLACES
    for _attempt in range(ATTEMPTS):
        if given > PLACES:
            break
        given = _race(place, locked=False).given
    name = f"{PEOPLE} people, {PLACES} places, {WORKERS} workers, {database}"
    return [
        Measurement(
            f"{name}: given {fair.given}, too many or too few", abs(fair.given - PLACES), "places", 0
        ),
        Measurement(f"{name}: {fair.waiting} wait, without word", abs(fair.forgotten), "people", 0),
        Measurement(f"{name}: error pages", fair.faults, "pages", 0),
        Measurement(f"{name}: slowest of a hundred (p99)", fair.p99, "s", SLOWEST[database]),
        Measurement(f"{name}: without the lock, given beyond", given - PLACES, "places", 1, at_most=False),
    ]


# ------------------------------------------------------------------------------------------------------------- the race
def _race(place: Installation, *, locked: bool) -> Outcome:
    path = place.run("event", str(PLACES)).strip()
    with place.served("locked" if locked else "unlocked") as server:
        people = [Visitor(server.port, path, number) for number in range(PEOPLE)]
        for visitor in people:
            visitor.opens_the_form()
        for visitor in people[:8]:
            visitor.sends_nothing()  # both workers have answered a form before, as on every other day
        start = threading.Barrier(PEOPLE)
        threads = [threading.Thread(target=visitor.sends_it, args=(start,)) for visitor in people]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    states = json.loads(place.run("count", path))
    return Outcome(
        given=states.get("confirmed", 0) + states.get("unconfirmed", 0),
        waiting=states.get("waiting", 0),
        refused=sum(visitor.status == 422 for visitor in people),
        seconds=[visitor.seconds for visitor in people],
        faults=sum(visitor.status not in (200, 302, 303, 422) for visitor in people),
    )


class Visitor:
    """Somebody with a telephone, an address of their own, and the form open."""

    def __init__(self, port: int, path: str, number: int) -> None:
        self.port, self.path, self.number = port, path, number
        self.fields: dict[str, str] = {}
        self.status, self.seconds = 0, 0.0

    def _ask(self, method: str, body: str | None = None) -> tuple[int, str]:
        caller = HTTPConnection(HOST, self.port, timeout=30)
        headers = {
            "X-Forwarded-For": f"10.1.{self.number // 250}.{self.number % 250 + 1}",
            "Origin": f"http://{HOST}:{self.port}",
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        caller.request(method, self.path, body=body, headers=headers)
        answer = caller.getresponse()
        text = answer.read().decode()
        caller.close()
        return answer.status, text

    def opens_the_form(self) -> None:
        status, page = self._ask("GET")
        parser = Fields()
        parser.feed(page)
        if status != 200 or not parser.values:
            raise RuntimeError(f"{self.path} was answered with {status} and no form.")
        self.fields = parser.values | {
            "name": f"Gast {self.number}", "phone": f"+49 2324 5{self.number:04}", "email": "", "party_size": "1",
        }  # fmt: skip

    def sends_nothing(self) -> None:
        self._ask("POST", "")

    def sends_it(self, start: threading.Barrier) -> None:
        body = urlencode(self.fields)
        start.wait()
        began = time.monotonic()
        try:
            self.status, _ = self._ask("POST", body)
        except OSError:
            self.status = 599
        self.seconds = time.monotonic() - began
