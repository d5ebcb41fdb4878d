"""The other side of `bench_installation`, in a process of its own: what every server under test has to do."""

import sys
from collections.abc import Callable, Mapping

from .bench import HOST

WSGI = "quartierwerk.website.wsgi:application"  # by name: it stands in a layer above


def run(commands: Mapping[str, Callable[..., None]]) -> None:
    """Do what the command line asks for: `prepare`, `serve PORT …`; answers are printed."""
    import django

    django.setup()
    commands[sys.argv[1]](*sys.argv[2:])


def prepare() -> None:
    """A fresh database with a town and all tables, made at once and not step by step; `tools/postgres.py` has none yet."""
    from django.apps import apps
    from django.db import connection

    from .models import Town

    if connection.vendor == "postgresql":
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
    Town.load().save()


def serve(port: str | int, application: str = WSGI, workers: int = 2) -> None:
    """As `quartierwerk run` serves, without a word."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        application, address=HOST, port=int(port), interface=Interfaces.WSGI, workers=workers, blocking_threads=1,
        websockets=False, log_level=LogLevels.error,
    ).serve()  # fmt: skip
