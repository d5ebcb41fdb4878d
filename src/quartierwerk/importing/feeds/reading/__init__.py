"""The bytes of a partner's feed → entries. Pure, no Django; a web process or job asks `..apart.read_feed`, which does the
same in a process of its own, with limits."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})[\"']")


class FeedKind(StrEnum):
    CALENDAR = "calendar"
    NEWS = "news"


@dataclass(frozen=True)
class ReadFeed:
    """`entries` as in `feeds/entries.py`, those to come; `all`: how many there are, past ones included; `bad`: how many
    could not be read; `problem`: the name of one of `feeds/problems.py` where it is no feed at all; `named`: feeds that a page
    names instead of being one."""

    kind: FeedKind | None = None
    title: str = ""
    entries: list[dict[str, Any]] = field(default_factory=list)
    all: int = 0
    bad: int = 0
    problem: str = ""
    named: list[str] = field(default_factory=list)


def read(content: bytes, *, zone: str, today: str, content_type: str = "") -> ReadFeed:
    """What it holds. `zone`: the town's, for moments that name none; `today`: an ISO date. Raises for nothing but memory."""
    from datetime import date
    from zoneinfo import ZoneInfo

    from ...sources.encoding import decoded
    from .calendars import read_calendar
    from .news import read_news
    from .pages import named_in

    text = decoded(content, _charset(content_type) or _declared(content)).lstrip("\ufeff \t\r\n")
    start = text[:4000].lower()
    if "begin:vcalendar" in start or start.startswith("begin:vevent"):
        return read_calendar(text, ZoneInfo(zone), date.fromisoformat(today))
    if start.startswith("<") and any(
        mark in start for mark in ("<rss", "<feed", "<rdf:rdf", ":feed", "<channel")
    ):
        return read_news(text, date.fromisoformat(today))
    if "<html" in start or "<!doctype html" in start:
        return ReadFeed(problem="page", named=named_in(text))
    return ReadFeed(problem="no_feed" if text else "empty")


def _charset(content_type: str) -> str:
    return content_type.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")


def _declared(content: bytes) -> str:
    """What XML says of its letters, in ASCII."""
    found = _ENCODING.match(content[:200])
    return found[1].decode("ascii") if found else ""
