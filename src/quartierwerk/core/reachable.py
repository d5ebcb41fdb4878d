"""Telephone numbers, e-mail and web addresses within a line that somebody wrote. Pure; `components/reachable.html` shows them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import phonenumbers

_COUNTRY = "DE"
_MOST = 1000  # letters that are looked through
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"„“]+|\b(?:[\w-]+\.)+(?:de|eu|com|net|org|info|nrw)\b(?:/[^\s<>\"„“]*)?(?!@)",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}\.")
_BEHIND = ".,;:!?)…"  # ends a sentence, no address


@dataclass(frozen=True)
class Piece:
    """`href` is the address of a page, whole."""

    kind: Literal["text", "phone", "email", "url"]
    text: str
    href: str = ""


def pieces(line: str) -> list[Piece]:
    """The line in its order; joined, the texts are the line again."""
    found: list[Piece] = []
    at = 0
    for start, end, kind in sorted(_ways(line[:_MOST])):
        if start < at:
            continue
        if start > at:
            found.append(Piece("text", line[at:start]))
        text = line[start:end]
        found.append(Piece(kind, text, _whole(text) if kind == "url" else ""))
        at = end
    return [*found, Piece("text", line[at:])] if at < len(line) else found


def _ways(line: str) -> Iterator[tuple[int, int, Literal["phone", "email", "url"]]]:
    for mail in _EMAIL.finditer(line):
        yield mail.start(), mail.end(), "email"
    for page in _URL.finditer(line):
        yield page.start(), page.start() + len(page[0].rstrip(_BEHIND)), "url"
    for number in phonenumbers.PhoneNumberMatcher(line, _COUNTRY):
        written = number.raw_string
        if written.startswith(("0", "+", "(0", "(+")) and not _DAY.match(written):  # else a price, a postcode
            yield number.start, number.end, "phone"


def _whole(address: str) -> str:
    return address if re.match(r"https?://", address, re.IGNORECASE) else f"https://{address}"
