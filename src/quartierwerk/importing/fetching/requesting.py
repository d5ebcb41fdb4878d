"""Asking for what lies under an address, carefully: nothing inside the town hall's network can be reached by it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings

from .bodies import body_of
from .connections import connected, left
from .network import INTERNET, Network
from .reasons import Reason
from .targets import Refused, Target, target_of

PATIENCE = 20.0  # seconds for everything, redirects included
MOST_REDIRECTS = 3
AGENT = "Quartierwerk"  # the name by which a robots.txt may speak to us
_ON = frozenset({301, 302, 303, 307, 308})
_CONDITIONS = {"If-None-Match", "If-Modified-Since"}
_REASONS: dict[int, Reason] = {
    HTTPStatus.NOT_FOUND: Reason.NOT_FOUND,
    HTTPStatus.GONE: Reason.NOT_FOUND,
    HTTPStatus.UNAUTHORIZED: Reason.FORBIDDEN,
    HTTPStatus.FORBIDDEN: Reason.FORBIDDEN,
    HTTPStatus.TOO_MANY_REQUESTS: Reason.BUSY,
    HTTPStatus.SERVICE_UNAVAILABLE: Reason.BUSY,
}
# What an office or a browser can show as text; feeds are known by what they hold, whatever they are called.
PAGES = frozenset({
    "text/html", "application/xhtml+xml", "text/plain", "application/pdf", "message/rfc822",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
})  # fmt: skip
FEEDS = frozenset({
    "text/calendar", "application/calendar", "application/ics", "application/rss+xml", "application/atom+xml",
    "application/rdf+xml", "application/xml", "text/xml", "text/plain", "text/html", "application/octet-stream",
    "binary/octet-stream", "application/download", "application/force-download", "application/x-download", "",
})  # fmt: skip
ANYTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Fetched:
    """`url`: where it was found in the end; `content_type` as the server said it; `is_unchanged`: no content was sent."""

    content: bytes
    content_type: str
    url: str
    etag: str = ""
    last_modified: str = ""
    is_unchanged: bool = False


@dataclass(frozen=True)
class NotFetched:
    reason: Reason
    status: int = 0


@dataclass(frozen=True)
class _Onward:
    url: str


def fetch(
    url: str,
    *,
    etag: str = "",
    last_modified: str = "",
    kinds: frozenset[str] = PAGES,
    most_redirects: int = MOST_REDIRECTS,
    network: Network = INTERNET,
    why_not: Callable[[str], NotFetched | None] = lambda _url: None,
) -> Fetched | NotFetched:
    """What lies there now. `etag` and `last_modified` of the last time save sending it again; `kinds`: types that are
    read, none: any; `why_not` is asked before each step, see `Robots`.

    Never raises for what somebody else does; keeps no cookie, sends no credentials, uses no proxy.
    """
    asked = _headers(etag, last_modified, kinds)
    until = time.monotonic() + PATIENCE
    base = ""
    try:
        for _step in range(most_redirects + 1):
            target = target_of(url, base)
            if refusal := why_not(target.url):
                return refusal
            answer = _ask(target, asked, kinds, network, until)
            if not isinstance(answer, _Onward):
                return answer
            url, base = answer.url, target.url
    except Refused as refused:
        return NotFetched(refused.reason)
    return NotFetched(Reason.REDIRECTS)


def _headers(etag: str, last_modified: str, kinds: frozenset[str]) -> dict[str, str]:
    named = ", ".join(sorted(kind for kind in kinds if kind))
    asked = {
        "User-Agent": f"{AGENT} (+{settings.BASE_URL})",
        "Accept": f"{named}, */*;q=0.1" if named else "*/*",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    if etag:
        asked["If-None-Match"] = etag
    if last_modified:
        asked["If-Modified-Since"] = last_modified
    return asked


def _ask(
    target: Target, asked: dict[str, str], kinds: frozenset[str], network: Network, until: float
) -> Fetched | NotFetched | _Onward:
    with connected(target, network, until) as connection:
        connection.request("GET", target.path, headers=asked)
        answer = connection.getresponse()
        left(until)  # a head that was cut off looks like a whole one
        if answer.status in _ON and (location := answer.getheader("Location")):
            return _Onward(_readable(location))
        said = answer.getheader("Content-Type") or ""
        etag, modified = (answer.getheader(name) or "" for name in ("ETag", "Last-Modified"))
        if answer.status == HTTPStatus.NOT_MODIFIED and asked.keys() & _CONDITIONS:
            return Fetched(b"", said, target.url, etag, modified, is_unchanged=True)
        if answer.status != HTTPStatus.OK:
            return NotFetched(_reason(answer.status), answer.status)
        if kinds and said.partition(";")[0].strip().lower() not in kinds:
            return NotFetched(Reason.KIND)
        return Fetched(body_of(answer, until), said, target.url, _kept(etag, 250), _kept(modified, 80))
    raise AssertionError  # `connected` lets everything through


def _readable(location: str) -> str:
    """Header lines are read as Latin-1; addresses with umlauts come in UTF-8 all the same."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _reason(status: int) -> Reason:
    return _REASONS.get(status, Reason.FAILED if status >= 500 else Reason.ODD_ANSWER)


def _kept(mark: str, most: int) -> str:
    """A mark that is too long to keep is none: half of it would match nothing."""
    return mark if len(mark) <= most and mark.isprintable() else ""
