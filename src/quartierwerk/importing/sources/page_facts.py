"""What a page says of itself: its title and the day on which it was published. Nothing is guessed."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

_PUBLISHED = (  # meta elements, the surest first
    "article:published_time", "og:article:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "dcterms.created",
    "dc.date.created", "publication_date", "publish-date", "pubdate", "dcterms.date", "dc.date", "date",
)  # fmt: skip
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_PUBLISHED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:publish\w*|published|entry-date|post-date|posted-on|pubdate|news-list-date|news-date|article-date)(?=$|[\s_-])",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s+[|–—·•»:\-]{1,2}\s+")
_MOST_JSON = 500_000
_DEEPEST = 12
LONGEST_TITLE = 250


def title_of(root: Any, main: Any, text: str) -> str:
    """The headline of the main part; else as the page is shared, or its window is called, without the name of the site.

    `text`: what was read; the part of the window's title that is one of its lines is no name of the site.
    """
    heading = _only_heading(main) or _only_heading(root)
    if heading:
        return heading
    shared = _meta(root).get("og:title", "")
    window = _line(next((element.text_content() for element in root.iter("title")), ""))
    parts = _SITE.split(window)
    return _line(shared) or next((part for part in parts if part in text.splitlines()), parts[0])


def heading_outside(root: Any, main: Any) -> str:
    """A headline that stands above the main part."""
    return "" if _only_heading(main) or main.tag == "body" else _only_heading(root)


def published(root: Any) -> date | None:
    said = _meta(root)
    for name in _PUBLISHED:
        if found := _day(said.get(name, "")):
            return found
    return next((day for said in _from_json(root) if (day := _day(said))), None) or _from_elements(root)


def _only_heading(element: Any) -> str:
    found = [_line(heading.text_content()) for heading in element.iter("h1")]
    found = [heading for heading in dict.fromkeys(found) if heading]
    return found[0] if len(found) == 1 else ""


def _meta(root: Any) -> dict[str, str]:
    """Name or property, in small letters → content; the first counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.strip().lower(), element.get("content") or "")
    return found


def _from_json(root: Any) -> Iterator[str]:
    """`datePublished` in the data for search engines (JSON-LD)."""
    for element in root.iter("script"):
        said = element.text or ""
        if "ld+json" not in (element.get("type") or "") or len(said) > _MOST_JSON:
            continue
        try:
            yield from _dates(json.loads(said), _DEEPEST)
        except (ValueError, RecursionError):
            continue


def _dates(value: Any, depth: int) -> Iterator[str]:
    if not depth:
        return
    if isinstance(value, list):
        for item in value:
            yield from _dates(item, depth - 1)
    elif isinstance(value, dict):
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        for inner in value.values():
            yield from _dates(inner, depth - 1)


def _from_elements(root: Any) -> date | None:
    """An element that says it holds the day of publication; the time of an event does not count."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        is_said = "datePublished" in (element.get("itemprop") or "") or "pubdate" in element.attrib
        if is_said or _PUBLISHED_CLASS.search(element.get("class") or ""):
            inner = next(element.iter("time"), element)
            said = inner.get("datetime") or inner.get("content") or ""
            if found := _day(said) or _day(element.text_content()):
                return found
    return None


def _day(said: str) -> date | None:
    """“2026-05-12T18:00+02:00” or “12.05.2026”: the day as it is written there."""
    if found := _DAY.search(said):
        year, month, day = found.groups()
    elif found := _GERMAN_DAY.search(said):
        day, month, year = found.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _line(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())[:LONGEST_TITLE]
