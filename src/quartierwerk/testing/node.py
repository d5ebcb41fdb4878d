"""Other people's readers of what we write, from npm: `ical_js` reads calendars, `type_check` checks JSON-LD.

The packages stand in `tests/node/` with their lock file and are installed when the first test asks for them. Where npm
is missing these tests are left out with a sentence; on a build server (`CI`) they fail.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[3] / "tests" / "node"
PATIENCE = 300  # seconds

Read = Callable[..., list[dict[str, Any]]]


def _leave_out(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def node_folder() -> Path:
    """The folder with its packages installed as the lock file says."""
    if not (shutil.which("npm") and shutil.which("node")):
        _leave_out("npm is missing; on Debian: apt-get install npm")
    wanted = hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
    stamp = FOLDER / "node_modules" / ".lock-file-hash"
    with (FOLDER / "package.json").open() as lock:  # one process installs, the others wait
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text() != wanted:
            command = ["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
            done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, timeout=PATIENCE)  # noqa: S607
            if done.returncode:
                _leave_out(f"npm could not install the packages of tests/node: {done.stderr[-300:]}")
            stamp.write_text(wanted)
    return FOLDER


@pytest.fixture(scope="session")
def ical_js(node_folder: Path) -> Iterator[Read]:
    """`ical_js(content, until="2027-01-01")`: every date before that day as ical.js understands it.

    Each is `{"uid", "starts", "ends", "status", "summary"}`, times as `2026-10-08T14:00:00Z`, days as `2026-10-08`.
    """
    process = subprocess.Popen(
        ["node", "read-calendar.mjs"],  # noqa: S607
        cwd=node_folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TZ": "Asia/Tokyo"},  # the reader's own zone must not matter
    )
    assert process.stdin is not None
    assert process.stdout is not None

    def read(content: bytes, *, until: str) -> list[dict[str, Any]]:
        process.stdin.write(json.dumps({"calendar": content.decode(), "until": until}) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        assert "error" not in answer, answer
        return answer["dates"]

    yield read
    process.stdin.close()
    process.stdout.close()
    process.wait(timeout=10)


@pytest.fixture(scope="session")
def type_check(node_folder: Path, tmp_path_factory) -> Callable[[str], str]:
    """`type_check(source)`: what TypeScript finds wrong with a module that may import schema-dts; "" is good."""

    def check(source: str) -> str:
        folder = tmp_path_factory.mktemp("typescript")
        (folder / "node_modules").symlink_to(node_folder / "node_modules")
        (folder / "check.ts").write_text(source, encoding="utf-8")
        command = [
            "node_modules/.bin/tsc", "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext",
            "--target", "es2022", "check.ts",
        ]  # fmt: skip
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=PATIENCE)
        return done.stdout + done.stderr if done.returncode else ""

    return check
