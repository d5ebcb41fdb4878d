"""On the page of an event: the programme and its PDF."""

from typing import Any

from ..models import Event, Occurrence


def context(event: Event, occurrence: Occurrence | None) -> dict[str, Any]:  # noqa: ARG001
    """What `events/parts/programme.html` shows."""
    return {}
