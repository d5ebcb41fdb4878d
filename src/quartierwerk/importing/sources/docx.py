"""Word files (.docx, ECMA-376): paragraphs, tables row by row, text boxes and footnotes, in the order of the document.

The parts are read by their local names, so that files of the strict kind are read, too. What was deleted, hidden or
struck through does not count, nor do comments, page headers and the instructions of fields.
"""

from collections.abc import Iterator
from typing import Any

from .archive import Archive
from .lines import paragraphs, raised, row, tabbed, tidied
from .result import Kind, ReadText
from .safe_xml import attribute_of, child_of, name_of
from .sentences import Reason, Unreadable

_DOCUMENT = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_SILENT = {
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "rPr",
    "pPr",
    "sdtPr",
    "Fallback",
    "annotationRef",
    "pict",
}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = {"0", "false", "off", "none"}
_TITLES, _HEADINGS = ("title", "titel"), ("heading", "berschrift", "überschrift", "subtitle", "untertitel")


def read(content: bytes) -> ReadText:
    """Raises Unreadable."""
    archive = Archive(content)
    root = archive.xml(_DOCUMENT)
    body = child_of(root, "body")
    if body is None:
        raise Unreadable(Reason.BROKEN)
    document = _Document()
    document.read(body)
    for part in _NOTES:
        document.notes(archive.xml(part))
    return ReadText(paragraphs(document.blocks), Kind.DOCX, title=document.title)


class _Document:
    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.title = ""
        self._boxes: list[Any] = []  # text boxes of the paragraph that is being read

    def read(self, container: Any) -> None:
        for element in container:
            name = name_of(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self.blocks += ["", *_rows(element), ""]
            elif name not in _SILENT:
                self.read(element)  # content controls, insertions, custom XML

    def notes(self, root: Any) -> None:
        for note in root if root is not None else ():
            if not attribute_of(note, "type"):  # the line between text and notes is a note with a type
                self.blocks += ["", *_blocks(note)]

    def _paragraph(self, element: Any) -> None:
        text = tidied(tabbed("".join(self._words(element))))
        style = _style(element)
        if text and style.startswith(_TITLES):
            self.title = self.title or _line(text)
        is_heading = style.startswith((*_TITLES, *_HEADINGS))
        if is_heading and text and style.rstrip().endswith(("heading1", "heading 1", "berschrift1")):
            self.title = self.title or _line(text)
        if _is_item(element) and text:
            text = f"• {text}"
        self.blocks += ["", text, ""] if is_heading else [text]
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks += ["", *_blocks(box), ""]

    def _words(self, element: Any) -> Iterator[str]:
        for child in element:
            name = name_of(child)
            if name == "r":
                said = "" if _is_gone(child) else "".join(self._words(child))
                yield raised(said) if _is_raised(child) else said
            elif name == "t":
                yield child.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "txbxContent":
                self._boxes.append(child)
            elif name == "pict":  # the old form of a text box, outside of a fallback
                self._boxes += [found for found in child.iter() if name_of(found) == "txbxContent"][:1]
            elif name not in _SILENT:
                yield from self._words(child)


def _blocks(container: Any) -> list[str]:
    inner = _Document()
    inner.read(container)
    return inner.blocks


def _rows(table: Any) -> Iterator[str]:
    for line in _children(table, "tr"):
        yield row([paragraphs(_blocks(cell)) for cell in _children(line, "tc")])


def _children(element: Any, wanted: str) -> Iterator[Any]:
    """Also those inside content controls and insertions."""
    for child in element:
        name = name_of(child)
        if name == wanted:
            yield child
        elif name in ("sdt", "sdtContent", "ins", "customXml", "moveTo"):
            yield from _children(child, wanted)


def _style(paragraph: Any) -> str:
    style = child_of(child_of(paragraph, "pPr"), "pStyle")
    return "" if style is None else attribute_of(style, "val").lower()


def _is_item(paragraph: Any) -> bool:
    numbering = child_of(child_of(paragraph, "pPr"), "numPr")
    style = _style(paragraph)
    return numbering is not None or style.startswith(("listbullet", "aufzhlung", "listnumber"))


def _is_gone(run: Any) -> bool:
    """Hidden or struck through: “am ~~12.~~ 19. Mai” means the 19th."""
    properties = child_of(run, "rPr")
    marks = (child_of(properties, name) for name in ("strike", "dstrike", "vanish"))
    return any(mark is not None and attribute_of(mark, "val") not in _OFF for mark in marks)


def _is_raised(run: Any) -> bool:
    mark = child_of(child_of(run, "rPr"), "vertAlign")
    return mark is not None and attribute_of(mark, "val") == "superscript"


def _line(text: str) -> str:
    return " ".join(text.split())[:250]
