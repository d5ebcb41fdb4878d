#!/usr/bin/env python3
"""Creates `.venv` from a lock file. Needs Python alone: no pip, no python3-venv package, no root.

    python3 tools/environment.py          what running needs    (requirements.lock)
    python3 tools/environment.py --dev    what testing needs    (requirements-dev.lock)

A stamp in `.venv` remembers what stands there, so that a second call takes no time.
Written so that an old Python still gets as far as the sentence about its age.
"""

import hashlib
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "quartierwerk-stamp")
LEAST = (3, 11)


def stop(sentence):
    sys.exit("quartierwerk: " + sentence)


def state_of(lock):
    """Changes with the lock file, the project's own declaration, the Python and the folder."""
    state = hashlib.sha256(repr((sys.version_info[:3], sys.executable, ROOT)).encode())
    for name in (lock, "pyproject.toml"):
        with open(os.path.join(ROOT, name), "rb") as file:
            state.update(file.read())
    return state.hexdigest()


def stamped():
    """The states that `.venv` satisfies."""
    try:
        with open(STAMP) as file:
            return file.read().split()
    except OSError:
        return []


def create():
    try:
        import venv
    except ImportError:
        stop("This Python has no “venv” module; on Debian please run: apt-get install python3")
    venv.EnvBuilder(with_pip=False, clear=True, symlinks=True).create(VENV)


def pip(*arguments):
    quiet = ["-qq", "--disable-pip-version-check", "--no-input", "--no-warn-script-location"]
    if subprocess.call([PYTHON, *arguments[:1], "install", *quiet, *arguments[1:]], cwd=ROOT):
        stop(
            "The packages could not be installed (see above). Is the package index reachable? "
            "Behind a company proxy, please set HTTPS_PROXY or PIP_INDEX_URL and start again."
        )


def install(lock):
    tools = os.path.join(ROOT, "tools")
    wheel = os.path.join(tools, next(name for name in os.listdir(tools) if name.startswith("pip-")))
    runnable = os.path.join(wheel, "pip")
    pip(runnable, "--no-index", "--no-deps", "--force-reinstall", wheel)
    runnable = os.path.join(VENV, "lib", "python%d.%d" % sys.version_info[:2], "site-packages", "pip")
    pip(runnable, "--require-hashes", "--only-binary", ":all:", "--requirement", lock)
    pip(runnable, "--no-deps", "--no-build-isolation", "--editable", ".")


def main():
    if sys.version_info < LEAST:
        stop(
            "Python %d.%d is too old; please install Python 3.11 or newer and name it: "
            "make run PYTHON=python3.12" % sys.version_info[:2]
        )
    dev = "--dev" in sys.argv
    lock = "requirements-dev.lock" if dev else "requirements.lock"
    state, done = state_of(lock), stamped()
    if state in done and os.path.exists(PYTHON):
        return
    print("Setting up .venv from %s (once; a few minutes at most) …" % lock, flush=True)
    try:
        if not (dev and state_of("requirements.lock") in done):
            create()
        install(lock)
        with open(STAMP, "w") as file:
            # What testing needs contains what running needs.
            file.write("\n".join({state, state_of("requirements.lock")}))
    except OSError as error:
        stop(
            "The folder %s cannot be written (%s); please run make in a folder of your own."
            % (VENV, error.strerror)
        )


if __name__ == "__main__":
    main()
