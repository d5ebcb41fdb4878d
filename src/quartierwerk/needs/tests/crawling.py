"""Reads a site as a visitor without an account: every address of the URLconf, every link of every answer, every form."""

import gzip
import re
import subprocess
import zlib
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from itertools import product
from shutil import which
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation
from django.utils.regex_helper import normalize
from PIL import Image

from quartierwerk.core import share_cards
from quartierwerk.testing.answers import content_of

# After a quote, or between tags or blanks: `href="…"`, `"url":"…"`, `<id>…</id>`, `Location`.
_LINK = re.compile(r"""["'>\s]((?:https?://testserver)?/[^"'<>\s\\]*)|href="(\?[^"]*)\"""")
_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
_NAME = re.compile(
    r"""<(?:input|textarea|select|button)\b[^>]*?\bname="([^"]+)"(?:[^>]*?\bvalue="([^"]*)")?"""
)
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_CARD = re.compile(r"/teilen/([\w~:=-]+)\.png")
NOT_FOLLOWED = ("/static/",)  # files of the program
TEXT = ("text/", "application/")
MOST_OF_A_KIND = 4  # of links that differ in nothing but numbers, and the values behind the same names


# ------------------------------------------------------------------------------------------------------ what an answer says
def texts_of(response: Any) -> Iterator[tuple[str, str]]:
    """Where, and what can be read there: status line, headers, cookies, and the body as text, unpacked where it is packed."""
    yield "status line", f"{response.status_code} {response.reason_phrase}"
    yield "headers", "\n".join(f"{name}: {value}" for name, value in response.items())
    yield "cookies", response.cookies.output()
    text = text_of(content_of(response))
    yield "body", text + _shown_on_cards(text)


def text_of(body: bytes) -> str:
    """What a program finds in it that unpacks what it can: PDF, pictures with their hidden data, gzip."""
    if body.startswith(b"%PDF"):
        return _of_pdf(body)
    if body.startswith(b"\x1f\x8b"):
        return text_of(gzip.decompress(body))
    if body.startswith((b"\x89PNG", b"\xff\xd8", b"RIFF")):
        return _of_picture(body)
    return body.decode("utf-8", "replace")


def _shown_on_cards(text: str) -> str:
    """The words drawn on the share cards that a page links to: in the picture itself nobody can search them."""
    with suppress(share_cards.UnknownCardError):  # an address that a visitor made up
        return "\n".join(share_cards.read(token).title for token in _CARD.findall(text))
    return ""


def _of_pdf(body: bytes) -> str:
    parts = [body, *(_inflated(found) for found in _STREAM.findall(body))]
    if which("pdftotext"):
        command = ["pdftotext", "-", "-"]
        parts.append(subprocess.run(command, input=body, capture_output=True, check=True).stdout)
    return "\n".join(part.replace(b"\0", b"").decode("utf-8", "replace") for part in parts)


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def _of_picture(body: bytes) -> str:
    """The bytes as they are, without the zeros of UTF-16, and what is packed in text chunks."""
    with Image.open(BytesIO(body)) as picture:
        hidden = [repr(picture.info), repr(dict(picture.getexif()))]
    return "\n".join([body.replace(b"\0", b"").decode("latin-1"), *hidden])


# ------------------------------------------------------------------------------------------------------ which addresses are
Values = dict[tuple[str, ...], list[tuple[str, ...]]]


def addresses(values: Values, language: str = "de") -> dict[str, list[str]]:
    """Every pattern of the URLconf (`handlungsbedarfe/%(reference)s/`) with its addresses.

    `values` are what stands in it, by the names: `("reference", "pk")`, or `("slug",)` where only one of them is known.
    """
    with translation.override(language):
        patterns = dict(_patterns(get_resolver().url_patterns, ""))
    return {pattern: [*_filled(pattern, names, values)] for pattern, names in patterns.items()}


def _patterns(patterns: Iterable[Any], before: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for each in patterns:
        for part, _names in normalize(each.pattern.regex.pattern):
            if isinstance(each, URLResolver):
                yield from _patterns(each.url_patterns, before + part)
            elif isinstance(each, URLPattern):
                pattern = f"{before}{part}"
                yield pattern, tuple(re.findall(r"%\((\w+)\)s", pattern))


def _filled(pattern: str, names: tuple[str, ...], values: Values) -> Iterator[str]:
    each = product(*([one for (one,) in values.get((name,), [("1",)])] for name in names))
    for chosen in values.get(names) or each:
        yield "/" + pattern % dict(zip(names, chosen, strict=True))


# ---------------------------------------------------------------------------------------------------------------- crawling
@dataclass(frozen=True)
class Finding:
    """`GET /suche/: zqvzzzzz in the body`."""

    request: str
    canary: str
    where: str

    def __str__(self) -> str:
        return f"{self.request}: {self.canary} in the {self.where}"


@dataclass
class Crawler:
    """`look(text)` gives what should not stand there; each finding is a sentence in `findings`.

    Links are followed below `within`. `asked` are the addresses with the status of their answer, `forms` the fields of forms
    by where they are sent.
    """

    look: Callable[[str], set[str]]
    within: str = "/"
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=False))
    findings: list[Finding] = field(default_factory=list)
    asked: dict[str, int] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)
    forms: dict[str, dict[str, str]] = field(default_factory=dict)
    _of_a_kind: Counter[Any] = field(default_factory=Counter)

    def ask(self, address: str, *, method: str = "get", data: Any = None, **options: Any) -> Any:
        """One request; the answer, with its text as `text_read`. What the visitor typed may come back."""
        response = getattr(self.client, method)(address, data or {}, **options)
        typed = self.look(f"{address} {data}")
        self.typed |= typed
        for where, text in texts_of(response):
            request = f"{method.upper()} {address}"
            self.findings += [Finding(request, found, where) for found in sorted(self.look(text) - typed)]
        response.text_read = text
        self.client.cookies.clear()  # the next one is somebody else
        return response

    def send(self, address: str, data: dict[str, Any]) -> Any:
        """A form, and the page that it leads to."""
        response = self.ask(address, method="post", data=data)
        if response.status_code in (302, 303):
            self.ask(response.headers["Location"].partition("#")[0])
        return response

    def crawl(self, start: Iterable[str], *, follow: bool = True, most: int = 5_000) -> None:
        """Ask for these and, to `follow`, for all that they lead to; more than `most` is a mistake of the crawler."""
        todo = deque(dict.fromkeys(start))
        given = set(todo)
        while todo:
            address = todo.popleft()
            if address in self.asked:
                continue
            assert len(self.asked) < most, f"There is no end: {self._of_a_kind.most_common(5)}"
            response = self.ask(address)
            self.asked[address] = response.status_code
            links = self._links(address, response)
            todo.extend(link for link in links if follow and link not in given)

    def _links(self, address: str, response: Any) -> list[str]:
        """New links, a few of each kind; forms are kept for later."""
        text = "\n".join(f' {value} "' for value in response.headers.values()) + "\n\n" + response.text_read
        page = urlsplit(address).path
        if not response.headers.get("Content-Type", "").startswith(TEXT):
            text = text.partition("\n\n")[0]
        self.forms |= {
            action: names for action, names in _forms_in(response.text_read, page) if action not in self.forms
        }
        links = dict.fromkeys(_link(found, page) for found in _LINK.findall(text))
        return [link for link in links if self._is_wanted(link)]

    def _is_wanted(self, link: str) -> bool:
        if link in self.asked or not link.startswith(self.within) or link.startswith(NOT_FOLLOWED):
            return False
        parts = urlsplit(link)
        names = {name for name, _value in parse_qsl(parts.query, keep_blank_values=True)}
        kind = re.sub(r"[0-9]+", "0", parts.path), tuple(sorted(names))
        self._of_a_kind[kind] += 1
        return self._of_a_kind[kind] <= MOST_OF_A_KIND


def _link(found: tuple[str, str], page: str) -> str:
    """As a path without host and fragment; "" for what leads elsewhere."""
    whole, query = found
    link = unescape(whole).removeprefix(settings.BASE_URL) if whole else page + unescape(query)
    link = link.partition("#")[0]
    return link if link.startswith("/") and not link.startswith("//") else ""


def _forms_in(text: str, page: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Where each form of a page is sent to, and the names of its fields with what stands in them."""
    for attributes, inside in _FORM.findall(text):
        if "post" in attributes.lower():
            action = re.search(r'action="([^"]*)"', attributes)
            yield urljoin(page, unescape(action[1]) if action else ""), dict(_NAME.findall(inside))
