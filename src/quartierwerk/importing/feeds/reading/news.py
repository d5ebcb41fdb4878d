"""RSS and Atom → entries with plain text."""

import calendar
import io
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import feedparser

from ..entries import NEWS, NewsEntry, short_uid
from . import FeedKind, ReadFeed
from .words import address, line, plain

MOST_ENTRIES = 500
NEWS_AGE = timedelta(days=30)  # what is older was news to somebody else
_DECLARED = re.compile(r"^<\?xml\b[^>]{0,200}\?>", re.IGNORECASE)
_DEFINES = re.compile(r"<!\s*(?:ENTITY|ELEMENT|ATTLIST)", re.IGNORECASE)


def read_news(text: str, today: date) -> ReadFeed:
    """The parser gets just the text that was looked at; two readers who decode differently are how things slip through."""
    if _DEFINES.search(text):  # what makes XML grow while it is read, or fetch files; no feed needs it
        return ReadFeed(problem="broken")
    said = feedparser.parse(
        io.BytesIO(_DECLARED.sub("", text, count=1).encode()),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=True,
        resolve_relative_uris=False,
    )
    if not said.get("version") and not said.entries:
        return ReadFeed(problem="broken")
    found: dict[str, NewsEntry] = {}
    bad = 0
    for each in said.entries[:MOST_ENTRIES]:
        entry = _entry(each)
        if entry is None:
            bad += 1
        else:
            found.setdefault(entry["uid"], entry)
    newest = (today - NEWS_AGE).isoformat()
    kept = [dict(entry) for entry in found.values() if (entry["published"] or newest) >= newest]
    return ReadFeed(FeedKind.NEWS, line(said.feed.get("title")), kept, all=len(found), bad=bad)


def _entry(each: Any) -> NewsEntry | None:
    """None where there is nothing to read."""
    title, text, url = line(each.get("title")), _text(each), address(each.get("link"))
    uid = " ".join(str(each.get("id") or url or title).split())
    if not uid or not (title or text):
        return None
    return {
        "kind": NEWS,
        "uid": short_uid(uid),
        "title": title or line(text, 80),
        "text": text,
        "url": url,
        "published": _day(each),
    }


def _text(each: Any) -> str:
    """The whole text where it is there, else the summary."""
    contents = sorted((plain(part.get("value")) for part in each.get("content", [])), key=len)
    return contents[-1] if contents and contents[-1] else plain(each.get("summary"))


def _day(each: Any) -> str | None:
    name = next((name for name in ("published_parsed", "updated_parsed") if name in list(each)), "")
    parsed = each.get(name)
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).date().isoformat() if parsed else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None
