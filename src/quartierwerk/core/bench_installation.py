"""An installation of its own for what is measured against a real server, on SQLite and on PostgreSQL.

The other side runs in processes of their own: a module named by `server`, which knows `prepare` (make a fresh database),
`serve PORT …` (both in `bench_server`), and whatever else is asked of it by `run`.
"""

import importlib.util
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from django.conf import settings

from .bench import free_port, wait_for


@dataclass(frozen=True)
class Installation:
    """Lives in a folder that is gone afterwards."""

    environment: dict[str, str]
    server: str

    def run(self, *words: str) -> str:
        """What the module prints for these words."""
        command = [sys.executable, "-m", self.server, *words]
        return subprocess.run(
            command, env=self.environment, check=True, stdout=subprocess.PIPE, text=True, timeout=300
        ).stdout

    @contextmanager
    def served(self, *how: str) -> Iterator["Served"]:
        port = free_port()
        command = [sys.executable, "-m", self.server, "serve", str(port), *how]
        process = subprocess.Popen(
            command,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            wait_for(port)
            yield Served(port, process)
        finally:
            process.terminate()
            process.wait(timeout=20)


@dataclass(frozen=True)
class Served:
    """A running server with its workers."""

    port: int
    process: subprocess.Popen

    @property
    def processor_seconds(self) -> float:
        """Spent so far by it and its workers; 0 where the system does not tell."""
        return sum(spent for group, spent in _processes() if group == self.process.pid)

    def kill(self) -> None:
        """End it and its workers at once, as a power cut does: nobody can tidy up."""
        os.killpg(self.process.pid, signal.SIGKILL)


def _processes() -> Iterator[tuple[int, float]]:
    """Group and seconds of the processor of every process."""
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # gone meanwhile
            told = file.read_text().rpartition(")")[2].split()
            yield int(told[2]), (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def installation(url: str, server: str, **settings_of_its_own: str) -> Iterator[Installation]:
    """`url` names the database; empty: SQLite in the folder."""
    with tempfile.TemporaryDirectory(prefix="quartierwerk-bench-") as folder:
        if Path(settings.STATIC_ROOT).exists():
            Path(folder, "static").symlink_to(settings.STATIC_ROOT)
        environment = {
            "PATH": os.defpath,
            "DJANGO_SETTINGS_MODULE": "quartierwerk.settings",
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "QUARTIERWERK_DATA": folder,
            "BEHIND_PROXY": "yes",  # so that everybody has an address of their own
            **({"DATABASE_URL": url} if url else {}),
            **settings_of_its_own,
        }
        place = Installation(environment, server)
        place.run("prepare")
        yield place


def on_each_database(server: str, **settings_of_its_own: str) -> Iterator[tuple[str, Installation]]:
    """(name, installation) on SQLite and, where it is installed, on PostgreSQL."""
    with installation("", server, **settings_of_its_own) as place:
        yield "SQLite", place
    if temporary_server := _postgres():
        with temporary_server() as url, installation(url, server, **settings_of_its_own) as place:
            yield "PostgreSQL", place


def _postgres() -> Any:
    """`tools/postgres.py` of a checkout, where PostgreSQL is installed."""
    file = Path(settings.TOWNS_DIR).parents[2] / "tools" / "postgres.py"
    spec = importlib.util.spec_from_file_location("bench_postgres", file) if file.exists() else None
    if not spec or not spec.loader:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.temporary_server if module.is_installed() else None


class Fields(HTMLParser):
    """What a browser would send for the first POST form of a page, as it stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._inside = self._found = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = not self._found and given.get("method", "").lower() == "post"
            self._found |= self._inside
        if tag != "input" or not self._inside or "name" not in given:
            return
        if given.get("type") not in ("checkbox", "radio", "submit") or "checked" in dict(attrs):
            self.values[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
