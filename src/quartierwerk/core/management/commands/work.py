"""`quartierwerk work`: runs queued tasks and the jobs of `core.periodic` until it is stopped."""

import signal
import threading
from types import FrameType

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from quartierwerk.core import periodic


class Command(BaseCommand):
    help = "Sends mail, publishes what is scheduled, deletes what has expired; SIGTERM or Ctrl-C ends it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--interval", type=float, default=1.0, help="seconds between two looks (default: 1)"
        )
        parser.add_argument("--once", action="store_true", help="do what is waiting, then end")

    def handle(self, *, interval: float, once: bool, **options: object) -> None:  # noqa: ARG002 - Django's
        self.stopping = threading.Event()
        if not once:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, self._stop)
            self.stdout.write("The worker waits for something to do.")
            self.stdout.flush()
        worker = get_random_string(32)
        while not self.stopping.is_set():
            close_old_connections()
            self._run_waiting_tasks(worker)
            periodic.run_due(stop=self.stopping.is_set)
            close_old_connections()
            if once:
                return
            self.stopping.wait(interval)

    def _run_waiting_tasks(self, worker: str) -> None:
        """Every queued task, one after the other; a stop waits for the one that runs."""
        while not self.stopping.is_set():
            batch = Worker(
                queue_names=["*"],
                excluded_queue_names=[],
                interval=0,
                batch=True,
                backend_name="default",
                startup_delay=False,
                max_tasks=1,
                worker_id=worker,
            )
            batch.run()
            if not batch._run_tasks:
                return

    def _stop(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the shape of a signal handler
        self.stopping.set()
