"""`make lint`: runs every check, shows what each found, and fails if any did."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

# What a real installation would set; only enough for Django's deployment checks.
PRODUCTION = {
    "QUARTIERWERK_URL": "https://quartier.example.org",
    "QUARTIERWERK_SECRET_KEY": "lint-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "QUARTIERWERK_DEMO": "no",
    "BEHIND_PROXY": "yes",
}

CHECKS = {
    "style": ["ruff", "check", "--quiet"],
    "form": ["ruff", "format", "--check", "--quiet"],
    "types": ["mypy", "--no-error-summary"],
    "templates": ["djlint", "src", "--lint", "--quiet"],
    "layers": ["lint-imports", "--no-cache"],
    "migrations": ["quartierwerk", "makemigrations", "--check", "--dry-run"],
    "deployment": ["quartierwerk", "check", "--deploy", "--fail-level", "WARNING"],
    "translation": ["python", "tools/messages.py", "--check"],
}


def main() -> int:
    failed = []
    with tempfile.TemporaryDirectory(prefix="quartierwerk-lint-") as data:
        environment = os.environ | PRODUCTION | {"QUARTIERWERK_DATA": data}
        for name, (program, *arguments) in CHECKS.items():
            result = subprocess.run([BIN / program, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)
            print(f"{name:12} {'ok' if result.returncode == 0 else 'FAILED'}", flush=True)
            if result.returncode:
                failed.append(name)
                print(result.stdout + result.stderr, flush=True)
    print(f"make lint: {', '.join(failed)} failed" if failed else "make lint: all clean")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
