"""A PostgreSQL of its own for tests: a temporary cluster on a loopback port, gone afterwards.

TEST_POSTGRES_URL names a server that runs already; then that one is used.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing in a test database is worth waiting for the disk.
QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "jit": "off"}


def program(name: str) -> str | None:
    """Path of a server program; Debian keeps them out of PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]))
    return shutil.which(name) or (str(found[-1]) if found else None)


def is_installed() -> bool:
    return bool(os.environ.get("TEST_POSTGRES_URL") or program("initdb"))


def _as_server_user(command: list[str], owner: str | None) -> None:
    """PostgreSQL refuses to run as root, so root hands over to the user `postgres`."""
    subprocess.run(
        command,
        check=True,
        user=owner,
        stdout=subprocess.DEVNULL,
        cwd="/",
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
    )


@contextmanager
def temporary_server() -> Iterator[str]:
    """The URL of a database on it."""
    if given := os.environ.get("TEST_POSTGRES_URL"):
        yield given
        return
    initdb, control = program("initdb"), program("pg_ctl")
    assert initdb
    assert control
    owner = "postgres" if os.geteuid() == 0 else None
    folder = tempfile.mkdtemp(prefix="quartierwerk-postgres-")
    if owner:
        os.chown(folder, pwd.getpwnam(owner).pw_uid, -1)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = " ".join(
        [f"-p {port} -h 127.0.0.1 -k {folder}", *(f"-c {name}={value}" for name, value in QUICK.items())]
    )
    data = f"{folder}/data"
    _as_server_user(
        [initdb, "-D", data, "-U", "quartierwerk", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], owner
    )
    _as_server_user([control, "-D", data, "-l", f"{folder}/log", "-o", options, "-w", "start"], owner)
    try:
        yield f"postgres://quartierwerk@127.0.0.1:{port}/quartierwerk"
    finally:
        _as_server_user([control, "-D", data, "-m", "immediate", "stop"], owner)
        shutil.rmtree(folder, ignore_errors=True)
