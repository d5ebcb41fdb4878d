"""Calendars and news as partners send them, for tests; all invented."""

from collections.abc import Iterable

from quartierwerk.importing.feeds.entries import EVENT, NEWS, Entry


def ics(*events: str, name: str = "Bürgerverein", zone: str = "") -> str:
    """A calendar of these events."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Beispiel//DE",
        f"X-WR-CALNAME:{name}",
        *([zone] if zone else []),
    ]
    return "\r\n".join([*lines, *events, "END:VCALENDAR", ""])


def vevent(title: str = "Nähcafé", uid: str = "1", starts: str = "20261006T150000", *more: str) -> str:
    """One event; `more` are further lines."""
    lines = [f"UID:{uid}", "DTSTAMP:20260901T100000Z", _line("DTSTART", starts), f"SUMMARY:{title}", *more]
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def _line(name: str, moment: str) -> str:
    if moment.endswith("Z"):
        return f"{name}:{moment}"
    return f"{name};VALUE=DATE:{moment}" if len(moment) == 8 else f"{name};TZID=Europe/Berlin:{moment}"


def rss(*items: str) -> str:
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Neues vom Verein</title>'
    return f"{head}{''.join(items)}</channel></rss>"


def item(
    title: str = "Nähcafé zieht um", text: str = "Wir treffen uns ab jetzt im Bürgerhaus.", **more: str
) -> str:
    values = {"guid": title, "pubDate": "Mon, 31 Aug 2026 10:00:00 +0200", **more}
    parts: Iterable[str] = (f"<{name}>{value}</{name}>" for name, value in values.items())
    return f"<item><title>{title}</title><description>{text}</description>{''.join(parts)}</item>"


def event_entry(title: str = "Nähcafé", starts: str = "2026-10-06T15:00", **values: object) -> Entry:
    """As a calendar's entry is kept."""
    return {
        "kind": EVENT, "uid": "1", "title": title, "text": "", "starts": starts, "ends": None, "rule": "",
        "until": None, "has_odd_rule": False, "but_not": [], "moved": [], "place": "", "url": "", "is_off": False,
        "is_gone": False, **values,
    }  # fmt: skip


def news_entry(title: str = "Nähcafé zieht um", **values: object) -> Entry:
    return {
        "kind": NEWS,
        "uid": "1",
        "title": title,
        "text": "",
        "url": "",
        "published": "2026-08-31",
        **values,
    }
