"""Jobs that recur: each app registers its own; `quartierwerk work` runs them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Job:
    name: str
    every: timedelta
    run: Callable[[], object]


_jobs: dict[str, Job] = {}


def register(name: str, *, every: timedelta, run: Callable[[], object]) -> None:
    _jobs[name] = Job(name, every, run)


def jobs() -> list[Job]:
    return list(_jobs.values())
