"""Asks the interface in one format and gives back what was said, checked against the format's own rules."""

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

from django.test import Client

DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n<'
ARRAYS = {
    "services": "service", "attributes": "attribute", "values": "value", "service_requests": "request",
    "errors": "error", "endpoints": "endpoint", "formats": "format", "media_urls": "media_url",
}  # fmt: skip
TYPES = {"xml": "text/xml; charset=utf-8", "json": "application/json; charset=utf-8"}
# What is no string in JSON; everything else is one, above all ids and codes.
NUMBERS = {"lat", "long", "order", "code_of_error", "votes", "comments"}
BOOLEANS = {"metadata", "variable", "required"}


@dataclass
class Answer:
    status: int
    content: Any
    raw: Any


class Open311:
    """`Open311("xml").get("services")`; the content looks the same in both formats."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.client = Client()

    def get(self, path: str, /, **query: Any) -> Answer:
        where = path if path.startswith("/") else f"/open311/v2/{path}.{self.form}"
        return self._checked(self.client.get(where, query))

    def post(self, /, **values: Any) -> Answer:
        """`attribute_titel="…"` is sent as `attribute[titel]`; a list as `attribute[titel][]`."""
        return self._checked(self.client.post(*self._form(values)))

    def _form(self, values: dict[str, Any]) -> tuple[str, str, str]:
        pairs: list[tuple[str, Any]] = []
        for name, value in values.items():
            sent = re.sub(r"^attribute_(\w+)$", r"attribute[\1]", name)
            if isinstance(value, list):
                pairs += [(f"{sent}[]", each) for each in value]
            else:
                pairs.append((sent, value))
        return (
            f"/open311/v2/requests.{self.form}",
            urlencode(pairs),
            "application/x-www-form-urlencoded; charset=utf-8",
        )

    def _checked(self, response: Any) -> Answer:
        assert response.headers["Content-Type"] == TYPES[self.form]
        assert not response.cookies
        content = self._json(response) if self.form == "json" else self._xml(response)
        return Answer(response.status_code, content, response)

    @staticmethod
    def _json(response: Any) -> Any:
        content = json.loads(response.content.decode("utf-8"))
        _check_types(content)
        return content

    @staticmethod
    def _xml(response: Any) -> Any:
        assert response.content.startswith(DECLARATION)
        root = ET.fromstring(response.content)  # noqa: S314 - our own answer
        assert not root.attrib
        return _content(root)


def _content(element: ET.Element) -> Any:
    """The Spark convention, read backwards."""
    assert "{" not in element.tag  # no namespace
    assert not element.attrib
    if element.tag in ARRAYS:
        assert all(child.tag == ARRAYS[element.tag] for child in element)
        return [_content(child) for child in element]
    if len(element):
        tags = [child.tag for child in element]
        assert len(tags) == len(set(tags))
        return {child.tag: _content(child) for child in element}
    return _value(element)


def _value(element: ET.Element) -> Any:
    text = element.text or ""
    if not text:
        return None
    if element.tag in BOOLEANS:
        assert text in ("true", "false")
        return text == "true"
    if element.tag in ("lat", "long"):
        return float(text)
    if element.tag in ("order", "votes", "comments") or (element.tag == "code" and text.isdecimal()):
        return int(text)
    return text


def _check_types(content: Any) -> None:
    if isinstance(content, list):
        for each in content:
            _check_types(each)
    if isinstance(content, dict):
        for name, value in content.items():
            _check_types(value)
            if isinstance(value, list | dict) or value is None:
                continue
            is_error = name == "code" and set(content) == {"code", "description"}
            wanted = bool if name in BOOLEANS else int | float if is_error or name in NUMBERS else str
            assert isinstance(value, wanted), f"{name} is {value!r}"
