"""`make messages`: collects the texts of every app and compiles the English translation.

With --check nothing is changed; missing, doubtful and outdated translations are named.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src" / "quartierwerk"


def apps() -> list[Path]:
    return sorted(app for app in SOURCE.iterdir() if (app / "apps.py").exists())


def collect(app: Path) -> None:
    (app / "locale").mkdir(exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "django",
        "makemessages",
        "--locale",
        "en",
        "--no-obsolete",
        "--no-wrap",
        "--add-location",
        "file",
    ]
    subprocess.run(command, cwd=app, check=True, stdout=subprocess.DEVNULL)


def catalogue(app: Path) -> Path:
    return app / "locale" / "en" / "LC_MESSAGES" / "django.po"


def compile_catalogue(po: Path) -> None:
    subprocess.run(["msgfmt", "--check-format", "-o", po.with_suffix(".mo"), po], check=True)


def _count(po: Path, *selection: str) -> list[str]:
    found = subprocess.run(
        ["msgattrib", *selection, "--no-wrap", po], check=True, capture_output=True, text=True
    )
    return [
        line[7:-1] for line in found.stdout.splitlines() if line.startswith('msgid "') and line != 'msgid ""'
    ]


def faults(app: Path) -> list[str]:
    """What is wrong with one app's translation, a line each; works on a copy."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / app.name
        shutil.copytree(app, copy, ignore=shutil.ignore_patterns("__pycache__", "static"))
        collect(copy)
        po = catalogue(copy)
        if not po.exists():
            return []
        untranslated = [f"{app.name}: not translated: {text}" for text in _count(po, "--untranslated")]
        doubtful = [f"{app.name}: to be looked at (fuzzy): {text}" for text in _count(po, "--only-fuzzy")]
        committed = catalogue(app).with_suffix(".mo")
        subprocess.run(["msgfmt", "-o", po.with_suffix(".mo"), catalogue(app)], check=True)
        same = committed.exists() and committed.read_bytes() == po.with_suffix(".mo").read_bytes()
        return (
            untranslated
            + doubtful
            + ([] if same else [f"{app.name}: django.mo is out of date; run make messages"])
        )


def main() -> int:
    if not shutil.which("msgfmt"):
        print("quartierwerk: gettext is missing; on Debian please run: apt-get install gettext")
        return 1
    if "--check" in sys.argv:
        found = [fault for app in apps() for fault in faults(app)]
        print("\n".join(found) or "Every text has its English translation.")
        return 1 if found else 0
    for app in apps():
        collect(app)
        if catalogue(app).exists():
            compile_catalogue(catalogue(app))
    return 0


if __name__ == "__main__":
    sys.exit(main())
