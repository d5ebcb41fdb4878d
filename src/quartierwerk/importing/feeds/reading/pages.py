"""Which calendars and feeds a web page names, for whoever gave the address of the page instead."""

from html.parser import HTMLParser

MOST_NAMED = 3
_TYPES = {"text/calendar", "application/rss+xml", "application/atom+xml"}


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        href = said.get("href", "").strip()
        is_named = (
            tag == "link"
            and "alternate" in said.get("rel", "").lower()
            and said.get("type", "").lower() in _TYPES
        )
        is_file = tag == "a" and (
            href.startswith("webcal:") or href.partition("?")[0].lower().endswith(".ics")
        )
        if href and (is_named or is_file) and href not in self.found:
            self.found.append(href)


def named_in(page: str) -> list[str]:
    """As they stand there, the first few."""
    links = _Links()
    links.feed(page[:2_000_000])
    return links.found[:MOST_NAMED]
