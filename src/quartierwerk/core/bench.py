"""What `make bench` measures: each app's `bench.py` has `measure() -> list[Measurement]` with its own limits."""

import resource
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass

HOST = "127.0.0.1"
PATIENCE = 30  # seconds for a server to answer


@dataclass(frozen=True)
class Measurement:
    """One figure and the limit it has to keep: at most `limit`, or at least where `at_most` is False."""

    name: str
    value: float
    unit: str
    limit: float
    at_most: bool = True

    @property
    def keeps_limit(self) -> bool:
        return self.value <= self.limit if self.at_most else self.value >= self.limit


def processor_seconds() -> float:
    """Spent by this process and by those that it started and waited for (a PDF file is set in one)."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def milliseconds(
    run: Callable[[], object], times: int = 7, spent: Callable[[], float] = processor_seconds
) -> float:
    """The least of a few runs, in time of the processor: a busy machine must not break a budget.

    The least, as in Python's `timeit`: what is above it is other work of the machine. `spent` tells seconds.
    """
    taken = []
    for _ in range(times):
        start = spent()
        run()
        taken.append((spent() - start) * 1000)
    return round(min(taken), 2)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def wait_for(port: int) -> None:
    """Return when something listens there; raises TimeoutError after half a minute."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("The server under test did not start.")
