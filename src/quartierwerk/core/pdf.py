"""PDF files through Typst, tagged for screen readers (PDF/UA-1). Typed text is data, never Typst markup."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

TEMPLATES = Path(__file__).parent / "templates" / "core" / "pdf"


def render(template: str, data: dict[str, Any], *, files: dict[str, bytes] | None = None) -> bytes:
    """Fill `templates/core/pdf/<template>.typ`; it finds `data` (plain JSON values) in `sys.inputs.data`.

    `files` are pictures by name, as the template mentions them. Fonts are those inside Typst. Raises
    `typst.TypstError` where the template is wrong.
    """
    import typst  # 7 MB: only who writes a letter pays for it

    with TemporaryDirectory() as folder:
        for source in TEMPLATES.glob("*.typ"):
            (Path(folder) / source.name).write_bytes(source.read_bytes())
        for name, content in (files or {}).items():
            (Path(folder) / name).write_bytes(content)
        return typst.compile(
            str(Path(folder) / f"{template}.typ"),
            root=folder,
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": json.dumps(data)},
            pdf_standards=["ua-1"],
        )
