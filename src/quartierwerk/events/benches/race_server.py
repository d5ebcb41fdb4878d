"""The other side of `race`, in a process of its own: `prepare`, `event PLACES`, `count PATH`, `serve PORT locked`.

`serve PORT unlocked` takes the lock away, in this process alone: PostgreSQL locks no row, and on SQLite no transaction
begins as a writer.
"""

import json
import time
from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from typing import Any

from quartierwerk.core import bench_server

BREATH = 0.5  # seconds


def prepare() -> None:
    """A fresh database with whom to call."""
    from quartierwerk.people.models import Contact

    bench_server.prepare()
    Contact.objects.create(
        name="Messung", slug="messung", phone="+49 2324 204-0", is_main=True, is_public=True
    )


def event(places: str) -> None:
    """Print the address of the form of a new event."""
    from django.urls import reverse

    from quartierwerk.core import clock

    from .. import actions
    from ..enums import RegistrationMode, Stage
    from ..models import Event

    starts_at = clock.now() + timedelta(days=30)
    made = Event(
        title="Messung",
        slug=f"messung-{int(starts_at.timestamp() * 1000)}",
        summary="Ein Rennen um Plätze",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place_name="Rathaus",
        stage=Stage.PUBLISHED,
        published_at=clock.now(),
        registration_mode=RegistrationMode.REQUIRED,
        capacity=int(places),
    )
    made.save()
    actions.keep_dates(event=made)
    print(reverse("events:register", args=[made.slug]))  # noqa: T201 - the answer


def count(path: str) -> None:
    """Print the states of the registrations, counted."""
    from django.db.models import Count
    from django.urls import resolve

    from ..models import Registration

    rows = Registration.objects.filter(event__slug=resolve(path).kwargs["slug"]).order_by()
    print(json.dumps(dict(rows.values_list("state").annotate(n=Count("pk")))))  # noqa: T201 - the answer


def serve(port: str, how: str) -> None:
    bench_server.serve(port, bench_server.WSGI if how == "locked" else f"{__spec__.name}:unlocked")


_application: list[Callable] = []


def unlocked(environ: dict[str, Any], start_response: Callable) -> Any:
    """The application without the lock; on SQLite also without the transaction, which is a lock there."""
    if not _application:
        module, _, name = bench_server.WSGI.partition(":")
        _application.append(getattr(import_module(module), name))
        _take_away_the_lock()
        _take_a_breath()
    return _application[0](environ, start_response)


def _take_a_breath() -> None:
    """Whoever sees the last place waits before taking it, so that chance does not decide."""
    from ..actions import places, registering
    from ..models import Event, Occurrence

    def slowly(event: Event, occurrence: Occurrence | None) -> Any:
        room = places.room_of(event, occurrence)
        if room.left == 1:
            time.sleep(BREATH)
        return room

    registering.room_of = slowly


def _take_away_the_lock() -> None:
    from django.db import connection

    from .. import actions
    from ..actions import registering
    from ..models import Event

    registering.lock = lambda event: Event.objects.get(pk=event.pk)
    if connection.vendor == "sqlite":
        actions.register = registering.register.__wrapped__  # type: ignore[attr-defined]


if __name__ == "__main__":
    bench_server.run({"prepare": prepare, "event": event, "count": count, "serve": serve})
