"""The same content as XML and as JSON.

JSON follows the Spark convention of the specification: arrays stand bare, nothing is `null` in XML but an empty element.
"""

import json
import re
from typing import Any
from xml.etree import ElementTree as ET  # noqa: S405 - written, never read

from django.http import HttpResponse

Content = dict[str, Any] | list[Any]

# What an element is called inside of its array.
ITEM_OF = {
    "services": "service",
    "attributes": "attribute",
    "values": "value",
    "service_requests": "request",
    "errors": "error",
    "endpoints": "endpoint",
    "formats": "format",
    "media_urls": "media_url",
}
CONTENT_TYPES = {"xml": "text/xml; charset=utf-8", "json": "application/json; charset=utf-8"}
# As the specification writes it; Python would take single quotes.
_DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'
# Characters that no XML 1.0 document may hold, however they are written.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def answer(form: str, root: str, content: Content, *, status: int = 200) -> HttpResponse:
    """`root` names the outermost element; everybody may read it from a page of their own (CORS, without cookies)."""
    body = _xml(root, content) if form == "xml" else json.dumps(content, ensure_ascii=False).encode()
    return HttpResponse(body, content_type=CONTENT_TYPES[form], status=status)


def _xml(root: str, content: Content) -> bytes:
    return _DECLARATION + ET.tostring(_element(root, content), encoding="utf-8", xml_declaration=False)


def _element(name: str, content: Any) -> ET.Element:
    element = ET.Element(name)
    if isinstance(content, dict):
        element.extend(_element(key, value) for key, value in content.items())
    elif isinstance(content, list):
        element.extend(_element(ITEM_OF[name], item) for item in content)
    elif content is not None:
        element.text = _text(content)
    return element


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _ILLEGAL.sub("", str(value))
