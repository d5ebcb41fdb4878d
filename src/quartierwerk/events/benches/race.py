"""200 people race over HTTP for 50 places, against the real server with two workers, on SQLite and on PostgreSQL.

Each has the form open; all send it at the same moment. Exactly 50 get a place and everybody else gets word. The same race
with the lock removed (`race_server`) has to give away too many, or this proves nothing.

How long it takes is compared with the same crowd that sends nothing and is only shown the form again: that needs no lock and
no writing, and takes longer on a slower machine in the same way.
"""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlencode

from quartierwerk.core.bench import HOST, Measurement
from quartierwerk.core.bench_installation import Fields, Installation, on_each_database

PEOPLE, PLACES, WORKERS = 200, 50, 2
SLOWEST = 10  # seconds for the slowest of a hundred, on any machine; on SQLite 2 are promised for a quiet one
MOST_TIMES = 1.7  # what it may take beside the same crowd that is only shown the form
ATTEMPTS = 3  # without the lock chance decides; with it other work may fall upon one crowd alone
SERVER = "quartierwerk.events.benches.race_server"


@dataclass(frozen=True)
class Outcome:
    """What the database holds and what the people saw: seconds of the slowest of a hundred, `faults` answers with an error."""

    given: int
    waiting: int
    refused: int
    p99: float
    shown_p99: float  # of the crowd that is only shown the form
    faults: int

    @property
    def forgotten(self) -> int:
        return PEOPLE - self.given - self.waiting - self.refused

    @property
    def times(self) -> float:
        return self.p99 / self.shown_p99

    @property
    def is_right(self) -> bool:
        return self.given == PLACES and not self.forgotten and not self.faults


def measure() -> list[Measurement]:
    """Less than a minute; PostgreSQL where it is installed."""
    return [figure for database, place in on_each_database(SERVER) for figure in _race_on(database, place)]


def _race_on(database: str, place: Installation) -> list[Measurement]:
    fair = _race(place, locked=True)
    for _attempt in range(1, ATTEMPTS):
        if fair.times <= MOST_TIMES or not fair.is_right:
            break
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
        Measurement(f"{name}: slowest of a hundred (p99)", fair.p99, "s", SLOWEST),
        Measurement(f"{name}: beside a crowd without the lock", round(fair.times, 2), "times", MOST_TIMES),
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
        shown = [_all_at_once(people, Visitor.sends_nothing)]
        p99 = _all_at_once(people, Visitor.sends_it)
        shown.append(_all_at_once(people, Visitor.sends_nothing))
    states = json.loads(place.run("count", path))
    return Outcome(
        given=states.get("confirmed", 0) + states.get("unconfirmed", 0),
        waiting=states.get("waiting", 0),
        refused=sum(visitor.status == 422 for visitor in people),
        p99=p99,
        shown_p99=max(shown),
        faults=sum(visitor.status not in (200, 302, 303, 422) for visitor in people),
    )


def _all_at_once(people: "list[Visitor]", do: Callable[["Visitor"], None]) -> float:
    """Seconds of the slowest of a hundred."""
    start, seconds = threading.Barrier(len(people)), []

    def wait_and_do(visitor: Visitor) -> None:
        start.wait()
        began = time.monotonic()
        do(visitor)
        seconds.append(time.monotonic() - began)

    threads = [threading.Thread(target=wait_and_do, args=(visitor,)) for visitor in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(seconds)[int(len(seconds) * 0.99) - 1]


class Visitor:
    """Somebody with a telephone, an address of their own, and the form open."""

    def __init__(self, port: int, path: str, number: int) -> None:
        self.port, self.path, self.number = port, path, number
        self.fields: dict[str, str] = {}
        self.status = 0

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

    def sends_it(self) -> None:
        try:
            self.status, _ = self._ask("POST", urlencode(self.fields))
        except OSError:
            self.status = 599
