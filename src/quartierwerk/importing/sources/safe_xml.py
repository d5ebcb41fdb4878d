"""XML from strangers, and how to walk through it by local names.

Document types and entities are refused as a whole: neither Word nor OpenDocument writes any, and they are what makes XML
grow while it is read or fetch other files.
"""

from typing import Any
from xml.etree.ElementTree import TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from .sentences import Reason, Unreadable

MOST_DEPTH = 150  # elements inside each other; a text box in a table in a table has 40


class _Shallow:
    """Stands between expat and the tree: nothing is nested deeper than `MOST_DEPTH`."""

    def __init__(self) -> None:
        self._builder = TreeBuilder()
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> Any:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise Unreadable(Reason.TOO_MUCH_WORK)
        return self._builder.start(tag, attributes)

    def end(self, tag: str) -> Any:
        self._depth -= 1
        return self._builder.end(tag)

    def data(self, said: str) -> None:
        self._builder.data(said)

    def close(self) -> Any:
        return self._builder.close()


def parsed(content: bytes) -> Any:
    """XML as a tree of `xml.etree` elements. Raises Unreadable for what is no XML, or defines or fetches anything."""
    parser = DefusedXMLParser(target=_Shallow(), forbid_dtd=True, forbid_entities=True, forbid_external=True)
    try:
        parser.feed(content)
        return parser.close()
    except (
        DefusedXmlException,
        SyntaxError,
        ValueError,
        LookupError,
    ) as error:  # ParseError is a SyntaxError
        raise Unreadable(Reason.BROKEN) from error


def name_of(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def child_of(element: Any, name: str) -> Any:
    """The first of that name, None where there is none or no element."""
    return None if element is None else next((child for child in element if name_of(child) == name), None)


def attribute_of(element: Any, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
