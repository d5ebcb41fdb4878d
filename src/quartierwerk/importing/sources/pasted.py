"""Whether pasted text is the source of a page: then it is read as a file of that page would be."""

import re

from .kinds import starts_html

_LOOKED_AT = 200_000  # characters
_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,9})\b[^<>]{0,2000}>")
_BLOCKS = frozenset(
    "p div ul ol li table tr td th h1 h2 h3 h4 h5 h6 section article main header footer nav dl dt dd".split()
)
_ALONE = frozenset("br hr img meta link input source wbr col".split())  # close nothing
_LEAST_TAGS, _LEAST_BLOCKS = 6, 2


def is_page_source(text: str) -> bool:
    """Several tags that open and close each other, some of them paragraphs; a stray <sup> or <br> makes no page."""
    if "<" not in text:
        return False
    if starts_html(text[:_LOOKED_AT]):
        return True
    tags = [
        (match["name"].lower(), bool(match["closes"]))
        for match in _TAG.finditer(text[:_LOOKED_AT])
        if match["name"].lower() not in _ALONE
    ]
    closing = sum(closes for _name, closes in tags)
    blocks = sum(name in _BLOCKS for name, closes in tags if not closes)
    is_balanced = abs(len(tags) - 2 * closing) <= max(1, len(tags) // 10)
    return len(tags) >= _LEAST_TAGS and blocks >= _LEAST_BLOCKS and is_balanced
