"""PDF files through Typst, tagged for screen readers (PDF/UA-1). Typed text is data, never Typst markup."""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.http import HttpResponse

from .models import Town

LOGO_HEIGHT = 200
LONGEST = 60  # seconds; a list of 2,000 people takes half a second
TEMPLATES = Path(__file__).parent / "templates" / "core" / "pdf"
TYPESETTER = Path(__file__).parent / "typesetter.py"


class PdfError(Exception):
    """No file could be made, with Typst's own reason."""


def render(template: str, data: dict[str, Any], *, files: dict[str, bytes] | None = None) -> bytes:
    """Fill `templates/core/pdf/<template>.typ`; it finds `data` (plain JSON values) in `sys.inputs.data`.

    `files` are pictures by name, as the template mentions them. Fonts are those inside Typst; a character that none
    of them has, such as an emoji, is left out. Raises `PdfError` where the template is wrong
    or takes too long.
    """
    with TemporaryDirectory() as folder:
        for source in TEMPLATES.glob("*.typ"):
            (Path(folder) / source.name).write_bytes(source.read_bytes())
        for name, content in (files or {}).items():
            (Path(folder) / name).write_bytes(content)
        return _set(Path(folder) / f"{template}.typ", json.dumps(data, ensure_ascii=False))


def answer(content: bytes, name: str) -> HttpResponse:
    """A file that opens in the browser and keeps its name when it is saved; asked for again, so that changes are seen."""
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'inline; filename="{name}"',
            "Cache-Control": "no-cache",
            "Content-Length": str(len(content)),
        },
    )


def town_logo(town: Town) -> bytes:
    """The town's logo as PNG; empty where it has none."""
    if town.logo is None:
        return b""
    with town.logo.get_rendition(f"height-{LOGO_HEIGHT}|format-png").file.open("rb") as file:
        return file.read()


def _set(source: Path, data: str) -> bytes:
    # -I: nothing in the working directory or the environment can stand in for a module
    command = [sys.executable, "-I", str(TYPESETTER), str(source)]
    try:
        done = subprocess.run(command, input=data.encode(), capture_output=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired as late:
        raise PdfError(f"{source.name} took longer than {LONGEST} s.") from late
    if done.returncode:
        raise PdfError(done.stderr.decode(errors="replace").strip())
    return done.stdout
