"""On the page of an event: the file for one's own calendar."""

from typing import Any

from ..models import Event, Occurrence


def context(event: Event, occurrence: Occurrence | None) -> dict[str, Any]:  # noqa: ARG001
    """What `events/parts/calendar_links.html` shows."""
    return {}
