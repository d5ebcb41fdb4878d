"""The other side of `race`, in a process of its own: `prepare`, `event PLACES`, `count PATH`, `serve PORT locked`.

`serve PORT unlocked` takes the lock away, in this process alone: PostgreSQL locks no row, and on SQLite no transaction
begins as a writer.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from typing import Any

HOST = "127.0.0.1"
BREATH = 0.5  # seconds
WSGI = "quartierwerk.website.wsgi"  # by name: it stands in a layer above


def prepare() -> None:
    """A fresh database with all tables, made at once and not step by step; `tools/postgres.py` has none yet."""
    from django.apps import apps
    from django.db import connection

    if connection.vendor == "postgresql":
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
    _town()


def _town() -> None:
    """What every town has: itself, and whom to call."""
    from quartierwerk.core.models import Town
    from quartierwerk.people.models import Contact

    Town.load().save()
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
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        f"{WSGI}:application" if how == "locked" else f"{__spec__.name}:unlocked", address=HOST, port=int(port), interface=Interfaces.WSGI, workers=2,
        blocking_threads=1, websockets=False, log_level=LogLevels.error,
    ).serve()  # fmt: skip


_application: list[Callable] = []


def unlocked(environ: dict[str, Any], start_response: Callable) -> Any:
    """The application without the lock; on SQLite also without the transaction, which is a lock there."""
    if not _application:
        _application.append(import_module(WSGI).application)
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
    import django

    django.setup()
    commands: dict[str, Callable[..., None]] = {
        "prepare": prepare,
        "event": event,
        "count": count,
        "serve": serve,
    }
    commands[sys.argv[1]](*sys.argv[2:])
