"""The words of an HTML mail: nothing of it is shown, loaded or run."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

_SILENT = {"script", "style", "head", "title", "template", "noscript", "object", "svg", "math", "iframe"}
_BLOCKS = {
    "p",
    "div",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "ul",
    "ol",
    "pre",
    "section",
    "hr",
}
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"}
# How mail programs mark what they quote: Gmail, Apple and Thunderbird, Outlook on the web, Yahoo.
_QUOTED = re.compile(r"\b(?:gmail_quote|moz-cite-prefix|yahoo_quoted|moz-signature|gmail_signature)\b")
_QUOTED_IDS = re.compile(
    r"^(?:x_)?(?:divRplyFwdMsg|appendonsend|Signature|mail-editor-reference-message-container)$"
)
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base", "embed", "source", "track"}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent: list[str] = []  # the tags that are open since one that says nothing

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br" and not self.silent:
            self.parts.append("\n")
        if tag in _VOID:
            return
        if self.silent or tag in _SILENT or is_quoted(tag, dict(attrs)):
            self.silent.append(tag)
        elif tag in _BLOCKS:
            self.end_line(tag)
            self.parts.append("• " if tag == "li" else "")

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag in self.silent:  # also those that were never closed
                while self.silent.pop() != tag:
                    pass
        elif tag in _BLOCKS:
            self.end_line(tag)

    def end_line(self, tag: str) -> None:
        """A block stands on a line of its own, a paragraph with an empty one around it."""
        written = [part for part in self.parts[-4:] if part.strip(" ")]
        if tag in _PARAGRAPHS:
            self.parts.append("\n\n")
        elif not written or not written[-1].endswith("\n"):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(re.sub(r"[ \t\r\n]+", " ", data))


def is_quoted(tag: str, attrs: Mapping[str, str | None]) -> bool:
    """How mail programs mark an earlier mail or a signature."""
    classes, name = attrs.get("class") or "", attrs.get("id") or ""
    is_cited = tag == "blockquote" and attrs.get("type") == "cite"
    return is_cited or bool(_QUOTED.search(classes) or _QUOTED_IDS.match(name))


def words_of_html(html: str) -> str:
    """Plain text with line breaks. Where all of it is quoted, the quoted words."""
    found = _read(html)
    return found or _read(_QUOTED.sub("", html).replace("cite", ""))


def _read(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    parser.close()
    lines = "".join(parser.parts).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in lines)).strip()
