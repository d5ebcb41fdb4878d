"""`quartierwerk run hattingen`: prepares what is missing and serves the site, in one process group.

First start: database, demo town, static files. Later starts find all that and take a moment. Ctrl-C stops everything.
"""

import hashlib
import multiprocessing
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from quartierwerk.core.demo import TownFolder, UnknownTownError
from quartierwerk.people import demo_accounts
from quartierwerk.website.models import HomePage

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Prepares the database, the demo town and the static files where they are missing, and serves the site."
    requires_system_checks: list[str] = []  # they run in `make lint`; here they would only cost time

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("town", help="demo town that fills an empty installation")
        parser.add_argument("--port", default="8000")
        parser.add_argument("--host", default=HOST)
        parser.add_argument("--workers", type=int, default=settings.WEB_WORKERS)
        parser.add_argument("--prepared", action="store_true", help="everything is there: serve at once")

    def handle(self, *args: object, town: str, port: str, host: str, workers: int, **options: object) -> None:
        number = free_port(host, port)
        if not options["prepared"] and prepare(town, say=self._say):
            start_afresh("--prepared")
        serve(host, number, workers, on_startup=lambda: self._welcome(f"http://{host}:{number}"))

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()

    def _welcome(self, address: str) -> None:
        self.stdout.write(f"\nQuartierwerk is running at {address}/ (Ctrl-C stops it)\n")
        for role, email, password in demo_accounts.sign_in_help():
            self.stdout.write(f"  {role:26} {email:34} {password}")
        self.stdout.flush()


def free_port(host: str, port: str) -> int:
    """The port as a number; CommandError says what to do where it cannot be used."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise CommandError(f"PORT is “{port}”; please write a number from 1024 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except PermissionError as error:
            raise CommandError(
                f"Port {port} is reserved; please choose one from 1024 on: make run PORT=8080"
            ) from error
        except OSError as error:
            raise CommandError(
                f"Port {port} is taken by another program; please choose another: make run PORT={int(port) + 1}"
            ) from error
    return int(port)


def prepare(town: str, *, say: Callable[[str], object]) -> bool:
    """Do what is missing, and say so: database, demo town, static files. Whether anything was missing."""
    try:
        TownFolder.named(town)
    except UnknownTownError as error:
        raise CommandError(str(error)) from error
    database_answers()
    steps = {
        "Creating the database": (migrations_wait, lambda: call_command("migrate", verbosity=0)),
        f"Filling the demo town {town}": (
            town_is_empty,
            lambda: call_command("load_town", town, verbosity=0),
        ),
        "Compressing static files": (static_files_changed, collect_static_files),
    }
    done = []
    for what, (is_needed, do) in steps.items():
        if is_needed():
            say(f"{what} …")
            do()
            done.append(what)
    return bool(done)


def start_afresh(*options: str) -> None:
    """As a new program: with the list of static files that is there now, and without the memory that preparing took."""
    connections.close_all()
    os.execv(sys.executable, [sys.executable, "-m", "quartierwerk", *sys.argv[1:], *options])  # noqa: S606


def database_answers() -> None:
    try:
        connection.ensure_connection()
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise CommandError(f"The database does not answer ({reason}); please check DATABASE_URL.") from error


def migrations_wait() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def town_is_empty() -> bool:
    return not HomePage.objects.exists()


def _state_of_static_files() -> str:
    state = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            file = Path(storage.path(name)).stat()
            state.update(f"{name} {file.st_size} {file.st_mtime_ns}\n".encode())
    return state.hexdigest()


def _static_stamp() -> Path:
    return settings.DATA_DIR / "static-stamp"


def static_files_changed() -> bool:
    stamp = _static_stamp()
    return not stamp.exists() or stamp.read_text() != _state_of_static_files()


def collect_static_files() -> None:
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    _static_stamp().write_text(_state_of_static_files())


def _work() -> None:
    """The background worker, in a session of its own: Ctrl-C reaches it through us."""
    os.setsid()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        call_command("work")


def serve(host: str, port: int, workers: int, *, on_startup: Callable[[], None]) -> None:
    """Serve until told to stop. Workers are forked from this process, so they start at once and share its memory."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    connections.close_all()
    processes = multiprocessing.get_context("fork")
    background = processes.Process(target=_work) if "work" in get_commands() else None
    server = Granian(
        "quartierwerk.website.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=1,  # measured: the default pool costs CPU-bound views a third
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=5,  # an answer that hangs must not keep Ctrl-C waiting
        log_level=LogLevels.warning,
    )
    server.on_startup(on_startup)
    if background:
        background.start()
    try:
        server.serve()
    finally:
        if background:
            background.terminate()
            background.join(timeout=10)
            background.kill()
