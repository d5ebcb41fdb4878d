"""HTML elements → the lines somebody would see: headings, list items and table rows each on a line of their own."""

import re
from collections.abc import Callable
from typing import Any

from .lines import raised, row, tidied

Skip = Callable[[Any], bool]  # an element → whether it is left out with all that is in it

_SILENT = {
    "script", "style", "head", "title", "template", "noscript", "object", "embed", "svg", "math", "iframe", "select", "option",
    "datalist", "textarea", "button", "input", "video", "audio", "canvas", "dialog", "map", "img", "picture", "s", "strike", "del",
    "link", "meta", "base", "rp", "rt",
}  # fmt: skip
_PARAGRAPHS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "hr", "blockquote", "address", "figure", "section",
    "article", "header", "footer", "main", "fieldset", "pre",
}  # fmt: skip
_LINES = {
    "div", "li", "dt", "dd", "tr", "td", "th", "caption", "figcaption", "form", "center", "details", "summary", "legend", "aside",
    "nav", "body", "html", "tbody", "thead", "tfoot", "hgroup", "menu",
}  # fmt: skip
_IN_A_CELL = {
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "hr",
    "article",
    "section",
}  # then the table is a layout
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BULLET_ALONE = re.compile(r"^•\n+(?!•)", re.MULTILINE)
_EMPTY_ITEM = re.compile(r"^•(?:\n|$)", re.MULTILINE)
_LINE, _PARAGRAPH = "\n", "\n\n"


def lines_of(element: Any, skip: Skip = lambda _element: False) -> str:
    """What is seen of an element and all in it."""
    page = _Page(skip)
    page.read(element)
    return _with_their_bullets(tidied("".join(page.parts)))


def _with_their_bullets(text: str) -> str:
    """A list item that begins with a paragraph is one line; an empty one none."""
    return _EMPTY_ITEM.sub("", _BULLET_ALONE.sub("• ", text)).strip()


def is_hidden(element: Any) -> bool:
    return (
        element.tag in _SILENT
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


class _Page:
    def __init__(self, skip: Skip) -> None:
        self.parts: list[str] = []
        self._skip = skip
        self._preformatted = 0

    def read(self, element: Any) -> None:
        """One frame for each level; the parser stops at 256 of them."""
        if not isinstance(element.tag, str) or is_hidden(element) or self._skip(element):
            return
        if element.tag == "tr" and _is_row(element):
            self._row(element)
            return
        self._add("" if _explains(element) else _around(element))
        self._start(element)
        self._inside(element)
        self._end(element)
        self._add("" if element.tag == "dt" else _around(element))

    def _inside(self, element: Any) -> None:
        is_preformatted = element.tag == "pre"
        self._preformatted += is_preformatted
        self._say(element.text)
        for child in element:
            self.read(child)
            self._say(child.tail)
        self._preformatted -= is_preformatted

    def _start(self, element: Any) -> None:
        if element.tag == "li":
            self.parts.append("• ")
        elif element.tag == "br":
            self.parts.append(_LINE)
        elif element.tag == "q":
            self.parts.append("„")
        elif _explains(element):
            self._after_its_term()
        elif element.tag == "sup":
            self.parts.append("\x00")  # where it began

    def _end(self, element: Any) -> None:
        if element.tag == "q":
            self.parts.append("“")
        elif element.tag == "a":
            self._mail_address(element)
        elif element.tag == "sup":
            begun = len(self.parts) - 1 - self.parts[::-1].index("\x00")
            said = "".join(self.parts[begun + 1 :])
            self.parts[begun:] = [raised(said)]

    def _mail_address(self, element: Any) -> None:
        """“Schreiben Sie uns” that leads to an address says the address, too; a script may have hidden it elsewhere."""
        target = (element.get("href") or "").strip()
        address = target[7:].partition("?")[0].replace("%40", "@") if target[:7].lower() == "mailto:" else ""
        if "@" in address and " " not in address and "@" not in "".join(element.itertext()):
            self.parts.append(f" {address} ")

    def _row(self, element: Any) -> None:
        cells = [lines_of(cell, self._skip) for cell in element if cell.tag in ("td", "th")]
        self._add(_LINE)
        self.parts.append(row(cells))
        self._add(_LINE)

    def _say(self, text: str | None) -> None:
        if not text:
            return
        if self._preformatted:
            self.parts.append(text)
            return
        said = _SPACE.sub(" ", text)
        if said != " " or (self.parts and not self.parts[-1].endswith((" ", "\n"))):
            self.parts.append(said)

    def _add(self, said: str) -> None:
        if said == _LINE and self.parts and self.parts[-1].endswith("\n"):
            return
        if said:
            self.parts.append(said)

    def _after_its_term(self) -> None:
        """“Ort: Rathaus”, whether or not the page wrote the colon."""
        while self.parts and not self.parts[-1].strip():
            self.parts.pop()
        self.parts.append(" " if self.parts and self.parts[-1].rstrip().endswith(":") else ": ")


def _explains(element: Any) -> bool:
    """The first explanation of a term."""
    before = element.getprevious()
    return bool(
        element.tag == "dd"
        and before is not None
        and before.tag == "dt"
        and "".join(before.itertext()).strip()
    )


def _around(element: Any) -> str:
    if element.tag in _PARAGRAPHS:
        return _PARAGRAPH
    return _LINE if element.tag in _LINES else ""


def _is_row(line: Any) -> bool:
    """A row of values; one whose cells hold headings, lists or tables is the layout of an old page."""
    cells = [cell for cell in line if cell.tag in ("td", "th")]
    return bool(cells) and not any(inner.tag in _IN_A_CELL for cell in cells for inner in cell.iter())
