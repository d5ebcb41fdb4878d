"""The cache in front of Django for anonymous readers (docs/performance.md).

A page is kept under the *generation* of the public content that was read before the page was rendered. Every committed
write to a table that is not private begins a new generation, in every process, so a change is visible at the next
request. Whoever sends a cookie is never answered from here.
"""

import gzip
import hashlib
import logging
import os
import re
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, Protocol

import brotli
from django.apps import apps
from django.conf import settings
from django.db import connections, transaction
from django.db.backends.signals import connection_created

log = logging.getLogger(__name__)

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Application = Callable[[Environ, Callable], Iterable[bytes]]

KEEP_SECONDS = 60  # pages also change with time: what is scheduled, what is over
LONGEST_QUERY = 300
LARGEST_PAGE = 2**20
KEPT_STATUSES = ("200", "301")
HARMLESS_VARY = {"accept-encoding", "accept-language"}  # the language stands in the address
TEXT = ("text/", "application/json", "application/xml", "application/atom+xml", "application/geo+json")
WRITES = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|TRUNCATE)\s+"?(\w+)', re.IGNORECASE)


class Generation(Protocol):
    """Which state of the public content this is; `current` is None where that cannot be known."""

    def current(self) -> object | None: ...
    def begin(self) -> None: ...


class GenerationInFile:
    """For one host: a file whose identity changes; asking costs a microsecond."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def current(self) -> object | None:
        try:
            found = os.stat(self.file)  # noqa: PTH116 - asked at every request, and a Path takes thrice as long
        except FileNotFoundError:
            return "first"
        return found.st_ino, found.st_mtime_ns, found.st_size

    def begin(self) -> None:
        draft = self.file.with_suffix(f".{secrets.token_hex(8)}")
        draft.write_text(secrets.token_hex(16))
        draft.replace(self.file)


class GenerationInRedis:
    """For several hosts. While Redis does not answer, pages are rendered anew."""

    key = "quartierwerk:page-generation"

    def __init__(self, url: str) -> None:
        import redis

        self.redis = redis.Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1)
        self.errors = redis.RedisError

    def current(self) -> object | None:
        try:
            return self.redis.get(self.key) or "first"
        except self.errors:
            return None

    def begin(self) -> None:
        try:
            self.redis.set(self.key, secrets.token_hex(16))
        except self.errors:
            log.exception("Redis does not answer; kept pages may be up to %s seconds old", KEEP_SECONDS)


@cache
def generation() -> Generation:
    if settings.REDIS_URL:
        return GenerationInRedis(settings.REDIS_URL)
    return GenerationInFile(settings.DATA_DIR / "page-generation")


def changed(using: str = "default") -> None:
    """Public content changes with the current transaction; noticed by itself for everything written through Django."""
    connection = connections[using]
    if not any(entry[1] is _begin for entry in connection.run_on_commit):
        transaction.on_commit(_begin, using=using)


def _begin() -> None:
    generation().begin()


@cache
def private_tables() -> frozenset[str]:
    """Tables whose content no anonymous page shows; a label `app.*` means all of an app."""
    labels = settings.PAGE_CACHE_PRIVATE_MODELS
    private = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.label_lower in labels or f"{model._meta.app_label}.*" in labels
    ]
    return frozenset({"django_migrations", *(model._meta.db_table for model in private)})


def _watch(execute: Callable, sql: Any, params: Any, many: bool, context: dict) -> Any:
    result = execute(sql, params, many, context)
    write = WRITES.match(sql) if settings.PAGE_CACHE_MEGABYTES and isinstance(sql, str) else None
    if write and write[1] not in private_tables():
        changed(using=context["connection"].alias)
    return result


def _watch_connection(connection: Any, **_: object) -> None:
    if _watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(_watch)


def watch_writes() -> None:
    """Notice every write, also `update()`, bulk and raw ones, on the connection itself."""
    connection_created.connect(_watch_connection, dispatch_uid="page_cache")


@dataclass(frozen=True)
class Page:
    """One kept answer; compressed at most once for each encoding."""

    status: str
    headers: Headers
    body: bytes
    generation: object
    until: float
    etag: str
    encoded: dict[str, bytes] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return 2 * len(self.body) + 1000  # its compressed forms and headers included

    def in_encoding(self, accepted: str) -> tuple[str, bytes]:
        """The body as the reader prefers it: br, gzip or plain ("")."""
        content_type = dict(self.headers).get("Content-Type", "")
        if len(self.body) < 500 or not content_type.startswith(TEXT):
            return "", self.body
        for name, compress in (("br", partial(brotli.compress, quality=5)), ("gzip", gzip.compress)):
            if re.search(rf"\b{name}\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))", accepted):
                if name not in self.encoded:
                    self.encoded[name] = compress(self.body)
                return name, self.encoded[name]
        return "", self.body

    def answer(self, environ: Environ, start_response: Callable) -> list[bytes]:
        encoding, body = self.in_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        etag = f'W/"{self.etag}"'
        headers = [*self.headers, ("ETag", etag)]
        known = environ.get("HTTP_IF_NONE_MATCH", "")
        if self.status.startswith("200") and (known.strip() == "*" or etag in known):
            start_response("304 Not Modified", headers)
            return []
        if encoding:
            headers.append(("Content-Encoding", encoding))
        start_response(self.status, [*headers, ("Content-Length", str(len(body)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


class Shelf:
    """The most recently read pages, bounded by their size in memory."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes, self.bytes = most_bytes, 0
        self.pages: OrderedDict[tuple, Page] = OrderedDict()
        self.lock = threading.Lock()

    def find(self, key: tuple, generation: object) -> Page | None:
        with self.lock:
            page = self.pages.get(key)
            if page is None or page.generation != generation or page.until < time.monotonic():
                return None
            self.pages.move_to_end(key)
            return page

    def keep(self, key: tuple, page: Page) -> None:
        with self.lock:
            if previous := self.pages.pop(key, None):
                self.bytes -= previous.size
            self.pages[key] = page
            self.bytes += page.size
            while self.bytes > self.most_bytes:
                _, oldest = self.pages.popitem(last=False)
                self.bytes -= oldest.size


class PageCache:
    """WSGI application that answers what it can and asks Django for the rest."""

    def __init__(self, application: Application, megabytes: int) -> None:
        self.application = application
        self.shelf = Shelf(megabytes * 2**20)

    def __call__(self, environ: Environ, start_response: Callable) -> Iterable[bytes]:
        if not is_anonymous_read(environ) or (current := generation().current()) is None:
            return self.application(environ, start_response)
        key = key_of(environ)
        page = self.shelf.find(key, current)
        if page is None:
            heard: list = []
            asked = {**environ, "REQUEST_METHOD": "GET"}  # HEAD has the same headers, and fills the shelf too
            body = self.application(asked, lambda *answer: heard.extend(answer[:2]))
            status, headers = heard[-2:]
            if not may_keep(status, headers):
                start_response(status, headers)
                return _closed(body) if environ["REQUEST_METHOD"] == "HEAD" else body
            page = _page(status, headers, _whole(body), current)
            if len(page.body) <= LARGEST_PAGE:
                self.shelf.keep(key, page)
        return page.answer(environ, start_response)


def in_front_of(application: Application) -> Application:
    megabytes = settings.PAGE_CACHE_MEGABYTES
    return PageCache(application, megabytes) if megabytes else application


def is_anonymous_read(environ: Environ) -> bool:
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not any(environ.get(name) for name in ("HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_RANGE"))
        and len(environ.get("QUERY_STRING", "")) <= LONGEST_QUERY
        and not environ["PATH_INFO"].startswith((settings.STATIC_URL, settings.MEDIA_URL))
    )


def key_of(environ: Environ) -> tuple:
    names = ("wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "PATH_INFO", "QUERY_STRING")
    return tuple(environ.get(name, "") for name in names)


def may_keep(status: str, headers: Headers) -> bool:
    """Only complete answers that are the same for everybody."""
    found = {name.lower(): value.lower() for name, value in headers}
    vary = {name.strip() for name in found.get("vary", "").split(",")} - {""}
    return (
        status[:3] in KEPT_STATUSES
        and not {"set-cookie", "content-encoding", "content-disposition"} & set(found)
        and not re.search(r"private|no-store|no-cache|max-age=0", found.get("cache-control", ""))
        and vary <= HARMLESS_VARY
    )


def _page(status: str, headers: Headers, body: bytes, current: object) -> Page:
    kept = [
        (name, value) for name, value in headers if name.lower() not in ("content-length", "etag", "vary")
    ]
    kept.append(("Vary", "Accept-Encoding"))
    if not any(name.lower() == "cache-control" for name, _ in kept):
        kept.append(("Cache-Control", "no-cache"))  # browsers ask again, so that a change is seen at once
    etag = hashlib.blake2b(body, digest_size=12).hexdigest()
    return Page(status, kept, body, current, time.monotonic() + KEEP_SECONDS, etag)


def _closed(body: Iterable[bytes]) -> list[bytes]:
    """Nothing of it, with whatever it holds open given back."""
    if close := getattr(body, "close", None):
        close()
    return []


def _whole(body: Iterable[bytes]) -> bytes:
    try:
        return b"".join(body)
    finally:
        close = getattr(body, "close", None)
        if close:
            close()
