"""A feed is read in a process of its own, as a file is: who sends us something hostile hurts that process."""

import json
from dataclasses import replace
from datetime import date

from quartierwerk.core import apart

from .reading import FeedKind, ReadFeed

_READER = f"{__package__}.reading"


def read_feed(content: bytes, *, zone: str, today: date, content_type: str = "") -> ReadFeed:
    """Like `reading.read`, with limits of memory and time. Never raises for what the content is."""
    asked = {"zone": zone, "today": today.isoformat(), "content_type": content_type}
    try:
        found = ReadFeed(**json.loads(apart.ask(_READER, asked, content)))
    except (apart.Stopped, ValueError, TypeError):
        return ReadFeed(problem="too_much_work")
    return replace(found, kind=FeedKind(found.kind) if found.kind else None)
