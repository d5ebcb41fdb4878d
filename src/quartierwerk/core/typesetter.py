"""Sets one PDF file in a process of its own: `python typesetter.py SOURCE`, data as JSON on standard input.

Typst keeps some 35 MB once it has set a page, and never gives them back. A web worker lives for weeks; this process
ends with its file. So it stands alone: it imports nothing of Quartierwerk, and Python starts it in 50 ms.
"""

import re
import sys
from pathlib import Path

import typst

MOST_TRIES = 40


def compiled(source: Path, data: str) -> bytes:
    """The file, tagged for screen readers (PDF/UA-1); a character that no font has is left out.

    Raises `typst.TypstError` where the template is wrong.
    """
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


if __name__ == "__main__":
    try:
        sys.stdout.buffer.write(compiled(Path(sys.argv[1]), sys.stdin.buffer.read().decode()))
    except (typst.TypstError, ValueError) as reason:
        sys.exit(str(reason))
