"""Jobs that recur: each app registers its own; `quartierwerk work` runs them."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django.utils.text import slugify

from . import clock

logger = logging.getLogger(__name__)


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


_last_run: dict[str, datetime] = {}


def run_due(*, stop: Callable[[], bool] = lambda: False) -> list[str]:
    """Run every job whose time has come; answers the names of those that are done.

    A failing job is logged and is due again at the next round; the others still run.

    The cache remembers what ran, so that of several hosts with one cache only one runs a job, and a restarted
    worker does not begin anew.
    """
    done = []
    for job in jobs():
        if stop():
            break
        if _claim(job) and _run(job):
            done.append(job.name)
    return done


def _claim(job: Job) -> bool:
    now = clock.now()
    if now - _last_run.get(job.name, datetime.min.replace(tzinfo=now.tzinfo)) < job.every:
        return False
    if not cache.add(_key(job), 1, timeout=int(job.every.total_seconds() * 0.9)):
        return False
    _last_run[job.name] = now
    return True


def _release(job: Job) -> None:
    cache.delete(_key(job))
    _last_run.pop(job.name, None)


def _key(job: Job) -> str:
    return f"job:{slugify(job.name)}"


def _run(job: Job) -> bool:
    """Whether it went well."""
    try:
        job.run()
    except Exception:
        logger.exception("The job “%s” failed; it is tried again at the next round.", job.name)
        _release(job)
        return False
    return True
