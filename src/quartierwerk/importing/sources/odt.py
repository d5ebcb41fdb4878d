"""OpenDocument text (.odt): headings, paragraphs, lists, tables row by row, text boxes and notes, in document order.

Tracked deletions, comments, tables of contents and what is struck through do not count.
"""

from collections.abc import Iterator
from typing import Any

from .archive import Archive
from .lines import paragraphs, row, tabbed, tidied
from .result import Kind, ReadText
from .safe_xml import attribute_of, child_of, name_of
from .sentences import Reason, Unreadable

_SILENT = {
    "tracked-changes", "annotation", "annotation-end", "table-of-content", "note-citation", "forms", "sequence-decls",
    "variable-decls", "user-field-decls", "hidden-text", "hidden-paragraph", "bibliography", "alphabetical-index", "ruby-text",
}  # fmt: skip
_APART = {"text-box", "note-body"}  # stand below the paragraph they are anchored in
_MOST_BLANKS = 100  # one element may stand for as many blanks as it says


def read(content: bytes) -> ReadText:
    """Raises Unreadable."""
    archive = Archive(content)
    if b"encryption-data" in archive.bytes_of("META-INF/manifest.xml"):
        raise Unreadable(Reason.PASSWORD)
    root = archive.xml("content.xml")
    text = child_of(child_of(root, "body"), "text")
    if text is None:
        raise Unreadable(Reason.BROKEN)
    document = _Document(_struck(root))
    document.read(text)
    return ReadText(paragraphs(document.blocks), Kind.ODT, title=document.title)


class _Document:
    def __init__(self, struck: set[str]) -> None:
        self.blocks: list[str] = []
        self.title = ""
        self._struck = struck
        self._apart: list[Any] = []

    def read(self, container: Any, bullet: str = "") -> None:
        for element in container:
            name = name_of(element)
            if name in ("p", "h"):
                self._paragraph(element, bullet)
                bullet = ""  # of a list item only the first paragraph has one
            elif name == "table":
                self.blocks += ["", *self._rows(element), ""]
            elif name in ("list-item", "list-header"):
                self.read(element, "• ")
            elif name not in _SILENT:
                self.read(element)  # lists, sections, frames

    def _paragraph(self, element: Any, bullet: str) -> None:
        text = tidied(tabbed("".join(self._words(element))))
        is_title = name_of(element) == "h" or attribute_of(element, "style-name") in ("Title", "Titel")
        if is_title and text and not self.title:
            self.title = " ".join(text.split())[:250]
        self.blocks += ["", text, ""] if is_title else [bullet + text if text else ""]
        apart, self._apart = self._apart, []
        for box in apart:
            self.blocks += ["", *self._blocks(box), ""]

    def _words(self, element: Any) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            name = name_of(child)
            if name in _APART:
                self._apart.append(child)
            elif name == "s":
                yield " " * min(_number(attribute_of(child, "c")), _MOST_BLANKS)
            elif name in ("tab", "line-break"):
                yield "\t" if name == "tab" else "\n"
            elif name not in _SILENT and attribute_of(child, "style-name") not in self._struck:
                yield from self._words(child)
            yield child.tail or ""

    def _blocks(self, container: Any) -> list[str]:
        inner = _Document(self._struck)
        inner.read(container)
        return inner.blocks

    def _rows(self, table: Any) -> Iterator[str]:
        for line in _inside(table, "table-row"):
            yield row([paragraphs(self._blocks(cell)) for cell in _inside(line, "table-cell")])


def _inside(element: Any, wanted: str) -> Iterator[Any]:
    """Also those in groups and header rows; a table in a cell belongs to the cell."""
    for child in element:
        name = name_of(child)
        if name == wanted:
            yield child
        elif name in ("table-header-rows", "table-rows", "table-row-group", "table-header-columns"):
            yield from _inside(child, wanted)


def _struck(root: Any) -> set[str]:
    """Names of the styles that strike through."""
    styles = child_of(root, "automatic-styles")
    return {
        attribute_of(style, "name")
        for style in (() if styles is None else styles)
        for properties in style
        if attribute_of(properties, "text-line-through-style") not in ("", "none")
    }


def _number(said: str) -> int:
    return int(said) if said.isdecimal() and len(said) < 6 else 1
