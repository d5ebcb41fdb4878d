"""PDF files through Typst, tagged for screen readers (PDF/UA-1). Typed text is data, never Typst markup."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .models import Town

LOGO_HEIGHT = 200
MOST_TRIES = 40
TEMPLATES = Path(__file__).parent / "templates" / "core" / "pdf"


def render(template: str, data: dict[str, Any], *, files: dict[str, bytes] | None = None) -> bytes:
    """Fill `templates/core/pdf/<template>.typ`; it finds `data` (plain JSON values) in `sys.inputs.data`.

    `files` are pictures by name, as the template mentions them. Fonts are those inside Typst; a character that none
    of them has, such as an emoji, is left out. Raises `typst.TypstError` where the template is wrong.
    """
    with TemporaryDirectory() as folder:
        for source in TEMPLATES.glob("*.typ"):
            (Path(folder) / source.name).write_bytes(source.read_bytes())
        for name, content in (files or {}).items():
            (Path(folder) / name).write_bytes(content)
        return _compiled(Path(folder) / f"{template}.typ", json.dumps(data, ensure_ascii=False))


def town_logo(town: Town) -> bytes:
    """The town's logo as PNG; empty where it has none."""
    if town.logo is None:
        return b""
    with town.logo.get_rendition(f"height-{LOGO_HEIGHT}|format-png").file.open("rb") as file:
        return file.read()


def _compiled(source: Path, data: str) -> bytes:
    import typst  # 7 MB: only who writes a letter pays for it

    for _ in range(MOST_TRIES):
        try:
            return typst.compile(
                str(source),
                root=str(source.parent),
                ignore_system_fonts=True,
                format="pdf",
                sys_inputs={"data": data},
                pdf_standards=["ua-1"],
            )
        except typst.TypstError as error:
            undrawable = _undrawable(str(error))
            if not undrawable:
                raise
            data = "".join(character for character in data if character not in undrawable)
    raise ValueError("No font inside Typst has the characters of this text.")


def _undrawable(complaint: str) -> set[str]:
    """The characters that Typst says it has no picture for, spelt as Rust spells them."""
    found = "".join(re.findall(r'the text `"(.*?)"` could not be displayed', complaint))
    return set(re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), found)) - set("\\")
