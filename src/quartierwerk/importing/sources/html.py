"""Web pages and what Word writes as HTML: the main text in lines, its title, the day on which it was published."""

import re
from typing import Any

from .encoding import decoded
from .result import Kind, ReadText
from .sentences import Hint, HintKind, Reason, Unreadable

MOST_ELEMENTS = 60_000
_LOOKED_AT = 4_096
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_WORD_CONDITION = re.compile(
    r"<!\[(?:if[^\]]{0,100}|endif)\]>", re.IGNORECASE
)  # Word's list marks stand between them


def read(content: bytes, content_type: str = "") -> ReadText:
    """Raises Unreadable."""
    return read_page(decoded(content, _declared(content, content_type)))


def read_page(page: str) -> ReadText:
    """The same for a page that is decoded already."""
    from . import main_part, page_facts
    from .visible import lines_of

    root = parsed(page)
    main = main_part.main_of(root)
    text = lines_of(main.element, main.skip)
    title = page_facts.title_of(root, main.element, text)
    heading = page_facts.heading_outside(root, main.element)
    if heading and heading not in text.splitlines():
        text = f"{heading}\n\n{text}"
    hints = (Hint(HintKind.WHOLE_PAGE),) if main.is_whole else ()
    return ReadText(text, Kind.HTML, title=title, published=page_facts.published(root), hints=hints)


def parsed(page: str) -> Any:
    """The root element. libxml2 repairs what is broken, fetches nothing and goes no deeper than 256 elements."""
    from lxml import etree, html

    page = _WORD_CONDITION.sub("", _DECLARATION.sub("", page)).replace("\0", "")
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(page, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Unreadable(Reason.NO_TEXT) from error
    if sum(1 for _element in root.iter()) > MOST_ELEMENTS or _is_too_deep(parser):
        raise Unreadable(Reason.TOO_MUCH_WORK)
    return root


def _is_too_deep(parser: Any) -> bool:
    """Then libxml2 left out the rest."""
    return any(
        entry.type_name == "ERR_INTERNAL_ERROR" or "xcessive depth" in entry.message
        for entry in parser.error_log
    )


def _declared(content: bytes, content_type: str) -> str:
    start = content[:_LOOKED_AT]
    found = _CHARSET.search(start) or _XML_CHARSET.search(start)
    if found:
        return found[1].decode("ascii", "replace")
    header = _HEADER_CHARSET.search(content_type)
    return header[1] if header else ""
