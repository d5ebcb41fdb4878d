"""On the page of an event: report, photos, documents and feedback."""

from typing import Any

from ..models import Event, Occurrence


def context(event: Event, occurrence: Occurrence | None) -> dict[str, Any]:  # noqa: ARG001
    """What `events/parts/afterwards.html` shows."""
    return {}
