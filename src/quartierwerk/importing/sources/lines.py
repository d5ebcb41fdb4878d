"""Plain lines as the grammar of announcements reads them: one spelling for blanks, table rows in one line."""

import re

_CONTROLS = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060]")  # soft hyphens, places to break, joiners
_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_ENDS = re.compile(r"\r\n?|[\u0085\u2028\x0b]")
_PARAGRAPHS = re.compile(r"[\x0c\u2029]")
_GAPS = re.compile(r"\n{3,}")
_BULLET = re.compile(
    r"^[\uf0a7\uf0b7\uf0d8\uf076\uf0fc·▪●■◦○]\s*", re.MULTILINE
)  # also those of Word's Symbol font
_GOES_ON = re.compile(r"(?<=[,:])\n|\n(?=[a-zäöüß(])")
_BREAK = re.compile(r"\n")
LONGEST_CELL = 300  # characters; what is longer is text that somebody laid out with a table
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def tidied(text: str) -> str:
    """Without what a database or a page cannot hold; blanks in one spelling, at most one empty line."""
    text = _PARAGRAPHS.sub("\n\n", _ENDS.sub("\n", text))
    text = _INVISIBLE.sub("", _CONTROLS.sub("", text))
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.split("\n"))
    return _GAPS.sub("\n\n", _BULLET.sub("• ", "\n".join(lines))).strip()


def as_given(text: str) -> str:
    """Plain text keeps its lines and columns; only what cannot be shown goes."""
    text = _PARAGRAPHS.sub("\n\n", _ENDS.sub("\n", text))
    lines = (line.rstrip() for line in _INVISIBLE.sub("", _CONTROLS.sub("", text)).split("\n"))
    return "\n".join(lines).strip("\n")


def row(cells: list[str]) -> str:
    """One row of a table as a line, “12. Mai | 18 Uhr | Rathaus”; cells with paragraphs in them one below the other."""
    filled = [cell for cell in (tidied(cell) for cell in cells) if cell]
    if any(len(cell) > LONGEST_CELL or "\n\n" in cell or cell.count("\n") > 3 for cell in filled):
        return "\n\n".join(filled)
    return " | ".join(_BREAK.sub(", ", _GOES_ON.sub(" ", cell)) for cell in filled)


def tabbed(text: str) -> str:
    """A tab sets words apart as a column does, but for one after a label: “Ort:⇥Rathaus”."""
    return re.sub(r"(?<=[^\s:])[ ]*\t[\t ]*(?=\S)", " | ", re.sub(r"(?m)^[\t ]+", "", text)).replace(
        "\t", " "
    )


def raised(text: str) -> str:
    """“18” and a raised “30”: the minutes as written, 18³⁰."""
    return text.translate(_RAISED) if text.strip().isdecimal() else text


SHORT = 100  # characters; a paragraph of more is prose


def paragraphs(blocks: list[str]) -> str:
    """Blocks below each other: short ones as lines (an address, a list of dates), two of prose apart.

    An empty block is an empty line, as people make one by pressing Enter twice.
    """
    parts: list[str] = []
    before = ""
    for block in blocks:
        if parts:
            parts.append("\n" if len(before) <= SHORT or len(block) <= SHORT else "\n\n")
        parts.append(block)
        before = block
    return tidied("".join(parts))
