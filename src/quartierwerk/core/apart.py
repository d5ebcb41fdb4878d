"""A process of its own for what strangers send: what eats memory or time, or breaks a library, hurts nobody but it.

It is started anew for each content (a quarter of a second), gets a question and the content by a pipe and takes its own
limits before it reads the first byte: memory, processor time, no file written. The limit by the clock stands here.

    answer = ask("quartierwerk.importing.sources", {"name": "a.pdf"}, content)   # where it is asked
    serve(lambda content, *, name: …)                                            # in that package's __main__.py
"""

import contextlib
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 30  # seconds by the clock; the process itself stops after its processor time
SOURCE = Path(__file__).resolve().parents[2]  # where the package `quartierwerk` lies
MOST_MEMORY = 2**30  # bytes of address space
MOST_SECONDS = 20  # of processor time
MOST_OPEN = 32  # files at a time: modules are read one by one

LIMITS = (
    (resource.RLIMIT_AS, MOST_MEMORY),
    (resource.RLIMIT_CPU, MOST_SECONDS),
    (resource.RLIMIT_FSIZE, 0),
    (resource.RLIMIT_NOFILE, MOST_OPEN),
    (resource.RLIMIT_CORE, 0),
)


class Stopped(Exception):
    """The process came to a limit, or a library fell over; it answered nothing."""


def ask(package: str, asked: dict[str, Any], content: bytes) -> bytes:
    """What the package's `__main__` answers. `asked`: plain JSON values. Raises Stopped."""
    # -P and the bare environment: nothing in the working directory or around can stand in for a module, and no secret is there
    command = [sys.executable, "-P", "-s", "-B", "-X", "utf8", "-W", "ignore", "-m", package]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(asked).encode() + b"\n" + content,
            stdout=subprocess.PIPE,
            timeout=PATIENCE,
            check=False,
            cwd="/",
            env={"PYTHONPATH": str(SOURCE)},
        )
    except subprocess.TimeoutExpired as late:
        raise Stopped from late
    if done.returncode:
        raise Stopped
    return done.stdout


def serve(answer: Callable[..., bytes]) -> None:
    """The other side: limits first, then `answer(content, **asked)` of standard input to standard output."""
    limit_itself()
    try:
        asked, _newline, content = sys.stdin.buffer.read().partition(b"\n")
        sys.stdout.buffer.write(answer(content, **json.loads(asked)))
    except (MemoryError, RecursionError):
        sys.exit(1)


def limit_itself() -> None:
    """A system that knows a limit but does not set it, or has set less, is left as it is."""
    for limit, most in LIMITS:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))
