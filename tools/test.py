"""`make test`: every test on SQLite, then on PostgreSQL; what asks no database or a browser once.

What fails beside others is tried once more, alone: browsers on a busy machine can be too slow. It is told either way, and
what fails twice has failed. As root on Debian it installs what is missing. Elsewhere it runs what it can and says in its last lines what was left
out and how to include it. With --nothing-left-out (used by .ci/run) that is a failure. Further arguments go to pytest.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import postgres

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Proofs that need no second database: slow and pure ones run on SQLite, the browser on PostgreSQL, as in a town of some size.
MOST_UNSTEADY = 3  # more is no accident
ON_SQLITE, ON_POSTGRESQL = ["-m", "slow or not browser"], ["-m", "not slow and not without_database"]


def has_browser() -> bool:
    return any(map(shutil.which, BROWSERS))


# What a Debian package brings, how to see that it is there, and what is left out without it.
NEEDS = {
    "chromium": (has_browser, "the tests in the browser"),
    "postgresql": (postgres.is_installed, "the second run, on PostgreSQL"),
    "gettext": (lambda: bool(shutil.which("msgfmt")), "the check that the English translation is complete"),
    "redis-server": (
        lambda: bool(os.environ.get("TEST_REDIS_URL") or shutil.which("redis-server")),
        "the page cache of several hosts, in Redis",
    ),
    "poppler-utils": (lambda: bool(shutil.which("pdftoppm")), "the look at rendered letters"),
}


def missing() -> list[str]:
    return [package for package, (is_there, _) in NEEDS.items() if not is_there()]


def install(packages: list[str]) -> None:
    """As root on Debian only; whether it worked is seen by asking again."""
    if packages and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {', '.join(packages)} …", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=False, **quiet
        )


def run(database: str, url: str | None, arguments: list[str]) -> tuple[int, str]:
    """One run of pytest: its exit code and its closing line."""
    print(f"\n== {database}", flush=True)
    # Nothing of the operator's or the demo's environment may change what the tests see.
    ours = (
        "QUARTIERWERK_",
        "DATABASE_",
        "SMTP_",
        "S3_",
        "BEHIND_",
        "STAFF_",
        "MAP_",
        "PAGE_CACHE_",
        "REDIS_URL",
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    with tempfile.TemporaryDirectory(prefix="quartierwerk-test-") as data:
        environment |= {"QUARTIERWERK_DATA": data} | ({"DATABASE_URL": url} if url else {})
        command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", *arguments]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        last = ""
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() if re.search(r"\d+ (passed|failed|error)", line) else last
        return process.wait(), re.sub(r"\x1b\[[0-9;]*m|=", "", last).strip()


def run_steadily(database: str, url: str | None, arguments: list[str]) -> tuple[int, str]:
    """As `run`; a few that fail are tried once more, alone."""
    with tempfile.TemporaryDirectory(prefix="quartierwerk-test-cache-") as cache:
        arguments = [*arguments, "-o", f"cache_dir={cache}"]
        code, line = run(database, url, arguments)
        failed = re.search(r"(\d+) failed, ", line)
        if not failed or int(failed[1]) > MOST_UNSTEADY or "error" in line:
            return code, line
        again, told = run(f"{database}, what failed, alone", url, [*arguments, "--last-failed", "-n", "0"])
    if again or int(failed[1]) != sum(map(int, re.findall(r"(\d+) passed", told))):
        return code, line
    print(
        f"\nUNSTEADY: {failed[1]} failed beside others and passed alone; the names stand above.", flush=True
    )
    return 0, f"{line.replace(failed[0], '')}, and at the second attempt {told}"


def main() -> int:
    arguments = sys.argv[1:]
    nothing_left_out = "--nothing-left-out" in arguments
    arguments = [argument for argument in arguments if argument != "--nothing-left-out"]
    install(missing())
    left_out = missing()
    if "postgresql" in left_out:
        results = {"SQLite": run_steadily("SQLite", None, arguments)}
    else:
        results = {"SQLite": run_steadily("SQLite", None, [*ON_SQLITE, *arguments])}
        with postgres.temporary_server() as url:
            results["PostgreSQL"] = run_steadily("PostgreSQL", url, [*ON_POSTGRESQL, *arguments])
    print()
    for package in left_out:
        print(
            f"Left out: {NEEDS[package][1]}. To include it: apt-get install {package} (as root, “make test” does)."
        )
    counts = {
        word: sum(int(n) for _, line in results.values() for n in re.findall(rf"(\d+) {word}", line))
        for word in ("passed", "failed", "errors?", "skipped")
    }
    per_database = "; ".join(f"{name}: {line}" for name, (_, line) in results.items())
    print(per_database)
    print(
        f"{counts['passed']} passed, {counts['failed'] + counts['errors?']} failed, {counts['skipped']} skipped"
    )
    failed = any(code for code, _ in results.values())
    incomplete = nothing_left_out and (left_out or counts["skipped"])
    if incomplete:
        print("Nothing may be left out here, but something was.")
    return 1 if failed or incomplete else 0


if __name__ == "__main__":
    sys.exit(main())
